// The command line runs its checks as tests of vitest. vitest has a thread for them; the thread gets names, asks this one to
// carry out a check, and is told how it ended. No password and no answer of an array reaches vitest.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BroadcastChannel, setEnvironmentData } from 'node:worker_threads';
import { startVitest } from 'vitest/node';
import { CannotRunError } from '../../array/target/target.js';
import type { Conduct } from '../conduct.js';
import { channelName } from './channel.js';

/** The events that end a process without a listener. */
const endings = ['SIGINT', 'SIGTERM', 'unhandledRejection'] as const;
const events: NodeJS.EventEmitter = process;

/** Goes through the checks as tests of a vitest of its own. */
export const inVitest: Conduct = async (checks, carryOut, signal) => {
  const channel = new BroadcastChannel(channelName);
  let carriedOut = 0;
  const answer = async (position: number): Promise<void> => {
    const end = await carryOut(position);
    carriedOut += 1;
    channel.postMessage(end);
  };
  channel.addEventListener('message', (event) => void answer((event as Event & { data: number }).data));
  setEnvironmentData(channelName, checks);
  const { exitCode } = process;
  const failures: string[] = [];
  const ownListeners = endings.map((ending) => events.listeners(ending));
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
        {
          onInit(running) {
            // The listeners of vitest end the process at once, and leave the array as it is.
            for (const [index, ending] of endings.entries())
              for (const listener of events.listeners(ending))
                if (!ownListeners[index]?.includes(listener)) events.off(ending, listener as () => void);
            const cancel = (): void => void running.cancelCurrentRun('keyboard-input');
            if (signal?.aborted) cancel();
            else signal?.addEventListener('abort', cancel);
          },
          onTestRunEnd(modules, unhandled) {
            const errors = [...modules.flatMap((module) => module.errors()), ...unhandled];
            failures.push(...errors.map(({ message }) => message));
          },
        },
      ],
    });
    await vitest.close();
  } finally {
    setEnvironmentData(channelName);
    channel.close();
    // vitest sets it when a test fails. The verdict of the report decides.
    process.exitCode = exitCode;
  }
  if (signal?.aborted || carriedOut === checks.length) return;
  const [reason = 'no error is known'] = failures;
  throw new CannotRunError(`vitest ended before all checks were carried out: ${reason.replace(/\.+$/, '')}.`);
};
