/**
 * Types, runtime tables and the OpenAPI document of the Dell PowerStore REST API. All of it is generated from one
 * hand-transcribed contract. The exported names are ours, and stay the same when the generator changes.
 *
 * @module
 */
import type { components } from './generated/openapi.js';

/** Parameters, body and answers of each operation, by its `operationId`. The types below follow from it. */
export type { operations as Operations } from './generated/openapi.js';
export type {
  AssumptionInfo,
  AttributeInfo,
  AttributeName,
  DecisionInfo,
  EnumName,
  ErrorCodeInfo,
  FullInstance,
  InternalAttributes,
  Lifecycle,
  LifecycleConditions,
  LifecycleRule,
  LifecycleSources,
  LiteralInfo,
  OperationId,
  OperationInfo,
  RelatedResource,
  RequestBody,
  Resource,
  Safety,
  SessionPattern,
  SourceInfo,
  ValueTest,
  WriteCondition,
  WriteFacts,
  WriteRules,
} from './tables.js';

export { assumptions, decisions } from './generated/assumptions.js';
export { attributes, internalAttributes, relatedAttributes } from './generated/attributes.js';
export * from './generated/enums.js';
export { errorCodes, type ErrorName } from './generated/error-codes.js';
export { literals } from './generated/literals.js';
export { contractRelease } from './generated/contract-release.js';
export { contractFiles } from './generated/files.js';
export { lifecycle } from './generated/lifecycle.js';
export { lifecycleSources } from './generated/lifecycle-sources.js';
export { operations } from './generated/operations.js';
export type { LifecycleOperation, RelatedTypes, ResourceTypes } from './generated/resource-types.js';
export { sources } from './generated/sources.js';
export {
  type WriteConditionName,
  writeConditions,
  type WriteOperation,
  writeRules,
  writeSources,
} from './generated/write-conditions.js';
export {
  type Candidate,
  type Condition,
  conditions,
  type Fields,
  hasLifecycle,
  holds,
  judge,
  type Judgement,
  type Obstructed,
  type Situation,
  withDefaults,
} from './judge.js';
export {
  hasWriteConditions,
  judgeWrite,
  refusalOf,
  type SessionFacts,
  type WriteJudgement,
  type WriteSituation,
} from './judge-write.js';

export { InputError, isInputError } from './input-error.js';
export { attributeInfo, isOperation, isRelatedResource, isResource, literalInfo } from './lookup.js';
export { isAtLeast } from './releases.js';
export { oppositeRole } from './roles.js';
export { isAtMost, safetyLevels } from './safety.js';

type Schemas = components['schemas'];

/** A replication session as the array that answers sees it; only selected attributes are present. */
export type ReplicationSession = Schemas['replication_session_instance'];
/** One replicated part of a session, on both arrays. */
export type ReplicationElementPair = Schemas['replication_element_pair'];
/** The witness of a metro or synchronous NAS session. */
export type ReplicationSessionWitnessDetails = Schemas['replication_session_witness_details'];
/** Body of `replication_session_modify`. */
export type ReplicationSessionModifyRequest = Schemas['replication_session_modify_request'];
/** Body of `replication_session_failover`. */
export type ReplicationSessionFailoverRequest = Schemas['replication_session_failover_request'];
/** Body of `replication_session_reprotect`. */
export type ReplicationSessionReprotectRequest = Schemas['replication_session_reprotect_request'];
/** Body of `replication_session_start_failover_test`. */
export type ReplicationSessionStartFailoverTestRequest = Schemas['replication_session_start_failover_test_request'];
/** Body of `replication_session_stop_failover_test`. */
export type ReplicationSessionStopFailoverTestRequest = Schemas['replication_session_stop_failover_test_request'];
/** Answer of `replication_session_stop_failover_test` to a request for a snapshot. */
export type ReplicationSessionStopFailoverTestResponse = Schemas['replication_session_stop_failover_test_response'];
/** Body of `replication_session_promote`: no fields. */
export type ReplicationSessionPromoteRequest = Schemas['replication_session_promote_request'];
/** Body of `replication_session_demote`: no fields. */
export type ReplicationSessionDemoteRequest = Schemas['replication_session_demote_request'];

/** The answer to a refused or failed request. */
export type ErrorResponse = Schemas['error_response'];
/** One message of an {@link ErrorResponse}. */
export type ErrorMessage = Schemas['error_message'];
/** Answer to a request with `is_async=true`: the job to follow. */
export type AsyncResponse = Schemas['async_response'];

