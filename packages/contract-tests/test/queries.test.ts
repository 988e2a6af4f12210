// The queries that a run asks, and the simplest one that fails.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffReports, type Report, runContract } from '../src/index.js';
import { describeDifference } from '../src/report/render/diff.js';
import { createTamperingProxy, withoutRows } from './helpers/tampering-proxy.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
afterAll(() => simulator.close());

interface Asked {
  report: Report;
  /** The queries of sessions, with their `Range`, in order. */
  queries: string[];
}

/** A run on an array that only has sessions, and refuses what it is told to. */
async function ask(
  seed: string | undefined,
  isRefused: (query: URLSearchParams) => boolean = () => false,
): Promise<Asked> {
  const queries: string[] = [];
  const few = withoutRows('replication_session');
  await using proxy = await createTamperingProxy(simulator.a.url, async (answer) => {
    await few(answer);
    const { target, requestHeaders } = answer;
    if (!target.startsWith('/replication_session?')) return;
    queries.push(decodeURIComponent(`${target} ${requestHeaders.range ?? ''}`));
    if (isRefused(new URL(target, 'http://a').searchParams))
      Object.assign(answer, { status: 400, text: '{"messages":[{"severity":"Error","message_l10n":"No."}]}' });
  });
  const { username, password } = simulator.a;
  const report = await runContract({
    arrays: { a: { url: proxy.url, username, password } },
    pace: { requestsPerSecond: undefined },
    ...(seed !== undefined && { seed }),
  });
  if (!report) throw new Error('there is no report');
  return { report, queries };
}

it('are the same for the same seed, and others for another one', async () => {
  const [first, again, other] = [await ask('one'), await ask('one'), await ask('two')];
  expect(first.report.seed).toBe('one');
  expect(again.queries).toEqual(first.queries);
  expect(other.queries).not.toEqual(first.queries);
  expect([first, other].flatMap(({ report }) => report.findings)).toEqual([]);
});

it('are asked of few rows where a relation comes with each of many', async () => {
  await using many = await createSimulator({ fast: true, clock: 'manual', sessions: 30 });
  const relations = new Set(['remote_system', 'migration_session', 'replication_rule', 'volumes', 'volume_groups']);
  const withRelation: string[] = [];
  await using proxy = await createTamperingProxy(many.a.url, ({ target }) => {
    const query = decodeURIComponent(target);
    const [, selected = ''] = /^\/replication_session\?.*select=id,([^&]*)/.exec(query) ?? [];
    if (selected.includes('(') || relations.has(selected)) withRelation.push(query);
  });
  const { username, password } = many.a;
  const report = await runContract({
    arrays: { a: { url: proxy.url, username, password } },
    pace: { requestsPerSecond: undefined },
    seed: 'one',
  });
  expect(report?.findings).toEqual([]);
  expect(withRelation.length).toBeGreaterThan(20);
  for (const query of withRelation) expect(Number(/limit=(\d+)/.exec(query)?.[1])).toBeLessThanOrEqual(20);
});

it('are those of the day without a seed', async () => {
  const days = [new Date(), new Date(Date.now() + 86_400_000)].map((day) => day.toISOString().slice(0, 10));
  const { report } = await ask(undefined);
  expect(days).toContain(report.seed);
});

describe('of sessions', () => {
  let queries: string[];
  beforeAll(async () => {
    ({ queries } = await ask('one'));
  });

  it.each([
    ['* with a filter', /select=\*.*&\w+=/],
    ['the attributes of a relation with an order', /select=id,\w+\(id,\w+[^*]*\).*&order=/],
    ['all attributes of a relation', /select=id,\w+\(\*\)/],
    ['a relation within a relation', /select=id,\w+\(id,\w+\(id\)\)/],
    [
      'two filters',
      /\?(select=[^&]*&)?(?!and|or|not)\w+=(eq|neq|gt|gte|lt|lte|ilike|in|is)\..*&(?!and|or|not|order|limit|offset)\w+=/,
    ],
    ['a group within a group', /(and|or)=\(.*,(and|or)\(/],
    ['a negated group', /not\.(and|or)=\(/],
    ['a negated filter within a group', /(and|or)=\(\w+\.not\./],
    ['an order by three attributes', /order=\w+,\w+\.desc,id/],
    ['a direction in capitals', /order=\w+\.DESC/],
    ['a filter with limit and offset', /\w+=(not\.)?(eq|in|gt|lt)\..*limit=\d+&offset=\d+/],
    ['a filter with a Range', /(and|or|\w+_id|state)=.* \d+-\d+$/],
    ['a Range without an end', / \d+-$/],
  ])('%s is among them', (_form, query) => {
    expect(queries.filter((asked) => query.test(asked))).not.toEqual([]);
  });
});

it('of two runs with other seeds are said to be others where the runs are compared', async () => {
  const [before, after] = [(await ask('one')).report, (await ask('two')).report];
  const lines = describeDifference(diffReports(before, after)).join('\n');
  expect(lines).toContain('their seeds are one and two. --seed one asks those of the first run again.');
  expect(describeDifference(diffReports(before, before)).join('\n')).not.toContain('--seed');
});

it.each<[string, (query: URLSearchParams) => boolean, string]>([
  ['* with an order', (query) => query.get('select') === '*' && query.has('order'), 'select=*&order=id'],
  ['is.null within a group', (query) => /\.is\.null/.test(`${query.get('and')}${query.get('or')}`), 'is.null)'],
  ['two attributes to order by', (query) => query.get('order')?.includes(',') === true, 'order='],
])('the simplest query that an array refuses is named: %s', async (_what, isRefused, shape) => {
  const { report } = await ask('one', isRefused);
  const refused = report.findings.filter(({ id }) => id === 'query.refused');
  expect(refused).not.toEqual([]);
  for (const { message, subject = '' } of refused) {
    expect(message).toBe(`The array refuses the query ${subject}.`);
    expect(subject).toContain(shape);
    expect(subject.split('&').length).toBeLessThanOrEqual(shape.split('&').length);
  }
});
