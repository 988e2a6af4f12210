// The clock of both arrays: its time in answers, its bounds, and years that pass at once.
import { expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator, type TransitionMode } from '../../src/index.js';
import { act, done, idOf, list, minutes, seconds, send } from '../helpers/pair.js';

const erp: SessionSpec = { name: 'erp-data' };

const world = (sessions: readonly SessionSpec[] = [erp], transitions: TransitionMode = 'timed') =>
  createSimulator({ clock: 'manual', fast: true, sessions, transitions });

const dateOf = async (sim: Simulator, target: string) =>
  Date.parse((await send(sim, 'b', 'GET', target)).headers.get('date') ?? '');

test('every answer has its time as Date, and cluster.system_time is the same', async () => {
  await using sim = await world();
  const id = await idOf(sim, 'erp-data');
  for (const step of [0, 90 * seconds, 40 * 365 * 24 * 60 * minutes]) {
    sim.clock.advance(step);
    for (const target of ['/cluster', '/nowhere', '/volume?select=nothing', `/replication_session/${id}`])
      expect([target, await dateOf(sim, target)]).toEqual([target, sim.clock.now]);
    const [cluster] = await list(sim, 'b', 'cluster', 'select=system_time');
    expect(Date.parse(String(cluster?.['system_time']))).toBe(sim.clock.now);
  }
  expect(Date.parse((await act(sim, 'a', id, 'pause')).headers.get('date') ?? '')).toBe(sim.clock.now);
  sim.faults.add({ effect: { status: 503 } });
  expect(await dateOf(sim, '/cluster')).toBe(sim.clock.now);
});

test('a clock that runs faster has a later Date with each answer', async () => {
  await using sim = await createSimulator({ clock: { speed: 1_000_000 }, fast: true, sessions: [] });
  const before = sim.clock.now;
  const first = await dateOf(sim, '/cluster');
  const after = sim.clock.now;
  // Date has no fraction of a second.
  expect(first).toBeGreaterThan(before - 1000);
  expect(first).toBeLessThanOrEqual(after);
  expect(after - before).toBeGreaterThan(0);
});

test.each(['timed', 'immediate'] as const)('%s: a month at once is as a month in days', async (transitions) => {
  const after = async (steps: number) => {
    await using sim = await world(
      [
        erp,
        { name: 'web-content', source: 'b', rpo: 'Fifteen_Minutes' },
        { name: 'nas-home', kind: 'nas_server', parts: 2 },
        { name: 'archive', rpo: 'One_Day' },
        { name: 'ledger', type: 'Synchronous' },
        { name: 'old-copy' },
      ],
      transitions,
    );
    await done(sim, 'a', await idOf(sim, 'old-copy'), 'pause');
    for (let step = 0; step < steps; step += 1) sim.clock.advance((30 * 24 * 60 * minutes) / steps);
    const rows = {
      a: await list(sim, 'a', 'replication_session', 'order=id'),
      b: await list(sim, 'b', 'replication_session', 'order=id'),
    };
    // The newest 20,000 events are kept in any case.
    return { rows, journal: sim.journal.filter(({ kind }) => kind === 'state').slice(-20_000) };
  };
  const [atOnce, inDays] = [await after(1), await after(30)];
  expect(atOnce.rows).toEqual(inDays.rows);
  // Events of the same moment have no order.
  const sorted = ({ journal }: typeof atOnce) =>
    journal.map(({ time: at, array, resource, text }) => `${at} ${array} ${resource} ${text}`).toSorted();
  expect(sorted(atOnce)).toEqual(sorted(inDays));
  expect(atOnce.journal).toHaveLength(20_000);
});

test('five years of thirty sessions are skipped, not carried out one by one', async () => {
  const thirty = Array.from({ length: 30 }, (_, at): SessionSpec => ({ name: `volume-${at}` }));
  await using sim = await world(thirty);
  const before = sim.save().lastSequenceNumber;
  const journal = sim.journal.length;
  sim.clock.advance(5 * 365 * 24 * 60 * minutes);
  // A cycle takes two numbers: one for itself, and one for the next one. There were more than 15 million cycles.
  expect(sim.save().lastSequenceNumber - before).toBeLessThan(30_000);
  expect(sim.journal.length).toBeGreaterThanOrEqual(journal + 20_000);
  for (const { last_sync_timestamp: last } of await list(sim, 'b', 'replication_session', 'select=*'))
    expect(sim.clock.now - Date.parse(String(last))).toBeLessThanOrEqual(5 * minutes + 8 * seconds);
  // No cycle is missing from the journal since its first event.
  const ends = sim.journal.filter(
    ({ array, resource, text }) => array === 'a' && resource === 'volume-0' && text === 'Synchronizing → OK',
  );
  const distances = ends.slice(1).map(({ time: at }, index) => Date.parse(at) - Date.parse(ends[index]?.time ?? ''));
  expect(distances.length).toBeGreaterThan(100);
  expect(Math.max(...distances)).toBeLessThanOrEqual(5 * minutes + 8 * seconds);
  expect(new Set(distances).size).toBeGreaterThan(1);
});

test('a clock is not faster than a million', async () => {
  await expect(createSimulator({ clock: { speed: 1e12 } })).rejects.toThrow(/clock\.speed.*1000000/);
  await using sim = await createSimulator({ clock: { speed: 1_000_000 }, fast: true });
  for (let read = 0; read < 20; read += 1) expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
});
