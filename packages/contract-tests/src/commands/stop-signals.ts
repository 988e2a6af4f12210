import { writeSync } from 'node:fs';
import { messageOf } from '../array/message-of.js';

/** The person to tell, and the sessions to name. */
export interface StopOptions {
  /** Where lines go that name the array's sessions. */
  tell: (line: string) => void;
  /** Ids of the replication sessions that the run may be changing. */
  sessions: readonly string[];
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const names: Readonly<Record<(typeof stopSignals)[number], string>> = {
  SIGINT: 'Ctrl-C',
  SIGTERM: 'SIGTERM',
  SIGHUP: 'SIGHUP',
};

/**
 * Runs something that can be stopped. The first signal to the process, or an error that nobody catches, aborts its
 * `AbortSignal`, so that it can put everything back. A second signal ends the process at once, with exit code 130.
 */
export async function untilStopped<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { tell, sessions }: StopOptions,
): Promise<T> {
  const controller = new AbortController();
  const onSignal = (signal: (typeof stopSignals)[number]): void => {
    if (!controller.signal.aborted) {
      tell('Stopping: putting everything back first. Press Ctrl-C again to leave at once.');
      controller.abort(`stopped by ${names[signal]}`);
      return;
    }
    process.off('exit', onExit);
    if (sessions.length > 0) tell(`Left at once. ${notPutBack}`);
    process.exit(130);
  };
  const notPutBack = `These sessions may not be as they were: ${sessions.join(', ')}. Check each of them on the arrays.`;
  // A check of a team's own can end the process. That must not look like a good verdict.
  const onExit = (): void => {
    writeSync(2, `A check has ended the process: there is no verdict.${sessions.length > 0 ? ` ${notPutBack}` : ''}\n`);
    process.exitCode = 2;
  };
  // Without this, a promise that a check of a team's own leaves alone would end the process with sessions changed.
  const onError = (thrown: unknown): void => controller.abort(`an error outside of the checks: ${messageOf(thrown)}`);
  for (const signal of stopSignals) process.on(signal, onSignal);
  process.on('uncaughtException', onError);
  process.on('exit', onExit);
  try {
    return await run(controller.signal);
  } finally {
    for (const signal of stopSignals) process.off(signal, onSignal);
    process.off('uncaughtException', onError);
    process.off('exit', onExit);
  }
}
