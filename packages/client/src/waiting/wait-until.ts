import { checkOptions, remedyFor } from '@powerstore-api/input';
import { InputError, type ReplicationState, replicationStateValues } from '@powerstore-api/types';
import { WaitStuckError } from '../errors/wait-stuck-error.js';
import { WaitTimeoutError } from '../errors/wait-timeout-error.js';
import { readAnswer } from '../http/answer.js';
import { type Transport, withoutRetries } from '../http/transport.js';
import * as option from '../input/options.js';
import { inSeconds } from '../time/in-seconds.js';
import { poll } from './poll.js';
import { hasFailed, isUnderWay, needsAction, waysOut } from '../session/next-states.js';
import { differs, type SessionChange, stateOf, watched, type WatchedSession } from '../session/session-change.js';
import { has } from '../session/state-table.js';
import { readResourceName } from '../session/resource-name.js';
import { selectQuery } from '../query/parameters.js';
import { createWaitStatistics } from './wait-statistics.js';
import { defaultIntervalMs, readSessionInTurn } from './watch.js';

/**
 * The target of a wait: a state, several states, or a function that returns `true` when the session is there. For a state that
 * a newer array has and the contract lacks, pass a function.
 *
 * @example
 * ```ts
 * const inSync: SessionTarget = ({ state, data_transfer_state }) => state === 'OK' && data_transfer_state === 'Synchronous';
 * ```
 */
export type SessionTarget = ReplicationState | readonly ReplicationState[] | ((session: WatchedSession) => boolean);

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
  /** The longest wait, in milliseconds. Transient errors of reads do not end it. */
  readonly timeout: number;
  /**
   * Milliseconds between two reads on average; see {@link WatchOptions}.
   *
   * @default 5000
   */
  readonly interval?: number;
  /** Aborts the wait, which rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Called after the first read and for every change. An error that it throws ends the wait. */
  readonly onChange?: (change: SessionChange) => void;
  /**
   * Milliseconds that a session may stay in a state which it leaves only when an operator acts (`Failed_Over`, `Paused`,
   * `Error`, and `System_Paused` while the arrays are connected). Then the wait ends; an action that was just sent needs a
   * moment to show. With `Infinity` the client waits until an operator acts. It does not apply if the target is a
   * function.
   *
   * @default 30000
   */
  readonly stuckAfter?: number;
}

const waitOptions = option.schemaOf<WaitOptions>({
  timeout: option.requiredDuration,
  interval: option.duration,
  signal: option.signal,
  onChange: option.callback,
  stuckAfter: option.notNegative,
});

/** Waits over a transport. */
export async function waitUntil(
  send: Transport,
  id: string,
  target: SessionTarget,
  options: WaitOptions,
): Promise<WatchedSession> {
  checkOptions('waitUntil', waitOptions, options);
  const { timeout, interval = defaultIntervalMs, signal, onChange, stuckAfter = 30_000 } = options;
  const states = statesOf(target);
  const isThere = typeof target === 'function' ? target : ({ state }: WatchedSession) => states.includes(state);
  const statistics = createWaitStatistics(stateOf);
  const read = readSessionInTurn(send, id, interval);
  let session: WatchedSession | undefined;
  let since = 0;

  const describe = async () => {
    const outcome = statistics.outcome();
    // An array that has not answered just now would not answer this either.
    const name = outcome.cause === undefined && session ? await nameText(send, session, signal) : '';
    const goal = states.length === 0 ? 'satisfy the target function' : `be ${states.join(' or ')}`;
    return { ...outcome, waitedFor: `replication session ${id}${name} to ${goal}`, session };
  };

  for await (const reading of poll(read, { interval, timeout, signal, closing: send.closing, stateOf })) {
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
      ? `it went from ${String(previous?.state)} to ${current.state}: the action that was under way has failed`
      : `it has been ${current.state} for ${inSeconds(elapsed - since)}, and leaves that state only when an operator acts`;
    const wait = await describe();
    throw new WaitStuckError(`The wait for ${wait.waitedFor} cannot succeed: ${why}`, {
      ...wait,
      hint: whatToDo(current, states),
    });
  }
  const wait = await describe();
  throw new WaitTimeoutError(`Waited ${inSeconds(timeout)} for ${wait.waitedFor}: ${statistics.summary()}`, {
    ...wait,
    timeout,
    hint: session === undefined ? undefined : whatIsLeft(session, states),
  });
}

/** The name of the volume or group, read only for the text of an error. */
async function nameText(send: Transport, session: WatchedSession, signal: AbortSignal | undefined): Promise<string> {
  const query = selectQuery('name');
  const name = await readResourceName(
    session,
    async (resource, id, either) =>
      readAnswer(await withoutRetries(send)(`${resource}_instance_query`, { path: { id }, query, signal: either })),
    signal,
  );
  return name === undefined ? '' : ` (${name})`;
}

function statesOf(target: SessionTarget): readonly string[] {
  if (typeof target === 'function') return [];
  const states = typeof target === 'string' ? [target] : target;
  if (!Array.isArray(states) || states.length === 0)
    throw new InputError('waitUntil: the target must be a state, a list of states or a function');
  for (const state of states) {
    if (has(replicationStateValues, state)) continue;
    // The session would never be in it, and the wait would last for its whole timeout.
    throw new InputError(
      `waitUntil: ${String(state)} is not a state of the contract. ${remedyFor(String(state), replicationStateValues)}`,
    );
  }
  return states;
}

/** States in which the array stops a session because of trouble. */
const troubledStates: readonly ReplicationState[] = ['System_Paused', 'Fractured', 'Error'];

function whatToDo(session: WatchedSession, states: readonly string[]): string {
  const ways = waysOut(session, states);
  const action = ways.length === 0 ? '' : ` Actions that lead there: ${ways.join(', ')}.`;
  const code = typeof session.error_code === 'string' ? ` (${session.error_code})` : '';
  if (!has(troubledStates, session.state)) return `The array is not working on the session.${action}`;
  return `Check the error_code of the session${code} and the alerts of both arrays.${action}`;
}

function whatIsLeft(session: WatchedSession, states: readonly string[]): string {
  if (!isUnderWay(session)) return whatToDo(session, states);
  const { progress_percentage: progress, estimated_completion_timestamp: end } = session;
  const far = typeof progress === 'number' ? ` at ${progress} %` : '';
  const until = typeof end === 'string' ? `, and expects to end at ${end}` : '';
  return `The array is still working on the session (${session.state}${far})${until}. Wait longer.`;
}
