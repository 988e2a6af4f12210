import { describe, expect, test } from 'vitest';
import { connect, type PowerStore } from '../src/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';

const session = { metro_replication_session_id: 's' };

describe.each([
  ['volumes', 'volume', 'delete_remote_volume'],
  ['volumeGroups', 'volume_group', 'delete_remote_volume_group'],
] as const)('%s', (name, resource, deleteRemote) => {
  // Both take the same calls, apart from the name of one field.
  const of = (array: PowerStore) => array[name] as PowerStore['volumes'];

  test('bodies go out by the names of the wire, and no body where none is given', async () => {
    await using fake = await fakeArray();
    await using array = await connect({ url: fake.origin, username, password });
    await of(array).modify('a', { protection_policy_id: 'name:gold', name: 'b' });
    await of(array).modify('a', { protection_policy_id: null });
    await of(array).modify('a', { protection_policy_id: '' });
    await of(array).configureMetro('a', { remote_system_id: 'name:array-b', remote_appliance_id: 'A1' });
    await of(array).endMetro('a', { [deleteRemote]: true, force: true });
    await of(array).endMetro('a');
    expect(fake.asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PATCH', `/${resource}/a`, '{"protection_policy_id":"name:gold","name":"b"}'],
      ['PATCH', `/${resource}/a`, '{"protection_policy_id":null}'],
      ['PATCH', `/${resource}/a`, '{"protection_policy_id":""}'],
      ['POST', `/${resource}/a/configure_metro`, '{"remote_system_id":"name:array-b","remote_appliance_id":"A1"}'],
      ['POST', `/${resource}/a/end_metro`, `{"${deleteRemote}":true,"force":true}`],
      ['POST', `/${resource}/a/end_metro`, ''],
    ]);
  });

  test('configureMetro resolves with the session, where the array says which', async () => {
    let says = true;
    await using fake = await fakeArray({
      answer: ({ path }) => (path.endsWith('configure_metro') && says ? { status: 200, body: session } : undefined),
    });
    await using array = await connect({ url: fake.origin, username, password });
    expect(await of(array).configureMetro('a', { remote_system_id: 'b' })).toEqual(session);
    says = false;
    expect(await of(array).configureMetro('a', { remote_system_id: 'b' })).toBeUndefined();
  });

  test('modify and endMetro resolve with nothing', async () => {
    await using fake = await fakeArray();
    await using array = await connect({ url: fake.origin, username, password });
    expect(await of(array).modify('a', {})).toBeUndefined();
    expect(await of(array).endMetro('a', {})).toBeUndefined();
  });

  test('an instance is read by its name, with any characters in it', async () => {
    await using fake = await fakeArray({
      rows: { [resource]: [{ id: 'name:a/b c', is_replication_destination: true }] },
    });
    await using array = await connect({ url: fake.origin, username, password });
    const select = ['is_replication_destination'] as const;
    expect(await of(array).get('name:a/b c', { select })).toMatchObject({ is_replication_destination: true });
    expect(fake.seen[1]?.path).toBe(`/${resource}/name:a%2Fb%20c`);
  });
});
