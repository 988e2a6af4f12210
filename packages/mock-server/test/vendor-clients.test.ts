// Requests exactly as the clients of others send them. Users of those clients need a simulator that accepts them.
import { describe, expect, it } from 'vitest';
import { selfSignedCertificate } from '../src/http/certificate.js';
import { createSimulator } from '../src/index.js';
import { replicationsession } from './helpers/vendor/ansible.js';
import { Cinder } from './helpers/vendor/cinder.js';
import { GoPowerStore } from './helpers/vendor/go-power-store.js';
import {
  loginSelectBefore341,
  PyPowerStore,
  sessionSelect,
  sessionSelectOf3,
} from './helpers/vendor/py-power-store.js';
import { basicOf, type Json, newPool, send, type Target } from './helpers/vendor/wire.js';

type Simulator = Awaited<ReturnType<typeof createSimulator>>;

/** Generated once, because generating one for each array takes longer than the tests. */
const tls = await selfSignedCertificate();

/** Two arrays with HTTPS and self-signed certificates, whose transitions end at once. */
const simulate = (more: Parameters<typeof createSimulator>[0] = {}): Promise<Simulator> =>
  createSimulator({ tls, clock: 'manual', transitions: 'immediate', sessions: 3, ...more });

async function read(array: Target, target: string): Promise<unknown> {
  const { status, text } = await send(array, { method: 'GET', target, headers: { authorization: basicOf(array) } });
  expect(status, text).toBeLessThan(300);
  return JSON.parse(text);
}

interface Session {
  id: string;
  state: string;
  role: string;
  local_resource_id: string;
  remote_resource_id: string;
}

const attributes = 'id,state,role,local_resource_id,remote_resource_id';

/** Of one asynchronous volume session: how both sides see it. */
async function sidesOf(sim: Simulator, id: string): Promise<{ a: Session; b: Session }> {
  const target = `/replication_session?select=${attributes}&id=eq.${id}`;
  const [[a], [b]] = (await Promise.all([read(sim.a, target), read(sim.b, target)])) as [Session[], Session[]];
  if (!a || !b) throw new Error(`${id} is not on both arrays`);
  return { a, b };
}

async function sourceOnA(sim: Simulator): Promise<Session> {
  // One volume has a replica at a third site.
  const peer = `remote_system->>name=eq.${sim.b.name}`;
  const query = `type=eq.Asynchronous&resource_type=eq.volume&role=eq.Source&state=eq.OK&order=id&${peer}`;
  const [session] = (await read(sim.a, `/replication_session?select=${attributes}&${query}`)) as Session[];
  if (!session) throw new Error('no asynchronous volume session with its source on a');
  return session;
}

async function metroOnA(sim: Simulator): Promise<Session> {
  const query = 'type=eq.Metro_Active_Active&state=eq.OK&order=id';
  const [session] = (await read(sim.a, `/replication_session?select=${attributes}&${query}`)) as Session[];
  if (!session) throw new Error('no metro session');
  return session;
}

const stateAndRole = async (sim: Simulator, id: string) => {
  const { a, b } = await sidesOf(sim, id);
  return { a: [a.state, a.role], b: [b.state, b.role] };
};

/** The names in a `select`, without those in parentheses. */
const namesIn = (select: string): string[] =>
  select
    .replaceAll(/\([^)]*\)/g, '')
    .split(',')
    .toSorted();

/** It waits in the time of the arrays, and takes none of ours. */
const patient = (sim: Simulator) => ({ sleep: (seconds: number) => sim.clock.advance(seconds * 1000) });

