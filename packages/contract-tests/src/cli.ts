import { createRequire } from 'node:module';
import { Command } from 'commander';
import { addBaselineCommand } from './commands/baseline.js';
import { command } from './commands/command.js';
import { addDiffCommand } from './commands/diff.js';
import { addDoctorCommand } from './commands/doctor.js';
import { addDriftCommand } from './commands/drift.js';
import { addInitCommand } from './commands/init.js';
import { addParityCommand, addRecordCommand } from './commands/record.js';
import { createLive } from './live.js';
import type { Conduct } from './run/conduct.js';
import { untilInterrupted } from './run/interrupt.js';
import { runBy } from './run/run-contract.js';
import { addArrayFlags, addRunFlags, type RunFlags, settingsFrom } from './settings/flags.js';
import { runOptionsFrom } from './settings/run-options.js';
import { CannotRunError } from './target.js';

interface RootFlags extends RunFlags {
  html?: string;
  json?: string;
  junit?: string;
  markdown?: string;
  static?: true;
  fast?: true;
  dryRun?: true;
}

/** Loaded when checks are carried out: nothing else needs vitest, which takes its time. */
const inVitest: Conduct = async (assignment, company) =>
  (await import('./run/vitest/in-vitest.js')).inVitest(assignment, company);

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const program = new Command('powerstore-contract')
  .description(
    'Checks that a Dell PowerStore array answers as its API contract says (unofficial).\nWithout an address it checks a pair of the embedded simulator. An array is only read, unless a mode and the replication sessions that may be changed are both named.',
  )
  .version(version)
  .enablePositionalOptions()
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

addRunFlags(addArrayFlags(program))
  .option('--static', 'without an address: check the mock that answers with the examples of the contract')
  .option('--fast', 'without an address: leave Prism out of the embedded simulator, which takes a fraction of the time')
  .option('--dry-run', 'say which array it is and what would be done, and stop there')
  .option('--html <file>', 'write the report as one HTML file that needs no network')
  .option('--junit <file>', 'write the report as JUnit XML')
  .option('--markdown <file>', 'write the report as Markdown, for a pull request')
  .option('--json <file>', 'write the report as JSON, which diff reads')
  .addHelpText(
    'after',
    `
A password is never taken as a flag: flags show in process lists. It comes from the environment or a file, or you are asked.
Flags go before the environment, and that before powerstore-contract.yaml, which init writes.

Exit codes: 0 conforms, 1 does not conform, 2 could not run.

Example:
  export POWERSTORE_URL=https://array-a.example.com POWERSTORE_USERNAME=monitor
  export POWERSTORE_PASSWORD_FILE=~/.powerstore-password POWERSTORE_CA=array-a.pem
  powerstore-contract --html report.html --json report.json`,
  )
  .action(
    command(async ({ static: withExamples, fast, dryRun, html, json, junit, markdown, ...flags }: RootFlags) => {
      const reports = {
        ...(html !== undefined && { html }),
        ...(json !== undefined && { json }),
        ...(junit !== undefined && { junit }),
        ...(markdown !== undefined && { markdown }),
      };
      const options = await runOptionsFrom(settingsFrom({ ...flags, reports }, process.env));
      if (options.arrays && withExamples)
        throw new CannotRunError('--static is for a run without an array, but one is named. Leave one of them out.');
      if (fast && (options.arrays || withExamples))
        throw new CannotRunError(
          '--fast is for a run on the embedded simulator, but something else is named. Leave one of them out.',
        );
      const live = createLive(process.stderr, process.env);
      try {
        const report = await runBy(untilInterrupted(inVitest), {
          ...options,
          embedded: withExamples ? 'static' : 'simulator',
          fast,
          dryRun,
          print: (line) => live.around(() => console.log(line)),
          tell: (line) => live.around(() => console.error(line)),
          live,
        });
        return report ? exitCodes[report.summary.verdict] : 0;
      } finally {
        live.end();
      }
    }),
  );

addDiffCommand(program);
addInitCommand(program);
addDoctorCommand(program);
addDriftCommand(program);
addBaselineCommand(program);
addRecordCommand(program);
addParityCommand(program);

const exitCodes = { conforms: 0, 'does-not-conform': 1, 'no-verdict': 2 } as const;

await program.parseAsync();
