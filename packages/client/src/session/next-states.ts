// What becomes of a session by itself, and what somebody would have to do: from the state table.
import type { WatchedSession } from './session-change.js';
import { allRows, has } from './state-table.js';

const rows = allRows();

/** States that end by themselves. No action leads through the first and the last one. */
const transitionalStates: ReadonlySet<string> = new Set([
  'Initializing',
  ...rows.flatMap(({ rule: { via = [] } }) => via),
  'Deleting',
]);

/** Whether something is under way. */
export const isUnderWay = ({ state }: WatchedSession): boolean => transitionalStates.has(state);

/** "User must act" is how the array's documents end on the first two of them (API document 4.0, states of a session). */
const statesThatNeedAction: ReadonlySet<string> = new Set(['Failed_Over', 'Error', 'Paused']);

/** Where a session that lost the other array can get by itself when that is back. */
const statesReachedAlone: ReadonlySet<string> = new Set(['OK', 'Synchronizing', 'Switching_To_Synchronous']);

/**
 * Whether a session stays out of these states until somebody acts, as far as that is certain. The array has paused one
 * in `System_Paused`, and takes it up again if it was for a connection that is back.
 */
export function needsAction({ state, data_connection_state }: WatchedSession, targets: readonly string[]): boolean {
  if (state !== 'System_Paused') return statesThatNeedAction.has(state);
  return data_connection_state === 'OK' || !targets.some((target) => statesReachedAlone.has(target));
}

/** Whether what was under way in `previous` has ended where it ends when it fails, and that for good. */
export function hasFailed(
  previous: WatchedSession | undefined,
  { state }: WatchedSession,
  targets: readonly string[],
): boolean {
  if (previous === undefined || !transitionalStates.has(previous.state)) return false;
  if (state === 'Error') return true;
  // The array may show that it has paused a session before it shows that the connection is to blame.
  if (targets.some((target) => statesReachedAlone.has(target))) return false;
  return rows.some(({ rule: { via, fails_to } }) => fails_to === state && has(via, previous.state));
}

/** The actions that lead from where a session is into one of these states, and from which side, for people. */
export function waysOut({ state, type = 'Asynchronous' }: WatchedSession, targets: readonly string[]): string[] {
  const leading = rows.filter(
    ({ rule: { from, to, types } }) =>
      has(from, state) && has(targets, to) && (types === undefined || has(types, type)),
  );
  return [
    ...new Set(
      leading.map(
        ({ operation, rule: { roles } }) => `${operation}${roles === undefined ? '' : ` on the ${roles.join(' or ')}`}`,
      ),
    ),
  ];
}
