import { fileErrorReason } from '@powerstore-api/settings';
import { verdictDoesNotCount } from './commands/check.js';
import { commandLine, describeFault } from './commands/command-line.js';
import { describeOutsideError } from './commands/stop-signals.js';
import type { Conduct } from './run/conduct.js';
import { createStatusLine } from './run/status-line.js';

/** Loaded only for a run: the other commands start sooner without vitest. */
const conduct: Conduct = async (...run) => (await import('./run/vitest/in-vitest.js')).inVitest(...run);

// A reader such as `head` closes the pipe when it has enough. That is no error; a full disk is. `check` stops its run either way;
// the other commands go on, since some of them write files.
const readerGone = new AbortController();
let isWritten = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  readerGone.abort();
  if (error.code === 'EPIPE' || !isWritten) return;
  isWritten = false;
  // The error may come after the command has ended.
  process.exitCode = 2;
  console.error(`The output cannot be written: ${fileErrorReason(error)}.`);
});
// There is nobody left to tell.
process.stderr.on('error', () => undefined);

/** How long the process lives after its command, where something keeps it alive. */
const lingerMs = 10_000;

// Node would end with 1, which is a verdict. A run has a listener of its own, which puts everything back first.
const onFault = (thrown: unknown): void => {
  if (process.listenerCount('uncaughtException') > 1) return;
  console.error(describeFault(thrown));
  process.exit(2);
};
process.on('uncaughtException', onFault);

const statusLine = createStatusLine(process.stderr, process.env);
try {
  const exitCode = await commandLine(process.argv.slice(2), {
    print: (line) => statusLine.printAbove(() => console.log(line)),
    tell: (line) => statusLine.printAbove(() => console.error(line)),
    statusLine,
    readerGone: readerGone.signal,
    conduct,
  });
  process.exitCode = isWritten ? exitCode : 2;
  // Or something that never ends, such as a timer or a server.
  setTimeout(() => {
    console.error('The process ends now, although a check of your own has left something running.');
    process.exit();
  }, lingerMs).unref();
  // A check of a team's own may leave something behind that fails later.
  process.off('uncaughtException', onFault);
  process.on('uncaughtException', (thrown) => {
    console.error(verdictDoesNotCount(describeOutsideError(thrown)));
    process.exitCode = 2;
  });
} finally {
  statusLine.clear();
}
