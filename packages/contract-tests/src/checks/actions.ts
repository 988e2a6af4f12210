import { type OperationId, operations, isAtLeast } from '@powerstore-api/types';
import { withRestoredState } from '../array/simulator-control.js';
import type { CheckContext } from './check-context.js';
import { unknownId, resources } from '../contract/resources.js';
import { rowsOf } from '../array/rows.js';
import type { Check } from './check.js';

interface Action {
  operationId: OperationId;
  /** A body that is valid, or what to find one with. */
  body?: object | ((ask: CheckContext['ask']) => Promise<object>);
  /** What it is answered with when it succeeds. */
  done: number;
  /** Filters for an instance on which it should be possible; where there is none, any will do. */
  on?: Record<string, string>;
}

const asynchronous = { type: 'eq.Asynchronous', resource_type: 'eq.volume' };
const metro = { type: 'eq.Metro_Active_Active', resource_type: 'eq.volume' };
const unprotected = {
  type: 'eq.Primary',
  protection_policy_id: 'is.null',
  metro_replication_session_id: 'is.null',
  is_replication_destination: 'is.false',
};

/** In an order in which each finds what the ones before it left. */
const actions: Action[] = [
  {
    operationId: 'replication_session_modify',
    body: { role: 'Metro_Preferred' },
    done: 204,
    on: { ...metro, role: 'eq.Metro_Non_Preferred', state: 'eq.OK' },
  },
  { operationId: 'replication_session_sync', done: 204, on: { ...asynchronous, role: 'eq.Source', state: 'eq.OK' } },
  { operationId: 'replication_session_pause', done: 204, on: { ...metro, state: 'eq.OK' } },
  { operationId: 'replication_session_promote', body: {}, done: 204, on: { ...metro, state: 'eq.Paused' } },
  { operationId: 'replication_session_demote', body: {}, done: 204, on: { ...metro, state: 'eq.Paused' } },
  { operationId: 'replication_session_resume', done: 204, on: { state: 'eq.Paused' } },
  {
    operationId: 'replication_session_start_failover_test',
    body: {},
    done: 204,
    on: { ...asynchronous, role: 'eq.Destination', state: 'eq.OK' },
  },
  {
    operationId: 'replication_session_stop_failover_test',
    body: { create_end_of_test_snapshot: true },
    done: 200,
    on: { failover_test_in_progress: 'is.true' },
  },
  {
    operationId: 'replication_session_failover',
    body: { is_planned: false },
    done: 204,
    on: { ...asynchronous, role: 'eq.Destination', state: 'eq.OK' },
  },
  {
    operationId: 'replication_session_reprotect',
    body: {},
    done: 204,
    on: { role: 'eq.Source', state: 'eq.Failed_Over' },
  },
  {
    operationId: 'volume_modify',
    body: { protection_policy_id: null },
    done: 204,
    on: { protection_policy_id: 'not.is.null', is_replication_destination: 'is.false' },
  },
  {
    operationId: 'volume_configure_metro',
    body: remoteSystem,
    done: 200,
    on: { ...unprotected, 'volume_groups->0->>id': 'is.null' },
  },
  {
    operationId: 'volume_end_metro',
    body: { delete_remote_volume: false },
    done: 204,
    on: { metro_replication_session_id: 'not.is.null' },
  },
  {
    operationId: 'volume_group_modify',
    body: { protection_policy_id: null },
    done: 204,
    on: { protection_policy_id: 'not.is.null', is_replication_destination: 'is.false' },
  },
  {
    operationId: 'volume_group_configure_metro',
    body: remoteSystem,
    done: 200,
    on: unprotected,
  },
  {
    operationId: 'volume_group_end_metro',
    body: { delete_remote_volume_group: false },
    done: 204,
    on: { metro_replication_session_id: 'not.is.null' },
  },
];

