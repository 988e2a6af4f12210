import { getEventListeners } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { InputError, isApiError, isContractError, isNetworkError, isNotFoundError } from '../src/index.js';
import { rejection } from './helpers/rejection.js';
import { simulated } from './helpers/simulated-pair.js';
import { until } from './helpers/time.js';

const interval = 500;
const operation = 'replication_session_instance_query';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Takes some changes and leaves. */
async function take<T>(watch: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  for await (const change of watch) {
    taken.push(change);
    if (taken.length === count) break;
  }
  return taken;
}

test('yields the session when it is first read, and then each change', async () => {
  await using one = await simulated();
  // None of the pauses is none.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { replicationSessions } = one.a;
  const states: unknown[] = [];
  let before = -1;
  for await (const { session, previous, elapsed } of replicationSessions.watch(one.id, { interval })) {
    states.push([previous?.state, session.state]);
    expect(elapsed).toBeGreaterThan(before);
    before = elapsed;
    if (states.length === 1) await replicationSessions.pause(one.id);
    else if (session.state === 'Paused') break;
    else one.sim.clock.advance(10_000);
  }
  expect(states).toEqual([
    [undefined, 'OK'],
    ['OK', 'Pausing'],
    ['Pausing', 'Paused'],
  ]);
});

test('shows progress, a lost connection and a failover test', async () => {
  await using one = await simulated();
  const seen: unknown[] = [];
  const { watch } = one.b.replicationSessions;
  const steps = [
    () => one.b.replicationSessions.startFailoverTest(one.id),
    () => one.sim.link.cut(),
    () => one.sim.link.heal(),
  ];
  for await (const { session } of watch(one.id, { interval })) {
    seen.push([session.state, session.failover_test_in_progress, session.data_connection_state]);
    const step = steps.shift();
    if (step === undefined) break;
    await step();
  }
  expect(seen).toEqual([
    ['OK', false, 'OK'],
    ['OK', true, 'OK'],
    ['System_Paused', true, 'Complete_Data_Connection_Loss'],
    ['Synchronizing', true, 'OK'],
  ]);
  await one.sim.clock.advance(3_600_000);
  await one.a.replicationSessions.sync(one.id);
  const progress: unknown[] = [];
  for await (const { session } of one.a.replicationSessions.watch(one.id, { interval })) {
    progress.push(session.progress_percentage);
    if (progress.length === 3) break;
    one.sim.clock.advance(1000);
  }
  expect(progress).toEqual([0, expect.any(Number), expect.any(Number)]);
  expect(new Set(progress).size).toBe(3);
});

test('only the selected attributes are read and watched', async () => {
  const targets: string[] = [];
  await using one = await simulated({ onRequest: ({ target }) => targets.push(target) });
  const { replicationSessions } = one.a;
  const seen: unknown[] = [];
  for await (const { session } of replicationSessions.watch(one.id, { interval, select: ['role'] })) {
    seen.push(session);
    if (seen.length === 3) break;
    if (seen.length === 1) {
      await replicationSessions.failover(one.id);
      // Nothing of this is watched.
      one.sim.link.heal();
    } else {
      one.sim.clock.advance(60_000);
    }
  }
  const { id } = one;
  expect(seen).toEqual([
    { id, state: 'OK', role: 'Source' },
    { id, state: 'Failing_Over', role: 'Source' },
    { id, state: 'Failed_Over', role: 'Destination' },
  ]);
  expect(targets.at(-1)).toBe(`/api/rest/replication_session/${id}?select=id%2Cstate%2Crole`);
});

test.each([[{ volumes: ['id'] }], [''], [7]])('an attribute %j to watch is refused at the call', async (select) => {
  await using one = await simulated();
  const attributes = [select] as unknown as 'role'[];
  expect(() => one.a.replicationSessions.watch(one.id, { select: attributes })).toThrow(InputError);
});

test('watches sessions of arrays that know less of them', async () => {
  await using one = await simulated({ release: '1.0' });
  const [change] = await take(one.a.replicationSessions.watch(one.id), 1);
  expect(change?.session).toMatchObject({ id: one.id, state: 'OK', role: 'Source' });
  expect(change?.session).not.toHaveProperty('data_connection_state');
});

test('each loop is a watch of its own', async () => {
  await using one = await simulated();
  const watch = one.a.replicationSessions.watch(one.id, { interval });
  const [[first], [second]] = [await take(watch, 1), await take(watch, 1)];
  expect(first?.previous).toBeUndefined();
  expect(second?.previous).toBeUndefined();
  expect(second?.session).toEqual(first?.session);
});

test.each([
  ['a 503', { status: 503 }, isApiError],
  ['a 500', { status: 500 }, isApiError],
  ['a lost connection', { transport: 'reset' }, isNetworkError],
  ['half an answer', { transport: 'cut' }, isNetworkError],
] as const)('tolerates %s some times in a row, and then throws it', async (_, effect, guard) => {
  await using one = await simulated();
  const { watch } = one.a.replicationSessions;
  one.sim.faults.add({ operation, times: 2, effect });
  const [change] = await take(watch(one.id, { interval, tolerate: 2 }), 1);
  expect(change?.session.state).toBe('OK');
  expect(one.sim.faults.unused()).toEqual([]);
  one.sim.faults.add({ operation, times: 3, effect });
  expect(guard(await rejection(take(watch(one.id, { interval, tolerate: 2 }), 1)))).toBe(true);
  expect(one.sim.faults.unused()).toEqual([]);
});

