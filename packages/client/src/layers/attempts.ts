import type { Layer } from '../http/wire.js';

/** Counts attempts, and notes when one is answered. The function that sends it notes that it may have been sent. */
export const attempts: Layer = async (request, next) => {
  const { call, signal } = request;
  signal?.throwIfAborted();
  call.attempts += 1;
  call.unanswered = false;
  const answer = await next(request);
  // After an abort it is a part of an answer, which nobody gets any more.
  call.unanswered &&= signal?.aborted === true;
  return answer;
};
