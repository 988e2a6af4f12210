// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

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

/** What two arrays can do together. The 4.4 prose also names values its enum does not have. */
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
/** What two arrays can do together. The 4.4 prose also names values its enum does not have. */
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

/** What a volume is used for. */
export const appTypeValues = [
  "Relational_Databases_Other",
  "Relational_Databases_Oracle",
  "Relational_Databases_SQL_Server",
  "Relational_Databases_PostgreSQL",
  "Relational_Databases_MySQL",
  "Relational_Databases_IBM_DB2",
  "Big_Data_Analytics_Other",
  "Big_Data_Analytics_MongoDB",
  "Big_Data_Analytics_Cassandra",
  "Big_Data_Analytics_SAP_HANA",
  "Big_Data_Analytics_Spark",
  "Big_Data_Analytics_Splunk",
  "Big_Data_Analytics_ElasticSearch",
  "Business_Applications_Other",
  "Business_Applications_ERP_SAP",
  "Business_Applications_CRM",
  "Business_Applications_Exchange",
  "Business_Applications_Sharepoint",
  "Healthcare_Other",
  "Healthcare_Epic",
  "Healthcare_MEDITECH",
  "Healthcare_Allscripts",
  "Healthcare_Cerner",
  "Virtualization_Other",
  "Virtualization_Virtual_Servers_VSI",
  "Virtualization_Containers_Kubernetes",
  "Virtualization_Virtual_Desktops_VDI",
  "Virtualization_Nutanix",
  "Boot_Volume_Other",
  "Other"
] as const;
/** What a volume is used for. */
export type AppType = (typeof appTypeValues)[number];

/** Where the members of a group are placed. Deprecated since 2.0.0.0. */
export const vgPlacementRuleValues = [
  "Same_Appliance",
  "No_Preference"
] as const;
/** Where the members of a group are placed. Deprecated since 2.0.0.0. */
export type VGPlacementRule = (typeof vgPlacementRuleValues)[number];

/** Progress state of a job. */
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
/** Progress state of a job. */
export type JobPhase = (typeof jobPhaseValues)[number];

/** How an attempt to connect ended. */
export const transitConnectionStatusValues = [
  "Login_Success",
  "Authentication_Failure",
  "Connection_Refused",
  "Login_Timeout",
  "Network_Error",
  "General_Failure",
  "Login_Success_No_Ports",
  "Discovery_Success",
  "Discovery_Authentication_Failure",
  "Discovery_Connection_Refused",
  "Discovery_Timeout",
  "Operation_Timeout"
] as const;
/** How an attempt to connect ended. */
export type TransitConnectionStatus = (typeof transitConnectionStatusValues)[number];

/** State of the file connection of one appliance. */
export const applianceFileConnectionStatusValues = [
  "OK",
  "Not_OK",
  "Status_Unknown"
] as const;
/** State of the file connection of one appliance. */
export type ApplianceFileConnectionStatus = (typeof applianceFileConnectionStatusValues)[number];

/** `Protection`: snapshot and replication rules, for what is to be protected. `Performance`: priority of a volume. `QoS`: limits of volumes and groups. `File_Performance`: limits of NAS servers and file systems. */
export const policyTypeValues = [
  "Protection",
  "Performance",
  "QoS",
  "File_Performance"
] as const;
/** `Protection`: snapshot and replication rules, for what is to be protected. `Performance`: priority of a volume. `QoS`: limits of volumes and groups. `File_Performance`: limits of NAS servers and file systems. */
export type PolicyType = (typeof policyTypeValues)[number];

/** Times between snapshots. */
export const snapRuleIntervalValues = [
  "Five_Minutes",
  "Fifteen_Minutes",
  "Thirty_Minutes",
  "One_Hour",
  "Two_Hours",
  "Three_Hours",
  "Four_Hours",
  "Six_Hours",
  "Eight_Hours",
  "Twelve_Hours",
  "One_Day"
] as const;
/** Times between snapshots. */
export type SnapRuleInterval = (typeof snapRuleIntervalValues)[number];

/** Who made a volume, a group or a snapshot. */
export const storageCreatorTypeValues = [
  "User",
  "System",
  "Scheduler",
  "External"
] as const;
/** Who made a volume, a group or a snapshot. */
export type StorageCreatorType = (typeof storageCreatorTypeValues)[number];

/** Why something moved to another appliance. */
export const locationHistoryReasonValues = [
  "Initial",
  "Manual",
  "Recommended"
] as const;
/** Why something moved to another appliance. */
export type LocationHistoryReason = (typeof locationHistoryReasonValues)[number];

