// The command line as a function: arguments in, lines and an exit code out.
import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { addBaselineCommand } from './baseline.js';
import { actionOf, type Terminal } from './command.js';
import { addDiffCommand } from './diff.js';
import { addDoctorCommand } from './doctor.js';
import { addDriftCommand } from './drift.js';
import { addInitCommand } from './init.js';
import { addParityCommand, addRecordCommand } from './record.js';
import type { Live } from '../run/status-line.js';
import type { Conduct } from '../run/conduct.js';
import { runBy } from '../run/run-contract.js';
import { addArrayFlags, addRunFlags, type RunFlags, settingsFrom } from '../settings/flags.js';
import { runOptionsFrom } from '../settings/run-options.js';
import { CannotRunError } from '../array/target.js';

interface RootFlags extends RunFlags {
  html?: string;
  json?: string;
  junit?: string;
  markdown?: string;
  static?: true;
  fast?: true;
  dryRun?: true;
}

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const exitCodes = { conforms: 0, 'does-not-conform': 1, 'no-verdict': 2 } as const;

/** Does what the arguments say, and returns the exit code. Checks are carried out as `conduct` does. */
export async function commandLine(
  args: readonly string[],
  terminal: Terminal & { live?: Live },
  conduct: Conduct,
): Promise<number> {
  const { env, print, tell, live } = terminal;
  let exitCode: 0 | 1 | 2 = 0;
  const action = actionOf(terminal, (code) => {
    exitCode = code;
  });

  const program = new Command('powerstore-contract')
    .description(
      'Checks that a Dell PowerStore array answers as its API contract says (unofficial).\nWithout an address it checks a pair of the embedded simulator. An array is only read, unless a mode and the replication sessions that may be changed are both named.',
    )
    .version(version)
    .enablePositionalOptions()
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: (text) => tell(text.trimEnd()) });

  addRunFlags(addArrayFlags(program))
    .option('--static', 'without an address: check the mock that answers with the examples of the contract')
    .option(
      '--fast',
      'without an address: leave Prism out of the embedded simulator; faster, but requests of a wrong form are not tried',
    )
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
      action(async ({ static: withExamples, fast, dryRun, html, json, junit, markdown, ...flags }: RootFlags) => {
        const reports = {
          ...(html !== undefined && { html }),
          ...(json !== undefined && { json }),
          ...(junit !== undefined && { junit }),
          ...(markdown !== undefined && { markdown }),
        };
        const options = await runOptionsFrom(settingsFrom({ ...flags, reports }, env), env);
        if (options.arrays && withExamples)
          throw new CannotRunError('--static is for a run without an array, but one is named. Leave one of them out.');
        if (fast && (options.arrays || withExamples))
          throw new CannotRunError(
            '--fast is for a run on the embedded simulator, but something else is named. Leave one of them out.',
          );
        const report = await runBy(conduct, {
          ...options,
          embedded: withExamples ? 'static' : 'simulator',
          fast,
          dryRun,
          print,
          tell,
          live,
        });
        return report ? exitCodes[report.summary.verdict] : 0;
      }),
    );

  for (const add of [
    addDiffCommand,
    addInitCommand,
    addDoctorCommand,
    addDriftCommand,
    addBaselineCommand,
    addRecordCommand,
    addParityCommand,
  ])
    add(program, terminal, action);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // It has said so already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}
