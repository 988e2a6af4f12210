import type { ProtectionData, ReplicationElementPair, ReplicationRole, RPO } from '@powerstore-api/types';
import { describe, expectTypeOf, test } from 'vitest';
import type {
  Attribute,
  Listing,
  Order,
  Page,
  PowerStore,
  ReplicationSession,
  ReplicationState,
  Select,
  Selected,
  Where,
} from '../src/index.js';

declare const array: PowerStore;
const { replicationSessions } = array;
type Open<Literal> = Literal | (string & {});

describe('the result has exactly the selected attributes', () => {
  test('a list of names narrows to exactly these', () => {
    const list = replicationSessions.list({ select: ['id', 'state', 'last_sync_timestamp'] });
    type Row = { id: string; state: Open<ReplicationState>; last_sync_timestamp: string | null };
    expectTypeOf(list).toEqualTypeOf<Listing<Row>>();
    expectTypeOf(list.toArray()).resolves.toEqualTypeOf<Row[]>();
    expectTypeOf(list.first()).resolves.toEqualTypeOf<Row | undefined>();
    expectTypeOf(list.pages()).toEqualTypeOf<AsyncGenerator<Page<Row>, void, undefined>>();
  });

  test('nothing selected is the id', () => {
    expectTypeOf(replicationSessions.list()).toEqualTypeOf<Listing<{ id: string }>>();
    expectTypeOf(replicationSessions.list({ pageSize: 5 })).toEqualTypeOf<Listing<{ id: string }>>();
    expectTypeOf(replicationSessions.list({ where: { state: 'OK' } })).toEqualTypeOf<Listing<{ id: string }>>();
    expectTypeOf(replicationSessions.get('a')).resolves.toEqualTypeOf<{ id: string }>();
    expectTypeOf(replicationSessions.get('a', { select: [] })).resolves.toEqualTypeOf<{ id: string }>();
  });

  test('a related resource narrows in the same way, or each one of a list', () => {
    const select = ['state', { remote_system: ['name', 'version'] }, { volumes: ['id', 'size'] }] as const;
    expectTypeOf(replicationSessions.get('a', { select })).resolves.toEqualTypeOf<{
      state: Open<ReplicationState>;
      remote_system: { name: string; version: string | null };
      volumes: { id: string; size: number }[];
    }>();
  });

  test('several in one object, and null where the contract says so', () => {
    const list = replicationSessions.list({ select: [{ replication_rule: ['rpo'], migration_session: ['id'] }] });
    expectTypeOf(list).toEqualTypeOf<
      Listing<{ replication_rule: { rpo: Open<RPO> } | null; migration_session: { id: string } | null }>
    >();
  });

  test('a related resource without a selection has its id', () => {
    const select = ['remote_system', 'replication_rule', 'volumes', { volume_groups: [] }] as const;
    expectTypeOf(replicationSessions.get('a', { select })).resolves.toEqualTypeOf<{
      remote_system: { id: string };
      replication_rule: { id: string } | null;
      volumes: { id: string }[];
      volume_groups: { id: string }[];
    }>();
  });

  test('embedded objects come whole', () => {
    expectTypeOf(replicationSessions.get('a', { select: ['storage_element_pairs'] })).resolves.toEqualTypeOf<{
      storage_element_pairs: ReplicationElementPair[] | null;
    }>();
    expectTypeOf(array.volumes.get('a', { select: ['protection_data'] })).resolves.toEqualTypeOf<{
      protection_data: ProtectionData;
    }>();
    array.volumes.list({
      // @ts-expect-error no resource
      select: [{ protection_data: ['source_id'] }],
    });
  });

  test('of a string the compiler knows nothing', () => {
    expectTypeOf(replicationSessions.get('a', { select: '*' })).resolves.toEqualTypeOf<Partial<ReplicationSession>>();
    expectTypeOf(replicationSessions.list({ select: 'id,remote_system(name)' })).toEqualTypeOf<
      Listing<Partial<ReplicationSession>>
    >();
  });

  test('a list whose names are only known at run time promises none of them', () => {
    const select: ('id' | 'state' | { remote_system: ('id' | 'name')[] })[] = ['id'];
    expectTypeOf(replicationSessions.get('a', { select })).resolves.toEqualTypeOf<{
      id?: string;
      state?: Open<ReplicationState>;
      remote_system?: { id?: string; name?: string };
    }>();
    const related: ('id' | 'name')[] = [];
    expectTypeOf(replicationSessions.get('a', { select: ['id', { remote_system: related }] })).resolves.toEqualTypeOf<{
      id: string;
      remote_system: { id?: string; name?: string };
    }>();
  });

  test('the other collections and the login session narrow as well', () => {
    expectTypeOf(array.jobs.list({ select: ['id'] })).toEqualTypeOf<Listing<{ id: string }>>();
    expectTypeOf(array.softwareInstalled.get('a', { select: ['is_cluster'] })).resolves.toEqualTypeOf<{
      is_cluster: boolean;
    }>();
    expectTypeOf(array.remoteSystems.get('name:b', { select: ['version'] })).resolves.toEqualTypeOf<{
      version: string | null;
    }>();
    expectTypeOf(array.replicationRules.list({ select: ['name'] })).toEqualTypeOf<Listing<{ name: string }>>();
    expectTypeOf(array.policies.list({ select: ['is_replica'] })).toEqualTypeOf<Listing<{ is_replica: boolean }>>();
    expectTypeOf(array.volumes.get('a', { select: ['size'] })).resolves.toEqualTypeOf<{ size: number }>();
    expectTypeOf(array.volumeGroups.list()).toEqualTypeOf<Listing<{ id: string }>>();
    expectTypeOf(array.cluster.get('0', { select: ['name'] })).resolves.toEqualTypeOf<{ name: string }>();
    expectTypeOf(array.loginSession({ select: ['user'] })).resolves.toEqualTypeOf<{ user: string | null }>();
  });

  test('the types of a selection can be written down', () => {
    expectTypeOf<Selected<'job', readonly ['id', { parent: readonly ['phase_l10n'] }]>>().toEqualTypeOf<{
      id: string;
      parent: { phase_l10n: string } | null;
    }>();
    expectTypeOf<readonly ['id', { parent: readonly ['phase'] }]>().toExtend<Select<'job'>>();
    expectTypeOf<'last_sync_timestamp'>().toExtend<Attribute<'replication_session'>>();
    expectTypeOf<'last_sync_timestamp'>().not.toExtend<Attribute<'volume'>>();
  });

  test('an unknown attribute is refused', () => {
    expectTypeOf(replicationSessions.list).toBeCallableWith({ select: ['id', 'state'] });
    replicationSessions.list({
      // @ts-expect-error no such attribute
      select: ['id', 'stat'],
    });
    replicationSessions.list({
      // @ts-expect-error no such attribute of a remote system
      select: ['id', { remote_system: ['nam'] }],
    });
    replicationSessions.list({
      // @ts-expect-error an attribute leads nowhere
      select: [{ state: ['id'] }],
    });
    replicationSessions.list({
      // @ts-expect-error one level deep: resources related to a related resource cannot be selected
      select: [{ volumes: ['protection_policy'] }],
    });
    replicationSessions.get('a', {
      // @ts-expect-error not a list and not a string
      select: 7,
    });
  });

  test('an attribute that was not selected is missing', async () => {
    const session = await replicationSessions.get('a', { select: ['id', { remote_system: ['name'] }] });
    expectTypeOf(session).not.toHaveProperty('state');
    expectTypeOf(session.remote_system).not.toHaveProperty('id');
  });
});

