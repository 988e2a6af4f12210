// Snapshots that the array takes during actions, and how long it keeps them.
import { expect, test } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.js';
import { done, finishTransitions, idOf, list, minutes, send } from '../helpers/pair.js';

const days = 24 * 60 * minutes;

const metro: SimulatorOptions = { clock: 'manual', sessions: [{ name: 'erp', type: 'Metro_Active_Active' }] };

/** Promotes B of the paused session, and returns its id. */
async function promote(sim: Simulator): Promise<string> {
  const id = await idOf(sim, 'erp');
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  await done(sim, 'b', id, 'promote');
  return id;
}

test('a promotion and a demotion leave a snapshot, by whose name Dell\u2019s CSI driver knows it', async () => {
  await using sim = await createSimulator(metro);
  const id = await promote(sim);
  await done(sim, 'b', id, 'demote');
  const snapshots = await list(sim, 'b', 'volume', 'type=eq.Snapshot');
  expect(snapshots.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^Metro_Promote.*erp$/),
    expect.stringMatching(/^Metro_Demote.*erp$/),
  ]);
});

test('a snapshot lives as long as its new expiration says', async () => {
  await using sim = await createSimulator(metro);
  await promote(sim);
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

// The document has no format for it, because an empty text clears it. A text that is no time once broke every later answer.
test.each([
  ['tomorrow', 400, null],
  ['2030-13-01T00:00:00Z', 400, null],
  ['', 204, null],
  ['2030-01-31T12:00:00Z', 204, '2030-01-31T12:00:00.000+00:00'],
  ['2030-02-31T12:00:00Z', 204, '2030-03-03T12:00:00.000+00:00'],
])('a snapshot of a group may expire at "%s": %i', async (expiration_timestamp, status, expected) => {
  await using sim = await createSimulator({ clock: 'manual', sessions: [{ name: 'erp', kind: 'volume_group' }] });
  const [snapshot] = await list(sim, 'b', 'volume_group', 'type=eq.Snapshot');
  const answer = await send(sim, 'b', 'PATCH', `/volume_group/${String(snapshot?.['id'])}`, { expiration_timestamp });
  expect(answer.status).toBe(status);
  const [after] = await list(sim, 'b', 'volume_group', 'type=eq.Snapshot');
  expect(after?.['protection_data']).toMatchObject({ expiration_timestamp: expected });
});
