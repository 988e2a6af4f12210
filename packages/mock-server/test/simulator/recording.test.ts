// A recording of one array: its sessions have another side, which nobody recorded.
import { expect, test } from 'vitest';
import { createSimulator, exampleRecording } from '../../src/index.js';
import { ask } from '../helpers/array.js';

const hour = 3_600_000;

/** An asynchronous session of a volume, and its source. */
const path = '/replication_session/0b8f2c6e-5d1a-4e3f-9b7c-6a5d4c3b2a10';

test('a session goes on after its actions although the array on its other side was not recorded', async () => {
  await using sim = await createSimulator({ recording: exampleRecording(), clock: 'manual' });
  const seen: unknown[] = [];
  for (const action of ['pause', 'resume', 'sync', 'failover']) {
    const { status } = await ask(sim.a, `${path}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...(action === 'failover' && { body: '{"is_planned":true}' }),
    });
    sim.clock.advance(hour);
    const { json } = await ask(sim.a, `${path}?select=state,role`);
    seen.push([action, status, json]);
  }
  expect(seen).toEqual([
    ['pause', 204, { state: 'Paused', role: 'Source' }],
    ['resume', 204, { state: 'OK', role: 'Source' }],
    ['sync', 204, { state: 'OK', role: 'Source' }],
    ['failover', 204, { state: 'Failed_Over', role: 'Destination' }],
  ]);
});
