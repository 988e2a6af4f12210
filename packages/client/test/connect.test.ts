import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import {
  type ConnectOptions,
  InputError,
  connect,
  isAuthenticationError,
  isContractError,
  isPowerStoreError,
} from '../src/index.js';
import { type Answer, fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';

test('logs in once, with Basic, and reads with the cookie and the token from then on', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await array.replicationSessions.list().toArray();
  await array.jobs.list().toArray();

  const [login, ...reads] = fake.seen;
  expect(login).toMatchObject({ method: 'GET', path: '/login_session' });
  expect(Buffer.from(login?.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()).toBe(
    `${username}:${password}`,
  );
  expect(reads.map(({ path }) => path)).toEqual(['/replication_session', '/job']);
  for (const { headers } of reads) {
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBe('auth_cookie=session-1');
    expect(headers['dell-emc-token']).toBe('token-1');
    expect(headers.accept).toBe('application/json');
  }
});

test('fails at connect when the password is wrong, and asks once', async () => {
  await using fake = await fakeArray();
  const error = await connect({ url: fake.origin, username, password: 'wrong' }).catch((reason: unknown) => reason);
  expect(isAuthenticationError(error)).toBe(true);
  expect(error).toMatchObject({
    status: 401,
    operation: 'login_session_collection_query',
    // Of several arrays, which one.
    hint: `Check the user name and password for ${new URL(fake.origin).host}: they are those of its web interface.`,
  });
  expect(fake.seen).toHaveLength(1);
});

test('fails at connect when no cookie comes back', async () => {
  await using fake = await fakeArray({ answer: () => ({ status: 200, body: [] }) });
  const error = await connect({ url: fake.origin, username, password }).catch((reason: unknown) => reason);
  expect(isContractError(error)).toBe(true);
  expect(String(error)).toContain('auth_cookie');
});

test.each<[what: string, Answer]>([
  ['a web page', { status: 200, body: '<title>Router</title>' }],
  ['JSON of something else', { status: 200, body: { hello: 'world' } }],
  ['a page that is not there', { status: 404, body: '<title>Router</title>' }],
  ['a redirect', { status: 302, headers: { location: '/index.html' }, body: '<title>Router</title>' }],
  ['a method that is not there', { status: 405, body: { error: 'Router' } }],
])('says that it is no PowerStore which answers with %s', async (_, answer) => {
  await using fake = await fakeArray({ answer: () => answer });
  const error = await connect({ url: fake.origin, username, password }).catch((reason: unknown) => reason);
  expect(isContractError(error)).toBe(true);
  expect(String(error)).toContain(`: ${fake.origin} does not answer as a PowerStore does: `);
  expect(error).toMatchObject({ hint: expect.stringContaining('the management address of a PowerStore') });
});

test.each([
  [401, 'ERR_POWERSTORE_API_AUTHENTICATION'],
  [403, 'ERR_POWERSTORE_API_PERMISSION'],
  [501, 'ERR_POWERSTORE_API'],
])('does not say so of a %i', async (status, code) => {
  await using fake = await fakeArray({ answer: () => ({ status, body: '<title>Router</title>' }) });
  const error = await connect({ url: fake.origin, username, password }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code, message: expect.stringMatching(/: <title>Router<\/title>$/) });
});

test.each([
  ['', ''],
  ['', '/'],
  ['', '/api/rest'],
  ['', '/api/rest/'],
  ['/behind/a/proxy', '/behind/a/proxy'],
])('finds the API below the url: %s %s', async (prefix, path) => {
  await using fake = await fakeArray();
  const urls: string[] = [];
  const array = await connect({
    url: fake.origin + path,
    username,
    password,
    fetch: (sent, init) => {
      urls.push(sent);
      return fetch(sent.replace(prefix, ''), init);
    },
  });
  await array.close();
  expect(urls[0]).toBe(`${fake.origin}${prefix}/api/rest/login_session`);
});

test.each([
  ['array-a', 'https://array-a/api/rest/login_session'],
  ['array-a:8443', 'https://array-a:8443/api/rest/login_session'],
  ['192.0.2.7', 'https://192.0.2.7/api/rest/login_session'],
  ['2001:db8::7', 'https://[2001:db8::7]/api/rest/login_session'],
  ['[2001:db8::7]:8443', 'https://[2001:db8::7]:8443/api/rest/login_session'],
])('takes %s for a host', async (host, expected) => {
  const urls: string[] = [];
  const answer = (url: string): Promise<Response> => {
    urls.push(url);
    return Promise.resolve(new Response('[]', { headers: { 'Set-Cookie': 'auth_cookie=x' } }));
  };
  await connect({ host, username, password, fetch: answer });
  expect(urls).toEqual([expected]);
});

