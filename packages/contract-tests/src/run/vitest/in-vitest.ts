import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { CannotRunError } from '../../array/target.js';
import type { Conduct } from '../conduct.js';
import { reasonOf } from '../run.js';
import { handOver, type Handover } from './handover.js';
import { CheckReporter } from './reporter.js';

/** Carries out the checks as tests of a vitest of its own, in another thread. */
export const inVitest: Conduct = async ({ connections, ...assignment }, { listener, signal }) => {
  const logins: Handover['logins'] = {};
  for (const { target, arraySession } of Object.values(connections)) logins[target.site] = await arraySession.session();
  const { exitCode } = process;
  const reporter = new CheckReporter(listener);
  const withdraw = handOver({ logins, ...assignment });
  const interruptions = process.listeners('SIGINT');
  try {
    const vitest = await startVitest('test', [], {
      root: dirname(fileURLToPath(import.meta.url)),
      config: false,
      watch: false,
      include: ['contract.check.js'],
      // The package may be installed below node_modules, which vitest leaves out by default.
      exclude: [],
      // Nothing is written into the package, which may be a read-only install.
      cache: false,
      // It is JavaScript that Node runs as it is, wherever it is installed.
      server: { deps: { external: [/\.js$/] } },
      pool: 'threads',
      fileParallelism: false,
      reporters: [
        reporter,
        {
          onInit(running) {
            // That of vitest ends the process there and then, with the array as it is.
            for (const it of process.listeners('SIGINT')) if (!interruptions.includes(it)) process.off('SIGINT', it);
            const cancel = (): void => void running.cancelCurrentRun('keyboard-input');
            if (signal?.aborted) cancel();
            else signal?.addEventListener('abort', cancel);
          },
        },
      ],
    });
    await vitest.close();
  } finally {
    withdraw();
    // vitest sets it when a check fails; here the caller decides what a verdict means.
    process.exitCode = exitCode;
  }
  if (!signal?.aborted && reporter.broken !== undefined)
    throw new CannotRunError(`The suite itself failed: ${reporter.broken}`);
  const { records, notRestored } = reporter;
  return { records, notRestored, interrupted: signal?.aborted ? reasonOf(signal) : undefined };
};
