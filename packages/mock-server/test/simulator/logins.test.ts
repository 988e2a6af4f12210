import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator, type User } from '../../src/index.js';
import { basicOf, idOf, list, minutes, refusal, seconds, send, sendAs } from '../helpers/pair.js';
import { login, readWith, userOf, writeWith } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;

const asUser = (sim: Simulator, username: string): Record<string, string> => ({
  authorization: basicOf(userOf(sim.a, username)),
});

describe('logging in', () => {
  it('is done with Basic on any read, and answered with a cookie and a token', async () => {
    await using sim = await createSimulator(manual);
    for (const target of ['/login_session', '/volume', '/replication_session?limit=1', '/cluster/0']) {
      const answer = await send(sim, 'a', 'GET', target);
      expect(answer.headers.get('set-cookie')).toMatch(/^auth_cookie=[^;]+;/);
      expect(answer.headers.get('dell-emc-token')).toMatch(/^\S+$/);
    }
  });

  it('shows the user and the idle timeout', async () => {
    await using sim = await createSimulator({ ...manual, arrays: { a: { idleTimeout: 600 * seconds } } });
    const [row] = await list(sim, 'a', 'login_session');
    expect(row).toMatchObject({
      user: 'admin',
      idle_timeout: 600,
      is_password_change_required: false,
      is_built_in_user: true,
    });
    expect(row?.['role_ids']).toHaveLength(1);
    const [elsewhere] = await list(sim, 'b', 'login_session');
    expect(elsewhere).toMatchObject({ idle_timeout: 3600 });
    const monitor = await send(sim, 'a', 'GET', '/login_session?select=*', undefined, asUser(sim, 'monitor'));
    expect(monitor.json).toEqual([expect.objectContaining({ user: 'monitor', is_built_in_user: false })]);
    const [other] = monitor.json as { role_ids: string[] }[];
    expect(other?.role_ids).not.toEqual(row?.['role_ids']);
  });

  it('is the same session as long as the cookie is the same', async () => {
    await using sim = await createSimulator(manual);
    const mine = await login(sim.a);
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push((await readWith(sim.a, mine, '/login_session')).json);
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    expect((await readWith(sim.a, await login(sim.a), '/login_session')).json).not.toEqual(ids[0]);
  });

  it('is refused with 401 where the user or the password is wrong, or nothing is said', async () => {
    await using sim = await createSimulator(manual);
    const { username } = sim.a;
    for (const headers of [
      {},
      { authorization: basicOf({ username, password: 'password123!' }) },
      { authorization: basicOf({ username, password: '' }) },
      { authorization: basicOf({ username: 'unknown-user', password: sim.a.password }) },
      { authorization: 'Bearer x' },
      { cookie: 'auth_cookie=' },
      { cookie: 'auth_cookie=made-up' },
    ]) {
      const answer = await sendAs(sim.a, '/cluster', { headers: headers as Record<string, string> });
      expect([answer.status, refusal(answer).severity]).toEqual([401, 'Error']);
    }
  });

  it('is of one array', async () => {
    await using sim = await createSimulator(manual);
    const mine = await login(sim.a);
    expect((await readWith(sim.b, mine)).status).toBe(401);
  });
});

