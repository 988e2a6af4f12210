// Whether an operation on a pair that ends half way says truly what was sent, and what may have changed.
import { EventEmitter, once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type ClientOptions, isApiError, isSafetyError } from '../../src/index.js';
import { drill } from '../helpers/drills.js';
import { rejection } from '../helpers/rejection.js';
import { stopped } from '../helpers/stopped.js';

const failover = 'replication_session_failover';

describe('nothing has changed, and nothing says that it may have', () => {
  test.each<[string, ClientOptions]>([
    ['readOnly', { readOnly: true }],
    ['allow', { allow: 'non-disruptive' }],
    ['confirm', { confirm: () => false }],
  ])('where %s does not let the client send', async (_, client) => {
    await using it = await drill({}, client);
    for (const run of [it.pair.plannedFailover, it.pair.unplannedFailover]) {
      const error = await stopped(run(it.id, it.options));
      expect(error).toMatchObject({ step: 'failover', hasBegun: false });
      expect(isSafetyError(error.cause)).toBe(true);
      expect(error.message).toContain('was not sent');
      expect(error.message).toMatch(/and nothing was changed$/);
      expect(error.message).not.toContain('the array refused');
      expect(error.hint).not.toContain('call replicationSessions');
    }
    expect(it.events.map(({ kind }) => kind)).not.toContain('action-sent');
    expect(it.calls).toEqual([]);
  });

  test('a client that may only read is not told to act on the session', async () => {
    await using it = await drill();
    await it.a.replicationSessions.pause(it.id);
    await it.a.replicationSessions.waitUntil(it.id, 'Paused', { timeout: 600_000 });
    await using reader = await it.again({ readOnly: true });
    const error = await stopped(reader.plannedFailover(it.id, it.options));
    expect([isSafetyError(error.cause), error.hint]).toEqual([true, expect.not.stringContaining('resume')]);
    expect(error.hint).toContain('readOnly');
    expect(error.hint).toContain('pair.plan.plannedFailover(id) shows the steps');
  });

  test.each([
    [403, 'role'],
    [422, 'call replicationSessions.failover(id, { is_planned: true, reverse: true }) there'],
  ] as const)('where the array refuses with %d', async (status, advice) => {
    await using it = await drill();
    it.sim.faults.add({ operation: failover, times: 2, effect: { status, text: 'Not now.' } });
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, reprotect: true }));
    expect(error).toMatchObject({ step: 'failover', site: 'a', hasBegun: false });
    expect(isApiError(error.cause) && error.cause.status).toBe(status);
    expect(error.message).toMatch(/the array refused: .*and nothing was changed$/);
    expect(error.hint).toContain(advice);
  });

  test('where the login session has ended, and the new login fails', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: failover, effect: { status: 401 } });
    it.sim.faults.add({ operation: 'login_session_collection_query', times: 9, effect: { status: 503 } });
    const error = await stopped(it.pair.plannedFailover(it.id, it.options));
    expect([error.hasBegun, error.step]).toEqual([false, 'failover']);
    expect(it.events.map(({ kind }) => kind)).not.toContain('answer-lost');
  });

  test('where the client still waits for confirmation: it is withdrawn', async () => {
    const reason = new Error('the window is over');
    const aborting = new AbortController();
    const { signal } = aborting;
    // The operator answers when the operation has ended.
    const answer = new EventEmitter();
    const answered = once(answer, 'yes').then(() => true);
    const confirm = (): Promise<boolean> => {
      aborting.abort(reason);
      return answered;
    };
    await using it = await drill({}, { confirm });
    expect(await rejection(it.pair.plannedFailover(it.id, { ...it.options, signal }))).toBe(reason);
    answer.emit('yes');
    await it.pair.session(it.id);
    expect([it.calls, await it.sides()]).toEqual([[], 'OK Source / OK Destination']);
    expect(it.events.map(({ kind }) => kind)).not.toContain('action-sent');
  });

  test('where it was not confirmed in time', async () => {
    await using it = await drill({}, { confirm: () => new Promise(() => {}) });
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, timeout: 50 }));
    expect([error.hasBegun, error.message]).toEqual([false, expect.stringContaining('it was not sent within 0.05 s')]);
  });
});

