import type { StopFailoverTestResponse } from '@powerstore-api/types';
import { createActions } from './actions.js';
import { type Collection, createCollection } from './collection.js';
import type { RequestBody } from './operation-input.js';
import type { Transport } from './transport.js';

/**
 * The replication sessions of an array, and what can be done to them. An action resolves when the array has accepted
 * it; what becomes of the session is in its `state`.
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
}

/** The methods over a transport. */
export function createReplicationSessions(send: Transport): ReplicationSessions {
  const act = createActions(send);
  return {
    ...createCollection<'replication_session'>(
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
  };
}
