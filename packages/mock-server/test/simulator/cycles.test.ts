// How sessions synchronize by themselves as time passes, and how time passes.
import { describe, expect, test } from 'vitest';
import { createSimulator, InputError, type SessionSpec, type Simulator, type TransitionMode } from '../../src/index.js';
import { accepted, jobOf, jobState, protect, until } from '../helpers/look.js';
import {
  act,
  both,
  done,
  fileSystemsOf,
  idOf,
  instance,
  list,
  minutes,
  type Row,
  seconds,
  send,
  session,
  finishTransitions,
  states,
  watch,
} from '../helpers/pair.js';

const erp: SessionSpec = { name: 'erp-data' };

const world = (sessions: readonly SessionSpec[] = [erp], transitions: TransitionMode = 'timed') =>
  createSimulator({ clock: 'manual', fast: true, sessions, transitions });

const time = (row: Row | undefined, attribute: string): number => {
  const text = row?.[attribute];
  if (typeof text !== 'string') throw new TypeError(`${attribute} is ${String(text)}`);
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/);
  return Date.parse(text);
};

async function source(sim: Simulator, id: string): Promise<Row | undefined> {
  const { a, b } = await session(sim, id);
  return a?.['role'] === 'Source' ? a : b;
}

/** Lets time pass until just after a cycle has ended, and gives the row of its source. */
async function afterCycle(sim: Simulator, id: string): Promise<Row | undefined> {
  const due = time(await source(sim, id), 'next_sync_timestamp');
  sim.clock.advance(Math.max(0, due - sim.clock.now));
  expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
  await until(sim, 'a', id, 'OK');
  return source(sim, id);
}

/** The state after a day that passes in this many steps. */
const shownAfter = async (steps: number) => {
  await using sim = await world([erp, { name: 'web-content', source: 'b', rpo: 'Fifteen_Minutes' }]);
  const length = (24 * 60 * minutes) / steps;
  for (let step = 0; step < steps; step += 1) sim.clock.advance(length);
  return await list(sim, 'a', 'replication_session', 'order=id');
};

/** One session, whose cycles are too far apart to disturb, and a clock that runs at this speed. */
const running = (speed: number) =>
  createSimulator({ clock: { speed }, fast: true, sessions: [{ name: 'erp-data', rpo: 'One_Day' }] });

/** Slow enough that nothing is over by the next request: two seconds of the arrays take half an hour. */
const slowly = 0.001;

