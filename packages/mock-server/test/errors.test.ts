import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, basic, messageOf, post } from './array.js';

const session = '/replication_session/2754bad0-cfcd-4796-a06b-78368bad1cd7';
let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer();
});
afterAll(() => mock.close());

describe('in the shape of an array, the mock answers', () => {
  it.each([
    ['404 to a path nobody knows', '/no_such_resource', {}, 404, 'no_such_resource'],
    ['404 to an id nobody has', '/replication_session/none', {}, 404, 'none'],
    ['404 to an action on an id nobody has', '/replication_session/none/pause', { method: 'POST' }, 404, 'none'],
    ['405 to a method that is not offered', '/replication_session', { method: 'DELETE' }, 405, 'DELETE'],
    ['400 to a value of the wrong type', `${session}/failover`, post('{"is_planned":"yes"}'), 400, 'is_planned'],
    ['400 to a field nobody knows', `${session}/failover`, post('{"is_planed":true}'), 400, 'is_planed'],
    ['400 to a literal nobody knows', session, { ...post('{"role":"Boss"}'), method: 'PATCH' }, 400, 'role'],
    ['400 to a body that is missing', session, { method: 'PATCH' }, 400, 'required'],
    ['400 to a limit that is no number', '/replication_session?limit=ten', {}, 400, 'limit'],
    ['400 to a Range that is none', '/replication_session', { headers: { range: 'bytes=0-9' } }, 400, 'range'],
    ['406 to another media type asked for', '/cluster', { headers: { accept: 'text/html' } }, 406, 'application/json'],
    ['415 to another media type sent', `${session}/failover`, post('x', { 'content-type': 'text/plain' }), 415, 'json'],
  ] as [string, string, RequestInit, number, string][])('%s', async (_title, target, init, status, culprit) => {
    const reply = await ask(mock, target, init);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(messageOf(reply)).toMatchObject({ severity: 'Error', message_l10n: expect.stringContaining(culprit) });
  });

  it.each(['{', '{"is_planned":', 'nonsense', '"\u0000', '[1,2'])('400 to the malformed body %j', async (body) => {
    const reply = await ask(mock, `${session}/failover`, post(body));
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain('no JSON');
  });

  it('400 to a body that does not end', async () => {
    const reply = await ask(mock, `${session}/failover`, post(`{"failover_snapshot_id":"${'x'.repeat(1_100_000)}"}`));
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain('larger');
  });

  it.each(['%', '%zz', '%c3', 'a%2'])('400 to the path %j, which cannot be decoded', async (id) => {
    const reply = await ask(mock, `/replication_session/${id}`);
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain('cannot be read');
  });

  it.each(['a%2Fb', 'a%20b', '%3F', '..%2Flogout', 'é'])('404 to the id %j, which nobody has', async (id) => {
    expect((await ask(mock, `/replication_session/${id}`)).status).toBe(404);
  });

  it('404 outside /api/rest', async () => {
    const response = await fetch(`${mock.url}/elsewhere`, { headers: { authorization: basic(mock) } });
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('messages');
  });
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
