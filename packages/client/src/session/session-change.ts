import type { ReplicationSession } from '@powerstore-api/types';
import type { Attribute } from '../query/select.js';

/** What arrays of every release know of a session. */
type Known =
  | 'id'
  | 'state'
  | 'role'
  | 'resource_type'
  | 'local_resource_id'
  | 'remote_resource_id'
  | 'remote_system_id'
  | 'last_sync_timestamp'
  | 'progress_percentage'
  | 'estimated_completion_timestamp';

/**
 * A session with all that the array knows of it. What came with a later release than 1.0 may be missing.
 *
 * @example
 * ```ts
 * const report = ({ id, state, progress_percentage }: WatchedSession): void =>
 *   console.log(id, state, progress_percentage ?? '-');
 * ```
 */
export type WatchedSession = ReplicationSession & Required<Pick<ReplicationSession, Known>>;

/**
 * A session of which a list of attributes is watched: these, its id and its state.
 *
 * @example
 * ```ts
 * type Row = Watched<'role'>; // { id: string; state: …; role: … }
 * ```
 */
export type Watched<A extends Attribute<'replication_session'>> = [A] extends [never]
  ? WatchedSession
  : Required<Pick<ReplicationSession, A | 'id' | 'state'>>;

/**
 * A session that is not as it was.
 *
 * @example
 * ```ts
 * const report = ({ session, previous, elapsed }: SessionChange): void =>
 *   console.log(`${Math.round(elapsed / 1000)} s: ${previous?.state ?? 'first seen'} → ${session.state}`);
 * ```
 */
export interface SessionChange<Session = WatchedSession> {
  /** The session as last read. */
  readonly session: Session;
  /** The session as it was in the change before; `undefined` in the first one. */
  readonly previous: Session | undefined;
  /** Milliseconds since the watch or wait began. */
  readonly elapsed: number;
}

/** What is watched where nobody says what: what tells of progress and of trouble, not what follows from it. */
export const watched: readonly Attribute<'replication_session'>[] = [
  'state',
  'role',
  'progress_percentage',
  'estimated_completion_timestamp',
  'last_sync_timestamp',
  'data_transfer_state',
  'data_connection_state',
  'local_resource_state',
  'failover_test_in_progress',
  'error_code',
  'auto_failover_state',
  'witness_details',
];

/** That an array sends the other attributes as well is taken on trust, as it is wherever something is selected. */
export const isSession = (answer: unknown): answer is WatchedSession =>
  typeof answer === 'object' && answer !== null && 'state' in answer && typeof answer.state === 'string';

/** What a session is doing. */
export const stateOf = ({ state }: WatchedSession): string => state;

/** Whether one of these attributes has another value. One is an object, and the array keeps the order of its fields. */
export const differs = (
  one: ReplicationSession,
  other: ReplicationSession,
  names: readonly Attribute<'replication_session'>[],
): boolean => names.some((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
