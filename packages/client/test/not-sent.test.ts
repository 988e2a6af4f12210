import { createServer, type Socket } from 'node:net';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connect as connectByFetch } from '../src/index.js';
import { connect, nodeFetch } from '../src/node/index.js';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rawServer } from './helpers/raw-server.js';
import { rejection } from './helpers/rejection.js';
import { steppedTime } from './helpers/time.js';

const shown = await certificate();
const tls = { ca: shown.cert };

/** What happens to connections once the array, or what holds its address, is another. */
const ends: [how: string, end: (socket: Socket) => void, kind: string][] = [
  ['closes', (socket) => socket.destroy(), 'reset'],
  ['resets', (socket) => socket.resetAndDestroy(), 'reset'],
  ['speaks no TLS', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'tls'],
];

test.each(ends)('a write for which TLS is refused was not sent: the server %s', async (_, end, kind) => {
  const fake = await fakeArray({ tls: shown, closesConnections: true });
  const { port } = fake;
  const options = { host: `127.0.0.1:${port}`, username, password };
  await using fetch = nodeFetch({ tls });
  await using array = await connect({ ...options, tls });
  await using byFetch = await connectByFetch({ ...options, fetch });
  await Promise.all([array.release(), byFetch.release()]);
  await fake[Symbol.asyncDispose]();
  const server = createServer((socket) => end(socket.on('error', () => undefined))).listen(port, '127.0.0.1');
  await once(server, 'listening');
  for (const one of [array, byFetch])
    expect(await rejection(one.replicationSessions.pause('a'))).toMatchObject({ name: 'NetworkError', kind });
  server.close();
});

/** The error of a write whose `fetch` rejects with this. */
async function failing(cause: () => Promise<unknown>): Promise<unknown> {
  await using fake = await fakeArray();
  await using array = await connectByFetch({
    url: fake.origin,
    username,
    password,
    async fetch(url, init) {
      if (init.method === 'POST' && !url.endsWith('/logout')) throw await cause();
      return fetch(url, init);
    },
  });
  return await rejection(array.replicationSessions.pause('a'));
}

test.each(ends)('the same by the global fetch: the server %s', async (_, end, kind) => {
  const server = createServer((socket) => end(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const error = await failing(() => rejection(fetch(`https://127.0.0.1:${port}`)));
  expect(error).toMatchObject({ name: 'NetworkError', kind });
  server.close();
});

const errorOf = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });

test.each([
  ['a name that does not resolve', new TypeError('fetch failed', { cause: errorOf('ENOTFOUND', 'getaddrinfo') })],
  [
    'no connection by the first address, and no name for the second',
    new AggregateError([errorOf('ETIMEDOUT', 'connect'), errorOf('ENOTFOUND', 'getaddrinfo')]),
  ],
])('nothing is sent: %s', async (_, cause) => {
  expect(await failing(() => Promise.resolve(cause))).toMatchObject({ name: 'NetworkError' });
});

test.each(['EPROTO', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'EHOSTUNREACH', 'ETIMEDOUT'])(
  '%s can come after the request was sent: the outcome is unknown',
  async (code) => {
    const cause = new TypeError('fetch failed', { cause: errorOf(code, 'read') });
    expect(await failing(() => Promise.resolve(cause))).toMatchObject({ name: 'OutcomeUnknownError' });
  },
);

/** Lets a minute pass once the head of an answer with 502 is there. The client gets it right after this message. */
function endAttempt(message: unknown): void {
  const { response } = message as { response: { statusCode: number } };
  if (response.statusCode === 502) setImmediate(() => vi.advanceTimersByTime(60_000));
}

test.each([
  ['the core', connectByFetch],
  ['the entry for Node', connect],
])('a write whose answer breaks off after an error status was sent: %s', async (_, via) => {
  steppedTime().stop();
  await using server = await rawServer((request, response) => {
    if (request.method === 'GET') response.end('[{"release_version":"4.4.0.0"}]');
    else response.writeHead(502).flushHeaders();
  });
  await using array = await via({ url: server.url, username, password, attemptTimeout: 60_000 });
  subscribe('undici:request:headers', endAttempt);
  onTestFinished(() => void unsubscribe('undici:request:headers', endAttempt));
  expect(await rejection(array.replicationSessions.pause('a'))).toMatchObject({ name: 'OutcomeUnknownError' });
});
