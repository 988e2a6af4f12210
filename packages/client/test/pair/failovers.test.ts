import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { InputError, isApiError, isNetworkError, isOutcomeUnknownError } from '../../src/index.js';
import { drill } from '../helpers/drills.js';
import { stopped } from '../helpers/stopped.js';

const asynchronous = [
  ['volume', {}],
  ['volume group', { kind: 'volume_group' }],
  ['replication group', { kind: 'replication_group' }],
  ['NAS server', { kind: 'nas_server' }],
] as const;

describe('planned failover', () => {
  test.each(asynchronous)('of a %s', async (_, spec) => {
    await using it = await drill(spec);
    const session = await it.pair.plannedFailover(it.id, it.options);
    expect([session.source, session.destination, session.problems]).toEqual(['b', 'a', []]);
    expect(await it.sides()).toBe('Failed_Over Destination / Failed_Over Source');
    expect(it.calls).toEqual(['a failover 204']);
  });

  test.each(asynchronous)('of a %s, with reprotect in one go', async (_, spec) => {
    await using it = await drill(spec);
    await it.pair.plannedFailover(it.id, { ...it.options, reprotect: true });
    expect(await it.sides()).toBe('OK Destination / OK Source');
    expect(it.calls).toEqual(['a failover 204']);
  });

  test('of a synchronous NAS server, with reprotect as a step of its own', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    await it.pair.plannedFailover(it.id, { ...it.options, reprotect: true });
    expect(await it.sides()).toBe('OK Destination / OK Source');
    expect(it.calls).toEqual(['a failover 204', 'b reprotect 204']);
  });

  test('asks the side that is the source', async () => {
    await using it = await drill({ source: 'b' });
    await it.pair.plannedFailover(it.id, it.options);
    expect(await it.sides()).toBe('Failed_Over Source / Failed_Over Destination');
    expect(it.calls).toEqual(['b failover 204']);
  });

  test('emits its events in order, by sides', async () => {
    await using it = await drill();
    await it.pair.plannedFailover(it.id, { ...it.options, reprotect: true });
    const told = it.events.map(({ kind, step, site, text }) => `${kind} ${step} ${site}: ${text}`);
    expect(told.slice(0, 3)).toEqual([
      'side-changed check a: a is OK as Source',
      'side-changed check b: b is OK as Destination',
      'action-sent failover a: failover is sent to a',
    ]);
    expect(told).toContain('side-changed failover a: a is Failing_Over as Source');
    expect(told).toContain('side-changed failover b: b is Reprotecting as Source');
    expect(told.at(-1)).toBe('step-done failover a: failover is done');
    expect(it.events.at(-1)).toMatchObject({ state: 'OK', role: 'Destination' });
    const elapsed = it.events.map((event) => event.elapsed);
    expect(elapsed).toEqual(elapsed.toSorted((one, two) => one - two));
  });

  test('goes on when onEvent throws', async () => {
    await using it = await drill();
    let told = 0;
    const onEvent = (): never => {
      told += 1;
      throw new Error('the log is full');
    };
    await it.pair.plannedFailover(it.id, { ...it.options, onEvent });
    expect(told).toBeGreaterThan(3);
    expect(await it.sides()).toBe('Failed_Over Destination / Failed_Over Source');
  });

  test('does not begin if it is not possible, and names the remedy', async () => {
    await using it = await drill();
    await it.a.replicationSessions.pause(it.id);
    await it.a.replicationSessions.waitUntil(it.id, 'Paused', { timeout: 600_000 });
    const error = await stopped(it.pair.plannedFailover(it.id, it.options));
    expect(error).toMatchObject({ operation: 'plannedFailover', step: 'failover', site: 'a', hasBegun: false });
    expect(error.message).toBe(
      `plannedFailover of erp-data (session ${it.id}) stopped at failover on a: the session is Paused; a is Paused as Source, b is Paused as Destination, and nothing was changed`,
    );
    expect(error.hint).toBe('On a: resume first.');
    expect(it.calls).toEqual(['a pause 204']);
  });

  test('is not begun while a failover test runs, which only the destination shows', async () => {
    await using it = await drill();
    await it.b.replicationSessions.startFailoverTest(it.id);
    const error = await stopped(it.pair.plannedFailover(it.id, it.options));
    expect(error.hint).toBe('On a: stopFailoverTest on the other array first.');
    expect(await it.sides()).toBe('OK Source / OK Destination');
  });

  test.each(['volume', 'volume_group'] as const)('of a synchronous %s, and back', async (kind) => {
    await using it = await drill({ kind, type: 'Synchronous' });
    await it.pair.plannedFailover(it.id, it.options);
    expect(await it.sides()).toBe('Failed_Over Destination / Failed_Over Source');
    await it.pair.failback(it.id, it.options);
    expect(await it.sides()).toBe('OK Source / OK Destination');
    expect(it.calls).toEqual(['a failover 204', 'b reprotect 204', 'b failover 204', 'a reprotect 204']);
  });

  test('is not possible for metro', async () => {
    await using it = await drill({ type: 'Metro_Active_Active' });
    for (const run of [it.pair.plannedFailover, it.pair.unplannedFailover]) {
      const error = await stopped(run(it.id, it.options));
      expect(error).toMatchObject({ step: 'check', hasBegun: false });
      expect(error.message).toContain('the session is Metro_Active_Active');
      expect(error.hint).toContain('promote');
    }
    expect(it.calls).toEqual([]);
  });

  test('of an unknown session says how to find one', async () => {
    await using it = await drill();
    const error = await stopped(it.pair.plannedFailover('erp-data', it.options));
    expect(error.message).toContain('a has no such session, b has no such session, and nothing was changed');
    expect(error.hint).toBe('Look at both sides with pair.session(id). pair.sessions() lists the ids, with names.');
  });

  test('needs the connection between the arrays', async () => {
    await using it = await drill();
    it.sim.link.cut();
    const error = await stopped(it.pair.plannedFailover(it.id, it.options));
    expect(error.message).toContain('The other array cannot be reached');
    expect(error.hint).toContain('without it only failover on the other array with is_planned: false');
    // No source says that an array refuses it then, so the client warns, and asks the array.
    expect(it.events.filter(({ step }) => step === 'failover').map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      expect.stringMatching(/^not-known: failover on a: the other array cannot be reached, and no source says/),
      'action-sent: failover is sent to a',
    ]);
    expect(it.calls).toEqual(['a failover 422']);
  });

  test.each(['a', 'b'] as const)('needs both arrays: %s is off', async (off) => {
    await using it = await drill();
    await it.sim[off].power('off');
    const error = await stopped(it.pair.plannedFailover(it.id, it.options));
    expect(error.message).toContain(`${off} is out of reach`);
    expect([error.hasBegun, isNetworkError(error.session[off].error)]).toEqual([false, true]);
  });
});

