// The modules that each entry loads, in a process of its own.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

let sim: Simulator;
const requests: string[] = [];

beforeAll(async () => {
  sim = await createSimulator({
    release: '1.0',
    fast: true,
    clock: 'manual',
    onRequest: ({ method, target }) => requests.push(`${method} ${target.replace(/\?.*/, '')}`),
  });
});
afterAll(() => sim.close());

const node = (args: readonly string[], env = {}): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, env: { ...process.env, ...env } }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });

const asModule = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;

const refusing = asModule(`
  export const resolve = (name, context, next) => {
    if (/^vitest($|[/])/.test(name)) throw new Error('vitest is asked for');
    return next(name, context);
  };
`);
/** Makes every import of vitest fail. */
const withoutVitest = [
  '--import',
  asModule(`import { register } from 'node:module'; register(${JSON.stringify(refusing)});`),
];

const running = `
  const [url, username, password] = JSON.parse(process.env.ARRAY);
  const report = await runContract({
    arrays: { a: { url, username, password } },
    pace: { requestsPerSecond: undefined },
    print() {},
    tell() {},
  });
`;

const array = () => ({ ARRAY: JSON.stringify([sim.a.url, sim.a.username, sim.a.password]) });

describe('vitest', () => {
  it('is loaded by nothing of the entry, not even by a run', async () => {
    const { code, out, err } = await node(
      [
        ...withoutVitest,
        '--input-type=module',
        '-e',
        `import { diffReports, renderers, runContract } from '@powerstore-api/contract-tests';
         ${running}
         for (const render of Object.values(renderers)) render(report);
         console.log(report.summary.verdict, report.checks.length > 100, diffReports(report, report).worse);
         // The entry for test files needs it.
         await import('@powerstore-api/contract-tests/vitest').catch(({ message }) => console.log(message));`,
      ],
      array(),
    );
    expect([code, out], err).toEqual([0, 'conforms true false\nvitest is asked for\n']);
  });

  it('is loaded by a command only to run checks, which are its tests', async () => {
    const env = {
      POWERSTORE_URL: sim.a.url,
      POWERSTORE_USERNAME: sim.a.username,
      POWERSTORE_PASSWORD: sim.a.password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    };
    const bin = 'bin/powerstore-contract.js';
    expect(await node([...withoutVitest, bin, '--dry-run'], env)).toMatchObject({ code: 0 });
    expect(await node([...withoutVitest, bin], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining('vitest is asked for'),
    });
    expect(await node([bin], env)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Conforms to the contract.'),
    });
  });
});

it('a schema of the contract that does not compile stops a run, before it has asked anything', async () => {
  requests.length = 0;
  const { code, err } = await node(
    [
      '--input-type=module',
      '-e',
      `import { createRequire } from 'node:module';
       const contract = createRequire(process.cwd() + '/')('@powerstore-api/types/contract.json');
       contract.components.schemas.volume_instance.type = 'nonsense';
       const { runContract } = await import('@powerstore-api/contract-tests');
       ${running}`,
    ],
    array(),
  );
  expect([code, err]).toEqual([1, expect.stringContaining('nonsense')]);
  // The questions for the array's identity, and the logout.
  const path = '/api/rest/';
  expect(requests).toEqual([
    `GET ${path}login_session`,
    `GET ${path}login_session`,
    `GET ${path}software_installed`,
    `GET ${path}cluster`,
    `POST ${path}logout`,
  ]);
});

describe('a fault is no verdict: one line, and 2', () => {
  it('where a module is missing', async () => {
    const without = asModule(`
      export const resolve = (name, context, next) => {
        if (name === 'commander') throw new Error("Cannot find package 'commander'\\nand more");
        return next(name, context);
      };
    `);
    const register = asModule(`import { register } from 'node:module'; register(${JSON.stringify(without)});`);
    expect(await node(['--import', register, 'bin/powerstore-contract.js', 'diff', 'a', 'b'])).toEqual({
      code: 2,
      out: '',
      err: "powerstore-contract cannot start: Cannot find package 'commander'. Install it again.\n",
    });
  });

  it('where nobody catches an error', async () => {
    const astray = asModule(`
      const log = console.log;
      console.log = (...words) => {
        log(...words);
        queueMicrotask(() => { throw new Error('astray\\nand more'); });
      };
    `);
    const { code, err } = await node(['--import', astray, 'bin/powerstore-contract.js', '--version']);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^This is a fault of powerstore-contract itself, and no verdict: astray.*and more.*\n$/),
    ]);
  });
});
