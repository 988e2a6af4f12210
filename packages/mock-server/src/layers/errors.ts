import { answerTo } from '../http/errors.js';
import type { Answer } from '../http/answer.js';
import type { Call, Next } from './layer.js';

/** Turns a thrown error into an answer. */
export async function errors<C extends Call>(call: C, next: Next<C>): Promise<Answer> {
  try {
    return await next(call);
  } catch (error) {
    return answerTo(error);
  }
}