describe('cycles', () => {
  test.each([
    ['Five_Minutes', 5],
    ['Fifteen_Minutes', 15],
    ['Thirty_Minutes', 30],
    ['One_Hour', 60],
    ['Six_Hours', 6 * 60],
    ['Twelve_Hours', 12 * 60],
    ['One_Day', 24 * 60],
  ] as const)('%s: the next one is due after 80 percent of it', async (rpo, objective) => {
    const length = 0.8 * objective;
    await using sim = await world([{ name: 'erp-data', rpo }]);
    const id = await idOf(sim, 'erp-data');
    const first = await source(sim, id);
    expect(time(first, 'next_sync_timestamp')).toBe(time(first, 'last_sync_timestamp') + length * minutes);
    const due = time(first, 'next_sync_timestamp');
    expect(due).toBeGreaterThan(sim.clock.now);

    sim.clock.advance(due - sim.clock.now - 1);
    expect(await states(sim, id)).toBe('OK / OK');
    sim.clock.advance(1);
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    await until(sim, 'a', id, 'OK');

    const second = await source(sim, id);
    const duration = Number(second?.['last_sync_duration']);
    expect(time(second, 'last_sync_timestamp')).toBe(due + duration);
    expect(time(second, 'next_sync_timestamp')).toBe(due + duration + length * minutes);
    // Copying takes two to eight seconds.
    expect(duration).toBeGreaterThanOrEqual(2000);
    expect(duration).toBeLessThanOrEqual(8000);
  });

  test('both arrays tell the same of them', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    await afterCycle(sim, id);
    const { a, b } = await session(sim, id);
    for (const attribute of ['last_sync_timestamp', 'last_sync_duration', 'next_sync_timestamp'])
      expect([attribute, b?.[attribute]]).toEqual([attribute, a?.[attribute]]);
  });

  test.each(['a', 'b'] as const)('progress is shown by the source, %s, and when it ends by both', async (site) => {
    await using sim = await world([{ name: 'erp-data', source: site }]);
    const id = await idOf(sim, 'erp-data');
    expect(await both(sim, id, 'progress_percentage')).toBe('null / null');
    expect(await both(sim, id, 'estimated_completion_timestamp')).toBe('null / null');
    await done(sim, site, id, 'sync');
    const began = sim.clock.now;
    const { a } = await session(sim, id);
    const end = time(a, 'estimated_completion_timestamp');
    expect(end).toBeGreaterThan(began);

    const seen: number[] = [];
    for (let step = 0; step < 4; step += 1) {
      const rows = await session(sim, id);
      const [mine, others] = site === 'a' ? [rows.a, rows.b] : [rows.b, rows.a];
      expect(mine?.['state']).toBe('Synchronizing');
      expect(others?.['progress_percentage']).toBeNull();
      expect(time(others, 'estimated_completion_timestamp')).toBe(time(mine, 'estimated_completion_timestamp'));
      seen.push(Number(mine?.['progress_percentage']));
      sim.clock.advance((end - began) / 4);
    }
    expect(seen).toEqual([0, 25, 50, 75]);
    expect(sim.clock.now).toBe(end);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'progress_percentage')).toBe('null / null');
    expect(await both(sim, id, 'estimated_completion_timestamp')).toBe('null / null');
  });

  test('a whole day of one session', async () => {
    await using sim = await world([{ name: 'erp-data', rpo: 'Thirty_Minutes' }]);
    const id = await idOf(sim, 'erp-data');
    const begun = sim.clock.now;
    const day = 24 * 60 * minutes;
    const ends: number[] = [];
    while (sim.clock.now < begun + day) {
      const row = await source(sim, id);
      const last = time(row, 'last_sync_timestamp');
      if (last > begun && last !== ends.at(-1)) ends.push(last);
      // Never older than its objective and the time one copy takes.
      expect(sim.clock.now - last).toBeLessThanOrEqual(30 * minutes + 8 * seconds);
      sim.clock.advance(10 * minutes);
    }
    const distances = ends.slice(1).map((end, index) => end - Number(ends[index]));
    expect(distances.length).toBeGreaterThanOrEqual(58);
    for (const distance of distances) {
      expect(distance).toBeGreaterThanOrEqual(24 * minutes + 2 * seconds);
      expect(distance).toBeLessThanOrEqual(24 * minutes + 8 * seconds);
    }
  });

  test('a day at once is as a day in steps', async () => {
    const atOnce = await shownAfter(1);
    expect(atOnce).toHaveLength(2);
    expect(await shownAfter(96)).toEqual(atOnce);
  });

  test('an intermediate sync moves the next one', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    const before = time(await source(sim, id), 'next_sync_timestamp');
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    const row = await source(sim, id);
    expect(time(row, 'last_sync_timestamp')).toBeGreaterThanOrEqual(sim.clock.now - 40 * seconds);
    expect(time(row, 'next_sync_timestamp')).toBe(time(row, 'last_sync_timestamp') + 4 * minutes);
    expect(time(row, 'next_sync_timestamp')).toBeGreaterThan(before);
  });

  test.each([
    ['Paused', 'pause'],
    ['Failed_Over', 'failover'],
  ])('none begins while it is %s', async (state, action) => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, action);
    finishTransitions(sim);
    const last = (await source(sim, id))?.['last_sync_timestamp'];
    const shown = await watch(sim, id, { during: 12 * minutes, step: 2 * seconds });
    expect(shown).toEqual({ a: state, b: state });
    expect((await source(sim, id))?.['last_sync_timestamp']).toBe(last);
  });

  test('they begin again after resume', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    sim.clock.advance(20 * minutes);
    await done(sim, 'a', id, 'resume');
    await until(sim, 'a', id, 'OK');
    const shown = await watch(sim, id, { during: 12 * minutes, step: 2 * seconds });
    expect(shown.a).toMatch(/^(OK → )?Synchronizing → OK/);
    expect(shown.b).toBe(shown.a);
  });

  test('after failover and reprotect the other direction has them', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'failover', { reverse: true });
    await until(sim, 'a', id, 'OK');
    const { b } = await session(sim, id);
    expect(b?.['role']).toBe('Source');
    sim.clock.advance(time(b, 'next_sync_timestamp') - sim.clock.now + seconds);
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    expect(await both(sim, id, 'progress_percentage')).toMatch(/^null \/ \d+$/);
  });

  test('synchronous and metro sessions have none', async () => {
    await using sim = await world([
      { name: 'ledger', type: 'Synchronous' },
      { name: 'metro-plain', type: 'Metro_Active_Active' },
    ]);
    for (const name of ['ledger', 'metro-plain']) {
      const id = await idOf(sim, name);
      for (const attribute of ['next_sync_timestamp', 'progress_percentage', 'estimated_completion_timestamp'])
        expect([name, await both(sim, id, attribute)]).toEqual([name, 'null / null']);
      const shown = await watch(sim, id, { during: 12 * minutes, step: 5 * seconds });
      expect([name, shown]).toEqual([name, { a: 'OK', b: 'OK' }]);
      expect((await act(sim, 'a', id, 'sync')).status).toBe(400);
    }
  });

  test('a NAS server has no times of its own, its file systems have', async () => {
    await using sim = await world([{ name: 'nas-home', kind: 'nas_server', parts: 2 }]);
    const id = await idOf(sim, 'nas-home');
    const files = await fileSystemsOf(sim, id);
    expect(files).toHaveLength(2);
    sim.clock.advance(20 * minutes);
    const { a } = await session(sim, id);
    for (const attribute of [
      'last_sync_timestamp',
      'next_sync_timestamp',
      'last_sync_duration',
      'progress_percentage',
      'estimated_completion_timestamp',
    ])
      expect([attribute, a?.[attribute]]).toEqual([attribute, null]);
    for (const file of files) {
      const row = await source(sim, file);
      expect(sim.clock.now - time(row, 'last_sync_timestamp')).toBeLessThanOrEqual(5 * minutes + 8 * seconds);
      expect(Number(row?.['last_sync_duration'])).toBeGreaterThanOrEqual(2000);
    }
  });
});

