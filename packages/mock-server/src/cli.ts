import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import type { Exchange } from './listener.js';
import type { MockServer } from './mock-server.js';

interface StaticOptions {
  port: number;
  host: string;
  http?: true;
  key?: string;
  cert?: string;
  username: string;
  password: string;
  quiet?: true;
}

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const program = new Command('powerstore-mock')
  .description('A mock of a Dell PowerStore array (unofficial), for developing and testing without one.')
  .version(version)
  .showHelpAfterError('(--help tells more)')
  .addHelpText(
    'after',
    `
Exit codes: 0 stopped by a signal, 1 could not start.

Example:
  powerstore-mock --port 8443
  curl -k -u 'admin:Password123!' 'https://127.0.0.1:8443/api/rest/replication_session?select=id,state'`,
  );

const staticCommand = program
  .command('static', { isDefault: true })
  .description('answer with the examples of the contract; writes are checked, and change nothing')
  .option('-p, --port <number>', 'port to listen on, 0 for a free one', portNumber, 8443)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--http', 'plain HTTP instead of HTTPS')
  .addOption(new Option('--key <file>', 'private key (PEM) instead of a made one; needs --cert').conflicts('http'))
  .addOption(new Option('--cert <file>', 'certificate (PEM) instead of a made one; needs --key').conflicts('http'))
  .addOption(new Option('--username <name>', 'user to accept').env('POWERSTORE_MOCK_USERNAME').default('admin'))
  .addOption(
    new Option('--password <password>', 'password to accept').env('POWERSTORE_MOCK_PASSWORD').default('Password123!'),
  )
  .option('-q, --quiet', 'do not print a line per request')
  .addHelpText(
    'after',
    `
Lists can be filtered, ordered, cut (limit, offset, Range) and reduced (select) as on an array.
Prefer: code=503 asks for an error, Prefer: code=200, example=<name> for a certain example.`,
  )
  .action(async (options: StaticOptions) => {
    if ((options.key === undefined) !== (options.cert === undefined)) {
      program.error('--key and --cert go together: give both, or neither for a made certificate.');
    }
    const mock = await start(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
    announce(mock);
  });

// Whoever asks for help gets the options of the command that runs when none is named.
program.addHelpText('after', () => `\nWithout a command, static is meant:\n\n${staticCommand.helpInformation()}`);

async function start(options: StaticOptions): Promise<MockServer> {
  const { port, host, username, password, key, cert } = options;
  try {
    // Prism takes a second to load, which --help need not wait for.
    const { createMockServer } = await import('./mock-server.js');
    return await createMockServer({
      port,
      host,
      username,
      password,
      tls:
        key !== undefined && cert !== undefined
          ? { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
          : !options.http,
      ...(!options.quiet && { onExchange: logExchange }),
    });
  } catch (error) {
    return program.error(`powerstore-mock could not start: ${reason(error as NodeJS.ErrnoException, options)}`);
  }
}

function reason({ code, message }: NodeJS.ErrnoException, options: StaticOptions): string {
  const { host, port } = options;
  if (code === 'EADDRINUSE') return `port ${port} is in use. Choose another with --port, or --port 0 for a free one.`;
  if (code === 'EACCES') return `no permission to listen on port ${port}. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine. Try --host 127.0.0.1.`;
  if (code?.startsWith('ERR_OSSL'))
    return `${options.key} and ${options.cert} are no key and certificate in PEM form that belong together.`;
  return message;
}

function announce({ url, username, password, fingerprint }: MockServer): void {
  console.log(`${pc.bold('PowerStore mock')} ${pc.dim('static: the examples of the contract')}`);
  console.log(`  API          ${pc.cyan(`${url}/api/rest`)}`);
  console.log(`  Credentials  ${username} / ${password}`);
  if (fingerprint !== undefined) console.log(`  Certificate  self-signed, SHA-256 ${fingerprint}`);
  console.log(
    `  Try          curl -k -u '${username}:${password}' '${url}/api/rest/replication_session?select=id,state'`,
  );
  console.log(pc.dim('  Ctrl-C stops it.'));
}

function logExchange({ method, target, status, duration }: Exchange): void {
  const color = status < 300 ? pc.green : status < 500 ? pc.yellow : pc.red;
  console.log(`${color(String(status))} ${method.padEnd(5)} ${target} ${pc.dim(`${duration.toFixed(1)} ms`)}`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return port;
}

await program.parseAsync();
