import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import * as core from '../src/index.js';
import * as node from '../src/node/index.js';
import {
  InputError,
  connect,
  isAuthenticationError,
  isNotFoundError,
  nodeFetch,
  type TlsOptions,
} from '../src/node/index.js';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rawServer } from './helpers/raw-server.js';

const good = await certificate();
const other = await certificate({ name: 'other' });

/** The error of connecting to an array with this certificate, and the requests that the array got. */
async function refusedBy(tls: TlsOptions | undefined, shown = good) {
  await using fake = await fakeArray({ tls: shown });
  const error = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls }).then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  await fake.disconnected();
  expect(fake.seen).toEqual([]);
  return error;
}

test('has everything of the core, and a connect of its own', () => {
  const { connect: coreConnect, ...rest } = core;
  expect(node).toMatchObject(rest);
  expect(node.connect).not.toBe(coreConnect);
});

test.each<[string, TlsOptions]>([
  ['ca as a string', { ca: good.cert }],
  ['ca as a buffer', { ca: Buffer.from(good.cert) }],
  ['ca as a list', { ca: [other.cert, Buffer.from(good.cert)] }],
  ['fingerprint', { fingerprint: good.fingerprint }],
  ['fingerprint without colons, in lower case', { fingerprint: good.fingerprint.replaceAll(':', '').toLowerCase() }],
  ['insecure', { insecure: true }],
])('reads and writes over TLS: %s', async (_, tls) => {
  await using fake = await fakeArray({ tls: good });
  await using array = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls });
  expect(await array.jobs.list().toArray()).toEqual([{ id: '0' }]);
  await array.replicationSessions.failover('a', { is_planned: true });
  expect(fake.seen.at(-1)).toMatchObject({
    body: '{"is_planned":true}',
    headers: { 'content-type': 'application/json', 'content-length': '19', 'dell-emc-token': 'token-1' },
  });
  expect(fake.seen.at(-1)?.headers).not.toHaveProperty('transfer-encoding');
});

test('over TLS too, a write goes out again after a new login', async () => {
  await using fake = await fakeArray({ tls: good });
  await using array = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls: { ca: good.cert } });
  await array.jobs.list().toArray();
  fake.expire();
  await array.replicationSessions.failover('a', { is_planned: true });
  expect(fake.seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    '{"is_planned":true}',
    '{"is_planned":true}',
  ]);
});

test('a certificate without a trusted authority is refused, and the error says how to trust it', async () => {
  const error = await refusedBy(undefined);
  expect(error).toMatchObject({
    name: 'NetworkError',
    kind: 'tls',
    message: expect.stringMatching(`self-signed.*its SHA-256 fingerprint is ${good.fingerprint}`),
    hint: expect.stringContaining('tls: { ca }'),
  });
});

test('another ca does not vouch for it', async () => {
  expect(await refusedBy({ ca: other.cert })).toMatchObject({
    kind: 'tls',
    message: expect.stringContaining('self-signed'),
  });
});

test('a certificate for another host is refused', async () => {
  const shown = await certificate({ address: '192.0.2.1' });
  const error = await refusedBy({ ca: shown.cert }, shown);
  expect(error).toMatchObject({ kind: 'tls', message: expect.stringContaining('for another host') });
});

test('a certificate that has expired is refused', async () => {
  const shown = await certificate({ expired: true });
  const error = await refusedBy({ ca: shown.cert }, shown);
  expect(error).toMatchObject({ kind: 'tls', message: expect.stringContaining('has expired') });
});

test('a pinned certificate is trusted, with any names and dates', async () => {
  const shown = await certificate({ address: '192.0.2.1', expired: true });
  await using fake = await fakeArray({ tls: shown });
  const tls = { fingerprint: shown.fingerprint };
  await using array = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
});

test('a certificate that is not the pinned one is refused before a byte is sent, and the error has the fingerprint of the other one', async () => {
  const error = await refusedBy({ fingerprint: other.fingerprint });
  expect(error).toMatchObject({
    name: 'NetworkError',
    kind: 'tls',
    message: expect.stringContaining(good.fingerprint),
  });
  expect((error as core.NetworkError).hint).toContain('compare');
});

test('a pinned certificate has to be there', async () => {
  await using fake = await fakeArray();
  const error = await connect({ url: fake.origin, username, password, tls: { fingerprint: good.fingerprint } }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ kind: 'tls', message: expect.stringContaining('no TLS') });
  expect(fake.seen).toEqual([]);
});

