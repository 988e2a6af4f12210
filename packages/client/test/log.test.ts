import { tracingChannel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { createSimulator } from '@powerstore-api/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { type LogEvent, connect } from '../src/index.js';
import { connect as nodeConnect, type RequestMessage } from '../src/node/index.js';
import { simulated } from './helpers/simulated.js';
import { rejection } from './helpers/rejection.js';

const read = 'replication_session_instance_query';

test('has the request and the answer of each attempt', async () => {
  const events: LogEvent[] = [];
  await using it = await simulated({ log: (event) => events.push(event) });
  it.sim.faults.add({ operation: read, effect: { transport: 'reset' } });
  it.sim.faults.add({ operation: read, effect: { status: 503 } });
  events.length = 0;
  await it.array.replicationSessions.get(it.id, { select: ['state'] });
  const url = `${it.sim.a.url}/api/rest/replication_session/${it.id}?select=state`;
  const about = { operation: read, method: 'GET', url };
  expect(events).toMatchObject([
    { ...about, type: 'request', attempt: 1, headers: { accept: 'application/json' } },
    { ...about, type: 'error', attempt: 1, error: { kind: 'reset' }, duration: expect.any(Number) },
    { ...about, type: 'request', attempt: 2 },
    { ...about, type: 'response', attempt: 2, status: 503 },
    { ...about, type: 'request', attempt: 3 },
    { ...about, type: 'response', attempt: 3, status: 200, size: expect.any(Number), duration: expect.any(Number) },
  ]);
});

test('knows no secret', async () => {
  const events: LogEvent[] = [];
  await using it = await simulated({ log: (event) => events.push(event) });
  await it.array.replicationSessions.pause(it.id);
  it.sim.faults.add({ operation: read, effect: { login: 'expired' } });
  await it.array.replicationSessions.get(it.id);
  const text = inspect(events, { depth: null });
  expect(text).toContain("authorization: '[redacted]'");
  expect(text).toContain("cookie: '[redacted]'");
  expect(text).toContain("'set-cookie': '[redacted]'");
  expect(text).toContain("'dell-emc-token': '[redacted]'");
  expect(text).not.toMatch(/auth_cookie=|Basic /);
  expect(text).not.toContain(it.sim.a.password);
  expect(text).not.toContain(btoa(`${it.sim.a.username}:${it.sim.a.password}`));
});

test('a log that fails stops nothing', async () => {
  await using it = await simulated({
    log: () => {
      throw new Error('the disk is full');
    },
  });
  expect(await it.array.replicationSessions.get(it.id)).toEqual({ id: it.id });
});

test('neither the client nor an error shows a secret', async () => {
  await using it = await simulated();
  const { username, password, url } = it.sim.a;
  const shown = [
    inspect(it.array, { depth: null, showHidden: true }),
    inspect(await rejection(it.array.replicationSessions.get('unknown-id')), { depth: null, showHidden: true }),
    inspect(await rejection(connect({ url, username, password: `${password}-wrong` })), { depth: null }),
  ].join('\n');
  expect(shown).not.toContain(password);
  expect(shown).not.toMatch(/auth_cookie=|Basic /);
});

test('names the application', async () => {
  const events: LogEvent[] = [];
  await using it = await simulated({ log: (event) => events.push(event) });
  const { username, password, url } = it.sim.a;
  const log = (event: LogEvent) => events.push(event);
  await using array = await connect({ url, username, password, application: 'nightly-report/2.1', log });
  await array.cluster.get('0');
  expect(events.findLast(({ type }) => type === 'request')).toMatchObject({
    headers: { 'user-agent': 'powerstore-api nightly-report/2.1', 'application-type': 'nightly-report/2.1' },
  });
});

test('the node entry publishes each attempt to subscribers in this process', async () => {
  await using sim = await createSimulator({ clock: 'manual', fast: true, tls: false });
  const { username, password, url } = sim.a;
  await using array = await nodeConnect({ url, username, password, retry: { pause: 1 } });
  const id = String((await array.replicationSessions.list().first())?.id);
  const heard: [string, RequestMessage][] = [];
  const hear = (event: string) => (message: unknown) => heard.push([event, { ...(message as RequestMessage) }]);
  const subscribers = {
    start: hear('start'),
    end: hear('end'),
    asyncStart: hear('asyncStart'),
    asyncEnd: hear('asyncEnd'),
    error: hear('error'),
  };
  const channel = tracingChannel('powerstore-api:request');
  channel.subscribe(subscribers);
  onTestFinished(() => channel.unsubscribe(subscribers));
  sim.faults.add({ operation: read, effect: { transport: 'reset' } });
  await array.replicationSessions.get(id);
  await array.replicationSessions.pause(id);
  sim.faults.add({ operation: read, effect: { login: 'expired' } });
  await array.replicationSessions.get(id);
  channel.unsubscribe(subscribers);
  const before = heard.length;
  await array.replicationSessions.get(id);
  expect(heard.length).toBe(before);
  expect(heard.filter(([event]) => /^(start|asyncEnd|error)$/.test(event)).slice(0, 5)).toMatchObject([
    ['start', { operation: read, method: 'GET', attempt: 1 }],
    ['error', { attempt: 1, errorCode: 'ERR_POWERSTORE_NETWORK' }],
    ['asyncEnd', { attempt: 1 }],
    ['start', { attempt: 2 }],
    ['asyncEnd', { attempt: 2, status: 200 }],
  ]);
  const keys = new Set<unknown>(['operation', 'method', 'url', 'attempt', 'status', 'errorCode', 'error', 'result']);
  expect(heard.flatMap(([, message]) => Reflect.ownKeys(message)).filter((key) => !keys.has(key))).toEqual([]);
  expect(heard.map(([, message]) => Reflect.get(message, 'result'))).toEqual(heard.map(() => undefined));
  expect(inspect(heard, { depth: null, showHidden: true })).not.toMatch(
    /auth_cookie|Basic |set-cookie|dell-emc-token/i,
  );
});

test.each([connect, nodeConnect])('an error does not repeat what has been received', async (via) => {
  const server = createServer((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nno header\r\nset-cookie: auth_cookie=hunter2\r\n\r\n')),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const events: LogEvent[] = [];
  const log = (event: LogEvent) => events.push(event);
  const url = `http://127.0.0.1:${port}`;
  const error = await rejection(via({ url, username: 'a', password: 'b', retry: { retries: 0 }, log }));
  server.close();
  expect(error).toMatchObject({ name: 'NetworkError', kind: 'unknown' });
  expect(inspect([error, events], { depth: null, showHidden: true })).not.toContain('hunter2');
});

const refuse = (): Promise<Response> => Promise.reject(new Error('not here'));

const allLogs = async (url: string): Promise<LogEvent[]> => {
  const events: LogEvent[] = [];
  const options = { url, username: 'a', password: 'hunter2', retry: { retries: 0 }, fetch: refuse };
  await rejection(connect({ ...options, log: (event) => events.push(event) }));
  return events;
};

test.each([
  'http://array-a.example.com',
  'http://192.0.2.7:8080/api/rest',
  'http://[2001:db8::7]',
  'http://localhost.example.com',
])('warns of plain HTTP to another machine, before the password goes out (%s)', async (url) => {
  const [first, second] = await allLogs(url);
  const { host } = new URL(url);
  expect(first).toEqual({
    type: 'warning',
    text: `http://${host} is plain HTTP: anyone between you and the array can read the password. Use https://.`,
  });
  expect(second).toMatchObject({ type: 'request' });
});

test.each([
  'https://array-a.example.com',
  'http://localhost:4010',
  'http://a.localhost',
  'http://127.0.0.1',
  'http://127.1',
  'http://[::1]:80',
])('and not of %s', async (url) => {
  expect((await allLogs(url)).map(({ type }) => type)).toEqual(['request', 'error']);
});
