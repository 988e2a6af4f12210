// The command line as a function: its lines, files and exit codes. embedded.test.ts and interrupt.test.ts run it as a process.
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport, runContract } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';
import { createSilentServer } from './helpers/silent-server.js';
import { createTamperingProxy } from './helpers/tampering-proxy.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-contract-'));
});
afterAll(() => rm(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

const file = async (name: string, content: string): Promise<string> => {
  await writeFile(path(name), content);
  return path(name);
};

describe('a secret on the command line', () => {
  it.each([
    ['--password=hunter2'],
    ['--password-b=hunter2'],
    ['--password', 'hunter2'],
    ['doctor', '--password=hunter2'],
    ['--passwd=hunter2'],
    ['-phunter2'],
  ])('is refused and not repeated: %s', async (...args) => {
    const { code, out, err } = await powerstoreContract(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toContain('hunter2');
    const names = args.join(' ').includes('-b=')
      ? 'POWERSTORE_B_PASSWORD, name a file with --password-file-b,'
      : 'POWERSTORE_PASSWORD, name a file with --password-file,';
    expect(err).toMatch(/^error: --?p\S* is refused: no flag takes a password, because /);
    expect(err).toContain(` Set ${names}`);
  });

  it.each([
    ['--pasword=hunter2'],
    ['--x=hunter2'],
    ["--x=hunter2'\n(Did you mean hunter2?)\nhunter2"],
    ['https://admin:hunter2@array-a.example.com'],
    ['--url', 'https://admin:hunter2@array-a.example.com'],
    ['--url', 'https://hunter2@array-a.example.com'],
    ['drift', '--document', 'https://hunter2@array-a.example.com/openapi.json'],
    ['drift', '--document', 'https://x:hunter2@array-a.example.com/openapi.json'],
  ])('is not repeated where nobody expects it: %s', async (...args) => {
    const { code, out, err } = await powerstoreContract(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
    expect(err).not.toContain('hunter2');
  });
});

describe('powerstore-contract', () => {
  it('checks the mock with examples', async () => {
    const { code, out, err } = await powerstoreContract(['--static', '--json', path('static.json')]);
    expect(code, err).toBe(0);
    expect(out).toContain('embedded mock (static)');
    expect(err).toContain('The run is disruptive, and may change everything on the embedded arrays.');
    const { findings, summary } = readReport(path('static.json'));
    // One of its examples has a literal that SDKs know, and no document.
    expect(findings.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'literal.unknown No document has ReplicatedResourceType.filesystem, but other arrays have sent it before.',
    ]);
    expect(summary.verdict).toBe('conforms');
  });

  it('leaves Prism out of the simulator with --fast, and starts the release of --release', async () => {
    const { code, err } = await powerstoreContract(['--fast', '--dry-run']);
    expect([code, err]).toEqual([0, expect.stringMatching(/^simulator, array a: .*release 4\.4\.0\.0\n/)]);
    const old = await powerstoreContract(['--fast', '--dry-run', '--release', '3.6']);
    expect([old.code, old.err]).toEqual([0, expect.stringMatching(/^simulator, array a: .*release 3\.6\.0\.0\n/)]);
  });

  it('fails with findings, and repeats no value of the array', async () => {
    await using sim = await createSimulator({ release: '1.0', fast: true, clock: 'manual' });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      if (answer.status === 404) answer.status = 410;
      // What only the client of this project asks for.
      if (!answer.target.includes('limit=2')) return;
      Object.assign(answer, { status: 500, text: '{"messages":[{"message_l10n":"volume SECRET-NAME is broken"}]}' });
    });
    const { username, password } = sim.a;
    const kinds = ['html', 'json', 'junit', 'markdown'] as const;
    const lines: string[] = [];
    // As a function of its own: the command line asks a hundred times in a second at most.
    const report = await runContract({
      arrays: { a: { url: proxy.url, username, password } },
      pace: { requestsPerSecond: undefined },
      reports: Object.fromEntries(kinds.map((kind) => [kind, path(`failed.${kind}`)])),
      print: (line) => lines.push(line),
      tell: () => undefined,
    });
    if (!report) throw new Error('there is no report');
    const out = lines.join('\n');
    expect(out).toMatch(
      /client\.error: The client fails with ERR_POWERSTORE_API \(replication_session_collection_query 500\)\./,
    );
    expect(out).toContain('Does not conform to the contract.');
    const texts = await Promise.all(kinds.map((kind) => readFile(path(`failed.${kind}`), 'utf8')));
    for (const text of [out, ...texts]) {
      expect(text).toContain('status.undocumented');
      for (const secret of ['SECRET-NAME', password, new URL(proxy.url).host]) expect(text).not.toContain(secret);
    }

    const before = await file('before.json', JSON.stringify({ ...report, findings: [] }));
    const worse = await powerstoreContract([
      'diff',
      before,
      path('failed.json'),
      '--markdown',
      path('diff.md'),
      '--json',
      path('diff.json'),
    ]);
    expect(worse).toMatchObject({ code: 1, err: '' });
    expect(worse.out).toContain(`Something got worse: ${report.findings.length} new findings, 0 resolved`);
    expect(await readFile(path('diff.md'), 'utf8')).toContain(`### New findings (${report.findings.length})`);
    expect(JSON.parse(await readFile(path('diff.json'), 'utf8'))).toMatchObject({ worse: true });
  });

  it('gives no verdict on an array that stops answering, and names none of its ids', async () => {
    await using sim = await createSimulator({ release: '1.0', fast: true, clock: 'manual' });
    const id = String(sim.save().sessions[0]?.id);
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      if (answer.target.startsWith(`/replication_session/${id}`)) answer.status = 0;
    });
    const { username, password } = sim.a;
    const env = {
      POWERSTORE_URL: proxy.url,
      POWERSTORE_USERNAME: username,
      POWERSTORE_PASSWORD: password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    };
    const { code, out, err } = await powerstoreContract(['--junit', path('lost.xml')], env);
    expect(code, err).toBe(2);
    expect(out).toContain(
      'No verdict: the array stopped answering: GET /replication_session/{id}?select=id: no answer',
    );
    expect(out).not.toContain('onform');
    expect(proxy.requests).toContain(`GET /api/rest/replication_session/${id}`);
    for (const text of [out, err, await readFile(path('lost.xml'), 'utf8')]) expect(text).not.toContain(id);
  });

  it('says in one line why it could not run', async () => {
    await using sim = await createSimulator({ fast: true, clock: 'manual' });
    const env = { POWERSTORE_URL: sim.a.url, POWERSTORE_USERNAME: 'admin', POWERSTORE_PASSWORD: 'not-the-password' };
    const { code, out, err } = await powerstoreContract([], env);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Could not run: .* refuses user admin .*\n$/);
    expect(err).toContain('(--username, POWERSTORE_USERNAME or arrays.a.username)');
    expect(err).toContain(
      '(POWERSTORE_PASSWORD, or the file of --password-file, POWERSTORE_PASSWORD_FILE or arrays.a.passwordFile)',
    );
    expect(err).not.toContain('not-the-password');
    const ofB = await powerstoreContract([], {
      ...env,
      POWERSTORE_PASSWORD: sim.a.password,
      POWERSTORE_B_URL: sim.b.url,
      POWERSTORE_B_USERNAME: 'nobody',
      POWERSTORE_B_PASSWORD: 'x',
    });
    expect([ofB.code, ofB.err]).toEqual([
      2,
      expect.stringMatching(/refuses user nobody .*--username-b, POWERSTORE_B_/),
    ]);
  });

  it('explains itself, and knows no other options', async () => {
    const help = await powerstoreContract(['--help']);
    expect(help.code).toBe(0);
    for (const word of [
      'POWERSTORE_URL',
      'POWERSTORE_PASSWORD_FILE',
      '--ca',
      '--fast',
      '--junit',
      '--html',
      'diff',
      'Exit codes: 0 conforms, 1 does not conform, 2 could not run, 130 ended at once by a second signal.',
      'Example',
    ])
      expect(help.out).toContain(word);
    const none = await powerstoreContract(['diff', path('none.json'), path('none.json')]);
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^Could not run: The report \S+none\.json cannot be read: there is no such file\. .*\n$/);
  });
});

