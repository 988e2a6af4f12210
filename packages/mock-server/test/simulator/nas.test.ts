// A NAS server and its file systems, each of which can change separately: the state of the server, and how they come
// together again.
import { expect, test } from 'vitest';
import { createSimulator, type Simulator } from '../../src/index.js';
import {
  act,
  done,
  fileSystemsOf,
  idOf,
  list,
  minutes,
  other,
  roles,
  seconds,
  send,
  finishTransitions,
  states,
} from '../helpers/pair.js';

async function server(parts = 3) {
  const sim = await createSimulator({
    clock: 'manual',
    fast: true,
    sessions: [{ name: 'home', kind: 'nas_server', rpo: 'One_Hour', parts }],
  });
  const [row] = await list(sim, 'a', 'replication_session', 'resource_type=eq.nas_server');
  const id = String(row?.['id']);
  const [first = '', second = '', third = ''] = await fileSystemsOf(sim, id);
  return { sim, id, first, second, third };
}

const all = (sim: Simulator, ids: string[]): Promise<string[]> => Promise.all(ids.map((id) => states(sim, id)));

const same = (state: string): string => `${state} / ${state}`;

const time = (text: unknown): number => Date.parse(String(text));

test('the link comes back: the file systems are on their way for as long as their server, and no longer', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  sim.link.cut();
  finishTransitions(sim);
  expect(await all(sim, [id, first, second, third])).toEqual(Array<string>(4).fill(same('System_Paused')));
  sim.link.heal();
  const seen = new Set<string>();
  for (let passed = 0; passed < 12; passed += 1) {
    const [shown = '', ...files] = await all(sim, [id, first, second, third]);
    expect(files).toEqual([shown, shown, shown]);
    seen.add(shown);
    sim.clock.advance(seconds);
  }
  expect([...seen]).toEqual([same('Synchronizing'), same('OK')]);
});

test('one was paused while the link was down: the others recover each by itself, and the server is in part Paused', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  sim.link.cut();
  await done(sim, 'a', first, 'pause');
  await done(sim, 'b', first, 'pause');
  finishTransitions(sim);
  sim.link.heal();
  expect(await all(sim, [first, second, third])).toEqual([
    same('Paused'),
    same('Synchronizing'),
    same('Synchronizing'),
  ]);
  finishTransitions(sim);
  expect(await all(sim, [id, first, second, third])).toEqual([
    same('Partial_Paused'),
    same('Paused'),
    same('OK'),
    same('OK'),
  ]);
});

test('one was paused on one side alone: that one is for a user to bring together', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  sim.link.cut();
  await done(sim, 'a', first, 'pause');
  finishTransitions(sim);
  sim.link.heal();
  finishTransitions(sim);
  expect(await all(sim, [first, second, third])).toEqual(['Paused / System_Paused', same('OK'), same('OK')]);
  expect(await states(sim, id)).toBe('Partial_Paused / Partial_OK');
});

test('failed over alone, the server and every file system are followed by the other array', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  sim.link.cut();
  await done(sim, 'b', id, 'failover', { is_planned: false, force: true });
  finishTransitions(sim);
  const everyone = [id, first, second, third];
  expect(await all(sim, everyone)).toEqual(Array<string>(4).fill('System_Paused / Failed_Over'));
  sim.link.heal();
  expect(await all(sim, everyone)).toEqual(Array<string>(4).fill(same('Failed_Over')));
  for (const each of everyone) expect(await roles(sim, each)).toBe('Destination / Source');
});

test('a file system that failed over alone is followed, and its server says so', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  sim.link.cut();
  await done(sim, 'b', first, 'failover', { is_planned: false, force: true });
  finishTransitions(sim);
  expect(await states(sim, first)).toBe('System_Paused / Failed_Over');
  sim.link.heal();
  expect(await states(sim, first)).toBe(same('Failed_Over'));
  expect(await roles(sim, first)).toBe('Destination / Source');
  finishTransitions(sim);
  expect(await all(sim, [id, second, third])).toEqual([same('Partial_Failed_Over'), same('OK'), same('OK')]);
  expect(await roles(sim, second)).toBe('Source / Destination');
});

test('a file system in its cycle is as good as one that is OK', async () => {
  const { sim, id, first, second } = await server(2);
  await using _ = sim;
  await done(sim, 'a', first, 'pause');
  finishTransitions(sim);
  expect(await states(sim, id)).toBe(same('Partial_Paused'));
  await done(sim, 'a', first, 'resume');
  const seen = new Set<string>();
  for (let passed = 0; passed < 12; passed += 1) {
    if ((await states(sim, second)) === same('OK')) await done(sim, 'a', second, 'sync');
    seen.add((await all(sim, [first, second, id])).map((both) => both.split(' / ')[0]).join(' '));
    sim.clock.advance(seconds);
  }
  expect([...seen]).toEqual(['Resuming Synchronizing Partial_Paused', 'OK Synchronizing OK']);
});