/** What a job does. The document dates only some of the literals. */
export const resourceActionValues = [
  "add_members",
  "add_or_replace",
  "add_privileged_account",
  "apply_internal_host_licenses",
  "approve",
  "attach",
  "attach_volzs",
  "bind",
  "build_test_configuration_url",
  "bulk_disable_mirror",
  "bulk_enable_mirror",
  "bulk_run",
  "cancel",
  "cancel_download",
  "check_connectivity",
  "check_snapshots_peer_metadata",
  "cleanup",
  "clone",
  "configure_metro",
  "create",
  "create_migration_sessions",
  "create_nas_volume_session",
  "create_owned_snapshot",
  "cutover",
  "decommission",
  "delete",
  "demote",
  "destination_objects_sync",
  "detach",
  "discover",
  "discover_fc_targets",
  "discover_foreign_remote_snapshots",
  "download",
  "drive_cancel_evict",
  "drive_evict",
  "drive_failure_tolerance_level_availability",
  "empty",
  "enable",
  "end_metro",
  "estimate_appliance_free_space",
  "exchange",
  "expand_storage_object",
  "expire_recovery_snapshots",
  "extend_trial",
  "failover",
  "file_create_helper",
  "file_delete_helper",
  "forecast",
  "fracture",
  "generate",
  "generate_performance_impact_indicators",
  "generate_temp_credentials",
  "get_acl",
  "get_bond_runtime_information",
  "get_ca_server_cert",
  "get_configuration_info",
  "get_history",
  "get_l2_information",
  "get_metro_tpg_mesh",
  "get_privileged_accounts",
  "get_replicated_nas_server",
  "get_viruschecker_audit_info",
  "import_snapshot_policy",
  "import_snapshot_profiles",
  "import_snapshot_schedules",
  "install",
  "join",
  "locate_appliance_for_nas_server",
  "modify",
  "modify_nas_volume_sessions",
  "modify_volume_state",
  "mount",
  "nas_server_migration_repair",
  "object_sync",
  "pause",
  "ping",
  "promote",
  "puhc",
  "query",
  "query_appliances",
  "query_available_powerstore_networks",
  "query_destinations_details",
  "query_details",
  "query_target",
  "query_volzs",
  "recover",
  "rediscover",
  "refresh",
  "refresh_clone",
  "refresh_quota",
  "regenerate",
  "reject",
  "remove_members",
  "remove_privileged_account",
  "replace",
  "report",
  "reprotect",
  "reset_certificates",
  "restore",
  "restore_pstx_config",
  "resume",
  "retrieve",
  "scale",
  "scaling_modify",
  "scan_status",
  "set_acl",
  "snapshot",
  "snapshot_target",
  "start_failover_test",
  "start_migration_sessions",
  "start_scan",
  "stop_failover_test",
  "stop_scan",
  "switch_mode_to_metro_sync",
  "switch_mode_to_sync",
  "sync",
  "sync_node_affinity",
  "sync_snapshot",
  "sync_time",
  "syncup_metadata",
  "system_pause",
  "test",
  "time_to_full",
  "try_lock",
  "unjoin",
  "unmount",
  "update_dts",
  "update_properties",
  "update_remote_storage_object",
  "update_software",
  "update_user_mappings",
  "upgrade",
  "upload",
  "upload_certificate",
  "upload_config",
  "upload_keytab",
  "validate_create",
  "validate_expand",
  "validate_limits",
  "validate_power_down",
  "validate_temp_network",
  "validate_upgrade",
  "vcenter_certificate_retrieve_factory_mode",
  "vcenter_discover",
  "verify",
  "verify_local",
  "version"
] as const;
/** What a job does. The document dates only some of the literals. */
export type ResourceAction = (typeof resourceActionValues)[number];

