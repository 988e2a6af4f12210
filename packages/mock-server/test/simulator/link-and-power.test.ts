// What becomes of sessions when the link between the arrays is cut, or one of them is switched off, and afterwards.
import { request } from 'node:https';
import { describe, expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { exchange } from '../helpers/array.js';
import { accepted, hostAccess, jobOf, jobState, named, protect, remotes, until } from '../helpers/look.js';
import {
  act,
  basicOf,
  both,
  done,
  fileSystemsOf,
  idOf,
  instance,
  list,
  minutes,
  roles,
  seconds,
  send,
  sendAs,
  settle,
  type Site,
  states,
  trace,
} from '../helpers/pair.js';
import { lost } from '../helpers/wire.js';

const world = (sessions?: readonly SessionSpec[]) =>
  createSimulator({ clock: 'manual', fast: true, ...(sessions && { sessions }) });

/** An asynchronous session whose cycles are too far apart to disturb. */
const quiet: SessionSpec = { name: 'erp-data', rpo: 'One_Hour' };
const witnessed: SessionSpec = { name: 'metro-witnessed', type: 'Metro_Active_Active', witness: true };
const plain: SessionSpec = { name: 'metro-plain', type: 'Metro_Active_Active' };
const mirror: SessionSpec = { name: 'nas-mirror', kind: 'nas_server', type: 'Synchronous', witness: true };

const connectionLost = 'Complete_Data_Connection_Loss';
const remote = { 'array-a': 'OK, OK', 'array-b': 'OK, OK', 'array-c': 'OK, OK' };
const outOfReach = `Management_Connection_Lost, ${connectionLost}`;

/** Sessions of the default world, and what they are while the arrays do not reach each other. */
const kinds = {
  'erp-data': 'System_Paused',
  'web-content': 'System_Paused',
  'sql-group': 'System_Paused',
  'vm-group': 'System_Paused',
  ledger: 'System_Paused',
  'orders-group': 'System_Paused',
  'metro-witnessed': 'Fractured',
  'metro-plain': 'Fractured',
  'metro-group': 'Fractured',
  'nas-home': 'System_Paused',
  'nas-mirror': 'System_Paused',
} as const;

/** Ids of them, those of file systems with the state of their NAS servers. */
async function everySession(sim: Simulator): Promise<[name: string, id: string, stopped: string][]> {
  const found: [string, string, string][] = [];
  for (const [name, stopped] of Object.entries(kinds)) {
    const id = await idOf(sim, name);
    found.push([name, id, stopped]);
    if (name.startsWith('nas-'))
      for (const file of await fileSystemsOf(sim, id)) found.push([`a file system of ${name}`, file, stopped]);
  }
  const metro = 'type=eq.Metro_Active_Active';
  return [...found, ['three-site', await idOf(sim, 'three-site', 'a', metro), 'Fractured']];
}

const thirdSite = (sim: Simulator) => idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');

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
    settle(sim);
    expect(await at('state')).toEqual(all((stopped) => `${stopped} / ${stopped}`));

    sim.link.heal();
    expect(sim.link.up).toBe(true);
    settle(sim);
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
    const shown = await trace(sim, id, { during: 12 * minutes, step: 2 * seconds });
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
    settle(sim);
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
    settle(sim);
    expect(await Promise.all(ids.map((id) => states(sim, id)))).toEqual(['OK / OK', 'OK / OK']);
  });

  test('the order in which sessions were loaded is no matter', async () => {
    await using sim = await world([mirror, quiet]);
    const nas = await idOf(sim, 'nas-mirror');
    const ids = [nas, ...(await fileSystemsOf(sim, nas)), await idOf(sim, 'erp-data')];
    const snapshot = sim.snapshot();
    sim.load({ ...snapshot, sessions: snapshot.sessions.toReversed() });
    sim.link.cut();
    sim.link.heal();
    for (const id of ids) expect(await states(sim, id)).toMatch(/^(\w+)ing(_To_Synchronous)? \/ \1ing\2$/);
    settle(sim);
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

  test('queries by what the link does follow it', async () => {
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
    settle(sim);
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
    settle(sim);
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
    settle(sim);
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
    settle(sim);
    expect(await all()).toEqual(['true / true', 'true / true', 'true / true']);
  });
});

