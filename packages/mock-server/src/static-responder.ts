import { type OperationId, operations } from '@powerstore-api/types';
import { takesName } from './contract-document.js';
import { errorAnswer } from './errors.js';
import { exampleRows } from './example-rows.js';
import { type MockRequest, parameter } from './http.js';
import type { Responder } from './prism.js';
import { queryCollection } from './query/collection.js';
import type { Row } from './query/row.js';
import { readSelect } from './query/select.js';

/**
 * Answers with the examples of the contract. Those of a resource's instances are its collection, so that what a list
 * names can be read. Nothing is kept: a write is checked and answered, and changes nothing.
 */
export const respondWithExamples: Responder = ({ operationId, request, example }) => {
  const wanted = preference(request);
  if (wanted) return example(wanted);
  const { method, path, resource } = operations[operationId as OperationId];
  const id = path.includes('{id}') ? decodeURIComponent(request.path.split('/')[2] ?? '') : undefined;
  const rows = exampleRows(resource);
  const row = id === undefined ? undefined : rowOf(resource, rows, id);
  if (id !== undefined && !row) return errorAnswer(404, `There is no ${resource} with id ${id}.`, '0xE04040020009');
  if (method !== 'GET') return example({ status: statusOfWrite(operationId, request) });
  if (!row) return queryCollection(resource, request, rows);
  const select = readSelect(resource, parameter(request, 'select'));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: select(row) };
};

/** By id, or where the resource offers it by `name:` and the name. */
function rowOf(resource: string, rows: Row[], id: string): Row | undefined {
  const name = takesName(resource) ? /^name:(.*)$/s.exec(id)?.[1] : undefined;
  return name === undefined ? rows.find((it) => it['id'] === id) : rows.find((it) => it['name'] === name);
}

/** `Prefer: code=503` and `Prefer: code=200, example=name` choose an answer, in Prism's words. */
function preference({ headers }: MockRequest): { status?: number; name?: string } | undefined {
  const { prefer = '' } = headers;
  const status = /\bcode=(\d{3})\b/.exec(prefer)?.[1];
  const name = /\bexample="?([\w-]+)"?/.exec(prefer)?.[1];
  if (status === undefined && name === undefined) return undefined;
  return { ...(status !== undefined && { status: Number(status) }), ...(name !== undefined && { name }) };
}

/** The actions whose output is optional: what asks for it. */
const outputs: Readonly<Partial<Record<string, (body: Row) => boolean>>> = {
  replication_session_stop_failover_test: (body) => body['create_end_of_test_snapshot'] === true,
  volume_configure_metro: () => true,
  volume_group_configure_metro: () => true,
};

function statusOfWrite(operationId: string, request: MockRequest): number {
  if (parameter(request, 'is_async') === 'true') return 202;
  return outputs[operationId]?.((request.body ?? {}) as Row) ? 200 : 204;
}
