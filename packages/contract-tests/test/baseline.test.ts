// Findings that are accepted until a day: only others fail a run.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptanceOf, readBaseline, renderBaseline, withAccepted } from '../src/report/baseline.js';
import { type Acceptance } from '../src/report/acceptance.js';
import type { Finding } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';
import { run } from './helpers/in-process.js';
import { reported } from './helpers/reported.js';
import { createSpoilingProxy } from './helpers/spoiling-proxy.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-baseline-'));
});
afterAll(() => rm(folder, { recursive: true }));

const finding: Finding = {
  id: 'literal.unknown',
  severity: 'note',
  operationId: 'volume_collection_query',
  request: 'GET /volume',
  status: 200,
  what: 'VolumeState has no literal Dreaming',
  remedy: 'x',
  place: 'components/schemas/VolumeStateEnum',
};
const until = { reason: 'known to the vendor', expires: '2027-03-01' };

describe('an entry', () => {
  it('accepts what it says, as long as it says', () => {
    const [entry] = withAccepted([], [finding], until) as [Acceptance];
    expect(acceptanceOf(finding, [entry], '2027-03-01')).toBe(entry);
    expect(acceptanceOf(finding, [entry], '2027-03-02')).toBeUndefined();
    for (const other of [
      { id: 'attribute.unknown' },
      { operationId: 'volume_instance_query' as const },
      { what: 'VolumeState has no literal Waking' },
      { place: 'components/schemas/VolumeTypeEnum' },
    ])
      expect(acceptanceOf({ ...finding, ...other }, [entry], '2027-01-01')).toBeUndefined();
  });

  it('is replaced by a newer one, and read as it was written', async () => {
    const before = withAccepted([], [finding, { ...finding, what: 'other' }], until);
    const after = withAccepted(before, [finding], { reason: 'longer', expires: '2028-01-01' });
    expect(after.map(({ what, expires }) => [what, expires])).toEqual([
      ['other', '2027-03-01'],
      [finding.what, '2028-01-01'],
    ]);
    const file = join(folder, 'written.yaml');
    await writeFile(file, renderBaseline(after));
    expect(readBaseline(file)).toEqual(after);
  });

  it.each([
    [
      'no reason',
      'accepted: [{ id: a, operation: b, what: c, expires: 2027-03-01 }]',
      /:1:12: accepted\.0\.reason is missing/,
    ],
    [
      'no day',
      'accepted: [{ id: a, operation: b, what: c, reason: d, expires: soon }]',
      /accepted\.0\.expires: a day is written as/,
    ],
    [
      'a typing error',
      'accepted:\n  - { id: a, operation: b, what: c, raeson: d, expires: 2027-03-01 }',
      /:2:37: accepted\.0\.raeson is not known; is reason meant/,
    ],
  ])('with %s is named with its place', async (_title, yaml, message) => {
    const file = join(folder, 'wrong.yaml');
    await writeFile(file, yaml);
    expect(() => readBaseline(file)).toThrow(message);
  });
});

describe('a run with a baseline', () => {
  it('accepts what is in it, says which are over, and which are met no more', async () => {
    await using sim = await createSimulator({ release: '1.0', clock: 'manual', fast: true });
    await using proxy = await createSpoilingProxy(sim.a.url, (answer) => {
      if (answer.status === 404) answer.status = 410;
    });
    const baseline = join(folder, 'baseline.yaml');
    const { report: before } = await run(sim.a, { through: proxy.url });
    expect(before.summary.verdict).toBe('does-not-conform');
    // What fails the run first.
    const met = before.findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
    const [first, ...others] = withAccepted([], met, { reason: 'known', expires: '2999-12-31' }) as [
      Acceptance,
      ...Acceptance[],
    ];
    expect(others).toHaveLength(before.findings.length - 1);
    const gone = { ...first, what: 'what is there no more' };
    await writeFile(baseline, renderBaseline([{ ...first, expires: '2020-01-01' }, ...others, gone]));
    const { report: after, printed } = await run(sim.a, { through: proxy.url, baseline });
    expect(after.summary.verdict).toBe('does-not-conform');
    expect(printed).toContain(`Accepted (${others.length})`);
    expect(printed).toMatch(/No longer accepted \(1\)\n.*until 2020-01-01: known/);
    expect(printed).toMatch(/In the baseline, but not found any more \(1\)\n.*what is there no more/);
    expect(after.findings).toMatchObject([{ id: first.id, what: first.what }]);
    expect(after.accepted).toHaveLength(others.length);
    expect([after.expired, after.unmet]).toMatchObject([[{ expires: '2020-01-01' }], [{ what: gone.what }]]);
    // A check of which everything is accepted has passed.
    const accepted = after.checks.filter((check) => check.accepted && check.findings.length === 0);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  });

  it('the baseline is written by a command, from a report', async () => {
    const report = join(folder, 'small.json');
    const baseline = join(folder, 'by-command.yaml');
    await writeFile(report, JSON.stringify(reported(finding, { ...finding, id: 'paging.total' })));
    const accept = (...flags: string[]) =>
      powerstoreContract(['baseline', report, '--reason', 'known', '--baseline', baseline, ...flags]);
    const written = await accept('--expires', '2999-12-31', '--finding', 'paging.total');
    expect([written.code, written.err]).toEqual([0, '']);
    expect(readBaseline(baseline)).toMatchObject([{ id: 'paging.total', reason: 'known', expires: '2999-12-31' }]);
    expect(await accept('--expires', '2020-01-01')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no day to come') as string,
    });
  });
});
