import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { examplesOf } from './pages.ts';
import type { Preparation } from './preparations.ts';
import { createStage, type Stage } from './run-example.ts';

const [program = ''] = examplesOf('packages/client/docs/within-rpo.md');
const hours = 3_600_000;
let stage: Stage;

beforeAll(async () => {
  stage = await createStage(new Map());
});

afterAll(() => stage[Symbol.asyncDispose]());

afterEach(() => {
  vi.restoreAllMocks();
});

/** The lines that the program of the page prints. */
async function linesAfter(prepare: Preparation): Promise<unknown[]> {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await stage.run('', program, prepare);
  return log.mock.calls.flat().toSorted();
}

it('reports nothing while everything is within its RPO, metro, synchronous and NAS sessions among it', async () => {
  expect(await linesAfter(async () => {})).toEqual([]);
});

it.each([-500, 500])('goes by the clock of the array: ours is %d hours ahead', async (ahead) => {
  const before = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => before + ahead * hours);
  expect(await linesAfter(async ({ sim }) => sim.clock.advance(5 * hours))).toEqual([]);
});

it('reports what is late or not in sync after the connection was lost', async () => {
  const lines = await linesAfter(async ({ sim }) => {
    sim.clock.advance(5 * hours);
    sim.link.cut();
    sim.clock.advance(2 * hours);
  });
  expect(lines).toEqual([
    expect.stringMatching(/^file_system [\w-]+: 1[2-7]\d minutes behind, and the RPO is 60 \(System_Paused\)$/),
    expect.stringMatching(/^file_system [\w-]+: 1[2-7]\d minutes behind, and the RPO is 60 \(System_Paused\)$/),
    expect.stringMatching(/^volume database: 1[2-4]\d minutes behind, and the RPO is 30 \(System_Paused\)$/),
    expect.stringMatching(/^volume erp-data: 12\d minutes behind, and the RPO is 5 \(System_Paused\)$/),
    expect.stringMatching(/^volume journal: the two sides are not in sync \(\w+\)$/),
    expect.stringMatching(/^volume metro-volume: the two sides are not in sync \(Fractured\)$/),
    expect.stringMatching(/^volume_group ledger: 1[2-4]\d minutes behind, and the RPO is 30 \(System_Paused\)$/),
  ]);
});

it.each([
  [{ last_sync_timestamp: null }, 'the array does not say when the last copy was made (OK)'],
  [{ replication_rule: { rpo: 'Two_Weeks' } }, 'the array does not say what its RPO is'],
  [{ replication_rule: null }, 'the array does not say what its RPO is'],
])('reports a session with %j as unknown', async (set, problem) => {
  const lines = await linesAfter(async ({ sim }) => {
    sim.faults.add({ operation: 'replication_session_collection_query', times: 1, effect: { body: { set } } });
  });
  expect(lines).toContain(`volume database: ${problem}`);
});
