// What clients send beyond the contract, and what they take from any answer.
import { expect, test } from 'vitest';
import { createMockServer, createSimulator } from '../src/index.js';
import { ask, askAs, basic, post, type TestedArray } from './helpers/array.js';

/** A simulator with and without checks against the contract, and the static mock. */
async function each(check: (array: TestedArray) => Promise<void>): Promise<void> {
  for (const fast of [true, false]) {
    await using sim = await createSimulator({ clock: 'manual', fast });
    await check(sim.a);
  }
  await using mock = await createMockServer();
  await check(mock);
}

async function sourceOf(array: TestedArray): Promise<string> {
  const { json } = await ask(array, '/replication_session?select=id&state=eq.OK&type=eq.Asynchronous&role=eq.Source');
  const [row] = json as { id: string }[];
  return row?.id ?? '';
}

test.each(['sync', 'pause', 'resume', 'reprotect', 'promote'])('{} is no body: %s', async (action) => {
  await each(async (array) => {
    const path = `/replication_session/${await sourceOf(array)}/${action}`;
    const withJson = await ask(array, path, post('{}'));
    const withoutType = await ask(array, path, { method: 'POST', body: '{}' });
    const blank = await ask(array, path, post(' {\n} '));
    // Whatever the session makes of it, a body is no problem.
    for (const { status, text } of [withJson, withoutType, blank]) {
      expect([204, 400, 422]).toContain(status);
      expect(text).not.toMatch(/body/);
    }
  });
});

test('{} is no body: logout', async () => {
  await each(async (array) => {
    const { headers } = await ask(array, '/login_session');
    const [cookie = ''] = headers.getSetCookie()[0]?.split(';') ?? [];
    const own = { cookie, 'dell-emc-token': headers.get('dell-emc-token') ?? '' };
    const out = await askAs(array, '/logout', post('{}', own));
    expect([out.status, out.text]).toEqual([204, '']);
    expect((await askAs(array, '/cluster', { headers: own })).status).toBe(401);
  });
});

test.each<[string, number, Record<string, string>]>([
  ['/appliance_of_no_release', 404, {}],
  ['/volume/no-such-volume', 404, {}],
  ['/logout', 405, {}],
  ['/cluster?select=nothing', 400, {}],
  ['/cluster', 406, { accept: 'text/html' }],
  ['/volume?offset=100000', 416, {}],
])('whoever logs in with GET %s, answered %i, gets cookie and token all the same', async (target, status, more) => {
  await each(async (array) => {
    const { headers, ...answer } = await askAs(array, target, { headers: { authorization: basic(array), ...more } });
    expect(answer.status).toBe(status);
    const [cookie = ''] = headers.getSetCookie()[0]?.split(';') ?? [];
    const token = headers.get('dell-emc-token') ?? '';
    expect((await askAs(array, '/cluster', { headers: { cookie } })).status).toBe(200);
    expect((await askAs(array, '/logout', post('{}', { cookie, 'dell-emc-token': token }))).status).toBe(204);
  });
});

test('a read that fails has the token of its session, and a refused logout ends none', async () => {
  await each(async (array) => {
    const { headers } = await ask(array, '/login_session');
    const [cookie = ''] = headers.getSetCookie()[0]?.split(';') ?? [];
    const token = headers.get('dell-emc-token') ?? '';
    const missing = await askAs(array, '/volume/no-such-volume', { headers: { cookie } });
    expect([missing.status, missing.headers.get('dell-emc-token'), missing.headers.getSetCookie()]).toEqual([
      404,
      token,
      [],
    ]);
    const refused = await askAs(array, '/logout', post('{}', { cookie, 'dell-emc-token': token, accept: 'text/html' }));
    expect(refused.status).toBe(406);
    expect((await askAs(array, '/cluster', { headers: { cookie } })).status).toBe(200);
  });
});

test('whoever is not logged in gets neither', async () => {
  await each(async (array) => {
    for (const headers of [{}, { authorization: 'Basic eDp5' }, { cookie: 'auth_cookie=x' }]) {
      const reply = await askAs(array, '/nowhere', { headers });
      expect(reply.status).toBe(401);
      expect([reply.headers.getSetCookie(), reply.headers.get('dell-emc-token')]).toEqual([[], null]);
    }
  });
});

// Without Prism nothing checks their types. A name that is none once made every later request of the kind a 500.
test.each([
  { name: '' },
  { name: 5 },
  { name: null },
  { description: ['x'] },
  { protection_data: 'x' },
  { protection_data: null },
  { expiration_timestamp: 'x' },
])('a value that no attribute can have does no harm: %j', async (body) => {
  await using sim = await createSimulator({ clock: 'manual', fast: true });
  const before = (await ask(sim.b, '/volume?select=*&order=id')).json;
  const snapshot = (before as { id: string; type: string }[]).find(({ type }) => type === 'Snapshot');
  for (const id of ['name:spare-b', String(snapshot?.id)]) {
    const { status } = await ask(sim.b, `/volume/${id}`, { ...post(JSON.stringify(body)), method: 'PATCH' });
    expect(status).toBeLessThan(500);
  }
  expect((await ask(sim.b, '/volume?select=*&order=id')).json).toEqual(before);
  expect((await ask(sim.b, '/volume/name:spare-b', { ...post('{"name":"new"}'), method: 'PATCH' })).status).toBe(204);
});
