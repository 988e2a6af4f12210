import type {
  Condition,
  DataConnectionState,
  ReplicationSession,
  ReplicationSessionType,
  Situation,
} from '@powerstore-api/types';
import { asText } from '../input/has-text.js';

/**
 * The attributes that decide whether an action is possible.
 *
 * @example
 * ```ts
 * const select: JudgedAttribute[] = ['state', 'role', 'type', 'data_connection_state'];
 * const session = await array.replicationSessions.get(id, { select });
 * console.log(can.sync(session).possible);
 * ```
 */
export type JudgedAttribute =
  | 'state'
  | 'role'
  | 'type'
  | 'resource_type'
  | 'data_connection_state'
  | 'failover_test_in_progress';

/**
 * A session as read. Attributes that you did not select may be missing.
 *
 * @example
 * ```ts
 * const session: SessionToJudge = { state: 'OK', role: 'Source' };
 * ```
 */
export type SessionToJudge = {
  readonly [Name in JudgedAttribute]?: ReplicationSession[Name] | null | undefined;
};

/**
 * The attribute that each condition of the table needs. No attribute has the state in which a session was paused: only the
 * array knows it.
 */
export const attributeOf: Readonly<Partial<Record<Condition, JudgedAttribute>>> = {
  types: 'type',
  resource_types: 'resource_type',
  roles: 'role',
  failover_test: 'failover_test_in_progress',
  link: 'data_connection_state',
  from: 'state',
};

/**
 * With these no data reaches the other array. Every other literal, such as a loss of some paths or one of a newer release,
 * counts as a connection: the array has the last word.
 */
const disconnected: ReadonlySet<string> = new Set<DataConnectionState>([
  'Complete_Data_Connection_Loss',
  'No_Targets_Discovered',
]);

/** Arrays before 3.0 have no `type`: all of their sessions are asynchronous. */
export const typeBefore3: ReplicationSessionType = 'Asynchronous';

/** A session as the state table sees it. An attribute of a wrong type counts as not read. */
export function situationOf(session: SessionToJudge): Situation {
  const { data_connection_state: connection, failover_test_in_progress: test } = session;
  const link = asText(connection);
  return {
    state: asText(session.state),
    role: asText(session.role),
    type: asText(session.type),
    resource_type: asText(session.resource_type),
    link: link === undefined ? undefined : disconnected.has(link) ? 'down' : 'up',
    // Arrays answer null for NAS servers, which have no failover test.
    failover_test: test === undefined ? undefined : test === true,
  };
}