/** Another array or appliance that this one replicates to, backs up to or imports from. */
export type RemoteSystem = Schemas['remote_system_instance'];
/** How a node of this array reaches a target of a remote system. */
export type DataConnection = Schemas['data_connection'];
/** How an appliance of this array reaches the file part of a remote system. */
export type FileConnection = Schemas['file_connection'];
/** An appliance of a remote system. */
export type RemoteApplianceDetails = Schemas['remote_appliance_details'];
/** Storage networks of two arrays that carry data between them. */
export type PowerStoreDataNetworkGroup = Schemas['powerstore_data_network_group'];
/** One network of a {@link PowerStoreDataNetworkGroup}. */
export type PowerStoreNetworkInfo = Schemas['powerstore_network_info'];
/** The storage unit of a remote system that is a PowerProtect DD. */
export type PpddStorageUnitDetails = Schemas['ppdd_storage_unit_details'];
/** The account on a remote system that is a Unity. */
export type UnityFileDetails = Schemas['unity_file_details'];
/** How often, and to which array, a policy replicates. */
export type ReplicationRule = Schemas['replication_rule_instance'];
/** Rules that protect or limit volumes, groups and NAS servers. */
export type Policy = Schemas['policy_instance'];

/** A volume, a clone or a snapshot. */
export type Volume = Schemas['volume_instance'];
/** Body of `volume_modify`. */
export type VolumeModifyRequest = Schemas['volume_modify_request'];
/** Body of `volume_configure_metro`. */
export type VolumeConfigureMetroRequest = Schemas['volume_configure_metro_request'];
/** Answer of `volume_configure_metro`, if it names the new session. */
export type VolumeConfigureMetroResponse = Schemas['volume_configure_metro_response'];
/** Body of `volume_end_metro`. */
export type VolumeEndMetroRequest = Schemas['volume_end_metro_request'];
/** A volume group, a clone or a snapshot set. */
export type VolumeGroup = Schemas['volume_group_instance'];
/** Body of `volume_group_modify`. */
export type VolumeGroupModifyRequest = Schemas['volume_group_modify_request'];
/** Body of `volume_group_configure_metro`. */
export type VolumeGroupConfigureMetroRequest = Schemas['volume_group_configure_metro_request'];
/** Answer of `volume_group_configure_metro`, if it names the new session. */
export type VolumeGroupConfigureMetroResponse = Schemas['volume_group_configure_metro_response'];
/** Body of `volume_group_end_metro`. */
export type VolumeGroupEndMetroRequest = Schemas['volume_group_end_metro_request'];
/** Origin of a volume or a volume group, and how long the array keeps it. */
export type ProtectionData = Schemas['protection_data'];
/** A move of a volume or a volume group from one appliance to another. */
export type LocationHistoryEntry = Schemas['location_history_entry'];
/** A volume that is attached to a host or a host group. */
export type HostVolumeMapping = Schemas['host_volume_mapping_instance'];

/** The login session behind a cookie. */
export type LoginSession = Schemas['login_session_instance'];
/** A job: progress and outcome of work that an array does in the background. */
export type Job = Schemas['job_instance'];
/** The answer of a job when it ended. */
export type JobResponseBody = Schemas['job_response_body'];
/** A decision on a job that needed the approval of a second person. */
export type JobMpaDecision = Schemas['job_mpa_decision'];
/** The software of the cluster or of one appliance. */
export type SoftwareInstalled = Schemas['software_installed_instance'];
/** The cluster. */
export type Cluster = Schemas['cluster_instance'];

/** A replication session, as selected through another resource. */
export type RelatedReplicationSession = Schemas['related_replication_session'];
/** A remote system, as selected through another resource. */
export type RelatedRemoteSystem = Schemas['related_remote_system'];
/** A replication rule, as selected through another resource. */
export type RelatedReplicationRule = Schemas['related_replication_rule'];
/** A snapshot rule, as selected through a policy. */
export type RelatedSnapshotRule = Schemas['related_snapshot_rule'];
/** A policy, as selected through another resource. */
export type RelatedPolicy = Schemas['related_policy'];
/** A migration, as selected through the resource that it moves. */
export type RelatedMigrationSession = Schemas['related_migration_session'];
/** A volume, as selected through another resource. */
export type RelatedVolume = Schemas['related_volume'];
/** A volume group, as selected through another resource. */
export type RelatedVolumeGroup = Schemas['related_volume_group'];
/** A job, as selected through another job. */
export type RelatedJob = Schemas['related_job'];
/** An appliance, as selected through another resource. */
export type RelatedAppliance = Schemas['related_appliance'];
