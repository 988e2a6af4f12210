// The operations on a pair: which action goes to which side, and in what order.
import type { ReplicationRole, ReplicationState, RequestBody } from '@powerstore-api/types';
import { failover } from '../can/can.js';
import type { WatchedSession } from '../session/session-change.js';
import { has, replicatingStates } from '../session/state-table.js';
import type { FailoverOptions } from './failover-event.js';
import { otherSite, type PairSession, type Site, sites } from './pair-session.js';
import { beginOperation, type PairOperation } from './pair-operation.js';
import type { Sides } from './side.js';
import type { ActionStep } from './action-step.js';

/**
 * How to run a planned failover.
 *
 * @example
 * ```ts
 * const options: PlannedFailoverOptions = { reprotect: true, timeout: 4 * 3_600_000 };
 * ```
 */
export interface PlannedFailoverOptions extends FailoverOptions {
  /**
   * Whether to replicate in the other direction afterwards.
   *
   * @default false
   */
  readonly reprotect?: boolean;
}

/**
 * How to run an unplanned failover. The fields of the body are those of the API.
 *
 * @example
 * ```ts
 * const options: UnplannedFailoverOptions = { body: { force: true } };
 * ```
 */
export interface UnplannedFailoverOptions extends FailoverOptions {
  /**
   * `force`: accept the loss if the destination is behind (needed from 4.4 on). `use_test_copy`: go on with the data that a
   * failover test has written. `failover_snapshot_id`: go back to a snapshot.
   */
  readonly body?: Pick<RequestBody<'replication_session_failover'>, 'force' | 'use_test_copy' | 'failover_snapshot_id'>;
}

export async function plannedFailover(
  both: Sides,
  id: string,
  { reprotect: isReprotected = false, ...options }: PlannedFailoverOptions,
): Promise<PairSession> {
  const operation = await beginOperation('plannedFailover', both, id, options);
  await failOverFrom(operation, siteWith(operation, 'source'), isReprotected);
  return operation.session;
}

export async function unplannedFailover(
  both: Sides,
  id: string,
  { body = {}, ...options }: UnplannedFailoverOptions,
): Promise<PairSession> {
  const operation = await beginOperation('unplannedFailover', both, id, options);
  const site = siteWith(operation, 'destination');
  await operation.perform({
    name: 'failover',
    site,
    body: { is_planned: false, ...body },
    hasArrived: (session) => isIn(session, ['Failed_Over'], 'Source'),
    // The other array may be lost for good.
    sides: [site],
  });
  return operation.session;
}

export async function failback(both: Sides, id: string, options: FailoverOptions): Promise<PairSession> {
  const operation = await beginOperation('failback', both, id, options);
  const survivor = sites.find((site) => isIn(operation.session[site].session, ['Failed_Over'], 'Source'));
  if (survivor === undefined) {
    const hint =
      'There is nothing to fail back. To move the source to the other side, run plannedFailover(id, { reprotect: true }).';
    throw operation.incomplete({ step: 'check', site: undefined, problem: 'no side is Failed_Over as Source', hint });
  }
  const origin = otherSite(survivor);
  // The array that was lost learns by itself that the other one has taken over.
  await operation.until('reconcile', origin, ({ [origin]: { session } }) =>
    isIn(session, ['Failed_Over'], 'Destination'),
  );
  await operation.perform(reprotection(survivor));
  await failOverFrom(operation, survivor, true);
  return operation.session;
}

/** A planned failover copies the missing data first (REST API document 4.0), so no sync is needed before it. */
async function failOverFrom(operation: PairOperation, site: Site, isReprotected: boolean): Promise<void> {
  // In one step if the session can do that; synchronous sessions of NAS servers need two.
  const reverse =
    isReprotected && failover(operation.judged(site), { is_planned: true, reverse: true }).possible !== false;
  const next = otherSite(site);
  await operation.perform({
    name: 'failover',
    site,
    body: { is_planned: true, reverse },
    hasArrived: (session, at) =>
      isIn(session, reverse ? replicatingStates : ['Failed_Over'], at === next ? 'Source' : 'Destination'),
    sides: sites,
  });
  if (isReprotected && !reverse) await operation.perform(reprotection(next));
}

const reprotection = (site: Site): ActionStep => ({
  name: 'reprotect',
  site,
  hasArrived: (session, at) => isIn(session, replicatingStates, at === site ? 'Source' : 'Destination'),
  sides: sites,
});

const isIn = (
  session: WatchedSession | undefined,
  states: readonly ReplicationState[],
  role: ReplicationRole,
): boolean => has(states, session?.state) && session?.role === role;

/** The side that is the source or the destination. */
export function siteWith(operation: PairOperation, part: 'source' | 'destination'): Site {
  const { session } = operation;
  const site = session[part];
  if (site !== undefined) return site;
  const isMetro = session.preferred !== undefined;
  throw operation.incomplete({
    step: 'check',
    site: undefined,
    problem: isMetro ? 'the session is Metro_Active_Active' : `no side is the ${part}`,
    hint: isMetro
      ? 'Metro does not fail over: use promote, demote and modify(id, { role }) of replicationSessions.'
      : session.problems.join('; ') || 'Look at both sides with pair.session(id).',
    cause: session.a.error ?? session.b.error,
  });
}
