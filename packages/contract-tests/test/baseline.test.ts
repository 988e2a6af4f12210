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
import { createTamperingProxy } from './helpers/tampering-proxy.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-baseline-'));
});
afterAll(() => rm(folder, { recursive: true }));

const finding: Finding = {
  id: 'literal.unknown',
  severity: 'note',
  operation: 'volume_collection_query',
  request: 'GET /volume',
  status: 200,
  subject: 'Dreaming',
  message: 'The contract does not know VolumeState.Dreaming.',
  remedy: 'x',
  place: 'components/schemas/VolumeStateEnum',
};
/** Findings as a report has them. */
const found = (...findings: Finding[]) => reported(...findings).findings;

const until = { reason: 'known to the vendor', expires: '2027-03-01' };

/** One fault at several places. */
const spread = (...operations: Finding['operation'][]): Finding[] =>
  operations.map((operation) => ({
    ...finding,
    id: 'body.encoding',
    subject: 'byte-order-mark',
    operation,
    message: 'The array begins its body with a byte order mark.',
  }));

describe('an entry', () => {
  it('accepts the finding that it identifies, until its day', () => {
    const [entry] = withAccepted([], found(finding), until) as [Acceptance];
    expect(acceptanceOf(finding, [entry], '2027-03-01')).toBe(entry);
    expect(acceptanceOf(finding, [entry], '2027-03-02')).toBeUndefined();
    for (const other of [
      { id: 'attribute.unknown' },
      { operation: 'volume_instance_query' as const },
      { status: 206 },
      { subject: 'Waking' },
      { place: 'components/schemas/VolumeTypeEnum' },
    ])
      expect(acceptanceOf({ ...finding, ...other }, [entry], '2027-01-01')).toBeUndefined();
  });

  it('accepts a reworded message, with or without a message of its own', () => {
    const [entry] = withAccepted([], found(finding), until) as [Acceptance];
    const { message: _message, ...silent } = entry;
    const reworded = { ...finding, message: 'VolumeState has a literal that no document has: Dreaming.' };
    for (const one of [entry, silent]) expect(acceptanceOf(reworded, [one], '2027-01-01')).toBe(one);
    expect(withAccepted([entry], found(reworded), until)).toEqual([{ ...entry, message: reworded.message }]);
  });

  it('is replaced by a newer one, and read as it was written', async () => {
    const before = withAccepted([], found(finding, { ...finding, subject: 'Waking' }), until);
    const after = withAccepted(before, found(finding), { reason: 'longer', expires: '2028-01-01' });
    expect(after.map(({ places, expires }) => [places?.map(({ subject }) => subject), expires])).toEqual([
      [['Waking'], '2027-03-01'],
      [['Dreaming'], '2028-01-01'],
    ]);
    const file = join(folder, 'written.yaml');
    await writeFile(file, renderBaseline(after));
    expect(readBaseline(file)).toEqual(after);
  });

  it('is one for all places of a finding, and no other place is accepted', () => {
    const [here, there, joined] = spread('volume_collection_query', 'policy_collection_query', 'job_collection_query');
    if (!here || !there || !joined) throw new Error('three places are wanted');
    const [entry, ...others] = withAccepted([], found(here, there), until) as [Acceptance];
    expect(others).toEqual([]);
    for (const one of [here, there]) expect(acceptanceOf(one, [entry], '2027-01-01')).toBe(entry);
    expect(acceptanceOf(joined, [entry], '2027-01-01')).toBeUndefined();
    // The place that joined gets an entry of its own; a place that is accepted anew leaves the older entry.
    const later = withAccepted([entry], found(joined, there), { ...until, reason: 'later' });
    expect(later.map(({ reason, places }) => [reason, places?.map(({ operation }) => operation)])).toEqual([
      [until.reason, ['volume_collection_query']],
      ['later', ['job_collection_query', 'policy_collection_query']],
    ]);
  });

  it('accepts a finding everywhere where it says so, and no other of its kind', () => {
    const [here, joined] = spread('volume_collection_query', 'job_collection_query');
    if (!here || !joined) throw new Error('two places are wanted');
    const [entry] = withAccepted([], found(here), { ...until, everywhere: true }) as [Acceptance];
    expect(entry).toMatchObject({ id: 'body.encoding', common: 'byte-order-mark', everywhere: true });
    expect(acceptanceOf(joined, [entry], '2027-03-01')).toBe(entry);
    expect(acceptanceOf(joined, [entry], '2027-03-02')).toBeUndefined();
    expect(acceptanceOf({ ...joined, subject: 'charset' }, [entry], '2027-01-01')).toBeUndefined();
    expect(acceptanceOf({ ...joined, id: 'body.media-type' }, [entry], '2027-01-01')).toBeUndefined();
  });

  it.each([
    [
      'neither places nor everywhere',
      'accepted: [{ id: a, reason: d, expires: 2027-03-01 }]',
      /an entry has either its places, or everywhere: true/,
    ],
    [
      'the place of an older version',
      'accepted: [{ id: a, operation: b, status: 200, reason: d, expires: 2027-03-01 }]',
      /accepted\.0\.operation: this version has the places of a finding as a list, places\. Delete the file/,
    ],
    [
      'no reason',
      'accepted: [{ id: a, everywhere: true, expires: 2027-03-01 }]',
      /:1:12: accepted\.0\.reason is missing/,
    ],
    [
      'no day',
      'accepted: [{ id: a, everywhere: true, reason: d, expires: soon }]',
      /accepted\.0\.expires: a day is written as/,
    ],
    [
      'a typing error',
      'accepted:\n  - { id: a, everywhere: true, raeson: d, expires: 2027-03-01 }',
      /:2:32: accepted\.0\.raeson is not known; did you mean reason\?/,
    ],
    [
      'a text in place of an identity',
      'accepted: [{ id: a, everywhere: true, what: c, reason: d, expires: 2027-03-01 }]',
      /:1:39: accepted\.0\.what: .* by their text.*Delete the file, run again with --json, and write it anew with powerstore-contract baseline$/m,
    ],
  ])('with %s is named with its place', async (_title, yaml, message) => {
    const file = join(folder, 'wrong.yaml');
    await writeFile(file, yaml);
    expect(() => readBaseline(file)).toThrow(message);
  });
});

