// The requests that a fault hits, its counters, and invalid faults.
import { describe, expect, it } from 'vitest';
import { createSimulator, type Fault, type FaultEffect } from '../../src/index.js';
import { act, idOf, send } from '../helpers/pair.js';

const manual = { clock: 'manual', fast: true } as const;
const pauses: Fault['operation'] = 'replication_session_pause';

describe('a fault hits', () => {
  const failing: FaultEffect = { status: 500 };

  it('requests to its array', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ array: 'b', effect: failing });
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(500);
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(200);
  });

  it('requests for its operation', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ operation: 'replication_session_instance_query', effect: failing });
    expect((await send(sim, 'a', 'GET', '/replication_session')).status).toBe(200);
    expect((await act(sim, 'a', id, 'pause')).status).toBe(204);
    expect((await send(sim, 'a', 'GET', `/replication_session/${id}`)).status).toBe(500);
  });

  it('requests with its session in the path, whatever they ask of it', async () => {
    await using sim = await createSimulator(manual);
    const [id, other] = [await idOf(sim, 'erp-data'), await idOf(sim, 'ledger')];
    sim.faults.add({ session: id, times: 3, effect: failing });
    expect((await act(sim, 'a', other, 'pause')).status).toBe(204);
    expect((await send(sim, 'a', 'GET', `/replication_session?id=eq.${id}`)).status).toBe(200);
    expect((await send(sim, 'a', 'GET', `/replication_session/${id}?select=state`)).status).toBe(500);
    expect((await act(sim, 'b', id, 'pause')).status).toBe(500);
    expect((await act(sim, 'a', id, 'modify', {})).status).toBe(500);
    expect((await act(sim, 'a', id, 'pause')).status).toBe(204);
  });

  it('requests with its scope in the header x-sim-scope', async () => {
    await using sim = await createSimulator(manual);
    const ask = async (scope?: string): Promise<number> =>
      (await send(sim, 'a', 'GET', '/cluster', undefined, scope === undefined ? {} : { 'X-Sim-Scope': scope })).status;
    sim.faults.add({ scope: 'one', effect: failing });
    expect([await ask(), await ask('two'), await ask('one'), await ask('one')]).toEqual([200, 200, 500, 200]);
    sim.faults.add({ effect: failing });
    expect(await ask('two')).toBe(500);
  });

  it('those that fit everything that is given', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ array: 'a', operation: pauses, session: id, scope: 'me', effect: failing });
    const headers = { 'x-sim-scope': 'me' };
    expect((await act(sim, 'b', id, 'resume', undefined, { headers })).status).toBe(422);
    expect((await act(sim, 'a', await idOf(sim, 'ledger'), 'pause', undefined, { headers })).status).toBe(204);
    expect((await act(sim, 'a', id, 'sync', undefined, { headers })).status).toBe(204);
    expect(sim.faults.unused()).toHaveLength(1);
    expect((await act(sim, 'a', id, 'pause', undefined, { headers })).status).toBe(500);
  });

  it('so many as it says, after those it lets pass', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ operation: 'cluster_collection_query', skip: 2, times: 3, effect: failing });
    const got: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      got.push((await send(sim, 'a', 'GET', '/cluster')).status);
      await send(sim, 'a', 'GET', '/volume?limit=1');
    }
    expect(got).toEqual([200, 200, 500, 500, 500, 200, 200]);
  });

  it('in the order in which they were added, one for a request', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ effect: { status: 503 }, times: 2 });
    sim.faults.add({ effect: { status: 401 } });
    sim.faults.add({ effect: { status: 500 } });
    const got: number[] = [];
    for (let count = 0; count < 5; count += 1) got.push((await send(sim, 'a', 'GET', '/cluster')).status);
    expect(got).toEqual([503, 503, 401, 500, 200]);
  });

  it('the next fault may hit a request that one lets pass', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ effect: { status: 503 }, skip: 1 });
    sim.faults.add({ effect: { status: 401 } });
    const got: number[] = [];
    for (let count = 0; count < 3; count += 1) got.push((await send(sim, 'a', 'GET', '/cluster')).status);
    expect(got).toEqual([401, 503, 200]);
  });

  it('requests side by side, each once', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ effect: failing, times: 7 });
    const got = await Promise.all(Array.from({ length: 30 }, () => send(sim, 'a', 'GET', '/cluster')));
    expect(got.filter(({ status }) => status === 500)).toHaveLength(7);
  });
});

