import { after } from '../../layers/layer.js';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../http/answer.js';
import { errorAnswer } from '../../http/errors.js';
import { errorOf } from '../resources/jobs.js';
import { arrayAt } from '../world/world.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from '../start/engine.js';
import type { PairSite } from '../world/site.js';

/** The longest pause before a waiting request looks at its job again, in real time. */
const longestPauseMs = 100;

/**
 * Without `is_async` an answer has the result of its action, so it waits until the action has ended. It does not wait if the
 * clock is stopped or transitions end by being read, because the action would not end. `closing` is aborted when the simulator
 * closes.
 */
export function waitForJob(engine: Engine, closing: AbortSignal): ArrayLayer {
  const { speed } = engine.time;

  async function whenEnded(site: PairSite, job: string, answer: Answer): Promise<Answer> {
    while (!closing.aborted) {
      const world = engine.catchUp();
      const error = errorOf(world, { site, id: job });
      if (error) return errorAnswer(error.status, error.text, error.code, error.values);
      if (arrayAt(world, site).tables.find('job', job)?.phase !== 'In_Progress') break;
      const next = ((world.due.peek()?.at ?? Infinity) - world.now) / speed;
      await sleep(Math.min(Math.max(next, 1), longestPauseMs), undefined, { signal: closing }).catch(() => undefined);
    }
    return answer;
  }

  return (call, next) =>
    after(next(call), (answer) => {
      const { site, job } = call;
      const isImmediate = speed === 0 || engine.world.transitionMode !== 'timed';
      return job === undefined || answer.status >= 300 || isImmediate ? answer : whenEnded(site, job, answer);
    });
}
