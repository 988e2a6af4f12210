// The compiler knows the tables: a name that the contract does not have does not compile.
import { describe, expectTypeOf, it } from 'vitest';
import {
  type AttributeInfo,
  attributes,
  type DataTransferState,
  type FullInstance,
  hasLifecycle,
  isOperation,
  isResource,
  lifecycle,
  type LifecycleOperation,
  type LifecycleRule,
  literals,
  type OperationId,
  oppositeRole,
  type ReplicationResourceState,
  type ReplicationRole,
  type ReplicationState,
  type RequestBody,
  type Resource,
  type ResourceTypes,
} from '../src/index.ts';

describe('attributes', () => {
  it('are keyed by resource and name', () => {
    expectTypeOf(attributes.replication_session.state).toEqualTypeOf<AttributeInfo>();
    // @ts-expect-error no such resource
    void attributes.replication_sesion;
    // @ts-expect-error no such attribute
    void attributes.volume.is_host_acess_available;
  });

  it('name enums and resources that exist', () => {
    expectTypeOf<'ReplicationState'>().toExtend<NonNullable<AttributeInfo['enum']>>();
    expectTypeOf<'ReplicationStates'>().not.toExtend<NonNullable<AttributeInfo['enum']>>();
    expectTypeOf<'appliance'>().toExtend<NonNullable<AttributeInfo['related']>>();
    expectTypeOf<'aplliance'>().not.toExtend<NonNullable<AttributeInfo['related']>>();
  });
});

describe('literals', () => {
  it('are keyed by enum and literal', () => {
    expectTypeOf(literals.ReplicationState.Fractured.text).toEqualTypeOf<string>();
    // @ts-expect-error no such enum
    void literals.ReplicationStates;
    // @ts-expect-error no such literal
    void literals.ReplicationState.Switching_To_Synchronus;
  });
});

describe('the state table', () => {
  it('is there for actions on sessions, and for nothing else', () => {
    expectTypeOf(lifecycle).toHaveProperty('replication_session_sync');
    expectTypeOf(lifecycle).not.toHaveProperty('logout');
    expectTypeOf<LifecycleOperation>().toExtend<OperationId>();
  });

  it('speaks of states, roles and attributes that exist', () => {
    expectTypeOf<LifecycleRule['to']>().toEqualTypeOf<ReplicationState | undefined>();
    expectTypeOf<LifecycleRule['via']>().toEqualTypeOf<readonly ReplicationState[] | undefined>();
    expectTypeOf<LifecycleRule['roles']>().toEqualTypeOf<readonly ReplicationRole[] | undefined>();
    const misspelt: LifecycleRule = {
      sources: [],
      // @ts-expect-error no such attribute
      set: { local_resouce_state: 'Promoted' },
    };
    const unknown: LifecycleRule = {
      sources: [],
      // @ts-expect-error no such literal
      set: { local_resource_state: 'Promotted' },
    };
    expectTypeOf([misspelt, unknown]).items.toEqualTypeOf<LifecycleRule>();
  });

  it('has conditions on fields of the body of its action', () => {
    type Failover = LifecycleRule<'replication_session_failover'>;
    expectTypeOf<NonNullable<Failover['when']>['is_planned']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<NonNullable<Failover['when']>>().not.toHaveProperty('discard_changes_after_failover');
    expectTypeOf<NonNullable<LifecycleRule<'replication_session_sync'>['when']>>().not.toHaveProperty('is_planned');
  });
});

describe('a full instance', () => {
  it('has all attributes of its own, with closed enums', () => {
    type Session = FullInstance<'replication_session'>;
    expectTypeOf<Session['state']>().toEqualTypeOf<ReplicationState>();
    expectTypeOf<Session['data_transfer_state']>().toEqualTypeOf<DataTransferState | null>();
    expectTypeOf<Session['local_resource_state']>().toEqualTypeOf<ReplicationResourceState | null>();
    expectTypeOf<FullInstance<'remote_system'>['iscsi_addresses']>().toEqualTypeOf<readonly string[] | null>();
    expectTypeOf<Session>().not.toHaveProperty('volumes');
  });
});

describe('names', () => {
  it('of operations are found by resource', () => {
    expectTypeOf<ResourceTypes['volume']['operations']['end_metro']>().toEqualTypeOf<'volume_end_metro'>();
    expectTypeOf<ResourceTypes['volume']['operations']>().not.toHaveProperty('group_end_metro');
  });

  it('that come from outside are narrowed', () => {
    const name = String('volume');
    if (isResource(name)) expectTypeOf(name).toEqualTypeOf<Resource>();
    if (isOperation(name) && hasLifecycle(name)) expectTypeOf(name).toEqualTypeOf<LifecycleOperation>();
    expectTypeOf(oppositeRole).parameter(0).toEqualTypeOf<ReplicationRole>();
  });
});

describe('request bodies', () => {
  it('are those of the operation, and never where it takes none', () => {
    expectTypeOf<RequestBody<'replication_session_reprotect'>>().toEqualTypeOf<{
      discard_changes_after_failover?: boolean;
    }>();
    expectTypeOf<RequestBody<'replication_session_sync'>>().toEqualTypeOf<never>();
  });
});
