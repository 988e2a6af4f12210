// An array that lacks whole resources or operations: one finding each, and nothing that only follows from it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diffReports, type Report, renderers, runContract } from '../src/index.js';
import { describeDifference } from '../src/report/render/diff.js';
import { powerstoreContract } from './helpers/command-line.js';
import { run, type Run } from './helpers/in-process.js';
import { createEmulator, lacking, withoutInstances } from './helpers/lacking.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';
import { createTamperingProxy, type Tamper, withoutRows } from './helpers/tampering-proxy.js';

let simulator: Simulator;
let folder: string;
beforeAll(async () => {
  simulator = await createSimulator({ fast: true, clock: 'manual' });
  folder = await mkdtemp(join(tmpdir(), 'powerstore-lacking-'));
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

async function runThrough(tamper: Tamper, baseline?: string): Promise<Run & { requests: string[] }> {
  await using proxy = await createTamperingProxy(simulator.a.url, tamper);
  const done = await run(simulator.a, { through: proxy.url, ...(baseline !== undefined && { baseline }) });
  return { ...done, requests: proxy.requests };
}

/** Changes answers in two ways, one after the other. */
const both =
  (...all: Tamper[]): Tamper =>
  async (answer) => {
    for (const tamper of all) await tamper(answer);
  };

/** On an array that has little besides its policies. */
const runFew = (tamper: Tamper): ReturnType<typeof runThrough> => runThrough(both(withoutRows('policy'), tamper));

const lastLines = ({ printed }: Run): string[] => printed.split('\n').slice(-2);
const found = ({ findings }: Report): string[] =>
  findings.map(({ id, subject, status, operation }) => `${id} ${subject}: ${operation} ${status}`);
const skipped = ({ checks }: Report, lacks: string): string[] =>
  checks.filter((it) => it.lacks === lacks).map(({ check, reason }) => `${check}: ${reason}`);
const outcomes = ({ checks }: Report): Set<string> => new Set(checks.map(({ outcome }) => outcome));

const checksOf = (resource: string, ...more: string[]): string[] =>
  [
    'default-select attributes unknown-attribute refusals instance not-found'.split(' '),
    'relations ends queries literals unknown-query filter-case name-case'.split(' '),
    more,
  ]
    .flat()
    .map((it) => `${resource}.${it}`);

/** The ends of the checks that have nothing to do with the two. */
const otherOutcomes = ({ report: { checks } }: Run): string[] =>
  checks
    .filter(({ check }) => !/^((policy|replication_rule)\.|resources\.present$)/.test(check))
    .map(({ check, outcome, reason }) => `${check} ${outcome} ${reason}`);

describe('an array without two collections', () => {
  let done: Run & { requests: string[] };
  let before: Run;
  beforeAll(async () => {
    done = await runThrough(lacking('policy', 'replication_rule'));
    before = await run(simulator.a);
  });

  test('has two findings, and the verdict names both', () => {
    expect(found(done.report)).toEqual([
      'resource.absent replication_rule: replication_rule_collection_query 404',
      'resource.absent policy: policy_collection_query 404',
    ]);
    expect(done.report.findings.map(({ message, severity, checks }) => [message, severity, checks])).toEqual([
      [
        'The array does not have replication_rule: it answers GET /replication_rule with 404.',
        'error',
        ['resources.present'],
      ],
      ['The array does not have policy: it answers GET /policy with 404.', 'error', ['resources.present']],
    ]);
    expect(done.report.findings[0]?.remedy).toMatch(/release.*licence.*emulator/);
    expect(lastLines(done)).toEqual([
      'Does not conform to the contract: array a lacks replication_rule and policy.',
      expect.stringMatching(/^\d+ passed, 1 failed, \d+ not applicable \(28 need what the arrays lack\)$/),
    ]);
    expect(renderers.markdown(done.report)).toContain('array a lacks replication_rule and policy');
    expect(renderers.html(done.report)).toContain('array a lacks replication_rule and policy');
  });

  test('skips the checks of both, and those alone, and each report says why', () => {
    for (const resource of ['policy', 'replication_rule']) {
      const reason = `The array does not have ${resource}: it answers GET /${resource} with 404.`;
      expect(new Set(skipped(done.report, resource))).toEqual(
        new Set(checksOf(resource, 'by-name').map((check) => `${check}: ${reason}`)),
      );
      for (const kind of ['markdown', 'html', 'junit', 'json'] as const)
        expect(renderers[kind](done.report), kind).toContain(`does not have ${resource}`);
    }
    expect(outcomes(done.report)).toEqual(new Set(['passed', 'failed', 'not-applicable']));
    expect(otherOutcomes(done)).toEqual(otherOutcomes(before));
    expect(done.printed).not.toMatch(/has no (policy|replication_rule)/);
  });

  test('asks each collection once before everything else, and for what it lacks no more', () => {
    const all = done.requests.map((it) => it.replace('/api/rest', ''));
    const [preflight, requests] = [all.slice(0, 4), all.slice(4)];
    expect(preflight).toEqual(
      ['login_session', 'login_session', 'software_installed', 'cluster'].map((it) => `GET /${it}`),
    );
    const collections = requests.filter((it) => /^GET \/\w+$/.test(it));
    expect(collections.slice(0, 12)).toEqual(
      [
        'replication_session',
        'remote_system replication_rule replication_rule policy policy volume volume_group'.split(' '),
        'host_volume_mapping job software_installed cluster'.split(' '),
      ]
        .flat()
        .map((it) => `GET /${it}`),
    );
    expect(requests.filter((it) => /\/(policy|replication_rule)/.test(it))).toHaveLength(4);
    // The requests of the look are those of a check, and so in the numbers of the report.
    const [look] = done.report.checks;
    expect([look?.check, look?.requests]).toEqual(['resources.present', 18]);
    expect(done.report.summary.requests).toBeLessThan(before.report.summary.requests);
  });

  test('can see nothing of them, so no coverage is missing', () => {
    const { attainable, reached, accepted } = done.report.summary.coverage;
    expect(reached + accepted).toBe(attainable);
    const items = done.report.coverage.filter(({ item }) =>
      /^(status|property) (policy|replication_rule)\b/.test(item),
    );
    expect(items.filter((it) => it.attainable)).toEqual([]);
    expect(items.length).toBeGreaterThan(30);
  });

  test('drift proposes nothing', async () => {
    expect(done.printed).not.toContain('Drift');
    const file = join(folder, 'lacking.json');
    await writeFile(file, renderers.json(done.report));
    const drift = await powerstoreContract(['drift', '--report', file, '--proposals', '-']);
    expect([drift.code, drift.out.trim().split('\n')[0]]).toEqual([0, 'No drift.']);
    expect(drift.out).not.toContain('404');
  });

  test('diff says in one line each that they have gone, and that they are back', async () => {
    const difference = diffReports(before.report, done.report);
    expect(difference.worse).toBe(true);
    expect(difference.lacks).toEqual({
      gone: ['replication_rule', 'policy'].map((name) => ({
        site: 'a',
        label: 'array a',
        name,
        checks: 14,
      })),
      back: [],
    });
    expect(difference.checks).toEqual([{ check: 'resources.present', site: 'a', before: 'passed', after: 'failed' }]);
    expect(difference.coverage).toEqual({ gained: [], lost: [] });
    const lines = describeDifference(difference);
    const about = (name: string): string[] =>
      lines.filter((line) => line.includes(name) && !line.startsWith('  ') && !line.startsWith('Verdict'));
    expect(about('policy')).toEqual([
      'array a lacks policy since the first run: 14 checks and the coverage of it are gone.',
    ]);
    expect(about('replication_rule')).toHaveLength(1);
    const back = diffReports(done.report, before.report);
    expect([back.worse, back.lacks.gone, back.lacks.back.map(({ name }) => name)]).toEqual([
      false,
      [],
      ['replication_rule', 'policy'],
    ]);
    expect(describeDifference(back)).toContain('array a has policy again: 14 checks say something about it now.');

    const [one, other] = [join(folder, 'before.json'), join(folder, 'after.json')];
    await writeFile(one, renderers.json(before.report));
    await writeFile(other, renderers.json(done.report));
    const markdown = join(folder, 'change.md');
    const diff = await powerstoreContract(['diff', one, other, '--markdown', markdown]);
    expect([diff.code, diff.out]).toEqual([1, expect.stringContaining('array a lacks policy since the first run')]);
    expect(await readFile(markdown, 'utf8')).toContain('array a lacks policy since the first run');
  });

  test('an accepted lack stays in the verdict, and its checks stay skipped', async () => {
    const [report, baseline] = [join(folder, 'accepted.json'), join(folder, 'baseline.yaml')];
    await writeFile(report, renderers.json(done.report));
    const written = await powerstoreContract([
      'baseline',
      report,
      '--baseline',
      baseline,
      '--reason',
      'an emulator',
      '--expires',
      '2099-01-01',
    ]);
    expect([written.code, written.err]).toEqual([0, '']);
    const accepted = await runThrough(lacking('policy', 'replication_rule'), baseline);
    expect(lastLines(accepted)[0]).toBe(
      'Conforms to the contract, although array a lacks replication_rule and policy.',
    );
    expect(skipped(accepted.report, 'policy')).toHaveLength(14);
    expect(accepted.report.findings).toEqual([]);
  });

  test('ends with 1 on the command line, and a dry run counts the look', async () => {
    const few = both(withoutRows(), lacking('policy', 'replication_rule'));
    await using proxy = await createTamperingProxy(simulator.a.url, few);
    const { username, password } = simulator.a;
    const env = {
      POWERSTORE_URL: proxy.url,
      POWERSTORE_USERNAME: username,
      POWERSTORE_PASSWORD: password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    };
    const { code, out } = await powerstoreContract([], env);
    expect([code, out]).toEqual([1, expect.stringContaining(': array a lacks replication_rule and policy.\n')]);
    const dry = await powerstoreContract(['--dry-run'], env);
    expect(dry.err).toContain('First it looks at each of 10 collections, and at an instance of each.');
  });
});

describe.each([
  ['the sessions', 'replication_session', 'array a lacks replication_session'],
  ['the cluster', 'cluster', 'array a lacks cluster'],
  ['volumes and groups', 'volume volume_group', 'array a lacks volume and volume_group'],
  ['the remote systems', 'remote_system', 'array a lacks remote_system'],
])('an array without %s', (_title, names, verdict) => {
  test('has a finding each and no consequences', async () => {
    const resources = names.split(' ');
    const done = await runThrough(lacking(...resources));
    expect(found(done.report)).toEqual(resources.map((it) => `resource.absent ${it}: ${it}_collection_query 404`));
    expect(outcomes(done.report)).toEqual(new Set(['passed', 'failed', 'not-applicable']));
    expect(lastLines(done)[0]).toBe(`Does not conform to the contract: ${verdict}.`);
  });
});

describe('an array without an operation', () => {
  test.each([
    ['policy', 404],
    ['volume', 405],
    ['cluster', 501],
    ['replication_session', 404],
  ])('to read a %s by its id (%i) has one finding', async (resource, status) => {
    const done = await runThrough(both(withoutRows(resource), withoutInstances(resource, status)));
    const subject = `GET /${resource}/{id}`;
    expect(found(done.report)).toEqual([`operation.absent ${subject}: ${resource}_instance_query ${status}`]);
    expect(done.report.findings[0]?.message).toBe(
      `The array does not have ${subject}: it answers ${status} for each ${resource} that its list has.`,
    );
    expect(lastLines(done)[0]).toBe(`Does not conform to the contract: array a lacks ${subject}.`);
    expect(outcomes(done.report)).toEqual(new Set(['passed', 'failed', 'not-applicable']));
    expect(skipped(done.report, subject).map((it) => it.split(':')[0])).toEqual(
      expect.arrayContaining([`${resource}.instance`, `${resource}.not-found`]),
    );
  });

  test('keeps it where an instance was deleted on the way', async () => {
    let missing = 1;
    const done = await runFew((answer) => {
      if (!answer.target.startsWith('/policy/') || answer.status !== 200 || missing === 0) return;
      missing -= 1;
      Object.assign(answer, { status: 404, text: '{"messages":[{"code":"0xE04040030008","severity":"Error"}]}' });
    });
    expect(done.report.findings).toEqual([]);
  });

  test('and a list that fails once are told apart', async () => {
    let failing = 1;
    const done = await runFew((answer) => {
      if (!answer.target.startsWith('/policy') || failing === 0) return;
      failing -= 1;
      Object.assign(answer, { status: 500, text: '{"messages":[{"code":"0xE0101001000C","severity":"Error"}]}' });
    });
    expect(done.report.findings).toEqual([]);
  });

  test.each([
    [404, ['a', 'b']],
    [501, ['b']],
  ] as const)('to fail over (%i on %j) has one finding, and all other actions are tried', async (status, sites) => {
    await using sim = await createSteppedSimulator({ sessions: [{ name: 'erp' }] });
    const action = 'POST /replication_session/{id}/failover';
    const on =
      (site: 'a' | 'b'): Tamper =>
      (answer) => {
        if (answer.target.endsWith('/failover') && [...sites].some((it) => it === site))
          Object.assign(answer, { status, text: '<h1>Not here</h1>' });
      };
    const few = withoutRows('replication_session', 'remote_system');
    await using a = await createTamperingProxy(sim.a.url, both(few, on('a')));
    await using b = await createTamperingProxy(sim.b.url, both(few, on('b')));
    const login = ({ username, password }: typeof sim.a, url: string) => ({ url, username, password, patience: 1 });
    const sessions = sim.save().sessions.map(({ id }) => id);
    const lines: string[] = [];
    const report = await runContract({
      arrays: { a: login(sim.a, a.url), b: login(sim.b, b.url) },
      permit: { mode: 'disruptive', sessions },
      pace: { requestsPerSecond: undefined },
      print: (line) => lines.push(line),
    });
    if (!report) throw new Error('there is no report');
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ id, subject, sites: at }) => [id, subject, at])).toEqual([
      ['operation.absent', action, expect.arrayContaining([...sites])],
    ]);
    expect(errors[0]?.sites).toHaveLength(sites.length);
    expect(lines.at(-2)).toBe(
      `Does not conform to the contract: ${sites.map((it) => `array ${it} lacks ${action}`).join('; ')}.`,
    );
    const sent = [...new Set(b.requests.map((it) => it.split('/').at(-1)))];
    expect(sent).toEqual(expect.arrayContaining(['pause', 'resume', 'sync', 'start_failover_test', 'failover']));
    expect(b.requests.filter((it) => it.endsWith('/failover'))).toHaveLength(1);
    const rows = report.coverage.filter(({ item }) => item.startsWith('transition replication_session_failover '));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ attainable }) => attainable)).toBe(sites.length === 1);
    expect(report.notRestored).toBeUndefined();
  });
});

