// The operations on a pair: which action goes to which side, and in what order. A plan lists the same steps.
import type { FullInstance, ReplicationRole, RequestBody } from '@powerstore-api/types';
import { failover } from '../can/can.js';
import { type ActionStep, fits } from './action-step.js';
import type { Course } from './course.js';
import type { FailoverOptions } from './failover-event.js';
import { otherSite, type PairSession, type Site, sites } from './pair-session.js';

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

export const plannedFailover =
  ({ reprotect = false }: PlannedFailoverOptions) =>
  async (operation: Course): Promise<PairSession> =>
    failOverFrom(operation, siteWith(operation, 'source'), reprotect);

export const unplannedFailover =
  ({ body = {} }: UnplannedFailoverOptions) =>
  async (operation: Course): Promise<PairSession> => {
    const site = siteWith(operation, 'destination');
    await operation.perform({
      name: 'failover',
      site,
      body: { is_planned: false, ...body },
      wanted: () => ({ state: 'Failed_Over', role: 'Source' }),
      // The other array may be lost for good.
      sides: [site],
      open:
        body.force === true
          ? []
          : ['whether the array asks for force, because the destination is behind (from 4.4 on)'],
    });
    return operation.session;
  };

export const failback =
  () =>
  async (operation: Course): Promise<PairSession> => {
    const survivor = sites.find((site) =>
      fits(operation.session[site].session, { state: 'Failed_Over', role: 'Source' }),
    );
    if (survivor === undefined) {
      const hint =
        'There is nothing to fail back. To move the source to the other side, run plannedFailover(id, { reprotect: true }).';
      throw operation.incomplete({ step: 'check', site: undefined, problem: 'no side is Failed_Over as Source', hint });
    }
    // The array that was lost learns by itself that the other one has taken over.
    await operation.until('reconcile', otherSite(survivor), { state: 'Failed_Over', role: 'Destination' });
    await operation.perform(reprotection(survivor));
    return failOverFrom(operation, survivor, true);
  };

/** A planned failover copies the missing data first (REST API document 4.0), so no sync is needed before it. */
async function failOverFrom(operation: Course, site: Site, isReprotected: boolean): Promise<PairSession> {
  // In one step, whatever the state is now, unless only the way in two is sure for this kind of session, as for synchronous
  // ones.
  const ready = {
    state: 'OK',
    data_connection_state: 'OK',
    failover_test_in_progress: false,
  } as const satisfies Pick<
    FullInstance<'replication_session'>,
    'state' | 'data_connection_state' | 'failover_test_in_progress'
  >;
  const session = { ...operation.judged(site), ...ready };
  const can = (inOne: boolean) => failover(session, { is_planned: true, reverse: inOne }).possible;
  const reverse = isReprotected && (can(true) ?? can(false) !== true);
  const next = otherSite(site);
  await operation.perform({
    name: 'failover',
    site,
    body: { is_planned: true, reverse },
    wanted: (at) => ({ state: reverse ? 'OK' : 'Failed_Over', role: roleOf(at, next) }),
    sides: sites,
  });
  if (isReprotected && !reverse) await operation.perform(reprotection(next));
  return operation.session;
}

const reprotection = (site: Site): ActionStep => ({
  name: 'reprotect',
  site,
  wanted: (at) => ({ state: 'OK', role: roleOf(at, site) }),
  sides: sites,
});

const roleOf = (at: Site, source: Site): ReplicationRole => (at === source ? 'Source' : 'Destination');

/** The side that is the source or the destination. */
export function siteWith(operation: Course, part: 'source' | 'destination'): Site {
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
      : 'Look at both sides with pair.session(id). pair.sessions() lists the ids, with names.',
    cause: session.a.error ?? session.b.error,
  });
}
