import { answerTo } from '../http/errors.js';
import type { Answer } from '../http/answer.js';
import type { Call, Next } from './layer.js';

/** Turns a thrown error into an answer. */
export function errors<C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> {
  try {
    const answer = next(call);
    return answer instanceof Promise ? answer.catch(answerTo) : answer;
  } catch (error) {
    return answerTo(error);
  }
}
