// The command line as a function: what it prints where, what it writes, and how it ends. That it is a process as well is seen in
// embedded.test.ts and interrupt.test.ts.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport, runContract, targetFrom, type ArraySettings } from '../src/index.js';
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

describe('powerstore-contract', () => {
  it('checks the mock with examples', async () => {
    const { code, out, err } = await powerstoreContract(['--static', '--json', path('static.json')]);
    expect(code, err).toBe(0);
    expect(out).toContain('embedded mock (static)');
    expect(err).toContain('Mode disruptive, on whatever is there.');
    const { findings, summary } = await readReport(path('static.json'));
    // One of its examples has a literal that SDKs know, and no document.
    expect(findings.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'literal.unknown The array sends a text for ReplicatedResourceType that does not look like a literal.',
    ]);
    expect(summary.verdict).toBe('conforms');
  });

  it('leaves Prism out of the simulator where it is told to, and out of nothing else', async () => {
    const { code, err } = await powerstoreContract(['--fast', '--dry-run']);
    expect([code, err]).toEqual([0, expect.stringMatching(/^simulator, array a: .*release 4\.4\.0\.0\n/)]);
    const array = { POWERSTORE_URL: 'https://a.example.com', POWERSTORE_USERNAME: 'x', POWERSTORE_PASSWORD: 'x' };
    for (const [args, env] of [
      [['--fast', '--static'], {}],
      [['--fast'], array],
    ] as const)
      expect(await powerstoreContract([...args], env)).toMatchObject({
        code: 2,
        err: expect.stringContaining('--fast is for a run on the embedded simulator') as string,
      });
  });

  it('fails with what it found, and shows nothing of what the array says', async () => {
    await using sim = await createSimulator({ version: '1.0', fast: true, clock: 'manual' });
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
    await using sim = await createSimulator({ version: '1.0', fast: true, clock: 'manual' });
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
    expect(out).toContain('No verdict: the array stopped answering: GET /replication_session/{id}: no answer');
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
    expect(err).not.toContain('not-the-password');
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
      'Exit codes',
      'Example',
    ])
      expect(help.out).toContain(word);
    const { code, err } = await powerstoreContract(['--password', 'x']);
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--password'");
    const none = await powerstoreContract(['diff', path('none.json'), path('none.json')]);
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^Could not run: \S+none\.json cannot be read \(ENOENT\)\. .*\n$/);
  });
});

/** Gets as far as knowing which array it is. */
const start = (settings: ArraySettings, reports = {}): Promise<string[]> => {
  const told: string[] = [];
  const array = targetFrom(settings);
  const pace = { requestsPerSecond: undefined };
  const options = { arrays: array && { a: array }, pace, dryRun: true, reports, print: () => undefined };
  return runContract({ ...options, tell: (line) => told.push(line) }).then(() => told);
};

it('trusts an array by its certificate or by its fingerprint', async () => {
  await using sim = await createSimulator({ tls: true, fast: true });
  const { url, username, password, certificate = '', fingerprint = '' } = sim.a;
  const ca = await file('array.pem', certificate);
  const passwordFile = await file('password', `${password}\n`);
  const base = { url, username, passwordFile };
  for (const trust of [{ ca }, { fingerprint }])
    expect(await start({ ...base, ...trust })).toContain('Reads only: nothing that changes an array is ever sent.');
  await expect(start(base)).rejects.toThrow(/certificate/);
  await expect(start({ ...base, fingerprint: `${'00:'.repeat(31)}00` })).rejects.toThrow(fingerprint);
});

describe('what cannot be run is said in one clear line', () => {
  const credentials = { username: 'admin', password: 'Password123!' };

  it('an array that does not answer', async () => {
    const sim = await createSimulator({ fast: true });
    await sim.close();
    const { host } = new URL(sim.a.url);
    await expect(start({ ...credentials, url: sim.a.url })).rejects.toThrow(
      new RegExp(`${host}.*ECONNREFUSED.*Check the address`),
    );
  });

  it('a name that nobody knows', async () => {
    await expect(start({ ...credentials, url: 'https://no-such-array.invalid' })).rejects.toThrow(
      /no-such-array\.invalid/,
    );
  });

  it('an array that accepts connections and says nothing', async () => {
    await using silent = await createSilentServer();
    await expect(start({ ...credentials, url: silent.url, timeout: 1 })).rejects.toThrow(
      'did not answer within 1 seconds',
    );
  });

  it('an array that does not say which release it runs', async () => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      answer.text = answer.text.replaceAll('"4.4.0.0"', 'null');
    });
    const { username, password } = sim.a;
    await expect(start({ username, password, url: proxy.url })).rejects.toThrow('does not say which release it runs');
  });

  it('what is no array', async () => {
    await using sim = await createSimulator({ fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      answer.status = 500;
    });
    await expect(start({ ...credentials, url: proxy.url })).rejects.toThrow('with 500. Is it a PowerStore, and up?');
  });

  it('a report that cannot be written', async () => {
    await expect(
      start({ ...credentials, url: 'https://a.example.com' }, { junit: '/dev/null/report.xml' }),
    ).rejects.toThrow('cannot be written to /dev/null/report.xml');
  });

  it.each<[string, ArraySettings, string]>([
    ['an address with a path', { url: 'https://a.example.com/gui' }, 'has a path'],
    ['no user name', { url: 'https://a.example.com', password: 'x' }, 'No user name'],
    ['no password', { url: 'https://a.example.com', username: 'x' }, 'No password'],
    ['no address', { ...credentials, url: 'array-a' }, 'POWERSTORE_URL is no address'],
    ['an address with credentials', { url: 'https://a:b@c.example.com' }, 'has credentials in it'],
    [
      'no certificate file',
      { ...credentials, url: 'https://a.example.com', ca: '/none' },
      '/none, which cannot be read (ENOENT)',
    ],
    [
      'a certificate file that holds none',
      { ...credentials, url: 'https://a.example.com', ca: '/dev/null' },
      'no certificate in PEM form',
    ],
    [
      'no password file',
      { url: 'https://a.example.com', username: 'x', passwordFile: '/none' },
      '/none, which cannot be read',
    ],
    [
      'a fingerprint that is none',
      { ...credentials, url: 'https://a.example.com', fingerprint: 'AB:CD' },
      'fingerprint',
    ],
  ])('%s', (_title, settings, text) => {
    expect(() => targetFrom(settings)).toThrow(text);
  });
});
