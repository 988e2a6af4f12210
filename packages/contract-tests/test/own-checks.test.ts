// Checks of a team's own are arbitrary code: whatever one does, the run ends without a verdict that is not true.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckContext, defineCheck, isInputError, runContract } from '../src/index.js';
import type { Exchange } from '../src/array/http/exchange.js';
import { powerstoreContract, type Running, startPowerstoreContract } from './helpers/command-line.js';

let folder: string;
let sim: Simulator;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-own-checks-'));
  sim = await createSimulator({ release: '1.0', fast: true, clock: 'manual' });
  env = {
    POWERSTORE_URL: sim.a.url,
    POWERSTORE_USERNAME: sim.a.username,
    POWERSTORE_PASSWORD: sim.a.password,
    POWERSTORE_REQUESTS_PER_SECOND: '100',
    POWERSTORE_ROWS: '1',
  };
});
afterAll(async () => {
  await sim.close();
  await rm(folder, { recursive: true });
});

/** A process that runs the suite and a module of checks: on the embedded simulator, which has no limit of requests per second. */
const startRun = (file: string): Running =>
  startPowerstoreContract(['--check-modules', file, ...'--fast --release 1.0 --mode read-only --rows 1'.split(' ')]);

/** Writes a module of checks, and returns its path. */
async function moduleWith(name: string, source: string): Promise<string> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, source);
  return file;
}

const checkThat = (body: string): string =>
  `export const check = { id: 'ours.check', title: 'ours', run: async ({ ask }) => { ${body} } };`;

function fail(): never {
  throw new Error('nobody may ask');
}

