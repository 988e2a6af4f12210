// A run finds each wrong answer, for the right reason. It gets several of them, each on a resource of its own, so that none can
// cause the finding of another one.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../src/index.js';
import { run, type Run } from './helpers/in-process.js';
import { assumptions } from './tampered/assumptions.js';
import { createTamperingProxy, type PassedAnswer, withoutRows } from './helpers/tampering-proxy.js';
import { authentication } from './tampered/authentication.js';
import { bodies } from './tampered/bodies.js';
import { causes } from './tampered/causes.js';
import { collections } from './tampered/collections.js';
import { lacks } from './tampered/lacks.js';
import { misreadQueries } from './tampered/misread.js';
import { queries } from './tampered/queries.js';
import { type Case, value } from './tampered/tamper.js';

const cases: Case[] = [
  ...assumptions,
  ...bodies,
  ...queries,
  ...misreadQueries,
  ...collections,
  ...lacks,
  ...authentication(() => simulator.a.password),
  ...causes,
];

/** Cases on different resources, together in one run. */
function batchesOf(all: readonly Case[]): Case[][] {
  const batches: Case[][] = [];
  for (const one of all) {
    const fitting =
      one.on === undefined
        ? undefined
        : batches.find((batch) => batch.every(({ on }) => on !== undefined && on !== one.on));
    if (fitting) fitting.push(one);
    else batches.push([one]);
  }
  return batches;
}

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
afterAll(() => simulator.close());

interface DetailedRun extends Run {
  /** The content of the file with the details, and the secrets that the array and the suite sent each other. */
  details: string;
  secrets: ReadonlySet<string>;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-contract-'));
});
afterAll(() => rm(folder, { recursive: true }));

const runs = new Map<Case, () => Promise<DetailedRun>>();
function runOf(one: Case): Promise<DetailedRun> {
  const start = runs.get(one);
  if (!start) throw new Error(`${one.title} is in no batch`);
  return start();
}

for (const [index, batch] of batchesOf(cases).entries()) {
  let running: Promise<DetailedRun> | undefined;
  const start = async (): Promise<DetailedRun> => {
    // Only the resources of the cases have rows.
    const secrets = new Set([simulator.a.password]);
    const some = batch.flatMap(({ on, whole }) => on ?? (whole ? ['volume', 'policy', 'job'] : []));
    const few = withoutRows(...some);
    await using proxy = await createTamperingProxy(
      simulator.a.url,
      async (answer) => {
        for (const secret of secretsIn(answer)) secrets.add(secret);
        await few(answer);
        for (const { tamper } of batch) await tamper?.(answer);
      },
      ({ path, query, headers }) => {
        for (const { on, misread } of batch) if (path === `/${on}`) misread?.(query, headers);
      },
    );
    const file = join(folder, `${index}.yaml`);
    const finished = await run(simulator.a, { through: proxy.url, details: file });
    return { ...finished, details: await readFile(file, 'utf8'), secrets };
  };
  for (const one of batch) runs.set(one, () => (running ??= start()));
}

/** The cases with the right finding. */
const caught = new Set<string>();
afterAll(() => console.log(`${caught.size} of ${cases.length} tampered answers were found`));

it.each(cases.map((one) => [one.title, one] as const))('finds %s', async (_title, one) => {
  const { on, whole, finding, message, subject, also = [] } = one;
  const { report, printed } = await runOf(one);
  expect(report.endedEarly).toBeUndefined();
  const isHere = ({ operation }: Finding): boolean => on === undefined || resourceOf(operation) === on;
  const findings = report.findings.filter(({ places }) => places.some(isHere));
  const found = findings.filter(({ id }) => id === finding);
  const places = found.flatMap((reported) => reported.places).filter(isHere);
  expect(places.map(({ message: actual }) => actual).join('\n'), JSON.stringify(findings, null, 1)).toContain(message);
  const subjects = places.map(({ subject: actual = null }) => actual);
  const isOfForm = subject instanceof RegExp;
  const isRight = (actual: string | null): boolean => (isOfForm ? subject.test(String(actual)) : actual === subject);
  expect(isOfForm ? subjects.every(isRight) : subjects.some(isRight), subjects.join('\n')).toBe(true);
  // One cause is one finding, wherever it shows. Queries have one for each form that fails.
  const isOfQuery = /^(query|select)\./.test(finding);
  expect(isOfForm || isOfQuery ? 1 : found.length).toBe(one.findings ?? 1);
  // A case that has a run of its own may have any consequence.
  const isAlone = on === undefined && !whole;
  const expected = new Set<string>(isAlone ? findings.map(({ id }) => id) : [finding, ...also]);
  expect(findings.filter(({ id }) => !expected.has(id))).toEqual([]);
  expect(JSON.stringify(report) + printed).not.toContain(simulator.a.password);
  caught.add(one.title);
});

