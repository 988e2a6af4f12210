// What is lost with the link between the arrays, or with the power of one, and what comes back.
import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.js';
import {
  act,
  basicOf,
  done,
  fileSystemsOf,
  idOf,
  instance,
  list,
  minutes,
  roles,
  send,
  sendAs,
  session,
  settle,
  type Site,
  states,
  trace,
  worldOf,
} from './pair.js';

const pair = (options: SimulatorOptions = {}): Promise<Simulator> =>
  createSimulator({ clock: 'manual', fast: true, ...options });

/** What a session says about serving hosts, and whether its volumes or groups let them: on A, and on B. */
async function service(sim: Simulator, id: string): Promise<unknown[]> {
  const rows = await session(sim, id);
  const shown: unknown[] = [];
  for (const site of ['a', 'b'] as const) {
    const row = rows[site];
    if (!row) {
      shown.push('off', 'off');
      continue;
    }
    const local = await instance(sim, site, String(row['resource_type']), String(row['local_resource_id']));
    shown.push(row['local_resource_state'], local?.['is_host_access_available']);
  }
  return shown;
}

const metroNames = ['metro-witnessed', 'metro-plain', 'metro-group', 'three-site'];
const names = [
  'erp-data',
  'web-content',
  'sql-group',
  'vm-group',
  'ledger',
  'orders-group',
  'nas-home',
  'nas-mirror',
  ...metroNames,
];

/** Of a volume in two sessions, the one between the two arrays. */
const between = (name: string): string => (name === 'three-site' ? 'type=eq.Metro_Active_Active' : '');
const find = (sim: Simulator, name: string): Promise<string> => idOf(sim, name, 'a', between(name));

