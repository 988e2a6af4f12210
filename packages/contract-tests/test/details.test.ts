// The details of a run: a file with values of the array, for the person who starts the run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdtemp, open, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defineCheck, type Report, renderers, type ReportKind, runContract, type RunOptions } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';
import { createTamperingProxy, type Tamper, withoutRows } from './helpers/tampering-proxy.js';
import { isList, queryOf, refuse, rows, value } from './tampered/tamper.js';

interface DetailsFile {
  arrays: { array: string; url: string; login: string }[];
  findings: {
    finding: string;
    severity: string;
    subject?: string;
    array: string;
    expected: unknown;
    actual: unknown;
    rows?: unknown[];
    note?: string;
    curl: string;
    request: { method: string; url: string; headers: Record<string, string>; body?: string };
    answer: { status: number; headers: Record<string, string>; body: string };
  }[];
}

const bin = fileURLToPath(new URL('../bin/powerstore-contract.js', import.meta.url));

let folder: string;
let file: string;
let sim: Simulator;
beforeAll(async () => {
  sim = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-contract-'));
  file = join(folder, 'details.yaml');
  return () => rm(folder, { recursive: true });
});
afterAll(() => sim.close());

interface Told {
  report: Report;
  printed: string;
  told: string;
}

/** Runs the suite on an array that answers otherwise. */
async function runOn(url: string, options: RunOptions = {}): Promise<Told> {
  const { username, password } = sim.a;
  const [printed, told]: [string[], string[]] = [[], []];
  const report = await runContract({
    arrays: { a: { url, username, password } },
    pace: { requestsPerSecond: undefined },
    details: file,
    ...options,
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
  });
  if (!report) throw new Error('there is no report');
  return { report, printed: printed.join('\n'), told: told.join('\n') };
}

async function runWith(tamper: Tamper, options: RunOptions = {}): Promise<Told> {
  await using proxy = await createTamperingProxy(sim.a.url, tamper);
  return await runOn(proxy.url, options);
}

const details = async (): Promise<DetailsFile> => parse(await readFile(file, 'utf8')) as DetailsFile;

/** Only volumes have rows, and each of them a size of 7. */
const smallVolumes: Tamper = async (answer) => {
  await withoutRows('volume')(answer);
  value('volume', { nsid: 'seven' })(answer);
};

/** Runs commands in a shell without a terminal, so that curl reads the password from the standard input. */
async function sh(commands: string, env: Record<string, string>, input = ''): Promise<string> {
  const child = spawn('sh', ['-c', commands], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    detached: true,
  });
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  expect(code, await err).toBe(0);
  return out;
}

/** A text as JSON may write it. */
const escaped = (text: string): string => text.replace(/^./, (letter) => `\\u00${letter.codePointAt(0)?.toString(16)}`);