describe('when an answer is lost', () => {
  test.each(['reset', 'cut'] as const)('a failover that was carried out goes on (%s)', async (transport) => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_failover', effect: { transport, carriedOut: true } });
    await it.pair.plannedFailover(it.id, { ...it.options, reprotect: true });
    expect(await it.sides()).toBe('OK Destination / OK Source');
    expect(it.sim.faults.unused()).toEqual([]);
    expect(it.calls).toHaveLength(1);
  });

  test('an answer that never comes is not waited for', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_failover', effect: { transport: 'stall', carriedOut: true } });
    await it.pair.plannedFailover(it.id, it.options);
    expect(await it.sides()).toBe('Failed_Over Destination / Failed_Over Source');
  });

  test('an error of an array in trouble says nothing about the action', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_failover', effect: { status: 503, carriedOut: true } });
    await it.pair.plannedFailover(it.id, it.options);
    expect(it.events.map(({ kind }) => kind)).toContain('answer-lost');
    expect(await it.sides()).toBe('Failed_Over Destination / Failed_Over Source');
    expect(it.calls).toEqual(['a failover 503']);
  });

  test.each([{ transport: 'reset', carriedOut: false }, { status: 500 }] as const)(
    'an action that was not carried out is not sent again: %o',
    async (effect) => {
      await using it = await drill();
      it.sim.faults.add({ operation: 'replication_session_failover', effect });
      const error = await stopped(it.pair.plannedFailover(it.id, it.options));
      expect(error.message).toContain('the answer was lost, and neither side shows that the step began');
      expect(error.cause).toSatisfy((cause) => isOutcomeUnknownError(cause) || isApiError(cause));
      expect(error.hint).toBe(
        'failover is possible on a now: to go on from here, call replicationSessions.failover(id, { is_planned: true, reverse: false }) there.',
      );
      expect(it.calls).toHaveLength(1);
      expect(await it.sides()).toBe('OK Source / OK Destination');
    },
  );

  test('a reprotect that was carried out is not sent again either', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    it.sim.faults.add({ operation: 'replication_session_reprotect', effect: { transport: 'reset', carriedOut: true } });
    await it.pair.plannedFailover(it.id, { ...it.options, reprotect: true });
    expect(await it.sides()).toBe('OK Destination / OK Source');
    expect(it.calls).toHaveLength(2);
  });
});

