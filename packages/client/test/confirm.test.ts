import { describe, expect, test } from 'vitest';
import {
  InputError,
  isApiError,
  isNetworkError,
  isNotCarriedOutError,
  isOutcomeUnknownError,
  isPowerStoreError,
  OutcomeUnknownError,
  type PowerStore,
} from '../src/index.js';
import { rejection } from './helpers/rejection.js';
import { type Simulated, simulated } from './helpers/simulated-pair.js';

const confirm = { confirm: true } as const;
const carriedOut = { transport: 'reset', carriedOut: true } as const;
const metro = [{ name: 'ledger', type: 'Metro_Active_Active' }] as const;

/** An action on a session that allows it, with the steps before it. */
interface Case {
  readonly act: (array: PowerStore, id: string) => Promise<unknown>;
  readonly on?: 'a' | 'b';
  readonly metro?: boolean;
  readonly before?: (one: Simulated) => Promise<unknown> | void;
}

const cases = {
  replication_session_modify: {
    act: ({ replicationSessions }, id) => replicationSessions.modify(id, { role: 'Metro_Preferred' }, confirm),
    on: 'b',
    metro: true,
  },
  replication_session_sync: { act: ({ replicationSessions }, id) => replicationSessions.sync(id, confirm) },
  replication_session_pause: { act: ({ replicationSessions }, id) => replicationSessions.pause(id, confirm) },
  replication_session_resume: {
    act: ({ replicationSessions }, id) => replicationSessions.resume(id, confirm),
    before: ({ a, id }) => a.replicationSessions.pause(id),
  },
  replication_session_failover: { act: ({ replicationSessions }, id) => replicationSessions.failover(id, {}, confirm) },
  replication_session_reprotect: {
    act: ({ replicationSessions }, id) => replicationSessions.reprotect(id, undefined, confirm),
    on: 'b',
    before: ({ a, id }) => a.replicationSessions.failover(id),
  },
  replication_session_start_failover_test: {
    act: ({ replicationSessions }, id) => replicationSessions.startFailoverTest(id, {}, confirm),
    on: 'b',
  },
  replication_session_stop_failover_test: {
    act: ({ replicationSessions }, id) => replicationSessions.stopFailoverTest(id, {}, confirm),
    on: 'b',
    before: ({ b, id }) => b.replicationSessions.startFailoverTest(id),
  },
  replication_session_promote: {
    act: ({ replicationSessions }, id) => replicationSessions.promote(id, confirm),
    metro: true,
    before: ({ sim }) => sim.link.cut(),
  },
  replication_session_demote: {
    act: ({ replicationSessions }, id) => replicationSessions.demote(id, confirm),
    metro: true,
    before: ({ sim }) => sim.link.cut(),
  },
} as const satisfies Record<string, Case>;

const names = Object.keys(cases) as (keyof typeof cases)[];

async function prepare(one: Simulated, { before }: Case): Promise<void> {
  await before?.(one);
  one.sim.clock.advance(60_000);
}

/** How often an action was sent. */
const sent = (one: Simulated, path: string): number =>
  one.sim.journal.filter(({ kind, text }) => kind === 'request' && /^(POST|PATCH)/.test(text) && text.includes(path))
    .length;

