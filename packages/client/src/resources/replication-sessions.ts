import { type ActionMethod, createActionMethods } from './action-methods.js';
import * as can from '../can/can.js';
import { type Collection, createCollection } from './collection.js';
import type { Attribute } from '../query/select.js';
import type { Transport } from '../http/transport.js';
import type { SessionChange, Watched, WatchedSession } from '../session/session-change.js';
import { type SessionTarget, waitUntil, type WaitOptions } from '../waiting/wait-until.js';
import { type WatchOptions, watchSession } from '../waiting/watch.js';

/**
 * The replication sessions of an array, and what can be done to them. An action resolves when the array has accepted
 * it, and with `{ async: true }` with the job that carries it out; what becomes of the session is in its `state`.
 *
 * @example
 * ```ts
 * const [session] = await array.replicationSessions
 *   .list({ select: ['id', 'state'], where: { local_resource_id: volumeId } })
 *   .toArray();
 * if (session?.state === 'OK') await array.replicationSessions.failover(session.id, { is_planned: true });
 * ```
 */
export interface ReplicationSessions extends Collection<'replication_session'> {
  /**
   * Whether an action is possible, by the state table of the API and what was read of the session. Nothing is asked of
   * the array, so it has the last word: what only the other side shows, such as that it alone is paused, is not known
   * here, nor whether the destination is so far behind that an unplanned failover needs `force` (from 4.4 on). An array
   * before 3.0 has neither `type` nor `data_connection_state`: its sessions are asynchronous.
   *
   * @example
   * ```ts
   * const session = await array.replicationSessions.get(id, { select: '*' });
   * const answer = array.replicationSessions.can.failover(session, { is_planned: true });
   * if (answer.possible) console.log(`through ${answer.via.join(', ')} to ${answer.to}`);
   * else console.log(`${answer.reason}: ${answer.remedy}`);
   * ```
   */
  readonly can: typeof can;
  /**
   * Makes a side of a metro session the preferred one, or switches automatic failover on.
   *
   * @example
   * ```ts
   * await array.replicationSessions.modify(id, { role: 'Metro_Preferred' });
   * ```
   */
  readonly modify: ActionMethod<'replication_session_modify'>;
  /**
   * Starts a synchronization now. Asynchronous sessions only, on the source.
   *
   * @example
   * ```ts
   * await array.replicationSessions.sync(id);
   * ```
   */
  readonly sync: ActionMethod<'replication_session_sync'>;
  /**
   * Stops replication until it is resumed. A metro session takes the volume away from the hosts of the non-preferred
   * side.
   *
   * @example
   * ```ts
   * await array.replicationSessions.pause(id);
   * ```
   */
  readonly pause: ActionMethod<'replication_session_pause'>;
  /**
   * Takes a session up again that a user paused.
   *
   * @example
   * ```ts
   * await array.replicationSessions.resume(id);
   * ```
   */
  readonly resume: ActionMethod<'replication_session_resume'>;
  /**
   * Makes the destination the one that serves data: planned on the source, unplanned on the destination.
   *
   * @example
   * ```ts
   * await array.replicationSessions.failover(id, { is_planned: true, reverse: true });
   * ```
   * @example On the destination, and with the answer made sure of.
   * ```ts
   * await array.replicationSessions.failover(id, { is_planned: false }, { confirm: true });
   * ```
   * @example As a job.
   * ```ts
   * const job = await array.replicationSessions.failover(id, { is_planned: true }, { async: true });
   * await job.wait({ timeout: 600_000 });
   * ```
   */
  readonly failover: ActionMethod<'replication_session_failover'>;
  /**
   * After a failover, replicates in the other direction.
   *
   * @example
   * ```ts
   * await array.replicationSessions.reprotect(id);
   * ```
   */
  readonly reprotect: ActionMethod<'replication_session_reprotect'>;
  /**
   * Opens a copy of the destination for a test while replication goes on. On the destination.
   *
   * @example
   * ```ts
   * await array.replicationSessions.startFailoverTest(id, { snapshot_id: snapshotId });
   * ```
   */
  readonly startFailoverTest: ActionMethod<'replication_session_start_failover_test'>;
  /**
   * Ends a failover test. Resolves with the snapshot of what was written during it, where one was asked for.
   *
   * @example
   * ```ts
   * const stopped = await array.replicationSessions.stopFailoverTest(id);
   * console.log(stopped ?? 'no snapshot');
   * ```
   */
  readonly stopFailoverTest: ActionMethod<'replication_session_stop_failover_test'>;
  /**
   * Makes this side of a metro session serve its hosts while the other one is out of reach.
   *
   * @example
   * ```ts
   * await array.replicationSessions.promote(id);
   * ```
   */
  readonly promote: ActionMethod<'replication_session_promote'>;
  /**
   * Makes this side of a metro session stop serving its hosts.
   *
   * @example
   * ```ts
   * await array.replicationSessions.demote(id);
   * ```
   */
  readonly demote: ActionMethod<'replication_session_demote'>;
  /**
   * Watches a session by reading it again and again: yields it when it is first read, and then whenever something that is
   * watched has changed. Each loop is a watch of its own, and ends when it is left or its signal is aborted. It throws a
   * `NotFoundError` when there is no such session, or no longer; what may go away again, a lost connection or a 503, only
   * when it happens `tolerate` times in a row and once more.
   *
   * @example
   * ```ts
   * for await (const { session, previous, elapsed } of array.replicationSessions.watch(id, { interval: 10_000 })) {
   *   console.log(Math.round(elapsed / 1000), previous?.state, session.state, session.progress_percentage);
   *   if (session.state === 'Failed_Over') break;
   * }
   * ```
   */
  watch<const A extends Attribute<'replication_session'> = never>(
    id: string,
    options?: WatchOptions<A>,
  ): AsyncIterable<SessionChange<Watched<A>>>;
  /**
   * Waits until a session is in a state, in one of several, or as a function says. Resolves with the session as it is
   * then. Rejects with a `WaitTimeoutError` when it is not in time, with a `WaitStuckError` as soon as it is certain that
   * nothing but an action leads there, and with a `NotFoundError` when there is no such session, or no longer. Lost
   * connections and answers of 500 and above are no reason to stop waiting.
   *
   * @example
   * ```ts
   * await array.replicationSessions.reprotect(id);
   * const { role } = await array.replicationSessions.waitUntil(id, 'OK', {
   *   timeout: 600_000,
   *   onChange: ({ session }) => console.log(session.state, session.progress_percentage),
   * });
   * ```
   */
  waitUntil(id: string, target: SessionTarget, options: WaitOptions): Promise<WatchedSession>;
}

/** The methods over a transport. */
export const createReplicationSessions = (send: Transport): ReplicationSessions => ({
  can,
  ...createCollection(send, 'replication_session'),
  ...createActionMethods(send, 'replication_session'),
  watch: (id, options = {}) => watchSession(send, id, options),
  waitUntil: (id, target, options) => waitUntil(send, id, target, options),
});
