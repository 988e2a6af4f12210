import type { Layer, Send, WireRequest } from '../http/wire.js';
import { within } from './timeout.js';

/** Lets so many requests be under way at the same time; the others wait for their turn, first come, first served. */
export function limit(most: number): Layer {
  let running = 0;
  const waiting: (() => void)[] = [];

  /** Resolves when it is this one's turn, or its signal aborts. */
  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal?.reason);
      };
      const begin = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      waiting.push(begin);
      signal?.addEventListener('abort', abort, { once: true });
    });

  const run = async (request: WireRequest, next: Send) => {
    try {
      return await next(request);
    } finally {
      // Whoever is done hands over its place, so that nobody who comes now gets it first.
      const begin = waiting.shift();
      if (begin) begin();
      else running -= 1;
    }
  };

  return (request, next) => {
    if (running < most) {
      running += 1;
      return run(request, next);
    }
    const left = request.call.deadline - performance.now();
    return within(request, left, 'the call took longer than it may, waiting for others', async (waiter) => {
      await turn(waiter.signal);
      return run(waiter, next);
    });
  };
}
