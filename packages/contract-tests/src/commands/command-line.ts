// The command line as a function: arguments in, lines and an exit code out.
import { createRequire } from 'node:module';
import { describeMistake, printable } from '@powerstore-api/settings';
import { Command, CommanderError } from 'commander';
import { namesOf } from '../array/target/setting-names.js';
import type { Site } from '../array/target/target.js';
import { messageOf } from '../array/secrecy/message-of.js';
import { addBaselineCommand } from './baseline.js';
import { addCheckCommand, checkNotes } from './check.js';
import { addContributeCommand } from './contribute.js';
import { commandRunner, type ExitCode, type Terminal } from './command.js';
import { addDiffCommand } from './diff.js';
import { addDoctorCommand } from './doctor.js';
import { addDriftCommand } from './drift.js';
import { addInitCommand } from './init.js';
import { addParityCommand } from './parity.js';
import { addRecordCommand } from './record.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Carries out a command, and returns the exit code of the process. */
export async function commandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has printed its message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.tell(describeFault(error));
    return 2;
  }
}

/** One line for an error that nobody expected, with the place in the code where it was thrown. */
export function describeFault(thrown: unknown): string {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const place = /^ +at .*?([^/\\]+:\d+:\d+)\)?$/m.exec(stack ?? '')?.[1];
  return printable(
    `This is a fault of powerstore-contract itself, and no verdict: ${messageOf(thrown)}${place === undefined ? '' : ` (${place})`}`,
  );
}

/** The ways to give the password of the array that a refused flag such as `--password-b` means. */
function passwordRemedy(mistake: string): string {
  const site: Site = /unknown option '-[^=']*-b[=']/.test(mistake) ? 'b' : 'a';
  const [password, file] = [namesOf('password', site), namesOf('passwordFile', site)];
  return `Set ${password.variable}, name a file with ${file.flag}, or leave both out: then you are asked.`;
}

/** What commander says of a mistake. Where it says which values a flag takes, nothing follows: the reason is the last line. */
const describeUsage = (mistake: string): string =>
  `${describeMistake(mistake, passwordRemedy(mistake))}${/ is invalid\. /.test(mistake) ? '' : '(--help lists all commands and options)\n'}`;

function createProgram(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const { print, tell } = terminal;
  const program = new Command('powerstore-contract')
    .description(
      'Checks that a Dell PowerStore array answers as its API contract says (unofficial).\nIt only reads, unless you name both a mode and the replication sessions that it may change.',
    )
    .helpCommand('help [command]', 'print the help of a command')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => print(text.trimEnd()),
      writeErr: (text) => tell(text.trimEnd()),
      outputError: (text, write) => write(describeUsage(text)),
    });
  const runCommand = commandRunner(terminal, exit);
  for (const add of [
    addCheckCommand,
    addDoctorCommand,
    addInitCommand,
    addDiffCommand,
    addBaselineCommand,
    addDriftCommand,
    addContributeCommand,
    addRecordCommand,
    addParityCommand,
  ])
    add(program, terminal, runCommand);
  for (const command of [program, ...program.commands])
    command
      .optionsGroup('Options:')
      .version(version, '-V, --version', 'print the version')
      .helpOption('-h, --help', 'print this help');
  const [check] = program.commands;
  return program.addHelpText(
    'after',
    () => `\nWithout a command it checks:\n\n${check?.helpInformation()}\n${checkNotes}\n\n${examples}`,
  );
}

const examples = `Examples:
  powerstore-contract                                 # checks a pair of the embedded simulator
  export POWERSTORE_URL=https://array-a.example.com POWERSTORE_USERNAME=monitor
  export POWERSTORE_PASSWORD_FILE=~/.powerstore-password POWERSTORE_CA=array-a.pem
  powerstore-contract doctor
  powerstore-contract --html report.html --json report.json`;
