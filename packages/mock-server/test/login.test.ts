import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, askAs, basic, messageOf } from './helpers/array.js';

const pause = '/replication_session/2754bad0-cfcd-4796-a06b-78368bad1cd7/pause';
let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer({ username: 'operator', password: 'p:ä"ss' });
});
afterAll(() => mock.close());

async function login(): Promise<{ cookie: string; token: string }> {
  const { headers } = await ask(mock, '/login_session');
  const [setCookie = ''] = headers.getSetCookie();
  return { cookie: setCookie.split(';')[0] ?? '', token: headers.get('dell-emc-token') ?? '' };
}

describe('without a login session', () => {
  it('answers 401 without credentials and with wrong ones', async () => {
    const wrong = { username: 'operator', password: 'wrong' };
    for (const headers of [
      {},
      { authorization: basic(wrong) },
      { authorization: 'Basic !' },
      { cookie: 'auth_cookie=made-up' },
    ]) {
      const reply = await askAs(mock, '/replication_session', { headers });
      expect(reply.status).toBe(401);
      expect(messageOf(reply).severity).toBe('Error');
      expect(reply.headers.getSetCookie()).toEqual([]);
      expect(reply.headers.has('dell-emc-token')).toBe(false);
    }
  });

  it('lets Basic read and write', async () => {
    expect((await ask(mock, '/cluster')).status).toBe(200);
    expect((await ask(mock, pause, { method: 'POST' })).status).toBe(204);
  });
});

describe('with a login session', () => {
  it('has the attributes of a login session, and a cookie of its own each time', async () => {
    const { json } = await ask(mock, '/login_session?select=user,idle_timeout');
    expect(json).toEqual([{ user: expect.any(String), idle_timeout: expect.any(Number) }]);
    expect((await login()).cookie).not.toBe((await login()).cookie);
  });

  it('reads with the cookie alone, and writes with cookie and token', async () => {
    const { cookie, token } = await login();
    const write = (headers: Record<string, string>) => askAs(mock, pause, { method: 'POST', headers });
    const read = await askAs(mock, '/cluster', { headers: { cookie } });
    expect(read.status).toBe(200);
    expect(read.headers.get('dell-emc-token')).toBe(token);
    expect((await write({ cookie, 'dell-emc-token': token })).status).toBe(204);
    expect((await write({ cookie })).status).toBe(403);
    expect((await write({ cookie, 'dell-emc-token': 'old' })).status).toBe(403);
  });

  it('finds the cookie among others', async () => {
    const { cookie } = await login();
    expect((await askAs(mock, '/cluster', { headers: { cookie: `a=b; ${cookie}; c=d` } })).status).toBe(200);
    expect((await askAs(mock, '/cluster', { headers: { cookie: `x${cookie}` } })).status).toBe(401);
  });

  it('is over after logout', async () => {
    const { cookie, token } = await login();
    const headers = { cookie, 'dell-emc-token': token };
    const out = await askAs(mock, '/logout', { method: 'POST', headers });
    expect([out.status, out.headers.getSetCookie()]).toEqual([204, []]);
    expect((await askAs(mock, '/cluster', { headers })).status).toBe(401);
  });

  it('drops the oldest session beyond two thousand', async () => {
    const { cookie } = await login();
    const another = () => askAs(mock, '/cluster', { headers: { authorization: basic(mock), accept: 'text/html' } });
    for (let opened = 0; opened < 2000; opened += 50) await Promise.all(Array.from({ length: 50 }, another));
    expect((await askAs(mock, '/cluster', { headers: { cookie } })).status).toBe(401);
  });
});
