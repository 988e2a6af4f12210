// The suite in a test file of a team's own: its checks are tests of their vitest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
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

async function run(arrays: { a: object; b?: object }): Promise<{ code: number | null; tests: Tests }> {
  const env = { ...process.env, ARRAYS: JSON.stringify(arrays) };
  const child = spawn(process.execPath, [vitest, 'run', '--root', root, '--reporter', 'json'], { env });
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  expect(await out, await err).toMatch(/^\{/);
  return { code, tests: JSON.parse(await out) as Tests };
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
