// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { LiteralInfo } from '../tables.js';

/** Literals of MessageSeverityEnum. */
export const messageSeverityValues = [
  "Info",
  "Warning",
  "Error"
] as const;
/** A literal of MessageSeverityEnum. */
export type MessageSeverity = (typeof messageSeverityValues)[number];

/** What a session is doing. `Initializing`: being created. `OK`: idle and healthy. `Synchronizing`: copying. `System_Paused`: stopped by the array, a user must act. `Paused`: stopped by a user. `Paused_For_Migration`, `Paused_For_NDU`: stopped by a migration or an upgrade. `Pausing`, `Resuming`, `Modify_Role_In_Progress`, `Failing_Over` (planned), `Failing_Over_For_DR` (unplanned), `Reprotecting`, `Switching_To_Metro_Sync`, `Switching_To_Synchronous`, `Deleting`: on the way. `Failed_Over`: a user must act. `Fractured`: metro broken by a fault, one side serves. `Partial_…`: of the file systems of a NAS server some, not all, are in that state. `Error`: anything else. */
export const replicationStateValues = [
  "Initializing",
  "OK",
  "Synchronizing",
  "System_Paused",
  "Paused",
  "Paused_For_Migration",
  "Paused_For_NDU",
  "Pausing",
  "Resuming",
  "Modify_Role_In_Progress",
  "Failing_Over",
  "Failing_Over_For_DR",
  "Failed_Over",
  "Reprotecting",
  "Switching_To_Metro_Sync",
  "Fractured",
  "Deleting",
  "Partial_OK",
  "Partial_Paused",
  "Partial_Failed_Over",
  "Partial_Reprotected",
  "Error",
  "Switching_To_Synchronous",
  "Partial_Failed_Back"
] as const;
/** What a session is doing. `Initializing`: being created. `OK`: idle and healthy. `Synchronizing`: copying. `System_Paused`: stopped by the array, a user must act. `Paused`: stopped by a user. `Paused_For_Migration`, `Paused_For_NDU`: stopped by a migration or an upgrade. `Pausing`, `Resuming`, `Modify_Role_In_Progress`, `Failing_Over` (planned), `Failing_Over_For_DR` (unplanned), `Reprotecting`, `Switching_To_Metro_Sync`, `Switching_To_Synchronous`, `Deleting`: on the way. `Failed_Over`: a user must act. `Fractured`: metro broken by a fault, one side serves. `Partial_…`: of the file systems of a NAS server some, not all, are in that state. `Error`: anything else. */
export type ReplicationState = (typeof replicationStateValues)[number];

/** Which part the local resource plays. */
export const replicationRoleValues = [
  "Source",
  "Destination",
  "Metro_Preferred",
  "Metro_Non_Preferred"
] as const;
/** Which part the local resource plays. */
export type ReplicationRole = (typeof replicationRoleValues)[number];

/** What is replicated. */
export const replicatedResourceTypeValues = [
  "volume",
  "volume_group",
  "replication_group",
  "nas_server",
  "file_system"
] as const;
/** What is replicated. */
export type ReplicatedResourceType = (typeof replicatedResourceTypeValues)[number];

/** The kind of a replicated part. */
export const storageElementTypeValues = [
  "volume",
  "virtual_volume",
  "file_system"
] as const;
/** The kind of a replicated part. */
export type StorageElementType = (typeof storageElementTypeValues)[number];

/** `Asynchronous`: in cycles. `Metro_Active_Active`: both sides can be written, mirrored both ways. `Synchronous`: every write reaches both sides. */
export const replicationSessionTypeValues = [
  "Asynchronous",
  "Metro_Active_Active",
  "Synchronous"
] as const;
/** `Asynchronous`: in cycles. `Metro_Active_Active`: both sides can be written, mirrored both ways. `Synchronous`: every write reaches both sides. */
export type ReplicationSessionType = (typeof replicationSessionTypeValues)[number];

/** How data moves. `Asynchronous_Initial_Sync`: the first full copy. `System_Asynchronous…`: the copy that brings a metro session up. `Switch_To_Sync_Diff_Copy`: its last difference, with mirroring on. `Active_Active`: metro is up. `Faulted_From_In_Sync`: was in sync when the fault came. */
export const dataTransferStateValues = [
  "Asynchronous",
  "Asynchronous_Initial_Sync",
  "System_Asynchronous_Initial_Sync",
  "System_Asynchronous",
  "Switch_To_Sync_Diff_Copy",
  "Synchronous",
  "Active_Active",
  "Faulted",
  "Paused",
  "Faulted_From_In_Sync"
] as const;
/** How data moves. `Asynchronous_Initial_Sync`: the first full copy. `System_Asynchronous…`: the copy that brings a metro session up. `Switch_To_Sync_Diff_Copy`: its last difference, with mirroring on. `Active_Active`: metro is up. `Faulted_From_In_Sync`: was in sync when the fault came. */
export type DataTransferState = (typeof dataTransferStateValues)[number];

