// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { Enums } from './enums.js';

import type { components } from './openapi.js';

type Schemas = components['schemas'];

/**
 * Per resource: an instance as arrays answer it; an instance with every attribute of its own and closed enums; the
 * attributes that filter and sort a collection, with how their values compare (`[]` for a list); the resources it
 * embeds, one level deep; and its operations, by what follows the name of the resource in their `operationId`.
 */
export interface ResourceTypes {
  replication_session: {
    instance: Schemas['replication_session_instance'];
    full: {
      id: string;
      state: Enums['ReplicationState'];
      role: Enums['ReplicationRole'];
      resource_type: Enums['ReplicatedResourceType'];
      data_transfer_state: Enums['DataTransferState'] | null;
      type: Enums['ReplicationSessionType'];
      last_sync_timestamp: string | null;
      local_resource_id: string;
      remote_resource_id: string;
      remote_system_id: string;
      progress_percentage: number | null;
      estimated_completion_timestamp: string | null;
      replication_rule_id: string | null;
      last_sync_duration: number | null;
      next_sync_timestamp: string | null;
      storage_element_pairs: readonly ({ local_storage_element_id: string; remote_storage_element_id: string; storage_element_type: Enums['StorageElementType']; replication_shadow_id: string | null })[] | null;
      failover_test_in_progress: boolean | null;
      error_code: string | null;
      data_connection_state: Enums['DataConnectionState'];
      parent_replication_session_id: string | null;
      local_resource_state: Enums['ReplicationResourceState'] | null;
      witness_details: { witness_id: string; witness_uuid: string; witness_name: string; state: Enums['ReplicationSessionWitnessState']; state_l10n: string } | null;
      auto_failover_state: Enums['AutoFailoverState'] | null;
      state_l10n: string;
      role_l10n: string;
      resource_type_l10n: string;
      data_transfer_state_l10n: string | null;
      type_l10n: string;
      data_connection_state_l10n: string;
      local_resource_state_l10n: string | null;
      auto_failover_state_l10n: string | null;
    };
    filterable: {
      id: 'string';
      state: 'enum';
      role: 'enum';
      resource_type: 'enum';
      data_transfer_state: 'enum';
      type: 'enum';
      last_sync_timestamp: 'date-time';
      local_resource_id: 'string';
      remote_resource_id: 'string';
      remote_system_id: 'string';
      progress_percentage: 'integer';
      estimated_completion_timestamp: 'date-time';
      replication_rule_id: 'string';
      last_sync_duration: 'integer';
      next_sync_timestamp: 'date-time';
      failover_test_in_progress: 'boolean';
      error_code: 'string';
      data_connection_state: 'enum';
      parent_replication_session_id: 'string';
      local_resource_state: 'enum';
      auto_failover_state: 'enum';
      state_l10n: 'string';
      role_l10n: 'string';
      resource_type_l10n: 'string';
      data_transfer_state_l10n: 'string';
      type_l10n: 'string';
      data_connection_state_l10n: 'string';
      local_resource_state_l10n: 'string';
      auto_failover_state_l10n: 'string';
    };
    related: {
      remote_system: 'remote_system';
      migration_session: 'migration_session';
      replication_rule: 'replication_rule';
      volumes: 'volume';
      volume_groups: 'volume_group';
    };
    operations: {
      collection_query: 'replication_session_collection_query';
      instance_query: 'replication_session_instance_query';
      modify: 'replication_session_modify';
      sync: 'replication_session_sync';
      pause: 'replication_session_pause';
      resume: 'replication_session_resume';
      failover: 'replication_session_failover';
      reprotect: 'replication_session_reprotect';
      start_failover_test: 'replication_session_start_failover_test';
      stop_failover_test: 'replication_session_stop_failover_test';
      promote: 'replication_session_promote';
      demote: 'replication_session_demote';
    };
  };
  remote_system: {
    instance: Schemas['remote_system_instance'];
    full: {
      id: string;
      name: string;
      description: string | null;
      serial_number: string;
      version: string | null;
      management_address: string;
      management_port: number | null;
      type: Enums['RemoteSystemType'];
      type_l10n: string;
      user_name: string | null;
      state: Enums['RemoteSystemState'];
      state_l10n: string;
      data_connection_type: Enums['DataConnectionType'] | null;
      data_connection_type_l10n: string | null;
      data_connection_state: Enums['DataConnectionState'];
      data_connection_state_l10n: string;
      iscsi_addresses: readonly string[] | null;
      fc_target_wwns: readonly string[] | null;
      discovery_chap_mode: Enums['RemoteSystemChapMode'] | null;
      discovery_chap_mode_l10n: string | null;
      session_chap_mode: Enums['RemoteSystemChapMode'] | null;
      session_chap_mode_l10n: string | null;
      data_network_latency: Enums['RemoteSystemLatency'] | null;
      data_network_latency_l10n: string | null;
      capabilities: readonly Enums['RemoteProtectionCapability'][];
      capabilities_l10n: readonly string[];
      vnx_file_username: string | null;
      file_connection_address: string | null;
      file_connection_state: Enums['RemoteSystemFileConnectionState'] | null;
      file_connection_state_l10n: string | null;
      data_connections: readonly ({ node_id: string; initiator_address: string | null; target_address: string | null; status: Enums['TransitConnectionStatus']; status_l10n: string; data_connection_type: Enums['DataConnectionType'] | null; data_connection_type_l10n: string | null })[] | null;
      appliance_details: readonly { appliance_id: string; appliance_serial: string }[] | null;
      ppdd_storage_unit_details: { dd_boost_address: string; storage_unit_name: string; dd_boost_username: string; is_data_encryption_enabled: boolean } | null;
      unity_file_details: { service_account_username: string } | null;
      powerstore_data_network_configuration: readonly ({ id: string; name: string; local_powerstore_networks: readonly ({ id: string; name: string; vlan_id: number; gateway: string | null; mtu: number; prefix_length: number })[]; remote_powerstore_networks: readonly ({ id: string; name: string; vlan_id: number; gateway: string | null; mtu: number; prefix_length: number })[] })[] | null;
      file_connections: readonly ({ appliance_id: string; target_address: string | null; status: Enums['ApplianceFileConnectionStatus']; status_l10n: string })[] | null;
    };
    filterable: {
      id: 'string';
      name: 'string';
      description: 'string';
      serial_number: 'string';
      version: 'string';
      management_address: 'string';
      management_port: 'integer';
      type: 'enum';
      type_l10n: 'string';
      user_name: 'string';
      state: 'enum';
      state_l10n: 'string';
      data_connection_type: 'enum';
      data_connection_type_l10n: 'string';
      data_connection_state: 'enum';
      data_connection_state_l10n: 'string';
      iscsi_addresses: 'string[]';
      fc_target_wwns: 'string[]';
      discovery_chap_mode: 'enum';
      discovery_chap_mode_l10n: 'string';
      session_chap_mode: 'enum';
      session_chap_mode_l10n: 'string';
      data_network_latency: 'enum';
      data_network_latency_l10n: 'string';
      capabilities: 'enum[]';
      capabilities_l10n: 'string[]';
      vnx_file_username: 'string';
      file_connection_address: 'string';
      file_connection_state: 'enum';
      file_connection_state_l10n: 'string';
    };
    related: {
      replication_rules: 'replication_rule';
      replication_sessions: 'replication_session';
    };
    operations: {
      collection_query: 'remote_system_collection_query';
      instance_query: 'remote_system_instance_query';
    };
  };
  replication_rule: {
    instance: Schemas['replication_rule_instance'];
    full: {
      id: string;
      name: string;
      rpo: Enums['RPO'];
      rpo_l10n: string;
      remote_system_id: string;
      is_replica: boolean;
      is_read_only: boolean;
      alert_threshold: number | null;
      managed_by: Enums['PolicyManagedBy'];
      managed_by_l10n: string;
      managed_by_id: string | null;
      initial_provisioning_remote_appliance_id: string | null;
    };
    filterable: {
      id: 'string';
      name: 'string';
      rpo: 'enum';
      rpo_l10n: 'string';
      remote_system_id: 'string';
      is_replica: 'boolean';
      is_read_only: 'boolean';
      alert_threshold: 'integer';
      managed_by: 'enum';
      managed_by_l10n: 'string';
      managed_by_id: 'string';
      initial_provisioning_remote_appliance_id: 'string';
    };
    related: {
      remote_system: 'remote_system';
      replication_sessions: 'replication_session';
      policies: 'policy';
    };
    operations: {
      collection_query: 'replication_rule_collection_query';
      instance_query: 'replication_rule_instance_query';
    };
  };
  policy: {
    instance: Schemas['policy_instance'];
    full: {
      id: string;
      name: string;
      description: string | null;
      type: Enums['PolicyType'];
      type_l10n: string;
      managed_by: Enums['PolicyManagedBy'];
      managed_by_l10n: string;
      managed_by_id: string | null;
      is_read_only: boolean;
      is_replica: boolean;
      file_io_limit_rule_id: string | null;
    };
    filterable: {
      id: 'string';
      name: 'string';
      description: 'string';
      type: 'enum';
      type_l10n: 'string';
      managed_by: 'enum';
      managed_by_l10n: 'string';
      managed_by_id: 'string';
      is_read_only: 'boolean';
      is_replica: 'boolean';
      file_io_limit_rule_id: 'string';
    };
    related: {
      replication_rules: 'replication_rule';
      snapshot_rules: 'snapshot_rule';
      volumes: 'volume';
      volume_groups: 'volume_group';
      qos_volumes: 'volume';
      qos_volume_groups: 'volume_group';
    };
    operations: {
      collection_query: 'policy_collection_query';
      instance_query: 'policy_instance_query';
    };
  };
  volume: {
    instance: Schemas['volume_instance'];
    full: {
      id: string;
      name: string;
      description: string | null;
      type: Enums['VolumeType'];
      type_l10n: string;
      wwn: string | null;
      nsid: number | null;
      nguid: string | null;
      appliance_id: string;
      state: Enums['VolumeState'];
      state_l10n: string;
      size: number;
      logical_used: number | null;
      sector_size: number;
      node_affinity: Enums['NodeAffinity'];
      node_affinity_l10n: string;
      creation_timestamp: string;
      protection_policy_id: string | null;
      performance_policy_id: string | null;
      qos_performance_policy_id: string | null;
      is_replication_destination: boolean;
      migration_session_id: string | null;
      metro_replication_session_id: string | null;
      is_host_access_available: boolean | null;
      protection_data: { family_id: string; parent_id: string | null; source_id: string | null; source_timestamp: string | null; creator_type: Enums['StorageCreatorType']; creator_type_l10n: string; copy_signature: string | null; created_by_rule_id: string | null; created_by_rule_name: string | null; expiration_timestamp: string | null; is_app_consistent: boolean | null; is_secure: boolean | null };
      location_history: readonly ({ from_appliance_id: string | null; to_appliance_id: string | null; reason: Enums['LocationHistoryReason'] | null; reason_l10n: string | null; migrated_on: string | null })[] | null;
      app_type: Enums['AppType'] | null;
      app_type_l10n: string | null;
      app_type_other: string | null;
    };
    filterable: {
      id: 'string';
      name: 'string';
      description: 'string';
      type: 'enum';
      type_l10n: 'string';
      wwn: 'string';
      nsid: 'integer';
      nguid: 'string';
      appliance_id: 'string';
      state: 'enum';
      state_l10n: 'string';
      size: 'integer';
      logical_used: 'integer';
      sector_size: 'integer';
      node_affinity: 'enum';
      node_affinity_l10n: 'string';
      creation_timestamp: 'date-time';
      protection_policy_id: 'string';
      performance_policy_id: 'string';
      qos_performance_policy_id: 'string';
      is_replication_destination: 'boolean';
      migration_session_id: 'string';
      metro_replication_session_id: 'string';
      is_host_access_available: 'boolean';
      app_type: 'enum';
      app_type_l10n: 'string';
      app_type_other: 'string';
    };
    related: {
      appliance: 'appliance';
      protection_policy: 'policy';
      qos_performance_policy: 'policy';
      migration_session: 'migration_session';
      volume_groups: 'volume_group';
      replication_sessions: 'replication_session';
    };
    operations: {
      collection_query: 'volume_collection_query';
      instance_query: 'volume_instance_query';
      modify: 'volume_modify';
      configure_metro: 'volume_configure_metro';
      end_metro: 'volume_end_metro';
    };
  };
  volume_group: {
    instance: Schemas['volume_group_instance'];
    full: {
      id: string;
      name: string;
      description: string | null;
      creation_timestamp: string;
      is_protectable: boolean;
      protection_policy_id: string | null;
      qos_performance_policy_id: string | null;
      migration_session_id: string | null;
      is_write_order_consistent: boolean;
      placement_rule: Enums['VGPlacementRule'] | null;
      type: Enums['VolumeType'];
      type_l10n: string;
      is_replication_destination: boolean;
      metro_replication_session_id: string | null;
      is_host_access_available: boolean | null;
      protection_data: { family_id: string; parent_id: string | null; source_id: string | null; source_timestamp: string | null; creator_type: Enums['StorageCreatorType']; creator_type_l10n: string; copy_signature: string | null; created_by_rule_id: string | null; created_by_rule_name: string | null; expiration_timestamp: string | null; is_app_consistent: boolean | null; is_secure: boolean | null };
      location_history: readonly ({ from_appliance_id: string | null; to_appliance_id: string | null; reason: Enums['LocationHistoryReason'] | null; reason_l10n: string | null; migrated_on: string | null })[] | null;
      is_importing: boolean;
    };
    filterable: {
      id: 'string';
      name: 'string';
      description: 'string';
      creation_timestamp: 'date-time';
      is_protectable: 'boolean';
      protection_policy_id: 'string';
      qos_performance_policy_id: 'string';
      migration_session_id: 'string';
      is_write_order_consistent: 'boolean';
      type: 'enum';
      type_l10n: 'string';
      is_replication_destination: 'boolean';
      metro_replication_session_id: 'string';
      is_host_access_available: 'boolean';
      is_importing: 'boolean';
    };
    related: {
      protection_policy: 'policy';
      qos_performance_policy: 'policy';
      migration_session: 'migration_session';
      volumes: 'volume';
      replication_sessions: 'replication_session';
    };
    operations: {
      collection_query: 'volume_group_collection_query';
      instance_query: 'volume_group_instance_query';
      modify: 'volume_group_modify';
      configure_metro: 'volume_group_configure_metro';
      end_metro: 'volume_group_end_metro';
    };
  };
  host_volume_mapping: {
    instance: Schemas['host_volume_mapping_instance'];
    full: {
      id: string;
      host_id: string | null;
      host_group_id: string | null;
      volume_id: string;
      logical_unit_number: number | null;
    };
    filterable: {
      id: 'string';
      host_id: 'string';
      host_group_id: 'string';
      volume_id: 'string';
      logical_unit_number: 'integer';
    };
    related: Record<never, never>;
    operations: {
      collection_query: 'host_volume_mapping_collection_query';
      instance_query: 'host_volume_mapping_instance_query';
    };
  };
  login_session: {
    instance: Schemas['login_session_instance'];
    full: {
      id: string;
      user: string | null;
      role_ids: readonly string[];
      idle_timeout: number;
      is_password_change_required: boolean;
      is_built_in_user: boolean;
    };
    filterable: {
      id: 'string';
      user: 'string';
      role_ids: 'string[]';
      idle_timeout: 'integer';
      is_password_change_required: 'boolean';
      is_built_in_user: 'boolean';
    };
    related: Record<never, never>;
    operations: {
      collection_query: 'login_session_collection_query';
      logout: 'logout';
    };
  };
  job: {
    instance: Schemas['job_instance'];
    full: {
      id: string;
      resource_action: Enums['ResourceAction'];
      resource_action_l10n: string;
      resource_type: Enums['ResourceType'];
      resource_type_l10n: string;
      resource_id: string | null;
      resource_name: string | null;
      description_l10n: string;
      state: Enums['JobState'];
      state_l10n: string;
      phase: Enums['JobPhase'];
      phase_l10n: string;
      start_time: string | null;
      end_time: string | null;
      submit_time: string | null;
      estimated_completion_time: string | null;
      progress_percentage: number | null;
      parent_id: string | null;
      root_id: string | null;
      step_order: number | null;
      user: string | null;
      response_status: Enums['HttpStatus'] | null;
      response_status_l10n: string | null;
      response_body: { response_type: string; messages: readonly { code: string; severity: Enums['MessageSeverity']; message_l10n: string; arguments: readonly string[]; severity_l10n: string }[]; snapshot_id: string; metro_replication_session_id: string } | null;
      mpa_decision: { decision: Enums['JobMPADecision']; decision_l10n: string; mpa_job_id: string | null; identity: string | null; reason: string | null; timestamp: string | null } | null;
    };
    filterable: {
      id: 'string';
      resource_action: 'enum';
      resource_action_l10n: 'string';
      resource_type: 'enum';
      resource_type_l10n: 'string';
      resource_id: 'string';
      resource_name: 'string';
      description_l10n: 'string';
      state: 'enum';
      state_l10n: 'string';
      phase: 'enum';
      phase_l10n: 'string';
      start_time: 'date-time';
      end_time: 'date-time';
      submit_time: 'date-time';
      estimated_completion_time: 'date-time';
      progress_percentage: 'integer';
      parent_id: 'string';
      root_id: 'string';
      step_order: 'integer';
      user: 'string';
      response_status: 'enum';
      response_status_l10n: 'string';
    };
    related: {
      parent: 'job';
      root: 'job';
      children: 'job';
      leafs: 'job';
    };
    operations: {
      collection_query: 'job_collection_query';
      instance_query: 'job_instance_query';
    };
  };
  software_installed: {
    instance: Schemas['software_installed_instance'];
    full: {
      id: string;
      is_cluster: boolean;
      release_version: string;
      build_version: string;
      release_timestamp: string | null;
      installed_date: string | null;
      build_flavor: Enums['SoftwareInstalledBuildFlavor'];
      build_flavor_l10n: string;
      build_type: Enums['SoftwareInstalledBuildType'];
      build_type_l10n: string;
      build_id: string;
    };
    filterable: {
      id: 'string';
      is_cluster: 'boolean';
      release_version: 'string';
      build_version: 'string';
      release_timestamp: 'date-time';
      installed_date: 'date-time';
      build_flavor: 'enum';
      build_flavor_l10n: 'string';
      build_type: 'enum';
      build_type_l10n: 'string';
      build_id: 'string';
    };
    related: {
      appliance: 'appliance';
    };
    operations: {
      collection_query: 'software_installed_collection_query';
      instance_query: 'software_installed_instance_query';
    };
  };
  cluster: {
    instance: Schemas['cluster_instance'];
    full: {
      id: string;
      global_id: string;
      name: string;
      management_address: string;
      storage_discovery_address: string | null;
      master_appliance_id: string | null;
      primary_appliance_id: string;
      appliance_count: number;
      physical_mtu: number;
      is_encryption_enabled: boolean;
      compatibility_level: number;
      state: Enums['ClusterState'];
      state_l10n: string;
      system_time: string;
      nvm_subsystem_nqn: string | null;
    };
    filterable: {
      id: 'string';
      global_id: 'string';
      name: 'string';
      management_address: 'string';
      storage_discovery_address: 'string';
      master_appliance_id: 'string';
      primary_appliance_id: 'string';
      appliance_count: 'integer';
      physical_mtu: 'integer';
      is_encryption_enabled: 'boolean';
      compatibility_level: 'integer';
      state: 'enum';
      state_l10n: 'string';
      system_time: 'date-time';
      nvm_subsystem_nqn: 'string';
    };
    related: Record<never, never>;
    operations: {
      collection_query: 'cluster_collection_query';
      instance_query: 'cluster_instance_query';
    };
  };
}

/** The resources that others embed, with the attributes they have there. */
export interface RelatedTypes {
  replication_session: Schemas['related_replication_session'];
  remote_system: Schemas['related_remote_system'];
  migration_session: Schemas['related_migration_session'];
  replication_rule: Schemas['related_replication_rule'];
  volume: Schemas['related_volume'];
  volume_group: Schemas['related_volume_group'];
  policy: Schemas['related_policy'];
  snapshot_rule: Schemas['related_snapshot_rule'];
  appliance: Schemas['related_appliance'];
  job: Schemas['related_job'];
}

/** The operations that have a state table. */
export type LifecycleOperation =
  | 'replication_session_modify'
  | 'replication_session_sync'
  | 'replication_session_pause'
  | 'replication_session_resume'
  | 'replication_session_failover'
  | 'replication_session_reprotect'
  | 'replication_session_start_failover_test'
  | 'replication_session_stop_failover_test'
  | 'replication_session_promote'
  | 'replication_session_demote';
