import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSimulator, InputError, type SavedState, type Simulator } from '../../src/index.js';
import { exchange, type Reply } from '../helpers/array.js';
import { done, idOf, list, minutes, send, finishTransitions, type Site, states } from '../helpers/pair.js';
import { login, connectionError, readWith } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;

/** A call of the simulator's own, without any credentials. */
const call = (sim: Simulator, site: Site, method: string, path: string, body?: unknown): Promise<Reply> =>
  exchange(`${sim[site].url}/__sim${path}`, {
    method,
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });

const typeOf = ({ headers }: Reply): string | null => headers.get('content-type');

/** Short, because a difference in a megabyte of text is unreadable. */
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const worldOf = (sim: Simulator): string => digest({ ...sim.save(), journal: [] });
const errorOf = ({ json }: Reply): string => (json as { error: string }).error;

describe.each(['a', 'b'] as const)('/__sim on array %s', (site) => {
  it('GET /__sim returns an overview', async () => {
    await using sim = await createSimulator({ ...manual, seed: 3, release: '4.0', arrays: { b: { name: 'west' } } });
    const reply = await call(sim, site, 'GET', '');
    expect([reply.status, typeOf(reply)]).toEqual([200, 'application/json']);
    expect(reply.json).toMatchObject({
      arrays: {
        a: { url: sim.a.url, name: 'array-a', release: '4.0.0.0', powered: true },
        b: { url: sim.b.url, name: 'west', release: '4.0.0.0', powered: true },
      },
      link: 'up',
      clock: { now: '2026-01-01T00:00:00.000+00:00', speed: 0 },
      seed: 3,
      transitions: 'timed',
      sessions: sim.save().sessions.length,
    });
    const { sessions, states: counted } = reply.json as { sessions: number; states: Record<string, number> };
    expect(counted).toEqual({ OK: 2 * sessions });
    expect((await call(sim, site, 'GET', '/')).json).toEqual(reply.json);
    await done(sim, 'a', await idOf(sim, 'erp-data'), 'pause');
    expect((await call(sim, site, 'GET', '')).json).toMatchObject({ states: { Pausing: 2, OK: 2 * sessions - 2 } });
  });

  it('POST /clock lets time pass', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    const reply = await call(sim, site, 'POST', '/clock', { advance: 2000 });
    expect([reply.status, reply.json]).toEqual([200, { now: '2026-01-01T00:00:02.000+00:00' }]);
    expect(sim.clock.now).toBe(Date.UTC(2026, 0, 1, 0, 0, 2));
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect((await call(sim, site, 'POST', '/clock', { advance: 0 })).json).toEqual(reply.json);
  });

  it('POST /link cuts and heals', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const cut = await call(sim, site, 'POST', '/link', { state: 'down' });
    expect([cut.status, cut.json]).toEqual([200, { link: 'down' }]);
    expect([sim.link.up, await states(sim, id)]).toEqual([false, 'System_Paused / System_Paused']);
    expect((await call(sim, site, 'POST', '/link', { state: 'down' })).status).toBe(200);
    expect((await call(sim, site, 'POST', '/link', { state: 'up' })).json).toEqual({ link: 'up' });
    finishTransitions(sim);
    expect([sim.link.up, await states(sim, id)]).toEqual([true, 'OK / OK']);
  });

  it('POST /power switches an array off and on, and goes on being answered meanwhile', async () => {
    await using sim = await createSimulator(manual);
    const mine = await login(sim[site]);
    const off = await call(sim, site, 'POST', '/power', { array: site, state: 'off' });
    expect([off.status, off.json]).toMatchObject([200, { [site]: { powered: false } }]);
    expect(sim[site].powered).toBe(false);
    expect(await connectionError(send(sim, site, 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect((await call(sim, site, 'GET', '')).json).toMatchObject({ arrays: { [site]: { powered: false } } });
    for (const path of ['/faults', '/journal', '/state']) expect((await call(sim, site, 'GET', path)).status).toBe(200);
    expect((await call(sim, site, 'POST', '/clock', { advance: 1 })).status).toBe(200);
    expect((await call(sim, site, 'POST', '/power', { array: site, state: 'on' })).json).toMatchObject({
      [site]: { powered: true },
    });
    expect((await readWith(sim[site], mine)).status).toBe(401);
  });

  it('/faults adds, lists and clears', async () => {
    await using sim = await createSimulator(manual);
    expect((await call(sim, site, 'GET', '/faults')).json).toEqual([]);
    const fault = { array: site, scope: 'mine & yours', effect: { status: 503, retryAfter: 2 } };
    const added = await call(sim, site, 'POST', '/faults', fault);
    expect([added.status, added.json]).toEqual([200, { ...fault, number: 1, hits: 0, remaining: 1 }]);
    await call(sim, site, 'POST', '/faults', { effect: { transport: 'reset' }, times: 2 });
    expect(sim.faults.list()).toHaveLength(2);
    const cleared = await call(sim, site, 'DELETE', `/faults?scope=${encodeURIComponent('mine & yours')}`);
    expect((cleared.json as { number: number }[]).map(({ number }) => number)).toEqual([2]);
    expect(await connectionError(send(sim, site, 'GET', '/cluster'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect((await call(sim, site, 'GET', '/faults')).json).toMatchObject([{ number: 2, hits: 1, remaining: 1 }]);
    expect((await call(sim, site, 'DELETE', '/faults')).json).toEqual([]);
    expect((await send(sim, site, 'GET', '/cluster')).status).toBe(200);
  });

  it('GET /journal returns the events', async () => {
    await using sim = await createSimulator(manual);
    await done(sim, 'a', await idOf(sim, 'erp-data'), 'pause');
    sim.link.cut();
    const reply = await call(sim, site, 'GET', '/journal');
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual(sim.journal);
    expect(new Set((reply.json as { kind: string }[]).map(({ kind }) => kind))).toEqual(
      new Set(['request', 'state', 'link']),
    );
  });

  it('GET /state returns the same as save(), and PUT /state loads it', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    const kept = await call(sim, site, 'GET', '/state');
    expect(kept.json).toEqual(JSON.parse(JSON.stringify(sim.save())));
    finishTransitions(sim);
    const put = await call(sim, site, 'PUT', '/state', kept.text);
    expect([put.status, put.json]).toMatchObject([200, { clock: { now: '2026-01-01T00:00:00.000+00:00' } }]);
    expect(await states(sim, id)).toBe('Pausing / Pausing');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });

  it('POST /reset is as at the start', async () => {
    await using sim = await createSimulator(manual);
    const before = digest(sim.save());
    const fresh = (await call(sim, site, 'GET', '')).json;
    sim.link.cut();
    sim.faults.add({ effect: { status: 500 } });
    sim.clock.advance(10 * minutes);
    const reply = await call(sim, site, 'POST', '/reset');
    expect([reply.status, reply.json]).toEqual([200, fresh]);
    expect(digest(sim.save())).toBe(before);
    expect(sim.faults.list()).toEqual([]);
  });

  it('lists the calls if there is no such call', async () => {
    await using sim = await createSimulator(manual);
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['PUT', '/clock'],
      ['GET', '/clock'],
      ['DELETE', '/state'],
      ['POST', '/constructor'],
      ['GET', 'ulator'],
    ] as const) {
      const reply = await call(sim, site, method, path);
      expect([path, reply.status, typeOf(reply)]).toEqual([path, 404, 'application/json']);
      for (const known of [
        'POST /__sim/clock',
        'POST /__sim/link',
        'POST /__sim/power',
        'GET /__sim/faults',
        'POST /__sim/faults',
        'DELETE /__sim/faults',
        'GET /__sim/journal',
        'GET /__sim/state',
        'PUT /__sim/state',
        'POST /__sim/reset',
      ])
        expect(errorOf(reply)).toContain(known);
    }
  });

  it.each([
    ['POST', '/clock', { advance: -1 }, /^advance takes 0 to 3155760000000 milliseconds \(a century\); it got -1\.$/],
    [
      'POST',
      '/clock',
      { advanc: 1 },
      /^body\.advance is missing\. body\.advanc is not known\. Did you mean advance\?$/,
    ],
    ['POST', '/clock', { advance: '5' }, /advance/],
    ['POST', '/clock', '{"advance":1e999}', /advance/],
    ['POST', '/clock', { advance: 1e18 }, /advance/],
    ['POST', '/clock', {}, /advance/],
    ['POST', '/clock', { advance: 1, by: 2 }, /^body\.by is not known\. Known are advance\.$/],
    ['POST', '/clock', undefined, /advance/],
    ['POST', '/link', { state: 'off' }, /state/],
    ['POST', '/link', { state: 'up', link: 1 }, /link/],
    ['POST', '/power', { array: 'c', state: 'on' }, /array/],
    ['POST', '/power', { array: 'a', state: 'up' }, /state/],
    ['POST', '/faults', { effect: { status: 418 } }, /effect/],
    ['POST', '/faults', { operation: 'x', effect: { status: 500 } }, /operation/],
    ['POST', '/faults', [], /fault/],
    ['PUT', '/state', {}, /state/],
    ['PUT', '/state', { format: 2, sessions: [], arrays: [] }, /format/],
    ['PUT', '/state', { format: 1, sessions: [], arrays: [] }, /state/],
    ['PUT', '/state', { format: 1, sessions: [{}], arrays: [{}] }, /state/],
    ['POST', '/clock', '{"advance":', /JSON/],
    ['POST', '/clock', 'advance=5', /JSON/],
    ['POST', '/clock', '5', /JSON/],
    ['POST', '/clock', 'null', /JSON/],
  ])('%s %s with %j is refused with 400, and changes nothing', async (method, path, body, message) => {
    await using sim = await createSimulator(manual);
    const before = worldOf(sim);
    const reply = await call(sim, site, method, path, body);
    expect([reply.status, typeOf(reply)]).toEqual([400, 'application/json']);
    expect(errorOf(reply)).toMatch(message);
    expect(worldOf(sim)).toBe(before);
    expect(sim.faults.list()).toEqual([]);
    expect((await send(sim, 'a', 'GET', '/replication_session')).status).toBe(200);
  });
});

describe('a call that no program on this machine sends', () => {
  const down = '{"state":"down"}';
  const json = { 'content-type': 'application/json' };

  it.each<[string, Record<string, string>]>([
    ['a page of another site', { ...json, origin: 'http://evil.example' }],
    ['a file in a browser', { ...json, origin: 'null' }],
    ['a page on another port', { ...json, 'sec-fetch-site': 'same-site' }],
    ['a page of another site, without Origin', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['a page whose name has this address', { ...json, host: 'evil.example' }],
    ['a page whose name begins as ours', { ...json, host: '127.0.0.1.evil.example' }],
    ['a page whose name ends as ours', { ...json, host: 'evil-localhost' }],
    ['an address that it does not listen on', { ...json, host: '192.0.2.7' }],
    ['no host that can be read', { ...json, host: 'a b' }],
  ])('%s: 403, and nothing changes', async (_, headers) => {
    await using sim = await createSimulator(manual);
    const before = worldOf(sim);
    for (const [method, path, body] of [
      ['POST', '/link', down],
      ['POST', '/reset', undefined],
      ['DELETE', '/faults', undefined],
      ['GET', '/state', undefined],
      ['OPTIONS', '/link', undefined],
    ] as const) {
      const reply = await exchange(`${sim.a.url}/__sim${path}`, { method, headers, ...(body && { body }) });
      expect([method, path, reply.status, typeOf(reply)]).toEqual([method, path, 403, 'application/json']);
      expect(errorOf(reply)).toMatch(/^Control calls are for programs on this machine: .*\.$/);
      expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect([sim.link.up, worldOf(sim)]).toEqual([true, before]);
  });

  it.each<[string | undefined]>([
    [undefined],
    ['text/plain;charset=UTF-8'],
    ['application/x-www-form-urlencoded'],
    [''],
  ])('a body of type %j: 415, and nothing changes', async (type) => {
    await using sim = await createSimulator(manual);
    const headers = type === undefined ? {} : { 'content-type': type };
    const reply = await exchange(`${sim.a.url}/__sim/link`, { method: 'POST', headers, body: down });
    expect([reply.status, sim.link.up]).toEqual([415, true]);
    expect(errorOf(reply)).toContain('application/json');
  });

  it('an address or a name that the array listens on is answered, with any port', async () => {
    await using sim = await createSimulator({ ...manual, arrays: { a: { host: 'localhost' } } });
    for (const [site, host] of [
      ['a', 'localhost:1'],
      ['a', 'LOCALHOST'],
      ['a', 'array-a.localhost'],
      ['b', '127.0.0.1'],
      ['b', '127.1'],
      ['b', '[::1]:9000'],
    ] as const) {
      const own = { ...json, host, 'sec-fetch-site': 'none', 'content-type': 'application/json; charset=utf-8' };
      expect([
        host,
        (await exchange(`${sim[site].url}/__sim/link`, { method: 'POST', headers: own, body: down })).status,
      ]).toEqual([host, 200]);
    }
  });
});

describe('a saved state', () => {
  it('of 500 sessions goes out and comes back over HTTP', async () => {
    await using sim = await createSimulator({ ...manual, sessions: 500 });
    const id = await idOf(sim, 'volume-00500');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    sim.link.cut();
    const kept = await call(sim, 'a', 'GET', '/state');
    expect(Buffer.byteLength(kept.text)).toBeGreaterThan(1024 * 1024);
    await call(sim, 'b', 'POST', '/reset');
    expect(await states(sim, id)).toBe('OK / OK');
    const put = await call(sim, 'b', 'PUT', '/state', kept.text);
    expect([put.status, put.json]).toMatchObject([200, { link: 'down' }]);
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect((await list(sim, 'a', 'replication_session', 'select=id&limit=2000')).length).toBeGreaterThan(500);
    const { journal: _, ...again } = (await call(sim, 'a', 'GET', '/state')).json as SavedState;
    const { journal: __, ...before } = kept.json as SavedState;
    expect(digest(again)).toBe(digest(before));
  });

  it('of other releases is refused, and says so', async () => {
    await using old = await createSimulator({ ...manual, release: '3.0' });
    await using sim = await createSimulator(manual);
    const before = worldOf(sim);
    const reply = await call(sim, 'a', 'PUT', '/state', old.save());
    expect(reply.status).toBe(400);
    expect(errorOf(reply)).toMatch(/3\.0\.0\.0.*4\.4\.0\.0/);
    expect(() => sim.load(old.save())).toThrow(InputError);
    expect(worldOf(sim)).toBe(before);
  });

  it('that is none is refused by load() as well, and leaves everything as it is', async () => {
    await using sim = await createSimulator(manual);
    const [whole, before] = [sim.save(), worldOf(sim)];
    for (const broken of [
      null,
      {},
      [],
      'state',
      { ...whole, format: 2 },
      { ...whole, arrays: [] },
      { ...whole, arrays: whole.arrays.slice(1) },
      { ...whole, now: undefined },
      { ...whole, now: 'noon' },
      { ...whole, link: 'sideways' },
      { ...whole, random: [] },
      { ...whole, sessions: undefined },
      { ...whole, sessions: [{}] },
      { ...whole, sessions: [null] },
      { ...whole, snapshots: undefined },
      { ...whole, journal: null },
      { ...whole, now: 1e15 },
      ...[
        { transitions: [{}] },
        { sites: ['a', 'a'] },
        { rpo: Number.POSITIVE_INFINITY },
        { next: { at: 'soon', sequenceNumber: 1 } },
        { sides: { a: { row: { id: '1', last_sync_timestamp: 'noon' } } } },
        { sides: { a: { row: { id: '1', storage_element_pairs: -1 } } } },
      ].map((change) => ({ ...whole, sessions: whole.sessions.map((each) => ({ ...each, ...change })) })),
      ...[
        { volumes: [] },
        { volume: [{ name: 'without an id' }] },
        { policy: [{ id: '1' }] },
        { volume: [{ id: '1', name: null }] },
        { volume: [{ id: '1', protection_data: 5 }] },
        { remote_system: [{ id: '1', site: 'b', capabilities: 'all' }] },
        { volume_group: [{ id: '1', members: 'none' }] },
        { remote_system: [{ id: '1', site: 'd' }] },
      ].map((change) => ({
        ...whole,
        arrays: whole.arrays.map((array) => ({ ...array, rows: { ...array.rows, ...change } })),
      })),
    ]) {
      expect(() => sim.load(broken as unknown as SavedState), JSON.stringify(broken).slice(0, 40)).toThrow(/state/);
      expect(worldOf(sim)).toBe(before);
    }
    sim.load(whole);
    expect(worldOf(sim)).toBe(before);
  });
});

describe('no answer', () => {
  it('holds a password, a cookie or a token', async () => {
    const users = [{ username: 'me', password: 'S3cr3t-of-mine', role: 'administrator' }] as const;
    await using sim = await createSimulator({ ...manual, arrays: { a: { users } } });
    const [a, b] = [await login(sim.a), await login(sim.b)];
    await done(sim, 'a', await idOf(sim, 'erp-data'), 'pause');
    sim.faults.add({ effect: { login: 'new-token' } });
    await send(sim, 'a', 'GET', '/login_session?select=*', undefined, { cookie: a.cookie });
    const texts = [
      (await call(sim, 'a', 'GET', '')).text,
      (await call(sim, 'a', 'POST', '/clock', { advance: 1 })).text,
      (await call(sim, 'a', 'POST', '/link', { state: 'down' })).text,
      (await call(sim, 'a', 'POST', '/power', { array: 'b', state: 'off' })).text,
      (await call(sim, 'a', 'GET', '/faults')).text,
      (await call(sim, 'a', 'GET', '/journal')).text,
      (await call(sim, 'a', 'GET', '/state')).text,
      (await call(sim, 'a', 'POST', '/reset')).text,
    ].join('\n');
    for (const secret of ['S3cr3t-of-mine', sim.b.password, a.token, b.token, a.cookie.slice(12), b.cookie.slice(12)])
      expect(texts).not.toContain(secret);
  });
});
