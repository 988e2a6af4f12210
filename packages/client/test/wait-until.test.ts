import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  InputError,
  isApiError,
  isNotFoundError,
  isPowerStoreError,
  isWaitError,
  isWaitStuckError,
  isWaitTimeoutError,
  type SessionChange,
} from '../src/index.js';
import { rejection } from './helpers/rejection.js';
import { type Simulated, simulated } from './helpers/simulated-pair.js';
import { until } from './helpers/time.js';

const interval = 500;
const timeout = 60_000;
const operation = 'replication_session_instance_query';

afterEach(() => {
  vi.restoreAllMocks();
});

test('resolves with the session when it is in the state', async () => {
  await using one = await simulated();
  const { replicationSessions } = one.a;
  await replicationSessions.failover(one.id);
  const changes: SessionChange[] = [];
  const onChange = (change: SessionChange): void => {
    changes.push(change);
    one.sim.clock.advance(1000);
  };
  const session = await replicationSessions.waitUntil(one.id, 'Failed_Over', { timeout, interval, onChange });
  expect(session).toMatchObject({ id: one.id, state: 'Failed_Over', role: 'Destination' });
  expect(changes[0]?.previous).toBeUndefined();
  expect(changes.at(-1)?.session).toEqual(session);
  for (const [index, change] of changes.entries()) expect(change.previous).toEqual(changes[index - 1]?.session);
});

test('a list of states: the first that comes', async () => {
  await using one = await simulated();
  const { replicationSessions } = one.a;
  await replicationSessions.pause(one.id);
  const onChange = (): void => one.sim.clock.advance(10_000);
  const session = await replicationSessions.waitUntil(one.id, ['Failed_Over', 'Paused'], {
    timeout,
    interval,
    onChange,
  });
  expect(session.state).toBe('Paused');
});

test('a predicate', async () => {
  await using one = await simulated();
  const waiting = one.b.replicationSessions.waitUntil(one.id, (it) => it.failover_test_in_progress === true, {
    timeout,
    interval,
  });
  await one.b.replicationSessions.startFailoverTest(one.id);
  expect(await waiting).toMatchObject({ state: 'OK', failover_test_in_progress: true });
});

test('a target that is already reached is read once', async () => {
  const targets: string[] = [];
  await using one = await simulated({ onRequest: ({ target }) => targets.push(target) });
  await one.a.replicationSessions.waitUntil(one.id, 'OK', { timeout });
  expect(targets.filter((target) => target.includes(one.id))).toEqual([
    `/api/rest/replication_session/${one.id}?select=*`,
  ]);
});

test('goes on through failures for as long as there is time', async () => {
  await using one = await simulated();
  const { faults } = one.sim;
  faults.add({ operation, times: 8, effect: { status: 503 } });
  faults.add({ operation, times: 8, effect: { transport: 'reset' } });
  expect(await one.a.replicationSessions.waitUntil(one.id, 'OK', { timeout, interval })).toMatchObject({ id: one.id });
  expect(faults.unused()).toEqual([]);
});

test('rejects at once with an error that is not transient', async () => {
  await using one = await simulated();
  const { waitUntil } = one.a.replicationSessions;
  expect(isNotFoundError(await rejection(waitUntil('nope', 'OK', { timeout })))).toBe(true);
  one.sim.faults.add({ operation, times: 2, effect: { status: 403 } });
  expect(isApiError(await rejection(waitUntil(one.id, 'OK', { timeout })))).toBe(true);
});

