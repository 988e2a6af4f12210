// Sessions and clients when an array is switched off, and when it is on again.
import { request } from 'node:https';
import { describe, expect, test } from 'vitest';
import { createSimulator, type Simulator } from '../../src/index.js';
import { exchange, post } from '../helpers/array.js';
import { hostAccess, remotes } from '../helpers/look.js';
import {
  basicOf,
  both,
  done,
  fileSystemsOf,
  idOf,
  instance,
  list,
  roles,
  send,
  sendAs,
  finishTransitions,
  states,
} from '../helpers/pair.js';
import { connectionError } from '../helpers/wire.js';
import { everySession, mirror, outOfReach, quiet, thirdSite, world } from '../helpers/outages.js';

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
    finishTransitions(sim);
    for (const id of ids) {
      expect(await states(sim, id)).toBe('- / Failed_Over');
      expect(await roles(sim, id)).toBe('- / Source');
    }
    await sim.a.power('on');
    finishTransitions(sim);
    for (const id of ids) {
      expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
      expect(await roles(sim, id)).toBe('Destination / Source');
    }
    await done(sim, 'b', String(ids[0]), 'reprotect');
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
  });

  test.each<[string, (sim: Simulator) => void | Promise<void>, string]>([
    ['the link is cut', (sim) => sim.link.cut(), 'System_Paused / System_Paused'],
    ['the array of its destination goes off', (sim) => sim.b.power('off'), 'System_Paused / -'],
  ])('does not when %s', async (_, happen, expected) => {
    await using sim = await world([mirror]);
    const ids = await all(sim);
    await happen(sim);
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe(expected);
    expect((await instance(sim, 'a', 'replication_session', String(ids[0])))?.['role']).toBe('Source');
    if (sim.link.up) await sim.b.power('on');
    else sim.link.heal();
    finishTransitions(sim);
    for (const id of ids) {
      expect(await states(sim, id)).toBe('OK / OK');
      expect(await roles(sim, id)).toBe('Source / Destination');
    }
  });

  test('does not without a witness', async () => {
    await using sim = await world([{ ...mirror, witness: false }]);
    const ids = await all(sim);
    await sim.a.power('off');
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('- / System_Paused');
    await sim.a.power('on');
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('OK / OK');
  });

  test('a session of another kind does not fail over, even with a witness', async () => {
    await using sim = await world([{ name: 'ledger', type: 'Synchronous', witness: true }]);
    const id = await idOf(sim, 'ledger');
    expect(await both(sim, id, 'auto_failover_state')).toBe('Not_Applicable / Not_Applicable');
    await sim.a.power('off');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / System_Paused');
  });

  test('does not while it is Paused', async () => {
    await using sim = await world([mirror]);
    const ids = await all(sim);
    await done(sim, 'a', String(ids[0]), 'pause');
    finishTransitions(sim);
    await sim.a.power('off');
    finishTransitions(sim);
    for (const id of ids) expect(await states(sim, id)).toBe('- / Paused');
  });

  test('no other session fails over by itself', async () => {
    await using sim = await world();
    const sessions = (await everySession(sim)).filter(([name]) => !name.includes('nas-mirror'));
    await sim.a.power('off');
    finishTransitions(sim);
    for (const [name, id, stopped] of sessions) expect([name, await states(sim, id)]).toEqual([name, `- / ${stopped}`]);
  });
});

describe('an array that is off', () => {
  test('answers no request, resets open connections, and has no logins left when it is back', async () => {
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
    expect(await connectionError(send(sim, 'a', 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
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

  test('a client that switches it off through its own port gets an answer', async () => {
    await using sim = await world([quiet]);
    const power = (state: 'on' | 'off') =>
      exchange(`${sim.a.url}/__sim/power`, post(JSON.stringify({ array: 'a', state })));
    expect((await sendAs(sim.a, '/cluster', { headers: { authorization: basicOf(sim.a) } })).status).toBe(200);
    expect((await power('off')).status).toBe(200);
    expect(sim.a.powered).toBe(false);
    expect(await connectionError(send(sim, 'a', 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
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
      expect(await connectionError(send(sim, site, 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    finishTransitions(sim);
    await sim.b.power('on');
    await sim.a.power('on');
    finishTransitions(sim);
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
    finishTransitions(sim);
    await sim.a.power('on');
    finishTransitions(sim);
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
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / -');
    sim.link.cut();
    await sim.b.power('on');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});