describe('a write', () => {
  it('with the cookie needs the token', async () => {
    await using sim = await createSimulator(manual);
    const target = `/replication_session/${await idOf(sim, 'erp-data')}/pause`;
    const { cookie, token } = await login(sim.a);
    expect((await writeWith(sim.a, { cookie }, target)).status).toBe(403);
    expect((await writeWith(sim.a, { cookie, token: 'another' }, target)).status).toBe(403);
    expect((await writeWith(sim.a, { cookie, token: (await login(sim.a)).token }, target)).status).toBe(403);
    expect(await list(sim, 'a', 'job')).toEqual([]);
    expect((await writeWith(sim.a, { cookie, token }, target)).status).toBe(204);
  });

  it('with Basic needs nothing else', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    expect((await send(sim, 'a', 'POST', `/replication_session/${id}/pause`)).status).toBe(204);
  });

  it('with Basic beside a cookie that is over is done', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const { cookie } = await login(sim.a);
    sim.clock.advance(61 * minutes);
    expect((await readWith(sim.a, { cookie })).status).toBe(401);
    const headers = { cookie, 'dell-emc-token': 'over' };
    expect((await send(sim, 'a', 'POST', `/replication_session/${id}/pause`, undefined, headers)).status).toBe(204);
    expect((await send(sim, 'a', 'GET', '/cluster', undefined, headers)).headers.get('set-cookie')).not.toBeNull();
  });

  it('with Basic that is wrong is refused, whatever cookie comes with it', async () => {
    await using sim = await createSimulator(manual);
    const { cookie } = await login(sim.a);
    const headers = { cookie, authorization: basicOf({ username: 'admin', password: 'wrong' }) };
    expect((await sendAs(sim.a, '/cluster', { headers })).status).toBe(401);
  });

  it('gets the token from any read with the cookie', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const { cookie } = await login(sim.a);
    const token = (await readWith(sim.a, { cookie }, '/software_installed')).headers.get('dell-emc-token') ?? '';
    expect((await writeWith(sim.a, { cookie, token }, `/replication_session/${id}/pause`)).status).toBe(204);
  });
});

describe('a login session', () => {
  it('ends when it has not been used for its idle time, by the clock of the array', async () => {
    await using sim = await createSimulator({ ...manual, arrays: { a: { idleTimeout: 120 * seconds } } });
    const mine = await login(sim.a);
    sim.clock.advance(119 * seconds);
    expect((await readWith(sim.a, mine)).status).toBe(200);
    sim.clock.advance(120 * seconds);
    expect((await readWith(sim.a, mine)).status).toBe(401);
  });

  it('is extended by every use', async () => {
    await using sim = await createSimulator({ ...manual, arrays: { a: { idleTimeout: 120 * seconds } } });
    const [used, unused] = [await login(sim.a), await login(sim.a)];
    for (let count = 0; count < 5; count += 1) {
      sim.clock.advance(90 * seconds);
      expect((await readWith(sim.a, used)).status).toBe(200);
    }
    expect((await readWith(sim.a, unused)).status).toBe(401);
  });

  it('lasts an hour by default', async () => {
    await using sim = await createSimulator(manual);
    const mine = await login(sim.a);
    sim.clock.advance(60 * minutes - 1);
    expect((await readWith(sim.a, mine)).status).toBe(200);
    sim.clock.advance(60 * minutes);
    expect((await readWith(sim.a, mine)).status).toBe(401);
  });

  it('ends with logout, and no other one does', async () => {
    await using sim = await createSimulator(manual);
    const [mine, other] = [await login(sim.a), await login(sim.a)];
    expect((await writeWith(sim.a, { cookie: mine.cookie }, '/logout')).status).toBe(403);
    expect((await readWith(sim.a, mine)).status).toBe(200);
    expect((await writeWith(sim.a, mine, '/logout')).status).toBe(204);
    expect((await readWith(sim.a, mine)).status).toBe(401);
    expect((await writeWith(sim.a, mine, '/logout')).status).toBe(401);
    expect((await readWith(sim.a, other)).status).toBe(200);
  });

  it('is dropped when there are 2000 newer ones', async () => {
    await using sim = await createSimulator(manual);
    const oldest = await login(sim.a);
    const second = await login(sim.a);
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: round === 0 ? 98 : 100 }, () => login(sim.a)));
    expect((await readWith(sim.a, oldest)).status).toBe(200);
    const newest = await login(sim.a);
    expect((await readWith(sim.a, oldest)).status).toBe(401);
    expect((await readWith(sim.a, second)).status).toBe(200);
    expect((await readWith(sim.a, newest)).status).toBe(200);
  });

  it('is over once the array was off, on that array only', async () => {
    await using sim = await createSimulator(manual);
    const [a, b] = [await login(sim.a), await login(sim.b)];
    await sim.a.power('off');
    await sim.a.power('on');
    expect((await readWith(sim.a, a)).status).toBe(401);
    expect((await readWith(sim.b, b)).status).toBe(200);
    expect((await readWith(sim.a, await login(sim.a))).status).toBe(200);
  });

  it('survives the link being cut', async () => {
    await using sim = await createSimulator(manual);
    const mine = await login(sim.a);
    sim.link.cut();
    expect((await readWith(sim.a, mine)).status).toBe(200);
  });

  it('survives reset() and load(), token included', async () => {
    await using sim = await createSimulator(manual);
    const target = `/replication_session/${await idOf(sim, 'erp-data')}/pause`;
    const snapshot = sim.save();
    const mine = await login(sim.a);
    expect((await writeWith(sim.a, mine, target)).status).toBe(204);
    sim.reset();
    expect((await writeWith(sim.a, mine, target)).status).toBe(204);
    sim.load(snapshot);
    expect((await writeWith(sim.a, mine, target)).status).toBe(204);
  });

  it('survives load() of another time', async () => {
    await using sim = await createSimulator(manual);
    sim.clock.advance(24 * 60 * minutes);
    const late = sim.save();
    sim.reset();
    const mine = await login(sim.a);
    sim.load(late);
    expect((await readWith(sim.a, mine)).status).toBe(200);
    sim.reset();
    expect((await readWith(sim.a, mine)).status).toBe(200);
    sim.clock.advance(60 * minutes);
    expect((await readWith(sim.a, mine)).status).toBe(401);
  });

  it('is in no snapshot and no journal', async () => {
    await using sim = await createSimulator(manual);
    const { cookie, token } = await login(sim.a);
    await writeWith(sim.a, { cookie, token }, '/logout');
    const kept = JSON.stringify([sim.save(), sim.journal, sim.a, sim]);
    for (const secret of [cookie.replace('auth_cookie=', ''), token, sim.a.password])
      expect(kept).not.toContain(secret);
  });
});

