import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../src/index.js';
import { basic } from './array.js';
import { exit, run, seen, start } from './processes.js';

const bin = fileURLToPath(new URL('../bin/powerstore-mock.js', import.meta.url));
const simulate = (...args: string[]) => run(bin, 'simulate', ...args);
const admin = basic({ username: 'admin', password: 'Password123!' });

/** Origins of A and B, from what was printed. */
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

describe('powerstore-mock simulate', () => {
  it('starts a pair, says all one needs, logs what happens on which array, and ends on SIGTERM', async () => {
    const args = ['--port', '0', '--version', '4.0', '--version-b', '3.6', '--sessions', '3', '--manual', '--fast'];
    const child = start(bin, ['simulate', ...args, '--http']);
    const announced = await seen(child, /Ctrl-C/);
    const [a = '', b = ''] = urlsOf(announced);
    expect(announced).toMatch(/Array A .* array-a, 4\.0\.0\.0\n.*Array B .* array-b, 3\.6\.0\.0/);
    expect(announced).toMatch(/admin \/ Password123! administrator\n.*storage \/ .*\n.*monitor \/ /);
    expect(announced).toContain(`${a}/__sim`);
    expect(announced).toContain('Clock        by hand');
    expect(announced).toContain(`curl -k -u 'admin:Password123!' '${a}/api/rest/replication_session?select=`);

    const request = seen(child, /b 200 GET/);
    const list = await fetch(`${b}/api/rest/replication_session?select=id`, { headers: { authorization: admin } });
    // One of every kind that 3.6 knows, and three more.
    expect(((await list.json()) as unknown[]).length).toBeGreaterThan(8);
    expect(await request).toMatch(/b 200 GET {3}\/api\/rest\/replication_session\?select=id \d/);

    const lost = seen(child, /a powered off\n/);
    await fetch(`${a}/__sim/link`, { method: 'POST', body: '{"state":"down"}' });
    await fetch(`${a}/__sim/power`, { method: 'POST', body: '{"array":"a","state":"off"}' });
    expect(await lost).toMatch(/ab the link between A and B is down\nab erp-data.*: OK → System_Paused/);
    child.kill('SIGTERM');
    expect(await exit(child)).toBe(0);
  });

  it('has HTTPS by itself, a fingerprint for each array, and B on the port after that of A', async () => {
    await using free = await createMockServer();
    const port = Number(new URL(free.url).port);
    await free.close();
    const child = start(bin, ['simulate', '--port-a', String(port), '--fast', '--quiet', '--speed', '60']);
    const announced = await seen(child, /Ctrl-C/);
    const [a, b] = urlsOf(announced);
    expect(a).toBe(`https://127.0.0.1:${port}`);
    expect(b).toBe(`https://127.0.0.1:${port + 1}`);
    expect(announced.match(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/g)).toHaveLength(2);
    expect(announced).toContain('60 times as fast');
    child.kill('SIGINT');
    expect(await exit(child)).toBe(0);
  });

  it('plays a scenario at once: its steps, its timeline, and 0', async () => {
    const { code, out } = await simulate('--scenario', 'site-loss');
    expect(out).toContain('✓ 2 the link is cut');
    expect(out).toMatch(/array A +│ array B/);
    expect(out).toMatch(/─ link cut ─+\n.*OK → System_Paused +│ erp-data: OK → System_Paused/);
    expect(code).toBe(0);
  });

  it('ends with 2 where a step fails, after the timeline until then', async () => {
    const file = await scenarioFile(`  - link: cut\n  - action: resume\n    on: a\n    session: erp-data\n`);
    const { code, out, err } = await simulate('--fast', '--quiet', '--scenario', file);
    expect([code, out]).toEqual([2, expect.stringContaining('link cut')]);
    expect(err).toMatch(/drill\.yaml:5: step 2, resume erp-data on a: expected success, but the answer was 422 /);
  });

  it('keeps the arrays up after a scenario with a clock of its own', async () => {
    const file = await scenarioFile(`  - link: cut\n  - expect: { session: erp-data, on: b, state: System_Paused }\n`);
    const args = ['--fast', '--port', '0', '--scenario', file, '--speed', '1000'];
    const child = start(bin, ['simulate', ...args]);
    const printed = await seen(child, /stay up/);
    const [a = ''] = urlsOf(printed);
    expect(a).toMatch(/^https:/);
    expect(printed).toContain('✓ 2 expect that erp-data on b has state: System_Paused');
    child.kill('SIGTERM');
    expect(await exit(child)).toBe(0);
  });

  it('stops in the middle of a scenario when it is told to', async () => {
    const file = await scenarioFile(`  - link: cut\n  - advance: 1d\n`);
    const child = start(bin, ['simulate', '--fast', '--port', '0', '--scenario', file, '--speed', '1']);
    await seen(child, /✓ 1/);
    child.kill('SIGINT');
    expect(await exit(child)).toBe(0);
  });

  it('names what is wrong and what to do about it', async () => {
    await using mock = await createMockServer();
    const { port } = new URL(mock.url);
    const mistakes: [string[], string][] = [
      [['--http', '--fast', '--port', port], `port ${port} is in use. Choose another with --port`],
      [['--http', '--fast', '--port-a', '0', '--port-b', port], `port ${port} is in use`],
      [['--port', '65535'], 'Give one with --port-b'],
      [['--port-a', '9000', '--port-b', '9000'], 'cannot both have port 9000'],
      [['--version', '9.9'], '"9.9" is no release the contract describes: give one from 1.0.0.0'],
      [['--sessions', 'many'], 'Give a whole number'],
      [['--speed', '0'], 'Give a number above 0'],
      [['--transitions', 'read'], 'Give timed, immediate, or reads:2'],
      [['--manual', '--speed', '2'], 'cannot be used with'],
      [['--key', 'x.pem'], 'go together'],
      [
        ['--scenario', 'nowhere'],
        'There is no file nowhere. Give the path of a scenario, or the name of one that comes along: failover-test',
      ],
      [
        ['--scenario', await scenarioFile('  - link: cutt\n')],
        'drill.yaml:4:5: steps.0.link: cut or heal; there is "cutt"',
      ],
    ];
    const results = await Promise.all(mistakes.map(([args]) => simulate(...args)));
    expect(results).toEqual(
      mistakes.map(([, message]) => ({ code: 1, out: '', err: expect.stringContaining(message) })),
    );
  });

  it('leaves --version of the program alone, and explains itself', async () => {
    expect((await run(bin, '--version')).out).toMatch(/^\d+\.\d+\.\d+/);
    const { code, out } = await simulate('--help');
    expect(code).toBe(0);
    for (const option of ['--version <release>', '--version-b', '--speed', '--manual', '--scenario', '--transitions'])
      expect(out).toContain(option);
    expect(out).toContain('Exit codes: 0');
  });
});
