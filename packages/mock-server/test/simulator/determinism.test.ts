import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions, type SavedState } from '../../src/index.js';
import { act, fileSystemsOf, idOf, list, minutes, seconds, send, finishTransitions } from '../helpers/pair.js';
import { connectionError } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;

/** Short, because a difference in a megabyte of text is unreadable. */
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

interface Seen {
  journal: string;
  state: string;
  entries: readonly unknown[];
}

const seen = (sim: Simulator): Seen => ({
  journal: digest(sim.journal),
  state: digest(sim.save()),
  entries: [...sim.journal],
});

/** A morning with many events, refused actions among them. */
async function morning(sim: Simulator): Promise<void> {
  const [erp, nas, metro, group] = [
    await idOf(sim, 'erp-data'),
    await idOf(sim, 'nas-home'),
    await idOf(sim, 'metro-plain'),
    await idOf(sim, 'sql-group'),
  ];
  const [file = ''] = await fileSystemsOf(sim, nas);
  await act(sim, 'a', erp, 'sync', undefined, { search: '?is_async=true' });
  sim.clock.advance(seconds);
  await act(sim, 'b', group, 'pause');
  await act(sim, 'a', metro, 'resume');
  sim.faults.add({ operation: 'replication_session_failover', effect: { job: 'fails' } });
  await act(sim, 'b', nas, 'failover', { is_planned: false });
  sim.clock.advance(7 * minutes);
  await act(sim, 'a', file, 'resume', undefined, { search: '?is_async=true' });
  sim.link.cut();
  await act(sim, 'b', metro, 'promote', {});
  sim.faults.add({ session: erp, effect: { transport: 'reset', carriedOut: true } });
  await connectionError(act(sim, 'b', erp, 'failover', { is_planned: false }));
  sim.clock.advance(30 * seconds);
  sim.link.heal();
  finishTransitions(sim);
  await sim.b.power('off');
  finishTransitions(sim);
  await sim.b.power('on');
  const [spare] = await list(sim, 'a', 'volume', 'select=id&name=eq.spare-a');
  const [policy] = await list(sim, 'a', 'policy', 'select=id,name&order=name&limit=1').catch(() => []);
  await send(sim, 'a', 'PATCH', `/volume/${String(spare?.['id'])}`, { protection_policy_id: policy?.['id'] ?? '' });
  sim.clock.advance(90 * minutes);
}

/** The events after the morning. */
async function afternoon(sim: Simulator): Promise<void> {
  const [ledger, group] = [await idOf(sim, 'ledger'), await idOf(sim, 'sql-group')];
  await act(sim, 'a', ledger, 'pause', undefined, { search: '?is_async=true' });
  await act(sim, 'a', group, 'resume');
  sim.clock.advance(13 * seconds);
  sim.link.cut();
  sim.clock.advance(5 * minutes);
  sim.link.heal();
  await act(sim, 'a', ledger, 'resume');
  sim.clock.advance(4 * 24 * 60 * minutes);
}

const idsIn = (sim: Simulator): string[] => sim.save().sessions.map(({ id }) => id);
const due = (sim: Simulator): unknown[] => sim.save().sessions.map(({ next }) => next?.at);

/** How many snapshots of promotions there are. */
const snapshots = async (sim: Simulator): Promise<number> =>
  (await list(sim, 'a', 'volume', 'select=id&name=ilike.Metro_Promote*')).length;

/** Everything that may differ without the journal that came before. */
const future = (sim: Simulator, since: number): string =>
  digest([sim.journal.slice(since), { ...sim.save(), journal: [] }]);

async function runOf(options: SimulatorOptions): Promise<Seen> {
  await using sim = await createSimulator({ ...manual, ...options });
  await morning(sim);
  return seen(sim);
}