test('the last action on the file systems decides the Partial_ state', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  const turn = async (file: string, site: 'a' | 'b', action: string, body?: unknown) => {
    await done(sim, site, file, action, body);
    finishTransitions(sim);
    return states(sim, id);
  };
  expect(await turn(first, 'a', 'failover')).toBe(same('Partial_Failed_Over'));
  expect(await turn(second, 'a', 'sync')).toBe(same('Partial_Failed_Over'));
  expect(await turn(second, 'a', 'failover')).toBe(same('Partial_Failed_Over'));
  expect(await turn(third, 'a', 'failover')).toBe(same('Failed_Over'));
  expect(await turn(first, 'b', 'reprotect')).toBe(same('Partial_Reprotected'));
  // Other actions in between do not change that.
  expect(await turn(first, 'b', 'sync')).toBe(same('Partial_Reprotected'));
  expect(await turn(second, 'b', 'reprotect')).toBe(same('Partial_Reprotected'));
  expect(await turn(third, 'b', 'reprotect')).toBe(same('OK'));
  // And it is of the past, once another one fails over.
  expect(await turn(second, 'b', 'failover')).toBe(same('Partial_Failed_Over'));
});

test('one that fails to synchronize leaves the server OK in part, whatever was asked of it before', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  await done(sim, 'a', id, 'failover');
  finishTransitions(sim);
  await done(sim, 'b', id, 'reprotect');
  finishTransitions(sim);
  sim.faults.add({ session: first, effect: { job: 'fails' } });
  await done(sim, 'b', first, 'sync');
  finishTransitions(sim);
  expect(await all(sim, [id, first, second, third])).toEqual([
    same('Partial_OK'),
    same('System_Paused'),
    same('OK'),
    same('OK'),
  ]);
  await done(sim, 'b', first, 'sync');
  finishTransitions(sim);
  expect(await states(sim, id)).toBe(same('OK'));
});

test('one that had failed before the link was cut stays so, and the others recover each by itself', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  sim.faults.add({ session: first, effect: { job: 'fails' } });
  await done(sim, 'a', first, 'sync');
  finishTransitions(sim);
  sim.link.cut();
  expect(await all(sim, [id, first, second, third])).toEqual(Array(4).fill(same('System_Paused')));
  sim.link.heal();
  expect(await all(sim, [first, second, third])).toEqual([
    same('System_Paused'),
    same('Synchronizing'),
    same('Synchronizing'),
  ]);
  finishTransitions(sim);
  expect(await all(sim, [id, first, second, third])).toEqual([
    same('Partial_OK'),
    same('System_Paused'),
    same('OK'),
    same('OK'),
  ]);
});

test('each that ends is counted at once, others may still be on their way', async () => {
  const { sim, id, first, second, third } = await server();
  await using _ = sim;
  await done(sim, 'a', first, 'pause');
  sim.clock.advance(seconds);
  await done(sim, 'a', second, 'pause');
  expect(await states(sim, id)).toBe(same('OK'));
  sim.clock.advance(seconds);
  expect(await all(sim, [id, first, second, third])).toEqual([
    same('Partial_Paused'),
    same('Paused'),
    same('Pausing'),
    same('OK'),
  ]);
});

test('a session makes up for a missed cycle by its objective', async () => {
  await using sim = await createSimulator({
    clock: 'manual',
    fast: true,
    sessions: [{ name: 'erp', rpo: 'One_Hour' }],
  });
  const id = await idOf(sim, 'erp');
  const shown = async () => (await list(sim, 'a', 'replication_session', `id=eq.${id}`))[0] ?? {};
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  const synchronized = await shown();
  expect(time(synchronized['next_sync_timestamp'])).toBe(time(synchronized['last_sync_timestamp']) + 48 * minutes);
  // A failover test does not synchronize.
  sim.clock.advance(10 * minutes);
  await done(sim, 'b', id, 'start_failover_test');
  finishTransitions(sim);
  await done(sim, 'b', id, 'stop_failover_test');
  finishTransitions(sim);
  expect(await shown()).toMatchObject({
    last_sync_timestamp: synchronized['last_sync_timestamp'],
    next_sync_timestamp: synchronized['next_sync_timestamp'],
  });
});

test.each(['a', 'b'] as const)(
  'a session that was deleted on %s alone is on its way out on the other array when the link is back',
  async (site) => {
    await using sim = await createSimulator({
      clock: 'manual',
      fast: true,
      sessions: [{ name: 'erp', type: 'Metro_Active_Active' }],
    });
    const id = await idOf(sim, 'erp');
    sim.link.cut();
    expect((await send(sim, site, 'POST', '/volume/name:erp/end_metro', { force: true })).status).toBe(204);
    finishTransitions(sim);
    const expected = (shown: string) => (site === 'a' ? `- / ${shown}` : `${shown} / -`);
    expect(await states(sim, id)).toBe(expected('Fractured'));
    sim.link.heal();
    expect(await states(sim, id)).toBe(expected('Deleting'));
    expect((await act(sim, other(site), id, 'pause')).status).toBe(422);
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / -');
  },
);