const metroSide = async (sim: Simulator, site: Site) => {
  const id = await idOf(sim, 'metro-witnessed', site);
  const { state, local_resource_state, data_connection_state } = {
    ...(await instance(sim, site, 'replication_session', id)),
  };
  const { is_host_access_available } = await named(sim, site, 'volume', 'metro-witnessed');
  return [state, local_resource_state, is_host_access_available, data_connection_state];
};

describe('metro, by who is preferred and whether there is a witness', () => {
  const sites = [
    ['a', 'b'],
    ['b', 'a'],
  ] as const;
  for (const witness of [true, false])
    for (const [preferred, second] of sites) {
      const title = `${witness ? 'witness' : 'no witness'}, ${preferred} preferred`;
      const metro = () => world([{ ...witnessed, witness, source: preferred }]);

      test(`${title}: the link is cut, both arrays go on, and the preferred one serves`, async () => {
        await using sim = await metro();
        sim.link.cut();
        expect(await metroSide(sim, preferred)).toEqual(['Fractured', 'System_Defined', true, connectionLost]);
        expect(await metroSide(sim, second)).toEqual(['Fractured', 'System_Demoted', false, connectionLost]);
        sim.link.heal();
        settle(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });

      test(`${title}: its array is off, and the other one ${witness ? 'is promoted' : 'is demoted'}`, async () => {
        await using sim = await metro();
        await sim[preferred].power('off');
        const alone = witness ? ['System_Promoted', true] : ['System_Demoted', false];
        expect(await metroSide(sim, second)).toEqual(['Fractured', ...alone, connectionLost]);
        settle(sim);
        expect(await metroSide(sim, second)).toEqual(['Fractured', ...alone, connectionLost]);
        await sim[preferred].power('on');
        settle(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });

      test(`${title}: the other array is off, and it serves`, async () => {
        await using sim = await metro();
        await sim[second].power('off');
        expect(await metroSide(sim, preferred)).toEqual(['Fractured', 'System_Defined', true, connectionLost]);
        await sim[second].power('on');
        settle(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });

      test(`${title}: demoted by the cut already, the other side stays so when the preferred array goes as well`, async () => {
        await using sim = await metro();
        sim.link.cut();
        await sim[preferred].power('off');
        expect(await metroSide(sim, second)).toEqual(['Fractured', 'System_Demoted', false, connectionLost]);
        await sim[preferred].power('on');
        expect(await metroSide(sim, preferred)).toEqual(['Fractured', 'System_Defined', true, connectionLost]);
        sim.link.heal();
        settle(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });
    }

  test('a metro session that was Paused is no matter of preference', async () => {
    await using sim = await world([witnessed]);
    const id = await idOf(sim, 'metro-witnessed');
    await done(sim, 'a', id, 'pause');
    settle(sim);
    const before = await both(sim, id, 'local_resource_state');
    const access = await hostAccess(sim, 'metro-witnessed');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await both(sim, id, 'local_resource_state')).toBe(before);
    expect(await hostAccess(sim, 'metro-witnessed')).toBe(access);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });
});

/** Cut, and the side that was demoted promoted by hand: both serve. */
async function split(sim: Simulator): Promise<string> {
  const id = await idOf(sim, 'metro-plain');
  sim.link.cut();
  await done(sim, 'b', id, 'promote');
  settle(sim);
  expect(await both(sim, id, 'local_resource_state')).toBe('System_Defined / Promoted');
  expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  return id;
}

describe('split brain', () => {
  test('stays Fractured when the link is healed, for as long as nobody decides', async () => {
    await using sim = await world([plain]);
    const id = await split(sim);
    sim.link.heal();
    const shown = await trace(sim, id, { during: 10 * minutes, step: 10 * seconds });
    expect(shown).toEqual({ a: 'Fractured', b: 'Fractured' });
    expect(await both(sim, id, 'data_connection_state')).toBe('OK / OK');
    expect(await both(sim, id, 'local_resource_state')).toBe('System_Defined / Promoted');
    expect((await act(sim, 'a', id, 'resume')).status).toBe(422);
  });

  test.each(['a', 'b'] as const)('recovers when %s is demoted', async (site) => {
    await using sim = await world([plain]);
    const id = await split(sim);
    sim.link.heal();
    settle(sim);
    await done(sim, site, id, 'demote');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'local_resource_state')).toBe('System_Defined / System_Defined');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });

  test('does not come about where the other side was demoted before the link is healed', async () => {
    await using sim = await world([plain]);
    const id = await split(sim);
    await done(sim, 'a', id, 'demote');
    settle(sim);
    expect(await both(sim, id, 'local_resource_state')).toBe('Demoted / Promoted');
    expect(await hostAccess(sim, 'metro-plain')).toBe('false / true');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('no side serves: stays Fractured until one is promoted', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    await done(sim, 'a', id, 'demote');
    settle(sim);
    expect(await hostAccess(sim, 'metro-plain')).toBe('false / false');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    await done(sim, 'b', id, 'promote');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });
});

describe('paused on one side alone', () => {
  test.each([
    ['a', 'a'],
    ['a', 'b'],
    ['b', 'a'],
    ['b', 'b'],
  ] as const)('an asynchronous session on %s: refuses, until %s is asked to pause again', async (first, again) => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    await done(sim, first, id, 'pause');
    settle(sim);
    const alone = first === 'a' ? 'Paused / System_Paused' : 'System_Paused / Paused';
    expect(await states(sim, id)).toBe(alone);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe(alone);

    const refused = [
      await act(sim, 'a', id, 'resume'),
      await act(sim, 'b', id, 'resume'),
      await act(sim, 'a', id, 'sync'),
      await act(sim, 'a', id, 'failover', { is_planned: true }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(await states(sim, id)).toBe(alone);

    await done(sim, again, id, 'pause');
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    expect(await trace(sim, id)).toEqual({ a: 'Resuming → Synchronizing → OK', b: 'Resuming → Synchronizing → OK' });
  });

  test.each(['a', 'b'] as const)('a metro session on %s', async (site) => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    await done(sim, site, id, 'pause');
    settle(sim);
    const alone = site === 'a' ? 'Paused / Fractured' : 'Fractured / Paused';
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe(alone);
    expect((await act(sim, site, id, 'resume')).status).toBe(422);
    expect(await states(sim, id)).toBe(alone);
    await done(sim, 'b', id, 'pause');
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });

  test('a failover without the source remains possible', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    await done(sim, 'b', id, 'pause');
    settle(sim);
    sim.link.heal();
    settle(sim);
    await done(sim, 'b', id, 'failover', { is_planned: false });
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('both sides paused, each by itself, are paused', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    await done(sim, 'a', id, 'pause');
    await done(sim, 'b', id, 'pause');
    settle(sim);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });

  test('resume, sync and planned failover need the link', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    settle(sim);
    sim.link.cut();
    expect((await act(sim, 'a', id, 'resume')).status).toBe(422);
    expect((await act(sim, 'a', id, 'sync')).status).toBe(422);
    expect((await act(sim, 'a', id, 'failover')).status).toBe(422);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });
});

describe('failed over alone', () => {
  test.each([
    ['erp-data', 'volume'],
    ['sql-group', 'volume_group'],
  ])('%s on B while the link is down: A follows as the destination', async (name, resource) => {
    await using sim = await world([quiet, { name: 'sql-group', kind: 'volume_group', rpo: 'One_Hour' }]);
    const id = await idOf(sim, name);
    sim.link.cut();
    await done(sim, 'b', id, 'failover', { is_planned: false });
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
    expect(await roles(sim, id)).toBe('Source / Source');
    expect(await hostAccess(sim, name, resource)).toBe('true / true');

    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
    expect(await hostAccess(sim, name, resource)).toBe('false / true');

    expect((await act(sim, 'a', id, 'reprotect')).status).toBe(400);
    await done(sim, 'b', id, 'reprotect');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('while the array of the source is off', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await sim.a.power('off');
    expect(await states(sim, id)).toBe('- / System_Paused');
    await done(sim, 'b', id, 'failover', { is_planned: false });
    settle(sim);
    expect(await states(sim, id)).toBe('- / Failed_Over');
    await sim.a.power('on');
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('a NAS server takes its file systems along', async () => {
    await using sim = await world([{ name: 'nas-home', kind: 'nas_server', rpo: 'One_Hour', parts: 3 }]);
    const id = await idOf(sim, 'nas-home');
    const all = [id, ...(await fileSystemsOf(sim, id))];
    expect(all).toHaveLength(4);
    sim.link.cut();
    await done(sim, 'b', id, 'failover', { is_planned: false });
    settle(sim);
    for (const one of all) expect(await states(sim, one)).toBe('System_Paused / Failed_Over');
    sim.link.heal();
    settle(sim);
    for (const one of all) {
      expect(await states(sim, one)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, one)).toBe('Destination / Source');
    }
  });

  test('a session that had failed over before the cut stays as it is', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'failover');
    settle(sim);
    expect(await roles(sim, id)).toBe('Destination / Source');
    sim.link.cut();
    settle(sim);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('from 4.4, a destination that has missed its objective needs force', async () => {
    await using sim = await world([{ name: 'erp-data' }]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    sim.clock.advance(20 * minutes);
    expect((await act(sim, 'b', id, 'failover', { is_planned: false })).status).toBe(422);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    await done(sim, 'b', id, 'failover', { is_planned: false, force: true });
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
  });
});

describe('what had stopped before', () => {
  test.each(['erp-data', 'ledger', 'metro-plain'])('%s, Paused, stays Paused', async (name) => {
    await using sim = await world([quiet, { name: 'ledger', type: 'Synchronous' }, plain]);
    const id = await idOf(sim, name);
    await done(sim, 'a', id, 'pause');
    settle(sim);
    sim.link.cut();
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await both(sim, id, 'data_connection_state')).toBe(`${connectionLost} / ${connectionLost}`);
    settle(sim);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('System_Paused by an action that failed stays so, until somebody synchronizes', async () => {
    await using sim = await world([{ name: 'erp-data' }]);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ operation: 'replication_session_sync', session: id, effect: { job: 'fails' } });
    await done(sim, 'a', id, 'sync');
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.cut();
    settle(sim);
    sim.link.heal();
    const shown = await trace(sim, id, { during: 10 * minutes, step: 2 * seconds });
    expect(shown).toEqual({ a: 'System_Paused', b: 'System_Paused' });
    await done(sim, 'a', id, 'sync');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});

describe('cut in the middle', () => {
  test('Synchronizing: fails, and is made up for', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'sync');
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    expect(await both(sim, id, 'progress_percentage')).toBe('null / null');
    sim.link.heal();
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
  });

  test.each([
    ['a', 'Paused / System_Paused'],
    ['b', 'System_Paused / Paused'],
  ] as const)('Pausing, asked of %s: goes on there', async (site, alone) => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, site, id, 'pause');
    expect(await states(sim, id)).toBe('Pausing / Pausing');
    sim.link.cut();
    settle(sim);
    expect(await states(sim, id)).toBe(alone);
    expect(await jobState(sim, site, job)).toBe('COMPLETED');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe(alone);
    await done(sim, site, id, 'pause');
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });

  test('Pausing a metro session', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    const job = await jobOf(sim, 'a', id, 'pause');
    sim.link.cut();
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Fractured');
    expect(await jobState(sim, 'a', job)).toBe('COMPLETED');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / false');
  });

  test('Resuming fails, and the session is Paused as before', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    settle(sim);
    const job = await jobOf(sim, 'a', id, 'resume');
    expect(await states(sim, id)).toBe('Resuming / Resuming');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('Failing_Over fails, and everybody keeps his role', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'failover', { is_planned: true });
    expect(await states(sim, id)).toBe('Failing_Over / Failing_Over');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    expect(await roles(sim, id)).toBe('Source / Destination');
    expect(await hostAccess(sim, 'erp-data')).toBe('true / false');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Source / Destination');
  });

  test('Failing_Over_For_DR goes on where it was asked for', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'b', id, 'failover', { is_planned: false });
    expect((await instance(sim, 'b', 'replication_session', id))?.['state']).toBe('Failing_Over_For_DR');
    sim.link.cut();
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
    expect((await instance(sim, 'b', 'replication_session', id))?.['role']).toBe('Source');
    expect(await jobState(sim, 'b', job)).toBe('COMPLETED');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('Reprotecting fails, and goes on in the new direction', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'failover');
    settle(sim);
    const job = await jobOf(sim, 'b', id, 'reprotect');
    expect(await states(sim, id)).toBe('Reprotecting / Reprotecting');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    expect(await jobState(sim, 'b', job)).toBe('FAILED');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('Switching_To_Metro_Sync fails', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    await done(sim, 'a', id, 'pause');
    settle(sim);
    const job = await jobOf(sim, 'a', id, 'resume');
    await until(sim, 'a', id, 'Switching_To_Metro_Sync');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / false');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });

  test('Modify_Role_In_Progress fails, and the preference stays', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    const job = await jobOf(sim, 'b', id, 'modify', { role: 'Metro_Preferred' });
    expect(await states(sim, id)).toBe('Modify_Role_In_Progress / Modify_Role_In_Progress');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect(await roles(sim, id)).toBe('Metro_Preferred / Metro_Non_Preferred');
    expect(await jobState(sim, 'b', job)).toBe('FAILED');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / false');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Metro_Preferred / Metro_Non_Preferred');
  });

  test('Initializing stops, and the first copy is made when the link is back', async () => {
    await using sim = await world([quiet]);
    await protect(sim, 'a', 'volume/name:spare-a', 'name:one-hour-array-a-to-array-b');
    const id = await idOf(sim, 'spare-a');
    expect(await states(sim, id)).toBe('Initializing / Initializing');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('Deleting goes on where it was asked for, and reaches the other array later', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    accepted(await protect(sim, 'a', 'volume/name:erp-data', '', '?is_async=true'));
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    sim.link.cut();
    settle(sim);
    expect(await states(sim, id)).toBe('- / System_Paused');
    const jobs = await list(
      sim,
      'a',
      'job',
      `resource_type=eq.replication_session&resource_action=eq.delete&resource_id=eq.${id}`,
    );
    expect(jobs.map(({ state }) => state)).toEqual(['COMPLETED']);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('- / -');
  });

  test('the array of the source goes off while it synchronizes', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'sync');
    await sim.a.power('off');
    expect(await states(sim, id)).toBe('- / System_Paused');
    settle(sim);
    await sim.a.power('on');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});