describe('the link', () => {
  it.each(names)('stops %s on both sides, and lets it go on when it is back', async (name) => {
    await using sim = await pair();
    const id = await find(sim, name);
    const stopped = metroNames.includes(name) ? 'Fractured' : 'System_Paused';
    const mirrored = [...metroNames, 'ledger', 'orders-group', 'nas-mirror'];
    const recovering = metroNames.includes(name)
      ? 'Switching_To_Metro_Sync'
      : mirrored.includes(name)
        ? 'Switching_To_Synchronous'
        : 'Synchronizing';
    const connection = async () => {
      const { a, b } = await session(sim, id);
      return [a?.['data_connection_state'], b?.['data_connection_state']];
    };
    const before = await roles(sim, id);
    expect(await connection()).toEqual(['OK', 'OK']);
    sim.link.cut();
    expect(sim.link.up).toBe(false);
    expect(await states(sim, id)).toBe(`${stopped} / ${stopped}`);
    expect(await connection()).toEqual(['Complete_Data_Connection_Loss', 'Complete_Data_Connection_Loss']);
    for (const file of await fileSystemsOf(sim, id)) expect(await states(sim, file)).toBe(`${stopped} / ${stopped}`);
    sim.clock.advance(3 * 60 * minutes);
    expect(await states(sim, id)).toBe(`${stopped} / ${stopped}`);
    sim.link.heal();
    expect(sim.link.up).toBe(true);
    expect(await connection()).toEqual(['OK', 'OK']);
    expect(await trace(sim, id)).toEqual({ a: `${recovering} → OK`, b: `${recovering} → OK` });
    for (const file of await fileSystemsOf(sim, id)) expect(await states(sim, file)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe(before);
  });

  it('is what each array knows the other by', async () => {
    await using sim = await pair();
    const remotes = async (site: Site) =>
      Object.fromEntries(
        (await list(sim, site, 'remote_system')).map((row) => [
          row['name'],
          [row['state'], row['data_connection_state']],
        ]),
      );
    const [fine, lost] = [
      ['OK', 'OK'],
      ['Management_Connection_Lost', 'Complete_Data_Connection_Loss'],
    ];
    expect([await remotes('a'), await remotes('b')]).toEqual([
      { 'array-b': fine, 'array-c': fine },
      { 'array-a': fine, 'array-c': fine },
    ]);
    sim.link.cut();
    expect([await remotes('a'), await remotes('b')]).toEqual([
      { 'array-b': lost, 'array-c': fine },
      { 'array-a': lost, 'array-c': fine },
    ]);
    sim.link.heal();
    expect([await remotes('a'), await remotes('b')]).toEqual([
      { 'array-b': fine, 'array-c': fine },
      { 'array-a': fine, 'array-c': fine },
    ]);
    sim.b.power('off');
    expect(await remotes('a')).toEqual({ 'array-b': lost, 'array-c': fine });
  });

  it('is nothing to the session with the third site', async () => {
    await using sim = await pair();
    const id = await idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
    sim.link.cut();
    sim.b.power('off');
    expect(await states(sim, id)).toBe('OK / -');
    await done(sim, 'a', id, 'sync');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / -');
  });

  it.each(['Paused', 'Failed_Over'])('is nothing to what is %s', async (state) => {
    await using sim = await pair();
    const id = await find(sim, 'sql-group');
    await done(sim, 'a', id, state === 'Paused' ? 'pause' : 'failover');
    settle(sim);
    const [was, hadRoles] = [await states(sim, id), await roles(sim, id)];
    expect(was).toBe(`${state} / ${state}`);
    sim.link.cut();
    expect(await states(sim, id)).toBe(was);
    sim.link.heal();
    expect(await trace(sim, id)).toEqual({ a: state, b: state });
    expect(await roles(sim, id)).toBe(hadRoles);
  });

  it('that is cut already is not cut again, and one that is up not healed', async () => {
    await using sim = await pair();
    const first = worldOf(sim);
    sim.link.heal();
    expect(worldOf(sim)).toBe(first);
    sim.link.cut();
    const second = worldOf(sim);
    expect(second).not.toBe(first);
    sim.link.cut();
    expect(worldOf(sim)).toBe(second);
    expect(sim.journal.filter(({ kind }) => kind === 'link')).toHaveLength(1);
  });

  it('lets a failover test go on, and stop', async () => {
    await using sim = await pair();
    const id = await find(sim, 'erp-data');
    await done(sim, 'b', id, 'start_failover_test');
    sim.link.cut();
    const shown = async () => (await session(sim, id)).b?.['failover_test_in_progress'];
    expect(await shown()).toBe(true);
    await done(sim, 'b', id, 'stop_failover_test');
    expect(await shown()).toBe(false);
  });

  it.each([
    ['4.0', 422],
    ['4.3', 204],
  ])('%s: a test is stopped without force while it is down: %i', async (version, status) => {
    await using sim = await pair({ version });
    const id = await find(sim, 'erp-data');
    await done(sim, 'b', id, 'start_failover_test');
    sim.link.cut();
    expect((await act(sim, 'b', id, 'stop_failover_test', { force: false })).status).toBe(status);
    sim.link.heal();
    settle(sim);
    sim.link.cut();
    await act(sim, 'b', id, 'start_failover_test');
    expect((await act(sim, 'b', id, 'stop_failover_test', { force: true })).status).toBe(204);
  });
});

describe('pausing while the link is down', () => {
  it.each([
    ['a', 'erp-data', 'System_Paused'],
    ['b', 'erp-data', 'System_Paused'],
    ['a', 'metro-group', 'Fractured'],
    ['b', 'metro-witnessed', 'Fractured'],
    ['a', 'ledger', 'System_Paused'],
    ['b', 'nas-home', 'System_Paused'],
  ] as const)('pauses %s alone (%s), until it is asked again', async (site, name, stopped) => {
    await using sim = await pair();
    const id = await find(sim, name);
    const alone = site === 'a' ? `Paused / ${stopped}` : `${stopped} / Paused`;
    sim.link.cut();
    await done(sim, site, id, 'pause');
    settle(sim);
    expect(await states(sim, id)).toBe(alone);
    sim.link.heal();
    expect(await trace(sim, id)).toEqual({ a: alone.split(' / ')[0], b: alone.split(' / ')[1] });
    for (const asked of ['a', 'b'] as const) expect((await act(sim, asked, id, 'resume')).status).toBe(422);
    await done(sim, site, id, 'pause');
    expect(await trace(sim, id)).toEqual({ a: 'Pausing → Paused', b: 'Pausing → Paused' });
    await done(sim, 'b', id, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('pauses both sides one after the other, which is as good as together', async () => {
    await using sim = await pair();
    const id = await find(sim, 'web-content');
    sim.link.cut();
    await done(sim, 'a', id, 'pause');
    await done(sim, 'b', id, 'pause');
    settle(sim);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    expect(await trace(sim, id)).toEqual({
      a: 'Resuming → Synchronizing → OK',
      b: 'Resuming → Synchronizing → OK',
    });
  });
});

describe('failing over while the link is down', () => {
  it.each([
    ['erp-data', 'b'],
    ['web-content', 'a'],
    ['sql-group', 'b'],
    ['vm-group', 'b'],
    ['nas-home', 'b'],
    ['nas-mirror', 'b'],
  ] as const)('%s: %s goes alone, and is followed when the link is back', async (name, site) => {
    await using sim = await pair();
    const id = await find(sim, name);
    sim.link.cut();
    await done(sim, site, id, 'failover', { is_planned: false, force: true });
    settle(sim);
    const [alone, followed] =
      site === 'a'
        ? ['Failed_Over / System_Paused', 'Source / Destination']
        : ['System_Paused / Failed_Over', 'Destination / Source'];
    expect(await states(sim, id)).toBe(alone);
    expect(await roles(sim, id)).toBe('Source / Source');
    expect((await act(sim, site, id, 'reprotect')).status).toBe(422);
    sim.link.heal();
    expect(await trace(sim, id)).toEqual({ a: 'Failed_Over', b: 'Failed_Over' });
    expect(await roles(sim, id)).toBe(followed);
    for (const file of await fileSystemsOf(sim, id)) {
      expect(await states(sim, file)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, file)).toBe(followed);
    }
    await done(sim, site, id, 'reprotect');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe(followed);
  });

  it.each(['a', 'b'] as const)('who went last wins, where %s has the data by a planned failover', async (planned) => {
    await using sim = await pair({ sessions: [{ name: 'one', source: planned === 'a' ? 'b' : 'a' }] });
    const id = await idOf(sim, 'one');
    const [from, to]: [Site, Site] = planned === 'a' ? ['b', 'a'] : ['a', 'b'];
    await done(sim, from, id, 'failover');
    settle(sim);
    sim.link.cut();
    await done(sim, from, id, 'failover', { is_planned: false, force: true });
    settle(sim);
    expect(await roles(sim, id)).toBe('Source / Source');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    const { [from]: winner, [to]: loser } = await session(sim, id);
    expect([winner?.['role'], loser?.['role']]).toEqual(['Source', 'Destination']);
  });

  it.each(['a', 'b'] as const)(
    'one that began on B while the link was up ends there, when it is cut on the way (%s was asked to pause)',
    async (paused) => {
      await using sim = await pair();
      const id = await find(sim, 'erp-data');
      await done(sim, 'b', id, 'failover', { is_planned: false });
      sim.link.cut();
      await act(sim, paused, id, 'pause');
      settle(sim);
      sim.link.heal();
      settle(sim);
      expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, id)).toBe('Destination / Source');
    },
  );

  it('a file system goes alone, and the others go on', async () => {
    await using sim = await pair();
    const id = await find(sim, 'nas-home');
    const [first = '', ...others] = await fileSystemsOf(sim, id);
    sim.link.cut();
    await done(sim, 'b', first, 'failover', { is_planned: false });
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / Partial_Failed_Over');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('Partial_Failed_Over / Partial_Failed_Over');
    expect([await states(sim, first), await roles(sim, first)]).toEqual([
      'Failed_Over / Failed_Over',
      'Destination / Source',
    ]);
    for (const file of others)
      expect([await states(sim, file), await roles(sim, file)]).toEqual(['OK / OK', 'Source / Destination']);
    await done(sim, 'b', first, 'reprotect');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('a file system is paused alone, and stays so', async () => {
    await using sim = await pair();
    const id = await find(sim, 'nas-home');
    const [first = '', ...others] = await fileSystemsOf(sim, id);
    sim.link.cut();
    await done(sim, 'b', first, 'pause');
    settle(sim);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, first)).toBe('System_Paused / Paused');
    for (const file of others) expect(await states(sim, file)).toBe('OK / OK');
  });
});

describe('which side of a broken metro session serves', () => {
  const fine = ['System_Defined', true];
  const demoted = ['System_Demoted', false];
  const promoted = ['System_Promoted', true];
  const off = ['off', 'off'];

  it.each([
    // name, what is gone, A, B
    ['metro-witnessed', 'link', fine, demoted],
    ['metro-plain', 'link', demoted, fine],
    ['metro-group', 'link', fine, demoted],
    ['three-site', 'link', fine, demoted],
    ['metro-witnessed', 'a', off, promoted],
    ['three-site', 'a', off, promoted],
    ['metro-group', 'a', off, demoted],
    ['metro-plain', 'b', demoted, off],
    ['metro-plain', 'a', off, fine],
    ['metro-witnessed', 'b', fine, off],
    ['metro-group', 'b', fine, off],
  ] as const)('%s without %s', async (name, gone, onA, onB) => {
    await using sim = await pair();
    const id = await find(sim, name);
    expect(await service(sim, id)).toEqual([...fine, ...fine]);
    if (gone === 'link') sim.link.cut();
    else sim[gone].power('off');
    expect(await states(sim, id)).toBe(`${gone === 'a' ? '-' : 'Fractured'} / ${gone === 'b' ? '-' : 'Fractured'}`);
    expect(await service(sim, id)).toEqual([...onA, ...onB]);
    if (gone === 'link') sim.link.heal();
    else sim[gone].power('on');
    expect(await trace(sim, id)).toEqual({ a: 'Switching_To_Metro_Sync → OK', b: 'Switching_To_Metro_Sync → OK' });
    expect(await service(sim, id)).toEqual([...fine, ...fine]);
  });

  it('is nobody to decide where it was paused before', async () => {
    await using sim = await pair();
    const id = await find(sim, 'metro-witnessed');
    await done(sim, 'a', id, 'pause');
    settle(sim);
    const before = await service(sim, id);
    expect(before).toEqual(['System_Defined', true, 'System_Defined', false]);
    sim.link.cut();
    expect(await service(sim, id)).toEqual(before);
    sim.link.heal();
    sim.a.power('off');
    expect(await service(sim, id)).toEqual(['off', 'off', 'System_Defined', false]);
    sim.a.power('on');
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await service(sim, id)).toEqual(before);
  });

  it.each([
    ['metro-plain', 'a', 'b'],
    ['metro-witnessed', 'b', 'a'],
    ['metro-group', 'b', 'a'],
  ] as const)(
    '%s: both, where %s was promoted by hand; it stays broken until one is demoted',
    async (name, promote, demote) => {
      await using sim = await pair();
      const id = await find(sim, name);
      sim.link.cut();
      await done(sim, promote, id, 'promote');
      const serving = (await service(sim, id)).filter((shown) => shown === true);
      expect(serving).toHaveLength(2);
      sim.link.heal();
      expect(await trace(sim, id, { during: 10 * minutes, step: minutes })).toEqual({ a: 'Fractured', b: 'Fractured' });
      await done(sim, demote, id, 'demote');
      expect(await trace(sim, id)).toEqual({ a: 'Switching_To_Metro_Sync → OK', b: 'Switching_To_Metro_Sync → OK' });
      expect(await service(sim, id)).toEqual([...fine, ...fine]);
    },
  );

  it.each([
    ['metro-plain', 'b', 'a'],
    ['metro-witnessed', 'a', 'a'],
    ['metro-witnessed', 'a', 'b'],
  ] as const)(
    '%s: nobody, where %s was demoted by hand; it stays broken until %s is promoted',
    async (name, demote, promote) => {
      await using sim = await pair();
      const id = await find(sim, name);
      sim.link.cut();
      await done(sim, demote, id, 'demote');
      expect((await service(sim, id)).filter((shown) => shown === true)).toEqual([]);
      sim.link.heal();
      expect(await trace(sim, id, { during: 10 * minutes, step: minutes })).toEqual({ a: 'Fractured', b: 'Fractured' });
      await done(sim, promote, id, 'promote');
      expect(await trace(sim, id)).toEqual({ a: 'Switching_To_Metro_Sync → OK', b: 'Switching_To_Metro_Sync → OK' });
      expect(await service(sim, id)).toEqual([...fine, ...fine]);
    },
  );

  it('where both serve, a pause cannot be resumed before one is demoted', async () => {
    await using sim = await pair();
    const id = await find(sim, 'metro-group');
    sim.link.cut();
    await done(sim, 'b', id, 'promote');
    sim.link.heal();
    await done(sim, 'b', id, 'pause');
    settle(sim);
    expect((await act(sim, 'a', id, 'resume')).status).toBe(422);
    await done(sim, 'b', id, 'demote');
    await done(sim, 'a', id, 'resume');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await service(sim, id)).toEqual([...fine, ...fine]);
  });
});