interface Ids {
  session: string;
  metro: string;
  volume: string;
  group: string;
}

async function idsOf(sim: Simulator): Promise<Ids> {
  const first = async (resource: string, query: string): Promise<string> =>
    String((await list(sim, 'a', resource, `select=id&${query}`))[0]?.['id']);
  return {
    session: await idOf(sim, 'erp-data'),
    metro: await idOf(sim, 'metro-plain'),
    volume: await first('volume', 'name=eq.erp-data'),
    group: await first('volume_group', 'name=eq.sql-group'),
  };
}

describe('roles', () => {
  const writes: [method: string, target: (ids: Ids) => string, body?: unknown][] = [
    ...['sync', 'pause', 'resume', 'failover', 'reprotect', 'start_failover_test', 'stop_failover_test'].map(
      (action): [string, (ids: Ids) => string] => [
        'POST',
        ({ session }) => `/replication_session/${session}/${action}`,
      ],
    ),
    ['POST', ({ metro }) => `/replication_session/${metro}/promote`, {}],
    ['POST', ({ metro }) => `/replication_session/${metro}/demote`, {}],
    ['PATCH', ({ metro }) => `/replication_session/${metro}`, { role: 'Metro_Preferred' }],
    ['PATCH', ({ volume }) => `/volume/${volume}`, { protection_policy_id: '' }],
    ['POST', ({ volume }) => `/volume/${volume}/configure_metro`, { remote_system_id: 'remote' }],
    ['POST', ({ volume }) => `/volume/${volume}/end_metro`, {}],
    ['PATCH', ({ group }) => `/volume_group/${group}`, { protection_policy_id: '' }],
    ['POST', ({ group }) => `/volume_group/${group}/configure_metro`, { remote_system_id: 'remote' }],
    ['POST', ({ group }) => `/volume_group/${group}/end_metro`, {}],
  ];

  it('an operator is refused every write with 403, which changes nothing', async () => {
    await using sim = await createSimulator(manual);
    const ids = await idsOf(sim);
    const before = JSON.stringify({ ...sim.save(), journal: [] });
    for (const search of ['', '?is_async=true']) {
      for (const [method, target, body] of writes) {
        const path = `${target(ids)}${search}`;
        const answer = await send(sim, 'a', method, path, body, asUser(sim, 'monitor'));
        expect([path, answer.status, refusal(answer).severity]).toEqual([path, 403, 'Error']);
      }
    }
    expect(JSON.stringify({ ...sim.save(), journal: [] })).toBe(before);
  });

  it('an operator with the cookie and the token is refused as well', async () => {
    await using sim = await createSimulator(manual);
    const mine = await login(sim.a, userOf(sim.a, 'monitor'));
    const id = await idOf(sim, 'erp-data');
    expect((await writeWith(sim.a, mine, `/replication_session/${id}/pause`)).status).toBe(403);
    expect((await writeWith(sim.a, mine, '/logout')).status).toBe(204);
  });

  it('an operator reads everything', async () => {
    await using sim = await createSimulator(manual);
    for (const resource of [
      'replication_session',
      'replication_rule',
      'policy',
      'remote_system',
      'volume',
      'volume_group',
      'job',
      'cluster',
      'software_installed',
      'login_session',
      'witness',
    ]) {
      const [mine, theirs] = [
        await send(sim, 'a', 'GET', `/${resource}?limit=1`, undefined, asUser(sim, 'monitor')),
        await send(sim, 'a', 'GET', `/${resource}?limit=1`),
      ];
      expect([resource, mine.status]).toEqual([resource, theirs.status]);
      expect([200, 206, 501]).toContain(mine.status);
    }
    expect((await send(sim, 'a', 'GET', '/replication_session', undefined, asUser(sim, 'monitor'))).status).toBe(200);
  });

  it.each(['admin', 'storage'])('%s writes', async (username) => {
    await using sim = await createSimulator(manual);
    const ids = await idsOf(sim);
    for (const [method, target, body] of writes) {
      const answer = await send(sim, 'a', method, target(ids), body, asUser(sim, username));
      // Some are refused for their state or their body, but none for the user.
      expect([target(ids), answer.status]).not.toEqual([target(ids), 403]);
      expect(answer.status).not.toBe(401);
    }
    sim.reset();
    const pause = `/replication_session/${ids.session}/pause`;
    expect((await send(sim, 'a', 'POST', pause, undefined, asUser(sim, username))).status).toBe(204);
  });
});

describe("users of one's own", () => {
  const users: User[] = [
    { username: 'björn', password: 'pa:ss wörd', role: 'storage operator' },
    { username: 'watcher', password: 'x', role: 'operator' },
  ];

  it('are the only ones, and the first is shown', async () => {
    await using sim = await createSimulator({ ...manual, arrays: { a: { users } } });
    expect([sim.a.username, sim.a.password]).toEqual(['björn', 'pa:ss wörd']);
    expect(sim.a.users).toEqual(users);
    const id = await idOf(sim, 'erp-data');
    const pause = `/replication_session/${id}/pause`;
    const admin = { authorization: basicOf(sim.b) };
    expect((await send(sim, 'a', 'GET', '/cluster', undefined, admin)).status).toBe(401);
    expect((await send(sim, 'a', 'POST', pause, undefined, asUser(sim, 'watcher'))).status).toBe(403);
    expect((await send(sim, 'a', 'POST', pause)).status).toBe(204);
    expect(await list(sim, 'a', 'job', 'select=user')).toEqual([{ user: 'björn' }]);
    expect((await send(sim, 'b', 'GET', '/cluster')).status).toBe(200);
  });
});
