import type { ReplicationSession, StopFailoverTestResponse } from '@powerstore-api/types';
import { createActions } from './actions.js';
import * as can from './can/can.js';
import { type Collection, createCollection } from './collection.js';
import type { RequestBody } from './operation-input.js';
import type { Attribute } from './select.js';
import type { Transport } from './transport.js';
import type { SessionChange, Watched, WatchedSession } from './waiting/session-change.js';
import { type SessionTarget, waitUntil, type WaitOptions } from './waiting/wait-until.js';
import { type WatchOptions, watchSession } from './waiting/watch.js';

/**
 * The replication sessions of an array, and what can be done to them. An action resolves when the array has accepted
 * it; what becomes of the session is in its `state`.
 *
 * @example
 * ```ts
 * const [session] = await array.replicationSessions
 *   .list({ select: ['id', 'state'], filter: { local_resource_id: `eq.${volumeId}` } })
 *   .toArray();
 * if (session?.state === 'OK') await array.replicationSessions.failover(session.id, { is_planned: true });
 * ```
 */
export interface ReplicationSessions extends Collection<ReplicationSession> {
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
  modify(id: string, body: RequestBody<'replication_session_modify'>): Promise<void>;
  /**
   * Starts a synchronization now. Asynchronous sessions only, on the source.
   *
   * @example
   * ```ts
   * await array.replicationSessions.sync(id);
   * ```
   */
  sync(id: string): Promise<void>;
  /**
   * Stops replication until it is resumed. A metro session takes the volume away from the hosts of the non-preferred
   * side.
   *
   * @example
   * ```ts
   * await array.replicationSessions.pause(id);
   * ```
   */
  pause(id: string): Promise<void>;
  /**
   * Takes a session up again that a user paused.
   *
   * @example
   * ```ts
   * await array.replicationSessions.resume(id);
   * ```
   */
  resume(id: string): Promise<void>;
  /**
   * Makes the destination the one that serves data: planned on the source, unplanned on the destination.
   *
   * @example
   * ```ts
   * await array.replicationSessions.failover(id, { is_planned: true, reverse: true });
   * ```
   */
  failover(id: string, body?: RequestBody<'replication_session_failover'>): Promise<void>;
  /**
   * After a failover, replicates in the other direction.
   *
   * @example
   * ```ts
   * await array.replicationSessions.reprotect(id);
   * ```
   */
  reprotect(id: string, body?: RequestBody<'replication_session_reprotect'>): Promise<void>;
  /**
   * Opens a copy of the destination for a test while replication goes on. On the destination.
   *
   * @example
   * ```ts
   * await array.replicationSessions.startFailoverTest(id, { snapshot_id: snapshotId });
   * ```
   */
  startFailoverTest(id: string, body?: RequestBody<'replication_session_start_failover_test'>): Promise<void>;
  /**
   * Ends a failover test. Resolves with the snapshot of what was written during it, where one was asked for.
   *
   * @example
   * ```ts
   * const stopped = await array.replicationSessions.stopFailoverTest(id);
   * console.log(stopped ?? 'no snapshot');
   * ```
   */
  stopFailoverTest(
    id: string,
    body?: RequestBody<'replication_session_stop_failover_test'>,
  ): Promise<StopFailoverTestResponse | undefined>;
  /**
   * Makes this side of a metro session serve its hosts while the other one is out of reach.
   *
   * @example
   * ```ts
   * await array.replicationSessions.promote(id);
   * ```
   */
  promote(id: string): Promise<void>;
  /**
   * Makes this side of a metro session stop serving its hosts.
   *
   * @example
   * ```ts
   * await array.replicationSessions.demote(id);
   * ```
   */
  demote(id: string): Promise<void>;
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
  watch<const A extends Attribute<ReplicationSession> = never>(
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
export function createReplicationSessions(send: Transport): ReplicationSessions {
  const act = createActions(send);
  return {
    can,
    ...createCollection<ReplicationSession>(
      send,
      'replication_session_collection_query',
      'replication_session_instance_query',
    ),
    async modify(id, body) {
      await act('replication_session_modify', id, body);
    },
    async sync(id) {
      await act('replication_session_sync', id);
    },
    async pause(id) {
      await act('replication_session_pause', id);
    },
    async resume(id) {
      await act('replication_session_resume', id);
    },
    async failover(id, body) {
      await act('replication_session_failover', id, body);
    },
    async reprotect(id, body) {
      await act('replication_session_reprotect', id, body);
    },
    async startFailoverTest(id, body) {
      await act('replication_session_start_failover_test', id, body);
    },
    // 200 with a body where a snapshot was asked for, 204 without one where it was not.
    async stopFailoverTest(id, body) {
      const answer = await act('replication_session_stop_failover_test', id, body);
      return answer as StopFailoverTestResponse | undefined;
    },
    async promote(id) {
      await act('replication_session_promote', id);
    },
    async demote(id) {
      await act('replication_session_demote', id);
    },
    watch: (id, options = {}) => watchSession(send, id, options),
    waitUntil: (id, target, options) => waitUntil(send, id, target, options),
  };
}
