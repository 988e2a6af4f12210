import {
  isAtLeast,
  type OperationId,
  operations,
  type RequestBody,
  type Resource,
  type ResourceTypes,
} from '@powerstore-api/types';
import { attributeNames, type FiltersOf } from '../array/rows/query.js';
import { rowsOf } from '../array/rows/rows.js';
import { withRestoredState } from '../array/target/simulator-control.js';
import { resources, unknownId } from '../contract/resources.js';
import { observeJob } from './assumptions.js';
import type { CheckContext, LoginSession } from './context/check-context.js';
import { tryWrongTokens } from './credentials.js';
import type { SuiteCheck } from './define-check.js';
import { reasonWithoutRows } from './expect-rows.js';

/** The resource of an operation. */
type ResourceOf<Id extends OperationId> = {
  [R in Resource]: Id extends ResourceTypes[R]['operations'][keyof ResourceTypes[R]['operations']] ? R : never;
}[Resource];

/** An operation that changes an instance, and how to try it. */
interface TrialOf<Id extends OperationId> {
  operationId: Id;
  /** A valid body, or a function that builds one from instances of the array. */
  body?: RequestBody<Id> | ((ask: CheckContext['ask']) => Promise<RequestBody<Id>>);
  /** The status of a success. */
  success: number;
  /** Filters for an instance that should allow the action. Where there is none, the check takes any instance. */
  on: FiltersOf<ResourceOf<Id>>;
}

type Trial = { [Id in OperationId]: TrialOf<Id> }[OperationId];

const asynchronous: FiltersOf<'replication_session'> = { type: 'eq.Asynchronous', resource_type: 'eq.volume' };
const metro: FiltersOf<'replication_session'> = { type: 'eq.Metro_Active_Active', resource_type: 'eq.volume' };
const unprotected: FiltersOf<'volume' | 'volume_group'> = {
  type: 'eq.Primary',
  protection_policy_id: 'is.null',
  metro_replication_session_id: 'is.null',
  is_replication_destination: 'is.false',
};

/** In an order in which each finds an instance in the state in which the ones before it left one. */
const trials: Trial[] = [
  {
    operationId: 'replication_session_modify',
    body: { role: 'Metro_Preferred' },
    success: 204,
    on: { ...metro, role: 'eq.Metro_Non_Preferred', state: 'eq.OK' },
  },
  { operationId: 'replication_session_sync', success: 204, on: { ...asynchronous, role: 'eq.Source', state: 'eq.OK' } },
  { operationId: 'replication_session_pause', success: 204, on: { ...metro, state: 'eq.OK' } },
  { operationId: 'replication_session_promote', body: {}, success: 204, on: { ...metro, state: 'eq.Paused' } },
  { operationId: 'replication_session_demote', body: {}, success: 204, on: { ...metro, state: 'eq.Paused' } },
  { operationId: 'replication_session_resume', success: 204, on: { state: 'eq.Paused' } },
  {
    operationId: 'replication_session_start_failover_test',
    body: {},
    success: 204,
    on: { ...asynchronous, role: 'eq.Destination', state: 'eq.OK' },
  },
  {
    operationId: 'replication_session_stop_failover_test',
    body: { create_end_of_test_snapshot: true },
    success: 200,
    on: { failover_test_in_progress: 'is.true' },
  },
  {
    operationId: 'replication_session_failover',
    body: { is_planned: false },
    success: 204,
    on: { ...asynchronous, role: 'eq.Destination', state: 'eq.OK' },
  },
  {
    operationId: 'replication_session_reprotect',
    body: {},
    success: 204,
    on: { role: 'eq.Source', state: 'eq.Failed_Over' },
  },
  {
    operationId: 'volume_modify',
    body: { protection_policy_id: null },
    success: 204,
    on: { protection_policy_id: 'not.is.null', is_replication_destination: 'is.false' },
  },
  {
    operationId: 'volume_configure_metro',
    body: remoteSystem,
    success: 200,
    on: { ...unprotected, 'volume_groups->0->>id': 'is.null' },
  },
  {
    operationId: 'volume_end_metro',
    body: { delete_remote_volume: false },
    success: 204,
    on: { metro_replication_session_id: 'not.is.null' },
  },
  {
    operationId: 'volume_group_modify',
    body: { protection_policy_id: null },
    success: 204,
    on: { protection_policy_id: 'not.is.null', is_replication_destination: 'is.false' },
  },
  {
    operationId: 'volume_group_configure_metro',
    body: remoteSystem,
    success: 200,
    on: unprotected,
  },
  {
    operationId: 'volume_group_end_metro',
    body: { delete_remote_volume_group: false },
    success: 204,
    on: { metro_replication_session_id: 'not.is.null' },
  },
];

