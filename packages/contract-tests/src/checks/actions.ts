import type { OperationId } from '@powerstore-api/types';
import { rowsOf } from './rows.js';
import type { Exam } from '../exam.js';
import type { Check } from './check.js';

interface Action {
  operationId: OperationId;
  /** A body that is valid. */
  body?: object;
  /** What it is answered with when it succeeds. */
  done: number;
}

const actions: Action[] = [
  { operationId: 'replication_session_modify', body: { role: 'Metro_Preferred' }, done: 204 },
  { operationId: 'replication_session_sync', done: 204 },
  { operationId: 'replication_session_pause', done: 204 },
  { operationId: 'replication_session_resume', done: 204 },
  { operationId: 'replication_session_failover', body: { is_planned: true, reverse: false }, done: 204 },
  { operationId: 'replication_session_reprotect', body: {}, done: 204 },
  { operationId: 'replication_session_start_failover_test', body: {}, done: 204 },
  { operationId: 'replication_session_stop_failover_test', body: { create_end_of_test_snapshot: true }, done: 200 },
  { operationId: 'replication_session_promote', body: {}, done: 204 },
  { operationId: 'replication_session_demote', body: {}, done: 204 },
];

/** What every action has in common, whatever it does to a session. Only for targets that may be written. */
export const actionChecks: Check[] = actions.flatMap(({ operationId, body, done }): Check[] => [
  {
    id: `${operationId}.answers`,
    title: 'is carried out, refused or turned into a job as documented',
    writes: true,
    async run({ ask, expectStatus }) {
      const id = await anySession(ask);
      // The session may be in a state that forbids the action.
      expectStatus(await ask(operationId, { id, ...(body && { body }) }), done, 400, 422);
      const job = await ask(operationId, { id, query: { is_async: 'true' }, ...(body && { body }) });
      expectStatus(job, 202, 400, 422);
      if (job.status === 202) {
        const { id: jobId } = job.json as { id: string };
        expectStatus(await ask('job_instance_query', { id: jobId, query: { select: 'id,phase' } }), 200);
      }
    },
  },
  {
    id: `${operationId}.refusals`,
    title: 'a stranger, an unknown session and a request in the wrong form are refused',
    writes: true,
    async run({ ask, expectStatus }) {
      const nowhere = { id: '00000000-0000-0000-0000-000000000000', ...(body && { body }) };
      expectStatus(await ask(operationId, nowhere), 404);
      expectStatus(await ask(operationId, { ...nowhere, as: 'nobody' }), 401);
      expectStatus(await ask(operationId, { ...nowhere, withoutToken: true }), 401, 403);
      expectStatus(await ask(operationId, { ...nowhere, headers: { accept: 'text/html' } }), 406);
      if (!body) return;
      expectStatus(await ask(operationId, { ...nowhere, headers: { 'content-type': 'text/plain' } }), 415);
      expectStatus(await ask(operationId, { id: await anySession(ask), body: { ...body, no_such_field: true } }), 400);
    },
  },
]);

async function anySession(ask: Exam['ask']): Promise<string> {
  const [session] = rowsOf(await ask('replication_session_collection_query', { query: { limit: '1' } }));
  if (!session) throw new Error('the target has no replication session to act on');
  return String(session['id']);
}
