import { expect, test } from 'vitest';
import { InputError, connect, isNotFoundError } from '../src/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';

const rows = { replication_session: [{ id: 'a/b c?', state: 'OK', role: 'Source' }] };

test('get reads one, by an id that may hold anything', async () => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  expect(await array.replicationSessions.get('a/b c?', { select: ['state', 'role'] })).toMatchObject({
    state: 'OK',
    role: 'Source',
  });
  expect(fake.seen[1]).toMatchObject({ path: '/replication_session/a%2Fb%20c%3F', query: { select: 'state,role' } });
});

test('get selects nothing on its own', async () => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  await array.replicationSessions.get('a/b c?');
  expect(fake.seen[1]?.query).toEqual({});
});

test('get of a missing instance is a NotFoundError', async () => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  const error = await array.replicationSessions.get('nope').catch((reason: unknown) => reason);
  expect(isNotFoundError(error)).toBe(true);
  expect(String(error)).toBe(
    'NotFoundError: replication_session_instance_query failed with 404: Instance with id nope was not found. (0xE04040000001)',
  );
});

test('get obeys its signal', async () => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  const reason = new Error('no');
  await expect(array.replicationSessions.get('x', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(fake.seen).toHaveLength(1);
});

test.each(['', '.', '..'])('an id of %j is refused before anything is sent', async (id) => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  const { replicationSessions } = array;
  const calls = [
    () => replicationSessions.get(id),
    () => replicationSessions.modify(id, { role: 'Metro_Preferred' }),
    () => replicationSessions.sync(id),
    () => replicationSessions.stopFailoverTest(id),
    () => array.request('replication_session_pause', { path: { id } }),
  ];
  for (const call of calls) await expect(call()).rejects.toThrow(InputError);
  expect(fake.seen).toHaveLength(1);
});

test('bodies go out by the names of the wire, and no body where none is given', async () => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  const { replicationSessions } = array;
  await replicationSessions.modify('a', { role: 'Metro_Preferred' });
  await replicationSessions.failover('a', { is_planned: true, reverse: true });
  await replicationSessions.reprotect('a', { discard_changes_after_failover: true });
  await replicationSessions.startFailoverTest('a', { snapshot_id: 's' });
  await replicationSessions.failover('a');
  await replicationSessions.sync('a');
  expect(fake.asked.map(({ method, body, headers }) => [method, body, headers['content-type']])).toEqual([
    ['PATCH', '{"role":"Metro_Preferred"}', 'application/json'],
    ['POST', '{"is_planned":true,"reverse":true}', 'application/json'],
    ['POST', '{"discard_changes_after_failover":true}', 'application/json'],
    ['POST', '{"snapshot_id":"s"}', 'application/json'],
    ['POST', '', undefined],
    ['POST', '', undefined],
  ]);
});

test('actions resolve with nothing', async () => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  expect(await array.replicationSessions.sync('a')).toBeUndefined();
  expect(await array.replicationSessions.failover('a', {})).toBeUndefined();
});

test('stopFailoverTest resolves with the snapshot where there is one', async () => {
  const snapshot = { snapshot: { id: 's' } };
  await using fake = await fakeArray({
    answer: ({ path, body }) =>
      path.endsWith('stop_failover_test') && body !== '' ? { status: 200, body: snapshot } : undefined,
  });
  await using array = await connect({ url: fake.origin, username, password });
  expect(await array.replicationSessions.stopFailoverTest('a')).toBeUndefined();
  expect(await array.replicationSessions.stopFailoverTest('a', {})).toEqual(snapshot);
});
