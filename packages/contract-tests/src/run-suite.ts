import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import type { CheckReporter } from './check-reporter.js';
import type { SuiteInput } from './suite.js';

declare module 'vitest' {
  interface ProvidedContext {
    suite: SuiteInput;
  }
}

/** Runs the suite in vitest; says why where it was stopped on the way. */
export async function runSuite(
  suite: SuiteInput,
  reporter: CheckReporter,
  tell: (line: string) => void,
): Promise<string | undefined> {
  const exitCode = process.exitCode;
  let interrupted: string | undefined;
  let cancel: (() => void) | undefined;
  const { mode, sessions } = suite.targets.a.permit;
  const onInterrupt = (): void => {
    if (interrupted === undefined) {
      interrupted = 'stopped by Ctrl-C';
      tell('Stopping: what was changed is put back first. Ctrl-C again leaves it as it is.');
      cancel?.();
      return;
    }
    // Whoever insists is told what there is to look after.
    if (mode !== 'read-only' && sessions !== 'all')
      tell(`Left at once. These sessions may not be as they were before: ${sessions.join(', ')}.`);
    process.exit(130);
  };
  const before = process.listeners('SIGINT');
  process.on('SIGINT', onInterrupt);
  try {
    const vitest = await startVitest('test', [], {
      root: dirname(fileURLToPath(import.meta.url)),
      config: false,
      watch: false,
      // As it is published, or as it stands in the sources.
      include: ['contract.check.{js,ts}'],
      // The package may be installed below node_modules, which vitest leaves out by default.
      exclude: [],
      // Nothing is written into the package, which may be a read-only install.
      cache: false,
      pool: 'threads',
      fileParallelism: false,
      // An array that is slow conforms all the same; one that hangs does not.
      testTimeout: 600_000,
      hookTimeout: 600_000,
      provide: { suite },
      reporters: [
        reporter,
        {
          onInit(running) {
            // That of vitest ends the process there and then, with the array as it is.
            for (const listener of process.listeners('SIGINT'))
              if (listener !== onInterrupt && !before.includes(listener)) process.off('SIGINT', listener);
            cancel = () => void running.cancelCurrentRun('keyboard-input');
            if (interrupted !== undefined) cancel();
          },
        },
      ],
    });
    await vitest.close();
  } finally {
    process.off('SIGINT', onInterrupt);
  }
  // vitest sets it when a check fails; here the caller decides what a verdict means.
  process.exitCode = exitCode;
  return interrupted;
}
