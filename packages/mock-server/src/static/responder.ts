import { type OperationId, operations } from '@powerstore-api/types';
import type { Contract } from '../contract/prism.js';
import type { Answer } from '../http/answer.js';
import { errorAnswer, notFoundCode } from '../http/errors.js';
import { hasInternalVisibility, idOf, isAsync, type Request } from '../http/request.js';
import type { Call } from '../layers/layer.js';
import { operationOf } from '../layers/route.js';
import { queryCollection, queryInstance } from '../query/collection.js';
import { findInstance } from '../query/instance.js';
import { exampleStore, internalStore } from './example-rows.js';

/**
 * Answers with the examples of the contract. The examples of its instances make up the collection of a resource, so that a
 * client can read each instance that it finds in a list. A write is answered and changes nothing.
 */
export function respondWithExamples(contract: Contract, call: Call): Answer {
  const { request } = call;
  const operationId = operationOf(call);
  const wanted = preference(request);
  if (wanted) return contract.example(operationId, request, wanted);
  const { method, path, resource } = operations[operationId];
  const id = path.includes('{id}') ? idOf(request) : undefined;
  const store = hasInternalVisibility(request) ? internalStore : exampleStore;
  const row = id === undefined ? undefined : findInstance(store, resource, id);
  if (id !== undefined && !row)
    return errorAnswer(404, `There is no ${resource} with id ${id}.`, notFoundCode(resource), [id]);
  if (method !== 'GET') return contract.example(operationId, request, { status: statusOfWrite(operationId, request) });
  return row ? queryInstance(store, resource, request, row) : queryCollection(store, resource, request);
}

/** `Prefer: code=503` or `Prefer: code=200, example=name` chooses an answer, as in Prism. */
function preference({ headers }: Request): { status?: number; name?: string } | undefined {
  const { prefer = '' } = headers;
  const status = /\bcode=(\d{3})\b/.exec(prefer)?.[1];
  const name = /\bexample="?([\w-]+)"?/.exec(prefer)?.[1];
  if (status === undefined && name === undefined) return undefined;
  return { ...(status !== undefined && { status: Number(status) }), ...(name !== undefined && { name }) };
}

/** Whether a request asks for a snapshot at the end of a failover test. */
const asksForSnapshot = ({ body }: Request): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'create_end_of_test_snapshot' in body &&
  body.create_end_of_test_snapshot === true;

/** The actions that may have an output, and whether a request asks for it. */
const outputs: Readonly<Partial<Record<OperationId, (request: Request) => boolean>>> = {
  replication_session_stop_failover_test: asksForSnapshot,
  volume_configure_metro: () => true,
  volume_group_configure_metro: () => true,
};

function statusOfWrite(operationId: OperationId, request: Request): number {
  if (isAsync(request)) return 202;
  return outputs[operationId]?.(request) ? 200 : 204;
}
