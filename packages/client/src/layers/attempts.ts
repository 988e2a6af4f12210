import type { Layer } from '../http/wire.js';

/** Keeps account of what goes out and what is answered. */
export const attempts: Layer = async (request, next) => {
  const { call } = request;
  call.attempts += 1;
  call.unanswered = true;
  const answer = await next(request);
  call.unanswered = false;
  return answer;
};