/** The cookies and tokens of a request and its answer. */
const secretsIn = ({ requestHeaders, headers }: PassedAnswer): string[] =>
  [requestHeaders.cookie, headers['set-cookie'], requestHeaders['dell-emc-token'], headers['dell-emc-token']]
    .flat()
    .flatMap((text) => (text === undefined ? [] : (text.replace(/^auth_cookie=/, '').split(';')[0] ?? [])))
    .filter((text) => text !== '');

/** Findings that are about no row: the answer as a whole is wrong, or an answer that is none. */
const aboutNoRow =
  /^(status|operation|resource|array|header|error|assumption|auth|client|paging\.(total|content-range|status|range)|body\.(json|encoding|media-type|unexpected|number)|select\.unknown|query\.(unknown|refused|not-taken)|collection|release)(\.|$)/;

it.each(cases.map((one) => [one.title, one] as const))('has the values that show %s', async (_title, one) => {
  const { finding, subject } = one;
  const { details, secrets, report } = await runOf(one);
  const { findings } = parse(details) as { findings: Record<string, unknown>[] };
  const isOne = (actual: unknown): boolean =>
    subject instanceof RegExp ? subject.test(String(actual)) : (actual ?? null) === subject;
  const found = findings.filter((entry) => entry['finding'] === finding && isOne(entry['subject']));
  expect(found).not.toEqual([]);
  const isAboutRow = !aboutNoRow.test(finding) && subject !== '/' && subject !== '/ type';
  expect(found.some(({ rows = [] }) => (rows as unknown[]).length > 0) || !isAboutRow, details).toBe(true);
  for (const { expected, actual, curl, request, answer } of found) {
    expect([expected, actual]).not.toContain(undefined);
    // What the array sent is not what it had to send.
    expect(actual).not.toEqual(expected);
    expect(curl).toMatch(/^curl -i .*http:\/\/127\.0\.0\.1:\d+\/api\/rest\//);
    expect(request).toMatchObject({ method: expect.any(String) as string, url: expect.any(String) as string });
    expect(answer).toMatchObject({ status: expect.any(Number) as number, body: expect.any(String) as string });
  }
  // Each finding of the report is there.
  const places = report.findings.flatMap((all) => all.places);
  for (const { id, subject: name = null } of places)
    expect(findings.some((entry) => entry['finding'] === id && (entry['subject'] ?? null) === name)).toBe(true);
  for (const secret of secrets) expect(details).not.toContain(secret);
});

it('counts the literals that the contract does not know in the verdict', async () => {
  await using proxy = await createTamperingProxy(simulator.a.url, async (answer) => {
    for (const tamper of [withoutRows('replication_rule'), value('replication_rule', { rpo: 'Brand_New' })])
      await tamper(answer);
  });
  const { printed } = await run(simulator.a, { through: proxy.url });
  expect(printed).toContain('the contract, with 1 literal that the contract does not know.');
});

it.each(['gzip', 'br'])('goes on where no body can be decoded, and says why it cannot begin (%s)', async (coding) => {
  const identifying = /^\/(cluster|software_installed|login_session)/;
  let beginsWell = true;
  await using proxy = await createTamperingProxy(simulator.a.url, ({ target, headers }) => {
    if (!beginsWell || !identifying.test(target)) headers['content-encoding'] = coding;
  });
  const { report } = await run(simulator.a, { through: proxy.url });
  expect([report.endedEarly, report.summary.verdict]).toEqual([undefined, 'does-not-conform']);
  const found = report.findings.filter(({ id }) => id === 'body.encoding');
  expect(new Set(found.map(({ subject }) => subject))).toEqual(new Set(['content-encoding']));
  const unreadable = report.findings.filter(({ id }) => id === 'resource.unreadable');
  expect(unreadable.map(({ subject }) => subject)).toEqual([
    'replication_session',
    'remote_system',
    'replication_rule',
    'policy',
    'volume',
    'volume_group',
    'host_volume_mapping',
    'job',
  ]);
  beginsWell = false;
  await expect(run(simulator.a, { through: proxy.url })).rejects.toThrow(
    /answers GET \/login_session.* does not have the Content-Encoding that it names/,
  );
});

it('conforms with notes and warnings', async () => {
  const harmless = cases.filter(({ finding }) => ['attribute.unknown', 'auth.cookie-attributes'].includes(finding));
  await using proxy = await createTamperingProxy(simulator.a.url, async (answer) => {
    for (const tamper of [withoutRows(), ...harmless.map((one) => one.tamper)]) await tamper?.(answer);
  });
  const { report, printed } = await run(simulator.a, { through: proxy.url });
  expect(new Set(report.findings.map(({ severity }) => severity))).toEqual(new Set(['note', 'warning']));
  expect(report.summary.verdict).toBe('conforms');
  expect(printed).toContain('Conforms to the contract.');
});

const resourceOf = (operation: string): string => operation.replace(/_(collection|instance)_query$/, '');
