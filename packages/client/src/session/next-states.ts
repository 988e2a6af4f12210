// The states that a session reaches by itself, and the actions that lead out of the others, by the state table.
import type { DataConnectionState, ReplicationState } from '@powerstore-api/types';
import { sessionMethodName } from '../names/method-name.js';
import type { WatchedSession } from './session-change.js';
import { typeBefore3 } from './situation.js';
import { allRows, has } from './state-table.js';

const rows = allRows();

/** States that end by themselves. The state table does not have the first and the last one. */
const transitionalStates: ReadonlySet<string> = new Set<ReplicationState>([
  'Initializing',
  ...rows.flatMap(({ rule: { via = [] } }) => via),
  'Deleting',
]);

/** Whether the array is working on the session. */
export const isUnderWay = ({ state }: WatchedSession): boolean => transitionalStates.has(state);

/** "User must act", says the API document 4.0 of the first two (states of a session). */
const statesThatNeedAction: ReadonlySet<string> = new Set<ReplicationState>(['Failed_Over', 'Error', 'Paused']);

/** Whether a session stays in a state until an operator acts. */
export const staysWithoutAction = (state: string): boolean => statesThatNeedAction.has(state);

/** States that a session reaches by itself when the other array is connected again. */
const statesReachedAlone: ReadonlySet<string> = new Set<ReplicationState>([
  'OK',
  'Synchronizing',
  'Switching_To_Synchronous',
]);

/**
 * Whether it is certain that a session reaches none of these states before an operator acts. The array itself has paused a
 * session in `System_Paused`, and resumes it when a lost connection is back.
 */
export function needsAction({ state, data_connection_state }: WatchedSession, targets: readonly string[]): boolean {
  if (state !== ('System_Paused' satisfies ReplicationState)) return statesThatNeedAction.has(state);
  const isConnected = data_connection_state === ('OK' satisfies DataConnectionState);
  return isConnected || !targets.some((target) => statesReachedAlone.has(target));
}

/** Whether the action that was under way in `previous` has failed for good. */
export function hasFailed(
  previous: WatchedSession | undefined,
  { state }: WatchedSession,
  targets: readonly string[],
): boolean {
  if (previous === undefined || !transitionalStates.has(previous.state)) return false;
  if (state === ('Error' satisfies ReplicationState)) return true;
  // The array may show the paused session before it shows the lost connection that caused it.
  if (targets.some((target) => statesReachedAlone.has(target))) return false;
  return rows.some(({ rule: { via, fails_to } }) => fails_to === state && has(via, previous.state));
}

/** The actions that lead from the state of a session into one of these states, each with its side, for people. */
export function waysOut({ state, type = typeBefore3 }: WatchedSession, targets: readonly string[]): string[] {
  const leading = rows.filter(
    ({ rule: { from, to, types } }) =>
      has(from, state) && has(targets, to) && (types === undefined || has(types, type)),
  );
  return [
    ...new Set(
      leading.map(
        ({ operation, rule: { roles } }) =>
          sessionMethodName(operation) + (roles === undefined ? '' : ` on the ${roles.join(' or ')}`),
      ),
    ),
  ];
}
