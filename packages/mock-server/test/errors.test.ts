import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, basic, exchange, type Init, messageOf, post } from './helpers/array.js';

const session = '/replication_session/2754bad0-cfcd-4796-a06b-78368bad1cd7';
let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer();
});
afterAll(() => mock.close());

describe('in the shape of an array, the mock answers', () => {
  it.each([
    ['404 to an unknown path', '/no_such_resource', {}, 404, 'no_such_resource'],
    ['404 to an unknown id', '/replication_session/none', {}, 404, 'none'],
    ['404 to an action on an unknown id', '/replication_session/none/pause', { method: 'POST' }, 404, 'none'],
    ['405 to a method that is not offered', '/replication_session', { method: 'DELETE' }, 405, 'DELETE'],
    ['400 to a value of the wrong type', `${session}/failover`, post('{"is_planned":"yes"}'), 400, 'is_planned'],
    ['400 to an unknown field', `${session}/failover`, post('{"is_planed":true}'), 400, 'is_planed'],
    ['400 to an unknown literal', session, { ...post('{"role":"Boss"}'), method: 'PATCH' }, 400, 'role'],
    ['400 to a body that is missing', session, { method: 'PATCH' }, 400, 'no body'],
    ['400 to a body that is null', `${session}/failover`, post('null'), 400, 'JSON object'],
    ['400 to a body that is a list', session, { ...post('[]'), method: 'PATCH' }, 400, 'object'],
    ['404 to a slash at the end', '/replication_session/', {}, 404, 'slash'],
    [
      '415 to a media type that only begins alike',
      `${session}/failover`,
      post('{}', { 'content-type': 'application/json-patch+json' }),
      415,
      'json',
    ],
    ['400 to a limit that is not a number', '/replication_session?limit=ten', {}, 400, 'limit'],
    ['400 to a Range that is none', '/replication_session', { headers: { range: 'bytes=0-9' } }, 400, 'Range'],
    ['406 to another media type asked for', '/cluster', { headers: { accept: 'text/html' } }, 406, 'application/json'],
    ['415 to another media type sent', `${session}/failover`, post('x', { 'content-type': 'text/plain' }), 415, 'json'],
  ] as [string, string, Init, number, string][])('%s', async (_title, target, init, status, culprit) => {
    const reply = await ask(mock, target, init);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(messageOf(reply)).toMatchObject({
      // OpenStack's driver reads it without a check.
      code: expect.stringMatching(/^0x[\dA-F]{12}$/),
      severity: 'Error',
      message_l10n: expect.stringContaining(culprit),
    });
  });

  // As recorded on arrays, in public issues and test suites.
  it.each([
    ['an unknown attribute', '/volume?select=id,nme', '0xE0404003000A', ['volume.nme']],
    ['an unknown parameter', '/volume?all_pages=true', '0xE04040020008', undefined],
    ['an unknown literal in a filter', '/volume?type=eq.Drive', '0xE04040020008', undefined],
    ['an unknown volume', '/volume/none', '0xE0A08001000E', ['none']],
    ['an unknown policy', '/policy/none', '0xE04040020009', ['none']],
  ])('the code for %s', async (_title, target, code, values) => {
    expect(messageOf(await ask(mock, target))).toMatchObject({ code });
    expect(messageOf(await ask(mock, target)).arguments).toEqual(values);
  });

  it.each([
    ['*/*', 200],
    ['application/*', 200],
    ['application/json', 200],
    ['APPLICATION/JSON', 200],
    ['application/json; charset=UTF-8', 200],
    ['text/html, */*;q=0.1', 200],
    ['text/html, application/json;q=0.9', 200],
    ['application/json;q=0', 406],
    ['application/json;q=0, */*', 406],
    ['application/jsonp', 406],
    ['', 406],
  ])('Accept: %s is answered with %i', async (accept, status) => {
    expect((await ask(mock, '/cluster', { headers: { accept } })).status).toBe(status);
  });

  it.each([
    ['application/json', 204],
    ['application/json;', 204],
    ['Application/JSON ; charset=utf-8', 204],
    ['application/json, text/plain', 415],
    ['application', 415],
    ['', 415],
  ])('Content-Type: %s is answered with %i', async (type, status) => {
    const reply = await ask(mock, `${session}/failover`, post('{"is_planned":true}', { 'content-type': type }));
    expect([reply.status, reply.text.includes('application/json')]).toEqual([status, status === 415]);
  });

  it.each(['{', '{"is_planned":', 'nonsense', '"\u0000', '[1,2'])('400 to the malformed body %j', async (body) => {
    const reply = await ask(mock, `${session}/failover`, post(body));
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain('not JSON');
  });

  it('400 to a body that does not end', async () => {
    const reply = await ask(mock, `${session}/failover`, post(`{"failover_snapshot_id":"${'x'.repeat(1_100_000)}"}`));
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain('larger');
  });

  it.each(['%', '%zz', '%c3', 'a%2'])('400 to the path %j, which cannot be decoded', async (id) => {
    const reply = await ask(mock, `/replication_session/${id}`);
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain('not a valid path');
  });

  it.each(['a%2Fb', 'a%20b', '%3F', '..%2Flogout', 'é'])('404 to the unknown id %j', async (id) => {
    expect((await ask(mock, `/replication_session/${id}`)).status).toBe(404);
  });

  it('404 outside /api/rest', async () => {
    const { status, json } = await exchange(`${mock.url}/elsewhere`, { headers: { authorization: basic(mock) } });
    expect(status).toBe(404);
    expect(json).toHaveProperty('messages');
  });
});

describe('on the wire', () => {
  it('answers the next request of a connection after a body that was too large', async () => {
    const { port } = new URL(mock.url);
    const large = `{"failover_snapshot_id":"${'x'.repeat(3_000_000)}"}`;
    const head = `host: x\r\nauthorization: ${basic(mock)}\r\n`;
    const first = `POST /api/rest${session}/failover HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: ${large.length}\r\n\r\n${large}`;
    const second = `GET /api/rest/cluster HTTP/1.1\r\n${head}connection: close\r\n\r\n`;
    const statuses = [...(await raw(Number(port), first + second)).matchAll(/HTTP\/1\.1 (\d+)/g)].map(
      ([, status]) => status,
    );
    expect(statuses).toEqual(['400', '200']);
  });

  it.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', 400],
    ['an unknown method', 'FOO /api/rest/cluster HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    [
      'headers that are too large',
      `GET /api/rest/cluster HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'an expectation',
      'GET /api/rest/cluster HTTP/1.1\r\nhost: x\r\nexpect: wonders\r\nconnection: close\r\n\r\n',
      401,
    ],
  ])('answers %s in the shape of an array', async (_title, text, status) => {
    const answer = await raw(Number(new URL(mock.url).port), text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toHaveProperty('messages.0.message_l10n');
  });
});

/** Sends a text, and returns all that comes until the connection ends. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.once('close', () => resolve(answer));
    socket.once('error', reject);
  });

it('goes on when a client hangs up in the middle of its request', async () => {
  const { hostname, port } = new URL(mock.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /api/rest${session}/failover HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{"is_`);
      socket.destroy();
    });
    socket.once('close', () => resolve());
  });
  expect((await ask(mock, '/cluster')).status).toBe(200);
});