test('an error of the function or of onChange ends the wait', async () => {
  await using one = await simulated();
  const { waitUntil } = one.a.replicationSessions;
  const reason = new Error('enough');
  const throws = (): never => {
    throw reason;
  };
  const { signal } = new AbortController();
  expect(await rejection(waitUntil(one.id, throws, { timeout, signal }))).toBe(reason);
  expect(await rejection(waitUntil(one.id, 'Paused', { timeout, signal, onChange: throws }))).toBe(reason);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

describe('a timeout', () => {
  test('has the target, the time and the states that were seen', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    await replicationSessions.sync(one.id);
    let changes = 0;
    const error = await rejection(
      replicationSessions.waitUntil(one.id, 'Paused', {
        timeout: 10_000,
        interval,
        onChange: () => {
          changes += 1;
          if (changes === 3) one.sim.clock.advance(10_000);
          else if (changes < 3) one.sim.clock.advance(500);
        },
      }),
    );
    expect(isWaitTimeoutError(error)).toBe(true);
    expect(isWaitError(error) && isPowerStoreError(error) && !isWaitStuckError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'WaitTimeoutError',
      code: 'ERR_POWERSTORE_WAIT_TIMEOUT',
      waitedFor: `replication session ${one.id} (erp-data) to be Paused`,
      timeout: 10_000,
      seen: { Synchronizing: 3, OK: expect.any(Number) },
      failures: 0,
      session: { id: one.id, state: 'OK' },
      hint: 'The array is not working on the session. Actions that lead there: pause.',
    });
    const { seen } = error as { seen: { OK: number } };
    expect(String(error)).toBe(
      `WaitTimeoutError: Waited 10 s for replication session ${one.id} (erp-data) to be Paused: it was read as Synchronizing (3×), OK (${seen.OK}×)`,
    );
  });

  test('says how far it is where something is under way', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    await replicationSessions.sync(one.id);
    one.sim.clock.advance(1000);
    const error = await rejection(replicationSessions.waitUntil(one.id, 'OK', { timeout: 10_000, interval }));
    expect(error).toMatchObject({
      hint: expect.stringMatching(
        /^The array is still working on the session \(Synchronizing at \d+ %\), and expects to end at 2026-.*\. Wait longer\.$/,
      ),
    });
  });

  test('of which all reads failed says how they did', async () => {
    await using one = await simulated();
    one.sim.faults.add({ operation, times: 1000, effect: { status: 503, text: 'Busy.' } });
    const error = await rejection(
      one.a.replicationSessions.waitUntil(one.id, ['OK', 'Paused'], { timeout: 10_000, interval }),
    );
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /to be OK or Paused: it could not be read, and \d+ reads failed, the last one with: .* failed with 503: Busy/,
      ),
      seen: {},
      cause: { status: 503 },
    });
    expect((error as { failures: number }).failures).toBeGreaterThan(1);
    expect(error).not.toHaveProperty('session');
  });

  test('reads a last time just before it', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    // The pauses are as long as can be, and longer than the time there is.
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const onChange = ({ previous }: SessionChange): void => {
      if (previous === undefined) void replicationSessions.pause(one.id).then(() => one.sim.clock.advance(10_000));
    };
    const waiting = replicationSessions.waitUntil(one.id, 'Paused', { timeout: 2000, interval: 1_000_000, onChange });
    expect(await waiting).toMatchObject({ state: 'Paused' });
  });

  test('ends a read that is under way', async () => {
    await using one = await simulated();
    one.sim.faults.add({ operation, skip: 1, effect: { transport: 'stall' } });
    const error = await rejection(one.a.replicationSessions.waitUntil(one.id, 'Paused', { timeout: 10_000, interval }));
    expect(error).toMatchObject({ code: 'ERR_POWERSTORE_WAIT_TIMEOUT', seen: { OK: 1 }, session: { state: 'OK' } });
    expect(one.sim.faults.unused()).toEqual([]);
  });

  test('of a predicate has no advice', async () => {
    await using one = await simulated();
    const error = await rejection(
      one.a.replicationSessions.waitUntil(one.id, () => false, { timeout: 1000, interval }),
    );
    expect(error).toMatchObject({
      waitedFor: `replication session ${one.id} (erp-data) to satisfy the target function`,
    });
  });

  test.each([undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('of %s is refused', async (wrong) => {
    await using one = await simulated();
    const options = { timeout: wrong as number };
    expect(await rejection(one.a.replicationSessions.waitUntil(one.id, 'OK', options))).toBeInstanceOf(InputError);
  });

  test('goes with a target and a patience that make sense', async () => {
    await using one = await simulated();
    const { waitUntil } = one.a.replicationSessions;
    expect(await rejection(waitUntil(one.id, [], { timeout }))).toBeInstanceOf(InputError);
    expect(await rejection(waitUntil(one.id, undefined as never, { timeout }))).toBeInstanceOf(InputError);
    expect(await rejection(waitUntil(one.id, 'OK', { timeout, stuckAfter: Number.NaN }))).toBeInstanceOf(InputError);
    expect(await rejection(waitUntil(one.id, 'OK', { timeout, interval: 0 }))).toBeInstanceOf(InputError);
  });
});