describe('an action whose answer was lost', () => {
  test.each(names)('was carried out or is under way: %s', async (operation) => {
    const one: Case = cases[operation];
    await using pair = await simulated(one.metro ? { sessions: metro } : {});
    await prepare(pair, one);
    pair.sim.faults.add({ operation, effect: carriedOut });
    expect(await one.act(pair[one.on ?? 'a'], pair.id)).toBeUndefined();
    expect(pair.sim.faults.unused()).toEqual([]);
  });

  test.each([
    { name: 'planned', body: {}, on: 'a' },
    { name: 'planned and reversed', body: { reverse: true }, on: 'a' },
    { name: 'unplanned', body: { is_planned: false }, on: 'b' },
  ] as const)('was over already when the session was read again: failover, $name', async ({ body, on }) => {
    await using one = await simulated({ transitions: 'immediate' });
    one.sim.faults.add({ operation: 'replication_session_failover', effect: carriedOut });
    await one[on].replicationSessions.failover(one.id, body, confirm);
    const { role } = await one[on].replicationSessions.get(one.id, { select: ['role'] });
    expect(role).toBe(on === 'a' ? 'Destination' : 'Source');
    expect(sent(one, '/failover')).toBe(1);
  });

  test('was over already: a synchronization', async () => {
    await using one = await simulated({ transitions: 'immediate' });
    one.sim.clock.advance(1000);
    one.sim.faults.add({ operation: 'replication_session_sync', effect: carriedOut });
    expect(await one.a.replicationSessions.sync(one.id, confirm)).toBeUndefined();
  });

  test('was carried out, which the first reads cannot tell', async () => {
    await using one = await simulated();
    one.sim.faults.add({ operation: 'replication_session_pause', effect: carriedOut });
    one.sim.faults.add({ operation: 'replication_session_instance_query', skip: 1, effect: { status: 503 } });
    one.sim.faults.add({ operation: 'replication_session_instance_query', skip: 1, effect: { transport: 'reset' } });
    expect(await one.a.replicationSessions.pause(one.id, confirm)).toBeUndefined();
    expect(one.sim.faults.unused()).toEqual([]);
  });

  test('was not carried out', async () => {
    await using one = await simulated();
    const { replicationSessions } = one.a;
    one.sim.faults.add({
      operation: 'replication_session_failover',
      effect: { transport: 'reset', carriedOut: false },
    });
    const began = performance.now();
    const error = await rejection(replicationSessions.failover(one.id, { is_planned: true }, confirm));
    expect(performance.now() - began, 'it is watched for a while').toBeGreaterThanOrEqual(5000);
    expect(isNotCarriedOutError(error) && isPowerStoreError(error) && !isOutcomeUnknownError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'NotCarriedOutError',
      code: 'ERR_POWERSTORE_NOT_CARRIED_OUT',
      message: `replication_session_failover was not carried out: its answer was lost, and session ${one.id} is still OK as Source`,
      hint: 'Nothing happened: call it again.',
      operation: 'replication_session_failover',
      session: { id: one.id, state: 'OK', role: 'Source' },
      cause: { code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN' },
    });
    expect(sent(one, '/failover')).toBe(1);
    expect(await replicationSessions.failover(one.id, { is_planned: true }, confirm)).toBeUndefined();
  });

  test.each([500, 503] as const)('was an error of an array in trouble: %d', async (status) => {
    await using one = await simulated();
    const operation = 'replication_session_pause';
    one.sim.faults.add({ operation, effect: { status, carriedOut: true } });
    expect(await one.a.replicationSessions.pause(one.id, confirm)).toBeUndefined();
    one.sim.clock.advance(60_000);
    await one.a.replicationSessions.resume(one.id);
    one.sim.clock.advance(60_000);
    one.sim.faults.add({ operation, effect: { status, text: 'Busy.' } });
    const error = await rejection(one.a.replicationSessions.pause(one.id, confirm));
    expect(error).toMatchObject({
      name: 'NotCarriedOutError',
      message: expect.stringMatching(
        `^${operation} was not carried out: .*${status}: Busy\\..* is still OK as Source$`,
      ),
      cause: { status },
    });
    expect(sent(one, '/pause')).toBe(2);
  });

  test('was not carried out: attributes', async () => {
    await using one = await simulated();
    const operation = 'replication_session_start_failover_test';
    one.sim.faults.add({ operation, effect: { transport: 'reset', carriedOut: false } });
    const error = await rejection(one.b.replicationSessions.startFailoverTest(one.id, {}, confirm));
    expect(error).toMatchObject({ code: 'ERR_POWERSTORE_NOT_CARRIED_OUT', operation });
  });

  test('may have been begun, and have failed since', async () => {
    await using one = await simulated();
    const operation = 'replication_session_failover';
    one.sim.faults.add({ operation, effect: carriedOut });
    one.sim.faults.add({
      operation: 'replication_session_instance_query',
      skip: 1,
      effect: { body: { set: { state: 'System_Paused' } } },
    });
    const error = await rejection(one.a.replicationSessions.failover(one.id, {}, confirm));
    expect(isOutcomeUnknownError(error) && isPowerStoreError(error) && !isNetworkError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'OutcomeUnknownError',
      code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN',
      message: expect.stringMatching(
        /^replication_session_failover was sent and its answer was lost, so its outcome is unknown: POST /,
      ),
      hint: 'The session does not tell, or could not be read. Before you send it again, look at its jobs and at the other array.',
      operation,
      cause: { code: 'ERR_POWERSTORE_NETWORK', kind: 'reset' },
    });
  });

  test.each([
    ['a metro that was resumed, and fractured since', 'resume', metro, 'Paused', 'Fractured'],
    [
      'a session that was resumed, and paused by the array since',
      'resume',
      [{ name: 'erp' }],
      'Paused',
      'System_Paused',
    ],
    ['a session whose reprotect has failed since', 'reprotect', [{ name: 'erp' }], 'Failed_Over', 'System_Paused'],
  ] as const)('was carried out: %s', async (_, action, sessions, state, end) => {
    await using one = await simulated({ sessions });
    const array = action === 'resume' ? one.a : one.b;
    await (action === 'resume' ? one.a.replicationSessions.pause(one.id) : one.a.replicationSessions.failover(one.id));
    one.sim.clock.advance(60_000);
    expect(await array.replicationSessions.get(one.id, { select: ['state'] })).toEqual({ state });
    one.sim.faults.add({ operation: `replication_session_${action}`, effect: carriedOut });
    const set = { state: end };
    one.sim.faults.add({ operation: 'replication_session_instance_query', skip: 1, effect: { body: { set } } });
    const { resume, reprotect } = array.replicationSessions;
    await (action === 'resume' ? resume(one.id, confirm) : reprotect(one.id, undefined, confirm));
    expect([one.sim.faults.unused(), sent(one, `/${action}`)]).toEqual([[], 1]);
  });

  test('names the states of a failure among those that show it, where only the action leads to them', () => {
    const lost = new Error('lost');
    expect(new OutcomeUnknownError('replication_session_resume', lost).hint).toContain('Fractured');
    // The array also pauses a session by itself.
    expect(new OutcomeUnknownError('replication_session_sync', lost).hint).not.toContain('System_Paused');
  });

  test('was not possible as far as we know', async () => {
    await using one = await simulated();
    await one.a.replicationSessions.pause(one.id);
    one.sim.clock.advance(60_000);
    one.sim.faults.add({ operation: 'replication_session_pause', effect: { transport: 'reset', carriedOut: false } });
    expect(isOutcomeUnknownError(await rejection(one.a.replicationSessions.pause(one.id, confirm)))).toBe(true);
  });

  test('would have changed nothing', async () => {
    await using one = await simulated({ sessions: metro });
    one.sim.link.cut();
    await one.a.replicationSessions.promote(one.id);
    one.sim.faults.add({ operation: 'replication_session_promote', effect: carriedOut });
    expect(isOutcomeUnknownError(await rejection(one.a.replicationSessions.promote(one.id, confirm)))).toBe(true);
  });

  test('is on a session that cannot be read any more', async () => {
    await using one = await simulated();
    one.sim.faults.add({ operation: 'replication_session_pause', effect: carriedOut });
    one.sim.faults.add({ operation: 'replication_session_instance_query', skip: 1, times: 2, effect: { status: 403 } });
    expect(isOutcomeUnknownError(await rejection(one.a.replicationSessions.pause(one.id, confirm)))).toBe(true);
  });

  test('is not looked for any further when the signal is aborted', async () => {
    const aborting = new AbortController();
    const { signal } = aborting;
    const reason = new Error('changed my mind');
    await using one = await simulated({ onRequest: ({ trouble }) => trouble === 'stall' && aborting.abort(reason) });
    one.sim.faults.add({ operation: 'replication_session_pause', effect: { transport: 'reset', carriedOut: false } });
    one.sim.faults.add({ operation: 'replication_session_instance_query', skip: 3, effect: { transport: 'stall' } });
    expect(await rejection(one.a.replicationSessions.pause(one.id, { ...confirm, signal }))).toBe(reason);
    expect(one.sim.faults.unused()).toEqual([]);
  });
});