describe('a run with a baseline', () => {
  it('accepts what is in it, and names the entries that have expired or have no finding', async () => {
    await using sim = await createSimulator({ release: '1.0', clock: 'manual', fast: true });
    await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
      if (answer.status === 404) answer.status = 410;
    });
    const baseline = join(folder, 'baseline.yaml');
    const { report: before } = await run(sim.a, { through: proxy.url });
    expect(before.summary.verdict).toBe('does-not-conform');
    // One status at many places is one finding, and one entry.
    expect(before.findings.map(({ id }) => id)).toEqual(['status.undocumented']);
    const forLong = { reason: 'known', expires: '2999-12-31' };
    const [entry] = withAccepted([], before.findings, forLong) as [Acceptance];
    const [place, ...others] = entry.places ?? [];
    if (!place || others.length === 0) throw new Error('the finding has fewer than two places');
    const resolved = {
      ...entry,
      places: [{ ...place, subject: 'resolved' }],
      message: 'A fault that somebody has mended.',
    };
    const expired = { ...entry, places: [place], expires: '2020-01-01' };
    await writeFile(baseline, renderBaseline([expired, { ...entry, places: others }, resolved]));
    const { report: after, printed } = await run(sim.a, { through: proxy.url, baseline });
    expect(after.summary.verdict).toBe('does-not-conform');
    expect(printed).toMatch(/Accepted \(1\)\n.* \(\d+ places\)/);
    expect(printed).toMatch(/No longer accepted \(1\)\n.*until 2020-01-01: known/);
    expect(printed).toMatch(/In the baseline, but not found any more \(1\)\n.*A fault that somebody has mended\./);
    expect(after.findings).toMatchObject([{ id: entry.id, operation: place.operation, places: [place] }]);
    expect(after.accepted).toMatchObject([{ id: entry.id, places: others }]);
    expect([after.expired, after.unmet]).toMatchObject([
      [{ expires: '2020-01-01', places: [place] }],
      [{ places: [{ subject: 'resolved' }] }],
    ]);
    // A check passes when all of its findings are accepted.
    const accepted = after.checks.filter((check) => check.accepted && check.findings.length === 0);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  });

  it('comes from a report, by the command baseline', async () => {
    const report = join(folder, 'small.json');
    const baseline = join(folder, 'by-command.yaml');
    await writeFile(report, JSON.stringify(reported(finding, { ...finding, id: 'paging.total' })));
    const accept = (...flags: string[]) =>
      powerstoreContract(['baseline', report, '--reason', 'known', '--baseline', baseline, ...flags]);
    const written = await accept('--expires', '2999-12-31', '--finding', 'paging.total');
    expect([written.code, written.err]).toEqual([0, '']);
    expect(readBaseline(baseline)).toMatchObject([{ id: 'paging.total', reason: 'known', expires: '2999-12-31' }]);
    expect((await accept('--expires', '2999-12-31', '--everywhere')).out).toContain('which now has 2 entries.');
    expect(readBaseline(baseline)).toMatchObject([{ id: 'literal.unknown', everywhere: true }, { everywhere: true }]);
    const help = await powerstoreContract(['baseline', '--help']);
    expect(help.out.match(/\(required\)/g)).toHaveLength(2);
    for (const [day, message] of [
      ['2020-01-01', '--expires 2020-01-01 is in the past. Name today or a later day.'],
      ['soon', '--expires soon is not a day. Write it as 2027-03-01.'],
    ] as const)
      expect(await accept('--expires', day)).toMatchObject({ code: 2, err: `Could not run: ${message}\n` });
  });
});
