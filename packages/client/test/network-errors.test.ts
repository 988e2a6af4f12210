import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

import { expect, test } from 'vitest';
import { connect, isApiError, isNetworkError } from '../src/index.js';
import { connect as nodeConnect } from '../src/node/index.js';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { rawServer } from './helpers/raw-server.js';

/** The error of connecting if `fetch` rejects with this. */
async function failing(cause: unknown): Promise<unknown> {
  const refuse = (): Promise<Response> => Promise.reject(cause);
  try {
    return await connect({ host: 'array-a', username, password, retry: { retries: 0 }, fetch: refuse });
  } catch (error) {
    return error;
  }
}

/** As `fetch` throws it: the reason is behind "fetch failed". */
const fetchFailed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`${code} happened`), { code }) });

test.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ECONNREFUSED', 'connection-refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_SOCKET', 'reset'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['UND_ERR_ABORTED', 'aborted'],
  ['UND_ERR_DESTROYED', 'aborted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['EPROTO', 'tls'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls'],
])('%s is of the kind %s, with a hint', async (code, kind) => {
  const cause = fetchFailed(code);
  const error = await failing(cause);
  expect(isNetworkError(error)).toBe(true);
  expect(error).toMatchObject({
    name: 'NetworkError',
    code: 'ERR_POWERSTORE_NETWORK',
    kind,
    cause,
    hint: expect.stringMatching(/\w+ \w+/),
    message: expect.stringMatching(new RegExp(`^GET https://array-a/api/rest/login_session: .+ \\(${code}\\)$`)),
    request: { method: 'GET', url: 'https://array-a/api/rest/login_session' },
  });
});

test.each([
  [new DOMException('over', 'TimeoutError'), 'timeout'],
  [new DOMException('over', 'AbortError'), 'aborted'],
])('an abort that is not the caller’s is a NetworkError: %s', async (cause, kind) => {
  expect(await failing(cause)).toMatchObject({ name: 'NetworkError', kind });
});

test('of several addresses that were tried, the first one says why', async () => {
  const cause = new TypeError('fetch failed', {
    cause: new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), new Error('no')]),
  });
  expect(await failing(cause)).toMatchObject({ kind: 'connection-refused' });
});

const lost = (syscall: string) => Object.assign(new Error('lost'), { code: 'EHOSTUNREACH', syscall });

test('a route that is lost after the connection was made: reset', async () => {
  expect(await failing(lost('connect'))).toMatchObject({ kind: 'unreachable' });
  expect(await failing(lost('read'))).toMatchObject({ kind: 'reset' });
});

test('an unknown error keeps its message', async () => {
  const error = await failing(new TypeError('fetch failed', { cause: new Error('a strange thing') }));
  expect(error).toMatchObject({ kind: 'unknown', message: expect.stringMatching(/: a strange thing$/) });
  expect(error).not.toHaveProperty('hint');
  expect(await failing('just a string')).toMatchObject({ kind: 'unknown' });
});

test('a port where nothing listens: connection-refused', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const url = `http://127.0.0.1:${port}`;
  const error = await connect({ url, username, password, retry: { retries: 0 } }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    name: 'NetworkError',
    kind: 'connection-refused',
    hint: expect.stringContaining('port'),
  });
});

test('a port that fetch blocks: the hint has the usual one', async () => {
  const url = 'http://127.0.0.1:1';
  const error = await connect({ url, username, password, retry: { retries: 0 } }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    name: 'NetworkError',
    message: 'GET http://127.0.0.1:1/api/rest/login_session: bad port',
    hint: 'fetch blocks this port. Use the port of the array, usually 443.',
  });
});

test('a connection that is closed before the answer: reset', async () => {
  await using server = await rawServer((request) => request.socket.destroy());
  await using array = await connect({ url: server.url, username, password, retry: { retries: 0 } });
  expect(await array.jobs.get('a').catch((error: unknown) => error)).toMatchObject({ kind: 'reset' });
});

test('a connection that breaks in the middle of the answer: reset', async () => {
  await using server = await rawServer((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('[{"id":', () => response.destroy());
  });
  await using array = await connect({ url: server.url, username, password, retry: { retries: 0 } });
  expect(
    await array.jobs
      .list()
      .toArray()
      .catch((error: unknown) => error),
  ).toMatchObject({ kind: 'reset' });
});

test('an error whose text breaks off keeps its status', async () => {
  await using server = await rawServer((_, response) => {
    response.writeHead(503, { 'Content-Length': 100 }).write('{"messages":', () => response.destroy());
  });
  await using array = await connect({ url: server.url, username, password, retry: { retries: 0 } });
  const error = await array.jobs
    .list()
    .toArray()
    .catch((reason: unknown) => reason);
  expect(isApiError(error)).toBe(true);
  expect(error).toMatchObject({ status: 503, messages: [] });
});

test('the caller’s abort rejects with the caller’s reason, while waiting for the answer', async () => {
  const controller = new AbortController();
  const reason = new Error('changed my mind');
  await using server = await rawServer(() => controller.abort(reason));
  await using array = await connect({ url: server.url, username, password, retry: { retries: 0 } });
  await expect(array.jobs.get('a', { signal: controller.signal })).rejects.toBe(reason);
});

test.each([200, 503])('and while the answer comes in (%i)', async (status) => {
  const controller = new AbortController();
  const reason = new Error('changed my mind');
  await using server = await rawServer((_, response) => {
    response.writeHead(status, { 'Content-Length': 100 }).write('{"id":');
  });
  await using array = await connect({
    url: server.url,
    username,
    password,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      if (url.includes('/job/')) controller.abort(reason);
      return response;
    },
  });
  await expect(array.jobs.get('a', { signal: controller.signal })).rejects.toBe(reason);
});

test.each<[does: string, answer: (socket: Socket) => unknown]>([
  ['closes', (socket) => socket.destroy()],
  // A fatal alert of TLS 1.2: unexpected message.
  ['answers by TLS', (socket) => socket.end(Buffer.from('15030300020200', 'hex'))],
])('http:// to a port that speaks TLS, which %s: the hint says https://', async (_, answer) => {
  const server = createServer((socket) => socket.once('data', () => answer(socket))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const via of [connect, nodeConnect])
    expect(await rejection(via({ url, username, password, retry: { retries: 0 } }))).toMatchObject({
      name: 'NetworkError',
      hint: expect.stringContaining('If this port speaks TLS, as that of an array does, use https://'),
    });
  server.close();
});

test('and so it does where a server for TLS is there', async () => {
  await using fake = await fakeArray({ tls: await certificate() });
  const url = `http://127.0.0.1:${fake.port}`;
  for (const via of [connect, nodeConnect])
    expect(await rejection(via({ url, username, password, retry: { retries: 0 } }))).toMatchObject({
      hint: expect.stringContaining('use https://'),
    });
});

test.each([
  ['a status that none has', 'HTTP/1.1 000 No\r\ncontent-length: 0\r\n\r\n'],
  ['headers without an end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`],
])('an answer with %s is not HTTP', async (_, answer) => {
  const server = createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.end(answer)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  for (const via of [connect, nodeConnect]) {
    const error = await rejection(via({ url: `http://127.0.0.1:${port}`, username, password }));
    expect(error).toMatchObject({ kind: 'unknown', message: expect.stringContaining('the answer is not HTTP') });
  }
  server.close();
});
