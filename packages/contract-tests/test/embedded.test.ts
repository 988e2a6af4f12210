// The command line as a user first runs it: a process, which checks the embedded simulator, Prism and all.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '@powerstore-api/types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReport } from '../src/index.js';
import { powerstoreContract, startPowerstoreContract } from './helpers/command-line.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-embedded-'));
});
afterAll(() => rm(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

it('checks all operations of the embedded simulator, and diff sees no change from one run to the same', async () => {
  const reports = ['--html', '--json', '--junit', '--markdown'].flatMap((flag) => [flag, path(`embedded${flag}`)]);
  const { code, out, err } = await startPowerstoreContract(reports).ended;
  expect(code, err).toBe(0);
  // Only standard error names the array.
  expect(err).toMatch(/^simulator, array a: 127\.0\.0\.1:\d+, array-a, PS\w+, release 4\.4\.0\.0\n/);
  expect(out).not.toMatch(/127\.0\.0\.1|array-a|PS[\da-f]{10}/);
  expect(out).toMatch(/\nauthentication \(simulator, array a\)\n {2}✓ auth\.login /);
  expect(out).toMatch(/\nCoverage\n {2}statuses +\d+ of +\d+ that a disruptive run can see/);
  expect(out).toContain('Conforms to the contract.');
  const { coverage, checks, findings, notRestored, summary } = readReport(path('embedded--json'));
  expect(summary.verdict).toBe('conforms');
  expect([findings, notRestored]).toEqual([[], undefined]);
  const seen = coverage.filter(({ by }) => by.length > 0).map(({ item }) => item);
  for (const operationId of Object.keys(operations)) {
    // The simulator has no hosts, and no mapping to read.
    const status = operationId === 'host_volume_mapping_instance_query' ? '4' : '2';
    expect(seen).toContainEqual(expect.stringContaining(`status ${operationId} ${status}`));
  }
  // Every row of the state table, and every documented status of the twelve operations.
  const wanted = coverage
    .map(({ item }) => item)
    .filter((one) => /^(transition|status replication_session_)/.test(one));
  expect(wanted.filter((one) => one.startsWith('transition'))).toHaveLength(21);
  expect(wanted.filter((one) => !seen.includes(one))).toEqual([]);
  expect(out).toMatch(new RegExp(`\n${summary.outcomes.passed} passed, 0 failed`));
  const xml = await readFile(path('embedded--junit'), 'utf8');
  expect(xml).toContain(`tests="${checks.length}" failures="0" errors="0"`);
  expect(await readFile(path('embedded--html'), 'utf8')).toContain('<h1 class="verdict conforms">');
  expect(await readFile(path('embedded--markdown'), 'utf8')).toMatch(/^## ✅ Conforms/);

  const same = await powerstoreContract(['diff', path('embedded--json'), path('embedded--json')]);
  expect(same).toMatchObject({ code: 0, err: '' });
  expect(same.out).toMatch(/\nNothing got worse: 0 new findings, 0 resolved/);
});
