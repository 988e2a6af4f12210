// Checks of a team's own are arbitrary code: whatever one does, the run ends without a verdict that is not true.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineCheck, isInputError, runContract } from '../src/index.js';
import { powerstoreContract, startPowerstoreContract } from './helpers/command-line.js';

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

/** Writes a module of checks, and returns its path. */
async function moduleWith(name: string, source: string): Promise<string> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, source);
  return file;
}

const checkThat = (body: string): string =>
  `export const check = { id: 'ours.check', title: 'ours', run: async ({ ask }) => { ${body} } };`;

describe('a check of a team', () => {
  it.each([
    ['ends the process', checkThat('process.exit(0)')],
    ['ends the process when it is loaded', `process.exit(0); ${checkThat('')}`],
    ['waits for nothing that comes', `await new Promise(() => {}); ${checkThat('')}`],
  ])('that %s leaves no good exit code', async (name, source) => {
    const file = await moduleWith(name.replaceAll(' ', '-'), source);
    const { code, err } = await startPowerstoreContract(['--check-modules', file], env).ended;
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('The process ended in the middle of the run: there is no verdict.'),
    ]);
  });

  it.each([
    ["throw 'a text'", 'ours.check broke: a text'],
    ['throw undefined', 'ours.check broke: undefined'],
    ['throw null', 'ours.check broke: null'],
    ['throw Object.create(null)', 'ours.check broke: an object that is no Error'],
  ])('may throw anything: %s', async (body, message) => {
    const lines: string[] = [];
    const { run } = (await import(await moduleWith(`throws-${message.split(' ').at(-1)}`, checkThat(body)))).check;
    const report = await runContract({
      arrays: { a: { url: sim.a.url, username: sim.a.username, password: sim.a.password } },
      pace: { requestsPerSecond: undefined, rows: 1 },
      checks: [defineCheck({ id: 'ours.check', title: 'ours', run })],
      print: (line) => lines.push(line),
    });
    expect(report?.checks.find(({ check }) => check === 'ours.check')).toMatchObject({
      outcome: 'broken',
      reason: message,
    });
    expect(report?.summary.verdict).toBe('does-not-conform');
  });

  it('that throws nothing, later, ends the run without a verdict', async () => {
    const file = await moduleWith(
      'later',
      checkThat(
        `setTimeout(() => { throw undefined; }); for (let i = 0; i < 5; i += 1) await ask('cluster_collection_query');`,
      ),
    );
    const { code, out } = await startPowerstoreContract(['--check-modules', file], env).ended;
    expect([code, out]).toEqual([2, expect.stringContaining('No verdict: an error outside of the checks: undefined')]);
  });

  it('that throws after the run has ended takes its verdict away', async () => {
    const file = await moduleWith('after', `process.once('beforeExit', () => { throw undefined; }); ${checkThat('')}`);
    const { code, out, err } = await startPowerstoreContract(['--check-modules', file], env).ended;
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
    const { code, out, err } = await startPowerstoreContract(['--check-modules', file], env).ended;
    expect(out).toContain('Conforms to the contract');
    const sent = 'a check sent POST /replication_session/{id}/sync after the run, which the run may not send.';
    expect([code, err]).toEqual([2, expect.stringMatching(/The verdict above does not count: .+/)]);
    expect(err).toContain(sent);
  });

  it('whose module does not load can be stopped, and is named', async () => {
    const file = await moduleWith(
      'never',
      `console.error('loading'); setInterval(() => undefined, 1000); await new Promise(() => {}); ${checkThat('')}`,
    );
    const running = startPowerstoreContract(['--check-modules', file], env);
    await running.saidOnStderr('loading');
    running.child.kill('SIGINT');
    const said = running.saidOnStderr(`${file} had not loaded when the run was stopped: stopped by Ctrl-C`);
    await expect(said).resolves.toBeUndefined();
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
