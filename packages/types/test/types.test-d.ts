import { describe, expectTypeOf, it } from 'vitest';
import {
  type AppType,
  type AttributeInfo,
  type ReplicationSessionDemoteRequest,
  type ErrorResponse,
  type ReplicationSessionFailoverRequest,
  type Job,
  type ReplicationSessionModifyRequest,
  type OperationId,
  operations,
  type Operations,
  type ReplicationSessionPromoteRequest,
  type RelatedRemoteSystem,
  type RelatedTypes,
  type RelatedVolume,
  type ReplicationElementPair,
  type ReplicationRole,
  type ReplicationSession,
  type ReplicationState,
  replicationStateValues,
  type ReplicationSessionReprotectRequest,
  type ResourceTypes,
  type ReplicationSessionStartFailoverTestRequest,
  type ReplicationSessionStopFailoverTestRequest,
  type VolumeConfigureMetroRequest,
  type VolumeEndMetroRequest,
  type VolumeGroupConfigureMetroRequest,
  type VolumeGroupEndMetroRequest,
  type VolumeGroupModifyRequest,
  type VolumeModifyRequest,
} from '../src/index.ts';

type Present<Name extends keyof ReplicationSession> = Exclude<ReplicationSession[Name], undefined>;

describe('enums', () => {
  it('are closed by themselves', () => {
    expectTypeOf<'Failed_Over'>().toExtend<ReplicationState>();
    expectTypeOf<string>().not.toExtend<ReplicationState>();
    expectTypeOf<'Failed_over'>().not.toExtend<ReplicationState>();
    expectTypeOf(replicationStateValues).items.toEqualTypeOf<ReplicationState>();
  });

  it('are open in answers, and keep the known literals for completion', () => {
    expectTypeOf<'OK'>().toExtend<Present<'state'>>();
    expectTypeOf<'A_State_Of_Release_5'>().toExtend<Present<'state'>>();
    expectTypeOf<number>().not.toExtend<Present<'state'>>();
    expectTypeOf<Extract<Present<'state'>, ReplicationState>>().toEqualTypeOf<ReplicationState>();
    expectTypeOf<Present<'state'>>().not.toEqualTypeOf<string>();
  });

  it('are closed in requests', () => {
    expectTypeOf<ReplicationSessionModifyRequest['role']>().toEqualTypeOf<ReplicationRole | undefined>();
    // @ts-expect-error no such role
    const modify: ReplicationSessionModifyRequest = { role: 'Metro_Favourite' };
    expectTypeOf(modify).toExtend<ReplicationSessionModifyRequest>();
  });
});

describe('a replication session', () => {
  it('has only what was selected: nothing is required', () => {
    expectTypeOf<object>().toExtend<ReplicationSession>();
  });

  it('has null where arrays answer null', () => {
    type Nullable = { [Name in keyof ReplicationSession]-?: null extends Present<Name> ? Name : never };
    expectTypeOf<Nullable[keyof Nullable]>().toEqualTypeOf<
      | 'data_transfer_state'
      | 'data_transfer_state_l10n'
      | 'last_sync_timestamp'
      | 'progress_percentage'
      | 'estimated_completion_timestamp'
      | 'replication_rule_id'
      | 'last_sync_duration'
      | 'next_sync_timestamp'
      | 'storage_element_pairs'
      | 'failover_test_in_progress'
      | 'error_code'
      | 'parent_replication_session_id'
      | 'local_resource_state'
      | 'local_resource_state_l10n'
      | 'witness_details'
      | 'auto_failover_state'
      | 'auto_failover_state_l10n'
      | 'migration_session'
      | 'replication_rule'
    >();
  });

  it('has attributes of these types', () => {
    expectTypeOf<Present<'id'>>().toEqualTypeOf<string>();
    expectTypeOf<Present<'progress_percentage'>>().toEqualTypeOf<number | null>();
    expectTypeOf<Present<'failover_test_in_progress'>>().toEqualTypeOf<boolean | null>();
    expectTypeOf<Present<'storage_element_pairs'>>().toEqualTypeOf<ReplicationElementPair[] | null>();
    expectTypeOf<Present<'volumes'>>().toEqualTypeOf<RelatedVolume[]>();
    expectTypeOf<ReplicationElementPair['local_storage_element_id']>().toEqualTypeOf<string>();
  });

  it('has no other attributes', () => {
    expectTypeOf<ReplicationSession>().not.toHaveProperty('name');
  });
});

describe('requests', () => {
  it('have optional fields only', () => {
    expectTypeOf<ReplicationSessionFailoverRequest>().toEqualTypeOf<{
      is_planned?: boolean;
      reverse?: boolean;
      use_test_copy?: boolean;
      failover_snapshot_id?: string;
      force?: boolean;
    }>();
    expectTypeOf<ReplicationSessionReprotectRequest>().toEqualTypeOf<{ discard_changes_after_failover?: boolean }>();
    expectTypeOf<ReplicationSessionStartFailoverTestRequest>().toEqualTypeOf<{ snapshot_id?: string }>();
    expectTypeOf<ReplicationSessionStopFailoverTestRequest>().toEqualTypeOf<{
      create_end_of_test_snapshot?: boolean;
      force?: boolean;
    }>();
  });

  it('of volumes and groups remove a policy with null, and know where metro goes', () => {
    expectTypeOf<VolumeModifyRequest['protection_policy_id']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<VolumeModifyRequest['app_type']>().toEqualTypeOf<AppType | undefined>();
    expectTypeOf<VolumeGroupModifyRequest['protection_policy_id']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<VolumeConfigureMetroRequest>().toEqualTypeOf<{
      remote_system_id: string;
      remote_appliance_id?: string;
    }>();
    expectTypeOf<VolumeGroupConfigureMetroRequest>().toEqualTypeOf<VolumeConfigureMetroRequest>();
    expectTypeOf<VolumeEndMetroRequest>().toEqualTypeOf<{ delete_remote_volume?: boolean; force?: boolean }>();
    expectTypeOf<VolumeGroupEndMetroRequest>().toEqualTypeOf<{
      delete_remote_volume_group?: boolean;
      force?: boolean;
    }>();
  });

  it('refuse fields that do not exist', () => {
    // @ts-expect-error misspelt
    const failover: ReplicationSessionFailoverRequest = { is_planed: true };
    expectTypeOf(failover).toExtend<ReplicationSessionFailoverRequest>();
    // @ts-expect-error promoting takes no options
    const promote: ReplicationSessionPromoteRequest = { force: true };
    expectTypeOf(promote).toExtend<ReplicationSessionPromoteRequest>();
    expectTypeOf<{ force: true }>().not.toExtend<ReplicationSessionDemoteRequest>();
  });
});

