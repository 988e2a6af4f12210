// Actions and pair states in names of the API, for findings.
import { type Action, roleOf, type SessionKind, type PairState } from './routes.js';
import type { Site } from '../array/target/target.js';
import { knownLiteral } from '../contract/known-literal.js';

/** An action that was sent to one side of a session. */
export interface Attempt {
  action: Action;
  on: Site;
  /** The state before the action. */
  pairState: PairState;
  kind: SessionKind;
  /** Whether the two arrays reached each other. */
  link?: 'up' | 'down';
}

const nameOf = ({ operationId, body = {} }: Action, separator: string): string => {
  const fields = Object.entries(body).map(([name, value]) => `${name}${separator}${String(value)}`);
  const name = operationId.replace('replication_session_', '');
  return fields.length > 0 ? `${name}(${fields.join(', ')})` : name;
};

/** A state that the contract does not know may be a value of the array. */
export const nameOfState = (state: string): string => knownLiteral('ReplicationState', state) ?? 'an unknown state';

/** The subject of a finding about an action, such as `pause@Source/OK Asynchronous/volume`. */
export function subjectOf({ action, on, pairState, kind, link = 'up' }: Attempt): string {
  const { state, paused_in, failover_test } = pairState;
  const where = [
    `${nameOf(action, '=')}@${roleOf(on, pairState, kind)}/${nameOfState(state)}`,
    ...(paused_in === undefined ? [] : [`(${paused_in})`]),
    ...(failover_test ? ['+failover_test'] : []),
    ...(link === 'down' ? ['+link_down'] : []),
  ];
  return `${where.join('')} ${kind.type}/${kind.resource_type}`;
}

/** An action as a part of a sentence. */
export function describeAttempt({ action, on, pairState, kind, link = 'up' }: Attempt): string {
  const role = roleOf(on, pairState, kind);
  const alone = link === 'down' ? ' while the other array is out of reach' : '';
  return `${nameOf(action, ' ')} on the ${role} of a session (${kind.type}/${kind.resource_type}) in ${describePairState(pairState)}${alone}`;
}

export const describePairState = ({ state, paused_in, failover_test }: PairState): string =>
  [
    nameOfState(state),
    ...(paused_in === undefined ? [] : [`(from ${paused_in})`]),
    ...(failover_test ? ['with a failover test'] : []),
  ].join(' ');
