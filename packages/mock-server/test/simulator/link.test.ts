// Sessions and hosts when the link between the arrays is cut, and when it is healed.
import { describe, expect, test } from 'vitest';
import { hostAccess, named, remotes } from '../helpers/look.js';
import {
  both,
  fileSystemsOf,
  idOf,
  instance,
  list,
  minutes,
  seconds,
  finishTransitions,
  states,
  watch,
} from '../helpers/pair.js';
import {
  connectionLost,
  everySession,
  mirror,
  outOfReach,
  plain,
  quiet,
  remote,
  thirdSite,
  witnessed,
  world,
} from '../helpers/outages.js';

describe('the link is cut', () => {
  test('every kind of session stops on both arrays, and recovers by itself when it is healed', async () => {
    await using sim = await world();
    const sessions = await everySession(sim);
    expect(sessions).toHaveLength(12 + 3 + 2);
    const at = async (attribute: string) =>
      Object.fromEntries(await Promise.all(sessions.map(async ([name, id]) => [name, await both(sim, id, attribute)])));
    const all = (value: (stopped: string) => string) =>
      Object.fromEntries(sessions.map(([name, , stopped]) => [name, value(stopped)]));
    const rolesBefore = await at('role');

    sim.link.cut();
    expect(sim.link.up).toBe(false);
    expect(await at('state')).toEqual(all((stopped) => `${stopped} / ${stopped}`));
    expect(await at('data_connection_state')).toEqual(all(() => `${connectionLost} / ${connectionLost}`));
    finishTransitions(sim);
    expect(await at('state')).toEqual(all((stopped) => `${stopped} / ${stopped}`));

    sim.link.heal();
    expect(sim.link.up).toBe(true);
    finishTransitions(sim);
    expect(await at('state')).toEqual(all(() => 'OK / OK'));
    expect(await at('data_connection_state')).toEqual(all(() => 'OK / OK'));
    expect(await at('local_resource_state')).toEqual(all(() => 'System_Defined / System_Defined'));
    expect(await at('role')).toEqual(rolesBefore);
  });

  test('both arrays lose each other, and neither loses the third site', async () => {
    await using sim = await world();
    const third = await thirdSite(sim);
    const { 'array-a': toA, 'array-b': toB, 'array-c': toC } = remote;
    expect(await remotes(sim, 'a')).toEqual({ 'array-b': toB, 'array-c': toC });
    sim.link.cut();
    expect(await remotes(sim, 'a')).toEqual({ 'array-b': outOfReach, 'array-c': toC });
    expect((await remotes(sim, 'b'))['array-a']).toBe(outOfReach);
    expect(await instance(sim, 'a', 'replication_session', third)).toMatchObject({ data_connection_state: 'OK' });
    sim.link.heal();
    expect(await remotes(sim, 'a')).toEqual({ 'array-b': toB, 'array-c': toC });
    expect((await remotes(sim, 'b'))['array-a']).toBe(toA);
  });

  test('the copy at the third site goes on being made', async () => {
    await using sim = await world();
    const third = await thirdSite(sim);
    const before = await instance(sim, 'a', 'replication_session', third);
    sim.link.cut();
    expect((await instance(sim, 'a', 'replication_session', third))?.['state']).toBe('OK');
    sim.clock.advance(6 * minutes);
    const after = await instance(sim, 'a', 'replication_session', third);
    expect(Date.parse(String(after?.['last_sync_timestamp']))).toBeGreaterThan(
      Date.parse(String(before?.['last_sync_timestamp'])),
    );
  });

  test('no cycle begins while it is down', async () => {
    await using sim = await world([{ name: 'erp-data' }]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    const shown = await watch(sim, id, { during: 12 * minutes, step: 2 * seconds });
    expect(shown).toEqual({ a: 'System_Paused', b: 'System_Paused' });
  });

  test('the way back leads through a synchronization, or the state in which a mirror is made', async () => {
    await using sim = await world([
      quiet,
      { name: 'ledger', type: 'Synchronous' },
      { name: 'orders-group', kind: 'volume_group', type: 'Synchronous', source: 'b' },
      witnessed,
    ]);
    const ids = await Promise.all(['erp-data', 'ledger', 'orders-group', 'metro-witnessed'].map((it) => idOf(sim, it)));
    sim.link.cut();
    sim.link.heal();
    const through = await Promise.all(ids.map((id) => both(sim, id, 'state')));
    finishTransitions(sim);
    expect(through).toEqual([
      'Synchronizing / Synchronizing',
      'Switching_To_Synchronous / Switching_To_Synchronous',
      'Switching_To_Synchronous / Switching_To_Synchronous',
      'Switching_To_Metro_Sync / Switching_To_Metro_Sync',
    ]);
    expect(await Promise.all(ids.map((id) => states(sim, id)))).toEqual(Array.from(ids, () => 'OK / OK'));
  });

  test('cut and healed twice is as cut and healed once', async () => {
    await using sim = await world([quiet, plain]);
    const ids = [await idOf(sim, 'erp-data'), await idOf(sim, 'metro-plain')];
    sim.link.cut();
    sim.link.cut();
    expect(await Promise.all(ids.map((id) => states(sim, id)))).toEqual([
      'System_Paused / System_Paused',
      'Fractured / Fractured',
    ]);
    sim.link.heal();
    sim.link.heal();
    finishTransitions(sim);
    expect(await Promise.all(ids.map((id) => states(sim, id)))).toEqual(['OK / OK', 'OK / OK']);
  });

  test('the order in which sessions were loaded is no matter', async () => {
    await using sim = await world([mirror, quiet]);
    const nas = await idOf(sim, 'nas-mirror');
    const ids = [nas, ...(await fileSystemsOf(sim, nas)), await idOf(sim, 'erp-data')];
    const saved = sim.save();
    sim.load({ ...saved, sessions: saved.sessions.toReversed() });
    sim.link.cut();
    sim.link.heal();
    for (const id of ids) expect(await states(sim, id)).toMatch(/^(\w+)ing(_To_Synchronous)? \/ \1ing\2$/);
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
    // File systems recover with their NAS server, and not by themselves: there is one journal of it.
    const from = sim.journal.filter(({ text }) => text === 'Switching_To_Synchronous → OK');
    expect(from.map(({ session: id }) => id).toSorted()).toEqual(
      ids
        .slice(0, -1)
        .flatMap((id) => [id, id])
        .toSorted(),
    );
  });

  test('queries by the state of the link follow it', async () => {
    await using sim = await world([quiet]);
    const reached = async () =>
      (await list(sim, 'a', 'remote_system', 'state=eq.OK&order=name')).map(({ name }) => name);
    expect(await reached()).toEqual(['array-b', 'array-c']);
    sim.link.cut();
    expect(await reached()).toEqual(['array-c']);
    expect(await named(sim, 'a', 'remote_system', 'array-b')).toMatchObject({ file_connection_state: 'Not_OK' });
    sim.link.heal();
    expect(await reached()).toEqual(['array-b', 'array-c']);
    expect(await named(sim, 'a', 'remote_system', 'array-b')).toMatchObject({ file_connection_state: 'OK' });
  });

  test('cut again on the way back: stopped again, and recovers in the end', async () => {
    await using sim = await world([quiet, witnessed]);
    const ids = [await idOf(sim, 'erp-data'), await idOf(sim, 'metro-witnessed')];
    sim.link.cut();
    sim.link.heal();
    sim.clock.advance(seconds);
    sim.link.cut();
    expect(await Promise.all(ids.map((id) => states(sim, id)))).toEqual([
      'System_Paused / System_Paused',
      'Fractured / Fractured',
    ]);
    expect(await hostAccess(sim, 'metro-witnessed')).toBe('true / false');
    sim.link.heal();
    finishTransitions(sim);
    expect(await Promise.all(ids.map((id) => states(sim, id)))).toEqual(['OK / OK', 'OK / OK']);
    expect(await hostAccess(sim, 'metro-witnessed')).toBe('true / true');
  });
});

describe('hosts', () => {
  test.each(['erp-data', 'ledger'])('%s: its source goes on serving while the link is down', async (name) => {
    await using sim = await world();
    expect(await hostAccess(sim, name)).toBe('true / false');
    sim.link.cut();
    expect(await hostAccess(sim, name)).toBe('true / false');
    sim.link.heal();
    finishTransitions(sim);
    expect(await hostAccess(sim, name)).toBe('true / false');
  });

  test('a volume whose source is B', async () => {
    await using sim = await world();
    expect(await hostAccess(sim, 'web-content')).toBe('false / true');
    sim.link.cut();
    expect(await hostAccess(sim, 'web-content')).toBe('false / true');
  });

  test('a metro volume is served on both arrays until the link is cut, then by the preferred one', async () => {
    await using sim = await world();
    for (const name of ['metro-witnessed', 'metro-plain', 'three-site'])
      expect([name, await hostAccess(sim, name)]).toEqual([name, 'true / true']);
    sim.link.cut();
    expect(await hostAccess(sim, 'metro-witnessed')).toBe('true / false');
    expect(await hostAccess(sim, 'metro-plain')).toBe('false / true');
    expect(await hostAccess(sim, 'three-site')).toBe('true / false');
    sim.link.heal();
    finishTransitions(sim);
    for (const name of ['metro-witnessed', 'metro-plain', 'three-site'])
      expect([name, await hostAccess(sim, name)]).toEqual([name, 'true / true']);
  });

  test('a metro group and its members alike', async () => {
    await using sim = await world();
    const all = async () => [
      await hostAccess(sim, 'metro-group', 'volume_group'),
      await hostAccess(sim, 'metro-group-1'),
      await hostAccess(sim, 'metro-group-2'),
    ];
    expect(await all()).toEqual(['true / true', 'true / true', 'true / true']);
    sim.link.cut();
    expect(await all()).toEqual(['true / false', 'true / false', 'true / false']);
    sim.link.heal();
    finishTransitions(sim);
    expect(await all()).toEqual(['true / true', 'true / true', 'true / true']);
  });
});