test('failures count when they come one after the other, and five are tolerated', async () => {
  await using one = await simulated();
  const { replicationSessions } = one.a;
  let changes = 0;
  const failing = (async () => {
    for await (const _ of replicationSessions.watch(one.id, { interval })) {
      changes += 1;
      one.sim.faults.add({ operation, times: changes < 3 ? 5 : 6, effect: { status: 503 } });
      if (changes === 1) await replicationSessions.pause(one.id);
      else one.sim.clock.advance(10_000);
    }
  })();
  expect(isApiError(await rejection(failing))).toBe(true);
  expect(changes).toBe(3);
  expect(one.sim.faults.unused()).toEqual([]);
});

test.each([401, 403, 422] as const)('throws a %i at once', async (status) => {
  await using one = await simulated();
  one.sim.faults.add({ operation, times: 2, effect: { status } });
  const error = await rejection(take(one.a.replicationSessions.watch(one.id, { interval }), 1));
  expect(error).toMatchObject({ status });
});

test('throws at once if the answer is no session', async () => {
  await using one = await simulated();
  one.sim.faults.add({ operation, effect: { body: { remove: ['state'] } } });
  expect(isContractError(await rejection(take(one.a.replicationSessions.watch(one.id), 1)))).toBe(true);
});

test('throws a NotFoundError when the session has been deleted', async () => {
  await using one = await simulated();
  const { replicationSessions, volumes } = one.a;
  const states: unknown[] = [];
  const watching = (async () => {
    for await (const { session } of replicationSessions.watch(one.id, { interval })) {
      states.push(session.state);
      if (states.length === 1) await volumes.modify(session.local_resource_id, { protection_policy_id: null });
      else one.sim.clock.advance(10_000);
    }
  })();
  expect(isNotFoundError(await rejection(watching))).toBe(true);
  expect(states).toEqual(['OK', 'Deleting']);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('an interval of %d is refused', async (wrong) => {
  await using one = await simulated();
  expect(() => one.a.replicationSessions.watch(one.id, { interval: wrong })).toThrow(InputError);
  expect(() => one.a.replicationSessions.watch(one.id, { tolerate: -1 })).toThrow(InputError);
});

test('pauses are random, short after a change of state, and twice the interval at most', async () => {
  await using one = await simulated();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const pauses = vi.spyOn(globalThis, 'setTimeout');
  const aborting = new AbortController();
  const { signal } = aborting;
  const failing = take(one.a.replicationSessions.watch(one.id, { interval: 32, signal }), 2);
  const ours = (): unknown[] =>
    pauses.mock.calls.map((call) => call[1]).filter((it) => [4, 8, 16, 32].includes(Number(it)));
  await until(() => ours().length >= 6);
  expect(ours().slice(0, 6)).toEqual([4, 8, 16, 32, 32, 32]);
  aborting.abort();
  expect(await rejection(failing)).toBe(signal.reason);
});

test('an abort before it rejects with its reason', async () => {
  await using one = await simulated();
  const reason = new Error('changed my mind');
  const signal = AbortSignal.abort(reason);
  expect(await rejection(take(one.a.replicationSessions.watch(one.id, { signal }), 1))).toBe(reason);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('an abort in the middle of a pause rejects with its reason, and leaves nothing behind', async () => {
  await using one = await simulated();
  one.time.stop();
  const aborting = new AbortController();
  const { signal } = aborting;
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const started = vi.spyOn(globalThis, 'setTimeout');
  const cleared = vi.spyOn(globalThis, 'clearTimeout');
  const failing = rejection(take(one.a.replicationSessions.watch(one.id, { interval: 1_000_000, signal }), 2));
  await until(() => getEventListeners(signal, 'abort').length === 1);
  const pause = started.mock.calls.findIndex(([, milliseconds]) => milliseconds === 125_000);
  const reason = new Error('changed my mind');
  aborting.abort(reason);
  expect(await failing).toBe(reason);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(cleared.mock.calls.map(([timer]) => timer)).toContain(started.mock.results[pause]?.value);
});

test('an abort in the middle of a read rejects with its reason, and leaves nothing behind', async () => {
  const aborting = new AbortController();
  const { signal } = aborting;
  const reason = new Error('changed my mind');
  await using one = await simulated({ onRequest: ({ trouble }) => trouble === 'stall' && aborting.abort(reason) });
  one.sim.faults.add({ operation, skip: 1, effect: { transport: 'stall' } });
  const { watch } = one.a.replicationSessions;
  expect(await rejection(take(watch(one.id, { interval, signal }), 2))).toBe(reason);
  expect(one.sim.faults.unused()).toEqual([]);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('an abort between two changes rejects with its reason', async () => {
  await using one = await simulated();
  const aborting = new AbortController();
  const { signal } = aborting;
  const reason = new Error('changed my mind');
  const watching = (async () => {
    for await (const _ of one.a.replicationSessions.watch(one.id, { interval, signal })) aborting.abort(reason);
  })();
  expect(await rejection(watching)).toBe(reason);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('leaving the loop leaves no listener behind', async () => {
  await using one = await simulated();
  const { signal } = new AbortController();
  await take(one.a.replicationSessions.watch(one.id, { interval, signal }), 1);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
