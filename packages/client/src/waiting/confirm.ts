// Sends an action with `confirm`, and reads the session if its answer was lost. session/evidence.ts judges the readings;
// layers/outcome.ts says of every write, with `confirm` or without, whether its answer was lost.
import type { LifecycleOperation } from '@powerstore-api/types';
import { isLostAnswer } from '../errors/lost-answer.js';
import { NotCarriedOutError } from '../errors/not-carried-out-error.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import type { Transport } from '../http/transport.js';
import { poll } from './poll.js';
import { stateOf, type WatchedSession } from '../session/session-change.js';
import { evidenceOf, possibleRules } from '../session/evidence.js';
import { readSession, readSessionInTurn } from './watch.js';

/** An action on a session, as sent. */
export interface Action {
  readonly operation: LifecycleOperation;
  readonly id: string;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
}

/** If a session has not changed for this long, the array has not begun. */
const unchangedMs = 5000;
/** If a session cannot be read for this long, the outcome stays unknown. */
const readTimeoutMs = 30_000;
/** Milliseconds between two reads, on average. */
const confirmIntervalMs = 1000;

/** Sends an action. If its answer is lost, reads the session to find out the outcome. */
export async function confirmOutcome(send: Transport, call: Action, act: () => Promise<unknown>): Promise<unknown> {
  const before = await readSession(send, call.id, call.signal);
  try {
    return await act();
  } catch (error) {
    if (!isLostAnswer(error)) throw error;
    return await findOut(send, call, before, error as Error);
  }
}

async function findOut(
  send: Transport,
  { operation, id, body, signal }: Action,
  before: WatchedSession,
  lostAnswer: Error,
): Promise<undefined> {
  const rules = possibleRules(operation, body, before);
  const read = readSessionInTurn(send, id, confirmIntervalMs);
  const readings = poll(read, {
    interval: confirmIntervalMs,
    timeout: readTimeoutMs,
    signal,
    closing: send.closing,
    stateOf,
  });
  let since: number | undefined;
  try {
    for await (const { value: after, elapsed } of readings) {
      if (after === undefined) continue;
      const found = evidenceOf(rules, before, after);
      if (found === 'some') return undefined;
      if (found === 'unclear') break;
      since ??= elapsed;
      if (elapsed - since >= unchangedMs) throw new NotCarriedOutError(operation, after, lostAnswer);
    }
  } catch (error) {
    if (signal?.aborted === true || error instanceof NotCarriedOutError) throw error;
  }
  const { cause = lostAnswer } = lostAnswer;
  throw new OutcomeUnknownError(operation, cause as Error, true);
}
