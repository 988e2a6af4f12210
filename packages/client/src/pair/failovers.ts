// The operations that people run: what is sent to which side, and in what order.
import type { RequestBody } from '@powerstore-api/types';
import { failover, reprotect } from '../can/can.js';
import type { WatchedSession } from '../session/session-change.js';
import type { FailoverOptions } from './failover-event.js';
import { otherSite, type PairSession, type Site, sites } from './pair-session.js';
import { beginOperation, type PairOperation } from './pair-operation.js';
import type { Sides } from './side.js';
import type { Step } from './step.js';

/**
 * How a planned failover is operation.
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
 * How an unplanned failover is operation. The fields of the body are those of the API.
 *
 * @example
 * ```ts
 * const options: UnplannedFailoverOptions = { body: { force: true } };
 * ```
 */
export interface UnplannedFailoverOptions extends FailoverOptions {
  /**
   * `force` where the destination is behind and the array wants to hear that data may be lost (4.4), `use_test_copy` to go
   * on with what a failover test has written, `failover_snapshot_id` to go back to a snapshot.
   */
  readonly body?: Pick<RequestBody<'replication_session_failover'>, 'force' | 'use_test_copy' | 'failover_snapshot_id'>;
}

export async function plannedFailover(
  both: Sides,
  id: string,
  { reprotect: isReprotected = false, ...options }: PlannedFailoverOptions,
): Promise<PairSession> {
  const operation = await beginOperation('plannedFailover', both, id, options);
  await failOverFrom(operation, id, siteWith(operation, 'source'), isReprotected);
  return operation.session;
}

export async function unplannedFailover(
  both: Sides,
  id: string,
  { body = {}, ...options }: UnplannedFailoverOptions,
): Promise<PairSession> {
  const operation = await beginOperation('unplannedFailover', both, id, options);
  const site = siteWith(operation, 'destination');
  const asked = { is_planned: false, ...body };
  await operation.perform({
    name: 'failover',
    site,
    judge: (session) => failover(session, asked),
    send: ({ replicationSessions }) => replicationSessions.failover(id, asked),
    hasArrived: ({ state, role }) => state === 'Failed_Over' && role === 'Source',
    // The other array may be gone for good.
    sides: [site],
  });
  return operation.session;
}

export async function failback(both: Sides, id: string, options: FailoverOptions): Promise<PairSession> {
  const operation = await beginOperation('failback', both, id, options);
  const survivor = sites.find((site) => {
    const row = operation.session[site].session;
    return row?.state === 'Failed_Over' && row.role === 'Source';
  });
  if (survivor === undefined) {
    const hint =
      'There is nothing to fail back. To make the other side the source, run plannedFailover(id, { reprotect: true }).';
    throw operation.incomplete({ step: 'check', site: undefined, problem: 'no side is Failed_Over as Source', hint });
  }
  const origin = otherSite(survivor);
  // The array that was gone finds out by itself that the other one has taken over.
  await operation.until('reconcile', origin, ({ [origin]: { session } }) => {
    return session?.state === 'Failed_Over' && session.role === 'Destination';
  });
  await operation.perform(reprotection(id, survivor));
  await failOverFrom(operation, id, survivor, true);
  return operation.session;
}

/** A planned failover copies first what the destination lacks (REST API document 4.0), so nothing is to be done before. */
async function failOverFrom(operation: PairOperation, id: string, site: Site, isReprotected: boolean): Promise<void> {
  // In one go where the session can do that; synchronous ones of NAS servers take two steps.
  const reverse =
    isReprotected && failover(operation.judged(site), { is_planned: true, reverse: true }).possible !== false;
  const body = { is_planned: true, reverse };
  const next = otherSite(site);
  await operation.perform({
    name: 'failover',
    site,
    judge: (session) => failover(session, body),
    send: ({ replicationSessions }) => replicationSessions.failover(id, body),
    hasArrived: (session, at) => isIn(session, reverse ? replicating : ['Failed_Over'], at === next),
    sides: sites,
  });
  if (isReprotected && !reverse) await operation.perform(reprotection(id, next));
}

const reprotection = (id: string, site: Site): Step => ({
  name: 'reprotect',
  site,
  judge: (session) => reprotect(session),
  send: ({ replicationSessions }) => replicationSessions.reprotect(id),
  hasArrived: (session, at) => isIn(session, replicating, at === site),
  sides: sites,
});

/** A session that is up may have begun its next cycle before it is read. */
const replicating: readonly string[] = ['OK', 'Synchronizing'];

const isIn = ({ state, role }: WatchedSession, states: readonly string[], isSource: boolean): boolean =>
  states.includes(state) && role === (isSource ? 'Source' : 'Destination');

/** The side with this part in the replication. */
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
      ? 'Metro does not fail over: see promote, demote and modify({ role }) of replicationSessions.'
      : session.problems.join('; ') || 'Look at both sides.',
    cause: session.a.error ?? session.b.error,
  });
}
