import { commandLine } from './commands/command-line.js';
import type { Conduct } from './run/conduct.js';
import { createStatusLine } from './run/status-line.js';

/** Loaded only for a run: the other commands start sooner without vitest. */
const conduct: Conduct = async (...run) => (await import('./run/vitest/in-vitest.js')).inVitest(...run);

const statusLine = createStatusLine(process.stderr, process.env);
try {
  process.exitCode = await commandLine(process.argv.slice(2), {
    print: (line) => statusLine.printAbove(() => console.log(line)),
    tell: (line) => statusLine.printAbove(() => console.error(line)),
    statusLine,
    conduct,
  });
} finally {
  statusLine.clear();
}
