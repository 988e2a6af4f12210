// The command line: its commands and its help.
import { createRequire } from 'node:module';
import { describeMistake } from '@powerstore-api/settings';
import { Command, CommanderError } from 'commander';
import { addSimulateCommand } from './simulate.js';
import { addStaticCommand, passwordVariable } from './static.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** The exit code of a run that could not start, for any mistake of the user, and of one that failed by a mistake of ours. */
export const couldNotRun = 2;

const passwordRemedy = `powerstore-mock static takes it from ${passwordVariable}.`;

/** `powerstore-mock`, ready to parse arguments. Parsing throws a `CommanderError` that has the exit code. */
export function createProgram(): Command {
  const program = new Command('powerstore-mock')
    .description('A Dell PowerStore array for development and tests, without hardware (unofficial).')
    // Without this, the program would take the options of its commands for its own.
    .enablePositionalOptions()
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ outputError: (text, write) => write(describeMistake(text, passwordRemedy)) })
    .showHelpAfterError('(--help lists all commands and options)')
    // Commander would exit with 1, which means that a scenario failed.
    .exitOverride(({ exitCode, code, message }) => {
      throw new CommanderError(exitCode === 0 ? 0 : couldNotRun, code, message);
    })
    .addHelpText(
      'after',
      `
Exit codes: 0 stopped by a signal, or the scenario passed; 1 a step of the scenario failed; 2 could not start.

Examples:
  powerstore-mock --port 8443
  curl -k -u 'admin:Password123!' 'https://127.0.0.1:8443/api/rest/replication_session?select=id,state'
  powerstore-mock simulate --scenario site-loss`,
    );
  const staticCommand = addStaticCommand(program);
  addSimulateCommand(program);
  for (const command of [program, ...program.commands])
    command.version(version, '-V, --version', 'print the version').helpOption('-h, --help', 'print this help');
  // The help of the program includes the options of the command that runs by default.
  program.addHelpText('after', () => `\nWithout a command, static runs:\n\n${staticCommand.helpInformation()}`);
  return program;
}
