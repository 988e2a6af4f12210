import type { OperationId } from '@powerstore-api/types';
import { isOutcomeUnknownError } from '../errors/guards.js';
import { NotCarriedOutError } from '../errors/not-carried-out-error.js';
import type { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import { type Transport, withoutRetries } from '../http/transport.js';
import { poll } from './poll.js';
import { stateOf, type WatchedSession } from '../session/session-change.js';
import { possibleRules, trace } from '../session/evidence.js';
import { readSession } from './watch.js';

/** An action on a session. */
export interface SessionCall {
  readonly operation: OperationId;
  readonly id: string;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds that a session has to stay as it was, before its array has certainly not begun. */
const SETTLED = 5000;
/** Milliseconds to try to read it. */
const PATIENCE = 30_000;

/** Carries an action out; where its answer is lost, finds out from the session what has become of it. */
export async function confirmOutcome(
  send: Transport,
  call: SessionCall,
  act: () => Promise<unknown>,
): Promise<unknown> {
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
  { operation, id, body, signal }: SessionCall,
  before: WatchedSession,
  lost: OutcomeUnknownError,
): Promise<undefined> {
  const rules = possibleRules(operation, body, before);
  const read = (either: AbortSignal | undefined): Promise<WatchedSession> =>
    readSession(withoutRetries(send), id, either);
  const readings = poll(read, { interval: 1000, timeout: PATIENCE, signal, stateOf });
  let since: number | undefined;
  try {
    for await (const { value: after, elapsed } of readings) {
      if (after === undefined) continue;
      const found = trace(rules, before, after);
      if (found === 'some') return undefined;
      if (found === 'unclear') break;
      since ??= elapsed;
      if (elapsed - since >= SETTLED) throw new NotCarriedOutError(operation, after, lost);
    }
  } catch (error) {
    if (signal?.aborted === true || error instanceof NotCarriedOutError) throw error;
  }
  throw lost;
}