async function remoteSystem(ask: CheckContext['ask']): Promise<{ remote_system_id: string }> {
  const [remote] = rowsOf(
    await ask('remote_system_collection_query', {
      query: { limit: '1', order: attributeNames<'remote_system'>('name') },
    }),
  );
  return { remote_system_id: String(remote?.id ?? unknownId) };
}

/** The rules that hold for all actions, whatever they do to an instance. Only for mocks and simulators. */
export const actionChecks: SuiteCheck[] = trials.flatMap((trial): SuiteCheck[] => {
  const { operationId } = trial;
  const { safety, resource } = operations[operationId];
  return [
    {
      id: `${operationId}.answers`,
      title: 'The array must carry out the action, refuse it, or make a job of it, as documented',
      safety,
      // The checks of the lifecycle try every action on everything that has states.
      needs: resource === 'replication_session' ? 'examples' : 'embedded',
      run: (context) => withRestoredState(context.target.control, () => tryAction(context, trial)),
    },
    {
      id: `${operationId}.refusals`,
      title: 'The array must refuse the action without credentials, for an unknown instance, and for anything but JSON',
      safety,
      needs: 'embedded',
      run: (context, login) => tryRefusals(context, login, trial),
    },
    {
      id: `${operationId}.wrong-form`,
      title: 'The array must refuse a request that does not have the documented form',
      safety,
      needs: 'validation',
      run: (context) => tryWrongForm(context, trial),
    },
  ];
});

async function tryAction(context: CheckContext, trial: Trial): Promise<void> {
  const { ask, expectStatus } = context;
  expectOperation(context, trial);
  const { operationId, success } = trial;
  const request = { id: await instanceFor(trial, ask), ...(await bodyOf(trial, ask)) };
  // The instance may be in a state that forbids the action.
  expectStatus(await ask(operationId, request), [success, 400, 422]);
  const asJob = await ask(operationId, { ...request, query: { is_async: 'true' } });
  expectStatus(asJob, [202, 400, 422], 'is_async=true');
  if (asJob.status === 202) observeJob(context.observe, asJob);
}

async function tryRefusals(context: CheckContext, login: LoginSession, trial: Trial): Promise<void> {
  const { ask, expectStatus } = context;
  expectOperation(context, trial);
  const { operationId } = trial;
  const { body } = await bodyOf(trial, ask);
  const request = { id: unknownId, ...(body && { body }) };
  expectStatus(await ask(operationId, request), 404, 'id');
  expectStatus(await ask(operationId, { ...request, as: 'anonymous' }), 401, 'anonymous');
  await tryWrongTokens(context, login, (headers) => ask(operationId, { ...request, as: 'anonymous', headers }));
  expectStatus(await ask(operationId, { ...request, headers: { accept: 'text/html' } }), 406, 'Accept');
  if (!body) return;
  const asText = await ask(operationId, { ...request, headers: { 'content-type': 'text/plain' } });
  expectStatus(asText, 415, 'Content-Type');
}

async function tryWrongForm(context: CheckContext, trial: Trial): Promise<void> {
  const { ask, expectStatus } = context;
  expectOperation(context, trial);
  const { operationId } = trial;
  const { body } = await bodyOf(trial, ask);
  const request = { id: unknownId, ...(body && { body }) };
  expectStatus(await ask(operationId, { ...request, query: { is_async: 'perhaps' } }), 400, 'is_async=perhaps');
  if (!body) return;
  const withUnknownField = { id: await instanceFor(trial, ask), body: { ...body, no_such_field: true } };
  expectStatus(await ask(operationId, withUnknownField), 400, 'no_such_field');
}

function expectOperation({ release, notApplicable }: CheckContext, { operationId }: Trial): void {
  const { added } = operations[operationId];
  if (!isAtLeast(release, added)) notApplicable(`The operation came with ${added}.`);
}

async function bodyOf({ body }: Trial, ask: CheckContext['ask']): Promise<{ body?: object }> {
  if (body === undefined) return {};
  return { body: typeof body === 'function' ? await body(ask) : body };
}

/** The id of an instance that should allow the action, or else of any instance. */
async function instanceFor({ operationId, on }: Trial, ask: CheckContext['ask']): Promise<string> {
  const { resource } = operations[operationId];
  const list = resources.find(({ name }) => name === resource)?.list;
  if (list === undefined) throw new Error(`There is no list of ${resource}.`);
  const [fitting] = rowsOf(await ask(list, { query: { ...on, limit: '1', order: attributeNames('id') } }));
  const exchange = fitting ? undefined : await ask(list, { query: { limit: '1' } });
  const [any] = exchange ? rowsOf(exchange) : [fitting];
  if (!any) throw new Error(exchange && reasonWithoutRows(exchange, String(resource)));
  return String(any.id);
}
