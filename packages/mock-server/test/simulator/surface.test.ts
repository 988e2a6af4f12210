import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulator, InputError, type SimulatorOptions } from '../../src/index.js';
import { freePorts, isFree, taken } from '../helpers/ports.js';
import { run } from '../helpers/processes.js';
import { idOf, list, send, sendAs, states } from '../helpers/pair.js';
import { connectionError } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;
const portOf = ({ url }: { url: string }): number => Number(new URL(url).port);

describe('simulators', () => {
  it('live side by side, each with a world of its own', async () => {
    const sims = await Promise.all(
      Array.from({ length: 8 }, (_, index) => createSimulator({ ...manual, seed: index + 1 })),
    );
    try {
      expect(new Set(sims.flatMap(({ a, b }) => [a.url, b.url])).size).toBe(16);
      sims[3]?.link.cut();
      sims[5]?.faults.add({ effect: { status: 500 }, times: 100 });
      const shown = await Promise.all(
        sims.map(async (sim, index) => (index === 5 ? 'faulty' : states(sim, await idOf(sim, 'erp-data')))),
      );
      expect(shown).toEqual(
        sims.map((_, index) => (index === 5 ? 'faulty' : index === 3 ? 'System_Paused / System_Paused' : 'OK / OK')),
      );
    } finally {
      await Promise.all(sims.map((sim) => sim.close()));
    }
  });

  it('listen on free ports of this machine unless told otherwise', async () => {
    await using sim = await createSimulator(manual);
    for (const site of ['a', 'b'] as const) expect(sim[site].url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  });

  it('listen on the ports they are given', async () => {
    const [one, two] = await freePorts();
    await using sim = await createSimulator({ ...manual, arrays: { a: { port: one }, b: { port: two } } });
    expect([portOf(sim.a), portOf(sim.b)]).toEqual([one, two]);
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(200);
  });

  it.each(['a', 'b'] as const)('fail where the port of array %s is in use, and leave nothing behind', async (site) => {
    await using used = await taken();
    const [free] = await freePorts();
    const other = site === 'a' ? 'b' : 'a';
    const arrays = { [site]: { port: used.port }, [other]: { port: free } };
    await expect(createSimulator({ ...manual, arrays })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await isFree(free)).toBe(true);
  });

  it('fail where both arrays are to have the same port', async () => {
    const [port] = await freePorts();
    const arrays = { a: { port }, b: { port } };
    await expect(createSimulator({ ...manual, arrays })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await isFree(port)).toBe(true);
  });

  it('show no password', async () => {
    await using sim = await createSimulator(manual);
    expect(JSON.stringify(sim)).not.toContain(sim.a.password);
    expect(Object.keys(sim.a)).not.toContain('password');
  });

  it('tell of every answer, and of which array it is', async () => {
    const told: string[] = [];
    await using sim = await createSimulator({
      ...manual,
      onRequest: ({ array, method, target, status }) => told.push(`${array} ${method} ${target} ${status}`),
    });
    await send(sim, 'b', 'GET', '/cluster?select=name');
    await sendAs(sim.a, '/cluster');
    expect(told).toEqual(['b GET /api/rest/cluster?select=name 200', 'a GET /api/rest/cluster 401']);
  });

  it('are of the releases and the names that are asked for', async () => {
    await using sim = await createSimulator({
      ...manual,
      release: '4.0',
      arrays: { b: { release: '3.6', name: 'west' } },
    });
    expect([sim.a.release, sim.b.release, sim.a.name, sim.b.name]).toEqual(['4.0.0.0', '3.6.0.0', 'array-a', 'west']);
    expect(await list(sim, 'b', 'software_installed', 'select=release_version&is_cluster=is.true')).toEqual([
      { release_version: '3.6.0.0' },
    ]);
    expect(await list(sim, 'b', 'cluster', 'select=name')).toEqual([{ name: 'west' }]);
  });

  it('begin with the sessions that are listed, and none beside', async () => {
    const sessions = [
      { name: 'mine', source: 'b' },
      { name: 'group', kind: 'volume_group', parts: 3 },
    ] as const;
    await using sim = await createSimulator({ ...manual, sessions });
    expect(sim.save().sessions.map(({ name }) => name)).toEqual(['mine', 'group']);
    expect(await list(sim, 'b', 'replication_session', 'select=role&resource_type=eq.volume')).toEqual([
      { role: 'Source' },
    ]);
    await using none = await createSimulator({ ...manual, sessions: [] });
    expect(await list(none, 'a', 'replication_session')).toEqual([]);
  });
});

describe('power', () => {
  it('off ends everything, even requests that hang', async () => {
    await using sim = await createSimulator(manual);
    sim.faults.add({ array: 'a', effect: { transport: 'stall' } });
    const hanging = connectionError(send(sim, 'a', 'GET', '/cluster'));
    while (sim.faults.unused().length > 0) await send(sim, 'b', 'GET', '/cluster');
    await sim.a.power('off');
    expect(await hanging).not.toBe('');
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(200);
    await sim.a.power('on');
    expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
  });
});

describe('close()', () => {
  it('frees both ports, and may be called again', async () => {
    const ports = await freePorts();
    const sim = await createSimulator({ ...manual, arrays: { a: { port: ports[0] }, b: { port: ports[1] } } });
    await send(sim, 'a', 'GET', '/cluster');
    await sim.close();
    for (const port of ports) expect(await isFree(port)).toBe(true);
    await sim.close();
    await Promise.all([sim.close(), sim[Symbol.asyncDispose]()]);
    expect(await connectionError(send(sim, 'a', 'GET', '/cluster'))).toMatch(/ECONNREFUSED/);
  });

  it('ends connections that are open', async () => {
    const sim = await createSimulator(manual);
    const sockets = [sim.a, sim.a, sim.b].map((array) =>
      connect(portOf(array), '127.0.0.1').on('error', () => undefined),
    );
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    sockets[1]?.write('GET /api/rest/cluster HTTP/1.1\r\nhost: a\r\n');
    const ended = Promise.all(sockets.map((socket) => once(socket, 'close')));
    // A round trip each, so that the servers know the connections.
    await Promise.all([send(sim, 'a', 'GET', '/cluster'), send(sim, 'b', 'GET', '/cluster')]);
    await sim.close();
    expect(await ended).toHaveLength(3);
  });

  it('ends a request that waits for its action', async () => {
    const sim = await createSimulator({ fast: true, clock: { speed: 0.0001 } });
    const id = await idOf(sim, 'erp-data');
    const waiting = send(sim, 'a', 'POST', `/replication_session/${id}/pause`).then(
      ({ status }) => String(status),
      () => 'lost',
    );
    while ((await states(sim, id)) !== 'Pausing / Pausing');
    await sim.close();
    expect(await waiting).toBe('lost');
  });
});

describe('a process', () => {
  it('that has closed its simulator ends by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    try {
      const script = join(folder, 'ask.mjs');
      writeFileSync(
        script,
        `import { createSimulator } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)};
const sim = await createSimulator({ fast: true, clock: { speed: 0.001 }, faults: [{ effect: { transport: 'slow', delay: 3_600_000 } }] });
const headers = { authorization: 'Basic ' + btoa(sim.a.username + ':' + sim.a.password) };
const late = fetch(sim.a.url + '/api/rest/cluster', { headers }).then(() => 'answered', () => 'lost');
while (sim.faults.unused().length > 0) await new Promise((resolve) => setImmediate(resolve));
const response = await fetch(sim.b.url + '/api/rest/replication_session?select=id&limit=2', { headers });
const rows = await response.json();
const id = rows[0].id;
const pausing = fetch(sim.a.url + '/api/rest/replication_session/' + id + '/pause', { method: 'POST', headers }).then(() => 'answered', () => 'lost');
while (!sim.journal.some(({ text }) => text.includes('Pausing'))) await new Promise((resolve) => setImmediate(resolve));
await sim.close();
console.log(response.status, rows.length, await late, await pausing);
`,
      );
      const { code, out, err } = await run(script);
      expect([code, out, err]).toEqual([0, '206 2 lost lost\n', '']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('time', () => {
  it.each([
    [-1, '-1'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [1e18, '1000000000000000000'],
    ['5', '"5"'],
    [undefined, 'undefined'],
  ])('does not pass by %s', async (milliseconds, got) => {
    await using sim = await createSimulator(manual);
    expect(() => sim.clock.advance(milliseconds as number)).toThrow(
      new InputError(`advance takes 0 to 3155760000000 milliseconds (a century); it got ${got}.`),
    );
    expect(sim.clock.now).toBe(Date.UTC(2026, 0, 1));
  });

  it('passes by itself unless it is manual, and faster where that is asked for', async () => {
    await using real = await createSimulator({ fast: true });
    // One cycle a day, so that a slow machine keeps up.
    const sessions = [{ name: 'erp-data', rpo: 'One_Day' }] as const;
    await using quick = await createSimulator({ fast: true, clock: { speed: 10_000 }, sessions });
    expect([real.clock.speed, quick.clock.speed]).toEqual([1, 10_000]);
    const id = await idOf(quick, 'erp-data');
    expect((await send(quick, 'a', 'POST', `/replication_session/${id}/pause`)).status).toBe(204);
    expect(await states(quick, id)).toBe('Paused / Paused');
  });
});

describe('options that make no sense', () => {
  const user = { username: 'me', password: 'x', role: 'operator' } as const;
  it.each<[name: string, options: object, message: RegExp]>([
    ['a release that is none', { release: '9.9' }, /9\.9.*release/],
    ['a release of an array that is none', { arrays: { b: { release: 'new' } } }, /new.*release/],
    ['a clock that is none', { clock: 'fast' }, / clock/],
    ['a clock that runs backward', { clock: { speed: -1 } }, / clock/],
    ['a clock that runs by NaN', { clock: { speed: NaN } }, / clock/],
    ['a clock that runs too fast', { clock: { speed: Infinity } }, / clock/],
    ['fewer sessions than none', { sessions: -5 }, / sessions/],
    ['more sessions than memory', { sessions: 1e9 }, /sessions must be at most 200000, not 1000000000\.$/],
    [
      'more volumes than a group has',
      { sessions: [{ name: 'x', parts: 1e9 }] },
      /sessions\.0\.parts must be at most 1000/,
    ],
    ['half a session', { sessions: 1.5 }, / sessions/],
    ['a session without a name', { sessions: [{}] }, /^createSimulator: sessions\.0\.name is missing\.$/],
    [
      'a session of no kind',
      { sessions: [{ name: 'x', kind: 'lun' }] },
      /sessions\.0\.kind must be volume or .*, not 'lun'\.$/,
    ],
    ['a session from no array', { sessions: [{ name: 'x', source: 'c' }] }, / sessions/],
    [
      'a session with a misspelt field',
      { sessions: [{ name: 'x', rop: 'One_Day' }] },
      /^createSimulator: sessions\.0\.rop is not known\. Did you mean rpo\?$/,
    ],
    ['two sessions of one name', { sessions: [{ name: 'x' }, { name: 'x', source: 'b' }] }, /same name/],
    ['two sessions whose names differ in case', { sessions: [{ name: 'x' }, { name: 'X' }] }, /same name/],
    ['the name of a volume that each array has', { sessions: [{ name: 'Spare-a' }] }, /two volumes have the same name/],
    [
      'the name of a member of a group',
      { sessions: [{ name: 'x', kind: 'volume_group' }, { name: 'x-2' }] },
      /two volumes have the same name; the members of a group/,
    ],
    [
      'metro for a NAS server',
      { sessions: [{ name: 'x', kind: 'nas_server', type: 'Metro_Active_Active' }] },
      /^createSimulator: sessions\.0: metro is for volumes and volume groups\.$/,
    ],
    [
      'a synchronous replication group',
      { sessions: [{ name: 'x', kind: 'replication_group', type: 'Synchronous' }] },
      /sessions\.0: a replication group is asynchronous\.$/,
    ],
    [
      'a third site without metro',
      { sessions: [{ name: 'x', thirdSite: true }] },
      /sessions\.0: only a metro volume has a third site\.$/,
    ],
    ['transitions that are none', { transitions: 'slow' }, / transitions/],
    ['transitions by reads before now', { transitions: { reads: -1 } }, / transitions/],
    ['a seed between two', { seed: 1.5 }, /^createSimulator: seed: give a whole number\.$/],
    ['a seed of words', { seed: 'abc' }, / seed/],
    ['a port that is none', { arrays: { a: { port: 70_000 } } }, /a\.port must be at most 65535, not 70000\.$/],
    [
      'a port below none',
      { arrays: { b: { port: -1 } } },
      /^createSimulator: arrays\.b\.port must be at least 0, not -1\.$/,
    ],
    ['no user', { arrays: { a: { users: [] } } }, / arrays\.a\.users/],
    ['two users of one name', { arrays: { a: { users: [user, user] } } }, /same name/],
    ['a role that is none', { arrays: { a: { users: [{ ...user, role: 'root' }] } } }, /users\.0\.role/],
    ['a user name that Basic cannot say', { arrays: { a: { users: [{ ...user, username: 'a:b' }] } } }, /username/],
    ['no time to be idle', { arrays: { a: { idleTimeout: 0 } } }, / arrays\.a\.idleTimeout/],
    ['two arrays of one name', { arrays: { a: { name: 'x' }, b: { name: 'x' } } }, / arrays/],
    ['a third array', { arrays: { c: {} } }, / arrays\.c/],
    ['a misspelt option', { sesions: 3 }, /^createSimulator: sesions is not known\. Did you mean sessions\?$/],
    [
      'an option of another tool',
      { colour: 1 },
      /^createSimulator: colour is not known\. Known are seed, release, arrays, /,
    ],
    ['two mistakes', { seed: 'abc', clok: 1 }, /^createSimulator: seed must be a number, not 'abc'\. clok is .*\?$/],
    [
      'a misspelt user',
      { arrays: { a: { users: [{ ...user, rol: 1 }] } } },
      /users\.0\.rol is not known\. Did you mean role\?/,
    ],
    ['a fault that is none', { faults: [{ effect: { status: 200 } }] }, / faults\.0\.effect\.status must be 401/],
    ['a certificate without a key', { tls: { cert: 'x' } }, /^createSimulator: tls/],
  ])('%s: refused, with a message that says where', async (_name, options, message) => {
    const create = (): Promise<unknown> => createSimulator({ ...manual, ...options } as SimulatorOptions);
    await expect(create()).rejects.toThrow(message);
  });
});

it('an array is on or off', async () => {
  await using sim = await createSimulator({ ...manual, sessions: 0 });
  const power = sim.a.power as (state: string) => Promise<void>;
  await expect(power('standby')).rejects.toThrow(new InputError("state must be on or off, not 'standby'."));
  expect(sim.a.powered).toBe(true);
});
