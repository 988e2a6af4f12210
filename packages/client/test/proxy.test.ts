import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { InputError, connect } from '../src/node/index.js';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { type ProxyAnswer, proxyServer } from './helpers/proxy.js';
import { rejection } from './helpers/rejection.js';
import { steppedTime, until } from './helpers/time.js';

const shown = await certificate();

test.each([
  ['a pinned certificate', { fingerprint: shown.fingerprint }],
  ['an authority', { ca: shown.cert }],
])('reaches the array through a proxy, with %s', async (_, tls) => {
  await using proxy = await proxyServer();
  await using fake = await fakeArray({ tls: shown });
  await using array = await connect({
    host: `127.0.0.1:${fake.port}`,
    username,
    password,
    tls,
    proxy: `http://user:p%40ss@127.0.0.1:${proxy.port}`,
  });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
  expect(proxy.seen[0]).toEqual({
    target: `127.0.0.1:${fake.port}`,
    host: `127.0.0.1:${fake.port}`,
    authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
  });
});

test('reaches an array without TLS as well', async () => {
  await using proxy = await proxyServer();
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password, proxy: `http://127.0.0.1:${proxy.port}` });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
  expect(proxy.seen[0]).toMatchObject({ target: `127.0.0.1:${fake.port}`, authorization: undefined });
});

test('the certificate is checked all the same', async () => {
  await using proxy = await proxyServer();
  await using fake = await fakeArray({ tls: shown });
  const error = await rejection(
    connect({ host: `127.0.0.1:${fake.port}`, username, password, proxy: `http://127.0.0.1:${proxy.port}` }),
  );
  expect(error).toMatchObject({ kind: 'tls', message: expect.stringContaining('self-signed') });
  expect(fake.seen).toEqual([]);
});

test('a proxy that refuses says so, and not with which password; another attempt could lock its user out', async () => {
  await using proxy = await proxyServer(407);
  const error = await rejection(
    connect({ host: '192.0.2.1', username, password, proxy: `http://user:hunter2@127.0.0.1:${proxy.port}` }),
  );
  expect(error).toMatchObject({
    name: 'NetworkError',
    kind: 'proxy',
    message: expect.stringContaining(`the proxy ${proxy.url} made no connection to 192.0.2.1:443: it answered 407`),
    hint: expect.stringContaining('password'),
  });
  expect(proxy.connections()).toBe(1);
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(
    new RegExp(`hunter2|${Buffer.from('user:hunter2').toString('base64')}`),
  );
});

test('a proxy that is not there is named', async () => {
  const proxy = await proxyServer();
  await proxy[Symbol.asyncDispose]();
  const options = { host: '192.0.2.1', username, password, proxy: proxy.url, retry: { retries: 0 } };
  expect(await rejection(connect(options))).toMatchObject({
    kind: 'proxy',
    message: expect.stringMatching(`the proxy ${proxy.url} made no connection .*ECONNREFUSED`),
  });
});

test.each([
  ['2001:db8::7', '[2001:db8::7]:443'],
  ['[2001:db8::7]:8443', '[2001:db8::7]:8443'],
])('an IPv6 address has brackets (%s)', async (host, target) => {
  await using fake = await fakeArray({ tls: shown });
  await using proxy = await proxyServer('tunnel', fake.port);
  await using array = await connect({
    host,
    username,
    password,
    tls: { fingerprint: shown.fingerprint },
    proxy: proxy.url,
  });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
  expect(proxy.seen[0]).toEqual({ target, host: target, authorization: undefined });
});

const broken: ProxyAnswer[] = [502, 503, 'close', 'reset', 'half a line, then close', 'tunnel, and speaks first'];

test.each<ProxyAnswer>([407, ...broken, 'tunnel, then close'])(
  'a write for which a proxy makes no tunnel was not sent: %s',
  async (answer) => {
    await using fake = await fakeArray({ tls: shown, closesConnections: true });
    await using proxy = await proxyServer();
    const tls = { ca: shown.cert };
    await using array = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls, proxy: proxy.url });
    await array.release();
    proxy.answer = answer;
    const error = await rejection(array.replicationSessions.pause('a'));
    proxy.answer = 'tunnel';
    const kind = answer === 'tunnel, then close' ? 'reset' : 'proxy';
    expect(error).toMatchObject({ name: 'NetworkError', kind });
    expect(fake.seen.filter(({ method, path }) => method === 'POST' && path !== '/logout')).toEqual([]);
  },
);

test.each(broken)(
  '100 logins through a broken proxy (%s): one connection for each attempt, and none after it',
  async (answer) => {
    await using proxy = await proxyServer(answer);
    const retry = { retries: 1, pause: 1 };
    for (let login = 1; login <= 100; login += 1) {
      const url = `${login % 2 ? 'http' : 'https'}://192.0.2.1`;
      const options = { url, username, password, proxy: proxy.url, retry };
      expect(await rejection(connect(options))).toMatchObject({ name: 'NetworkError', kind: 'proxy' });
    }
    expect(proxy.connections()).toBe(200);
    await proxy.disconnected();
    expect(proxy.connections()).toBe(200);
  },
);

test('a proxy that says nothing is left as soon as the call ends, and does not hold up other calls', async () => {
  await using fake = await fakeArray({ closesConnections: true });
  await using proxy = await proxyServer();
  const array = await connect({ url: fake.origin, username, password, proxy: proxy.url });
  const reason = new Error('enough');
  const controller = new AbortController();
  proxy.answer = () => {
    proxy.answer = 'tunnel';
    void array.jobs
      .list()
      .toArray()
      .then(() => controller.abort(reason));
    return 'nothing';
  };
  expect(await rejection(array.jobs.get('a', { signal: controller.signal }))).toBe(reason);
  await array.close();
  await proxy.disconnected();
  // The login, the call without an answer, the one with one, the logout.
  expect(proxy.connections()).toBe(4);
});

test.each<ProxyAnswer>(['nothing', 'half a line'])('a proxy has 10 seconds for its answer (%s)', async (answer) => {
  steppedTime().stop();
  await using proxy = await proxyServer(answer);
  const options = { host: '192.0.2.1', username, password, proxy: proxy.url, retry: { retries: 0 } };
  const login = rejection(connect(options));
  await until(() => proxy.seen.length === 1);
  vi.advanceTimersByTime(10_000);
  expect(await login).toMatchObject({
    kind: 'proxy',
    message: expect.stringContaining('made no connection to 192.0.2.1:443: it did not answer within 10 s'),
  });
  await proxy.disconnected();
  expect(proxy.connections()).toBe(1);
});

test.each(['ftp://proxy', 'proxy:3128', 'http://user:hunter2@', 'http://user:hunter2%@proxy:3128'])(
  '%s is no proxy, and is refused without a word of its password',
  async (proxy) => {
    const error = await rejection(connect({ host: 'a', username, password, proxy }));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: expect.stringMatching(/^proxy /) });
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('hunter2');
  },
);