describe('transitions', () => {
  test('timed: states last as long as they are said to', async () => {
    await using sim = await world([{ name: 'erp-data', rpo: 'One_Day' }]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    sim.clock.advance(2 * seconds - 1);
    expect(await states(sim, id)).toBe('Pausing / Pausing');
    sim.clock.advance(1);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    sim.clock.advance(2 * seconds - 1);
    expect(await states(sim, id)).toBe('Resuming / Resuming');
    sim.clock.advance(1);
    expect(await states(sim, id)).toBe('OK / OK');
    await done(sim, 'b', id, 'failover', { is_planned: false });
    sim.clock.advance(5 * seconds - 1);
    expect((await session(sim, id)).b?.['state']).toBe('Failing_Over_For_DR');
    sim.clock.advance(1);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
  });

  test('timed: a change of preference takes three seconds, a deletion as well', async () => {
    await using sim = await world([
      { name: 'erp-data', rpo: 'One_Day' },
      { name: 'metro-plain', type: 'Metro_Active_Active' },
    ]);
    const metro = await idOf(sim, 'metro-plain');
    await done(sim, 'b', metro, 'modify', { role: 'Metro_Preferred' });
    const id = await idOf(sim, 'erp-data');
    accepted(await protect(sim, 'a', 'volume/name:erp-data', '', '?is_async=true'));
    sim.clock.advance(3 * seconds - 1);
    expect(await states(sim, metro)).toBe('Modify_Role_In_Progress / Modify_Role_In_Progress');
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    sim.clock.advance(1);
    expect(await states(sim, metro)).toBe('OK / OK');
    expect(await both(sim, metro, 'role')).toBe('Metro_Non_Preferred / Metro_Preferred');
    expect(await states(sim, id)).toBe('- / -');
  });

  test('nothing happens while a manual clock is not advanced', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    expect(sim.clock.speed).toBe(0);
    await done(sim, 'a', id, 'sync');
    const now = sim.clock.now;
    for (let read = 0; read < 20; read += 1) expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    expect(sim.clock.now).toBe(now);
    expect(() => sim.clock.advance(-1)).toThrow(InputError);
    expect(() => sim.clock.advance(Number.NaN)).toThrow(InputError);
  });

  test('immediate: an action is over with its answer', async () => {
    await using sim = await world(
      [
        { name: 'erp-data', rpo: 'One_Day' },
        { name: 'metro-plain', type: 'Metro_Active_Active' },
      ],
      'immediate',
    );
    const id = await idOf(sim, 'erp-data');
    for (const [site, action, body, after] of [
      ['a', 'sync', undefined, 'OK / OK'],
      ['a', 'pause', undefined, 'Paused / Paused'],
      ['a', 'resume', undefined, 'OK / OK'],
      ['a', 'failover', {}, 'Failed_Over / Failed_Over'],
      ['b', 'reprotect', undefined, 'OK / OK'],
      ['b', 'failover', { reverse: true }, 'OK / OK'],
      ['b', 'failover', { is_planned: false }, 'Failed_Over / Failed_Over'],
    ] as const) {
      await done(sim, site, id, action, body);
      expect([action, await states(sim, id)]).toEqual([action, after]);
    }
    const metro = await idOf(sim, 'metro-plain');
    sim.link.cut();
    expect(await states(sim, metro)).toBe('Fractured / Fractured');
    sim.link.heal();
    expect(await states(sim, metro)).toBe('OK / OK');
    const job = await jobOf(sim, 'a', metro, 'pause');
    expect(await jobState(sim, 'a', job)).toBe('COMPLETED');
  });

  const reading: [string, (sim: Simulator, id: string, job: string) => Promise<unknown>][] = [
    ['an instance', async (sim, id) => (await instance(sim, 'a', 'replication_session', id))?.['state']],
    ['a list', async (sim, id) => (await list(sim, 'a', 'replication_session', `id=eq.${id}`))[0]?.['state']],
    ['its job', async (sim, _, job) => jobState(sim, 'a', job)],
  ];
  test.each(reading)('by reads of %s: the first that many still show it', async (what, read) => {
    await using sim = await world([{ name: 'erp-data', rpo: 'One_Day' }], { reads: 3 });
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'pause');
    const shown = [];
    for (let count = 0; count < 5; count += 1) shown.push(await read(sim, id, job));
    expect(shown).toEqual(
      what === 'its job'
        ? ['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETED', 'COMPLETED']
        : ['Pausing', 'Pausing', 'Pausing', 'Paused', 'Paused'],
    );
  });

  test('by reads: every state on the way is shown that often', async () => {
    await using sim = await world([{ name: 'erp-data', rpo: 'One_Day' }], { reads: 2 });
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'failover', { reverse: true });
    const shown = [];
    for (let count = 0; count < 6; count += 1)
      shown.push((await instance(sim, 'a', 'replication_session', id))?.['state']);
    expect(shown).toEqual(['Failing_Over', 'Failing_Over', 'Reprotecting', 'Reprotecting', 'OK', 'OK']);
  });

  test('by reads: time ends none of them, and reads of something else do not count', async () => {
    await using sim = await world([{ name: 'erp-data', rpo: 'One_Day' }], { reads: 1 });
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    sim.clock.advance(10 * minutes);
    await list(sim, 'a', 'volume');
    await list(sim, 'a', 'policy');
    expect((await instance(sim, 'a', 'replication_session', id))?.['state']).toBe('Pausing');
    expect((await instance(sim, 'a', 'replication_session', id))?.['state']).toBe('Paused');
  });
});

