import { commandLine } from './commands/command-line.js';
import type { Conduct } from './run/conduct.js';
import { createStatusLine } from './run/status-line.js';

/** Loaded only for a run: the other commands start sooner without vitest. */
const conduct: Conduct = async (...run) => (await import('./run/vitest/in-vitest.js')).inVitest(...run);

// A reader such as `head` closes the pipe when it has enough. That is no error. `check` stops its run; the other commands go on,
// since some of them write files.
const readerGone = new AbortController();
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (stream === process.stdout) readerGone.abort();
  });

const statusLine = createStatusLine(process.stderr, process.env);
try {
  process.exitCode = await commandLine(process.argv.slice(2), {
    print: (line) => statusLine.printAbove(() => console.log(line)),
    tell: (line) => statusLine.printAbove(() => console.error(line)),
    statusLine,
    readerGone: readerGone.signal,
    conduct,
  });
} finally {
  statusLine.clear();
}