test.each([
  [{ host: 'array-a/api' }],
  [{ host: '' }],
  [{ host: undefined as unknown as string }],
  [{ host: 'admin:secret@array-a' }],
  [{ url: 'array-a' }],
  [{ url: 'ftp://array-a' }],
  [{ url: 'https://admin:secret@array-a' }],
])('refuses %j before anything is sent, and does not repeat the secrets in it', async (address) => {
  const error = await connect({ ...address, username, password }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect(inspect(error)).not.toContain('secret');
});

test.each([{}, { host: undefined, url: undefined }, { host: 'array-a', url: 'https://array-a' }])(
  'without a type check: %j',
  async (address) => {
    // Programs in plain JavaScript call it so.
    const options = { ...address, username, password } as unknown as ConnectOptions;
    await expect(connect(options)).rejects.toThrow(new InputError('Name the array: pass host or url, not both'));
  },
);

test.each([
  ['', password],
  ['a:b', password],
  ['admin', ''],
])('refuses a user name or password that cannot be one: %j', async (name, secret) => {
  await expect(connect({ host: 'array-a', username: name, password: secret })).rejects.toThrow(InputError);
});

test('tells the array the name of the application', async () => {
  await using fake = await fakeArray();
  const named = await connect({ url: fake.origin, username, password, application: 'report/1.0' });
  await named.close();
  expect(fake.seen.map(({ headers }) => headers['application-type'])).toEqual(['report/1.0', 'report/1.0']);
  const silent = await connect({ url: fake.origin, username, password });
  await silent.close();
  expect(fake.seen[2]?.headers).not.toHaveProperty('application-type');
});

test('the signal aborts the login with its own reason', async () => {
  await using fake = await fakeArray();
  const reason = new Error('no time');
  const login = connect({ url: fake.origin, username, password, signal: AbortSignal.abort(reason) });
  await expect(login).rejects.toBe(reason);
});

test('logs out once, and sends nothing after that', async () => {
  await using fake = await fakeArray();
  const array = await connect({ url: fake.origin, username, password });
  expect(fake.sessions.size).toBe(1);
  const closing = array.close();
  expect(array.close()).toBe(closing);
  await closing;
  await array[Symbol.asyncDispose]();
  expect(fake.sessions.size).toBe(0);
  expect(fake.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /login_session', 'POST /logout']);

  const error = await array.jobs
    .list()
    .toArray()
    .catch((reason: unknown) => reason);
  expect(isPowerStoreError(error)).toBe(true);
  expect(error).toMatchObject({ code: 'ERR_POWERSTORE_CLOSED' });
  expect(fake.seen).toHaveLength(2);
});

test('await using logs out', async () => {
  await using fake = await fakeArray();
  {
    await using array = await connect({ url: fake.origin, username, password });
    expect(await array.loginSession()).toEqual({ id: '0' });
  }
  expect(fake.sessions.size).toBe(0);
});

test('a logout that fails is ignored', async () => {
  const fake = await fakeArray();
  const array = await connect({ url: fake.origin, username, password });
  await fake[Symbol.asyncDispose]();
  await expect(array.close()).resolves.toBeUndefined();
});

test('reads its own login session', async () => {
  const row = { id: '7', user: 'admin', idle_timeout: 3600 };
  await using fake = await fakeArray({ rows: { login_session: [row] } });
  await using array = await connect({ url: fake.origin, username, password });
  expect(await array.loginSession({ select: ['id', 'user', 'idle_timeout'] })).toEqual(row);
  expect(fake.seen.at(-1)).toMatchObject({ path: '/login_session', query: { select: 'id,user,idle_timeout' } });
});

test('shows neither password nor cookie nor token, however it is looked at', async () => {
  await using fake = await fakeArray({ answer: ({ method }) => (method === 'POST' ? { status: 422 } : undefined) });
  await using array = await connect({ url: fake.origin, username, password });
  const apiError: unknown = await array.replicationSessions.sync('1').catch((error: unknown) => error);
  const refused: unknown = await connect({ url: fake.origin, username, password: 'wr0ng-password' }).catch(
    (e: unknown) => e,
  );
  const unreachable: unknown = await connect({ host: '127.0.0.1:1', username, password }).catch(
    (error: unknown) => error,
  );
  for (const subject of [array, array.replicationSessions, apiError, refused, unreachable]) {
    const shown = [
      inspect(subject, { depth: Infinity, showHidden: true, getters: true }),
      JSON.stringify(subject),
      String(subject),
    ].join();
    expect(shown).not.toMatch(/Pässword|wr0ng|session-1|token-1|auth_cookie|Basic /);
    expect(shown).not.toContain(Buffer.from(`${username}:${password}`).toString('base64'));
  }
});

test.each<[option: string, options: object]>([
  ['url', { url: 'https://user:hunter2@array-a:99999' }],
  ['url', { url: 'https://user:hunter2@' }],
  ['url', { url: 'ftp://user:hunter2@array-a' }],
  ['url', { url: { toString: () => 'https://user:hunter2@array-a' } }],
  ['address', { url: 'https://user:hunter2@array-a' }],
  ['url', { url: new URL('https://user:hunter2@array-a') }],
  ['address', { host: 'user:hunter2@array-a' }],
  ['host', { host: 'user:hunter2@array-a:443' }],
  ['host', { host: 'user:hunter2@' }],
  ['host', { host: 7 }],
])('a bad %s is refused without a word of its password (%j)', async (option, options) => {
  const error = await rejection(connect({ username, password, ...options } as ConnectOptions));
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ message: expect.stringContaining(option) });
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('hunter2');
});