/** State of the data connections to the other array. */
export const dataConnectionStateValues = [
  "OK",
  "Partial_Data_Connection_Loss",
  "Complete_Data_Connection_Loss",
  "Status_Not_Available",
  "No_Targets_Discovered",
  "Initializing",
  "Data_Connection_Unstable",
  "Partial_Node_Connection_Loss"
] as const;
/** State of the data connections to the other array. */
export type DataConnectionState = (typeof dataConnectionStateValues)[number];

/** `System_Defined`: follows from role, type and state. `Promoted`, `Demoted`: by a user. `System_Demoted`: by the array healing itself. `System_Promoted`: by the array with its witness. */
export const replicationResourceStateValues = [
  "System_Defined",
  "Promoted",
  "Demoted",
  "System_Demoted",
  "System_Promoted"
] as const;
/** `System_Defined`: follows from role, type and state. `Promoted`, `Demoted`: by a user. `System_Demoted`: by the array healing itself. `System_Promoted`: by the array with its witness. */
export type ReplicationResourceState = (typeof replicationResourceStateValues)[number];

/** Whether the witness watches over the session. */
export const replicationSessionWitnessStateValues = [
  "Initializing",
  "Disengaged",
  "Engaged",
  "Remote_Witness_Invalid_Or_Unavailable",
  "Failed_To_Initialize",
  "Unconfigure_In_Progress"
] as const;
/** Whether the witness watches over the session. */
export type ReplicationSessionWitnessState = (typeof replicationSessionWitnessStateValues)[number];

/** `Not_Applicable`: everything but synchronous NAS sessions. `Upgrade_Required`: the other array is too old. `Manual_Enable_Required`: both can, but the session is older than that and must be modified. `Enabled_For_Witness_Interaction`: the witness may fail the session over. */
export const autoFailoverStateValues = [
  "Not_Applicable",
  "Upgrade_Required",
  "Manual_Enable_Required",
  "Enabled_For_Witness_Interaction"
] as const;
/** `Not_Applicable`: everything but synchronous NAS sessions. `Upgrade_Required`: the other array is too old. `Manual_Enable_Required`: both can, but the session is older than that and must be modified. `Enabled_For_Witness_Interaction`: the witness may fail the session over. */
export type AutoFailoverState = (typeof autoFailoverStateValues)[number];

/** Kinds of remote systems. */
export const remoteSystemTypeValues = [
  "PowerStore",
  "Unity",
  "VNX",
  "PS_Equallogic",
  "Storage_Center",
  "XtremIO",
  "NetApp",
  "PowerProtect_DD",
  "PowerMax_VMAX",
  "Universal"
] as const;
/** Kinds of remote systems. */
export type RemoteSystemType = (typeof remoteSystemTypeValues)[number];

/** Whether a remote system can be managed. */
export const remoteSystemStateValues = [
  "OK",
  "Update_Needed",
  "Management_Connection_Lost",
  "Partial_Delete"
] as const;
/** Whether a remote system can be managed. */
export type RemoteSystemState = (typeof remoteSystemStateValues)[number];

/** What data travels over. */
export const dataConnectionTypeValues = [
  "iSCSI",
  "TCP",
  "FC",
  "DD_Boost"
] as const;
/** What data travels over. */
export type DataConnectionType = (typeof dataConnectionTypeValues)[number];

/** Challenge-handshake authentication: none, one way or both ways. */
export const remoteSystemChapModeValues = [
  "Disabled",
  "Single",
  "Mutual"
] as const;
/** Challenge-handshake authentication: none, one way or both ways. */
export type RemoteSystemChapMode = (typeof remoteSystemChapModeValues)[number];

/** Latency classes of the data network. */
export const remoteSystemLatencyValues = [
  "Low",
  "Low_Medium",
  "Medium",
  "Medium_High",
  "High"
] as const;
/** Latency classes of the data network. */
export type RemoteSystemLatency = (typeof remoteSystemLatencyValues)[number];

/** What two arrays can do together. */
export const remoteProtectionCapabilityValues = [
  "Asynchronous_Block_Replication",
  "Asynchronous_File_Replication",
  "Asynchronous_Vvol_Replication",
  "Block_Agentless_Import",
  "Block_Metro_Active_Active",
  "Block_Nondisruptive_Import",
  "File_Import",
  "Remote_Backup",
  "Synchronous_Block_Replication",
  "Synchronous_File_Replication"
] as const;
/** What two arrays can do together. */
export type RemoteProtectionCapability = (typeof remoteProtectionCapabilityValues)[number];

/** State of a file connection. */
export const remoteSystemFileConnectionStateValues = [
  "OK",
  "Update_Needed",
  "Not_OK",
  "Status_Unknown",
  "Partial_OK"
] as const;
/** State of a file connection. */
export type RemoteSystemFileConnectionState = (typeof remoteSystemFileConnectionStateValues)[number];

/** What can be moved. */
export const migrationResourceTypeValues = [
  "volume",
  "virtual_volume",
  "volume_group",
  "virtual_machine",
  "replication_group"
] as const;
/** What can be moved. */
export type MigrationResourceType = (typeof migrationResourceTypeValues)[number];