/** Gets as far as knowing which array it is. */
const start = (env: Record<string, string>, args: string[] = []) =>
  powerstoreContract(['--dry-run', ...args], { POWERSTORE_REQUESTS_PER_SECOND: '100', ...env });

const environmentOf = ({ url, username, password }: { url: string; username: string; password: string }) => ({
  POWERSTORE_URL: url,
  POWERSTORE_USERNAME: username,
  POWERSTORE_PASSWORD: password,
});

it('trusts an array by its certificate or by its fingerprint', async () => {
  await using sim = await createSimulator({ tls: true, fast: true });
  const { url, username, password, certificate = '', fingerprint = '' } = sim.a;
  const ca = await file('array.pem', certificate);
  const passwordFile = await file('password', `${password}\n`);
  const env = { POWERSTORE_URL: url, POWERSTORE_USERNAME: username, POWERSTORE_PASSWORD_FILE: passwordFile };
  for (const trust of [{ POWERSTORE_CA: ca }, { POWERSTORE_FINGERPRINT: fingerprint }])
    expect((await start({ ...env, ...trust })).err).toContain('The run only reads; it never changes the array.');
  expect(await start(env)).toMatchObject({ code: 2, err: expect.stringMatching(/certificate/) as string });
  const wrong = { POWERSTORE_FINGERPRINT: `${'00:'.repeat(31)}00` };
  expect(await start({ ...env, ...wrong })).toMatchObject({
    code: 2,
    err: expect.stringContaining(fingerprint) as string,
  });
});

