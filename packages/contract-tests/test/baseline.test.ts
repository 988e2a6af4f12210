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
const until = { reason: 'known to the vendor', expires: '2027-03-01' };

describe('an entry', () => {
  it('accepts the finding that it identifies, until its day', () => {
    const [entry] = withAccepted([], [finding], until) as [Acceptance];
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
    const [entry] = withAccepted([], [finding], until) as [Acceptance];
    const { message: _message, ...silent } = entry;
    const reworded = { ...finding, message: 'VolumeState has a literal that no document has: Dreaming.' };
    for (const one of [entry, silent]) expect(acceptanceOf(reworded, [one], '2027-01-01')).toBe(one);
    expect(withAccepted([entry], [reworded], until)).toEqual([{ ...entry, message: reworded.message }]);
  });

  it('is replaced by a newer one, and read as it was written', async () => {
    const before = withAccepted([], [finding, { ...finding, subject: 'Waking' }], until);
    const after = withAccepted(before, [finding], { reason: 'longer', expires: '2028-01-01' });
    expect(after.map(({ subject, expires }) => [subject, expires])).toEqual([
      ['Waking', '2027-03-01'],
      ['Dreaming', '2028-01-01'],
    ]);
    const file = join(folder, 'written.yaml');
    await writeFile(file, renderBaseline(after));
    expect(readBaseline(file)).toEqual(after);
  });

  it.each([
    [
      'no reason',
      'accepted: [{ id: a, operation: b, status: 200, expires: 2027-03-01 }]',
      /:1:12: accepted\.0\.reason is missing/,
    ],
    [
      'no day',
      'accepted: [{ id: a, operation: b, status: 200, reason: d, expires: soon }]',
      /accepted\.0\.expires: a day is written as/,
    ],
    [
      'a typing error',
      'accepted:\n  - { id: a, operation: b, status: 200, raeson: d, expires: 2027-03-01 }',
      /:2:41: accepted\.0\.raeson is not known; did you mean reason\?/,
    ],
    [
      'a text in place of an identity',
      'accepted: [{ id: a, operation: b, what: c, reason: d, expires: 2027-03-01 }]',
      /:1:35: accepted\.0\.what: .* by their text.*Delete the file, run again with --json, and write it anew with powerstore-contract baseline$/m,
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
    // Errors first.
    const met = before.findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
    const [first, ...others] = withAccepted([], met, { reason: 'known', expires: '2999-12-31' }) as [
      Acceptance,
      ...Acceptance[],
    ];
    expect(others).toHaveLength(before.findings.length - 1);
    const resolved = { ...first, subject: 'resolved', message: 'A fault that somebody has mended.' };
    await writeFile(baseline, renderBaseline([{ ...first, expires: '2020-01-01' }, ...others, resolved]));
    const { report: after, printed } = await run(sim.a, { through: proxy.url, baseline });
    expect(after.summary.verdict).toBe('does-not-conform');
    expect(printed).toContain(`Accepted (${others.length})`);
    expect(printed).toMatch(/No longer accepted \(1\)\n.*until 2020-01-01: known/);
    expect(printed).toMatch(/In the baseline, but not found any more \(1\)\n.*A fault that somebody has mended\./);
    expect(after.findings).toMatchObject([{ id: first.id, operation: first.operation, message: first.message }]);
    expect(after.accepted).toHaveLength(others.length);
    expect([after.expired, after.unmet]).toMatchObject([[{ expires: '2020-01-01' }], [{ subject: 'resolved' }]]);
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
    const help = await powerstoreContract(['baseline', '--help']);
    expect(help.out.match(/\(required\)/g)).toHaveLength(2);
    for (const [day, message] of [
      ['2020-01-01', '--expires 2020-01-01 is in the past. Name today or a later day.'],
      ['soon', '--expires soon is not a day. Write it as 2027-03-01.'],
    ] as const)
      expect(await accept('--expires', day)).toMatchObject({ code: 2, err: `Could not run: ${message}\n` });
  });
});