/** What a migration is doing. */
export const migrationSessionStateValues = [
  "Initializing",
  "Automatic_Rescan_In_Progress",
  "Manual_Rescan_Required",
  "Initialized",
  "Synchronizing",
  "Idle",
  "Cutting_Over",
  "Deleting",
  "Completed",
  "Pausing",
  "Paused",
  "System_Paused",
  "Resuming",
  "Failed"
] as const;
/** What a migration is doing. */
export type MigrationSessionState = (typeof migrationSessionStateValues)[number];

/** Recovery point objectives. `Zero` replicates synchronously. */
export const rpoValues = [
  "Five_Minutes",
  "Fifteen_Minutes",
  "Thirty_Minutes",
  "One_Hour",
  "Six_Hours",
  "Twelve_Hours",
  "One_Day",
  "Zero"
] as const;
/** Recovery point objectives. `Zero` replicates synchronously. */
export type RPO = (typeof rpoValues)[number];

/** Who looks after a policy or rule. */
export const policyManagedByValues = [
  "User",
  "Metro",
  "Replication",
  "VMware_vSphere"
] as const;
/** Who looks after a policy or rule. */
export type PolicyManagedBy = (typeof policyManagedByValues)[number];

/** Original, clone, snapshot, or stand-in for remote data. */
export const volumeTypeValues = [
  "Primary",
  "Clone",
  "Snapshot",
  "Proxy"
] as const;
/** Original, clone, snapshot, or stand-in for remote data. */
export type VolumeType = (typeof volumeTypeValues)[number];

/** State of a volume. */
export const volumeStateValues = [
  "Ready",
  "Initializing",
  "Offline",
  "Destroying"
] as const;
/** State of a volume. */
export type VolumeState = (typeof volumeStateValues)[number];

/** Which node serves a volume, and who chose it. */
export const nodeAffinityValues = [
  "System_Select_At_Attach",
  "System_Selected_Node_A",
  "System_Selected_Node_B",
  "Preferred_Node_A",
  "Preferred_Node_B"
] as const;
/** Which node serves a volume, and who chose it. */
export type NodeAffinity = (typeof nodeAffinityValues)[number];

/** What a job does. Of the array’s list only what concerns replication sessions; a further section adds its own. */
export const resourceActionValues = [
  "create",
  "modify",
  "delete",
  "sync",
  "pause",
  "resume",
  "failover",
  "reprotect",
  "start_failover_test",
  "stop_failover_test",
  "promote",
  "demote",
  "system_pause",
  "fracture",
  "switch_mode_to_metro_sync",
  "switch_mode_to_sync"
] as const;
/** What a job does. Of the array’s list only what concerns replication sessions; a further section adds its own. */
export type ResourceAction = (typeof resourceActionValues)[number];

/** What a job does it to. Of the array’s list only the transcribed sections and what replication acts on. */
export const resourceTypeValues = [
  "replication_session",
  "metro_session",
  "volume",
  "volume_group",
  "nas_server",
  "replication_rule",
  "remote_system",
  "migration_session",
  "job",
  "login_session",
  "cluster",
  "software_installed"
] as const;
/** What a job does it to. Of the array’s list only the transcribed sections and what replication acts on. */
export type ResourceType = (typeof resourceTypeValues)[number];

/** How a job stands. Replaced by `JobPhaseEnum` in 1.0.2. */
export const jobStateValues = [
  "PENDING",
  "QUEUED",
  "IN_PROGRESS",
  "COMPLETED",
  "SKIPPED",
  "FAILING",
  "UNRECOVERABLE_FAILED",
  "FAILED",
  "WAITING_APPROVAL"
] as const;
/** How a job stands. Replaced by `JobPhaseEnum` in 1.0.2. */
export type JobState = (typeof jobStateValues)[number];

/** How a job stands. */
export const jobPhaseValues = [
  "Pending",
  "Queued",
  "In_Progress",
  "Completed",
  "Skipped",
  "Failing",
  "Unrecoverable_Failed",
  "Failed",
  "Waiting_Approval"
] as const;
/** How a job stands. */
export type JobPhase = (typeof jobPhaseValues)[number];

/** HTTP status codes an array answers with, as strings. */
export const httpStatusValues = [
  "200",
  "201",
  "202",
  "204",
  "206",
  "207",
  "400",
  "401",
  "403",
  "404",
  "405",
  "406",
  "415",
  "416",
  "422",
  "500",
  "503"
] as const;
/** HTTP status codes an array answers with, as strings. */
export type HttpStatus = (typeof httpStatusValues)[number];

/** What was decided about a job. */
export const jobMPADecisionValues = [
  "Approved",
  "Rejected",
  "Expired"
] as const;
/** What was decided about a job. */
export type JobMPADecision = (typeof jobMPADecisionValues)[number];

/** Flavors of builds. */
export const softwareInstalledBuildFlavorValues = [
  "Retail"
] as const;
/** Flavors of builds. */
export type SoftwareInstalledBuildFlavor = (typeof softwareInstalledBuildFlavorValues)[number];

/** Types of builds. */
export const softwareInstalledBuildTypeValues = [
  "Beta",
  "Hotfix",
  "Release"
] as const;
/** Types of builds. */
export type SoftwareInstalledBuildType = (typeof softwareInstalledBuildTypeValues)[number];

