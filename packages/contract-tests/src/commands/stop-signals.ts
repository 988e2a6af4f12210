import { writeSync } from 'node:fs';
import { whenNpxEnds } from '@powerstore-api/settings';
import { messageOf } from '../array/secrecy/message-of.js';

/** The words for an error that no check threw and nobody caught. */
export const describeOutsideError = (thrown: unknown): string => `an error outside of the checks: ${messageOf(thrown)}`;

/** The reasons for a stop, the person to tell, and the sessions to name. */
export interface StopOptions {
  /** Aborted when nobody reads the output of the run any more. */
  readerGone?: AbortSignal | undefined;
  /** Takes the lines that name the array's sessions. */
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
 * Runs something that can be stopped. The first signal to the process, an error that nobody catches, the end of its reader, or
 * that of npx aborts its `AbortSignal`, so that it can put everything back. A second signal ends the process at once, with exit code 130:
 * the shell's convention for a process that Ctrl-C ended.
 */
export async function untilStopped<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { readerGone, tell, sessions }: StopOptions,
): Promise<T> {
  const controller = new AbortController();
  const onSignal = (signal: (typeof stopSignals)[number]): void => {
    if (!controller.signal.aborted) {
      tell('Stopping: putting everything back first. A second signal ends the run at once.');
      controller.abort(`stopped by ${names[signal]}`);
      return;
    }
    process.off('exit', onExit);
    if (sessions.length > 0) tell(`Ended at once. ${notPutBack}`);
    process.exit(130);
  };
  const notPutBack = `These sessions may not be as they were: ${sessions.join(', ')}. Check each of them on the arrays.`;
  // A check of a team's own can end the process, or leave it nothing to wait for. That must not look like a good verdict.
  const onExit = (): void => {
    writeSync(
      2,
      `The process ended in the middle of the run: there is no verdict. Look for a check that ends it.${sessions.length > 0 ? ` ${notPutBack}` : ''}\n`,
    );
    process.exitCode = 2;
  };
  // Without this, a promise that a check of a team's own leaves alone would end the process with sessions changed.
  const onError = (thrown: unknown): void => controller.abort(describeOutsideError(thrown));
  const onReaderGone = (): void => controller.abort('the reader of the output has gone');
  const unwatchNpx = whenNpxEnds(() => {
    if (controller.signal.aborted) return;
    tell('npx, which started this run, has ended. Stopping: putting everything back first.');
    controller.abort('stopped because npx, which started it, has ended');
  });
  readerGone?.addEventListener('abort', onReaderGone);
  for (const signal of stopSignals) process.on(signal, onSignal);
  process.on('uncaughtException', onError);
  process.on('exit', onExit);
  try {
    return await run(controller.signal);
  } finally {
    unwatchNpx();
    readerGone?.removeEventListener('abort', onReaderGone);
    for (const signal of stopSignals) process.off(signal, onSignal);
    process.off('uncaughtException', onError);
    process.off('exit', onExit);
  }
}
