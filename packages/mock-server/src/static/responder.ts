import { type OperationId, operations } from '@powerstore-api/types';
import { errorAnswer } from '../http/errors.js';
import { exampleStore } from './example-rows.js';
import { idOf, isAsync, type MockRequest } from '../http/messages.js';
import type { Responder } from '../contract/prism.js';
import { queryCollection, queryInstance } from '../query/collection.js';
import { findInstance } from '../query/instance.js';
import type { Row } from '../query/row.js';

/**
 * Answers with the examples of the contract. Those of a resource's instances are its collection, so that what a list
 * names can be read. Nothing is kept: a write is checked and answered, and changes nothing.
 */
export const respondWithExamples: Responder = ({ operationId, request, example }) => {
  const wanted = preference(request);
  if (wanted) return example(wanted);
  const { method, path, resource } = operations[operationId];
  const id = path.includes('{id}') ? idOf(request) : undefined;
  const row = id === undefined ? undefined : findInstance(exampleStore, resource, id);
  if (id !== undefined && !row) return errorAnswer(404, `There is no ${resource} with id ${id}.`, '0xE04040020009');
  if (method !== 'GET') return example({ status: statusOfWrite(operationId, request) });
  return row ? queryInstance(exampleStore, resource, request, row) : queryCollection(exampleStore, resource, request);
};

/** `Prefer: code=503` and `Prefer: code=200, example=name` choose an answer, in Prism's words. */
function preference({ headers }: MockRequest): { status?: number; name?: string } | undefined {
  const { prefer = '' } = headers;
  const status = /\bcode=(\d{3})\b/.exec(prefer)?.[1];
  const name = /\bexample="?([\w-]+)"?/.exec(prefer)?.[1];
  if (status === undefined && name === undefined) return undefined;
  return { ...(status !== undefined && { status: Number(status) }), ...(name !== undefined && { name }) };
}

/** The actions whose output is optional: what asks for it. */
const outputs: Readonly<Partial<Record<OperationId, (body: Row) => boolean>>> = {
  replication_session_stop_failover_test: (body) => body['create_end_of_test_snapshot'] === true,
  volume_configure_metro: () => true,
  volume_group_configure_metro: () => true,
};

function statusOfWrite(operationId: OperationId, request: MockRequest): number {
  if (isAsync(request)) return 202;
  return outputs[operationId]?.((request.body ?? {}) as Row) ? 200 : 204;
}
