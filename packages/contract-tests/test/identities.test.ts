// Baselines and reports of users refer to checks and findings by their ids: whoever changes one sees it in review.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
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

it('a report has each finding once: two subjects are two findings, two messages are one', () => {
  const record: CheckRecord = {
    check: 'volume.attributes',
    title: 'x',
    group: 'collections and instances',
    site: 'a',
    outcome: 'failed',
    findings: [finding, { ...finding, message: 'size is missing' }, { ...finding, subject: 'name' }],
    covered: [],
    samples: [],
    requests: 1,
    milliseconds: 1,
  };
  const { findings } = reportOf([record], {
    started: new Date('2026-01-01T00:00:00Z'),
    mode: 'read-only',
    control: false,
    arrays: [{ site: 'a', label: 'array a', release: '4.4.0.0' }],
  });
  expect(findings).toMatchObject([
    { subject: 'size', message: finding.message, times: 2 },
    { subject: 'name', times: 1 },
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