describe('a target that cannot be reached', () => {
  test.each([
    ['Failed_Over', 'The array is not working on the session. Actions that lead there: reprotect on the Source.'],
    ['Paused', 'The array is not working on the session. Actions that lead there: resume.'],
  ] as const)('a session that stays %s', async (state, hint) => {
    await using one = await simulated({ transitions: 'immediate' });
    const { replicationSessions } = one.a;
    await (state === 'Paused' ? replicationSessions.pause(one.id) : replicationSessions.failover(one.id));
    const options = { timeout, interval, stuckAfter: 5000 };
    const error = await rejection(replicationSessions.waitUntil(one.id, 'OK', options));
    expect(isWaitStuckError(error)).toBe(true);
    expect(isWaitError(error) && !isWaitTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'WaitStuckError',
      code: 'ERR_POWERSTORE_WAIT_STUCK',
      message: expect.stringMatching(
        new RegExp(
          `to be OK cannot succeed: it has been ${state} for [\\d.]+ s, and leaves that state only when an operator acts$`,
        ),
      ),
      hint,
      session: { state },
    });
    expect((error as { seen: Record<string, number> }).seen[state]).toBeGreaterThan(1);
  });

  test('a session that leaves it in time', async () => {
    await using one = await simulated({ transitions: 'immediate' });
    const { replicationSessions } = one.a;
    await replicationSessions.pause(one.id);
    const onChange = ({ previous }: SessionChange): void => {
      if (previous === undefined) void replicationSessions.resume(one.id);
    };
    const options = { timeout, interval, stuckAfter: 30_000, onChange };
    expect(await replicationSessions.waitUntil(one.id, 'OK', options)).toMatchObject({ state: 'OK' });
  });

  test('an action that was under way has failed', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    one.sim.faults.add({ operation: 'replication_session_failover', effect: { job: 'fails', code: '0xE0A1' } });
    await replicationSessions.failover(one.id);
    const onChange = (): void => one.sim.clock.advance(10_000);
    const error = await rejection(
      replicationSessions.waitUntil(one.id, 'Failed_Over', { timeout, interval, onChange }),
    );
    expect(error).toMatchObject({
      code: 'ERR_POWERSTORE_WAIT_STUCK',
      message: expect.stringMatching(
        /it went from Failing_Over to System_Paused: the action that was under way has failed$/,
      ),
      hint: expect.stringMatching(/^Check the error_code of the session \(0xE0A1\) and the alerts of both arrays\./),
      seen: { Failing_Over: 1, System_Paused: 1 },
    });
  });

  test('a session that the array has paused, though the connection is there', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    one.sim.faults.add({ operation: 'replication_session_sync', effect: { job: 'fails' } });
    await replicationSessions.sync(one.id);
    const onChange = (): void => one.sim.clock.advance(10_000);
    const options = { timeout, interval, onChange, stuckAfter: 5000 };
    const error = await rejection(replicationSessions.waitUntil(one.id, 'OK', options));
    expect(error).toMatchObject({
      code: 'ERR_POWERSTORE_WAIT_STUCK',
      session: { state: 'System_Paused', data_connection_state: 'OK' },
      hint: expect.stringMatching(/Actions that lead there: sync on the Source\.$/),
    });
  });

  test('a session that lost the other array may come back by itself', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    one.sim.link.cut();
    let reads = 0;
    const options = { timeout, interval, stuckAfter: 1 };
    const session = await replicationSessions.waitUntil(
      one.id,
      ({ state }) => {
        reads += 1;
        if (reads === 10) one.sim.link.heal();
        return state === 'Synchronizing';
      },
      options,
    );
    expect(session.state).toBe('Synchronizing');
    one.sim.link.cut();
    const error = await rejection(replicationSessions.waitUntil(one.id, 'OK', { ...options, timeout: 10_000 }));
    expect(isWaitTimeoutError(error)).toBe(true);
    // But it does not fail over by itself.
    const other = await rejection(replicationSessions.waitUntil(one.id, 'Failed_Over', options));
    expect(isWaitStuckError(other)).toBe(true);
  });

  test('may be waited for all the same', async () => {
    await using one = await simulated({ transitions: 'immediate' });
    const { replicationSessions } = one.a;
    await replicationSessions.pause(one.id);
    const options = { timeout: 5000, interval, stuckAfter: Number.POSITIVE_INFINITY };
    expect(isWaitTimeoutError(await rejection(replicationSessions.waitUntil(one.id, 'OK', options)))).toBe(true);
    const predicate = rejection(
      replicationSessions.waitUntil(one.id, (it) => it.state === 'OK', { timeout: 5000, interval, stuckAfter: 1 }),
    );
    expect(isWaitTimeoutError(await predicate)).toBe(true);
  });
});

describe('an abort rejects with its reason, and leaves neither timer nor listener behind', () => {
  const reason = new Error('changed my mind');

  const isThere = {
    'before it': () => true,
    'in a pause': (_: Simulated, signal: AbortSignal) => getEventListeners(signal, 'abort').length === 1,
    'in a read': ({ sim }: Simulated) => sim.faults.unused().length === 0,
    'in a change': (_: Simulated, signal: AbortSignal) => signal.aborted,
  } as const;

  test.each(Object.keys(isThere) as (keyof typeof isThere)[])('%s', async (when) => {
    await using one = await simulated();
    one.time.stop();
    const aborting = new AbortController();
    const { signal } = aborting;
    const started = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    if (when === 'before it') aborting.abort(reason);
    if (when === 'in a read') one.sim.faults.add({ operation, effect: { transport: 'stall' } });
    const waiting = rejection(
      one.a.replicationSessions.waitUntil(one.id, 'Paused', {
        timeout: 7_654_321,
        interval: 1_000_000,
        signal,
        onChange: () => when === 'in a change' && aborting.abort(reason),
      }),
    );
    await until(() => isThere[when](one, signal));
    aborting.abort(reason);
    expect(await waiting).toBe(reason);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    const limit = started.mock.calls.findIndex(([, milliseconds]) => milliseconds === 7_654_321);
    expect(limit).toBeGreaterThanOrEqual(0);
    expect(cleared.mock.calls.map(([timer]) => timer)).toContain(started.mock.results[limit]?.value);
  });
});
