import type { Layer } from '../http/wire.js';

/** Keeps account of what goes out and what is answered. */
export const attempts: Layer = async (request, next) => {
  const { trace } = request;
  trace.attempts += 1;
  trace.unanswered = true;
  const answer = await next(request);
  trace.unanswered = false;
  return answer;
};
