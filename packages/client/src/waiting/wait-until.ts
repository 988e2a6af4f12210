import { InputError, type ReplicationSession } from '@powerstore-api/types';
import { WaitStuckError } from '../errors/wait-stuck-error.js';
import { WaitTimeoutError } from '../errors/wait-timeout-error.js';
import { type Transport, withoutRetries } from '../http/transport.js';
import { checkDuration, checkNotNegative } from '../input/check-number.js';
import { inSeconds } from '../time/in-seconds.js';
import { poll } from './poll.js';
import { hasFailed, isUnderWay, needsAction, waysOut } from '../session/next-states.js';
import { differs, type SessionChange, stateOf, watched, type WatchedSession } from '../session/session-change.js';
import { createWaitStatistics } from './wait-statistics.js';
import { INTERVAL_MS, readSession } from './watch.js';

/**
 * A state of a session: one that this package knows, or one of a newer array.
 *
 * @example
 * ```ts
 * const states: SessionState[] = ['OK', 'Synchronizing'];
 * ```
 */
export type SessionState = NonNullable<ReplicationSession['state']>;

/**
 * What to wait for: a state, one of several, or whatever a function says yes to.
 *
 * @example
 * ```ts
 * const inSync: SessionTarget = ({ state, data_transfer_state }) => state === 'OK' && data_transfer_state === 'Synchronous';
 * ```
 */
export type SessionTarget = SessionState | readonly SessionState[] | ((session: WatchedSession) => boolean);

/**
 * How to wait for a session.
 *
 * @example
 * ```ts
 * const options: WaitOptions = {
 *   timeout: 600_000,
 *   onChange: ({ session }) => console.log(session.state, session.progress_percentage),
 * };
 * ```
 */
export interface WaitOptions {
  /** Milliseconds to wait at most. Until then reads may fail that may succeed the next time. */
  readonly timeout: number;
  /**
   * Milliseconds between two reads, on average; see {@link WatchOptions}.
   *
   * @default 5000
   */
  readonly interval?: number;
  /** Aborts the wait; it rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Called with every change, the first and the last one among them. What it throws ends the wait. */
  readonly onChange?: (change: SessionChange) => void;
  /**
   * Milliseconds that a session may be in a state which it leaves only when somebody acts (`Failed_Over`, `Paused`,
   * `Error`, and `System_Paused` where the connection is not to blame), before the wait for a state ends: an action that
   * was just sent needs a moment to show. `Infinity` waits for somebody to act. A wait with a function does not end so.
   *
   * @default 30000
   */
  readonly stuckAfter?: number;
}

/** Waits over a transport. */
export async function waitUntil(
  send: Transport,
  id: string,
  target: SessionTarget,
  { timeout, interval = INTERVAL_MS, signal, onChange, stuckAfter = 30_000 }: WaitOptions,
): Promise<WatchedSession> {
  checkDuration('timeout', timeout);
  checkDuration('interval', interval);
  checkNotNegative('stuckAfter', stuckAfter);
  const states = statesOf(target);
  const isThere = typeof target === 'function' ? target : ({ state }: WatchedSession) => states.includes(state);
  const statistics = createWaitStatistics(stateOf);
  const read = (either: AbortSignal | undefined): Promise<WatchedSession> =>
    readSession(withoutRetries(send), id, either);
  let session: WatchedSession | undefined;
  let since = 0;

  const describe = () => ({
    ...statistics.outcome(),
    waitedFor: `replication session ${id} to be ${states.join(' or ') || 'as a function says'}`,
    session,
  });

  for await (const reading of poll(read, { interval, timeout, signal, stateOf })) {
    statistics.count(reading);
    if (reading.value === undefined) continue;
    const { value: current, elapsed } = reading;
    const previous = session;
    session = current;
    if (previous?.state !== current.state) since = elapsed;
    if (previous === undefined || differs(previous, current, watched)) {
      onChange?.({ session: current, previous, elapsed });
    }
    if (isThere(current)) return current;
    if (states.length === 0 || !needsAction(current, states)) continue;
    const failed = hasFailed(previous, current, states);
    if (!failed && elapsed - since < stuckAfter) continue;
    const why = failed
      ? `after ${String(previous?.state)} it is ${current.state}: what was under way has failed`
      : `for ${inSeconds(elapsed - since)} it has been ${current.state}, which it leaves only when somebody acts`;
    const wait = describe();
    throw new WaitStuckError(`Waited for ${wait.waitedFor}, and it will not be: ${why}`, {
      ...wait,
      hint: whatToDo(current, states),
    });
  }
  const wait = describe();
  throw new WaitTimeoutError(`Waited ${inSeconds(timeout)} for ${wait.waitedFor}: ${statistics.summary()}`, {
    ...wait,
    timeout,
    hint: session === undefined ? undefined : whatIsLeft(session, states),
  });
}

function statesOf(target: SessionTarget): readonly string[] {
  if (typeof target === 'function') return [];
  const states = typeof target === 'string' ? [target] : target;
  if (states.length === 0) throw new InputError('target must be a state, a list of states or a function');
  return states;
}

function whatToDo(session: WatchedSession, states: readonly string[]): string {
  const ways = waysOut(session, states);
  const action = ways.length === 0 ? '' : ` What leads there: ${ways.join(', ')}.`;
  const code = typeof session.error_code === 'string' ? ` (${session.error_code})` : '';
  if (!['System_Paused', 'Fractured', 'Error'].includes(session.state)) return `Nothing is under way.${action}`;
  return `Look at the error_code of the session${code} and at the alerts of both arrays.${action}`;
}

function whatIsLeft(session: WatchedSession, states: readonly string[]): string {
  if (!isUnderWay(session)) return whatToDo(session, states);
  const { progress_percentage: progress, estimated_completion_timestamp: end } = session;
  const far = typeof progress === 'number' ? ` at ${progress} %` : '';
  const until = typeof end === 'string' ? `, expected to end at ${end}` : '';
  return `${session.state} is still under way${far}${until}: wait longer.`;
}