it('warns of a password file that others can read', async () => {
  await using sim = await createSimulator({ fast: true });
  const { url, username, password } = sim.a;
  const passwordFile = await file('shared', `${password}\n`);
  const env = {
    POWERSTORE_URL: url,
    POWERSTORE_USERNAME: username,
    POWERSTORE_PASSWORD_FILE: passwordFile,
    POWERSTORE_REQUESTS_PER_SECOND: '100',
  };
  const warning = `Warning: other users of this machine can read the password file of array a, ${passwordFile}. Run chmod 600 on it.\n`;
  for (const [mode, warns] of [
    [0o644, true],
    [0o640, true],
    [0o600, false],
    [0o400, false],
  ] as const) {
    await chmod(passwordFile, mode);
    for (const args of [['--dry-run'], ['doctor'], ['record', path('recording.json')]]) {
      const { code, err } = await powerstoreContract(args, env);
      expect([args[0], mode, code, err.includes(warning)]).toEqual([args[0], mode, 0, warns]);
    }
  }
  await chmod(passwordFile, 0o644);
  const asB = { ...env, POWERSTORE_PASSWORD_FILE: '', POWERSTORE_PASSWORD: password };
  const { err } = await powerstoreContract(['--dry-run'], {
    ...asB,
    POWERSTORE_B_URL: sim.b.url,
    POWERSTORE_B_USERNAME: sim.b.username,
    POWERSTORE_B_PASSWORD_FILE: passwordFile,
  });
  expect(err).toContain('the password file of array b');
});

it('leaves no trace of a dry run, and none of a run that cannot begin', async () => {
  await using sim = await createSimulator({ fast: true });
  const folderOfReports = path('reports-to-come');
  const reports = ['--html', join(folderOfReports, 'deep', 'report.html'), '--json', path('to-come.json')];
  expect((await start(environmentOf(sim.a), reports)).code).toBe(0);
  const refused = await powerstoreContract(reports, { ...environmentOf(sim.a), POWERSTORE_PASSWORD: 'wrong' });
  expect(refused.code).toBe(2);
  const left = await readdir(folder);
  expect(left).not.toContain('reports-to-come');
  expect(left).not.toContain('to-come.json');
});