const all = async (sim: Simulator) => {
  const id = await idOf(sim, 'nas-mirror', 'b');
  const files = await fileSystemsOf(sim, id, 'b');
  expect(files).toHaveLength(2);
  return [id, ...files];
};

describe('a synchronous NAS server', () => {
  test('fails over by itself when the array of its source goes off', async () => {
    await using sim = await world([mirror]);
    const ids = await all(sim);
    await sim.a.power('off');
    for (const id of ids) expect(await states(sim, id)).toBe('- / Failing_Over_For_DR');
    settle(sim);
    for (const id of ids) {
      expect(await states(sim, id)).toBe('- / Failed_Over');
      expect(await roles(sim, id)).toBe('- / Source');
    }
    await sim.a.power('on');
    settle(sim);
    for (const id of ids) {
      expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, id)).toBe('Destination / Source');
    }
    await done(sim, 'b', String(ids[0]), 'reprotect');
    settle(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
  });

  test.each<[string, (sim: Simulator) => void | Promise<void>, string]>([
    ['the link is cut', (sim) => sim.link.cut(), 'System_Paused / System_Paused'],
    ['the array of its destination goes off', (sim) => sim.b.power('off'), 'System_Paused / -'],
  ])('does not when %s', async (_, happen, expected) => {
    await using sim = await world([mirror]);
    const ids = await all(sim);
    await happen(sim);
    settle(sim);
    for (const id of ids) expect(await states(sim, id)).toBe(expected);
    expect((await instance(sim, 'a', 'replication_session', String(ids[0])))?.['role']).toBe('Source');
    if (sim.link.up) await sim.b.power('on');
    else sim.link.heal();
    settle(sim);
    for (const id of ids) {
      expect(await states(sim, id)).toBe('OK / OK');
      expect(await roles(sim, id)).toBe('Source / Destination');
    }
  });

  test('does not without a witness', async () => {
    await using sim = await world([{ ...mirror, witness: false }]);
    const ids = await all(sim);
    await sim.a.power('off');
    settle(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('- / System_Paused');
    await sim.a.power('on');
    settle(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
  });

  test('what is no NAS server does not with one', async () => {
    await using sim = await world([{ name: 'ledger', type: 'Synchronous', witness: true }]);
    const id = await idOf(sim, 'ledger');
    expect(await both(sim, id, 'auto_failover_state')).toBe('Not_Applicable / Not_Applicable');
    await sim.a.power('off');
    settle(sim);
    expect(await states(sim, id)).toBe('- / System_Paused');
  });

  test('does not while it is Paused', async () => {
    await using sim = await world([mirror]);
    const ids = await all(sim);
    await done(sim, 'a', String(ids[0]), 'pause');
    settle(sim);
    await sim.a.power('off');
    settle(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('- / Paused');
  });

  test('no other session fails over by itself', async () => {
    await using sim = await world();
    const sessions = (await everySession(sim)).filter(([name]) => !name.includes('nas-mirror'));
    await sim.a.power('off');
    settle(sim);
    for (const [name, id, stopped] of sessions) expect([name, await states(sim, id)]).toEqual([name, `- / ${stopped}`]);
  });
});

describe('an array that is off', () => {
  test('answers nobody, resets what is open, and has no logins left when it is back', async () => {
    await using sim = await world();
    const login = await sendAs(sim.a, '/login_session', { headers: { authorization: basicOf(sim.a) } });
    const cookie = String(login.headers.getSetCookie()[0]?.split(';')[0]);
    expect((await sendAs(sim.a, '/cluster', { headers: { cookie } })).status).toBe(200);
    sim.faults.add({ array: 'a', operation: 'volume_collection_query', effect: { transport: 'stall' } });
    const open = sendAs(sim.a, '/volume', { headers: { cookie } }).then(
      () => 'answered',
      () => 'reset',
    );
    while (sim.faults.unused().length > 0) await new Promise((resolve) => setImmediate(resolve));

    await sim.a.power('off');
    expect(sim.a.powered).toBe(false);
    expect(await open).toBe('reset');
    expect(await lost(send(sim, 'a', 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect((await sendAs(sim.b, '/cluster', { headers: { authorization: basicOf(sim.b) } })).status).toBe(200);

    await sim.a.power('on');
    expect(sim.a.powered).toBe(true);
    expect((await sendAs(sim.a, '/cluster', { headers: { cookie } })).status).toBe(401);
    expect((await sendAs(sim.a, '/cluster', { headers: { authorization: basicOf(sim.a) } })).status).toBe(200);
  });

  test('over HTTPS as well', async () => {
    await using sim = await createSimulator({ clock: 'manual', fast: true, tls: true, sessions: [quiet] });
    const status = () =>
      new Promise<number | undefined | string>((resolve) => {
        const asked = request(`${sim.a.url}/api/rest/cluster`, {
          ca: sim.a.certificate,
          headers: { authorization: basicOf(sim.a) },
        });
        asked.on('response', (response) => resolve(response.resume().statusCode));
        asked.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
        asked.end();
      });
    expect(await status()).toBe(200);
    await sim.a.power('off');
    expect(await status()).toBe('ECONNRESET');
    await sim.a.power('on');
    expect(await status()).toBe(200);
  });

  test('who switches it off through its own port is told so', async () => {
    await using sim = await world([quiet]);
    const power = (state: 'on' | 'off') =>
      exchange(`${sim.a.url}/__sim/power`, { method: 'POST', body: JSON.stringify({ array: 'a', state }) });
    expect((await sendAs(sim.a, '/cluster', { headers: { authorization: basicOf(sim.a) } })).status).toBe(200);
    expect((await power('off')).status).toBe(200);
    expect(sim.a.powered).toBe(false);
    expect(await lost(send(sim, 'a', 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect((await power('on')).status).toBe(200);
    expect((await sendAs(sim.a, '/cluster', { headers: { authorization: basicOf(sim.a) } })).status).toBe(200);
  });

  test('is shown as lost by the other one, and is as before when it is back', async () => {
    await using sim = await world();
    const names = (await list(sim, 'a', 'volume', 'select=id,name&order=id')).length;
    await sim.a.power('off');
    expect((await remotes(sim, 'b'))['array-a']).toBe(outOfReach);
    await sim.a.power('on');
    expect((await remotes(sim, 'b'))['array-a']).toBe('OK, OK');
    expect(await remotes(sim, 'a')).toEqual({ 'array-b': 'OK, OK', 'array-c': 'OK, OK' });
    expect(await list(sim, 'a', 'volume', 'select=id,name&order=id')).toHaveLength(names);
  });

  test('both off and on again: everything recovers', async () => {
    await using sim = await world();
    const sessions = await everySession(sim);
    const third = await thirdSite(sim);
    // The destination first, so that no witness has anybody to promote.
    await sim.b.power('off');
    await sim.a.power('off');
    for (const site of ['a', 'b'] as const)
      expect(await lost(send(sim, site, 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    settle(sim);
    await sim.b.power('on');
    await sim.a.power('on');
    settle(sim);
    for (const [name, id] of sessions) expect([name, await states(sim, id)]).toEqual([name, 'OK / OK']);
    expect((await instance(sim, 'a', 'replication_session', third))?.['state']).toBe('OK');
  });

  test('the third site waits for it', async () => {
    await using sim = await world();
    const third = await thirdSite(sim);
    const metro = await idOf(sim, 'three-site', 'a', 'type=eq.Metro_Active_Active');
    await sim.a.power('off');
    expect(await states(sim, metro)).toBe('- / Fractured');
    expect(await both(sim, metro, 'local_resource_state')).toBe('- / System_Promoted');
    expect(await hostAccess(sim, 'three-site')).toBe('- / true');
    settle(sim);
    await sim.a.power('on');
    settle(sim);
    expect(await states(sim, metro)).toBe('OK / OK');
    expect(await instance(sim, 'a', 'replication_session', third)).toMatchObject({
      state: 'OK',
      role: 'Source',
      data_connection_state: 'OK',
    });
  });

  test('with the link down as well, is still out of reach when it is back', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    await sim.b.power('off');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / -');
    sim.link.cut();
    await sim.b.power('on');
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});
