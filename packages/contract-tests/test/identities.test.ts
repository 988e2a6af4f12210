// Baselines and reports of users refer to checks and findings by their ids: whoever changes one sees it in review.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type CheckRecord, diffReports, type Finding, findingKinds } from '../src/index.js';
import { groups, lastGroup } from '../src/checks/index.js';
import { reportOf } from '../src/report/report.js';
import { reported } from './helpers/reported.js';

const pinned = new URL('identities.txt', import.meta.url);

const checkIds = [...groups, lastGroup].flatMap(({ title, checks }) => checks.map(({ id }) => `${title}: ${id}`));

const listOf = (checks: readonly string[]): string =>
  ['Checks', ...checks, '', 'Findings', ...Object.keys(findingKinds), ''].join('\n');

it('are pinned: `vitest run -u` writes them anew', async () => {
  expect(new Set(checkIds).size).toBe(checkIds.length);
  await expect(listOf(checkIds)).toMatchFileSnapshot(pinned.pathname);
});

it('differ from the pinned ones when a check is renamed', async () => {
  const renamed = checkIds.map((id) => id.replace('paging.parts', 'paging.pieces'));
  expect(listOf(renamed)).not.toBe(await readFile(pinned, 'utf8'));
});

const finding: Finding = {
  id: 'select.missing',
  operation: 'volume_collection_query',
  status: 200,
  subject: 'size',
  severity: 'error',
  request: 'GET /volume',
  message: 'The array leaves out size, which was selected.',
  remedy: 'x',
};

it.each<[string, Partial<Finding>]>([
  ['another subject', { subject: 'name' }],
  ['another place', { place: 'components/schemas/volume_instance' }],
  ['another operation', { operation: 'volume_instance_query' }],
  ['another status', { status: 206 }],
  ['another kind', { id: 'select.extra' }],
])('a finding with %s is another finding', (_title, change) => {
  const other = { ...finding, ...change };
  const { findings } = diffReports(reported(finding), reported(finding, other));
  expect([findings.new, findings.unchanged, findings.resolved]).toMatchObject([[other], [finding], []]);
});

const record = (check: string, ...findings: Finding[]): CheckRecord => ({
  check,
  title: 'x',
  group: 'collections and instances',
  site: 'a',
  outcome: 'failed',
  findings,
  covered: [],
  samples: [],
  requests: 1,
  milliseconds: 1,
});
const findingsOf = (...records: CheckRecord[]) =>
  reportOf(records, {
    started: new Date('2026-01-01T00:00:00Z'),
    mode: 'read-only',
    seed: '2026-11-28',
    control: false,
    arrays: [{ site: 'a', label: 'array a', release: '4.4.0.0' }],
  }).findings;

describe('a report has what places have in common as one finding', () => {
  it('with each place once: two subjects are two places, two messages are one', () => {
    const found = findingsOf(
      record('volume.attributes', finding, { ...finding, message: 'size is missing' }),
      record('volume.instance', { ...finding, subject: 'name', message: 'The array leaves out name.' }),
    );
    expect(found).toMatchObject([
      {
        message: 'The array leaves out an attribute that was selected.',
        checks: ['volume.attributes', 'volume.instance'],
        times: 3,
        places: [
          { subject: 'size', message: finding.message, times: 2 },
          { subject: 'name', times: 1 },
        ],
      },
    ]);
  });

  it.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['another header', { id: 'header.missing', subject: 'Content-Range' }, { subject: 'Set-Cookie' }],
    ['another encoding', { id: 'body.encoding', subject: 'charset' }, { subject: 'byte-order-mark' }],
    ['another status', { id: 'status.unexpected', subject: 'Accept' }, { status: 401 }],
    ['another request', { id: 'status.unexpected', subject: 'Accept' }, { subject: 'anonymous' }],
    ['another format', { id: 'body.format', subject: 'one', common: 'date-time' }, { subject: 'two', common: 'ip' }],
    ['another action', { id: 'action.refused', subject: 'pause@Source/OK x' }, { subject: 'resume@Source/OK x' }],
    ['another subject of a kind of your own', { id: 'ours.rule', subject: 'one' }, { subject: 'two' }],
  ])('and %s is another finding', (_title, one, change) => {
    const first: Finding = { ...finding, ...one };
    const elsewhere: Finding = { ...first, operation: 'policy_collection_query', request: 'GET /policy' };
    expect(findingsOf(record('c', first, elsewhere))).toMatchObject([{ places: [first, elsewhere] }]);
    expect(findingsOf(record('c', first, { ...first, ...change }))).toHaveLength(2);
  });

  it('and one action in many states is one finding', () => {
    const subjects = ['pause@Source/OK Asynchronous/volume', 'pause@Destination/Paused Metro_Active_Active/volume'];
    const refused = subjects.map((subject) => ({ ...finding, id: 'action.refused', subject }));
    expect(findingsOf(record('c', ...refused))).toHaveLength(1);
  });
});

it('a finding that spreads is new at its new places only', () => {
  const bom: Finding = { ...finding, id: 'body.encoding', subject: 'byte-order-mark' };
  const [first, second, third] = (['volume', 'policy', 'job'] as const).map((name) => ({
    ...bom,
    operation: `${name}_collection_query` as const,
  }));
  if (!first || !second || !third) throw new Error('three places are wanted');
  const { worse, findings } = diffReports(reported(first, second), reported(second, third));
  expect(worse).toBe(true);
  expect([findings.new, findings.unchanged, findings.resolved]).toMatchObject([
    [{ places: [third] }],
    [{ places: [second] }],
    [{ places: [first] }],
  ]);
});

it('a finding with another message, remedy, severity, sample or request is the same finding', () => {
  const reworded: Finding = {
    ...finding,
    message: 'size is missing',
    remedy: 'y',
    severity: 'warning',
    sample: 'null',
    request: 'GET /volume?select=size',
  };
  const { findings } = diffReports(reported(finding), reported(reworded));
  expect([findings.new, findings.resolved]).toEqual([[], []]);
  expect(findings.unchanged).toMatchObject([reworded]);
});