it("says that a certificate is another array's, by the names of the array that refuses it", async () => {
  await using one = await createSimulator({ tls: true, fast: true });
  await using other = await createSimulator({ tls: true, fast: true });
  const ca = await file('other.pem', other.a.certificate ?? '');
  const shown = `is that of another array: its fingerprint is ${other.a.fingerprint}, and ${new URL(one.a.url).host} shows ${one.a.fingerprint}`;
  const env = { ...environmentOf(one.a), POWERSTORE_CA: ca };
  expect(await reasonFor(env)).toContain(`the certificate of --ca ${shown}. Name the file of its certificate (--ca,`);
  expect((await powerstoreContract(['doctor'], env)).out).toContain(`the certificate of --ca ${shown}`);
  const pair = {
    ...environmentOf(other.a),
    POWERSTORE_CA: ca,
    ...Object.fromEntries(
      Object.entries(environmentOf(one.a)).map(([name, value]) => [
        name.replace('POWERSTORE_', 'POWERSTORE_B_'),
        value,
      ]),
    ),
    POWERSTORE_B_CA: ca,
  };
  expect(await reasonFor(pair)).toContain(
    `the certificate of --ca-b ${shown}. Name the file of its certificate (--ca-b, POWERSTORE_B_CA`,
  );
});

/** The line that says why it could not run. */
async function reasonFor(env: Record<string, string>, args: string[] = []): Promise<string> {
  const { code, out, err } = await start(env, args);
  expect([code, out], err).toEqual([2, '']);
  expect(err).toMatch(/^Could not run: [^\n]+\n$/);
  return err;
}

describe('one clear line says why it cannot run, with exit code 2', () => {
  const credentials = { POWERSTORE_USERNAME: 'admin', POWERSTORE_PASSWORD: 'Password123!' };
  const array = { ...credentials, POWERSTORE_URL: 'https://a.example.com' };

  it('an array that does not answer', async () => {
    const sim = await createSimulator({ fast: true });
    await sim.close();
    const { host } = new URL(sim.a.url);
    expect(await reasonFor({ ...credentials, POWERSTORE_URL: sim.a.url })).toMatch(
      new RegExp(`${host}.*ECONNREFUSED.*Check the address`),
    );
  });

  it('a host name that does not resolve', async () => {
    expect(await reasonFor({ ...credentials, POWERSTORE_URL: 'https://no-such-array.invalid' })).toMatch(
      /no-such-array\.invalid/,
    );
  });

  it('an array that accepts connections and says nothing', async () => {
    await using silent = await createSilentServer();
    expect(await reasonFor({ ...credentials, POWERSTORE_URL: silent.url, POWERSTORE_TIMEOUT: '500ms' })).toMatch(
      /did not answer within 0\.5 seconds/,
    );
  });

  it('an array that does not say which release it runs', async () => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      answer.text = answer.text.replaceAll('"4.4.0.0"', 'null');
    });
    expect(await reasonFor({ ...environmentOf(sim.a), POWERSTORE_URL: proxy.url })).toMatch(
      'does not say which release it runs',
    );
  });

  it('a server that is no array', async () => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      answer.status = 500;
    });
    expect(await reasonFor({ ...credentials, POWERSTORE_URL: proxy.url })).toMatch(
      'with 500. Is it a PowerStore, and up?',
    );
  });

  it('a report that cannot be written', async () => {
    expect(await reasonFor(array, ['--junit', '/dev/null/report.xml'])).toMatch(
      '/dev/null/report.xml cannot be written: a part of its path is a file, not a folder. Name another file.',
    );
  });

  it.each<[string, Record<string, string>, RegExp | string]>([
    ['an address with a path', { POWERSTORE_URL: 'https://a.example.com/gui' }, 'has a path'],
    ['no user name', { POWERSTORE_URL: array.POWERSTORE_URL, POWERSTORE_PASSWORD: 'x' }, 'no user name'],
    ['no password', { POWERSTORE_URL: array.POWERSTORE_URL, POWERSTORE_USERNAME: 'x' }, 'no password'],
    [
      'no address',
      { ...credentials, POWERSTORE_URL: 'array-a' },
      /array a is not a URL.*--url, POWERSTORE_URL or arrays\.a\.url/,
    ],
    ['an address with credentials', { POWERSTORE_URL: 'https://a:b@c.example.com' }, 'holds credentials'],
    [
      'no certificate file',
      { ...array, POWERSTORE_CA: '/none' },
      /The certificate \/none cannot be read: there is no such file\. Correct --ca,/,
    ],
    ['a certificate file that holds none', { ...array, POWERSTORE_CA: '/dev/null' }, 'no certificate in PEM form'],
    [
      'no password file',
      { POWERSTORE_URL: array.POWERSTORE_URL, POWERSTORE_USERNAME: 'x', POWERSTORE_PASSWORD_FILE: '/none' },
      /The password file \/none cannot be read: there is no such file/,
    ],
    ['a fingerprint that is none', { ...array, POWERSTORE_FINGERPRINT: 'AB:CD' }, /fingerprint.*SHA-256/],
    [
      'a second array that is none, by its own settings',
      { ...array, POWERSTORE_B_URL: 'x' },
      /array b is not a URL.*--url-b, POWERSTORE_B_URL or arrays\.b\.url/,
    ],
    [
      'a second array alone',
      { POWERSTORE_B_URL: 'https://b.example.com', POWERSTORE_B_USERNAME: 'x', POWERSTORE_B_PASSWORD: 'x' },
      'Only array b is named',
    ],
    ['a mode without sessions', { ...array, POWERSTORE_MODE: 'disruptive' }, 'none is listed'],
  ])('%s', async (_title, env, reason) => {
    expect(await reasonFor(env)).toMatch(reason);
  });

  it.each(['--fast', '--static', '--release=3.6'])('%s beside an array', async (flag) => {
    expect(await reasonFor(array, [flag])).toMatch(`${flag.split('=')[0]} is for a run without an array`);
  });
});

