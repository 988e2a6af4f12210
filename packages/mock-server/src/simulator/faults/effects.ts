// The effects of faults on requests and answers.
import { errorCodes } from '@powerstore-api/types';
import type { Answer } from '../../http/answer.js';
import { errorAnswer } from '../../http/errors.js';
import type { Store } from '../../query/store.js';
import type { Failure } from '../world/refusal.js';
import type { FaultEffect } from './fault.js';

/** Whether the array carries out a request that the effect hits. */
export function isCarriedOut(effect: FaultEffect): boolean {
  if ('status' in effect) return effect.carriedOut === true;
  if ('transport' in effect) return effect.carriedOut ?? (effect.transport === 'slow' || effect.transport === 'cut');
  return true;
}

/** The failure of the action, if the effect lets it fail before it ends. */
export const failureOf = (effect: FaultEffect | undefined): Failure | undefined =>
  effect && 'job' in effect
    ? {
        text: effect.text ?? 'The operation failed before it ended, because a fault was added for it.',
        code: effect.code ?? errorCodes.unspecified.code,
      }
    : undefined;

/** The answer with the effect applied. */
export function applyFault(effect: FaultEffect, answer: Answer): Answer {
  if ('status' in effect) {
    const { status, text, retryAfter } = effect;
    const error = errorAnswer(status, text ?? `A fault was added that answers with ${status}.`);
    return retryAfter === undefined
      ? error
      : { ...error, headers: { ...error.headers, 'retry-after': String(retryAfter) } };
  }
  if ('transport' in effect) {
    const { transport: kind, delay } = effect;
    return { ...answer, trouble: { kind, ...(delay !== undefined && { delay }) } };
  }
  if ('body' in effect) return { ...answer, body: alter(answer.body, effect.body) };
  return answer;
}

function alter(body: unknown, change: { set?: Record<string, unknown>; remove?: string[] }): unknown {
  if (Array.isArray(body)) return body.map((it) => alter(it, change));
  if (typeof body !== 'object' || body === null) return body;
  const altered: Record<string, unknown> = { ...body, ...change.set };
  for (const name of change.remove ?? []) delete altered[name];
  return altered;
}

/** The store that a query uses: with a `collection` effect it lacks the last rows. */
export function storeWith(effect: FaultEffect | undefined, store: Store): Store {
  if (!effect || !('collection' in effect)) return store;
  const { drop } = effect.collection;
  return {
    ...store,
    rows: (resource) => store.rows(resource).slice(0, Math.max(0, store.rows(resource).length - drop)),
  };
}