describe('the same seed and the same calls', () => {
  it.each<SimulatorOptions>([
    {},
    { seed: 42, sessions: 20 },
    { transitions: 'immediate' },
    { transitions: { reads: 2 } },
    { release: '3.6' },
    { fast: false },
  ])('give the same journal and the same state, byte for byte (%j)', async (options) => {
    const [one, two] = [await runOf(options), await runOf(options)];
    expect(one.entries.length).toBeGreaterThan(40);
    expect(two.entries).toEqual(one.entries);
    expect([two.journal, two.state]).toEqual([one.journal, one.state]);
  });

  it('another seed gives other ids and other times', async () => {
    await using one = await createSimulator({ ...manual, seed: 1 });
    await using two = await createSimulator({ ...manual, seed: 2 });
    expect(idsIn(one)).toHaveLength(idsIn(two).length);
    expect(idsIn(one).filter((id) => idsIn(two).includes(id))).toEqual([]);
    expect(due(one)).not.toEqual(due(two));
    expect(one.save().sessions.map(({ name }) => name)).toEqual(two.save().sessions.map(({ name }) => name));
  });

  it('the default seed is 1', async () => {
    await using one = await createSimulator(manual);
    await using two = await createSimulator({ ...manual, seed: 1 });
    expect(seen(one)).toEqual(seen(two));
  });

  it('no id is given twice', async () => {
    await using sim = await createSimulator({ ...manual, sessions: 300 });
    const ids = sim.save().sessions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('reading changes nothing', async () => {
    await using one = await createSimulator(manual);
    await using two = await createSimulator(manual);
    for (const resource of ['job', 'replication_session', 'volume', 'policy', 'cluster'])
      await send(one, 'a', 'GET', `/${resource}?select=*`);
    for (const sim of [one, two]) sim.clock.advance(20 * minutes);
    expect(future(one, one.journal.length)).toBe(future(two, two.journal.length));
  });

  it('time passes the same in one step as in many', async () => {
    await using one = await createSimulator(manual);
    await using two = await createSimulator(manual);
    one.clock.advance(40 * minutes);
    for (let count = 0; count < 2400; count += 1) two.clock.advance(seconds);
    expect(seen(one)).toEqual(seen(two));
  });
});

describe('save() and load()', () => {
  it.each<SimulatorOptions>([{}, { transitions: { reads: 2 } }, { transitions: 'immediate' }, { release: '4.0' }])(
    'in another simulator give the same future (%j)',
    async (options) => {
      await using one = await createSimulator({ ...manual, ...options });
      await using two = await createSimulator({ ...manual, ...options, seed: 99 });
      await morning(one);
      // Right in the middle of things.
      await act(one, 'a', await idOf(one, 'web-content'), 'pause');
      await act(one, 'b', await idOf(one, 'web-content'), 'sync');
      await act(one, 'a', await idOf(one, 'metro-group'), 'pause');
      await act(one, 'a', await idOf(one, 'metro-witnessed'), 'pause');
      const kept = JSON.stringify(one.save());
      two.load(JSON.parse(kept) as SavedState);
      expect(digest(two.save())).toBe(digest(JSON.parse(kept)));
      const since = one.journal.length;
      expect(two.journal).toHaveLength(since);
      await afternoon(one);
      await afternoon(two);
      expect(two.journal.slice(since)).toEqual(one.journal.slice(since));
      expect(future(two, since)).toBe(future(one, since));
    },
  );

  it('a saved state is a copy, either way', async () => {
    await using sim = await createSimulator(manual);
    const [kept, before] = [sim.save(), digest(sim.save())];
    sim.link.cut();
    sim.clock.advance(10 * minutes);
    expect(digest(kept)).toBe(before);
    sim.load(kept);
    sim.clock.advance(10 * minutes);
    sim.link.cut();
    expect(digest(kept)).toBe(before);
  });

  it('a snapshot that expires is deleted in the other simulator too', async () => {
    await using one = await createSimulator(manual);
    await using two = await createSimulator({ ...manual, seed: 5 });
    const metro = await idOf(one, 'metro-plain');
    await act(one, 'a', metro, 'pause');
    finishTransitions(one);
    await act(one, 'a', metro, 'promote', {});
    two.load(one.save());
    expect([await snapshots(one), await snapshots(two)]).toEqual([1, 1]);
    for (const sim of [one, two]) sim.clock.advance(3 * 24 * 60 * minutes);
    expect([await snapshots(one), await snapshots(two)]).toEqual([0, 0]);
  });

  it('keeps an array that is off, and a link that is cut', async () => {
    await using sim = await createSimulator(manual);
    sim.link.cut();
    await sim.b.power('off');
    const kept = sim.save();
    sim.reset();
    expect([sim.link.up, sim.b.powered]).toEqual([true, true]);
    sim.load(kept);
    expect([sim.link.up, sim.a.powered, sim.b.powered]).toEqual([false, true, false]);
  });
});

describe('reset()', () => {
  it('is as at the start, and goes on as from there', async () => {
    await using sim = await createSimulator({ ...manual, faults: [{ session: 'none', effect: { status: 500 } }] });
    const start = seen(sim);
    await morning(sim);
    const first = seen(sim);
    sim.reset();
    expect(seen(sim)).toEqual(start);
    expect(sim.clock.now).toBe(Date.UTC(2026, 0, 1));
    expect(sim.faults.list()).toMatchObject([{ number: 1, hits: 0 }]);
    await morning(sim);
    expect(seen(sim)).toEqual(first);
  });
});

describe('the journal', () => {
  it('keeps the last 20,000 entries at least, and twice as many at most', async () => {
    await using sim = await createSimulator({ ...manual, sessions: 400 });
    let largest = 0;
    for (let hour = 0; hour < 12; hour += 1) {
      sim.clock.advance(60 * minutes);
      largest = Math.max(largest, sim.journal.length);
      expect(sim.journal.length).toBeLessThanOrEqual(40_000);
    }
    expect(largest).toBeGreaterThan(20_000);
    expect(sim.journal.length).toBeGreaterThanOrEqual(20_000);
    // Not the first ones any more, and in order.
    expect(sim.journal[0]?.time).not.toMatch(/^2026-01-01T00:/);
    const times = sim.journal.map(({ time }) => time);
    expect(digest(times)).toBe(digest(times.toSorted()));
    expect(sim.journal.at(-1)?.time).toMatch(/^2026-01-01T1[12]:/);
  });
});
