// Snapshots that the array takes during actions, and how long it keeps them.
import { expect, test } from 'vitest';
import { createSimulator } from '../../src/index.js';
import { done, finishTransitions, idOf, list, minutes, send } from '../helpers/pair.js';

const days = 24 * 60 * minutes;

test('a promotion and a demotion leave a snapshot, by whose name Dell\u2019s CSI driver knows it', async () => {
  await using sim = await createSimulator({
    clock: 'manual',
    sessions: [{ name: 'erp', type: 'Metro_Active_Active' }],
  });
  const id = await idOf(sim, 'erp');
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  await done(sim, 'b', id, 'promote');
  await done(sim, 'b', id, 'demote');
  const snapshots = await list(sim, 'b', 'volume', 'type=eq.Snapshot');
  expect(snapshots.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^Metro_Promote.*erp$/),
    expect.stringMatching(/^Metro_Demote.*erp$/),
  ]);
});

test('a snapshot lives as long as its new expiration says', async () => {
  await using sim = await createSimulator({
    clock: 'manual',
    sessions: [{ name: 'erp', type: 'Metro_Active_Active' }],
  });
  const id = await idOf(sim, 'erp');
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  await done(sim, 'b', id, 'promote');
  const find = () => list(sim, 'b', 'volume', 'type=eq.Snapshot');
  const [snapshot] = await find();
  const [cluster] = await list(sim, 'b', 'cluster');
  const expires = new Date(Date.parse(String(cluster?.['system_time'])) + 5 * days).toISOString();
  const answer = await send(sim, 'b', 'PATCH', `/volume/${String(snapshot?.['id'])}`, {
    expiration_timestamp: expires,
  });
  expect(answer.status).toBe(204);
  sim.clock.advance(4 * days);
  expect(await find()).toHaveLength(1);
  sim.clock.advance(2 * days);
  expect(await find()).toEqual([]);
});