describe('a synchronous NAS server', () => {
  it('fails over by itself where its source is off, and the witness may say so', async () => {
    await using sim = await pair();
    const id = await find(sim, 'nas-mirror');
    const files = await fileSystemsOf(sim, id);
    sim.a.power('off');
    expect((await trace(sim, id)).b).toBe('Failing_Over_For_DR → Failed_Over');
    expect(await roles(sim, id)).toBe('- / Source');
    for (const file of files) expect(await states(sim, file)).toBe('- / Failed_Over');
    sim.a.power('on');
    settle(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
    for (const file of files) expect(await roles(sim, file)).toBe('Destination / Source');
  });

  it.each([
    ['the link is cut', true, 'link', 'System_Paused / System_Paused'],
    ['its destination is off', true, 'b', 'System_Paused / -'],
    ['no witness watches', false, 'a', '- / System_Paused'],
  ] as const)('does not where %s', async (_why, witness, gone, stopped) => {
    await using sim = await pair({
      sessions: [{ name: 'nas-mirror', kind: 'nas_server', type: 'Synchronous', witness }],
    });
    const [row] = await list(sim, 'a', 'replication_session', 'resource_type=eq.nas_server');
    const id = String(row?.['id']);
    if (gone === 'link') sim.link.cut();
    else sim[gone].power('off');
    settle(sim);
    expect(await states(sim, id)).toBe(stopped);
    if (gone === 'link') sim.link.heal();
    else sim[gone].power('on');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Source / Destination');
  });

  it('does not where it was paused', async () => {
    await using sim = await pair();
    const id = await find(sim, 'nas-mirror');
    await done(sim, 'a', id, 'pause');
    settle(sim);
    sim.a.power('off');
    settle(sim);
    expect(await states(sim, id)).toBe('- / Paused');
  });
});

interface OnTheWay {
  name: string;
  prepare?: (sim: Simulator, id: string) => Promise<unknown>;
  site: Site;
  action: string;
  body?: unknown;
  under: string;
  /** While the link is down, on each array, when time has passed. */
  stopped: string;
  job: 'COMPLETED' | 'FAILED';
  /** When it is back, and time has passed. */
  ended: string;
  roles: string;
}

const paused = async (sim: Simulator, id: string) => {
  await done(sim, 'a', id, 'pause');
  settle(sim);
};
const failedOver = async (sim: Simulator, id: string) => {
  await done(sim, 'a', id, 'failover');
  settle(sim);
};
const as = 'Source / Destination';
const swapped = 'Destination / Source';
const preferred = 'Metro_Preferred / Metro_Non_Preferred';

const onTheWay: OnTheWay[] = [
  {
    name: 'erp-data',
    site: 'a',
    action: 'sync',
    under: 'Synchronizing',
    stopped: 'System_Paused / System_Paused',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: as,
  },
  {
    name: 'nas-home',
    site: 'a',
    action: 'sync',
    under: 'Synchronizing',
    stopped: 'System_Paused / System_Paused',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: as,
  },
  {
    name: 'erp-data',
    site: 'a',
    action: 'pause',
    under: 'Pausing',
    stopped: 'Paused / System_Paused',
    job: 'COMPLETED',
    ended: 'Paused / System_Paused',
    roles: as,
  },
  {
    name: 'sql-group',
    site: 'b',
    action: 'pause',
    under: 'Pausing',
    stopped: 'System_Paused / Paused',
    job: 'COMPLETED',
    ended: 'System_Paused / Paused',
    roles: as,
  },
  {
    name: 'metro-witnessed',
    site: 'b',
    action: 'pause',
    under: 'Pausing',
    stopped: 'Fractured / Paused',
    job: 'COMPLETED',
    ended: 'Fractured / Paused',
    roles: preferred,
  },
  {
    name: 'nas-mirror',
    site: 'a',
    action: 'pause',
    under: 'Pausing',
    stopped: 'Paused / System_Paused',
    job: 'COMPLETED',
    ended: 'Paused / System_Paused',
    roles: as,
  },
  {
    name: 'erp-data',
    prepare: paused,
    site: 'a',
    action: 'resume',
    under: 'Resuming',
    stopped: 'Paused / Paused',
    job: 'FAILED',
    ended: 'Paused / Paused',
    roles: as,
  },
  {
    name: 'metro-group',
    prepare: paused,
    site: 'b',
    action: 'resume',
    under: 'Resuming',
    stopped: 'Fractured / Fractured',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: preferred,
  },
  {
    name: 'erp-data',
    site: 'a',
    action: 'failover',
    under: 'Failing_Over',
    stopped: 'System_Paused / System_Paused',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: as,
  },
  {
    name: 'nas-home',
    site: 'a',
    action: 'failover',
    under: 'Failing_Over',
    stopped: 'System_Paused / System_Paused',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: as,
  },
  {
    name: 'erp-data',
    site: 'a',
    action: 'failover',
    body: { reverse: true },
    under: 'Failing_Over',
    stopped: 'System_Paused / System_Paused',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: as,
  },
  {
    name: 'erp-data',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    under: 'Failing_Over_For_DR',
    stopped: 'System_Paused / Failed_Over',
    job: 'COMPLETED',
    ended: 'Failed_Over / Failed_Over',
    roles: swapped,
  },
  {
    name: 'nas-mirror',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    under: 'Failing_Over_For_DR',
    stopped: 'System_Paused / Failed_Over',
    job: 'COMPLETED',
    ended: 'Failed_Over / Failed_Over',
    roles: swapped,
  },
  {
    name: 'vm-group',
    prepare: failedOver,
    site: 'b',
    action: 'reprotect',
    under: 'Reprotecting',
    stopped: 'System_Paused / System_Paused',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: swapped,
  },
  {
    name: 'metro-witnessed',
    site: 'b',
    action: 'modify',
    body: { role: 'Metro_Preferred' },
    under: 'Modify_Role_In_Progress',
    stopped: 'Fractured / Fractured',
    job: 'FAILED',
    ended: 'OK / OK',
    roles: preferred,
  },
];

describe('the link is cut on the way', () => {
  it.each(onTheWay)('$name, $under, asked of $site', async (each) => {
    const { name, prepare, site, action, body, under, stopped, job, ended } = each;
    await using sim = await pair();
    const id = await find(sim, name);
    await prepare?.(sim, id);
    const answer = await act(sim, site, id, action, body, { search: '?is_async=true' });
    expect(answer.status).toBe(202);
    expect(await states(sim, id)).toBe(`${under} / ${under}`);
    sim.link.cut();
    settle(sim);
    expect(await states(sim, id)).toBe(stopped);
    const row = await instance(sim, site, 'job', (answer.json as { id: string }).id);
    expect(row?.['state']).toBe(job);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe(ended);
    expect(await roles(sim, id)).toBe(each.roles);
  });

  it.each(['erp-data', 'ledger', 'metro-group', 'nas-home', 'nas-mirror'])('%s, while it recovers', async (name) => {
    await using sim = await pair();
    const id = await find(sim, name);
    sim.link.cut();
    const stopped = await states(sim, id);
    sim.link.heal();
    expect(await states(sim, id)).not.toBe(stopped);
    sim.link.cut();
    expect(await states(sim, id)).toBe(stopped);
    settle(sim);
    expect(await states(sim, id)).toBe(stopped);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('in a cycle of its own', async () => {
    await using sim = await pair({ sessions: [{ name: 'one' }] });
    const id = await idOf(sim, 'one');
    while ((await states(sim, id)) !== 'Synchronizing / Synchronizing') sim.clock.advance(1000);
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('while a session is deleted: the other side goes when it is back', async () => {
    await using sim = await pair();
    const id = await find(sim, 'metro-plain');
    const { a } = await session(sim, id);
    const ended = await send(sim, 'a', 'POST', `/volume/${String(a?.['local_resource_id'])}/end_metro`);
    expect(ended.status).toBe(204);
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    sim.link.cut();
    settle(sim);
    expect(await states(sim, id)).toBe('- / Fractured');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('- / -');
  });
});

describe('power', () => {
  it('off ends every connection, on brings everything back but the logins', async () => {
    await using sim = await pair();
    const authorization = basicOf(sim.b);
    const login = await sendAs(sim.b, '/login_session', { headers: { authorization } });
    const cookie = String(login.headers.getSetCookie()[0]?.split(';')[0]);
    const id = await find(sim, 'erp-data');
    expect([sim.a.powered, sim.b.powered]).toEqual([true, true]);
    sim.b.power('off');
    expect([sim.a.powered, sim.b.powered]).toEqual([true, false]);
    await expect(sendAs(sim.b, '/cluster', { headers: { authorization } })).rejects.toThrow('fetch failed');
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
    expect(await states(sim, id)).toBe('System_Paused / -');
    sim.b.power('on');
    expect((await sendAs(sim.b, '/cluster', { headers: { cookie } })).status).toBe(401);
    expect((await sendAs(sim.b, '/cluster', { headers: { authorization } })).status).toBe(200);
    expect(await trace(sim, id)).toEqual({ a: 'Synchronizing → OK', b: 'Synchronizing → OK' });
  });

  it('of both is as if the link was gone, and comes back with the second', async () => {
    await using sim = await pair();
    const ids = await Promise.all(['erp-data', 'ledger', 'metro-group', 'nas-home'].map((name) => find(sim, name)));
    sim.b.power('off');
    sim.a.power('off');
    sim.clock.advance(60 * minutes);
    sim.b.power('on');
    expect(await states(sim, String(ids[0]))).toBe('- / System_Paused');
    sim.a.power('on');
    settle(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
  });

  it('comes back without the link: nothing goes on before that does', async () => {
    await using sim = await pair();
    const id = await find(sim, 'sql-group');
    sim.link.cut();
    sim.a.power('off');
    sim.link.heal();
    expect(await states(sim, id)).toBe('- / System_Paused');
    sim.link.cut();
    sim.a.power('on');
    settle(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('that is switched to what it is changes nothing', async () => {
    await using sim = await pair();
    const before = worldOf(sim);
    sim.a.power('on');
    expect(worldOf(sim)).toBe(before);
    sim.a.power('off');
    const without = worldOf(sim);
    sim.a.power('off');
    expect(worldOf(sim)).toBe(without);
    expect(sim.journal.filter(({ kind }) => kind === 'power')).toHaveLength(1);
  });

  it('of the asked array goes while it pauses: nothing is paused', async () => {
    await using sim = await pair();
    const id = await find(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    sim.a.power('off');
    settle(sim);
    expect(await states(sim, id)).toBe('- / System_Paused');
  });
});
