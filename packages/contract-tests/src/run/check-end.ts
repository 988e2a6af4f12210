// The end of a check.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProxy } from 'node:util/types';
import { isNetworkError } from '@powerstore-api/client/node';
import { LostArrayError } from '../array/http/lost-array-error.js';
import { messageOf } from '../array/secrecy/message-of.js';
import { Lacking, NotApplicable } from '../checks/context/not-applicable.js';
import type { CheckRecord } from '../report/check-record.js';

export type CheckEnd = Pick<CheckRecord, 'outcome' | 'reason' | 'lacks' | 'arrayLost'>;

export const notRun = (reason: string): CheckEnd => ({ outcome: 'not-run', reason });

/** Runs a check to its end, whatever it throws. */
export async function endOf(id: string, run: () => Promise<void>): Promise<CheckEnd> {
  try {
    await run();
    return { outcome: 'passed' };
  } catch (error) {
    return knownEndOf(error) ?? { outcome: 'broken', reason: `${id} broke: ${messageOf(error)}` };
  }
}

/** The end of a check by an error that has a meaning. */
function knownEndOf(error: unknown): CheckEnd | undefined {
  // A proxy may answer anything, or throw.
  if (isProxy(error)) return undefined;
  if (error instanceof Lacking) return { outcome: 'not-applicable', reason: error.message, lacks: error.lack.subject };
  if (error instanceof NotApplicable) return { outcome: 'not-applicable', reason: error.message };
  if (!(error instanceof LostArrayError) && !isNetworkError(error)) return undefined;
  // The message of the client's error names the whole address, ids included.
  const where = isNetworkError(error) ? `the client had no answer (${error.kind})` : error.message;
  const lost = `the array stopped answering: ${where}`;
  return { outcome: 'broken', reason: lost, arrayLost: lost };
}

/**
 * The end of a check that the signal may stop. The check then stops before its next request. One that sends no more requests
 * is given up after the time limit of an answer.
 */
export async function endOrStop(ending: Promise<CheckEnd>, timeoutMs: number, signal?: AbortSignal): Promise<CheckEnd> {
  if (!signal) return ending;
  const ended = new AbortController();
  const givenUp = once(signal, 'abort', { signal: ended.signal })
    .then(() => sleep(timeoutMs, undefined, { signal: ended.signal }))
    .catch(() => undefined);
  const end = await Promise.race([ending, givenUp]);
  ended.abort();
  // It may have come to its end all the same.
  if (end && (!signal.aborted || end.outcome !== 'broken')) return end;
  return notRun(reasonOf(signal));
}

/** The reason why a run was stopped: that of the signal where it is a text. */
export const reasonOf = ({ reason }: AbortSignal): string => (typeof reason === 'string' ? reason : 'interrupted');