test.each(['', 'AB:CD', `${good.fingerprint}:00`, good.fingerprint.replace(/^../, 'XY')])(
  '%j is no SHA-256 fingerprint, and is refused at once',
  async (fingerprint) => {
    await expect(connect({ host: 'array-a', username, password, tls: { fingerprint } })).rejects.toThrow(InputError);
  },
);

test('TLS to a port that does not speak it', async () => {
  await using fake = await fakeArray();
  const error = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls: { insecure: true } }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ kind: 'tls', hint: expect.stringContaining('port') });
});

test('close ends the connections, and so does a login that fails', async () => {
  await using fake = await fakeArray({ tls: good });
  const options = { host: `127.0.0.1:${fake.port}`, username, tls: { ca: good.cert } };
  const array = await connect({ ...options, password });
  await Promise.all([array.jobs.list().toArray(), array.cluster.get('0')]);
  await array.close();
  await array.close();
  await fake.disconnected();
  expect(fake.sessions.size).toBe(0);

  const error = await connect({ ...options, password: 'wrong' }).catch((reason: unknown) => reason);
  expect(isAuthenticationError(error)).toBe(true);
  await fake.disconnected();
});

test('close does not wait for an answer that is not read', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/job' ? { status: 200, body: 'x'.repeat(1e6) } : undefined),
  });
  const array = await connect({ url: fake.origin, username, password });
  const unread = await array.request('job_collection_query');
  await array.close();
  await fake.disconnected();
  expect(unread.status).toBe(200);
});

test('a request in flight when the client is closed rejects with a NetworkError', async () => {
  const arrived = new AbortController();
  const waiting = once(arrived.signal, 'abort');
  await using server = await rawServer(() => arrived.abort());
  const array = await connect({ url: server.url, username, password });
  const call = array.jobs.get('a').catch((error: unknown) => error);
  await waiting;
  await array.close();
  expect(await call).toMatchObject({ name: 'NetworkError', kind: 'aborted' });
});

test('the caller’s abort rejects with the caller’s reason', async () => {
  const controller = new AbortController();
  const reason = new Error('changed my mind');
  await using server = await rawServer(() => controller.abort(reason));
  await using array = await connect({ url: server.url, username, password });
  await expect(array.replicationSessions.get('a', { signal: controller.signal })).rejects.toBe(reason);
});

test('nodeFetch works under the connect of the core', async () => {
  await using fake = await fakeArray({ tls: good });
  await using fetch = nodeFetch({ tls: { fingerprint: good.fingerprint } });
  await using array = await core.connect({ url: fake.origin, username, password, fetch });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
});

test('an array of this entry shows no secrets either', async () => {
  await using fake = await fakeArray({ tls: good });
  await using array = await connect({ url: fake.origin, username, password, tls: { ca: good.cert } });
  const shown = inspect(array, { depth: Infinity, showHidden: true }) + JSON.stringify(array);
  expect(shown).not.toMatch(/Pässword|session-1|token-1/);
});

test('an interim response is not the answer', async () => {
  await using server = await rawServer((_, response) => {
    response.writeEarlyHints({ link: '</styles.css>; rel=preload' });
    response.writeHead(200, 'As Asked', { 'Content-Type': 'application/json' }).end('{"id":"1"}');
  });
  await using array = await connect({ url: server.url, username, password });
  const { status, statusText, headers } = await array.request('job_instance_query', { path: { id: '1' } });
  expect([status, statusText, headers.get('link')]).toEqual([200, 'As Asked', null]);
  expect(await array.jobs.get('1')).toEqual({ id: '1' });
});

test('a character that comes in two pieces is one', async () => {
  const bytes = Buffer.from('{"id":"1","description_l10n":"Grüße"}');
  const middle = bytes.indexOf('ü') + 1;
  await using server = await rawServer((_, response) => {
    // The second piece is sent when undici, in this process, has received the first one.
    const received = (): void => {
      unsubscribe('undici:request:bodyChunkReceived', received);
      response.end(bytes.subarray(middle));
    };
    subscribe('undici:request:bodyChunkReceived', received);
    response.writeHead(200, { 'Content-Length': bytes.length }).write(bytes.subarray(0, middle));
  });
  await using array = await connect({ url: server.url, username, password });
  expect(await array.jobs.get('1', { select: ['id', 'description_l10n'] })).toEqual({
    id: '1',
    description_l10n: 'Grüße',
  });
});

test('a refusal counts, also where its text breaks off', async () => {
  await using server = await rawServer((_, response) => {
    response.writeHead(404, { 'Content-Length': 100 }).write('{"messages":[', () => response.destroy());
  });
  await using array = await connect({ url: server.url, username, password });
  await expect(array.jobs.get('1')).rejects.toSatisfy(isNotFoundError);
});
