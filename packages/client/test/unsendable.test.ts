import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { InputError, connect, type PowerStore } from '../src/index.js';
import { connect as nodeConnect } from '../src/node/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';

const half = '\uD800';
const circular: Record<string, unknown> = {};
circular['self'] = circular;

test.each<[what: string, call: (array: PowerStore) => Promise<unknown>, says: RegExp]>([
  ['an id', (it) => it.jobs.get(`a${half}`), /^job_instance_query: .*surrogate/],
  ['the id of an action', (it) => it.replicationSessions.pause(half), /^replication_session_pause: .*surrogate/],
  ['a wait', (it) => it.replicationSessions.waitUntil(half, 'OK', { timeout: 1000 }), /surrogate/],
  ['a filter', (it) => it.volumes.list({ where: { name: `a${half}` } }).toArray(), /surrogate/],
  [
    'a header',
    (it) => it.request('job_collection_query', { headers: { 'x-trace': 'hunter2\r\nx: y' } }),
    /^job_collection_query: headers take no control characters/,
  ],
  [
    'a body',
    (it) => it.request('volume_modify', { path: { id: 'a' }, body: circular }),
    /^volume_modify: .*a body must be JSON/,
  ],
])('%s that cannot be sent is an InputError, and nothing is sent', async (_, call, says) => {
  await using fake = await fakeArray();
  for (const via of [connect, nodeConnect]) {
    await using array = await via({ url: fake.origin, username, password });
    await array.release();
    const before = fake.seen.length;
    const error = await rejection(call(array));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: expect.stringMatching(says) });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('hunter2');
    expect(fake.seen.length).toBe(before);
  }
});

test.each(['a\nb', 'a\u0000', '', '日本', 'nächtlich', 7])('%j is no application', async (application) => {
  for (const via of [connect, nodeConnect])
    await expect(via({ host: 'a', username, password, application: application as string })).rejects.toThrow(
      /application must be a text of printable ASCII characters/,
    );
});