describe('where', () => {
  type Session = Where<'replication_session'>;

  test('takes a value, a list, null or operators', () => {
    expectTypeOf(replicationSessions.list).toBeCallableWith({
      where: {
        role: 'Source',
        state: ['OK', 'Synchronizing'],
        last_sync_timestamp: { lt: '2026-01-01T00:00:00Z', gte: new Date(0), not: null },
        progress_percentage: { gt: 10, lte: 90, not: [50, 60] },
        failover_test_in_progress: { not: { is: true } },
        local_resource_id: { ilike: 'a*', neq: 'ab', in: ['a', 'b'] },
        error_code: null,
      },
    });
    expectTypeOf(array.volumes.list).toBeCallableWith({
      where: { is_replication_destination: false, size: 8192, creation_timestamp: new Date(0) },
    });
    expectTypeOf(array.remoteSystems.list).toBeCallableWith({
      where: {
        iscsi_addresses: { cs: ['10.0.0.1'] },
        fc_target_wwns: { not: null },
        capabilities: { cd: ['Sync_Block'] },
      },
    });
    expectTypeOf(replicationSessions.list).toBeCallableWith({ where: 'state=eq.OK&role=not.in.(Source)' });
  });

  test('groups nest', () => {
    expectTypeOf<{
      or: [{ state: 'OK' }, { and: [{ role: 'Source' }, { not: { error_code: null; type: 'Asynchronous' } }] }];
      not: { or: [{ id: '1' }] };
    }>().toExtend<Session>();
    replicationSessions.list({
      // @ts-expect-error no such attribute, however deep
      where: { or: [{ not: { stat: 'OK' } }] },
    });
    replicationSessions.list({
      // @ts-expect-error a list
      where: { or: { state: 'OK' } },
    });
  });

  test('JSON paths lead into attributes that cannot be filtered', () => {
    expectTypeOf(replicationSessions.list).toBeCallableWith({
      where: { 'remote_system->>name': { ilike: 'b*' }, 'storage_element_pairs->0->>id': null },
    });
    replicationSessions.list({
      // @ts-expect-error nothing is below a state
      where: { 'state->>name': 'b' },
    });
    replicationSessions.list({
      // @ts-expect-error text
      where: { 'remote_system->>management_port': 443 },
    });
  });

  test('enums are complete, and open', () => {
    expectTypeOf<'Failed_Over'>().toExtend<NonNullable<Session['state']>>();
    expectTypeOf<'A_State_Of_Release_5'>().toExtend<NonNullable<Session['state']>>();
    expectTypeOf<Extract<Session['role'], ReplicationRole>>().toEqualTypeOf<ReplicationRole>();
    expectTypeOf<Session['state']>().not.toExtend<string | undefined>();
  });

  test('null only where there may be no value', () => {
    expectTypeOf<null>().toExtend<Session['error_code']>();
    expectTypeOf<null>().toExtend<Session['last_sync_timestamp']>();
    expectTypeOf<null>().not.toExtend<Session['state']>();
    expectTypeOf<null>().not.toExtend<Session['id']>();
    expectTypeOf<null>().not.toExtend<Where<'remote_system'>['capabilities']>();
    expectTypeOf<{ not: null }>().not.toExtend<Session['state']>();
  });

  test('refuses attributes that cannot be filtered', () => {
    expectTypeOf<Session>().not.toHaveProperty('storage_element_pairs');
    replicationSessions.list({
      // @ts-expect-error an object
      where: { storage_element_pairs: null },
    });
    replicationSessions.list({
      // @ts-expect-error a resource: filter by its id, or by a JSON path
      where: { remote_system: 'b' },
    });
    array.volumeGroups.list({
      // @ts-expect-error the contract says so
      where: { placement_rule: 'Same_Appliance' },
    });
    replicationSessions.list({
      // @ts-expect-error the option of the first days
      filter: { state: 'eq.OK' },
    });
  });

  test('refuses operators of other types', () => {
    expectTypeOf<{ gt: 'OK' }>().not.toExtend<NonNullable<Session['state']>>();
    replicationSessions.list({
      // @ts-expect-error an enum has no order
      where: { state: { gt: 'OK' } },
    });
    replicationSessions.list({
      // @ts-expect-error nor patterns
      where: { state: { ilike: 'O*' } },
    });
    replicationSessions.list({
      // @ts-expect-error neither has text an order
      where: { id: { lt: 'a' } },
    });
    array.volumes.list({
      // @ts-expect-error a number is no text
      where: { size: { ilike: '1*' } },
    });
    array.volumes.list({
      // @ts-expect-error nor a text a number
      where: { size: '8192' },
    });
    array.volumes.list({
      // @ts-expect-error a truth value is neither
      where: { is_replication_destination: { gt: false } },
    });
    array.volumes.list({
      // @ts-expect-error times only
      where: { name: new Date(0) },
    });
    array.remoteSystems.list({
      // @ts-expect-error a list is not one of a list
      where: { iscsi_addresses: ['10.0.0.1'] },
    });
    array.volumes.list({
      // @ts-expect-error no list
      where: { name: { cs: ['a'] } },
    });
  });
});

describe('order', () => {
  test('takes attributes that can be filtered, with a direction', () => {
    expectTypeOf(replicationSessions.list).toBeCallableWith({ order: ['state', 'last_sync_timestamp.desc', 'id.asc'] });
    expectTypeOf(replicationSessions.list).toBeCallableWith({ order: 'remote_system(name)' });
    expectTypeOf<'name.desc'>().toExtend<Order<'volume'>>();
    replicationSessions.list({
      // @ts-expect-error no such attribute
      order: ['stat'],
    });
    replicationSessions.list({
      // @ts-expect-error no such direction
      order: ['state.down'],
    });
    replicationSessions.list({
      // @ts-expect-error an object
      order: ['storage_element_pairs'],
    });
  });

  test('a collection without pages takes neither order nor where', () => {
    expectTypeOf(array.cluster.list).toBeCallableWith({ select: ['name'] });
    array.cluster.list({
      // @ts-expect-error not offered by the array
      order: ['name'],
    });
    array.cluster.list({
      // @ts-expect-error not offered by the array
      where: { name: 'a' },
    });
    array.cluster.list({
      // @ts-expect-error not offered by the array
      pageSize: 10,
    });
  });
});
