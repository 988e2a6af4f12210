import type { Answer } from '../http/answer.js';
import type { Call, Next } from './layer.js';

/** Answers a request that cannot be understood with its problem. */
export const rejectMalformed = <C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> =>
  call.request.problem ?? next(call);