describe('when it stops half way', () => {
  test('at a refusal of the array', async () => {
    await using it = await drill();
    it.sim.faults.add({
      operation: 'replication_session_failover',
      effect: { status: 422, text: 'The volume is busy.' },
    });
    const error = await stopped(it.pair.plannedFailover(it.id, it.options));
    expect(error.message).toContain('The volume is busy.');
    expect([isApiError(error.cause), error.step, error.site, error.hasBegun]).toEqual([true, 'failover', 'a', false]);
  });

  test('where the failover fails on the way', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_failover', effect: { job: 'fails' } });
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, reprotect: true }));
    expect(error.message).toContain(
      'the array began the step, and the step failed; a is System_Paused as Source, b is System_Paused as Destination',
    );
    expect(error.hint).toBe(
      'On a: the session is System_Paused, and no source says whether the array refuses this then; to be sure, sync first; the array has the last word.',
    );
    expect(error.session.a.session?.state).toBe('System_Paused');
  });

  test('where reprotect fails, with the failover behind it', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    it.sim.faults.add({ operation: 'replication_session_reprotect', effect: { status: 422 } });
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, reprotect: true }));
    expect(error).toMatchObject({ step: 'reprotect', site: 'b', hasBegun: true });
    expect(error.session).toMatchObject({ source: 'b', a: { session: { state: 'Failed_Over' } } });
    expect(error.hint).toBe(
      'reprotect is possible on b now: to go on from here, call replicationSessions.reprotect(id) there.',
    );
  });

  test('where the arrays lose each other on the way', async () => {
    await using it = await drill();
    const onEvent = ({ state }: { state: string | undefined }): void => {
      if (state === 'Failing_Over') it.sim.link.cut();
    };
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, onEvent }));
    expect(error.message).toContain('the array began the step, and the step failed');
    expect(error.hint).toContain('restore the connection between the arrays');
    expect(error.session.source).toBe('a');
  });

  test('where an array is switched off on the way', async () => {
    await using it = await drill();
    let off: Promise<void> | undefined;
    const onEvent = ({ state }: { state: string | undefined }): void => {
      if (state === 'Failing_Over') off ??= it.sim.a.power('off');
    };
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, onEvent }));
    await off;
    expect(error.message).toContain('a is out of reach, b is System_Paused as Destination');
    expect(error.hint).toBe(
      'Check that this machine can reach a, and look at both sides with pair.session(id) before the next step.',
    );
    expect(isNetworkError(error.session.a.error)).toBe(true);
  });

  test('where it takes too long', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: 'replication_session_failover', effect: { transport: 'stall', carriedOut: false } });
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, timeout: 50 }));
    expect(error.message).toContain('it did not take effect within 0.05 s; a is OK as Source');
  });

  test('where it is aborted, by its side as last seen', async () => {
    await using it = await drill();
    const reason = new Error('the window is over');
    const controller = new AbortController();
    const onEvent = ({ state }: { state: string | undefined }): void => {
      if (state === 'Failing_Over') controller.abort(reason);
    };
    const { signal } = controller;
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, onEvent, signal }));
    expect(error.cause).toBe(reason);
    expect(error).toMatchObject({
      step: 'failover',
      hasBegun: true,
      session: { a: { session: { state: 'Failing_Over' } } },
    });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('before anything was sent, an abort rejects with its reason', async () => {
    await using it = await drill();
    const reason = new Error('no');
    for (const run of [it.pair.plannedFailover, it.pair.unplannedFailover, it.pair.failback]) {
      await expect(run(it.id, { ...it.options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    }
    expect(it.calls).toEqual([]);
  });
});

test.each([0, -1, Number.NaN])('a timeout or an interval of %d is refused', async (wrong) => {
  await using it = await drill();
  await expect(it.pair.plannedFailover(it.id, { timeout: wrong })).rejects.toThrow(InputError);
  await expect(it.pair.failback(it.id, { interval: wrong })).rejects.toThrow(InputError);
});

describe('site loss', () => {
  test.each(asynchronous)('of a %s: the destination takes over while the source is off', async (_, spec) => {
    await using it = await drill(spec);
    await it.sim.a.power('off');
    const session = await it.pair.unplannedFailover(it.id, it.options);
    expect(session.b.session).toMatchObject({ state: 'Failed_Over', role: 'Source' });
    expect([session.source, isNetworkError(session.a.error)]).toEqual(['b', true]);
    expect(session.problems).toEqual([expect.stringContaining('a could not be read')]);
    expect(it.calls).toEqual(['b failover 204']);
  });

  test.each([
    ['volume', {}],
    ['volume group', { kind: 'volume_group' }],
    ['NAS server', { kind: 'nas_server' }],
    ['synchronous NAS server', { kind: 'nas_server', type: 'Synchronous' }],
  ] as const)('of a %s, and all the way back', async (_, spec) => {
    await using it = await drill(spec);
    it.sim.link.cut();
    await it.pair.unplannedFailover(it.id, { ...it.options, body: { force: true } });
    const apart = await it.pair.session(it.id);
    expect(apart.problems).toEqual(['both sides are Source', 'a is System_Paused and b is Failed_Over']);
    expect([apart.source, apart.destination]).toEqual([undefined, undefined]);
    it.sim.link.heal();
    const back = await it.pair.failback(it.id, it.options);
    expect([back.source, back.destination, back.problems]).toEqual(['a', 'b', []]);
    expect(await it.sides()).toBe('OK Source / OK Destination');
  });

  test('failback waits until the arrays have found each other', async () => {
    await using it = await drill();
    it.sim.link.cut();
    await it.pair.unplannedFailover(it.id, it.options);
    let healed = false;
    const onEvent = (): void => {
      if (healed) return;
      healed = true;
      setImmediate(() => it.sim.link.heal());
    };
    await it.pair.failback(it.id, { ...it.options, onEvent });
    expect(await it.sides()).toBe('OK Source / OK Destination');
    expect(it.calls).toEqual(['b failover 204', 'b reprotect 204', 'b failover 204']);
  });

  test('failback does not wait for ever', async () => {
    await using it = await drill();
    it.sim.link.cut();
    await it.pair.unplannedFailover(it.id, it.options);
    const error = await stopped(it.pair.failback(it.id, { ...it.options, timeout: 50 }));
    expect(error).toMatchObject({ step: 'reconcile', site: 'a', hasBegun: false });
    expect(error.message).toContain('a is System_Paused as Source, b is Failed_Over as Source');
  });

  test('there is nothing to fail back where nothing has failed over', async () => {
    await using it = await drill();
    const error = await stopped(it.pair.failback(it.id, it.options));
    expect(error).toMatchObject({ step: 'check', hasBegun: false });
    expect(error.hint).toContain('plannedFailover(id, { reprotect: true })');
  });

  test('an unplanned failover is not begun where the destination is out of reach', async () => {
    await using it = await drill();
    await it.sim.b.power('off');
    const error = await stopped(it.pair.unplannedFailover(it.id, it.options));
    expect(error).toMatchObject({ step: 'failover', site: 'b', hasBegun: false });
    expect(error.message).toContain('b is out of reach');
  });

  test('an array that wants force says so, and the error keeps that', async () => {
    await using it = await drill({ rpo: 'Five_Minutes' });
    it.sim.link.cut();
    it.sim.clock.advance(600_000);
    const error = await stopped(it.pair.unplannedFailover(it.id, it.options));
    expect(isApiError(error.cause) && error.cause.status).toBe(422);
    expect(error.message).toContain('Set force');
    await it.pair.unplannedFailover(it.id, { ...it.options, body: { force: true } });
    expect(await it.sides()).toBe('System_Paused Source / Failed_Over Source');
  });

  test.each(['reset', 'cut', 'stall'] as const)(
    'after a lost answer (%s) the session shows the outcome',
    async (transport) => {
      await using it = await drill();
      await it.sim.a.power('off');
      it.sim.faults.add({ operation: 'replication_session_failover', effect: { transport, carriedOut: true } });
      await it.pair.unplannedFailover(it.id, it.options);
      expect(await it.sides()).toBe('- / Failed_Over Source');
      expect(it.sim.faults.unused()).toEqual([]);
    },
  );
});
