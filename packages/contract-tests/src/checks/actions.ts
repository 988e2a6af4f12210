import { type OperationId, operations } from '@powerstore-api/types';
import { rowsOf } from './rows.js';
import type { Exam } from '../exam.js';
import type { Check } from './check.js';

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Where the instances are listed that can be acted on. */
const lists: Readonly<Record<string, OperationId>> = {
  replication_session: 'replication_session_collection_query',
  volume: 'volume_collection_query',
  volume_group: 'volume_group_collection_query',
};

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
  { operationId: 'volume_modify', body: { protection_policy_id: null }, done: 204 },
  { operationId: 'volume_configure_metro', body: { remote_system_id: nobody }, done: 200 },
  { operationId: 'volume_end_metro', body: { delete_remote_volume: false }, done: 204 },
  { operationId: 'volume_group_modify', body: { protection_policy_id: null }, done: 204 },
  { operationId: 'volume_group_configure_metro', body: { remote_system_id: nobody }, done: 200 },
  { operationId: 'volume_group_end_metro', body: { delete_remote_volume_group: false }, done: 204 },
];

/** What every action has in common, whatever it does to an instance. Only for targets that may be written. */
export const actionChecks: Check[] = actions.flatMap(({ operationId, body, done }): Check[] => [
  {
    id: `${operationId}.answers`,
    title: 'is carried out, refused or turned into a job as documented',
    writes: true,
    async run({ ask, expectStatus }) {
      const id = await anyInstance(operationId, ask);
      // It may be in a state that forbids the action.
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
    title: 'a stranger, an unknown instance and a request in the wrong form are refused',
    writes: true,
    async run({ ask, expectStatus }) {
      const nowhere = { id: nobody, ...(body && { body }) };
      expectStatus(await ask(operationId, nowhere), 404);
      expectStatus(await ask(operationId, { ...nowhere, as: 'nobody' }), 401);
      expectStatus(await ask(operationId, { ...nowhere, withoutToken: true }), 401, 403);
      expectStatus(await ask(operationId, { ...nowhere, headers: { accept: 'text/html' } }), 406);
      if (!body) return;
      expectStatus(await ask(operationId, { ...nowhere, headers: { 'content-type': 'text/plain' } }), 415);
      expectStatus(
        await ask(operationId, { id: await anyInstance(operationId, ask), body: { ...body, no_such_field: true } }),
        400,
      );
    },
  },
]);

async function anyInstance(operationId: OperationId, ask: Exam['ask']): Promise<string> {
  const { resource } = operations[operationId];
  const list = lists[resource];
  const [instance] = list === undefined ? [] : rowsOf(await ask(list, { query: { limit: '1' } }));
  if (!instance) throw new Error(`the target has no ${resource} to act on`);
  return String(instance['id']);
}
