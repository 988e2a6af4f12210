import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createMockServer } from '../src/index.js';
import { exchange } from './helpers/array.js';
import { command, stop } from './helpers/command.js';
import { isFree } from './helpers/ports.js';
import { exit, run, seen, start, startUnderNpx } from './helpers/processes.js';

const bin = fileURLToPath(new URL('../bin/powerstore-mock.js', import.meta.url));

describe('powerstore-mock as a process', () => {
  it('starts, says where it is and how to ask it, logs a line per request, and ends on SIGTERM', async () => {
    const child = start(bin, ['--http', '--port', '0'], { POWERSTORE_MOCK_PASSWORD: 'from-env' });
    const announced = await seen(child, /Ctrl-C/);
    const url = /http:\/\/127\.0\.0\.1:\d+\/api\/rest/.exec(announced)?.[0] ?? '';
    // It may be a real one, and the output may go to a log.
    expect(announced).toContain('admin / $POWERSTORE_MOCK_PASSWORD');
    expect(announced).not.toContain('from-env');
    const logged = seen(child, /401 GET/);
    expect((await exchange(`${url}/cluster`)).status).toBe(401);
    expect(await logged).toMatch(/401 GET {3}\/api\/rest\/cluster \d/);
    child.kill('SIGTERM');
    expect(await exit(child)).toBe(0);
  });

  it.each([['static'], ['simulate']])('%s ends, and says why, when npx is killed', async (name) => {
    const shell = startUnderNpx(bin, name, '--http', '--port', '0');
    let errors = '';
    shell.stderr?.on('data', (text) => (errors += String(text)));
    const announced = await seen(shell, /Ctrl-C/);
    const { port = '' } = /127\.0\.0\.1:(?<port>\d+)/.exec(announced)?.groups ?? {};
    // The output ends when the command has, which the shell leaves behind.
    const over = exit(shell);
    shell.kill('SIGTERM');
    await over;
    expect(errors).toBe('npx, which started this command, has ended. So the command stops too.\n');
    expect(await isFree(Number(port))).toBe(true);
  });

  it('ends without an error when the reader of its output closes the pipe', async () => {
    const child = start(bin, ['--http', '--port', '0']);
    const announced = await seen(child, /Ctrl-C/);
    let errors = '';
    child.stderr?.on('data', (text) => (errors += String(text)));
    const over = exit(child);
    child.stdout?.destroy();
    const url = /http:\/\/127\.0\.0\.1:\d+\/api\/rest/.exec(announced)?.[0] ?? '';
    // Prints a line for this request.
    await exchange(`${url}/cluster`).catch(() => undefined);
    expect([await over, errors]).toEqual([0, '']);
  });

  it.each([
    // Breaks the start, and the command while it runs.
    ['globalThis.structuredClone = () => { throw new Error("broken"); }', 'exits'],
    ['process.once("SIGUSR2", () => { throw new Error("broken"); })', 'runs'],
  ])('ends with 2 and the stack of an error that nobody expected: %s', async (code, when) => {
    const child = start(bin, ['--http', '--port', '0'], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`,
    });
    let errors = '';
    child.stderr?.on('data', (text) => (errors += String(text)));
    const over = exit(child);
    if (when === 'runs') {
      await seen(child, /Ctrl-C/);
      child.kill('SIGUSR2');
    }
    expect(await over).toBe(2);
    expect(errors).toMatch(/^powerstore-mock failed, and should not have: Error: broken\n +at /);
  });

  it.each([
    ['--password=hunter2'],
    ['--password', 'hunter2'],
    ['simulate', '--password=hunter2'],
    ['--pass=hunter2'],
    ['--pasword=hunter2'],
    ['https://admin:hunter2@array'],
    ["--x=hunter2'\n(Did you mean hunter2?)\nhunter2"],
  ])('does not repeat a secret of its command line: %s', async (...args) => {
    const { code, out, err } = await command(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toContain('hunter2');
  });

  it('says how to give a password', async () => {
    const { err } = await command('--password=hunter2');
    expect(err).toMatch(
      /^error: --password is refused: no flag takes a password, .* takes it from POWERSTORE_MOCK_PASSWORD\./,
    );
  });

  it('names the mistake, and ends with 2', async () => {
    const { code, out, err } = await run(bin, '--colour');
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('unknown option')]);
  });
});

describe('powerstore-mock', () => {
  it('starts with HTTPS by itself and prints the fingerprint, and stops on SIGINT', async () => {
    const { code, out, err } = await command('-p', '0');
    expect([code, err]).toEqual([0, '']);
    const [url = ''] = /https:\/\/127[^/]+/.exec(out) ?? [];
    expect(out).toMatch(/https:\/\/127/);
    expect(out).toMatch(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/);
    await expect(stop('SIGINT', url)).resolves.toBeUndefined();
  });

  it('explains itself', async () => {
    const { code, out } = await command('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/Usage: powerstore-mock/);
    expect(out).toContain('curl -k');
    for (const option of ['--port', '--host', '--http']) expect(out).toContain(option);
    const options = (await command('static', '--help')).out;
    for (const option of ['--port', '--host', '--http', '--cert', '--username', '--quiet'])
      expect(options).toContain(option);
    expect(options).toContain('Exit codes: 0 stopped by a signal; 2 could not start.');
  });

  it('advises --help after a mistake in the options, and not after a missing file', async () => {
    expect((await command('--colour')).err).toContain('--help');
    expect((await command('--key', bin, '--cert', 'nowhere')).err).not.toContain('--help');
  });

  it.each([['--version'], ['-V'], ['static', '--version'], ['simulate', '--version'], ['simulate', '-V']])(
    '%s %s prints the version of the package',
    async (...args) => {
      const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
      expect(await command(...args)).toEqual({ code: 0, out: `${version}\n`, err: '' });
    },
  );

  it('names the port that is in use', async () => {
    await using mock = await createMockServer();
    const { port } = new URL(mock.url);
    const { code, err } = await command('--http', '--port', port);
    expect([code, err]).toEqual([2, expect.stringContaining(`port ${port} is in use. Choose another`)]);
  });

  it.each([
    [['--port', '70000'], '0 to 65535'],
    [['--port', '1e3'], '0 to 65535'],
    [['--key', 'x.pem'], 'go together'],
    [['--key', 'a', '--cert', 'b'], 'The private key a cannot be read: there is no such file. Correct --key.'],
    [['--key', bin, '--cert', 'b'], 'The certificate b cannot be read: there is no such file. Correct --cert.'],
    [['--key', bin, '--cert', bin], 'PEM format'],
    [['--colour'], 'unknown option'],
    [['simulat'], "unknown command 'simulat'\n(Did you mean simulate?)"],
    [['drill'], "unknown command 'drill'\nCommands are static, simulate."],
    [['--http', 'simulate'], 'Write the command before its options: powerstore-mock simulate …'],
  ])('names the mistake in %j', async (args, message) => {
    expect(await command(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});