describe('operations', () => {
  it('are these, in the types as in the table', () => {
    type Known =
      | 'replication_session_collection_query'
      | 'replication_session_instance_query'
      | 'replication_session_modify'
      | 'replication_session_sync'
      | 'replication_session_pause'
      | 'replication_session_resume'
      | 'replication_session_failover'
      | 'replication_session_reprotect'
      | 'replication_session_start_failover_test'
      | 'replication_session_stop_failover_test'
      | 'replication_session_promote'
      | 'replication_session_demote'
      | 'remote_system_collection_query'
      | 'remote_system_instance_query'
      | 'replication_rule_collection_query'
      | 'replication_rule_instance_query'
      | 'policy_collection_query'
      | 'policy_instance_query'
      | 'volume_collection_query'
      | 'volume_instance_query'
      | 'volume_modify'
      | 'volume_configure_metro'
      | 'volume_end_metro'
      | 'volume_group_collection_query'
      | 'volume_group_instance_query'
      | 'volume_group_modify'
      | 'volume_group_configure_metro'
      | 'volume_group_end_metro'
      | 'host_volume_mapping_collection_query'
      | 'host_volume_mapping_instance_query'
      | 'login_session_collection_query'
      | 'logout'
      | 'job_collection_query'
      | 'job_instance_query'
      | 'software_installed_collection_query'
      | 'software_installed_instance_query'
      | 'cluster_collection_query'
      | 'cluster_instance_query';
    expectTypeOf<OperationId>().toEqualTypeOf<Known>();
    expectTypeOf<keyof Operations>().toEqualTypeOf<Known>();
    expectTypeOf<keyof typeof operations>().toEqualTypeOf<Known>();
  });

  it('say what they take and answer', () => {
    type Failover = Operations['replication_session_failover'];
    expectTypeOf<Failover['parameters']['path']>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<
      NonNullable<Failover['requestBody']>['content']['application/json']
    >().toEqualTypeOf<ReplicationSessionFailoverRequest>();
    type Collection = Operations['replication_session_collection_query']['responses'];
    expectTypeOf<Collection[200]['content']['application/json']>().toEqualTypeOf<ReplicationSession[]>();
    expectTypeOf<Collection[206]['content']['application/json']>().toEqualTypeOf<ReplicationSession[]>();
    expectTypeOf<Collection[416]['content']['application/json']>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<
      Operations['job_instance_query']['responses'][200]['content']['application/json']
    >().toEqualTypeOf<Job>();
  });

  it('have a required body where the array wants one', () => {
    expectTypeOf<undefined>().not.toExtend<Operations['replication_session_modify']['requestBody']>();
    expectTypeOf<undefined>().toExtend<Operations['replication_session_failover']['requestBody']>();
  });
});

describe('tables', () => {
  it('cannot be written to', () => {
    // @ts-expect-error read-only
    operations.logout = operations.replication_session_sync;
    // @ts-expect-error read-only
    operations.logout.safety = 'read-only';
    expectTypeOf(operations.logout.statuses).toEqualTypeOf<readonly number[]>();
  });

  it('name the types of attributes', () => {
    expectTypeOf<AttributeInfo['type']>().toEqualTypeOf<
      'string' | 'integer' | 'boolean' | 'date-time' | 'enum' | 'object'
    >();
  });
});

describe('what queries are typed by', () => {
  type Session = ResourceTypes['replication_session'];

  it('has the instance, how what can be filtered by is compared, and what is related', () => {
    expectTypeOf<Session['instance']>().toEqualTypeOf<ReplicationSession>();
    expectTypeOf<Session['filterable']['state']>().toEqualTypeOf<'enum'>();
    expectTypeOf<Session['filterable']['last_sync_timestamp']>().toEqualTypeOf<'date-time'>();
    expectTypeOf<ResourceTypes['remote_system']['filterable']['iscsi_addresses']>().toEqualTypeOf<'string[]'>();
    expectTypeOf<Session['filterable']>().not.toHaveProperty('storage_element_pairs');
    expectTypeOf<RelatedTypes[Session['related']['remote_system']]>().toEqualTypeOf<RelatedRemoteSystem>();
    expectTypeOf<RelatedTypes[Session['related']['volumes']]>().toEqualTypeOf<RelatedVolume>();
    expectTypeOf<Session['related']>().not.toHaveProperty('storage_element_pairs');
    expectTypeOf<keyof ResourceTypes['host_volume_mapping']['related']>().toEqualTypeOf<never>();
  });
});