const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** The forms in which software repeats what it got. */
const forms: readonly ((secret: string) => string)[] = [
  (secret) => secret.toUpperCase(),
  (secret) => secret.toLowerCase(),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(secret).toString('base64url'),
  (secret) => Buffer.from(secret).toString('hex'),
  percent,
  (secret) => percent(secret).toUpperCase(),
  (secret) => encodeURIComponent(secret).toLowerCase(),
  (secret) => secret.replaceAll(/[^a-z]/gi, (other) => `&#${other.codePointAt(0)};`),
  (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  (secret) => secret.replaceAll('/', String.raw`\/`),
];

describe('the file', () => {
  it('has the expected and the actual value, the row, the request and the answer of each finding', async () => {
    const { report, told } = await runWith(smallVolumes);
    expect(told).toContain(`The details are in ${file}. They hold values of the array, and no password`);
    const { findings } = await details();
    expect(findings.map(({ finding }) => finding)).toEqual(
      report.findings.flatMap(({ places }) => places.map(({ id }) => id)),
    );
    const found = findings.find(({ finding }) => finding === 'body.schema');
    expect(found).toMatchObject({ severity: 'error', array: 'a', expected: 'must be integer,null', actual: 'seven' });
    expect(found?.rows).toEqual([expect.objectContaining({ id: expect.any(String) as string, nsid: 'seven' })]);
    expect(found?.request.url).toMatch(/^http:.*\/api\/rest\/volume\?select=/);
    expect(found?.answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(found?.answer.body).toContain('"nsid":"seven"');
  });

  it.each<[string, string, number | undefined]>([
    ['a new file', '0', undefined],
    ['a new file of a user who may read nothing', '777', undefined],
    ['a file that others can read', '0', 0o666],
    ['a file that nobody can write', '0', 0o400],
  ])('can be read by nobody else, whatever the umask: %s', async (_title, umask, mode) => {
    if (mode !== undefined) await writeFile(file, 'before');
    if (mode !== undefined) await chmod(file, mode);
    const reader = await open(file, 'r').catch(() => undefined);
    // A worker of vitest cannot have a umask of its own.
    const command = `umask ${umask}; "$NODE" "$BIN" --fast --release 1.0 --budget 1ms --details "$FILE"; test $? -lt 2`;
    await sh(command, { NODE: process.execPath, BIN: bin, FILE: file });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(/^# The details of a run of powerstore-contract\./);
    // Whoever had opened the file before sees nothing of the new one.
    expect(await reader?.readFile('utf8')).toBe(reader && 'before');
    await reader?.close();
  });

  it('is no link, no folder and no report, and the run does not begin then', async () => {
    const target = join(folder, 'target');
    await writeFile(target, 'kept');
    await symlink(target, file);
    let requests = 0;
    await using proxy = await createTamperingProxy(sim.a.url, () => void (requests += 1));
    await expect(runOn(proxy.url)).rejects.toThrow(`${file} is a link, and the details have to be where only you can`);
    await expect(runOn(proxy.url, { details: folder })).rejects.toThrow('is no regular file');
    await expect(runOn(proxy.url, { details: join(target, 'none') })).rejects.toThrow('cannot be written');
    await expect(runOn(proxy.url, { details: '/dev/null' })).rejects.toThrow('is no regular file');
    await expect(runOn(proxy.url, { details: target, reports: { json: target } })).rejects.toThrow(
      /target is named twice, and one file would replace the other/,
    );
    expect(requests).toBe(0);
    expect(await readFile(target, 'utf8')).toBe('kept');
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
  });

  it('comes from --details and from the configuration, and a dry run writes none', async () => {
    const { url, username, password } = sim.a;
    const args = [
      '--url',
      url,
      '--username',
      username,
      '--requests-per-second',
      '100',
      '--config',
      join(folder, 'c.yaml'),
    ];
    await writeFile(join(folder, 'c.yaml'), 'details: configured.yaml\n');
    const env = { POWERSTORE_PASSWORD: password };
    const dry = await powerstoreContract([...args, '--dry-run', '--details', file], env);
    expect([dry.code, dry.err]).toEqual([0, expect.not.stringContaining('The details are in')]);
    await expect(stat(file)).rejects.toThrow('ENOENT');
    await using proxy = await createTamperingProxy(url, withoutRows());
    const through = args.with(1, proxy.url);
    for (const [more, path] of [
      [[], join(folder, 'configured.yaml')],
      [['--details', file], file],
    ] as const) {
      const { out, err } = await powerstoreContract([...through, '--budget', '1ms', ...more], env);
      expect(err).toContain(`The details are in ${path}.`);
      expect(out).not.toContain('The details are in');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
  });

  it('has no secret, however the array repeats it', async () => {
    const secrets = new Set<string>([sim.a.password, btoa(`${sim.a.username}:${sim.a.password}`).replace(/=+$/, '')]);
    await runWith(async (answer) => {
      await withoutRows('volume')(answer);
      const { headers } = answer;
      const cookie = [headers['set-cookie'] ?? []]
        .flat()[0]
        ?.replace(/^auth_cookie=/, '')
        .split(';')[0];
      const token = [headers['dell-emc-token'] ?? []].flat()[0];
      for (const secret of [cookie, token]) if (secret) secrets.add(secret);
      headers['x-debug'] = [...secrets].join(' ');
      const all = [...secrets].flatMap((secret) => [secret, encodeURIComponent(secret)]);
      rows('volume', (list) =>
        list.map((row) => ({ ...row, nsid: all.join(' '), [sim.a.password]: 1, description: [...secrets].at(-1) })),
      )(answer);
      answer.text = answer.text.replace(/"nsid":"/, `"nsid":"${escaped(sim.a.password)} `);
    });
    const written = await readFile(file, 'utf8');
    const { findings } = await details();
    expect(findings.map(({ finding }) => finding)).toEqual(expect.arrayContaining(['auth.echo', 'body.schema']));
    expect(written).toContain('⟨secret⟩');
    expect(secrets.size).toBeGreaterThan(3);
    for (const secret of secrets) {
      for (const form of [secret, encodeURIComponent(secret), escaped(secret)]) expect(written).not.toContain(form);
      expect(JSON.stringify(findings)).not.toContain(secret);
    }
    for (const { request, answer } of findings)
      for (const name of Object.keys({ ...request.headers, ...answer.headers }))
        expect(['cookie', 'set-cookie', 'authorization', 'dell-emc-token']).not.toContain(name);
  });

  it('has no secret in a form that other software writes, and no part of one at the end of what it shows', async () => {
    const password = 'Pass/word+<1>&"Q"';
    await using other = await createSimulator({
      release: '4.4',
      fast: true,
      clock: 'manual',
      arrays: { a: { users: [{ username: 'root', password, role: 'administrator' }] } },
    });
    const [long, part] = [25_000, 'Pass/word'];
    await using proxy = await createTamperingProxy(other.a.url, async (answer) => {
      await withoutRows('volume', 'policy')(answer);
      value('volume', { nsid: forms.map((form) => form(password)).join(' ') })(answer);
      // The file has the beginning of this answer, and the password is where it ends.
      if (isList(answer, 'policy'))
        answer.text = Array.from({ length: long / 20 }, (_, at) => (at % 2 === 0 ? password : '.'.repeat(20))).join('');
    });
    const report = await runContract({
      arrays: { a: { url: proxy.url, username: 'root', password } },
      pace: { requestsPerSecond: undefined },
      details: file,
    });
    const written = await readFile(file, 'utf8');
    expect(written).toMatch(/… and \d+ more characters/);
    for (const form of forms) expect(written).not.toContain(form(password));
    expect(written).not.toContain(part);
    expect(JSON.stringify(report)).not.toContain(part);
  });

  it('has the values of the array, and no report and no line has one of them', async () => {
    let count = 0;
    const marker = (): string => `marker ${(count += 1)} of the array`;
    const marked = (part: unknown): unknown =>
      typeof part === 'string'
        ? marker()
        : Array.isArray(part)
          ? part.map(marked)
          : typeof part === 'object' && part !== null
            ? Object.fromEntries(
                Object.entries(part).map(([name, inner]) => [name, name === 'id' ? inner : marked(inner)]),
              )
            : part;
    const ids = new Set<string>();
    const { report, printed } = await runWith(async (answer) => {
      await withoutRows('volume', 'policy')(answer);
      if (answer.target.startsWith('/volume?'))
        for (const [id] of answer.text.matchAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g)) ids.add(id);
      if (/^\/(volume|policy)/.test(answer.target)) {
        answer.headers['content-type'] = answer.target.includes('order') ? marker() : 'application/json';
        answer.text = JSON.stringify(marked(JSON.parse(answer.text)));
      }
    });
    expect(report.findings.flatMap(({ places }) => places).length).toBeGreaterThan(20);
    const written = await readFile(file, 'utf8');
    expect(written).toMatch(/actual: marker \d+ of the array/);
    for (const kind of Object.keys(renderers) as ReportKind[])
      expect(renderers[kind](report)).not.toMatch(/marker \d+ of/);
    expect(printed).not.toMatch(/marker \d+ of/);
    expect([...ids].some((id) => written.includes(id))).toBe(true);
    for (const id of ids) expect(JSON.stringify(report) + printed).not.toContain(id);
  });
});

describe('the command of a finding', () => {
  it('sends the request again, after the commands that log in, and has no secret', async () => {
    const asked: string[] = [];
    const tamper: Tamper = async (answer) => {
      asked.push(`${answer.method} ${answer.target} ${answer.requestHeaders['accept']}`);
      await smallVolumes(answer);
      if (answer.target.includes('order=name')) refuse(answer);
    };
    await using proxy = await createTamperingProxy(sim.a.url, tamper);
    const { report } = await runOn(proxy.url);
    const { arrays, findings } = await details();
    const env = { POWERSTORE_USERNAME: sim.a.username };
    await sh(arrays[0]?.login ?? '', env, `${sim.a.password}\n`);
    for (const name of ['powerstore-a.cookies', 'powerstore-a.token'])
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    const commands = findings.filter(({ curl }) => curl.includes(' -b '));
    expect(commands.length).toBeGreaterThan(2);
    for (const { curl, answer, request } of commands) {
      asked.length = 0;
      const out = await sh(curl, env);
      expect(out).toMatch(new RegExp(`^HTTP/1.1 ${answer.status} `));
      expect(out.split('\r\n\r\n').at(-1)).toBe(answer.body);
      const { pathname, search } = new URL(request.url);
      expect(asked).toEqual([`GET ${pathname.slice('/api/rest'.length)}${search} ${request.headers['accept']}`]);
    }
    // The one of a report has a variable for the address. Where it has no placeholder, it runs as it is.
    const shown = report.findings.flatMap(({ places }) => places.flatMap(({ evidence }) => evidence?.curl ?? []));
    expect(shown).toHaveLength(findings.length);
    for (const curl of shown) expect(curl).not.toContain(new URL(proxy.url).host);
    const complete = shown.filter((curl) => !/[⟨…]/.test(curl));
    expect(complete.length).toBeGreaterThan(2);
    for (const curl of complete) {
      asked.length = 0;
      await sh(curl, { ...env, POWERSTORE_URL: proxy.url });
      expect(asked).toHaveLength(1);
    }
  });

  it('is a write only where the run sent it, and says so', async () => {
    const id = sim.save().sessions.find(({ name }) => name === 'metro-plain')?.id ?? '';
    const own = defineCheck({
      id: 'ours.write',
      title: 'ours',
      safety: 'non-disruptive',
      findings: { 'ours.write': { severity: 'note', title: 'ours', cause: 'ours', remedy: 'ours' } },
      async run({ ask, find }) {
        const exchange = await ask('replication_session_sync', { id, headers: { 'dell-emc-token': '' } });
        find('ours.write', exchange, 'a write', { expected: 'one', actual: id });
        const other = await ask('cluster_collection_query', {
          as: { username: 'other', password: 'secret of another' },
        });
        find('ours.write', other, 'a read', { subject: 'read' });
      },
    });
    const { report, printed } = await runWith(withoutRows('replication_session'), {
      permit: { mode: 'non-disruptive', sessions: [id] },
      checks: [own],
    });
    const { findings } = await details();
    const [write, read] = findings.filter(({ finding }) => finding === 'ours.write');
    expect(write?.note).toBe('The run sent this write. Sent again, it changes the array again.');
    expect(write?.actual).toBe(id);
    expect(write?.curl).toContain(`-X POST -b powerstore-a.cookies -H 'dell-emc-token;'`);
    expect(write?.curl).toContain(`/api/rest/replication_session/${id}/sync`);
    expect([read?.note, read?.curl]).toEqual([undefined, expect.stringContaining(`curl -i -u other `) as string]);
    expect(await readFile(file, 'utf8')).not.toContain('secret of another');
    const [shown] = report.findings.find(({ id: kind }) => kind === 'ours.write')?.places ?? [];
    expect(shown?.evidence?.isWrite).toBe(true);
    expect(shown?.evidence?.curl).toMatch(/"\$POWERSTORE_URL"'\/api\/rest\/replication_session\/⟨id \d+⟩\/sync'$/);
    expect(printed).toContain('  write   curl -i -X POST');
    expect(printed).not.toContain(id);
  });
});

describe('the order of findings', () => {
  it('is by severity, then by the harm to automation, in every report alike', async () => {
    const { report, printed } = await runWith(async (answer) => {
      await withoutRows('volume', 'policy', 'job')(answer);
      // A note, a warning, a wrong form, a refusal and wrong data, in the order in which a run comes to them.
      value('volume', { nsid: 'seven', state: 'Brand_New' })(answer);
      rows('policy', (list) => (/[?&](and|or)=/.test(answer.target) ? [...list, ...list] : list))(answer);
      if (isList(answer, 'job') && queryOf(answer).get('phase')?.includes('Failing')) refuse(answer);
    });
    const first = (id: string): number => report.findings.findIndex((found) => found.id === id);
    const inOrder = ['query.filter', 'query.refused', 'body.schema', 'auth.plain-http', 'literal.unknown'].filter(
      (id) => first(id) >= 0,
    );
    expect(inOrder.length).toBeGreaterThan(3);
    expect(inOrder.map(first)).toEqual(inOrder.map(first).toSorted((a, b) => a - b));
    const severities = report.findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    expect(severities).toEqual(severities.toSorted());
    const kinds = [...new Set(report.findings.map(({ id }) => id))];
    const positions = (text: string, form: (id: string) => string): number[] =>
      kinds.map((id) => text.indexOf(form(id)));
    for (const found of [
      positions(printed, (id) => `\n  ${id}: `),
      positions(renderers.html(report), (id) => `id="kind-${id}"`),
      positions(renderers.markdown(report), (id) => `\`${id}\``),
      positions(await readFile(file, 'utf8'), (id) => `finding: ${id}\n`),
    ]) {
      expect(found).not.toContain(-1);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }
  });
});
