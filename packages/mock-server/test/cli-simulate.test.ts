import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, exampleRecording } from '../src/index.js';
import { basic, exchange, post } from './helpers/array.js';
import { command, stop } from './helpers/command.js';
import { exit, run, seen, start } from './helpers/processes.js';

const bin = fileURLToPath(new URL('../bin/powerstore-mock.js', import.meta.url));
const simulate = (...args: string[]) => command('simulate', ...args);
const admin = basic({ username: 'admin', password: 'Password123!' });

/** Origins of A and B, from the output. */
const urlsOf = (announced: string): string[] =>
  [...announced.matchAll(/Array [AB] +(\S+)\/api\/rest/g)].map(([, url]) => url ?? '');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function scenarioFile(steps: string): Promise<string> {
  const file = join(folder, 'drill.yaml');
  await writeFile(file, `name: a drill\nsimulator: { sessions: [{ name: erp-data }] }\nsteps:\n${steps}`);
  return file;
}

describe('powerstore-mock simulate as a process', () => {
  it('starts a pair, prints how to use it, logs the events of each array, and ends on SIGTERM', async () => {
    const args = ['--port', '0', '--release', '4.0', '--release-b', '3.6', '--sessions', '3', '--manual', '--fast'];
    const child = start(bin, ['simulate', ...args, '--http']);
    const announced = await seen(child, /Ctrl-C/);
    const [a = '', b = ''] = urlsOf(announced);
    expect(announced).toMatch(/Array A .* array-a, 4\.0\.0\.0\n.*Array B .* array-b, 3\.6\.0\.0/);
    expect(announced).toMatch(/admin \/ Password123! administrator\n.*storage \/ .*\n.*monitor \/ /);
    expect(announced).toContain(`${a}/__sim`);
    expect(announced).toContain('Clock        manual');
    expect(announced).toContain(`curl -k -u 'admin:Password123!' '${a}/api/rest/replication_session?select=`);

    const request = seen(child, /b 200 GET/);
    const list = await exchange(`${b}/api/rest/replication_session?select=id`, { headers: { authorization: admin } });
    // One of every kind that 3.6 knows, and three more.
    expect((list.json as unknown[]).length).toBeGreaterThan(8);
    expect(await request).toMatch(/b 200 GET {3}\/api\/rest\/replication_session\?select=id \d/);

    const lost = seen(child, /a powered off\n/);
    await fetch(`${a}/__sim/link`, post('{"state":"down"}'));
    await fetch(`${a}/__sim/power`, post('{"array":"a","state":"off"}'));
    expect(await lost).toMatch(/ab the link between A and B is down\nab erp-data.*: OK → System_Paused/);
    child.kill('SIGTERM');
    expect(await exit(child)).toBe(0);
  });

  it('says which resources a recording lacks', async () => {
    const { format, now, arrays } = exampleRecording();
    const { policy: _policy, job: _job, ...resources } = arrays.a.resources;
    const file = join(folder, 'lacking.json');
    await writeFile(file, JSON.stringify({ format, now, arrays: { a: { ...arrays.a, resources } } }));
    const child = start(bin, ['simulate', '--port', '0', '--http', '--fast', '--recording', file]);
    expect(await seen(child, /Ctrl-C/)).toContain(
      '  Recording    array A did not show policy, job when it was recorded\n',
    );
    child.kill('SIGTERM');
    expect(await exit(child)).toBe(0);
  });

  it('shows characters of a scenario that act on a terminal as escapes', async () => {
    const file = join(folder, 'evil.yaml');
    const evil = 'e\\e[2J\\u202e\\x9b8m';
    await writeFile(
      file,
      [
        `name: "${evil}"`,
        `description: "${evil}"`,
        `simulator: { sessions: [{ name: "${evil}" }] }`,
        `steps: [{ link: cut }, { note: "${evil}" }, { action: resume, on: a, session: "${evil}" }]`,
      ].join('\n'),
    );
    const { code, out, err } = await run(bin, 'simulate', '--fast', '--scenario', file);
    expect(code).toBe(1);
    expect(out).toContain('e\\u001b[2J\\u202e\\u009b8m: OK → System_Paused');
    expect(err).toContain('e\\u001b[2J\\u202e\\u009b8m');
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('ends with 1 where a step fails, after the timeline until then', async () => {
    const file = await scenarioFile(`  - link: cut\n  - action: resume\n    on: a\n    session: erp-data\n`);
    const { code, out, err } = await run(bin, 'simulate', '--fast', '--quiet', '--scenario', file);
    expect([code, out]).toEqual([1, expect.stringContaining('link cut')]);
    expect(err).toMatch(/drill\.yaml:5: step 2, resume erp-data on a: expected success, but the answer was 422 /);
  });

  it('stops in the middle of a scenario when it is told to', async () => {
    const file = await scenarioFile(`  - link: cut\n  - advance: 1d\n`);
    const child = start(bin, ['simulate', '--fast', '--port', '0', '--scenario', file, '--speed', '1']);
    await seen(child, /✓ 1/);
    child.kill('SIGINT');
    expect(await exit(child)).toBe(0);
  });
});

describe('powerstore-mock simulate', () => {
  it('has HTTPS by itself, and a fingerprint for each array', async () => {
    const { code, out, err } = await simulate('--port', '0', '--fast', '--quiet', '--speed', '60');
    expect([code, err]).toEqual([0, '']);
    const [a, b] = urlsOf(out);
    expect([a, b]).toEqual([expect.stringMatching(/^https:/), expect.stringMatching(/^https:/)]);
    expect(out.match(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/g)).toHaveLength(2);
    expect(out).toContain('60 times real time');
    await stop('SIGINT', String(a));
    await expect(stop('SIGINT', String(b))).resolves.toBeUndefined();
  });

  it('plays a scenario at once: its steps, its timeline, and 0', async () => {
    const { code, out } = await simulate('--scenario', 'site-loss');
    expect(out).toContain('✓ 2 the link is cut');
    expect(out).toMatch(/array A +│ array B/);
    expect(out).toMatch(/─ link cut ─+\n.*OK → System_Paused +│ erp-data: OK → System_Paused/);
    expect(code).toBe(0);
  });

  it('keeps the arrays up after a scenario with a clock of its own', async () => {
    const file = await scenarioFile(`  - link: cut\n  - expect: { session: erp-data, on: b, state: System_Paused }\n`);
    const { code, out } = await simulate('--fast', '--port', '0', '--scenario', file, '--speed', '1000');
    expect([code, out]).toEqual([0, expect.stringContaining('stay up')]);
    const [a = ''] = urlsOf(out);
    expect(a).toMatch(/^https:/);
    expect(out).toContain('✓ 2 expect that erp-data on b has state: System_Paused');
    await expect(stop('SIGTERM', a)).resolves.toBeUndefined();
  });

  it('names the port that is in use', async () => {
    await using mock = await createMockServer();
    const { port } = new URL(mock.url);
    for (const args of [
      ['--port', port],
      ['--port-a', '0', '--port-b', port],
    ]) {
      const { code, err } = await simulate('--http', '--fast', ...args);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining(`port ${port} is in use. Choose another one with --port`),
      ]);
    }
  });

  it.each([
    ['--port 65535', 'array B would use port 65536, which is out of range. Give another one with --port-b'],
    ['--port-a 9000 --port-b 9000', 'cannot both use port 9000'],
    ['--release 9.9', '"9.9" is not a release that the contract describes. Give one from 1.0.0.0'],
    ['--sessions many', 'Give a whole number'],
    ['--speed 0', 'Give a number above 0'],
    ['--transitions read', 'Give timed, immediate, or reads:2'],
    ['--manual --speed 2', 'cannot be used with'],
    ['--examples --recording arrays.json', 'cannot be used with'],
    ['--key x.pem', 'go together'],
    ['--recording nowhere', 'The recording nowhere cannot be read: there is no such file. Write one with'],
    [
      '--scenario nowhere',
      'The scenario nowhere cannot be read: there is no such file. Give the path of a scenario, or the name of a built-in one: failover-test',
    ],
  ])('names the mistake in %s, and the remedy', async (args, message) => {
    expect(await simulate(...args.split(' '))).toEqual({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  it('starts with the instances of the examples in the published document', async () => {
    const { out } = await simulate('--examples', '--port', '0', '--http', '--manual', '--quiet');
    const [a = ''] = urlsOf(out);
    const { json } = await exchange(`${a}/api/rest/volume/name:database?select=name`, {
      headers: { authorization: admin },
    });
    await stop('SIGTERM', a);
    expect(json).toEqual({ name: 'database' });
  });

  it('says where a scenario is wrong', async () => {
    const { code, err } = await simulate('--scenario', await scenarioFile('  - link: cutt\n'));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('drill.yaml:4:5: steps.0.link: give cut, degrade or heal; there is "cutt"'),
    ]);
  });

  it('explains itself', async () => {
    const { code, out } = await simulate('--help');
    expect(code).toBe(0);
    for (const option of ['--release <release>', '--release-b', '--speed', '--manual', '--scenario', '--transitions'])
      expect(out).toContain(option);
    expect(out).toContain('Exit codes: 0');
  });
});