async function remoteSystem(ask: CheckContext['ask']): Promise<object> {
  const [remote] = rowsOf(await ask('remote_system_collection_query', { query: { limit: '1', order: 'name' } }));
  return { remote_system_id: remote?.['id'] ?? unknownId };
}

/** What every action has in common, whatever it does to an instance. Only for targets that may be written. */
export const actionChecks: Check[] = actions.flatMap((action): Check[] => [
  {
    id: `${action.operationId}.answers`,
    title: 'is carried out, refused or turned into a job as documented',
    safety: operations[action.operationId].safety,
    // What has states is walked through in the checks of the lifecycle.
    needs: operations[action.operationId].resource === 'replication_session' ? 'examples' : 'embedded',
    run: (context) =>
      withRestoredState(context.target.control, async () => {
        const { ask, expectStatus } = context;
        beThere(context, action);
        const { operationId, done } = action;
        const request = { id: await instanceFor(action, ask), ...(await bodyOf(action, ask)) };
        // It may be in a state that forbids the action.
        expectStatus(await ask(operationId, request), done, 400, 422);
        expectStatus(await ask(operationId, { ...request, query: { is_async: 'true' } }), 202, 400, 422);
      }),
  },
  {
    id: `${action.operationId}.refusals`,
    title: 'a stranger, an unknown instance and what is no JSON are refused',
    safety: operations[action.operationId].safety,
    needs: 'embedded',
    async run(context) {
      const { ask, expectStatus } = context;
      beThere(context, action);
      const { operationId } = action;
      const { body } = await bodyOf(action, ask);
      const nowhere = { id: unknownId, ...(body && { body }) };
      expectStatus(await ask(operationId, nowhere), 404);
      expectStatus(await ask(operationId, { ...nowhere, as: 'anonymous' }), 401);
      expectStatus(await ask(operationId, { ...nowhere, withoutToken: true }), 401, 403);
      expectStatus(await ask(operationId, { ...nowhere, headers: { accept: 'text/html' } }), 406);
      if (body) expectStatus(await ask(operationId, { ...nowhere, headers: { 'content-type': 'text/plain' } }), 415);
    },
  },
  {
    id: `${action.operationId}.wrong-form`,
    title: 'a request in another form than the documented one is refused',
    safety: operations[action.operationId].safety,
    needs: 'validation',
    async run(context) {
      const { ask, expectStatus } = context;
      beThere(context, action);
      const { operationId } = action;
      const { body } = await bodyOf(action, ask);
      const nowhere = { id: unknownId, ...(body && { body }) };
      expectStatus(await ask(operationId, { ...nowhere, query: { is_async: 'perhaps' } }), 400);
      if (!body) return;
      const unknown = { id: await instanceFor(action, ask), body: { ...body, no_such_field: true } };
      expectStatus(await ask(operationId, unknown), 400);
    },
  },
]);

function beThere({ release, notApplicable }: CheckContext, { operationId }: Action): void {
  const { added } = operations[operationId];
  if (!isAtLeast(release, added)) notApplicable(`the operation came with ${added}`);
}

async function bodyOf({ body }: Action, ask: CheckContext['ask']): Promise<{ body?: object }> {
  if (body === undefined) return {};
  return { body: typeof body === 'function' ? await body(ask) : body };
}

/** The id of an instance on which an action should be possible, or else of any. */
async function instanceFor({ operationId, on = {} }: Action, ask: CheckContext['ask']): Promise<string> {
  const { resource } = operations[operationId];
  const list = resources.find(({ name }) => name === resource)?.list;
  if (list === undefined) throw new Error(`there is no list of ${resource}`);
  const [fitting] = rowsOf(await ask(list, { query: { ...on, limit: '1', order: 'id' } }));
  const [any] = fitting ? [fitting] : rowsOf(await ask(list, { query: { limit: '1' } }));
  if (!any) throw new Error(`the target has no ${resource} to act on`);
  return String(any['id']);
}
