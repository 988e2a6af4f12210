import type { Layer } from '../http/wire.js';

/** Counts attempts, and notes whether one is in flight. */
export const attempts: Layer = async (request, next) => {
  const { call, signal } = request;
  signal?.throwIfAborted();
  if (call.attempts === 0) call.onSend?.();
  call.attempts += 1;
  call.unanswered = true;
  const answer = await next(request);
  call.unanswered = false;
  return answer;
};
