import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { InputError, connect } from '../src/node/index.js';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';

const shown = await certificate();

/** A proxy that makes tunnels, and remembers for whom. */
async function tunnelling(status = 200) {
  const seen: { target: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    const target = request.url ?? '';
    seen.push({ target, authorization: request.headers['proxy-authorization'] });
    sockets.add(client);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${target}`);
    const upstream = dial(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

test.each([
  ['a pinned certificate', { fingerprint: shown.fingerprint }],
  ['an authority', { ca: shown.cert }],
])('reaches the array through a proxy, with %s', async (_, tls) => {
  await using proxy = await tunnelling();
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
    authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
  });
});

test('reaches an array without TLS as well', async () => {
  await using proxy = await tunnelling();
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password, proxy: `http://127.0.0.1:${proxy.port}` });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
  expect(proxy.seen[0]).toEqual({ target: `127.0.0.1:${fake.port}`, authorization: undefined });
});

test('the certificate is checked all the same', async () => {
  await using proxy = await tunnelling();
  await using fake = await fakeArray({ tls: shown });
  const error = await rejection(
    connect({ host: `127.0.0.1:${fake.port}`, username, password, proxy: `http://127.0.0.1:${proxy.port}` }),
  );
  expect(error).toMatchObject({ kind: 'tls', message: expect.stringContaining('self-signed') });
  expect(fake.seen).toEqual([]);
});

test('a proxy that refuses says so, and not with which password', async () => {
  await using proxy = await tunnelling(407);
  const error = await rejection(
    connect({
      host: '192.0.2.1',
      username,
      password,
      proxy: `http://user:hunter2@127.0.0.1:${proxy.port}`,
      retry: { retries: 0 },
    }),
  );
  expect(error).toMatchObject({
    name: 'NetworkError',
    message: expect.stringContaining(`the proxy http://127.0.0.1:${proxy.port} made no connection: it answered 407`),
  });
  expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain('hunter2');
});

test.each(['ftp://proxy', 'proxy:3128', 'http://user:hunter2@', 'http://user:hunter2%@proxy:3128'])(
  '%s is no proxy, and is refused without a word of its password',
  async (proxy) => {
    const error = await rejection(connect({ host: 'a', username, password, proxy }));
    expect(error).toBeInstanceOf(InputError);
    expect(inspect(error)).not.toContain('hunter2');
  },
);
