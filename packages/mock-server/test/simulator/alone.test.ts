// Each side acts alone while the link is down; and both are reconciled when it is up again.
import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.js';
import {
  act,
  basicOf,
  done,
  fileSystemsOf,
  idOf,
  minutes,
  roles,
  send,
  sendAs,
  session,
  finishTransitions,
  type Site,
  states,
  watch,
  worldOf,
} from '../helpers/pair.js';
import { connectionError } from '../helpers/wire.js';

const pair = (options: SimulatorOptions = {}): Promise<Simulator> =>
  createSimulator({ clock: 'manual', fast: true, ...options });

const find = (sim: Simulator, name: string): Promise<string> => idOf(sim, name);

describe('the link', () => {
  it.each([
    ['4.0', 422],
    ['4.3', 204],
  ])('%s: a test is stopped without force while it is down: %i', async (release, status) => {
    await using sim = await pair({ release });
    const id = await find(sim, 'erp-data');
    await done(sim, 'b', id, 'start_failover_test');
    sim.link.cut();
    expect((await act(sim, 'b', id, 'stop_failover_test', { force: false })).status).toBe(status);
    sim.link.heal();
    finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe(alone);
    sim.link.heal();
    expect(await watch(sim, id)).toEqual({ a: alone.split(' / ')[0], b: alone.split(' / ')[1] });
    for (const asked of ['a', 'b'] as const) expect((await act(sim, asked, id, 'resume')).status).toBe(422);
    await done(sim, site, id, 'pause');
    expect(await watch(sim, id)).toEqual({ a: 'Pausing → Paused', b: 'Pausing → Paused' });
    await done(sim, 'b', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('pauses both sides one after the other, which is as good as together', async () => {
    await using sim = await pair();
    const id = await find(sim, 'web-content');
    sim.link.cut();
    await done(sim, 'a', id, 'pause');
    await done(sim, 'b', id, 'pause');
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    expect(await watch(sim, id)).toEqual({
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
    finishTransitions(sim);
    const [alone, followed] =
      site === 'a'
        ? ['Failed_Over / System_Paused', 'Source / Destination']
        : ['System_Paused / Failed_Over', 'Destination / Source'];
    expect(await states(sim, id)).toBe(alone);
    expect(await roles(sim, id)).toBe('Source / Source');
    expect((await act(sim, site, id, 'reprotect')).status).toBe(422);
    sim.link.heal();
    expect(await watch(sim, id)).toEqual({ a: 'Failed_Over', b: 'Failed_Over' });
    expect(await roles(sim, id)).toBe(followed);
    for (const file of await fileSystemsOf(sim, id)) {
      expect(await states(sim, file)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, file)).toBe(followed);
    }
    await done(sim, site, id, 'reprotect');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe(followed);
  });

  it.each(['a', 'b'] as const)(
    'the last one to fail over wins, if %s has the data by a planned failover',
    async (planned) => {
      await using sim = await pair({ sessions: [{ name: 'one', source: planned === 'a' ? 'b' : 'a' }] });
      const id = await idOf(sim, 'one');
      const [from, to]: [Site, Site] = planned === 'a' ? ['b', 'a'] : ['a', 'b'];
      await done(sim, from, id, 'failover');
      finishTransitions(sim);
      sim.link.cut();
      await done(sim, from, id, 'failover', { is_planned: false, force: true });
      finishTransitions(sim);
      expect(await roles(sim, id)).toBe('Source / Source');
      sim.link.heal();
      finishTransitions(sim);
      expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
      const { [from]: winner, [to]: loser } = await session(sim, id);
      expect([winner?.['role'], loser?.['role']]).toEqual(['Source', 'Destination']);
    },
  );

  it.each(['a', 'b'] as const)(
    'one that began on B while the link was up ends there, when it is cut on the way (%s was asked to pause)',
    async (paused) => {
      await using sim = await pair();
      const id = await find(sim, 'erp-data');
      await done(sim, 'b', id, 'failover', { is_planned: false });
      sim.link.cut();
      await act(sim, paused, id, 'pause');
      finishTransitions(sim);
      sim.link.heal();
      finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / Partial_Failed_Over');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Partial_Failed_Over / Partial_Failed_Over');
    expect([await states(sim, first), await roles(sim, first)]).toEqual([
      'Failed_Over / Failed_Over',
      'Destination / Source',
    ]);
    for (const file of others)
      expect([await states(sim, file), await roles(sim, file)]).toEqual(['OK / OK', 'Source / Destination']);
    await done(sim, 'b', first, 'reprotect');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('a file system is paused alone, and stays so', async () => {
    await using sim = await pair();
    const id = await find(sim, 'nas-home');
    const [first = '', ...others] = await fileSystemsOf(sim, id);
    sim.link.cut();
    await done(sim, 'b', first, 'pause');
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, first)).toBe('System_Paused / Paused');
    for (const file of others) expect(await states(sim, file)).toBe('OK / OK');
  });
});

describe('the link is cut on the way', () => {
  it.each(['erp-data', 'ledger', 'metro-group', 'nas-home', 'nas-mirror'])('%s, while it recovers', async (name) => {
    await using sim = await pair();
    const id = await find(sim, name);
    sim.link.cut();
    const stopped = await states(sim, id);
    sim.link.heal();
    expect(await states(sim, id)).not.toBe(stopped);
    sim.link.cut();
    expect(await states(sim, id)).toBe(stopped);
    finishTransitions(sim);
    expect(await states(sim, id)).toBe(stopped);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('in a cycle of its own', async () => {
    await using sim = await pair({ sessions: [{ name: 'one' }] });
    const id = await idOf(sim, 'one');
    while ((await states(sim, id)) !== 'Synchronizing / Synchronizing') sim.clock.advance(1000);
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / Fractured');
    sim.link.heal();
    finishTransitions(sim);
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
    await sim.b.power('off');
    expect([sim.a.powered, sim.b.powered]).toEqual([true, false]);
    expect(await connectionError(send(sim, 'b', 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
    expect(await states(sim, id)).toBe('System_Paused / -');
    await sim.b.power('on');
    expect((await sendAs(sim.b, '/cluster', { headers: { cookie } })).status).toBe(401);
    expect((await sendAs(sim.b, '/cluster', { headers: { authorization } })).status).toBe(200);
    expect(await watch(sim, id)).toEqual({ a: 'Synchronizing → OK', b: 'Synchronizing → OK' });
  });

  it('of both is as if the link was gone, and comes back with the second', async () => {
    await using sim = await pair();
    const ids = await Promise.all(['erp-data', 'ledger', 'metro-group', 'nas-home'].map((name) => find(sim, name)));
    await sim.b.power('off');
    await sim.a.power('off');
    sim.clock.advance(60 * minutes);
    await sim.b.power('on');
    expect(await states(sim, String(ids[0]))).toBe('- / System_Paused');
    await sim.a.power('on');
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
  });

  it('comes back without the link: nothing goes on before that does', async () => {
    await using sim = await pair();
    const id = await find(sim, 'sql-group');
    sim.link.cut();
    await sim.a.power('off');
    sim.link.heal();
    expect(await states(sim, id)).toBe('- / System_Paused');
    sim.link.cut();
    await sim.a.power('on');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it('that is switched to its own state changes nothing', async () => {
    await using sim = await pair();
    const before = worldOf(sim);
    await sim.a.power('on');
    expect(worldOf(sim)).toBe(before);
    await sim.a.power('off');
    const without = worldOf(sim);
    await sim.a.power('off');
    expect(worldOf(sim)).toBe(without);
    expect(sim.journal.filter(({ kind }) => kind === 'power')).toHaveLength(1);
  });

  it('of the asked array goes while it pauses: nothing is paused', async () => {
    await using sim = await pair();
    const id = await find(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    await sim.a.power('off');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / System_Paused');
  });
});

it.each([
  ['erp-data', 'a', 'System_Paused / System_Paused'],
  ['erp-data', 'b', 'System_Paused / System_Paused'],
  ['metro-group', 'a', 'Fractured / Fractured'],
  ['nas-home', 'b', 'System_Paused / Partial_Paused'],
] as const)(
  'a pause of %s on %s fails while the link is down: it fails like the other side',
  async (name, site, stopped) => {
    await using sim = await pair();
    const id = await find(sim, name);
    sim.faults.add({ session: id, effect: { job: 'fails' } });
    await done(sim, site, id, 'pause');
    sim.link.cut();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe(stopped);
  },
);

it('a pause that failed while the link was down is nothing that stays', async () => {
  await using sim = await pair();
  const id = await find(sim, 'ledger');
  sim.faults.add({ session: id, effect: { job: 'fails' } });
  await done(sim, 'b', id, 'pause');
  sim.link.cut();
  finishTransitions(sim);
  sim.link.heal();
  expect(await watch(sim, id)).toEqual({ a: 'Switching_To_Synchronous → OK', b: 'Switching_To_Synchronous → OK' });
});
