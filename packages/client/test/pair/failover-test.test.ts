import { describe, expect, test } from 'vitest';
import { type ClientOptions, type Fetch, isApiError, isFailoverIncompleteError } from '../../src/index.js';
import { type Drill, drill } from '../helpers/drills.js';
import { rejection } from '../helpers/rejection.js';
import { stopped } from '../helpers/stopped.js';

const isRunning = async ({ b, id }: Drill): Promise<unknown> =>
  (await b.replicationSessions.get(id, { select: ['failover_test_in_progress'] })).failover_test_in_progress;

test.each(['volume', 'volume_group', 'replication_group'] as const)('of a %s: runs, and is stopped', async (kind) => {
  await using it = await drill({ kind });
  const seen: unknown[] = [];
  const result = await it.pair.failoverTest(
    it.id,
    async ({ site, array }) => {
      const { role } = await array.replicationSessions.get(it.id, { select: ['role'] });
      seen.push(site, role, await isRunning(it));
      return 42;
    },
    it.options,
  );
  expect([result, ...seen]).toEqual([42, 'b', 'Destination', true]);
  expect(await isRunning(it)).toBe(false);
  expect(it.calls).toEqual(['b start_failover_test 204', 'b stop_failover_test 204']);
  expect(it.events.map((event) => `${event.kind} ${event.step}`)).toEqual(
    expect.arrayContaining(['step-done startFailoverTest', 'step-done test', 'step-done stopFailoverTest']),
  );
});

test('opens a snapshot, and keeps the written data', async () => {
  await using it = await drill();
  const { local_resource_id: volume } = await it.b.replicationSessions.get(it.id, { select: ['local_resource_id'] });
  const snapshots = () => it.b.volumes.list({ select: ['id', 'name'], where: { type: 'Snapshot' } }).toArray();
  const [daily] = await snapshots();
  expect([typeof volume, typeof daily?.id]).toEqual(['string', 'string']);
  await it.pair.failoverTest(it.id, () => {}, { ...it.options, snapshotId: daily?.id ?? '', keepSnapshot: true });
  const kept = (await snapshots()).find(({ name }) => name.startsWith('failover_test_STOPPED'));
  expect(it.events.at(-1)?.text).toBe(`the written data is kept as snapshot ${kept?.id}`);
});

test('it rejects with the error of the function, once the test is stopped', async () => {
  await using it = await drill();
  const failure = new Error('no rows');
  for (const fail of [
    () => {
      throw failure;
    },
    () => Promise.reject(failure),
  ]) {
    expect(await rejection(it.pair.failoverTest(it.id, fail, it.options))).toBe(failure);
    expect(await isRunning(it)).toBe(false);
  }
});

describe('an abort', () => {
  test('stops the test, whether the function ends or not', async () => {
    await using it = await drill();
    const reason = new Error('the window is over');
    const controller = new AbortController();
    const never = ({ signal }: { signal: AbortSignal | undefined }): Promise<never> => {
      controller.abort(reason);
      expect(signal).toBe(controller.signal);
      return new Promise(() => {});
    };
    const running = it.pair.failoverTest(it.id, never, { ...it.options, signal: controller.signal });
    expect(await rejection(running)).toBe(reason);
    expect(await isRunning(it)).toBe(false);
    expect(it.calls).toEqual(['b start_failover_test 204', 'b stop_failover_test 204']);
  });

  test('while the test is being started stops it as well', async () => {
    await using it = await drill();
    const reason = new Error('no');
    const controller = new AbortController();
    const { signal } = controller;
    const onEvent = ({ kind }: { kind: string }): void => {
      if (kind === 'action-sent') controller.abort(reason);
    };
    let called = false;
    const running = it.pair.failoverTest(it.id, () => void (called = true), { ...it.options, signal, onEvent });
    expect(await rejection(running)).toBe(reason);
    expect([called, await isRunning(it)]).toEqual([false, false]);
    expect(it.calls).toEqual(['b start_failover_test 204', 'b stop_failover_test 204']);
  });

  test('before it leaves everything as it is', async () => {
    await using it = await drill();
    const reason = new Error('no');
    const running = it.pair.failoverTest(it.id, () => {}, { ...it.options, signal: AbortSignal.abort(reason) });
    expect(await rejection(running)).toBe(reason);
    expect(it.calls).toEqual([]);
  });
});

