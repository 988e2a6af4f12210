// The suite in a test file of a team's own: its checks are tests of their vitest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSimulator } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const root = fileURLToPath(new URL('contract-suite', import.meta.url));

interface Tests {
  testResults: {
    assertionResults: { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] }[];
  }[];
}

type Arrays = { a: object; b?: object };

async function runWith(
  reporter: string,
  arrays: Arrays,
  details?: string,
): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, ARRAYS: JSON.stringify(arrays), NO_COLOR: '1', ...(details && { DETAILS: details }) };
  const child = spawn(process.execPath, [vitest, 'run', '--root', root, '--reporter', reporter], { env });
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: await out, err: await err };
}

async function run(arrays: Arrays): Promise<{ code: number | null; tests: Tests }> {
  const { code, out, err } = await runWith('json', arrays);
  expect(out, err).toMatch(/^\{/);
  return { code, tests: JSON.parse(out) as Tests };
}

it('registers a test for each check, which fails with its findings and says nothing else', async () => {
  const requests: string[] = [];
  await using sim = await createSimulator({
    release: '1.0',
    fast: true,
    clock: 'manual',
    onRequest: ({ method, target }) => requests.push(`${method} ${target.replace(/\?.*/, '')}`),
  });
  const { url, username, password } = sim.a;
  const { code, tests } = await run({ a: { url, username, password } });
  expect(code).toBe(1);
  const [{ assertionResults: all } = { assertionResults: [] }] = tests.testResults;
  expect(all.filter(({ status }) => status === 'passed').length).toBeGreaterThan(80);
  const failed = all.filter(({ status }) => status === 'failed');
  expect(failed).toMatchObject([
    {
      ancestorTitles: ['PowerStore contract', 'checks', 'your own'],
      title: 'ours.empty: there is no volume',
      failureMessages: [
        expect.stringContaining('ours.volume: there are volumes\n  at      GET /volume → 200') as string,
      ],
    },
  ]);
  expect(JSON.stringify(tests)).not.toContain(password);
  // It only reads, in one login session, and the logout comes last.
  expect(all.at(-1)?.title).toMatch(/^auth\.logout: /);
  const others = new Set(requests.filter((request) => !request.startsWith('GET ')));
  expect(others).toEqual(new Set(['POST /api/rest/logout']));
});

it('refuses one array for two, before its first check', async () => {
  const requests: string[] = [];
  await using sim = await createSimulator({
    release: '1.0',
    fast: true,
    clock: 'manual',
    onRequest: ({ target }) => requests.push(target.replace(/^.api.rest.|[?].*/g, '')),
  });
  const { url, username, password } = sim.a;
  const array = { url, username, password };
  const { code, tests } = await run({ a: array, b: array });
  // The reporter that writes JSON leaves out why nothing began.
  expect(code).toBe(1);
  const all = tests.testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['skipped']));
  expect(new Set(requests)).toEqual(new Set(['login_session', 'software_installed', 'cluster', 'logout']));
});

it('refuses an array that runs another release, in one message and before its first check', async () => {
  await using sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
  const { url, username, password } = sim.a;
  const { code, out, err } = await runWith('default', { a: { url, username, password } });
  expect(code).toBe(1);
  const message =
    "Array a runs release 4.4.0.0, and contractSuite would compare it with 1.0.0.0. Write releases: { a: '4.4.0.0' }.";
  expect((out + err).split(message)).toHaveLength(2);
  expect(out).toMatch(/Tests +\d+ skipped/);
  expect(out + err).not.toContain(password);
});

it('writes the details of its findings to a file that only its owner can read, and says where', async () => {
  await using sim = await createSimulator({ release: '1.0', fast: true, clock: 'manual' });
  const { url, username, password } = sim.a;
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-contract-'));
  try {
    const file = join(folder, 'details.yaml');
    const { out, err } = await runWith('default', { a: { url, username, password } }, file);
    expect(out + err).toContain(`The details are in ${file}. They hold values of the array`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const written = await readFile(file, 'utf8');
    expect(written).toContain('finding: ours.volume');
    expect(written).toContain(`curl -i -b powerstore-a.cookies -H 'accept: application/json'`);
    const [id = ''] = /(?<="id":")[^"]+/.exec(written) ?? [];
    expect(id).not.toBe('');
    expect(written).not.toContain(password);
    expect(out + err).not.toContain(id);
  } finally {
    await rm(folder, { recursive: true });
  }
});