/** State of a cluster. */
export const clusterStateValues = [
  "Unconfigured",
  "Unconfigured_Faulted",
  "Configuring",
  "Core_Initialization",
  "Configured",
  "Expanding",
  "Removing",
  "Clustering_Failed",
  "Core_Initialization_Failed",
  "Removed",
  "Post_Core_Initialization",
  "Unknown"
] as const;
/** State of a cluster. */
export type ClusterState = (typeof clusterStateValues)[number];

/** Every literal of every enum, with the release that brought it and the text of its `_l10n` companion. */
export const literals: Readonly<Record<string, Readonly<Record<string, LiteralInfo>>>> = {
  "MessageSeverity": {
    "Info": {
      "added": "1.0.0.0",
      "text": "Info"
    },
    "Warning": {
      "added": "1.0.0.0",
      "text": "Warning"
    },
    "Error": {
      "added": "1.0.0.0",
      "text": "Error"
    }
  },
  "ReplicationState": {
    "Initializing": {
      "added": "1.0.0.0",
      "text": "Initializing"
    },
    "OK": {
      "added": "1.0.0.0",
      "text": "OK"
    },
    "Synchronizing": {
      "added": "1.0.0.0",
      "text": "Synchronizing"
    },
    "System_Paused": {
      "added": "1.0.0.0",
      "text": "System Paused"
    },
    "Paused": {
      "added": "1.0.0.0",
      "text": "Paused"
    },
    "Paused_For_Migration": {
      "added": "1.0.0.0",
      "text": "Paused For Migration"
    },
    "Paused_For_NDU": {
      "added": "1.0.0.0",
      "text": "Paused For NDU"
    },
    "Pausing": {
      "added": "3.0.0.0",
      "text": "Pausing"
    },
    "Resuming": {
      "added": "1.0.0.0",
      "text": "Resuming"
    },
    "Modify_Role_In_Progress": {
      "added": "3.0.0.0",
      "text": "Modify Role In Progress"
    },
    "Failing_Over": {
      "added": "1.0.0.0",
      "text": "Failing Over"
    },
    "Failing_Over_For_DR": {
      "added": "1.0.0.0",
      "text": "Failing Over For DR"
    },
    "Failed_Over": {
      "added": "1.0.0.0",
      "text": "Failed Over"
    },
    "Reprotecting": {
      "added": "1.0.0.0",
      "text": "Reprotecting"
    },
    "Switching_To_Metro_Sync": {
      "added": "3.0.0.0",
      "text": "Switching To Metro Sync"
    },
    "Fractured": {
      "added": "3.0.0.0",
      "text": "Fractured"
    },
    "Deleting": {
      "added": "3.0.0.0",
      "text": "Deleting"
    },
    "Partial_OK": {
      "added": "3.0.0.0",
      "text": "Partial OK"
    },
    "Partial_Paused": {
      "added": "3.0.0.0",
      "text": "Partial Paused"
    },
    "Partial_Failed_Over": {
      "added": "3.0.0.0",
      "text": "Partial Failed Over"
    },
    "Partial_Reprotected": {
      "added": "3.0.0.0",
      "text": "Partial Reprotected"
    },
    "Error": {
      "added": "3.0.0.0",
      "text": "Error"
    },
    "Switching_To_Synchronous": {
      "added": "4.0.0.0",
      "text": "Switching To Synchronous"
    },
    "Partial_Failed_Back": {
      "added": "4.0.0.0",
      "text": "Partial Failed Back"
    }
  },
  "ReplicationRole": {
    "Source": {
      "added": "1.0.0.0",
      "text": "Source"
    },
    "Destination": {
      "added": "1.0.0.0",
      "text": "Destination"
    },
    "Metro_Preferred": {
      "added": "3.0.0.0",
      "text": "Metro Preferred"
    },
    "Metro_Non_Preferred": {
      "added": "3.0.0.0",
      "text": "Metro Non Preferred"
    }
  },
  "ReplicatedResourceType": {
    "volume": {
      "added": "1.0.0.0",
      "text": "Volume"
    },
    "volume_group": {
      "added": "1.0.0.0",
      "text": "Volume Group"
    },
    "replication_group": {
      "added": "3.0.0.0",
      "text": "Replication Group"
    },
    "nas_server": {
      "added": "3.0.0.0",
      "text": "NAS Server"
    },
    "file_system": {
      "added": "3.6.0.0",
      "text": "File System"
    }
  },
  "StorageElementType": {
    "volume": {
      "added": "1.0.0.0",
      "text": "Volume"
    },
    "virtual_volume": {
      "added": "1.0.0.0",
      "text": "Virtual Volume"
    },
    "file_system": {
      "added": "3.5.0.0",
      "text": "File System"
    }
  },
  "ReplicationSessionType": {
    "Asynchronous": {
      "added": "3.0.0.0",
      "text": "Asynchronous"
    },
    "Metro_Active_Active": {
      "added": "3.0.0.0",
      "text": "Metro Active Active"
    },
    "Synchronous": {
      "added": "4.0.0.0",
      "text": "Synchronous"
    }
  },
  "DataTransferState": {
    "Asynchronous": {
      "added": "3.0.0.0",
      "text": "Asynchronous"
    },
    "Asynchronous_Initial_Sync": {
      "added": "3.0.0.0",
      "text": "Asynchronous Initial Sync"
    },
    "System_Asynchronous_Initial_Sync": {
      "added": "3.0.0.0",
      "text": "System Asynchronous Initial Sync"
    },
    "System_Asynchronous": {
      "added": "3.0.0.0",
      "text": "System Asynchronous"
    },
    "Switch_To_Sync_Diff_Copy": {
      "added": "3.0.0.0",
      "text": "Switch To Sync Diff Copy"
    },
    "Synchronous": {
      "added": "3.0.0.0",
      "text": "Synchronous"
    },
    "Active_Active": {
      "added": "3.0.0.0",
      "text": "Active Active"
    },
    "Faulted": {
      "added": "3.0.0.0",
      "text": "Faulted"
    },
    "Paused": {
      "added": "3.0.0.0",
      "text": "Paused"
    },
    "Faulted_From_In_Sync": {
      "added": "4.3.0.0",
      "text": "Faulted from In-Sync"
    }
  },
  "DataConnectionState": {
    "OK": {
      "added": "1.0.0.0",
      "text": "OK"
    },
    "Partial_Data_Connection_Loss": {
      "added": "1.0.0.0",
      "text": "Partial Data Connections Loss"
    },
    "Complete_Data_Connection_Loss": {
      "added": "1.0.0.0",
      "text": "Complete Data Connections Loss"
    },
    "Status_Not_Available": {
      "added": "1.0.0.0",
      "text": "Status Not Available"
    },
    "No_Targets_Discovered": {
      "added": "1.0.0.0",
      "text": "No Targets Discovered"
    },
    "Initializing": {
      "added": "1.0.0.0",
      "text": "Initializing"
    },
    "Data_Connection_Unstable": {
      "added": "4.0.0.0",
      "text": "Data Connection Unstable"
    },
    "Partial_Node_Connection_Loss": {
      "added": "4.3.0.0",
      "text": "Partial Node Connections Loss"
    }
  },
  "ReplicationResourceState": {
    "System_Defined": {
      "added": "3.0.0.0",
      "text": "System Defined"
    },
    "Promoted": {
      "added": "3.0.0.0",
      "text": "Promoted"
    },
    "Demoted": {
      "added": "3.0.0.0",
      "text": "Demoted"
    },
    "System_Demoted": {
      "added": "3.0.0.0",
      "text": "System Demoted"
    },
    "System_Promoted": {
      "added": "3.6.0.0",
      "text": "System Promoted"
    }
  },
  "ReplicationSessionWitnessState": {
    "Initializing": {
      "added": "3.6.0.0",
      "text": "Initializing"
    },
    "Disengaged": {
      "added": "3.6.0.0",
      "text": "Disengaged"
    },
    "Engaged": {
      "added": "3.6.0.0",
      "text": "Engaged"
    },
    "Remote_Witness_Invalid_Or_Unavailable": {
      "added": "3.6.0.0",
      "text": "Remote Witness Invalid Or Unavailable"
    },
    "Failed_To_Initialize": {
      "added": "3.6.0.0",
      "text": "Failed To Initialize"
    },
    "Unconfigure_In_Progress": {
      "added": "3.6.0.0",
      "text": "Unconfigure In-progress"
    }
  },
  "AutoFailoverState": {
    "Not_Applicable": {
      "added": "4.3.0.0",
      "text": "Not Applicable"
    },
    "Upgrade_Required": {
      "added": "4.3.0.0",
      "text": "Upgrade Required"
    },
    "Manual_Enable_Required": {
      "added": "4.3.0.0",
      "text": "Manual Enable Required"
    },
    "Enabled_For_Witness_Interaction": {
      "added": "4.3.0.0",
      "text": "Enabled For Witness Interaction"
    }
  },
  "RemoteSystemType": {
    "PowerStore": {
      "added": "1.0.0.0",
      "text": "PowerStore"
    },
    "Unity": {
      "added": "1.0.0.0",
      "text": "Unity"
    },
    "VNX": {
      "added": "1.0.0.0",
      "text": "VNX"
    },
    "PS_Equallogic": {
      "added": "1.0.0.0",
      "text": "PS Equallogic"
    },
    "Storage_Center": {
      "added": "1.0.0.0",
      "text": "Storage Center"
    },
    "XtremIO": {
      "added": "1.0.0.0",
      "text": "XtremIO"
    },
    "NetApp": {
      "added": "3.0.0.0",
      "text": "NetApp"
    },
    "PowerProtect_DD": {
      "added": "3.5.0.0",
      "text": "PowerProtect DD"
    },
    "PowerMax_VMAX": {
      "added": "3.0.0.0",
      "text": "PowerMax/VMAX"
    },
    "Universal": {
      "added": "4.0.0.0",
      "text": "Universal"
    }
  },
  "RemoteSystemState": {
    "OK": {
      "added": "1.0.0.0",
      "text": "OK"
    },
    "Update_Needed": {
      "added": "1.0.0.0",
      "text": "Update Needed"
    },
    "Management_Connection_Lost": {
      "added": "1.0.0.0",
      "text": "Management Connection Lost"
    },
    "Partial_Delete": {
      "added": "3.0.0.0",
      "text": "Partial Delete"
    }
  },
  "DataConnectionType": {
    "iSCSI": {
      "added": "1.0.0.0",
      "text": "iSCSI"
    },
    "TCP": {
      "added": "1.0.0.0",
      "text": "TCP"
    },
    "FC": {
      "added": "1.0.0.0",
      "text": "FC"
    },
    "DD_Boost": {
      "added": "3.5.0.0",
      "text": "DD Boost"
    }
  },
  "RemoteSystemChapMode": {
    "Disabled": {
      "added": "1.0.0.0",
      "text": "Disabled"
    },
    "Single": {
      "added": "1.0.0.0",
      "text": "Single"
    },
    "Mutual": {
      "added": "1.0.0.0",
      "text": "Mutual"
    }
  },
  "RemoteSystemLatency": {
    "Low": {
      "added": "1.0.0.0",
      "text": "Low"
    },
    "Low_Medium": {
      "added": "3.0.0.0",
      "text": "Low Medium"
    },
    "Medium": {
      "added": "3.0.0.0",
      "text": "Medium"
    },
    "Medium_High": {
      "added": "3.0.0.0",
      "text": "Medium High"
    },
    "High": {
      "added": "1.0.0.0",
      "text": "High"
    }
  },
  "RemoteProtectionCapability": {
    "Asynchronous_Block_Replication": {
      "added": "1.0.0.0",
      "text": "Asynchronous Block Replication"
    },
    "Asynchronous_File_Replication": {
      "added": "1.0.0.0",
      "text": "Asynchronous File Replication"
    },
    "Asynchronous_Vvol_Replication": {
      "added": "1.0.0.0",
      "text": "Asynchronous vVol Replication"
    },
    "Block_Agentless_Import": {
      "added": "1.0.0.0",
      "text": "Block Agentless Import"
    },
    "Block_Metro_Active_Active": {
      "added": "1.0.0.0",
      "text": "Block Metro Active Active"
    },
    "Block_Nondisruptive_Import": {
      "added": "1.0.0.0",
      "text": "Block Non Disruptive Import"
    },
    "File_Import": {
      "added": "1.0.0.0",
      "text": "File Import"
    },
    "Remote_Backup": {
      "added": "3.5.0.0",
      "text": "Remote Backup"
    },
    "Synchronous_Block_Replication": {
      "added": "1.0.0.0",
      "text": "Synchronous Block Replication"
    },
    "Synchronous_File_Replication": {
      "added": "4.0.0.0",
      "text": "Synchronous File Replication"
    }
  },
  "RemoteSystemFileConnectionState": {
    "OK": {
      "added": "3.0.0.0",
      "text": "OK"
    },
    "Update_Needed": {
      "added": "3.0.0.0",
      "text": "Update Needed"
    },
    "Not_OK": {
      "added": "3.0.0.0",
      "text": "Not OK"
    },
    "Status_Unknown": {
      "added": "3.0.0.0",
      "text": "Status Unknown"
    },
    "Partial_OK": {
      "added": "4.4.0.0",
      "text": "Partial OK"
    }
  },
  "MigrationResourceType": {
    "volume": {
      "added": "1.0.0.0",
      "text": "Volume"
    },
    "virtual_volume": {
      "added": "1.0.0.0",
      "text": "Virtual Volume"
    },
    "volume_group": {
      "added": "1.0.0.0",
      "text": "Volume Group"
    },
    "virtual_machine": {
      "added": "3.0.0.0",
      "text": "Virtual Machine"
    },
    "replication_group": {
      "added": "3.0.0.0",
      "text": "Replication Group"
    }
  },
  "MigrationSessionState": {
    "Initializing": {
      "added": "1.0.0.0",
      "text": "Initializing"
    },
    "Automatic_Rescan_In_Progress": {
      "added": "3.0.0.0",
      "text": "Automatic_Rescan_In_Progress"
    },
    "Manual_Rescan_Required": {
      "added": "3.0.0.0",
      "text": "Manual_Rescan_Required"
    },
    "Initialized": {
      "added": "1.0.0.0",
      "text": "Initialized"
    },
    "Synchronizing": {
      "added": "1.0.0.0",
      "text": "Synchronizing"
    },
    "Idle": {
      "added": "1.0.0.0",
      "text": "Idle"
    },
    "Cutting_Over": {
      "added": "1.0.0.0",
      "text": "Cutting Over"
    },
    "Deleting": {
      "added": "1.0.0.0",
      "text": "Deleting"
    },
    "Completed": {
      "added": "1.0.0.0",
      "text": "Completed"
    },
    "Pausing": {
      "added": "1.0.0.0",
      "text": "Pausing"
    },
    "Paused": {
      "added": "1.0.0.0",
      "text": "Paused"
    },
    "System_Paused": {
      "added": "1.0.0.0",
      "text": "System Paused"
    },
    "Resuming": {
      "added": "1.0.0.0",
      "text": "Resuming"
    },
    "Failed": {
      "added": "1.0.0.0",
      "text": "Failed"
    }
  },
  "RPO": {
    "Five_Minutes": {
      "added": "1.0.0.0",
      "text": "Five Minutes"
    },
    "Fifteen_Minutes": {
      "added": "1.0.0.0",
      "text": "Fifteen Minutes"
    },
    "Thirty_Minutes": {
      "added": "1.0.0.0",
      "text": "Thirty Minutes"
    },
    "One_Hour": {
      "added": "1.0.0.0",
      "text": "One Hour"
    },
    "Six_Hours": {
      "added": "1.0.0.0",
      "text": "Six Hours"
    },
    "Twelve_Hours": {
      "added": "1.0.0.0",
      "text": "Twelve Hours"
    },
    "One_Day": {
      "added": "1.0.0.0",
      "text": "One Day"
    },
    "Zero": {
      "added": "4.0.0.0",
      "text": "Zero"
    }
  },
  "PolicyManagedBy": {
    "User": {
      "added": "3.0.0.0",
      "text": "Managed by the end user"
    },
    "Metro": {
      "added": "3.0.0.0",
      "text": "Managed by Metro Cluster"
    },
    "Replication": {
      "added": "3.0.0.0",
      "text": "Managed by Replication"
    },
    "VMware_vSphere": {
      "added": "3.0.0.0",
      "text": "Managed by VMware vSphere"
    }
  },
  "VolumeType": {
    "Primary": {
      "added": "1.0.0.0",
      "text": "Primary"
    },
    "Clone": {
      "added": "1.0.0.0",
      "text": "Clone"
    },
    "Snapshot": {
      "added": "1.0.0.0",
      "text": "Snapshot"
    },
    "Proxy": {
      "added": "3.5.0.0",
      "text": "Proxy"
    }
  },
  "VolumeState": {
    "Ready": {
      "added": "1.0.0.0",
      "text": "Ready"
    },
    "Initializing": {
      "added": "1.0.0.0",
      "text": "Initializing"
    },
    "Offline": {
      "added": "1.0.0.0",
      "text": "Offline"
    },
    "Destroying": {
      "added": "1.0.0.0",
      "text": "Destroying"
    }
  },
  "NodeAffinity": {
    "System_Select_At_Attach": {
      "added": "1.0.0.0",
      "text": "System Select At Attach"
    },
    "System_Selected_Node_A": {
      "added": "1.0.0.0",
      "text": "System Selected Node A"
    },
    "System_Selected_Node_B": {
      "added": "1.0.0.0",
      "text": "System Selected Node B"
    },
    "Preferred_Node_A": {
      "added": "1.0.0.0",
      "text": "Preferred Node A"
    },
    "Preferred_Node_B": {
      "added": "1.0.0.0",
      "text": "Preferred Node B"
    }
  },
  "ResourceAction": {
    "create": {
      "added": "1.0.0.0",
      "text": "create"
    },
    "modify": {
      "added": "1.0.0.0",
      "text": "modify"
    },
    "delete": {
      "added": "1.0.0.0",
      "text": "delete"
    },
    "sync": {
      "added": "1.0.0.0",
      "text": "sync"
    },
    "pause": {
      "added": "1.0.0.0",
      "text": "pause"
    },
    "resume": {
      "added": "1.0.0.0",
      "text": "resume"
    },
    "failover": {
      "added": "1.0.0.0",
      "text": "failover"
    },
    "reprotect": {
      "added": "1.0.0.0",
      "text": "reprotect"
    },
    "start_failover_test": {
      "added": "1.0.0.0",
      "text": "start failover test"
    },
    "stop_failover_test": {
      "added": "1.0.0.0",
      "text": "stop failover test"
    },
    "promote": {
      "added": "1.0.0.0",
      "text": "promote"
    },
    "demote": {
      "added": "1.0.0.0",
      "text": "demote"
    },
    "system_pause": {
      "added": "1.0.0.0",
      "text": "system pause"
    },
    "fracture": {
      "added": "1.0.0.0",
      "text": "fracture"
    },
    "switch_mode_to_metro_sync": {
      "added": "1.0.0.0",
      "text": "switch mode to metro sync"
    },
    "switch_mode_to_sync": {
      "added": "1.0.0.0",
      "text": "switch mode to sync"
    }
  },
  "ResourceType": {
    "replication_session": {
      "added": "1.0.0.0",
      "text": "replication session"
    },
    "metro_session": {
      "added": "1.0.0.0",
      "text": "metro session"
    },
    "volume": {
      "added": "1.0.0.0",
      "text": "volume"
    },
    "volume_group": {
      "added": "1.0.0.0",
      "text": "volume group"
    },
    "nas_server": {
      "added": "1.0.0.0",
      "text": "nas server"
    },
    "replication_rule": {
      "added": "1.0.0.0",
      "text": "replication rule"
    },
    "remote_system": {
      "added": "1.0.0.0",
      "text": "remote system"
    },
    "migration_session": {
      "added": "1.0.0.0",
      "text": "migration session"
    },
    "job": {
      "added": "1.0.0.0",
      "text": "job"
    },
    "login_session": {
      "added": "1.0.0.0",
      "text": "login session"
    },
    "cluster": {
      "added": "1.0.0.0",
      "text": "cluster"
    },
    "software_installed": {
      "added": "1.0.0.0",
      "text": "software installed"
    }
  },
  "JobState": {
    "PENDING": {
      "added": "1.0.0.0",
      "text": "Pending"
    },
    "QUEUED": {
      "added": "1.0.0.0",
      "text": "Queued"
    },
    "IN_PROGRESS": {
      "added": "1.0.0.0",
      "text": "In Progress"
    },
    "COMPLETED": {
      "added": "1.0.0.0",
      "text": "Completed"
    },
    "SKIPPED": {
      "added": "1.0.0.0",
      "text": "Skipped"
    },
    "FAILING": {
      "added": "1.0.2.0",
      "text": "Failing"
    },
    "UNRECOVERABLE_FAILED": {
      "added": "1.0.0.0",
      "text": "Unrecoverable Failed"
    },
    "FAILED": {
      "added": "1.0.0.0",
      "text": "Failed"
    },
    "WAITING_APPROVAL": {
      "added": "4.3.0.0",
      "text": "Waiting for Approval"
    }
  },
  "JobPhase": {
    "Pending": {
      "added": "1.0.2.0",
      "text": "Pending"
    },
    "Queued": {
      "added": "1.0.2.0",
      "text": "Queued"
    },
    "In_Progress": {
      "added": "1.0.2.0",
      "text": "In Progress"
    },
    "Completed": {
      "added": "1.0.2.0",
      "text": "Completed"
    },
    "Skipped": {
      "added": "1.0.2.0",
      "text": "Skipped"
    },
    "Failing": {
      "added": "1.0.2.0",
      "text": "Failing"
    },
    "Unrecoverable_Failed": {
      "added": "1.0.2.0",
      "text": "Unrecoverable Failed"
    },
    "Failed": {
      "added": "1.0.2.0",
      "text": "Failed"
    },
    "Waiting_Approval": {
      "added": "4.3.0.0",
      "text": "Waiting for Approval"
    }
  },
  "HttpStatus": {
    "200": {
      "added": "2.0.0.0",
      "text": "200"
    },
    "201": {
      "added": "2.0.0.0",
      "text": "201"
    },
    "202": {
      "added": "2.0.0.0",
      "text": "202"
    },
    "204": {
      "added": "2.0.0.0",
      "text": "204"
    },
    "206": {
      "added": "2.0.0.0",
      "text": "206"
    },
    "207": {
      "added": "2.0.0.0",
      "text": "207"
    },
    "400": {
      "added": "2.0.0.0",
      "text": "400"
    },
    "401": {
      "added": "2.0.0.0",
      "text": "401"
    },
    "403": {
      "added": "2.0.0.0",
      "text": "403"
    },
    "404": {
      "added": "2.0.0.0",
      "text": "404"
    },
    "405": {
      "added": "2.0.0.0",
      "text": "405"
    },
    "406": {
      "added": "2.0.0.0",
      "text": "406"
    },
    "415": {
      "added": "2.0.0.0",
      "text": "415"
    },
    "416": {
      "added": "2.0.0.0",
      "text": "416"
    },
    "422": {
      "added": "2.0.0.0",
      "text": "422"
    },
    "500": {
      "added": "2.0.0.0",
      "text": "500"
    },
    "503": {
      "added": "2.0.0.0",
      "text": "503"
    }
  },
  "JobMPADecision": {
    "Approved": {
      "added": "4.3.0.0",
      "text": "Approved"
    },
    "Rejected": {
      "added": "4.3.0.0",
      "text": "Rejected"
    },
    "Expired": {
      "added": "4.3.0.0",
      "text": "Expired"
    }
  },
  "SoftwareInstalledBuildFlavor": {
    "Retail": {
      "added": "2.0.0.0",
      "text": "Retail"
    }
  },
  "SoftwareInstalledBuildType": {
    "Beta": {
      "added": "2.0.0.0",
      "text": "Beta"
    },
    "Hotfix": {
      "added": "2.0.0.0",
      "text": "Hotfix"
    },
    "Release": {
      "added": "2.0.0.0",
      "text": "Release"
    }
  },
  "ClusterState": {
    "Unconfigured": {
      "added": "1.0.0.0",
      "text": "Unconfigured"
    },
    "Unconfigured_Faulted": {
      "added": "1.0.0.0",
      "text": "Unconfigured Faulted"
    },
    "Configuring": {
      "added": "1.0.0.0",
      "text": "Configuring"
    },
    "Core_Initialization": {
      "added": "2.0.0.0",
      "text": "Core Initialization"
    },
    "Configured": {
      "added": "1.0.0.0",
      "text": "Configured"
    },
    "Expanding": {
      "added": "1.0.0.0",
      "text": "Expanding"
    },
    "Removing": {
      "added": "1.0.0.0",
      "text": "Removing"
    },
    "Clustering_Failed": {
      "added": "1.0.0.0",
      "text": "Clustering Failed"
    },
    "Core_Initialization_Failed": {
      "added": "2.0.0.0",
      "text": "Core Initialization Failed"
    },
    "Removed": {
      "added": "2.0.0.0",
      "text": "Removed"
    },
    "Post_Core_Initialization": {
      "added": "2.0.0.0",
      "text": "Post Core Initialization"
    },
    "Unknown": {
      "added": "2.0.0.0",
      "text": "Unknown"
    }
  }
};