describe('when answers are lost', () => {
  test.each(['reset', 'cut', 'stall'] as const)('a test that has started runs (%s)', async (transport) => {
    await using it = await drill();
    it.sim.faults.add({
      operation: 'replication_session_start_failover_test',
      effect: { transport, carriedOut: true },
    });
    it.sim.faults.add({ operation: 'replication_session_stop_failover_test', effect: { transport, carriedOut: true } });
    expect(await it.pair.failoverTest(it.id, () => 'ran', it.options)).toBe('ran');
    expect(await isRunning(it)).toBe(false);
    expect(it.sim.faults.unused()).toEqual([]);
    expect(it.calls.map((call) => call.split(' ')[1])).toEqual(['start_failover_test', 'stop_failover_test']);
  });

  test('a test that has not started is none', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_start_failover_test', effect: { transport: 'reset' } });
    let called = false;
    const error = await stopped(it.pair.failoverTest(it.id, () => void (called = true), it.options));
    expect([error.step, called, it.calls.length]).toEqual(['startFailoverTest', false, 1]);
  });

  test('a stop is only sent again where the test is seen to go on', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_stop_failover_test', effect: { transport: 'reset' } });
    it.sim.faults.add({ operation: 'replication_session_stop_failover_test', effect: { status: 503 } });
    expect(await it.pair.failoverTest(it.id, () => 'ran', it.options)).toBe('ran');
    expect(await isRunning(it)).toBe(false);
    expect(it.calls).toHaveLength(4);
  });
});

const start = 'replication_session_start_failover_test';
const stop = 'replication_session_stop_failover_test';

/** From now on, array B answers no read of the session. */
const hide = ({ sim }: Drill): void =>
  void sim.faults.add({
    array: 'b',
    operation: 'replication_session_instance_query',
    times: 9999,
    effect: { status: 403 },
  });

describe('once the start was sent, every way out stops the test or says that it may be running', () => {
  test('where B cannot be read any more: the stop is sent unseen', async () => {
    await using it = await drill();
    let called = false;
    const onEvent = ({ kind, step }: { kind: string; step: string }): void => {
      if (kind === 'action-sent' && step === 'startFailoverTest') hide(it);
    };
    // The client does not wait for the whole of it.
    const timeout = 86_400_000;
    const began = performance.now();
    const error = await stopped(it.pair.failoverTest(it.id, () => void (called = true), { timeout, onEvent }));
    expect(performance.now() - began).toBeLessThan(900_000);
    it.sim.faults.clear();
    expect([called, await isRunning(it), error.hasBegun]).toEqual([false, false, false]);
    expect(error.message).toContain('the test was stopped');
    expect(it.calls).toEqual(['b start_failover_test 204', 'b stop_failover_test 204']);
  });

  test('where B can neither be read nor be told to stop', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: stop, times: 9, effect: { status: 503 } });
    const onEvent = ({ kind, step }: { kind: string; step: string }): void => {
      if (kind === 'action-sent' && step === 'startFailoverTest') hide(it);
    };
    const error = await stopped(it.pair.failoverTest(it.id, () => {}, { ...it.options, onEvent }));
    expect(error).toMatchObject({ step: 'stopFailoverTest', site: 'b', hasBegun: true });
    expect(error.message).toContain('THE FAILOVER TEST ON b MAY BE RUNNING');
    expect(error.hint).toContain('stopFailoverTest(id) on b');
    it.sim.faults.clear();
    expect(await isRunning(it)).toBe(true);
  });

  test('where the pair is closed: it is stopped first', async () => {
    await using it = await drill();
    await using pair = await it.again({});
    const onEvent = ({ kind, step }: { kind: string; step: string }): void => {
      if (kind === 'step-done' && step === 'startFailoverTest') void pair.close();
    };
    const error = await rejection(pair.failoverTest(it.id, () => {}, { ...it.options, onEvent }));
    expect([await isRunning(it), error]).toEqual([false, expect.objectContaining({ code: 'ERR_POWERSTORE_CLOSED' })]);
    expect(it.calls).toEqual(['b start_failover_test 204', 'b stop_failover_test 204']);
  });

  test('where the client of its array is closed', async () => {
    await using it = await drill();
    const error = await stopped(it.pair.failoverTest(it.id, () => it.b.close(), it.options));
    expect([error.hasBegun, error.step]).toEqual([true, 'stopFailoverTest']);
    expect(error.message).toContain('THE FAILOVER TEST ON b WAS NOT STOPPED');
  });

  test('where the start stalls, and it is aborted: the test may still begin', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: start, effect: { transport: 'stall', carriedOut: false } });
    const reason = new Error('the window is over');
    const aborting = new AbortController();
    const { signal } = aborting;
    const onEvent = ({ kind }: { kind: string }): void => {
      if (kind === 'action-sent') aborting.abort(reason);
    };
    const error = await stopped(it.pair.failoverTest(it.id, () => {}, { ...it.options, signal, onEvent }));
    expect(error).toMatchObject({ step: 'startFailoverTest', site: 'b', hasBegun: true, cause: reason });
    expect(error.message).toContain('the test may still begin');
    expect(error.hint).toContain('stopFailoverTest(id)');
  });

  test('where the start was refused, nothing is stopped', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: start, effect: { status: 422 } });
    const error = await stopped(it.pair.failoverTest(it.id, () => {}, it.options));
    expect([error.step, error.hasBegun, it.calls]).toEqual(['startFailoverTest', false, ['b start_failover_test 422']]);
  });
});