describe('PyPowerStore 3.4', () => {
  it('logs in once, and goes on with cookie and token', async () => {
    await using sim = await simulate();
    const client = new PyPowerStore(sim.a);
    expect((await client.clusters())[0]).toMatchObject({ id: '0', name: sim.a.name });
    const { id } = await sourceOnA(sim);
    for (let round = 0; round < 3; round += 1) await client.session(id);
    await client.act(id, 'pause');
    await client.act(id, 'resume');
    expect(client.logins).toBe(1);
    expect(client.sent.filter(({ headers }) => 'authorization' in headers)).toHaveLength(1);
  });

  // The upgrade after which "every call is 401": python-powerstore 43, ansible-powerstore 77 and 92.
  it.each([
    ['4.0', { loginSelect: loginSelectBefore341 }, 200, 'array-a'],
    // It does not look at the status of its login, and goes on without cookie and token.
    ['4.1', { loginSelect: loginSelectBefore341 }, 400, '401'],
    ['4.1', {}, 200, 'array-a'],
  ])('on %s, with the login %o', async (release, options, status, outcome) => {
    await using sim = await simulate({ release });
    const client = new PyPowerStore(sim.a, options);
    const clusters = client.clusters().then(
      ([cluster]) => String(cluster?.['name']),
      (error: unknown) => String(error),
    );
    expect(await clusters).toContain(outcome);
    const [login] = client.sent;
    expect(login && (await send(sim.a, login)).status).toBe(status);
    const headers = { ...login?.headers, 'DELL-VISIBILITY': 'Internal' };
    expect(login && (await send(sim.a, { ...login, headers })).status).toBe(200);
  });

  it('logs in again when its own clock says so, and writes with the new token', async () => {
    await using sim = await simulate();
    const client = new PyPowerStore(sim.a, { now: () => sim.clock.now / 1000 });
    const { id } = await sourceOnA(sim);
    await client.act(id, 'pause');
    const [{ idle_timeout: idleTimeout }] = (await read(sim.a, '/login_session?select=idle_timeout')) as [Json];
    expect(idleTimeout).toBeGreaterThan(0);
    sim.clock.advance((Number(idleTimeout) + 1) * 1000);
    await client.act(id, 'resume');
    expect(client.logins).toBe(2);
  });

  it('ends its session with a logout that has neither body nor Basic', async () => {
    await using sim = await simulate();
    const client = new PyPowerStore(sim.a);
    await client.clusters();
    const { headers } = client.sent.at(-1) ?? { headers: {} };
    expect((await client.logout()).status).toBe(204);
    // Which of the two is not known, and all the same to it.
    expect([401, 403]).toContain((await send(sim.a, { method: 'GET', target: '/cluster', headers })).status);
  });

  it('reads 2300 sessions and more by a page and windows of 2001, each of them once', async () => {
    await using sim = await simulate({ sessions: 2300 });
    const client = new PyPowerStore(sim.a);
    const ids = (await client.sessions()).map(({ id }) => id);
    const ranges = client.sent.flatMap(({ headers }) => headers['Range'] ?? []);
    expect(ranges).toEqual(['100-2100', '2100-4100']);
    expect(ids.length).toBeGreaterThanOrEqual(2300);
    expect(new Set(ids).size).toBe(ids.length);
    const last = await read(sim.a, `/replication_session?limit=1&offset=${ids.length - 1}`);
    expect(last).toEqual([{ id: ids.at(-1) }]);
  });

  it('finds every attribute it asks for, of every session there is', async () => {
    await using sim = await simulate();
    const client = new PyPowerStore(sim.a);
    for (const { id } of await client.sessions()) {
      const details = await client.session(String(id));
      expect(Object.keys(details).toSorted(), String(id)).toEqual(namesIn(`${sessionSelect},${sessionSelectOf3}`));
      expect(details).toMatchObject({ id, state: expect.any(String), role: expect.any(String) });
    }
  });

  it('asks an array before 3.0 for less', async () => {
    await using sim = await simulate({ release: '2.0' });
    const client = new PyPowerStore(sim.a);
    expect(await client.arrayVersion()).toMatch(/^2\.0\.\d+\.\d+/);
    const [first] = await client.sessions();
    const details = await client.session(String(first?.['id']));
    expect(Object.keys(details).toSorted()).toEqual(namesIn(sessionSelect));
  });

  it('takes a session through sync, pause, resume, failover and reprotect', async () => {
    await using sim = await simulate();
    const [a, b] = [new PyPowerStore(sim.a), new PyPowerStore(sim.b)];
    const { id } = await sourceOnA(sim);
    await a.act(id, 'sync');
    expect((await a.session(id))['state']).toBe('OK');
    await a.act(id, 'pause');
    expect((await a.session(id))['state']).toBe('Paused');
    await a.act(id, 'resume');
    expect((await a.session(id))['state']).toBe('OK');
    await a.failover(id);
    expect(await stateAndRole(sim, id)).toEqual({ a: ['Failed_Over', 'Destination'], b: ['Failed_Over', 'Source'] });
    await b.act(id, 'reprotect');
    expect(await stateAndRole(sim, id)).toEqual({ a: ['OK', 'Destination'], b: ['OK', 'Source'] });
    await b.failover(id, { reverse: true });
    expect(await stateAndRole(sim, id)).toEqual({ a: ['OK', 'Source'], b: ['OK', 'Destination'] });
    await b.failover(id, { is_planned: false });
    expect(await stateAndRole(sim, id)).toEqual({ a: ['Failed_Over', 'Destination'], b: ['Failed_Over', 'Source'] });
  });

  it('gets JSON with each error', async () => {
    await using sim = await simulate();
    const client = new PyPowerStore(sim.a);
    const { id } = await sourceOnA(sim);
    await expect(client.session('none')).rejects.toMatchObject({ status: 404 });
    await expect(client.sessions({ no_such_attribute: 'eq.1' })).rejects.toMatchObject({ status: 400 });
    const refused = await client.act(id, 'resume').catch((error: unknown) => error);
    expect([400, 422]).toContain((refused as { status: number }).status);
  });
});

