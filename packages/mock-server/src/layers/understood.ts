import type { Answer } from '../http/answer.js';
import type { Call, Next } from './layer.js';

/** Refuses what cannot be read as a request. */
export const understood = <C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> =>
  call.request.problem ?? next(call);
