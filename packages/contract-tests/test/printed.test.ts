// Texts of others (an array, a user's own check, a file) never act on the terminal, a page or a log: they are shown as escapes.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { powerstoreContract } from './helpers/command-line.js';
import { reported } from './helpers/reported.js';
import { createTamperingProxy, type TamperingProxy, withoutRows } from './helpers/tampering-proxy.js';

/** It clears the screen, sets the title, writes from right to left, and has a control of eight bits and one that nobody sees. */
const evil = 'evil\u001b[2J\u001b]0;x\u0007\u202e\u009b8m\u200b\u2066';
const shown = 'evil\\u001b[2J\\u001b]0;x\\u0007\\u202e\\u009b8m\\u200b\\u2066';

const escape = String.fromCharCode(27);
const withoutColors = (line: string): string => line.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '');

/** The lines that still hold such a character. Our own colors and line breaks are none. */
const acting = (text: string): string[] =>
  text.split('\n').filter((line) => /[\p{Cc}\u200b\u202e\u2066]/u.test(withoutColors(line)));

let folder: string;
let sim: Simulator;
let proxy: TamperingProxy;
let env: Record<string, string>;
const change: Record<string, (row: Record<string, unknown>) => void> = {
  cluster: (row) => Object.assign(row, { name: evil, ...('global_id' in row && { global_id: `${evil} ` }) }),
  login_session: (row) => Object.assign(row, { role_ids: [evil] }),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-printed-'));
  sim = await createSimulator({ release: '1.0', fast: true, clock: 'manual' });
  const few = withoutRows();
  proxy = await createTamperingProxy(sim.a.url, async (answer) => {
    await few(answer);
    const changed = change[/^\/(\w+)/.exec(answer.target)?.[1] ?? ''];
    if (!changed || !answer.text.startsWith('[')) return;
    const rows = JSON.parse(answer.text) as Record<string, unknown>[];
    for (const row of rows) changed(row);
    answer.text = JSON.stringify(rows);
  });
  env = {
    POWERSTORE_URL: proxy.url,
    POWERSTORE_USERNAME: sim.a.username,
    POWERSTORE_PASSWORD: sim.a.password,
    POWERSTORE_REQUESTS_PER_SECOND: '100',
  };
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await sim.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('texts of others act nowhere', () => {
  it('in a run: its plan, its lines and all of its reports', async () => {
    const check = await file(
      'ours.mjs',
      `const evil = ${JSON.stringify(evil)};
       export const check = {
         id: 'ours.' + evil, title: evil, findings: { 'ours.evil': { severity: 'error', title: evil, cause: evil, remedy: evil } },
         async run({ ask, find }) {
           find('ours.evil', await ask('cluster_collection_query'), evil, { subject: evil, place: evil, sample: evil });
           throw new Error(evil);
         },
       };`,
    );
    const reports = ['html', 'json', 'markdown', 'junit'].map(
      (kind) => [kind, join(folder, `report.${kind}`)] as const,
    );
    const { code, out, err } = await powerstoreContract(
      ['--label', evil, '--check-modules', check, ...reports.flatMap(([kind, path]) => [`--${kind}`, path])],
      env,
    );
    expect(code).toBe(1);
    expect(err).toContain(`${shown}: 127.0.0.1`);
    expect(err).toContain(`, ${shown}, ${shown} , release`);
    expect(out).toContain(`ours.evil: ${shown}`);
    const written = await Promise.all(reports.map(([, path]) => readFile(path, 'utf8')));
    expect([out, err, ...written].flatMap(acting)).toEqual([]);
    for (const text of written) expect(text).toContain('evil');
  });

  it('in what doctor says', async () => {
    const { out } = await powerstoreContract(['doctor', '--label', evil], env);
    expect(out).toContain(`${shown}: user admin has role ${shown}`);
    expect(acting(out)).toEqual([]);
  });

  it('in a reason why a run cannot begin', async () => {
    const unusable = await powerstoreContract(['--username', evil], env);
    expect([unusable.code, unusable.err]).toEqual([2, expect.stringContaining(`, not '${shown}'.`)]);
    expect(acting(unusable.err)).toEqual([]);
    const { code, err } = await powerstoreContract(['--username', 'evil\u202e\u200b'], env);
    expect([code, err]).toEqual([2, expect.stringContaining('refuses user evil\\u202e\\u200b ')]);
    expect(acting(err)).toEqual([]);
  });

  it('in what a mistaken command line says', async () => {
    for (const args of [[evil], [`--${evil}`], ['diff', evil, evil], ['--mode', evil]]) {
      const { out, err } = await powerstoreContract(args, env);
      expect(err).toContain('evil');
      expect([out, err].flatMap(acting)).toEqual([]);
    }
  });

  it('in what is read from the report of somebody else', async () => {
    const finding = {
      id: 'attribute.unknown',
      operation: 'volume_collection_query',
      status: 200,
      severity: 'error',
      request: 'GET /volume',
      message: evil,
      remedy: evil,
      subject: evil,
      place: 'components/schemas/volume_instance/properties/x',
    } as const;
    const [before, after] = [
      await file('before.json', JSON.stringify(reported())),
      await file('after.json', JSON.stringify(reported(finding))),
    ];
    const markdown = join(folder, 'diff.md');
    const baseline = join(folder, 'baseline.yaml');
    const commands = [
      await powerstoreContract(['diff', before, after, '--markdown', markdown]),
      await powerstoreContract(['drift', '--report', after]),
      await powerstoreContract(['baseline', after, '--reason', 'x', '--expires', '2999-01-01', '--baseline', baseline]),
    ];
    expect(commands.map(({ code }) => code)).toEqual([1, 1, 0]);
    expect(commands[0]?.out).toContain(shown);
    const texts = [
      ...commands.map(({ out }) => out),
      await readFile(markdown, 'utf8'),
      await readFile(baseline, 'utf8'),
    ];
    expect(texts.flatMap(acting)).toEqual([]);
  });

  it('in the differences from an API document', async () => {
    const schema = { type: 'object', properties: { [evil]: { type: 'string' } } };
    const document = await file(
      'api.json',
      JSON.stringify({
        openapi: '3.0.0',
        info: { title: 'x', version: '1' },
        paths: { [`/${evil}`]: { get: { responses: { 200: { description: 'x' } } } } },
        components: { schemas: { volume_instance: schema } },
      }),
    );
    const { out } = await powerstoreContract(['drift', '--document', document, '--all', '--proposals', '-']);
    expect(out).toContain(shown);
    expect(acting(out)).toEqual([]);
  });

  it('in the deviations from a recording', async () => {
    const path = join(folder, 'recording.json');
    expect(await powerstoreContract(['record', path], { ...env, POWERSTORE_URL: sim.a.url })).toMatchObject({
      code: 0,
    });
    const recording = JSON.parse(await readFile(path, 'utf8')) as {
      arrays: { a: { resources: Record<string, Record<string, unknown>[]> } };
    };
    for (const row of recording.arrays.a.resources['volume'] ?? []) row[evil] = evil;
    const { out, err } = await powerstoreContract(['parity', await file('evil.json', JSON.stringify(recording))]);
    expect(out + err).toContain('evil');
    expect([out, err].flatMap(acting)).toEqual([]);
  });
});
