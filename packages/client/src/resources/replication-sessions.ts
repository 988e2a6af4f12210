import { type ActionMethod, createActionMethods } from './action-methods.js';
import * as can from '../can/can.js';
import { type Collection, createCollection } from './collection.js';
import type { Attribute } from '../query/select.js';
import type { Transport } from '../http/transport.js';
import type { SessionChange, Watched, WatchedSession } from '../session/session-change.js';
import { type SessionTarget, waitUntil, type WaitOptions } from '../waiting/wait-until.js';
import { type WatchOptions, watchSession } from '../waiting/watch.js';

/**
 * The replication sessions of an array. The method of an action resolves when the array has accepted the action; the
 * `state` of the session shows its progress. With `{ async: true }` the method resolves with a job.
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
   * Whether an action is possible, by the state table of the API and the attributes that you have read of the session.
   * `can` sends nothing to the array, which has the last word: `can` does not know states that only the other side shows,
   * or whether an unplanned failover needs `force` because the destination is behind (from 4.4 on). Arrays before 3.0 have
   * neither `type` nor `data_connection_state`; all of their sessions are asynchronous.
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
   * Makes a side of a metro session the preferred one, or turns automatic failover on.
   *
   * @example
   * ```ts
   * await array.replicationSessions.modify(id, { role: 'Metro_Preferred' });
   * ```
   */
  readonly modify: ActionMethod<'replication_session_modify'>;
  /**
   * Starts a synchronization now. For asynchronous sessions only; send it to the source.
   *
   * @example
   * ```ts
   * await array.replicationSessions.sync(id);
   * ```
   */
  readonly sync: ActionMethod<'replication_session_sync'>;
  /**
   * Stops replication until you resume it. Hosts of the non-preferred side of a metro session lose access to the volume.
   *
   * @example
   * ```ts
   * await array.replicationSessions.pause(id);
   * ```
   */
  readonly pause: ActionMethod<'replication_session_pause'>;
  /**
   * Resumes a session that a user has paused.
   *
   * @example
   * ```ts
   * await array.replicationSessions.resume(id);
   * ```
   */
  readonly resume: ActionMethod<'replication_session_resume'>;
  /**
   * Moves production to the destination. Send a planned failover to the source, an unplanned one to the destination.
   *
   * @example
   * ```ts
   * await array.replicationSessions.failover(id, { is_planned: true, reverse: true });
   * ```
   * @example Unplanned, with the outcome confirmed if the answer is lost.
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
   * Replicates in the other direction after a failover. Send it to the new source.
   *
   * @example
   * ```ts
   * await array.replicationSessions.reprotect(id);
   * ```
   */
  readonly reprotect: ActionMethod<'replication_session_reprotect'>;
  /**
   * Shows hosts of the destination a copy of the data while replication goes on. Send it to the destination.
   *
   * @example
   * ```ts
   * await array.replicationSessions.startFailoverTest(id, { snapshot_id: snapshotId });
   * ```
   */
  readonly startFailoverTest: ActionMethod<'replication_session_start_failover_test'>;
  /**
   * Ends a failover test. Send it to the destination. Resolves with the snapshot of the written data if you asked for one.
   *
   * @example
   * ```ts
   * const stopped = await array.replicationSessions.stopFailoverTest(id);
   * console.log(stopped ?? 'no snapshot');
   * ```
   */
  readonly stopFailoverTest: ActionMethod<'replication_session_stop_failover_test'>;
  /**
   * Makes this side of a metro session serve its hosts while the other side is out of reach.
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
   * Watches a session by polling: yields it after the first read, and then each time a watched attribute has changed. Each
   * loop is a watch of its own; it ends when you leave it or abort its signal. The loop throws a `NotFoundError` when the
   * array does not have the session or has deleted it. It throws transient errors, such as a lost connection or a 503, only when
   * more than `tolerate` reads in a row fail.
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
   * Waits until a session is in a state, in one of several states, or until a function returns `true`. Resolves with the
   * session as last read. Rejects with a `WaitTimeoutError` after the `timeout`, with a `WaitStuckError` as soon as only an
   * action leads to the target, and with a `NotFoundError` when the array does not have the session or has deleted it. Lost
   * connections and answers of 500 and above do not end the wait.
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