describe('a check of a team', () => {
  it.each([
    ['ends the process', checkThat('process.exit(0)')],
    ['ends the process when it is loaded', `process.exit(0); ${checkThat('')}`],
  ])('that %s leaves no good exit code', async (name, source) => {
    const file = await moduleWith(name.replaceAll(' ', '-'), source);
    const { code, err } = await startRun(file).ended;
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('The process ended in the middle of the run: there is no verdict.'),
    ]);
  });

  it('whose module waits for nothing that comes leaves no good exit code', async () => {
    const file = await moduleWith('waits', `await new Promise(() => {}); ${checkThat('')}`);
    const { code, err } = await startPowerstoreContract(['--check-modules', file], env).ended;
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('The process ended in the middle of the run: there is no verdict.'),
    ]);
  });

  const said = {
    'throws a text': [() => Promise.reject('a text'), 'a text'],
    'throws undefined': [() => Promise.reject(undefined), 'undefined'],
    'throws null': [() => Promise.reject(null), 'null'],
    'throws an object': [() => Promise.reject(Object.create(null)), 'an object that is no Error'],
    'throws a proxy': [
      () => Promise.reject(new Proxy({}, { get: () => fail(), getPrototypeOf: () => fail() })),
      'an object that is no Error',
    ],
    'throws the login': [() => Promise.reject(new Error(btoa(`${sim.a.username}:${sim.a.password}`))), '⟨secret⟩'],
    'finds what has no kind': [
      ({ find }, exchange) => find('toString' as never, exchange, 'x'),
      'There is no kind of finding toString.',
    ],
    'finds nothing to say': [
      ({ find }, exchange) => find('ours.one' as never, exchange, ''),
      'find.message must not be empty.',
    ],
    'finds a number': [
      ({ find }, exchange) => find('ours.one' as never, exchange, 5 as never),
      'find.message must be a text, not 5.',
    ],
    'finds a circle': [
      ({ find }, exchange) => {
        const circle: Record<string, unknown> = {};
        circle['self'] = circle;
        find('ours.one' as never, exchange, 'x', { sample: circle as never });
      },
      'find.more.sample must be a text, not an object.',
    ],
    'finds by a misspelt option': [
      ({ find }, exchange) => find('ours.one' as never, exchange, 'x', { subjct: 'x' } as never),
      'find.more.subjct is not known. Did you mean subject?',
    ],
    'finds in no exchange': [
      ({ find }) => find('ours.one' as never, { operationId: 'one', status: 200 } as never, 'x'),
      "find.exchange.operationId must be an operation of the contract, not 'one'. find.exchange.request is missing.",
    ],
    'covers a symbol': [({ cover }) => cover(Symbol('x') as never), 'cover.0 must be a text, not symbol.'],
    'expects a text': [
      ({ expectStatus }, exchange) => expectStatus(exchange, '200' as never),
      "expectStatus.0 must be a number, not '200'.",
    ],
  } satisfies Record<string, [(context: CheckContext, exchange: Exchange) => unknown, string]>;

  it('that throws or says anything breaks, and nothing else does', async () => {
    const findings = { 'ours.one': { severity: 'error', title: 'one', cause: 'one', remedy: 'one' } } as const;
    const report = await runContract({
      arrays: { a: { url: sim.a.url, username: sim.a.username, password: sim.a.password } },
      pace: { requestsPerSecond: undefined, rows: 1 },
      checks: Object.entries(said).map(([title, [say]]) =>
        defineCheck({
          id: `ours.${title}`,
          title,
          findings,
          run: async (context) =>
            void (await say(context as CheckContext, await context.ask('cluster_collection_query'))),
        }),
      ),
    });
    const own = report?.checks.filter(({ check }) => check.startsWith('ours.')) ?? [];
    expect(own.map(({ title, outcome, reason }) => [title, outcome, reason])).toEqual(
      Object.entries(said).map(([title, [, reason]]) => [title, 'broken', `ours.${title} broke: ${reason}`]),
    );
    expect(report?.summary).toMatchObject({ verdict: 'does-not-conform', outcomes: { broken: own.length, failed: 0 } });
  });

  it('that throws nothing, later, ends the run without a verdict', async () => {
    const file = await moduleWith(
      'later',
      checkThat(
        `setTimeout(() => { throw undefined; }); for (let i = 0; i < 5; i += 1) await ask('cluster_collection_query');`,
      ),
    );
    const { code, out } = await startRun(file).ended;
    expect([code, out]).toEqual([2, expect.stringContaining('No verdict: an error outside of the checks: undefined')]);
  });

  it('that throws after the run has ended takes its verdict away', async () => {
    const file = await moduleWith('after', `process.once('beforeExit', () => { throw undefined; }); ${checkThat('')}`);
    const { code, out, err } = await startRun(file).ended;
    expect(out).toContain('Conforms to the contract');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('The verdict above does not count: an error outside of the checks: undefined'),
    ]);
  });

  it('that sends a write after the run has ended takes its verdict away', async () => {
    const write = `fetch(target.url + '/api/rest/replication_session/1/sync', { method: 'POST' })`;
    const file = await moduleWith(
      'writes-after',
      `import { AsyncResource } from 'node:async_hooks';
      export const check = { id: 'ours.check', title: 'ours', run: async ({ target }) => {
        process.once('beforeExit', AsyncResource.bind(() => ${write}));
      } };`,
    );
    const { code, out, err } = await startRun(file).ended;
    expect(out).toContain('Conforms to the contract');
    const sent = 'a check sent POST /replication_session/{id}/sync after the run, which the run may not send.';
    expect([code, err]).toEqual([2, expect.stringMatching(/The verdict above does not count: .+/)]);
    expect(err).toContain(sent);
  });

  it('that leaves a timer running does not keep the process alive', async () => {
    const file = await moduleWith('timer', `setInterval(() => undefined, 1000); ${checkThat('')}`);
    const { code, out, err } = await startRun(file).ended;
    expect([code, out]).toEqual([0, expect.stringContaining('Conforms to the contract')]);
    expect(err).toContain('The process ends now, although a check of your own has left something running.');
  });

  it('whose module does not load can be stopped, and is named', async () => {
    const file = await moduleWith(
      'never',
      `console.error('loading'); setInterval(() => undefined, 1000); await new Promise(() => {}); ${checkThat('')}`,
    );
    const running = startRun(file);
    await running.saidOnStderr('loading');
    running.child.kill('SIGINT');
    const stopped = running.saidOnStderr(`${file} had not loaded when the run was stopped: stopped by Ctrl-C`);
    await expect(stopped).resolves.toBeUndefined();
    running.child.kill('SIGKILL');
    await running.ended;
  });

  it.each(['auth.logout', 'ours.twice'])('has an id of its own, not %s as another one', async (id) => {
    const file = await moduleWith(
      id,
      `export const checks = ['${id}', 'ours.twice'].map((id) => ({ id, title: 'ours', run() {} }));`,
    );
    expect(await powerstoreContract(['--check-modules', file], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`Two checks have the id ${id}.`),
    });
  });

  it('has to look like one', async () => {
    const file = await moduleWith('odd', `export const helper = 5; export const odd = { id: 5, run() {} };`);
    expect(await powerstoreContract(['--check-modules', file], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`The export odd of ${file} is no check`),
    });
    await expect(
      runContract({ arrays: { a: { url: sim.a.url, username: 'x', password: 'y' } }, checkModules: [file] }),
    ).rejects.toSatisfy(isInputError);
  });
});
