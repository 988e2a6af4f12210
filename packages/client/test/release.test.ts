import { expect, test } from 'vitest';
import { connect, isUnsupportedError } from '../src/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { simulated } from './helpers/simulated.js';
import { rejection } from './helpers/rejection.js';

const asks = (texts: string[]): string[] => texts.filter((text) => text.includes('software_installed'));

test.each(['1.0.0.0', '3.6.0.0', '4.4.0.0'])('an array of release %s says so, and is asked once', async (release) => {
  await using it = await simulated({}, { release });
  expect(await Promise.all([it.array.release(), it.array.release()])).toEqual([release, release]);
  expect(await it.array.release()).toBe(release);
  expect(asks(it.asked())).toHaveLength(1);
});

test('an operation that the release does not have is not sent, and the error names the release it needs', async () => {
  await using it = await simulated({}, { release: '1.0' });
  const error = await rejection(it.array.replicationSessions.startFailoverTest(it.id));
  expect(isUnsupportedError(error)).toBe(true);
  expect(error).toMatchObject({
    operation: 'replication_session_start_failover_test',
    needed: '2.0.0.0',
    release: '1.0.0.0',
    message: expect.stringMatching(/2\.0\.0\.0.*1\.0\.0\.0/),
    hint: expect.stringContaining('2.0.0.0'),
  });
  expect(it.asked().filter((text) => text.startsWith('POST'))).toEqual([]);
});

test('an operation that every release has is sent without reading the release', async () => {
  await using it = await simulated({}, { release: '1.0' });
  await it.array.replicationSessions.pause(it.id);
  expect(asks(it.asked())).toEqual([]);
});

test('a release that cannot be read holds nothing back', async () => {
  await using it = await simulated();
  const operation = 'software_installed_collection_query';
  it.sim.faults.add({ operation, effect: { status: 422 } });
  const b = it.sim.b.url;
  expect(b).toMatch(/^http/);
  expect(await rejection(it.array.replicationSessions.promote(it.id))).toMatchObject({
    operation: 'replication_session_promote',
    status: 400,
  });
  // It is not remembered either.
  expect(await it.array.release()).toBe('4.4.0.0');
});

test.each([
  ['4.0.0.0-2284811', true],
  ['v4.0', true],
  ['4.0', true],
  ['4.0.1.2-rc.1', true],
  ['v3.6.0.1-5', false],
  ['3.99.99.99-4.0.0.0', false],
])('an array that writes its release as %s has an operation of 4.0.0.0: %s', async (release, has) => {
  await using fake = await fakeArray({
    rows: { software_installed: [{ id: '0', is_cluster: true, release_version: release }] },
  });
  await using array = await connect({ url: fake.origin, username, password });
  expect(await array.release()).toBe(release);
  const error: unknown = await array.volumeGroups
    .configureMetro('a', { remote_system_id: 'b' })
    .catch((reason: unknown) => reason);
  expect(isUnsupportedError(error)).toBe(!has);
  expect(fake.asked.filter(({ method }) => method === 'POST')).toHaveLength(has ? 1 : 0);
});