const refuse = ({ sim }: Drill): void =>
  void sim.faults.add({ operation: 'replication_session_stop_failover_test', times: 9, effect: { status: 422 } });

describe('a test that cannot be stopped', () => {
  test('is said loudly', async () => {
    await using it = await drill();
    refuse(it);
    const error = await stopped(it.pair.failoverTest(it.id, () => 'ran', it.options));
    expect(error).toMatchObject({ operation: 'failoverTest', step: 'stopFailoverTest', site: 'b', hasBegun: true });
    expect(error.message).toContain('THE FAILOVER TEST ON b WAS NOT STOPPED');
    expect(error.hint).toContain('stopFailoverTest(id) on b');
    expect(isFailoverIncompleteError(error.cause) && isApiError(error.cause.cause)).toBe(true);
  });

  test('with the error of the function as well', async () => {
    await using it = await drill();
    refuse(it);
    const failure = new Error('no rows');
    const { cause } = await stopped(it.pair.failoverTest(it.id, () => Promise.reject(failure), it.options));
    if (!(cause instanceof AggregateError)) throw new TypeError('no AggregateError');
    expect(cause.errors).toEqual([failure, expect.objectContaining({ code: 'ERR_POWERSTORE_FAILOVER_INCOMPLETE' })]);
  });

  test('because its array is out of reach', async () => {
    await using it = await drill();
    const error = await stopped(it.pair.failoverTest(it.id, () => it.sim.b.power('off'), it.options));
    expect(error.message).toContain('WAS NOT STOPPED');
    expect(error.message).toContain('b is out of reach');
  });
});

test('a test that another client has started meanwhile is none of this one', async () => {
  await using it = await drill();
  // Only its start is refused, whichever comes first.
  const scope = { 'x-sim-scope': 'refused' };
  const send: Fetch = (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...scope } });
  await using pair = await it.again({ fetch: send } as ClientOptions);
  let called = 0;
  let second: Promise<unknown> | undefined;
  const onEvent = ({ kind }: { kind: string }): void => {
    if (kind === 'action-sent') second = it.b.replicationSessions.startFailoverTest(it.id);
  };
  it.sim.faults.add({ scope: 'refused', operation: start, effect: { status: 422 } });
  const error = await stopped(pair.failoverTest(it.id, () => void (called += 1), { ...it.options, onEvent }));
  await second;
  expect(error).toMatchObject({ step: 'startFailoverTest', site: 'b', hasBegun: false, cause: { status: 422 } });
  expect([called, await isRunning(it)]).toEqual([0, true]);
  expect(it.calls.toSorted()).toEqual(['b start_failover_test 204', 'b start_failover_test 422']);
});

test('a test that was stopped by another client is not stopped again', async () => {
  await using it = await drill();
  await it.pair.failoverTest(it.id, ({ array }) => array.replicationSessions.stopFailoverTest(it.id), it.options);
  expect(it.calls).toEqual(['b start_failover_test 204', 'b stop_failover_test 204']);
});

test('takes the connection between the arrays to be down', async () => {
  await using it = await drill();
  it.sim.link.cut();
  await it.pair.failoverTest(it.id, () => {}, it.options);
  expect(await isRunning(it)).toBe(false);
});

test.each([
  ['a synchronous session', { type: 'Synchronous' }, 'the session is Synchronous'],
  ['metro', { type: 'Metro_Active_Active' }, 'the session is Metro_Active_Active'],
] as const)('is not possible for %s', async (_, spec, problem) => {
  await using it = await drill(spec);
  const error = await stopped(it.pair.failoverTest(it.id, () => {}, it.options));
  expect(error.hasBegun).toBe(false);
  expect(error.message).toContain(problem);
});

test('of a NAS server is for the array to refuse, because no source says so', async () => {
  await using it = await drill({ kind: 'nas_server' });
  const error = await stopped(it.pair.failoverTest(it.id, () => {}, it.options));
  expect(error.message).toContain('The session replicates a nas_server');
  expect(it.events.map(({ kind }) => kind)).toContain('not-known');
  expect(it.calls).toEqual(['b start_failover_test 400']);
});
