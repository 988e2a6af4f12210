import type { Layer } from '../http/wire.js';

/** Lets so many requests be under way at the same time; the others wait for their turn, first come, first served. */
export function limit(most: number): Layer {
  let running = 0;
  const waiting: (() => void)[] = [];

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

  return async (request, next) => {
    // Whoever is done hands over its place, so that nobody who comes now gets it first.
    if (running < most) running += 1;
    else await turn(request.signal);
    try {
      return await next(request);
    } finally {
      const begin = waiting.shift();
      if (begin) begin();
      else running -= 1;
    }
  };
}
