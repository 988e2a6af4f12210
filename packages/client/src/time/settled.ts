import { sleep } from './sleep.js';

/** Resolves when a promise, which never rejects, has resolved, or after this many milliseconds. */
export async function settled(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  const enough = new AbortController();
  const pause = sleep(milliseconds, enough.signal).catch(() => undefined);
  await Promise.race([promise, pause]);
  enough.abort();
}
