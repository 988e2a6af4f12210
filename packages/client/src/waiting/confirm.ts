import type { LifecycleOperation } from '@powerstore-api/types';
import { isOutcomeUnknownError } from '../errors/guards.js';
import { NotCarriedOutError } from '../errors/not-carried-out-error.js';
import type { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import { type Transport, withoutRetries } from '../http/transport.js';
import { poll } from './poll.js';
import { stateOf, type WatchedSession } from '../session/session-change.js';
import { evidenceOf, possibleRules } from '../session/evidence.js';
import { readSession } from './watch.js';

/** An action on a session, as sent. */
export interface Action {
  readonly operation: LifecycleOperation;
  readonly id: string;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
}

/** If a session has not changed for this long, the array has not begun. */
const UNCHANGED_MS = 5000;
/** If a session cannot be read for this long, the outcome stays unknown. */
const READ_TIMEOUT_MS = 30_000;
/** Milliseconds between two reads, on average. */
const CONFIRM_INTERVAL_MS = 1000;

/** Sends an action. If its answer is lost, reads the session to find out the outcome. */
export async function confirmOutcome(send: Transport, call: Action, act: () => Promise<unknown>): Promise<unknown> {
  const before = await readSession(send, call.id, call.signal);
  try {
    return await act();
  } catch (error) {
    if (!isOutcomeUnknownError(error)) throw error;
    return await findOut(send, call, before, error);
  }
}

async function findOut(
  send: Transport,
  { operation, id, body, signal }: Action,
  before: WatchedSession,
  lostAnswer: OutcomeUnknownError,
): Promise<undefined> {
  const rules = possibleRules(operation, body, before);
  const read = (either: AbortSignal | undefined): Promise<WatchedSession> =>
    readSession(withoutRetries(send), id, either);
  const readings = poll(read, { interval: CONFIRM_INTERVAL_MS, timeout: READ_TIMEOUT_MS, signal, stateOf });
  let since: number | undefined;
  try {
    for await (const { value: after, elapsed } of readings) {
      if (after === undefined) continue;
      const found = evidenceOf(rules, before, after);
      if (found === 'some') return undefined;
      if (found === 'unclear') break;
      since ??= elapsed;
      if (elapsed - since >= UNCHANGED_MS) throw new NotCarriedOutError(operation, after, lostAnswer);
    }
  } catch (error) {
    if (signal?.aborted === true || error instanceof NotCarriedOutError) throw error;
  }
  throw lostAnswer;
}
