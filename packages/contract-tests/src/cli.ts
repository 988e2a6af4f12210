import { commandLine } from './commands/command-line.js';
import { createLive } from './run/status-line.js';
import type { Conduct } from './run/conduct.js';
import { untilInterrupted } from './run/interrupt.js';

/** Loaded when checks are carried out: nothing else needs vitest, which takes its time. */
const inVitest: Conduct = async (assignment, options) =>
  (await import('./run/vitest/in-vitest.js')).inVitest(assignment, options);

const live = createLive(process.stderr, process.env);
try {
  process.exitCode = await commandLine(
    process.argv.slice(2),
    {
      env: process.env,
      print: (line) => live.around(() => console.log(line)),
      tell: (line) => live.around(() => console.error(line)),
      live,
    },
    untilInterrupted(inVitest),
  );
} finally {
  live.end();
}