describe('the account', () => {
  it('lists the faults, with their past and remaining hits', async () => {
    await using sim = await createSimulator(manual);
    const added = sim.faults.add({ array: 'a', scope: 's', times: 2, skip: 1, effect: { status: 500 } });
    expect(added).toEqual({
      array: 'a',
      scope: 's',
      times: 2,
      skip: 1,
      effect: { status: 500 },
      number: 1,
      hits: 0,
      remaining: 2,
    });
    sim.faults.add({ array: 'b', effect: { status: 503 } });
    const headers = { 'x-sim-scope': 's' };
    for (let count = 0; count < 2; count += 1) await send(sim, 'a', 'GET', '/cluster', undefined, headers);
    await send(sim, 'b', 'GET', '/cluster');
    expect(sim.faults.list().map(({ number, hits, remaining }) => [number, hits, remaining])).toEqual([
      [1, 1, 1],
      [2, 1, 0],
    ]);
    expect(sim.faults.unused().map(({ number }) => number)).toEqual([1]);
    await send(sim, 'a', 'GET', '/cluster', undefined, headers);
    expect(sim.faults.unused()).toEqual([]);
    expect(sim.faults.list()).toHaveLength(2);
  });

  it('clear() removes all, clear(scope) those of a scope', async () => {
    await using sim = await createSimulator(manual);
    for (const scope of ['one', 'two', undefined])
      sim.faults.add({ ...(scope !== undefined && { scope }), effect: { status: 500 } });
    sim.faults.clear('one');
    expect(sim.faults.list().map(({ scope }) => scope)).toEqual(['two', undefined]);
    sim.faults.clear('none');
    expect(sim.faults.list()).toHaveLength(2);
    sim.faults.clear();
    expect(sim.faults.list()).toEqual([]);
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
  });

  it('is in the journal', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ effect: { status: 503 } });
    await send(sim, 'b', 'GET', '/cluster?select=name');
    const [entry, ...others] = sim.journal.filter(({ kind }) => kind === 'fault');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ array: 'b', time: '2026-01-01T00:00:00.000+00:00' });
    expect(entry?.text).toContain('GET /api/rest/cluster?select=name');
    expect(entry?.text).toContain('503');
  });

  it('is not changed by later changes of the given object', async () => {
    await using sim = await createSimulator(manual);
    const fault = { effect: { body: { set: { name: 'one' } } } };
    const added = sim.faults.add(fault);
    fault.effect.body.set.name = 'two';
    (added.effect as typeof fault.effect).body.set.name = 'three';
    expect((await send(sim, 'a', 'GET', '/cluster?select=name')).json).toEqual([{ name: 'one' }]);
  });

  it('begins with the faults that the simulator was given, and does so again after reset()', async () => {
    const faults: Fault[] = [{ operation: 'cluster_collection_query', effect: { status: 503 } }];
    await using sim = await createSimulator({ ...manual, faults });
    sim.faults.add({ array: 'b', effect: { status: 500 } });
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(503);
    sim.reset();
    expect(sim.faults.list()).toEqual([{ ...faults[0], number: 1, hits: 0, remaining: 1 }]);
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(503);
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(200);
  });
});

describe('a bad fault', () => {
  it.each([
    ['array', { array: 'c', effect: { status: 500 } }, /array/],
    [
      'operation',
      { operation: 'cluster_explode', effect: { status: 500 } },
      /fault.*operation: the contract has no operation/,
    ],
    [
      'misspelt operation',
      { operation: 'replication_session_failovr', effect: { status: 500 } },
      /no operation replication_session_failovr\. Did you mean replication_session_failover\?$/,
    ],
    ['inherited operation', { operation: 'toString', effect: { status: 500 } }, /operation/],
    ['session', { session: 7, effect: { status: 500 } }, /session/],
    ['scope', { scope: null, effect: { status: 500 } }, /scope/],
    ['times', { times: 0, effect: { status: 500 } }, /\.times must be at least 1, not 0\.$/],
    ['half a time', { times: 1.5, effect: { status: 500 } }, /times/],
    ['skip', { skip: -1, effect: { status: 500 } }, /skip/],
    ['unknown field', { when: 'now', effect: { status: 500 } }, /\.when is not known\. Known are array, operation, /],
    ['misspelt field', { time: 2, effect: { status: 500 } }, /\.time is not known\. Did you mean times\?$/],
    [
      'misspelt field of an effect',
      { effect: { status: 500, retryafter: 2 } },
      /\.retryafter .* Did you mean retryAfter\?$/,
    ],
    ['no effect', {}, /effect/],
    ['unknown effect', { effect: { boom: true } }, /effect/],
    ['status', { effect: { status: 200 } }, /effect/],
    ['two effects', { effect: { status: 500, transport: 'cut' } }, /effect/],
    ['transport', { effect: { transport: 'teleport' } }, /effect/],
    ['delay', { effect: { transport: 'slow', delay: -1 } }, /effect/],
    ['login', { effect: { login: 'forever' } }, /effect/],
    ['job', { effect: { job: 'succeeds' } }, /effect/],
    ['drop', { effect: { collection: { drop: -1 } } }, /effect/],
    ['remove', { effect: { body: { remove: 'state' } } }, /effect/],
    ['nothing', undefined, /fault/],
    ['a list', [], /fault/],
  ])('(%s) is refused with a message that names the field, and not added', async (_name, fault, message) => {
    await using sim = await createSimulator(manual);
    expect(() => sim.faults.add(fault as unknown as Fault)).toThrow(message);
    expect(sim.faults.list()).toEqual([]);
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
    await expect(createSimulator({ ...manual, faults: [fault as unknown as Fault] })).rejects.toThrow(message);
  });

  it('counts for nothing', async () => {
    await using sim = await createSimulator(manual);
    expect(() => sim.faults.add({ effect: { status: 1 } } as unknown as Fault)).toThrow(/effect/);
    expect(sim.faults.add({ effect: { status: 500 } }).number).toBe(1);
  });
});
