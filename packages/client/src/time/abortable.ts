import { onAbort } from './on-abort.js';

/** Waits for a promise that others wait for, too. An abort ends only this wait. */
export function abortable<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return shared;
  return new Promise((resolve, reject) => {
    const release = onAbort(signal, () => reject(signal.reason));
    shared.then(resolve, reject).finally(release);
  });
}
