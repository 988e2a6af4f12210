import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { connect, InputError, type Page } from '../src/index.js';
import { connect as nodeConnect } from '../src/node/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';

test('sends path, query, headers and body, with the login session', async () => {
  await using fake = await fakeArray({
    answer: ({ method }) => (method === 'POST' ? { status: 202, body: { id: 'job' } } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  const response = await array.request('replication_session_failover', {
    path: { id: 'a b' },
    query: { is_async: true },
    headers: { 'DELL-VISIBILITY': 'internal' },
    body: { is_planned: false },
  });
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ id: 'job' });
  expect(fake.seen.at(-1)).toMatchObject({
    method: 'POST',
    path: '/replication_session/a%20b/failover',
    query: { is_async: 'true' },
    headers: { 'dell-visibility': 'internal', 'dell-emc-token': 'token-1', cookie: 'auth_cookie=session-1' },
    body: '{"is_planned":false}',
  });
});

test('takes a filter as the contract has it', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await array.request('job_collection_query', { query: { select: 'id', limit: 5, filter: { state: 'eq.FAILED' } } });
  expect(fake.seen.at(-1)?.query).toEqual({ select: 'id', limit: '5', state: 'eq.FAILED' });
});

test('hands over an answer that is no success, with its body unread', async () => {
  const answer = { messages: [{ code: '0xE0', message_l10n: 'Not now.' }] };
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/job' ? { status: 503, body: answer } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password, retry: { retries: 0 } });
  const response = await array.request('job_collection_query');
  expect(response).toMatchObject({ status: 503, bodyUsed: false });
  expect(await response.json()).toEqual(answer);
});

test.each([connect, nodeConnect])('does not follow a redirect: it would carry the token with it', async (via) => {
  await using other = await fakeArray();
  await using fake = await fakeArray({
    answer: ({ path }) =>
      path === '/job' ? { status: 302, headers: { Location: `${other.origin}/api/rest/job` } } : undefined,
  });
  await using array = await via({ url: fake.origin, username, password });
  expect(await array.request('job_collection_query')).toMatchObject({ status: 302 });
  await expect(array.jobs.list().toArray()).rejects.toMatchObject({ status: 302 });
  expect(other.seen).toEqual([]);
});

test('obeys its signal', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  const reason = new Error('no');
  await expect(array.request('job_collection_query', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('leaves nothing on a signal that serves many calls', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  const { signal } = new AbortController();
  await array.jobs.list({ signal }).toArray();
  await array.cluster.get('0', { signal });
  await array.request('logout', { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test.each([
  [{ select: ['id', 'state'] }, 'select'],
  [{ select: { volumes: ['id'] } }, 'select'],
  [{ filter: { state: { eq: 'OK' } } }, 'state'],
  [{ limit: null }, 'limit'],
])('a query of %j is refused, and not sent as [object Object]', async (query, name) => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  const sending = array.request('replication_session_collection_query', { query: query as object });
  await expect(sending).rejects.toThrow(new InputError(`query: ${name} must be a text, a number, true or false`));
  expect(fake.asked).toEqual([]);
});

test.each([connect, nodeConnect])('an answer that a program gets has no cookie and no token', async (open) => {
  await using fake = await fakeArray({ rows: { job: [{ id: '0' }] } });
  await using array = await open({ url: fake.origin, username, password });
  const response = await array.request('job_collection_query');
  const pages: Page<unknown>[] = [];
  for await (const page of array.jobs.list().pages()) pages.push(page);
  // Its other headers are there.
  expect([response.headers.has('date'), pages[0]?.response.headers.get('date')]).toEqual([true, expect.any(String)]);
  expect(inspect([response, pages], { depth: 9, showHidden: true })).not.toMatch(/session-1|token-1/);
});
