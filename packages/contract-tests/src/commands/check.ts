import { InputError } from '@powerstore-api/types';
import { unknownCommand } from '@powerstore-api/input';
import { printable } from '@powerstore-api/settings';
import { type Command, Option } from 'commander';
import type { Report } from '../report/report.js';
import { reasonOf } from '../run/check-end.js';
import { inOrder } from '../run/conduct.js';
import type { EmbeddedKind } from '../run/embedded.js';
import { conductContract } from '../run/run-contract.js';
import { addArrayOptions, addRunOptions, settingsFrom } from '../settings/options.js';
import { passwordFileWarnings } from '../settings/password-file.js';
import { runOptionsFrom } from '../settings/run-options.js';
import type { AddCommand, ExitCode, Terminal } from './command.js';
import { confirmDisruption } from './confirm-disruption.js';
import { untilStopped } from './stop-signals.js';

interface CheckOptions {
  static?: true;
  fast?: true;
  release?: string;
  dryRun?: true;
  yes?: true;
}

const exitCodes = { conforms: 0, 'does-not-conform': 1, 'no-verdict': 2 } as const;

/** The part of the help about precedence, passwords and exit codes. */
export const checkNotes = `Precedence: flags, environment variables, powerstore-contract.yaml.
No flag takes a password: everyone on the machine can read the flags of a process.

Exit codes: 0 conforms, 1 does not conform, 2 could not run, 130 ended at once by a second signal.`;

/** `powerstore-contract check`, which also runs where no command is named. */
export const addCheckCommand: AddCommand = (
  program,
  { print, tell, statusLine, readerGone, conduct = inOrder },
  runCommand,
) => {
  const check = program
    .command('check', { isDefault: true })
    .description('check an array, a pair of arrays, or the embedded simulator (default)')
    .allowExcessArguments()
    .addHelpText('after', `\n${checkNotes}`);
  addRunOptions(addArrayOptions(check))
    .optionsGroup('The run:')
    .option('--dry-run', 'print which array it is and what the run would do, and stop')
    .option('--yes', 'begin a disruptive run without asking at the terminal')
    .optionsGroup('Without an array:')
    .option('--release <release>', 'release of the embedded simulator, such as 3.6 (default: the latest)')
    .option('--fast', 'run the embedded simulator without Prism, and send no malformed requests')
    .addOption(
      new Option('--static', 'check the mock that answers with the examples of the contract').conflicts([
        'fast',
        'release',
      ]),
    )
    .action(
      runCommand(async ({ static: isStatic, fast, release, dryRun, yes }: CheckOptions) => {
        refuseArguments(program, check);
        const settings = settingsFrom(check);
        const options = await runOptionsFrom(settings);
        const [flag] = Object.entries({ '--static': isStatic, '--fast': fast, '--release': release })
          .filter(([, value]) => value !== undefined)
          .map(([name]) => name);
        if (options.arrays && flag !== undefined)
          throw new InputError(
            `${flag} is for a run without an array, and ${options.arrays.a.url} is named. Leave one out.`,
          );
        for (const warning of passwordFileWarnings(settings)) tell(warning);
        const embedded: EmbeddedKind | undefined = isStatic && 'static';
        const sessions = options.arrays ? (options.permit?.sessions ?? []) : [];
        const asks =
          options.arrays &&
          options.permit?.mode === 'disruptive' &&
          !yes &&
          process.stdin.isTTY &&
          process.stderr.isTTY;
        return untilStopped(
          async (signal) => {
            const run = { ...options, embedded, fast, release, dryRun, signal, print, tell, statusLine };
            const report = await conductContract(run, conduct, asks ? () => confirmDisruption(signal) : undefined);
            return report ? conclude(report, { signal, readerGone, tell }) : 0;
          },
          { readerGone, tell, sessions },
        );
      }),
    );
};

/** The line after a verdict that something took away. */
export const verdictDoesNotCount = (reason: string): string =>
  printable(`The verdict above does not count: ${reason}.`);

/** Says what the report cannot say, and returns the exit code. */
function conclude(
  { summary: { verdict }, notRestored }: Report,
  { signal, readerGone, tell }: Pick<Terminal, 'readerGone' | 'tell'> & { signal: AbortSignal },
): ExitCode {
  if (readerGone?.aborted) {
    // Standard output would have said it. A reader that goes after the run does no harm.
    if (verdict === 'no-verdict')
      tell(
        `The reader of the output has gone: the run was stopped${notRestored ? '' : ' and everything was put back'}.`,
      );
    return exitCodes[verdict];
  }
  if (signal.aborted && verdict !== 'no-verdict') {
    tell(verdictDoesNotCount(reasonOf(signal)));
    return 2;
  }
  return exitCodes[verdict];
}

/** A misspelt command arrives as an argument of this command, which has none. */
function refuseArguments(program: Command, { args }: Command): void {
  const [word] = args;
  if (word === undefined) return;
  const message = unknownCommand(
    program.name(),
    word,
    program.commands.map((command) => command.name()),
  );
  program.error(`error: ${message}`, { code: 'commander.unknownCommand', exitCode: 2 });
}