test('without confirm, the hint says where to look, and names confirm', async () => {
  await using one = await simulated();
  one.sim.faults.add({ operation: 'replication_session_failover', effect: carriedOut });
  expect(await rejection(one.a.replicationSessions.failover(one.id))).toMatchObject({
    code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN',
    hint:
      'Before you send it again, read the session. A change to one of these shows that the array has carried it out or is ' +
      'working on it: Failing_Over, Failed_Over, another role than before, Reprotecting, Failing_Over_For_DR. ' +
      'With { confirm: true } the client checks this itself.',
  });
});

test('an action that is answered is not looked into', async () => {
  const targets: string[] = [];
  await using one = await simulated({ onRequest: ({ method, target }) => targets.push(`${method} ${target}`) });
  const { replicationSessions } = one.a;
  targets.length = 0;
  await replicationSessions.pause(one.id, confirm);
  const refused = await rejection(replicationSessions.resume(one.id, confirm));
  expect(isApiError(refused)).toBe(true);
  const path = `/api/rest/replication_session/${one.id}`;
  expect(targets).toEqual([
    `GET ${path}?select=*`,
    `POST ${path}/pause`,
    `GET ${path}?select=*`,
    `POST ${path}/resume`,
  ]);
});

test('a session that cannot be read is not sent anything', async () => {
  await using one = await simulated();
  one.sim.faults.add({ operation: 'replication_session_instance_query', effect: { status: 422 } });
  expect(isApiError(await rejection(one.a.replicationSessions.pause(one.id, confirm)))).toBe(true);
  expect(sent(one, '/pause')).toBe(0);
});

test('a job and confirm do not go together', async () => {
  await using one = await simulated();
  const options: object = { async: true, confirm: true };
  expect(await rejection(one.a.replicationSessions.pause(one.id, options))).toBeInstanceOf(InputError);
  expect(sent(one, '/pause')).toBe(0);
});

test('of other writes an error says where to look', () => {
  const error = new OutcomeUnknownError('volume_modify', new Error('lost'));
  expect(error.message).toBe('volume_modify was sent and its answer was lost, so its outcome is unknown: lost');
  expect(error.hint).toBe('Before you send it again, read the instance that it works on and the jobs of the array.');
});