describe('a pair of which array b lacks its sessions', () => {
  test('compares nothing of the two, and says of which it speaks', async () => {
    const few = withoutRows('remote_system');
    await using a = await createTamperingProxy(simulator.a.url, few);
    await using b = await createTamperingProxy(simulator.b.url, both(few, lacking('replication_session')));
    const login = ({ username, password }: typeof simulator.a, url: string) => ({ url, username, password });
    const arrays = { a: login(simulator.a, a.url), b: { ...login(simulator.b, b.url), label: 'the other side' } };
    const lines: string[] = [];
    const pace = { requestsPerSecond: undefined };
    const report = await runContract({ arrays, pace, print: (line) => lines.push(line) });
    expect(report?.findings.map(({ id, subject, sites }) => [id, subject, sites])).toEqual([
      ['resource.absent', 'replication_session', ['b']],
    ]);
    expect(lines.at(-2)).toBe('Does not conform to the contract: the other side lacks replication_session.');
    expect(report?.checks.find(({ check }) => check === 'pair.symmetric')).toMatchObject({
      outcome: 'not-applicable',
      reason: 'The other array does not have replication_session: it answers GET /replication_session with 404.',
      lacks: 'replication_session',
    });
  });

  test('does not begin to change sessions that nobody shows', async () => {
    const [session] = simulator.save().sessions;
    for (const [tamper, said] of [
      [lacking('replication_session'), /array a does not have replication_session: it answers GET .* with 404/],
      [withoutInstances('replication_session', 404), /lists session .* and answers GET .*\{id\} with 404/],
    ] as const) {
      await using a = await createTamperingProxy(simulator.a.url, tamper);
      const { username, password } = simulator.a;
      const running = runContract({
        arrays: { a: { url: a.url, username, password } },
        permit: { mode: 'disruptive', sessions: [session?.id ?? ''] },
        pace: { requestsPerSecond: undefined },
      });
      await expect(running).rejects.toThrow(said);
    }
  });
});

