// The command line: its commands, and what it says of itself.
import { createRequire } from 'node:module';
import { Command } from 'commander';
import { addSimulateCommand } from './simulate.js';
import { addStaticCommand } from './static.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** `powerstore-mock`, ready to parse arguments. */
export function createProgram(): Command {
  const program = new Command('powerstore-mock')
    .description('A mock of a Dell PowerStore array (unofficial), for developing and testing without one.')
    .version(version)
    // After a command, --version is an option of that one.
    .enablePositionalOptions()
    .showHelpAfterError('(--help tells more)')
    .addHelpText(
      'after',
      `
Exit codes: 0 stopped by a signal or a scenario went well, 1 could not start, 2 a step of a scenario failed.

Examples:
  powerstore-mock --port 8443
  curl -k -u 'admin:Password123!' 'https://127.0.0.1:8443/api/rest/replication_session?select=id,state'
  powerstore-mock simulate --scenario site-loss`,
    );
  const staticCommand = addStaticCommand(program);
  addSimulateCommand(program);
  // Whoever asks for help gets the options of the command that runs when none is named.
  program.addHelpText('after', () => `\nWithout a command, static is meant:\n\n${staticCommand.helpInformation()}`);
  return program;
}
