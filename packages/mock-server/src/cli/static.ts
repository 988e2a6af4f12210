import { unknownCommand } from '@powerstore-api/input';
import { printable } from '@powerstore-api/settings';
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import type { MockServer } from '../static/mock-server.js';
import { logRequest } from './log.js';
import { addTlsOptions, couldNotStart, incompleteTls, portNumber, tlsOf, type TlsOptions } from './options.js';
import { onSignal } from './signals.js';

interface StaticOptions extends TlsOptions {
  port: number;
  host: string;
  username: string;
  quiet?: true;
}

/** No flag takes the password: everyone on the machine can read the flags of a process. */
export const passwordVariable = 'POWERSTORE_MOCK_PASSWORD';

/** `powerstore-mock static`, the command that runs by default. */
export function addStaticCommand(program: Command): Command {
  const command = program
    .command('static', { isDefault: true })
    .description('one array that answers with the examples of the contract; a write is checked and changes nothing')
    // A misspelt command arrives here as an argument.
    .allowExcessArguments()
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', portNumber, 8443)
    .option('--host <address>', 'address to listen on', '127.0.0.1');
  return addTlsOptions(command)
    .addOption(new Option('--username <name>', 'user name to accept').env('POWERSTORE_MOCK_USERNAME').default('admin'))
    .option('-q, --quiet', 'do not print a line per request')
    .addHelpText(
      'after',
      `
The environment variable ${passwordVariable} sets the password to accept (default: Password123!).

Lists take filters, order, limit, offset, Range and select, as on an array.
The header Prefer: code=503 asks for an error, and Prefer: code=200, example=<name> for a certain example.

Exit codes: 0 stopped by a signal; 2 could not start.`,
    )
    .action(async (options: StaticOptions) => {
      const [word] = command.args;
      if (word !== undefined) {
        const commands = program.commands.map((it) => it.name());
        command.error(`error: ${unknownCommand(program.name(), word, commands)}`);
      }
      const mistake = incompleteTls(options);
      if (mistake !== undefined) command.error(mistake);
      const mock = await start(options).catch((error: unknown) => couldNotStart(command, error, options));
      onSignal(() => void mock.close());
      announce(mock);
    });
}

async function start(options: StaticOptions): Promise<MockServer> {
  const { port, host, username, quiet } = options;
  const password = process.env[passwordVariable] || undefined;
  // Prism takes a second to load, and --help does not need it.
  const { createMockServer } = await import('../static/mock-server.js');
  return await createMockServer({
    port,
    host,
    username,
    ...(password !== undefined && { password }),
    tls: tlsOf(options),
    ...(!quiet && { onRequest: (entry) => logRequest(entry) }),
  });
}

function announce({ url, username: name, password, fingerprint }: MockServer): void {
  const username = printable(name);
  // A password of the user's own may be a real one, and this output may go to a log.
  const shown = process.env[passwordVariable] ? `$${passwordVariable}` : password;
  const quote = shown === password ? "'" : '"';
  console.log(`${pc.bold('PowerStore mock')} ${pc.dim('static: the examples of the contract')}`);
  console.log(`  API          ${pc.cyan(`${url}/api/rest`)}`);
  console.log(`  Credentials  ${username} / ${shown}`);
  if (fingerprint !== undefined) console.log(`  Certificate  self-signed, SHA-256 ${fingerprint}`);
  console.log(
    `  Try          curl -k -u ${quote}${username}:${shown}${quote} '${url}/api/rest/replication_session?select=id,state'`,
  );
  console.log(pc.dim('  Ctrl-C stops it.'));
}