describe('a clock that runs', () => {
  test('an answer comes when the action is over', async () => {
    await using sim = await running(200);
    expect(sim.clock.speed).toBe(200);
    const id = await idOf(sim, 'erp-data');
    for (const [site, action, body, after] of [
      ['a', 'sync', undefined, 'OK / OK'],
      ['b', 'pause', undefined, 'Paused / Paused'],
      ['a', 'resume', undefined, 'OK / OK'],
      ['a', 'failover', { is_planned: true }, 'Failed_Over / Failed_Over'],
      ['b', 'reprotect', undefined, 'OK / OK'],
      ['a', 'failover', { is_planned: false }, 'Failed_Over / Failed_Over'],
    ] as const) {
      expect((await act(sim, site, id, action, body)).status).toBe(204);
      expect([action, await states(sim, id)]).toEqual([action, after]);
    }
  });

  test('a policy that is assigned or removed is answered before its session has been made or deleted', async () => {
    await using sim = await running(slowly);
    const id = await idOf(sim, 'erp-data');
    expect((await protect(sim, 'a', 'volume/name:erp-data', null)).status).toBe(204);
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    expect((await protect(sim, 'a', 'volume/name:spare-a', 'name:one-day-array-a-to-array-b')).status).toBe(204);
    const made = await idOf(sim, 'spare-a');
    expect(await states(sim, made)).toBe('Initializing / Initializing');
    sim.clock.advance(30 * seconds);
    expect(await states(sim, id)).toBe('- / -');
    expect(await states(sim, made)).toBe('OK / OK');
  });

  test('with the error where the action fails on the way', async () => {
    await using sim = await running(200);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ session: id, effect: { job: 'fails', text: 'No more room.', code: '0xE02010020001' } });
    const answer = await act(sim, 'a', id, 'sync');
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ messages: [{ code: '0xE02010020001', message_l10n: 'No more room.' }] });
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
  });

  test('with is_async it comes at once, and the job is over later', async () => {
    await using sim = await running(slowly);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'pause');
    expect(await states(sim, id)).toBe('Pausing / Pausing');
    sim.clock.advance(3 * seconds);
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await jobState(sim, 'a', job)).toBe('COMPLETED');
  });

  test('a request that waits is answered when its clock is advanced, or ends with the simulator', async () => {
    const sim = await running(slowly);
    try {
      const id = await idOf(sim, 'erp-data');
      const waiting = act(sim, 'a', id, 'pause');
      while ((await instance(sim, 'b', 'replication_session', id))?.['state'] !== 'Pausing') continue;
      sim.clock.advance(3 * seconds);
      expect((await waiting).status).toBe(204);
      expect(await states(sim, id)).toBe('Paused / Paused');

      const cutOff = send(sim, 'a', 'POST', `/replication_session/${id}/resume`).then(
        ({ status }) => status,
        () => 'ended',
      );
      while ((await instance(sim, 'b', 'replication_session', id))?.['state'] !== 'Resuming') continue;
      await sim.close();
      expect(await cutOff).toBe('ended');
    } finally {
      await sim.close();
    }
  });
});
