// A volume that grows, and its copy on the other array.
import { describe, expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { named } from '../helpers/look.js';
import { done, finishTransitions, idOf, minutes, send, type Site, states } from '../helpers/pair.js';

const GiB = 1_073_741_824;

const world = (spec: Partial<SessionSpec> = {}): Promise<Simulator> =>
  createSimulator({ clock: 'manual', sessions: [{ name: 'erp', rpo: 'One_Hour', ...spec }] });

/** The sizes on both arrays in GiB: `1 / 1`. */
async function sizes(sim: Simulator, name = 'erp'): Promise<string> {
  const size = async (site: Site) => Number((await named(sim, site, 'volume', name))['size']) / GiB;
  return `${await size('a')} / ${await size('b')}`;
}

async function grow(sim: Simulator, site: Site, gigabytes: number, name = 'erp'): Promise<void> {
  const answer = await send(sim, site, 'PATCH', `/volume/name:${name}`, { size: gigabytes * GiB });
  if (answer.status !== 204) throw new Error(answer.text);
}

describe('asynchronous', () => {
  test('the destination grows with the next synchronization', async () => {
    await using sim = await world();
    await grow(sim, 'a', 2);
    expect(await sizes(sim)).toBe('2 / 1');
    await done(sim, 'a', await idOf(sim, 'erp'), 'sync');
    expect(await sizes(sim)).toBe('2 / 1');
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 2');
  });

  test('by itself in its cycle', async () => {
    await using sim = await world();
    await grow(sim, 'a', 2);
    sim.clock.advance(61 * minutes);
    expect(await sizes(sim)).toBe('2 / 2');
  });

  test('a change during a synchronization waits for the next one', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp');
    await done(sim, 'a', id, 'sync');
    await grow(sim, 'a', 2);
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 1');
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 2');
  });

  test('not with a synchronization that fails', async () => {
    await using sim = await world();
    await grow(sim, 'a', 2);
    await done(sim, 'a', await idOf(sim, 'erp'), 'sync');
    sim.link.cut();
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 1');
    sim.link.heal();
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 2');
  });

  test('with a planned failover, and back from the new source with reprotect', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp');
    await grow(sim, 'a', 2);
    await done(sim, 'a', id, 'failover');
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 2');
    await grow(sim, 'b', 3);
    expect(await sizes(sim)).toBe('2 / 3');
    await done(sim, 'b', id, 'reprotect');
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('3 / 3');
  });

  test('an unplanned failover falls back to the size of the last synchronization', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp');
    await grow(sim, 'a', 2);
    await done(sim, 'b', id, 'failover', { is_planned: false });
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 1');
    await done(sim, 'b', id, 'reprotect');
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('1 / 1');
  });

  test('members of a group, with their group', async () => {
    await using sim = await world({ kind: 'volume_group' });
    await grow(sim, 'a', 2, 'erp-2');
    const [group] = ((await send(sim, 'a', 'GET', '/replication_session?select=id')).json as { id: string }[]) ?? [];
    await done(sim, 'a', group?.id ?? '', 'sync');
    finishTransitions(sim);
    expect(await sizes(sim, 'erp-1')).toBe('1 / 1');
    expect(await sizes(sim, 'erp-2')).toBe('2 / 2');
  });
});

test('a synchronous copy grows at once', async () => {
  await using sim = await world({ type: 'Synchronous' });
  await grow(sim, 'a', 2);
  expect(await sizes(sim)).toBe('2 / 2');
});

test('a synchronous copy that is paused grows when it is resumed', async () => {
  await using sim = await world({ type: 'Synchronous' });
  const id = await idOf(sim, 'erp');
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  await grow(sim, 'a', 2);
  expect(await sizes(sim)).toBe('2 / 1');
  await done(sim, 'a', id, 'resume');
  finishTransitions(sim);
  expect(await sizes(sim)).toBe('2 / 2');
});

describe('metro', () => {
  test.each(['a', 'b'] as const)('grown on %s while it is paused, the other side grows on resume', async (site) => {
    await using sim = await world({ type: 'Metro_Active_Active' });
    const id = await idOf(sim, 'erp');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    await grow(sim, site, 2);
    expect(await sizes(sim)).toBe(site === 'a' ? '2 / 1' : '1 / 2');
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await sizes(sim)).toBe('2 / 2');
  });

  test('grown while it is fractured, the other side grows when the link is back', async () => {
    await using sim = await world({ type: 'Metro_Active_Active' });
    sim.link.cut();
    await grow(sim, 'a', 2);
    sim.link.heal();
    finishTransitions(sim);
    expect(await sizes(sim)).toBe('2 / 2');
  });
});

describe('the body that Dell\u2019s Go client sends for a new size', () => {
  const resize = { size: 2 * GiB, protection_policy_id: '', description: '' };

  test('to a volume without a policy', async () => {
    await using sim = await world();
    expect((await send(sim, 'a', 'PATCH', '/volume/name:spare-a', resize)).status).toBe(204);
    expect((await named(sim, 'a', 'volume', 'spare-a'))['size']).toBe(2 * GiB);
  });

  test('to a metro volume that is paused', async () => {
    await using sim = await world({ type: 'Metro_Active_Active' });
    await done(sim, 'a', await idOf(sim, 'erp'), 'pause');
    finishTransitions(sim);
    expect((await send(sim, 'a', 'PATCH', '/volume/name:erp', resize)).status).toBe(204);
  });
});
