import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockServer } from '@powerstore-api/mock-server';
import { operations } from '@powerstore-api/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { powerstoreContract } from './command-line.js';
import { createSilentServer } from './silent-server.js';
import { createSpoilingProxy } from './spoiling-proxy.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-contract-'));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

/** Runs into something that keeps it from running, and returns the one line that says so. */
const line = async (env: Record<string, string>, args: string[] = []): Promise<string> => {
  const { code, out, err } = await powerstoreContract(args, env);
  expect(code, out).toBe(2);
  // It may have said whom it is about to ask.
  expect(out).toMatch(/^(PowerStore contract: .*\n)?$/);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  return err;
};

describe('powerstore-contract', () => {
  it.each([
    ['embedded simulator', []],
    ['embedded mock (static)', ['--static']],
  ])('checks all twelve operations of the %s, and says so in JUnit as well', async (name, flags) => {
    const junit = join(folder, 'embedded.xml');
    const { code, out, err } = await powerstoreContract([...flags, '--junit', junit]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(name);
    for (const operation of [
      'replication_session_collection_query',
      'replication_session_instance_query',
      'replication_session_modify',
      'replication_session_sync',
      'replication_session_pause',
      'replication_session_resume',
      'replication_session_failover',
      'replication_session_reprotect',
      'replication_session_start_failover_test',
      'replication_session_stop_failover_test',
      'replication_session_promote',
      'replication_session_demote',
    ]) {
      expect(out).toMatch(new RegExp(`● ${operation} +2\\d\\d`));
    }
    // Whatever else the contract has is checked as well. The simulator has no hosts, and no mapping to read.
    for (const operationId of Object.keys(operations)) {
      const isNone = name === 'embedded simulator' && operationId === 'host_volume_mapping_instance_query';
      expect(out).toMatch(new RegExp(`● ${operationId} +${isNone ? '404' : '2\\d\\d'}`));
    }
    const passed = Number(/(\d+) passed, 0 failed/.exec(out)?.[1]);
    const xml = await readFile(junit, 'utf8');
    expect(xml).toContain(`tests="${passed}" failures="0" errors="0"`);
  });

  it('writes the reason of a failure into JUnit', async () => {
    await using mock = await createMockServer();
    await using proxy = await createSpoilingProxy(mock.url, (answer) => {
      if (answer.status === 404) answer.status = 410;
    });
    const junit = join(folder, 'failed.xml');
    const env = { POWERSTORE_URL: proxy.url, POWERSTORE_USERNAME: mock.username, POWERSTORE_PASSWORD: mock.password };
    expect(await powerstoreContract(['--junit', junit], env)).toMatchObject({ code: 1 });
    expect(await readFile(junit, 'utf8')).toMatch(/<failure message="status\.undocumented: 410 is not among/);
  });

  it('shows nothing of what the array says when it fails, neither in the terminal nor in JUnit', async () => {
    await using mock = await createMockServer();
    await using proxy = await createSpoilingProxy(mock.url, (answer) => {
      // What only the client of this project asks for.
      if (!answer.target.includes('limit=2')) return;
      Object.assign(answer, { status: 500, text: '{"messages":[{"message_l10n":"volume SECRET-NAME is broken"}]}' });
    });
    const junit = join(folder, 'leak.xml');
    const env = { POWERSTORE_URL: proxy.url, POWERSTORE_USERNAME: mock.username, POWERSTORE_PASSWORD: mock.password };
    const { code, out, err } = await powerstoreContract(['--junit', junit], env);
    expect(code).toBe(1);
    expect(out).toMatch(
      /client\.error: the client failed with ERR_POWERSTORE_API \(replication_session_collection_query 500\)/,
    );
    const xml = await readFile(junit, 'utf8');
    expect(xml).toContain('client.error');
    for (const text of [out, err, xml]) expect(text).not.toContain('SECRET-NAME');
  });

  it('names no id of the array when it stops answering for one', async () => {
    await using mock = await createMockServer();
    await using proxy = await createSpoilingProxy(mock.url, (answer) => {
      if (answer.target.startsWith('/replication_session/2754bad0')) answer.status = 0;
    });
    const junit = join(folder, 'lost.xml');
    const env = { POWERSTORE_URL: proxy.url, POWERSTORE_USERNAME: mock.username, POWERSTORE_PASSWORD: mock.password };
    const { code, out, err } = await powerstoreContract(['--junit', junit], env);
    expect(code).toBe(2);
    expect(out).toContain(
      'No verdict: the array stopped answering: GET /replication_session/{id}?select=id: no answer',
    );
    for (const text of [out, err, await readFile(junit, 'utf8')]) expect(text).not.toContain('2754bad0');
  });

  it('gives no verdict on an array that stops answering', async () => {
    await using mock = await createMockServer();
    await using proxy = await createSpoilingProxy(mock.url, (answer) => {
      if (answer.target.startsWith('/job')) answer.status = 0;
    });
    const env = { POWERSTORE_URL: proxy.url, POWERSTORE_USERNAME: mock.username, POWERSTORE_PASSWORD: mock.password };
    const { code, out } = await powerstoreContract([], env);
    expect(code).toBe(2);
    expect(out).toMatch(/No verdict: the array stopped answering: GET \/job\?limit=5: no answer \(reset\)/);
    expect(out).not.toContain('onform');
  });

  it('trusts an array by its certificate or by its fingerprint', async () => {
    await using mock = await createMockServer({ tls: true });
    const ca = await file('array.pem', mock.certificate ?? '');
    const password = await file('password', `${mock.password}\n`);
    const base = { POWERSTORE_URL: mock.url, POWERSTORE_USERNAME: mock.username, POWERSTORE_PASSWORD_FILE: password };
    const byCertificate = await powerstoreContract([], { ...base, POWERSTORE_CA: ca });
    expect([byCertificate.code, byCertificate.err]).toEqual([0, '']);
    expect(byCertificate.out).toContain('reads only');
    const byFingerprint = await powerstoreContract(['--fingerprint', mock.fingerprint ?? ''], base);
    expect([byFingerprint.code, byFingerprint.err]).toEqual([0, '']);
  });

  it('explains itself', async () => {
    const { code, out } = await powerstoreContract(['--help']);
    expect(code).toBe(0);
    for (const word of ['POWERSTORE_URL', 'POWERSTORE_PASSWORD_FILE', '--ca', '--junit', 'Exit codes', 'Example']) {
      expect(out).toContain(word);
    }
  });
});

describe('what cannot be run ends with one clear line and exit code 2', () => {
  const credentials = { POWERSTORE_USERNAME: 'admin', POWERSTORE_PASSWORD: 'Password123!' };

  it('an array that does not answer', async () => {
    const mock = await createMockServer();
    await mock.close();
    const { host } = new URL(mock.url);
    expect(await line({ ...credentials, POWERSTORE_URL: mock.url })).toMatch(
      new RegExp(`Could not run: .*${host}.*ECONNREFUSED.*Check the address`),
    );
  });

  it('a name that nobody knows', async () => {
    expect(await line({ ...credentials, POWERSTORE_URL: 'https://no-such-array.invalid' })).toMatch(
      /no-such-array\.invalid/,
    );
  });

  it('a certificate that is not trusted', async () => {
    await using mock = await createMockServer({ tls: true });
    expect(await line({ ...credentials, POWERSTORE_URL: mock.url })).toMatch(/certificate/);
    const other = `${'00:'.repeat(31)}00`;
    const pinned = await line({ ...credentials, POWERSTORE_URL: mock.url, POWERSTORE_FINGERPRINT: other });
    expect(pinned).toContain(mock.fingerprint);
  });

  it('credentials that are refused, without telling the password', async () => {
    await using mock = await createMockServer();
    const env = { POWERSTORE_URL: mock.url, POWERSTORE_USERNAME: 'admin', POWERSTORE_PASSWORD: 'not-the-password' };
    const text = await line(env);
    expect(text).toMatch(/refuses user admin/);
    expect(text).not.toContain('not-the-password');
  });

  it('an array that accepts connections and says nothing', async () => {
    await using silent = await createSilentServer();
    const text = await line({ ...credentials, POWERSTORE_URL: silent.url }, ['--timeout', '1']);
    expect(text).toContain('did not answer within 1 seconds');
  });

  it('an array that does not say which release it runs', async () => {
    await using mock = await createMockServer();
    await using proxy = await createSpoilingProxy(mock.url, (answer) => {
      answer.text = answer.text.replaceAll('"4.4.0.0"', 'null');
    });
    const text = await line({ ...credentials, POWERSTORE_URL: proxy.url });
    expect(text).toContain('does not say which release it runs');
  });

  it('what is no array', async () => {
    await using mock = await createMockServer();
    await using proxy = await createSpoilingProxy(mock.url, (answer) => {
      answer.status = 500;
    });
    expect(await line({ ...credentials, POWERSTORE_URL: proxy.url })).toContain(
      'with 500. Is it a PowerStore, and up?',
    );
  });

  it('a report that cannot be written', async () => {
    const text = await line({}, ['--junit', '/dev/null/report.xml']);
    expect(text).toContain('cannot be written to /dev/null/report.xml');
  });

  it('a certificate file that holds none', async () => {
    const ca = await file('no.pem', 'no certificate');
    expect(await line({ ...credentials, POWERSTORE_URL: 'https://a.example.com', POWERSTORE_CA: ca })).toContain(
      'no certificate in PEM form',
    );
  });

  it.each([
    ['an address with a path', { POWERSTORE_URL: 'https://a.example.com/gui' }, 'has a path'],
    ['no user name', { POWERSTORE_URL: 'https://a.example.com', POWERSTORE_PASSWORD: 'x' }, 'No user name'],
    ['no password', { POWERSTORE_URL: 'https://a.example.com', POWERSTORE_USERNAME: 'x' }, 'No password'],
    ['no address', { ...credentials, POWERSTORE_URL: 'array-a' }, 'POWERSTORE_URL is no address'],
    ['an address with credentials', { POWERSTORE_URL: 'https://a:b@c.example.com' }, 'has credentials in it'],
    [
      'no certificate file',
      { ...credentials, POWERSTORE_URL: 'https://a.example.com', POWERSTORE_CA: '/none' },
      '/none, which cannot be read (ENOENT)',
    ],
    [
      'no password file',
      { POWERSTORE_URL: 'https://a.example.com', POWERSTORE_USERNAME: 'x', POWERSTORE_PASSWORD_FILE: '/none' },
      '/none, which cannot be read',
    ],
    [
      'a fingerprint that is none',
      { ...credentials, POWERSTORE_URL: 'https://a.example.com', POWERSTORE_FINGERPRINT: 'AB:CD' },
      'fingerprint',
    ],
  ])('%s', async (_title, env, text) => {
    expect(await line(env)).toContain(text);
  });

  it('an option that does not exist', async () => {
    const { code, err } = await powerstoreContract(['--password', 'x']);
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--password'");
  });
});
