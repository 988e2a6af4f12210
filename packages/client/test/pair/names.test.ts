// A session has no name. The pair names the volume or group that it replicates.
import { describe, expect, test } from 'vitest';
import { connectPair } from '../../src/index.js';
import { drill } from '../helpers/drills.js';
import { login } from '../helpers/simulated-pair.js';
import { stopped } from '../helpers/stopped.js';
import { steppedTime } from '../helpers/time.js';

describe('a session of the pair', () => {
  test.each(['volume', 'volume_group'] as const)('of a %s', async (kind) => {
    await using it = await drill({ kind });
    expect(await it.pair.session(it.id)).toMatchObject({
      name: 'erp-data',
      a: { name: 'erp-data' },
      b: { name: 'erp-data' },
    });
  });

  test('has the name of the source, if the two differ', async () => {
    await using it = await drill({ source: 'b' });
    const { local_resource_id: volume } = await it.b.replicationSessions.get(it.id, { select: ['local_resource_id'] });
    await it.b.volumes.modify(volume, { name: 'ledger' });
    expect(await it.pair.session(it.id)).toMatchObject({
      name: 'ledger',
      a: { name: 'erp-data' },
      b: { name: 'ledger' },
    });
  });

  test('of a NAS server has none', async () => {
    await using it = await drill({ kind: 'nas_server' });
    expect((await it.pair.session(it.id)).name).toBeUndefined();
    const { name } = await it.pair.plannedFailover(it.id, it.options);
    expect([name, await it.sides()]).toEqual([undefined, 'Failed_Over Destination / Failed_Over Source']);
  });

  test('keeps the name of the other side, if one is out of reach', async () => {
    await using it = await drill();
    await it.sim.a.power('off');
    expect(await it.pair.session(it.id)).toMatchObject({ name: 'erp-data', a: { name: undefined } });
  });

  test('on arrays before 4.0, whose sessions do not embed their volumes', async () => {
    const sim = await steppedTime().simulator({
      fast: true,
      clock: 'manual',
      release: '3.0.0.0',
      sessions: [{ name: 'erp-data' }, { name: 'ledger', kind: 'volume_group' }],
    });
    await using pair = await connectPair(
      () => login(sim.a),
      () => login(sim.b),
    );
    const sessions = await pair.sessions();
    expect(sessions.map(({ name }) => name).toSorted()).toEqual(['erp-data', 'ledger']);
    expect(sessions.every(({ a, b, name }) => a.name === name && b.name === name)).toBe(true);
    await sim.close();
  });
});

test.each(['volume_instance_query', 'volume_collection_query'] as const)(
  'a name that cannot be read (%s) keeps nothing from going on',
  async (operation) => {
    await using it = await drill();
    it.sim.faults.add({ operation, times: 99, effect: { status: 403 } });
    const [one] = await it.pair.sessions();
    expect(one).toMatchObject({ id: it.id, source: 'a', problems: [] });
    await it.pair.plannedFailover(it.id, it.options);
    expect(await it.sides()).toBe('Failed_Over Destination / Failed_Over Source');
  },
);

test('an array that holds the answer with the name back is not waited for long', async () => {
  await using it = await drill();
  it.sim.faults.add({ operation: 'volume_instance_query', times: 9, effect: { transport: 'stall' } });
  const began = performance.now();
  const { name } = await it.pair.session(it.id);
  expect([name, performance.now() - began < 60_000]).toEqual([undefined, true]);
});

test('events and errors name the session', async () => {
  await using it = await drill();
  await it.pair.plannedFailover(it.id, it.options);
  expect(new Set(it.events.map(({ id, name }) => `${id} ${name}`))).toEqual(new Set([`${it.id} erp-data`]));
  const error = await stopped(it.pair.plannedFailover(it.id, it.options));
  expect(error.message).toContain(`plannedFailover of erp-data (session ${it.id}) stopped at`);
  expect(await it.pair.plan.plannedFailover(it.id)).toMatchObject({ name: 'erp-data' });
});