describe('something has changed, and the error says so', () => {
  test('where the second step is refused', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    it.sim.faults.add({ operation: 'replication_session_reprotect', effect: { status: 422 } });
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, reprotect: true }));
    expect(error).toMatchObject({ step: 'reprotect', site: 'b', hasBegun: true });
  });

  test('where the answer was lost', async () => {
    await using it = await drill();
    it.sim.faults.add({ operation: failover, effect: { transport: 'reset', carriedOut: false } });
    const error = await stopped(it.pair.unplannedFailover(it.id, { ...it.options, body: { force: true } }));
    expect(error).toMatchObject({ step: 'failover', site: 'b', hasBegun: true });
    expect(error.hint).toBe(
      'failover is possible on b now: to go on from here, call replicationSessions.failover(id, { is_planned: false, force: true }) there.',
    );
    expect(it.events.map(({ kind }) => kind)).toContain('action-sent');
  });
});

describe('close() ends an operation', () => {
  test.each(['the pair', 'the client of an array'])('%s', async (what) => {
    await using it = await drill();
    it.sim.faults.add({ operation: failover, effect: { transport: 'stall', carriedOut: true } });
    const onEvent = ({ kind }: { kind: string }): void => {
      if (kind === 'action-sent') void (what === 'the pair' ? it.pair : it.b).close();
    };
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, onEvent }));
    expect(error).toMatchObject({ step: 'failover', hasBegun: true, cause: { code: 'ERR_POWERSTORE_CLOSED' } });
  });
});

describe('an end between two steps', () => {
  test('of a planned failover in two steps, by an abort', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    const reason = new Error('the window is over');
    const aborting = new AbortController();
    const { signal } = aborting;
    const onEvent = ({ kind, step }: { kind: string; step: string }): void => {
      if (kind === 'step-done' && step === 'failover') aborting.abort(reason);
    };
    const error = await stopped(it.pair.plannedFailover(it.id, { ...it.options, reprotect: true, signal, onEvent }));
    expect(error).toMatchObject({ step: 'reprotect', site: 'b', hasBegun: true, cause: reason });
    expect(error.message).toContain('a is Failed_Over as Destination, b is Failed_Over as Source');
    expect(it.calls).toEqual(['a failover 204']);
  });

  test('of a failback, by an abort', async () => {
    await using it = await drill();
    it.sim.link.cut();
    await it.pair.unplannedFailover(it.id, it.options);
    it.sim.link.heal();
    const reason = new Error('the window is over');
    const aborting = new AbortController();
    const { signal } = aborting;
    const onEvent = ({ kind, step }: { kind: string; step: string }): void => {
      if (kind === 'step-done' && step === 'reprotect') aborting.abort(reason);
    };
    const error = await stopped(it.pair.failback(it.id, { ...it.options, signal, onEvent }));
    expect(error).toMatchObject({ operation: 'failback', step: 'failover', hasBegun: true, cause: reason });
    expect(error.hint).toContain('pair.session(id)');
    expect(it.calls).toEqual(['b failover 204', 'b reprotect 204']);
  });

  test('by a close of the pair', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    await using pair = await it.again({});
    let closing: Promise<void> | undefined;
    const onEvent = ({ kind, step }: { kind: string; step: string }): void => {
      if (kind === 'step-done' && step === 'failover') closing = pair.close();
    };
    const error = await stopped(pair.plannedFailover(it.id, { ...it.options, reprotect: true, onEvent }));
    await closing;
    expect(error).toMatchObject({ step: 'reprotect', hasBegun: true, cause: { code: 'ERR_POWERSTORE_CLOSED' } });
  });
});