describe('an emulator that lacks six resources', () => {
  test('has six findings for them, and no false sentence', async () => {
    const { username, password, url } = simulator.a;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const rowsOf = async (resource: string) =>
      (await (await fetch(`${url}/api/rest/${resource}?select=*`, { headers: { authorization } })).json()) as {
        id: string;
      }[];
    const kept = ['login_session', 'software_installed', 'cluster', 'replication_session', 'volume'];
    const collections = Object.fromEntries(await Promise.all(kept.map(async (it) => [it, await rowsOf(it)] as const)));
    await using emulator = await createEmulator(collections);
    const done = await run(emulator);
    const absent = ['remote_system', 'replication_rule', 'policy', 'volume_group', 'host_volume_mapping', 'job'];
    expect(found(done.report).filter((it) => /absent|forbidden|failing|unreadable/.test(it))).toEqual(
      absent.map((it) => `resource.absent ${it}: ${it}_collection_query 404`),
    );
    // The emulator is wrong in much else, and all of it is about what it has.
    const operations = new Set(
      done.report.findings.filter(({ id }) => id !== 'resource.absent').map(({ operation }) => operation),
    );
    expect([...operations].filter((it) => absent.some((name) => it.startsWith(`${name}_`)))).toEqual([]);
    expect(done.report.findings.filter(({ id }) => id.startsWith('relation.'))).toEqual([]);
    expect(done.printed).not.toMatch(new RegExp(`has no (${absent.join('|')})`));
    expect(done.printed).toContain(
      'array a lacks remote_system, replication_rule, policy, volume_group, host_volume_mapping, and job',
    );
  });
});