describe('a misspelt word', () => {
  it.each<[string[], string]>([
    [['docter'], "unknown command 'docter'\n(Did you mean doctor?)"],
    [['tree'], "unknown command 'tree'\nCommands are check, doctor, init,"],
    [['--url', 'https://a.example.com', 'doctor'], 'Write the command before its options: powerstore-contract doctor'],
    [['--pasword-file', 'x'], "unknown option '--pasword-file'\n(Did you mean --password-file?)"],
    [['doctor', '--ur', 'x'], "unknown option '--ur'\n(Did you mean --url?)"],
    [['diff', 'one.json'], "missing required argument 'after'"],
    [['baseline', 'report.json', '--reason', 'x'], "required option '--expires <day>' not specified"],
    [['--static', '--fast'], "option '--static' cannot be used with option '--fast'"],
    [['--timeout', '30'], "argument '30' is invalid. A duration is a number with its unit, such as 30s"],
    [['--budget', '10'], "argument '10' is invalid. A duration is a number with its unit, such as 30s"],
    [['--rows', 'all'], 'Rows are a whole number'],
    [['--seed', 'a b'], 'A seed has 1 to 64 letters, digits, dots, underscores and hyphens, such as 2026-11-28'],
    [['--mode', 'harmless'], 'A mode is one of read-only, non-disruptive, disruptive'],
  ])('%j ends with 2, and the message says what was meant', async (args, message) => {
    const { code, out, err } = await powerstoreContract(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ +at /m);
    // The reason is the last thing that a person reads.
    expect(err.includes(' is invalid. ') ? err.trimEnd().split('\n').length : 1, err).toBe(1);
  });
});

it.each([[], ['check'], ['doctor'], ['init'], ['diff'], ['baseline'], ['drift'], ['record'], ['parity']])(
  'prints its version and its help: %s',
  async (...command) => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    for (const flag of ['--version', '-V'])
      expect(await powerstoreContract([...command, flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await powerstoreContract([...command, '--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('\nExit codes: 0 ');
  },
);