describe('gopowerstore 1.20', () => {
  it('is told the release, and whose cluster it is', async () => {
    await using sim = await simulate();
    await using client = await GoPowerStore.connect(sim.a, {
      'Application-Type': 'CSI Driver for Dell PowerStore/2.16',
    });
    expect(client.logins).toBe(1);
    expect(await client.majorMinorVersion()).toBe(4.4);
    expect(await client.cluster()).toMatchObject({ id: '0', name: sim.a.name, nvm_subsystem_nqn: expect.any(String) });
  });

  it('reads a collection to its end, a thousand rows at a time', async () => {
    await using sim = await simulate({ sessions: 2300 });
    await using client = await GoPowerStore.connect(sim.a);
    const ids = (await client.all('replication_session', 'id', 'id,state')).map(({ id }) => String(id));
    expect(client.sent.slice(1).map(({ target }) => target)).toEqual([
      '/replication_session?limit=1000&offset=0&order=id&select=id%2Cstate',
      '/replication_session?limit=1000&offset=1000&order=id&select=id%2Cstate',
      '/replication_session?limit=1000&offset=2000&order=id&select=id%2Cstate',
    ]);
    expect(ids.length).toBeGreaterThanOrEqual(2300);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('finds the session of a volume, and acts with bodies of no media type', async () => {
    await using sim = await simulate();
    await using a = await GoPowerStore.connect(sim.a);
    await using b = await GoPowerStore.connect(sim.b);
    const { id, local_resource_id: volume } = await sourceOnA(sim);
    expect(await a.sessionByLocalResource(volume)).toMatchObject({
      id,
      state: 'OK',
      type: 'Asynchronous',
      storage_element_pairs: [{ local_storage_element_id: volume, storage_element_type: 'volume' }],
    });
    await a.act(id, 'sync');
    await a.act(id, 'pause');
    expect(await a.sessionById(id)).toMatchObject({ state: 'Paused' });
    await a.act(id, 'resume');
    await a.act(id, 'failover', { is_planned: true });
    expect(await b.sessionById(id)).toMatchObject({ state: 'Failed_Over', role: 'Source' });
    await b.act(id, 'reprotect');
    await a.act(id, 'failover', { is_planned: false });
    await a.act(id, 'reprotect');
    expect(await stateAndRole(sim, id)).toEqual({ a: ['OK', 'Source'], b: ['OK', 'Destination'] });
  });

  it('logs in after a 403, and sends the refused request again', async () => {
    await using sim = await simulate();
    await using client = await GoPowerStore.connect(sim.a);
    const { id } = await sourceOnA(sim);
    const operations = ['replication_session_instance_query', 'replication_session_pause'] as const;
    for (const operation of operations) sim.faults.add({ array: 'a', operation, times: 1, effect: { status: 403 } });
    expect(await client.sessionById(id)).toMatchObject({ id });
    await client.act(id, 'pause');
    expect(client.logins).toBe(3);
    expect((await sidesOf(sim, id)).a.state).toBe('Paused');
  });

  it('does not go on after a 401', async () => {
    await using sim = await simulate();
    await using client = await GoPowerStore.connect({ ...sim.a, password: 'wrong' });
    await expect(client.cluster()).rejects.toMatchObject({ status: 401, message: expect.stringMatching(/\w/) });
    expect(client.sent).toHaveLength(2);
  });

  it('outlives its login session: its cookie has expired, and Basic is valid', async () => {
    await using sim = await simulate();
    await using client = await GoPowerStore.connect(sim.a);
    const { id } = await sourceOnA(sim);
    const [{ idle_timeout: idleTimeout }] = (await read(sim.a, '/login_session?select=idle_timeout')) as [Json];
    for (const work of [() => client.act(id, 'pause'), () => client.act(id, 'resume'), () => client.sessionById(id)]) {
      sim.clock.advance((Number(idleTimeout) + 1) * 1000);
      await work();
    }
    const headers = { authorization: basicOf(sim.a), cookie: 'auth_cookie=dead', 'dell-emc-token': 'dead' };
    expect((await send(sim.a, { method: 'GET', target: '/login_session', headers })).status).toBe(200);
  });

  it('gets errors in words', async () => {
    await using sim = await simulate();
    await using b = await GoPowerStore.connect(sim.b);
    const { id } = await sourceOnA(sim);
    const refused = await b.act(id, 'failover', { is_planned: true }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'VendorError', message: expect.stringMatching(/\w/) });
    expect([400, 422]).toContain((refused as { status: number }).status);
    await expect(b.sessionById('none')).rejects.toMatchObject({ status: 404 });
    await expect(b.sessionByLocalResource('none')).rejects.toMatchObject({ status: 404, message: '0 sessions' });
  });
});

describe('Cinder', () => {
  it('is told the release and the name of the cluster', async () => {
    await using sim = await simulate();
    const cinder = new Cinder(sim.b, patient(sim));
    expect(await cinder.arrayVersion()).toMatch(/^4\.4\.\d+\.\d+/);
    expect(await cinder.clusterName()).toBe(sim.b.name);
  });

  it('finds the volume of a failed array by its name on the other', async () => {
    await using sim = await simulate();
    const { id, local_resource_id: volume, remote_resource_id: remote } = await sourceOnA(sim);
    const { name } = (await read(sim.a, `/volume/${volume}?select=name`)) as { name: string };
    await sim.a.power('off');
    const secondary = new Cinder(sim.b, patient(sim));
    expect(await secondary.volumeIdByName(name)).toBe(remote);
    expect(await secondary.sessionIdOfVolume(remote)).toBe(id);
    expect(await secondary.failoverVolume(remote, false)).toBe(true);
    expect(await secondary.sessionState(id)).toBe('Failed_Over');
  });

  // As things take their time, and it waits up to forty seconds.
  it.each([
    ['at once', 'immediate'],
    ['as long as they take', 'timed'],
  ] as const)('fails over and back by jobs, which are done %s', async (_title, transitions) => {
    await using sim = await simulate({ transitions });
    const { id, local_resource_id: volume, remote_resource_id: remote } = await sourceOnA(sim);
    const [primary, secondary] = [new Cinder(sim.a, patient(sim)), new Cinder(sim.b, patient(sim))];
    expect(await secondary.failoverVolume(remote, false)).toBe(true);
    expect(await stateAndRole(sim, id)).toEqual({ a: ['Failed_Over', 'Destination'], b: ['Failed_Over', 'Source'] });
    expect(await primary.failoverVolume(volume, true)).toBe(true);
    sim.clock.advance(60_000);
    expect(await stateAndRole(sim, id)).toEqual({ a: ['OK', 'Source'], b: ['OK', 'Destination'] });
  });

  it('takes a session that has failed over already for a success, which the job tells by its code', async () => {
    await using sim = await simulate();
    const { id, remote_resource_id: remote } = await sourceOnA(sim);
    const secondary = new Cinder(sim.b, patient(sim));
    expect(await secondary.failoverVolume(remote, false)).toBe(true);
    const job = await secondary.failover(id, false);
    expect(await read(sim.b, `/job/${job}?select=state,response_body`)).toMatchObject({
      state: 'FAILED',
      response_body: { messages: [{ code: '0xE0201005000C' }] },
    });
    expect(await secondary.failoverVolume(remote, false)).toBe(true);
    expect((await sidesOf(sim, id)).b).toMatchObject({ state: 'Failed_Over', role: 'Source' });
  });

  it('sends {} where there is nothing to send, in older revisions', async () => {
    await using sim = await simulate();
    const { id, local_resource_id: volume, remote_resource_id: remote } = await sourceOnA(sim);
    await new Cinder(sim.b, patient(sim)).failoverVolume(remote, false);
    const primary = new Cinder(sim.a, { ...patient(sim), emptyBodies: true });
    await primary.failoverVolume(volume, true);
    expect(primary.sent.at(-1)).toMatchObject({ target: `/replication_session/${id}/reprotect`, body: '{}' });
    expect((await sidesOf(sim, id)).a).toMatchObject({ state: 'OK', role: 'Source' });
  });

  it('ends the replication of a volume, and sees by a job when the session is gone', async () => {
    await using sim = await simulate();
    const { id, local_resource_id: volume } = await sourceOnA(sim);
    await new Cinder(sim.a, patient(sim)).tearDown(volume);
    for (const array of [sim.a, sim.b]) expect(await read(array, `/replication_session?id=eq.${id}`)).toEqual([]);
    const policy = await read(sim.a, `/volume/${volume}?select=protection_policy_id`);
    expect(policy).toEqual({ protection_policy_id: null });
  });

  it('opens a login session with each request, and is not refused for how many there are', async () => {
    await using sim = await simulate({ fast: true });
    const pool = newPool();
    const another = () => send(sim.a, { method: 'GET', target: '/cluster', headers }, pool);
    const headers = { authorization: basicOf(sim.a) };
    for (let opened = 0; opened < 2000; opened += 50) await Promise.all(Array.from({ length: 50 }, another));
    pool.destroy();
    expect(await new Cinder(sim.a, patient(sim)).clusterName()).toBe(sim.a.name);
  });
});

describe('the Ansible module replicationsession', () => {
  it('pauses once, and goes on with resume and sync in one breath', async () => {
    await using sim = await simulate();
    const { id } = await sourceOnA(sim);
    const bring = (session_state: 'paused' | 'synchronizing') =>
      replicationsession(sim.a, { session_id: id, session_state });
    expect((await bring('synchronizing')).changed).toBe(false);
    expect((await bring('paused')).changed).toBe(true);
    expect((await bring('paused')).changed).toBe(false);
    expect((await sidesOf(sim, id)).a.state).toBe('Paused');
    expect((await bring('synchronizing')).changed).toBe(true);
    expect((await sidesOf(sim, id)).a.state).toBe('OK');
  });

  it('fails over from the source, planned; the new source reprotects and syncs in one breath', async () => {
    await using sim = await simulate();
    const { id } = await sourceOnA(sim);
    const task = { session_id: id, session_state: 'failed_over' } as const;
    expect((await replicationsession(sim.a, task)).changed).toBe(true);
    for (const array of [sim.a, sim.b]) expect((await replicationsession(array, task)).changed).toBe(false);
    expect(await stateAndRole(sim, id)).toEqual({ a: ['Failed_Over', 'Destination'], b: ['Failed_Over', 'Source'] });
    const sync = { session_id: id, session_state: 'synchronizing' } as const;
    await expect(replicationsession(sim.a, sync)).rejects.toThrow('not supported');
    expect((await replicationsession(sim.b, sync)).changed).toBe(true);
    expect(await stateAndRole(sim, id)).toEqual({ a: ['OK', 'Destination'], b: ['OK', 'Source'] });
  });

  it('fails over from the destination, unplanned, and resumes before where that is paused', async () => {
    await using sim = await simulate();
    const { id } = await sourceOnA(sim);
    await replicationsession(sim.b, { session_id: id, session_state: 'paused' });
    const outcome = await replicationsession(sim.b, { session_id: id, session_state: 'failed_over' });
    expect(outcome.changed).toBe(true);
    expect((await sidesOf(sim, id)).b).toMatchObject({ state: 'Failed_Over', role: 'Source' });
  });

  it('resumes a metro session without a sync, and prefers the other side', async () => {
    await using sim = await simulate();
    const { id, role } = await metroOnA(sim);
    await replicationsession(sim.a, { session_id: id, session_state: 'paused' });
    expect((await replicationsession(sim.a, { session_id: id, session_state: 'synchronizing' })).changed).toBe(true);
    const [array, wanted] =
      role === 'Metro_Preferred' ? [sim.b, 'Metro_Preferred' as const] : [sim.a, 'Metro_Preferred' as const];
    expect((await replicationsession(array, { session_id: id, role: wanted })).changed).toBe(true);
    expect((await replicationsession(array, { session_id: id, role: wanted })).changed).toBe(false);
  });

  it('finds the session by the name of its volume, and returns its id', async () => {
    await using sim = await simulate();
    const { id, local_resource_id: volume } = await sourceOnA(sim);
    const { name } = (await read(sim.a, `/volume/${volume}?select=name`)) as { name: string };
    const outcome = await replicationsession(sim.a, { volume: name, session_state: 'paused' });
    expect(outcome).toMatchObject({ changed: true, details: { id, state: 'Paused', local_resource_name: name } });
  });
});
