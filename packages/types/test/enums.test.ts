import { describe, expect, it } from 'vitest';
import * as types from '../src/index.ts';
import { literals } from './wide-tables.ts';

// These expectations come from the vendor's API documents, not from the contract.

interface Enum {
  name: string;
  values: readonly string[];
  /** The release that brought the enum; a literal in `since` came later. */
  added: string;
  expected: string[];
  since?: Record<string, string>;
  /** Texts that are not the literal with spaces for underscores. */
  texts?: Record<string, string>;
}

const enums: Enum[] = [
  {
    name: 'ReplicationState',
    values: types.replicationStateValues,
    added: '1.0.0.0',
    expected: [
      'Initializing',
      'OK',
      'Synchronizing',
      'System_Paused',
      'Paused',
      'Paused_For_Migration',
      'Paused_For_NDU',
      'Pausing',
      'Resuming',
      'Modify_Role_In_Progress',
      'Failing_Over',
      'Failing_Over_For_DR',
      'Failed_Over',
      'Reprotecting',
      'Switching_To_Metro_Sync',
      'Fractured',
      'Deleting',
      'Partial_OK',
      'Partial_Paused',
      'Partial_Failed_Over',
      'Partial_Reprotected',
      'Error',
      'Switching_To_Synchronous',
      'Partial_Failed_Back',
    ],
    since: {
      Pausing: '3.0.0.0',
      Modify_Role_In_Progress: '3.0.0.0',
      Switching_To_Metro_Sync: '3.0.0.0',
      Fractured: '3.0.0.0',
      Deleting: '3.0.0.0',
      Partial_OK: '3.0.0.0',
      Partial_Paused: '3.0.0.0',
      Partial_Failed_Over: '3.0.0.0',
      Partial_Reprotected: '3.0.0.0',
      Error: '3.0.0.0',
      Switching_To_Synchronous: '4.0.0.0',
      Partial_Failed_Back: '4.0.0.0',
    },
  },
  {
    name: 'ReplicationRole',
    values: types.replicationRoleValues,
    added: '1.0.0.0',
    expected: ['Source', 'Destination', 'Metro_Preferred', 'Metro_Non_Preferred'],
    since: { Metro_Preferred: '3.0.0.0', Metro_Non_Preferred: '3.0.0.0' },
  },
  {
    name: 'ReplicatedResourceType',
    values: types.replicatedResourceTypeValues,
    added: '1.0.0.0',
    expected: ['volume', 'volume_group', 'replication_group', 'nas_server', 'file_system'],
    since: { replication_group: '3.0.0.0', nas_server: '3.0.0.0', file_system: '3.6.0.0' },
    texts: {
      volume: 'Volume',
      volume_group: 'Volume Group',
      replication_group: 'Replication Group',
      nas_server: 'NAS Server',
      file_system: 'File System',
    },
  },
  {
    name: 'StorageElementType',
    values: types.storageElementTypeValues,
    added: '1.0.0.0',
    expected: ['volume', 'virtual_volume', 'file_system'],
    since: { file_system: '3.5.0.0' },
    texts: { volume: 'Volume', virtual_volume: 'Virtual Volume', file_system: 'File System' },
  },
  {
    name: 'ReplicationSessionType',
    values: types.replicationSessionTypeValues,
    added: '3.0.0.0',
    expected: ['Asynchronous', 'Metro_Active_Active', 'Synchronous'],
    since: { Synchronous: '4.0.0.0' },
  },
  {
    name: 'DataTransferState',
    values: types.dataTransferStateValues,
    added: '3.0.0.0',
    expected: [
      'Asynchronous',
      'Asynchronous_Initial_Sync',
      'System_Asynchronous_Initial_Sync',
      'System_Asynchronous',
      'Switch_To_Sync_Diff_Copy',
      'Synchronous',
      'Active_Active',
      'Faulted',
      'Paused',
      'Faulted_From_In_Sync',
    ],
    since: { Faulted_From_In_Sync: '4.3.0.0' },
    texts: { Faulted_From_In_Sync: 'Faulted from In-Sync' },
  },
  {
    name: 'DataConnectionState',
    values: types.dataConnectionStateValues,
    added: '1.0.0.0',
    expected: [
      'OK',
      'Partial_Data_Connection_Loss',
      'Complete_Data_Connection_Loss',
      'Status_Not_Available',
      'No_Targets_Discovered',
      'Initializing',
      'Data_Connection_Unstable',
      'Partial_Node_Connection_Loss',
    ],
    since: { Data_Connection_Unstable: '4.0.0.0', Partial_Node_Connection_Loss: '4.3.0.0' },
    texts: {
      Partial_Data_Connection_Loss: 'Partial Data Connections Loss',
      Complete_Data_Connection_Loss: 'Complete Data Connections Loss',
      Partial_Node_Connection_Loss: 'Partial Node Connections Loss',
    },
  },
  {
    name: 'ReplicationResourceState',
    values: types.replicationResourceStateValues,
    added: '3.0.0.0',
    expected: ['System_Defined', 'Promoted', 'Demoted', 'System_Demoted', 'System_Promoted'],
    since: { System_Promoted: '3.6.0.0' },
  },
  {
    name: 'ReplicationSessionWitnessState',
    values: types.replicationSessionWitnessStateValues,
    added: '3.6.0.0',
    expected: [
      'Initializing',
      'Disengaged',
      'Engaged',
      'Remote_Witness_Invalid_Or_Unavailable',
      'Failed_To_Initialize',
      'Unconfigure_In_Progress',
    ],
    texts: { Unconfigure_In_Progress: 'Unconfigure In-progress' },
  },
  {
    // Its document dates the literals 4.0.0.0, which is before the enum.
    name: 'AutoFailoverState',
    values: types.autoFailoverStateValues,
    added: '4.3.0.0',
    expected: ['Not_Applicable', 'Upgrade_Required', 'Manual_Enable_Required', 'Enabled_For_Witness_Interaction'],
  },
  {
    name: 'MessageSeverity',
    values: types.messageSeverityValues,
    added: '1.0.0.0',
    expected: ['Info', 'Warning', 'Error'],
  },
  {
    name: 'RPO',
    values: types.rpoValues,
    added: '1.0.0.0',
    expected: [
      'Five_Minutes',
      'Fifteen_Minutes',
      'Thirty_Minutes',
      'One_Hour',
      'Six_Hours',
      'Twelve_Hours',
      'One_Day',
      'Zero',
    ],
    since: { Zero: '4.0.0.0' },
  },
  {
    name: 'PolicyType',
    values: types.policyTypeValues,
    added: '1.0.0.0',
    expected: ['Protection', 'Performance', 'QoS', 'File_Performance'],
    since: { QoS: '4.0.0.0', File_Performance: '4.1.0.0' },
  },
  {
    name: 'PolicyManagedBy',
    values: types.policyManagedByValues,
    added: '3.0.0.0',
    expected: ['User', 'Metro', 'Replication', 'VMware_vSphere'],
    texts: {
      User: 'Managed by the end user',
      Metro: 'Managed by Metro Cluster',
      Replication: 'Managed by Replication',
      VMware_vSphere: 'Managed by VMware vSphere',
    },
  },
  {
    name: 'TransitConnectionStatus',
    values: types.transitConnectionStatusValues,
    added: '1.0.0.0',
    expected: [
      'Login_Success',
      'Authentication_Failure',
      'Connection_Refused',
      'Login_Timeout',
      'Network_Error',
      'General_Failure',
      'Login_Success_No_Ports',
      'Discovery_Success',
      'Discovery_Authentication_Failure',
      'Discovery_Connection_Refused',
      'Discovery_Timeout',
      'Operation_Timeout',
    ],
    since: { Operation_Timeout: '3.5.0.0' },
    texts: {
      Login_Success: 'Login Successful',
      Login_Success_No_Ports: 'Login Successful No Ports Discovered',
      Discovery_Connection_Refused: 'Discovery Connection Failure',
    },
  },
  {
    name: 'ApplianceFileConnectionStatus',
    values: types.applianceFileConnectionStatusValues,
    added: '4.4.0.0',
    expected: ['OK', 'Not_OK', 'Status_Unknown'],
  },
  {
    name: 'SnapRuleInterval',
    values: types.snapRuleIntervalValues,
    added: '1.0.0.0',
    expected: [
      'Five_Minutes',
      'Fifteen_Minutes',
      'Thirty_Minutes',
      'One_Hour',
      'Two_Hours',
      'Three_Hours',
      'Four_Hours',
      'Six_Hours',
      'Eight_Hours',
      'Twelve_Hours',
      'One_Day',
    ],
  },
  {
    name: 'StorageCreatorType',
    values: types.storageCreatorTypeValues,
    added: '1.0.0.0',
    expected: ['User', 'System', 'Scheduler', 'External'],
    since: { External: '3.5.0.0' },
  },
  {
    name: 'LocationHistoryReason',
    values: types.locationHistoryReasonValues,
    added: '1.0.0.0',
    expected: ['Initial', 'Manual', 'Recommended'],
  },
  {
    name: 'JobState',
    values: types.jobStateValues,
    added: '1.0.0.0',
    expected: [
      'PENDING',
      'QUEUED',
      'IN_PROGRESS',
      'COMPLETED',
      'SKIPPED',
      'FAILING',
      'UNRECOVERABLE_FAILED',
      'FAILED',
      'WAITING_APPROVAL',
    ],
    since: { FAILING: '1.0.2.0', WAITING_APPROVAL: '4.3.0.0' },
    texts: {
      PENDING: 'Pending',
      QUEUED: 'Queued',
      IN_PROGRESS: 'In Progress',
      COMPLETED: 'Completed',
      SKIPPED: 'Skipped',
      FAILING: 'Failing',
      UNRECOVERABLE_FAILED: 'Unrecoverable Failed',
      FAILED: 'Failed',
      WAITING_APPROVAL: 'Waiting for Approval',
    },
  },
  {
    name: 'JobPhase',
    values: types.jobPhaseValues,
    added: '1.0.2.0',
    expected: [
      'Pending',
      'Queued',
      'In_Progress',
      'Completed',
      'Skipped',
      'Failing',
      'Unrecoverable_Failed',
      'Failed',
      'Waiting_Approval',
    ],
    since: { Waiting_Approval: '4.3.0.0' },
    texts: { Waiting_Approval: 'Waiting for Approval' },
  },
  {
    name: 'HttpStatus',
    values: types.httpStatusValues,
    added: '2.0.0.0',
    expected: '200 201 202 204 206 207 400 401 403 404 405 406 415 416 422 500 503'.split(' '),
  },
];

describe.for(enums)('$name', ({ name, values, added, expected, since = {}, texts = {} }) => {
  it('has these literals', () => {
    expect(values.toSorted()).toEqual(expected.toSorted());
  });

  it('knows the release of each', () => {
    const releases = Object.entries(literals[name] ?? {}).map(([literal, info]) => [literal, info.added]);
    expect(Object.fromEntries(releases)).toEqual(
      Object.fromEntries(expected.map((literal) => [literal, since[literal] ?? added])),
    );
  });

  it('knows what its _l10n companion says for each', () => {
    const found = Object.entries(literals[name] ?? {}).map(([literal, info]) => [literal, info.text]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(expected.map((literal) => [literal, texts[literal] ?? literal.replaceAll('_', ' ')])),
    );
  });
});
