/** How often the parent of the process is compared. Node tells nobody that it has ended. */
const intervalMs = 500;

/**
 * Calls back when npx has ended and this process has not. npx runs a command through a shell, and a signal to npx (`kill`) ends
 * npx and the shell: the command would go on by itself, and keep its ports. Does nothing in a process that npx did not start.
 *
 * @returns A function that ends the watch.
 * @example
 * ```ts
 * const unwatch = whenNpxEnds(() => server.close());
 * ```
 */
export function whenNpxEnds(then: () => void): () => void {
  if (process.env['npm_lifecycle_event'] !== 'npx') return () => undefined;
  const { ppid } = process;
  const timer = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(timer);
    then();
  }, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
