import type { Layer, Send, WireRequest } from '../http/wire.js';
import { onAbort } from '../time/on-abort.js';

/** Limits the requests in flight. The others wait for their turn, first come, first served. */
export function limit(most: number): Layer {
  let running = 0;
  const waiting: (() => void)[] = [];

  /** Resolves when it is the turn of this request; rejects when its signal aborts. */
  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = (): void => {
        release();
        resolve();
      };
      waiting.push(begin);
      const release = onAbort(signal, () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal?.reason);
      });
    });

  const run = async (request: WireRequest, next: Send) => {
    try {
      return await next(request);
    } finally {
      // The place goes to the next in line, not to a request that comes now.
      const begin = waiting.shift();
      if (begin) begin();
      else running -= 1;
    }
  };

  return async (request, next) => {
    if (running < most) {
      running += 1;
      return run(request, next);
    }
    const { call, signal } = request;
    call.waitsFor = ', waiting for its turn (see concurrency)';
    await turn(signal);
    call.waitsFor = '';
    return run(request, next);
  };
}
