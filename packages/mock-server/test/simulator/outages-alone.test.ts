// Actions of one side while the other one is out of reach, and their consequences.
import { describe, expect, test } from 'vitest';
import { hostAccess } from '../helpers/look.js';
import {
  act,
  both,
  done,
  fileSystemsOf,
  idOf,
  minutes,
  roles,
  seconds,
  finishTransitions,
  states,
  watch,
} from '../helpers/pair.js';
import { connectionLost, plain, quiet, world } from '../helpers/outages.js';

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
    finishTransitions(sim);
    const alone = first === 'a' ? 'Paused / System_Paused' : 'System_Paused / Paused';
    expect(await states(sim, id)).toBe(alone);
    sim.link.heal();
    finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    expect(await watch(sim, id)).toEqual({ a: 'Resuming → Synchronizing → OK', b: 'Resuming → Synchronizing → OK' });
  });

  test.each(['a', 'b'] as const)('a metro session on %s', async (site) => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    await done(sim, site, id, 'pause');
    finishTransitions(sim);
    const alone = site === 'a' ? 'Paused / Fractured' : 'Fractured / Paused';
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe(alone);
    expect((await act(sim, site, id, 'resume')).status).toBe(422);
    expect(await states(sim, id)).toBe(alone);
    await done(sim, 'b', id, 'pause');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });

  test('a failover without the source remains possible', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    await done(sim, 'b', id, 'pause');
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
    await done(sim, 'b', id, 'failover', { is_planned: false });
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('both sides paused, each by itself, are paused', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    await done(sim, 'a', id, 'pause');
    await done(sim, 'b', id, 'pause');
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });

  test('resume, sync and planned failover need the link', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
    expect(await roles(sim, id)).toBe('Source / Source');
    expect(await hostAccess(sim, name, resource)).toBe('true / true');

    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
    expect(await hostAccess(sim, name, resource)).toBe('false / true');

    expect((await act(sim, 'a', id, 'reprotect')).status).toBe(400);
    await done(sim, 'b', id, 'reprotect');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('while the array of the source is off', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await sim.a.power('off');
    expect(await states(sim, id)).toBe('- / System_Paused');
    await done(sim, 'b', id, 'failover', { is_planned: false });
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / Failed_Over');
    await sim.a.power('on');
    finishTransitions(sim);
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
    finishTransitions(sim);
    for (const one of all) expect(await states(sim, one)).toBe('System_Paused / Failed_Over');
    sim.link.heal();
    finishTransitions(sim);
    for (const one of all) {
      expect(await states(sim, one)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, one)).toBe('Destination / Source');
    }
  });

  test('a session that had failed over before the cut stays as it is', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'failover');
    finishTransitions(sim);
    expect(await roles(sim, id)).toBe('Destination / Source');
    sim.link.cut();
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
  });
});

describe('a session that had stopped before', () => {
  test.each(['erp-data', 'ledger', 'metro-plain'])('%s, Paused, stays Paused', async (name) => {
    await using sim = await world([quiet, { name: 'ledger', type: 'Synchronous' }, plain]);
    const id = await idOf(sim, name);
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    sim.link.cut();
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await both(sim, id, 'data_connection_state')).toBe(`${connectionLost} / ${connectionLost}`);
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('System_Paused by an action that failed stays so until a user synchronizes it', async () => {
    await using sim = await world([{ name: 'erp-data' }]);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({ operation: 'replication_session_sync', session: id, effect: { job: 'fails' } });
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.cut();
    finishTransitions(sim);
    sim.link.heal();
    const shown = await watch(sim, id, { during: 10 * minutes, step: 2 * seconds });
    expect(shown).toEqual({ a: 'System_Paused', b: 'System_Paused' });
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});
