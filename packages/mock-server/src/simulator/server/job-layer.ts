import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../http/answer.js';
import { errorAnswer } from '../../http/errors.js';
import { errorOf } from '../resources/jobs.js';
import { arrayAt } from '../world/world.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from './engine.js';

/** The longest a request waits for its action before it looks again, in real milliseconds. */
const longestNapMs = 100;

/**
 * Without `is_async` an answer says how the action went, so it comes when that is over. Where the clock stands still or
 * states end by being read, nothing would ever be over, and it comes at once. `closing` is aborted with the simulator.
 */
export function waitForJob(engine: Engine, closing: AbortSignal): ArrayLayer {
  const { speed } = engine.time;

  async function whenOver(site: 'a' | 'b', job: string, answer: Answer): Promise<Answer> {
    while (!closing.aborted) {
      const world = engine.catchUp();
      const error = errorOf(world, { site, id: job });
      if (error) return errorAnswer(error.status, error.text, error.code);
      if (arrayAt(world, site).tables.find('job', job)?.phase !== 'In_Progress') break;
      const next = ((world.due.peek()?.at ?? Infinity) - world.now) / speed;
      await sleep(Math.min(Math.max(next, 1), longestNapMs), undefined, { signal: closing }).catch(() => undefined);
    }
    return answer;
  }

  return async (call, next) => {
    const answer = await next(call);
    const { site, job } = call;
    const isOver = speed === 0 || engine.world.transitionMode !== 'timed';
    return job === undefined || answer.status >= 300 || isOver ? answer : whenOver(site, job, answer);
  };
}
