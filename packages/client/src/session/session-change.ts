import type { ReplicationSession } from '@powerstore-api/types';
import { hasText } from '../input/has-text.js';
import type { Attribute } from '../query/select.js';

/** Attributes that arrays of every release have. */
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
 * A session with all of its attributes. Attributes that came with a later release than 1.0 may be missing.
 *
 * @example
 * ```ts
 * const report = ({ id, state, progress_percentage }: WatchedSession): void =>
 *   console.log(id, state, progress_percentage ?? '-');
 * ```
 */
export type WatchedSession = ReplicationSession & Required<Pick<ReplicationSession, Known>>;

/**
 * A session with the watched attributes, its id and its state.
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
 * A change of a session.
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
  /** The session before the change; `undefined` the first time. */
  readonly previous: Session | undefined;
  /** Milliseconds since the watch or wait began. */
  readonly elapsed: number;
}

/** The attributes that are watched by default: those that show progress or trouble. */
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

/** Checks `state`, and `role` if it was read, which texts contain. The others are trusted, as for every selection. */
export const isSession = (answer: unknown): answer is WatchedSession =>
  hasText(answer, 'state' satisfies keyof WatchedSession) &&
  (!('role' in answer) || answer.role === null || hasText(answer, 'role'));

/** The state of a session. */
export const stateOf = ({ state }: WatchedSession): string => state;

/** Whether one of these attributes has changed. One of them is an object, whose fields the array keeps in order. */
export const differs = (
  one: ReplicationSession,
  other: ReplicationSession,
  names: readonly Attribute<'replication_session'>[],
): boolean => names.some((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