/** What a job works on. The document dates none of the literals. */
export const resourceTypeValues = [
  "alert",
  "anomalies",
  "appliance",
  "audit_event",
  "bond",
  "cert_role_mapping",
  "chap_config",
  "cluster",
  "datastore",
  "discovered_appliance",
  "discovered_initiator",
  "dns",
  "email_notify_destination",
  "eth_be_port",
  "eth_port",
  "event",
  "fast_metrics_config",
  "fc_port",
  "file_dhsm_config",
  "file_dns",
  "file_events_pool",
  "file_events_publisher",
  "file_ftp",
  "file_import_interface",
  "file_import_nas_server",
  "file_import_session",
  "file_interface",
  "file_interface_route",
  "file_io_limit_rule",
  "file_kerberos",
  "file_ldap",
  "file_ndmp",
  "file_nis",
  "file_system",
  "file_top_talker_session",
  "file_tree_quota",
  "file_user_quota",
  "file_virus_checker",
  "fsn",
  "hardware",
  "host",
  "host_group",
  "host_virtual_volume_mapping",
  "host_volume_mapping",
  "import_host_initiator",
  "import_host_system",
  "import_host_volume",
  "import_netapp",
  "import_netapp_volume",
  "import_psgroup",
  "import_psgroup_volume",
  "import_session",
  "import_storage_center",
  "import_storage_center_consistency_group",
  "import_storage_center_volume",
  "import_unity",
  "import_unity_consistency_group",
  "import_unity_volume",
  "import_universal_consistency_group",
  "import_vmax",
  "import_vmax_storage_group",
  "import_vmax_volume",
  "import_vnx_array",
  "import_vnx_consistency_group",
  "import_vnx_volume",
  "initiator",
  "io_limit_rule",
  "ip_pool_address",
  "ip_port",
  "job",
  "keystore_archive",
  "kmip_config",
  "latest_five_min_metrics",
  "ldap_account",
  "ldap_domain",
  "license",
  "local_user",
  "login_banner",
  "login_session",
  "maintenance_window",
  "metrics",
  "metrics_archive",
  "metro_session",
  "mfa_cacpiv",
  "mfa_securid",
  "migration_recommendation",
  "migration_session",
  "mpa_config",
  "mpa_critical_action",
  "nas_server",
  "ndu",
  "network",
  "nfs_export",
  "nfs_server",
  "node",
  "ntp",
  "ntp_server",
  "nvme_discovered_cdc",
  "oidc_service",
  "performance_rule",
  "physical_switch",
  "policy",
  "recycle_bin",
  "recycle_bin_config",
  "remote_syslog_server",
  "remote_system",
  "replication_rule",
  "replication_session",
  "role",
  "sas_port",
  "scheduler",
  "security_config",
  "service_config",
  "service_user",
  "smb_server",
  "smb_share",
  "smtp_config",
  "snapshot_rule",
  "software_installed",
  "software_package",
  "sso_claim_role_mapping",
  "sso_metadata",
  "storage_container",
  "storage_container_destination",
  "vcenter",
  "veth_port",
  "virtual_machine",
  "virtual_volume",
  "volume",
  "volume_group",
  "vsphere_host",
  "vsphere_host_license_assignment",
  "witness",
  "x509_certificate"
] as const;
/** What a job works on. The document dates none of the literals. */
export type ResourceType = (typeof resourceTypeValues)[number];

/** Progress state of a job. Replaced by `JobPhaseEnum` in 1.0.2. */
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
/** Progress state of a job. Replaced by `JobPhaseEnum` in 1.0.2. */
export type JobState = (typeof jobStateValues)[number];

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

/** The enums by their names. */
export interface Enums {
  MessageSeverity: MessageSeverity;
  ReplicationState: ReplicationState;
  ReplicationRole: ReplicationRole;
  ReplicatedResourceType: ReplicatedResourceType;
  StorageElementType: StorageElementType;
  ReplicationSessionType: ReplicationSessionType;
  DataTransferState: DataTransferState;
  DataConnectionState: DataConnectionState;
  ReplicationResourceState: ReplicationResourceState;
  ReplicationSessionWitnessState: ReplicationSessionWitnessState;
  AutoFailoverState: AutoFailoverState;
  RemoteSystemType: RemoteSystemType;
  RemoteSystemState: RemoteSystemState;
  DataConnectionType: DataConnectionType;
  RemoteSystemChapMode: RemoteSystemChapMode;
  RemoteSystemLatency: RemoteSystemLatency;
  RemoteProtectionCapability: RemoteProtectionCapability;
  RemoteSystemFileConnectionState: RemoteSystemFileConnectionState;
  MigrationResourceType: MigrationResourceType;
  MigrationSessionState: MigrationSessionState;
  RPO: RPO;
  PolicyManagedBy: PolicyManagedBy;
  VolumeType: VolumeType;
  VolumeState: VolumeState;
  NodeAffinity: NodeAffinity;
  AppType: AppType;
  VGPlacementRule: VGPlacementRule;
  JobPhase: JobPhase;
  TransitConnectionStatus: TransitConnectionStatus;
  ApplianceFileConnectionStatus: ApplianceFileConnectionStatus;
  PolicyType: PolicyType;
  SnapRuleInterval: SnapRuleInterval;
  StorageCreatorType: StorageCreatorType;
  LocationHistoryReason: LocationHistoryReason;
  ResourceAction: ResourceAction;
  ResourceType: ResourceType;
  JobState: JobState;
  HttpStatus: HttpStatus;
  JobMPADecision: JobMPADecision;
  SoftwareInstalledBuildFlavor: SoftwareInstalledBuildFlavor;
  SoftwareInstalledBuildType: SoftwareInstalledBuildType;
  ClusterState: ClusterState;
}
