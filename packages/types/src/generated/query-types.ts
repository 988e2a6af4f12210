// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { components } from './openapi.js';

type Schemas = components['schemas'];

/**
 * Per resource: its instance, the attributes that a collection can be filtered and sorted by with how their values are
 * compared (`[]` for a list), and the resources it embeds, one level deep.
 */
export interface QueryTypes {
  replication_session: {
    instance: Schemas['replication_session_instance'];
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
      remote_system: Schemas['related_remote_system'];
      migration_session: Schemas['related_migration_session'];
      replication_rule: Schemas['related_replication_rule'];
      volumes: Schemas['related_volume'];
      volume_groups: Schemas['related_volume_group'];
    };
  };
  remote_system: {
    instance: Schemas['remote_system_instance'];
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
      replication_rules: Schemas['related_replication_rule'];
      replication_sessions: Schemas['related_replication_session'];
    };
  };
  replication_rule: {
    instance: Schemas['replication_rule_instance'];
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
      remote_system: Schemas['related_remote_system'];
      replication_sessions: Schemas['related_replication_session'];
      policies: Schemas['related_policy'];
    };
  };
  policy: {
    instance: Schemas['policy_instance'];
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
      replication_rules: Schemas['related_replication_rule'];
      snapshot_rules: Schemas['related_snapshot_rule'];
      volumes: Schemas['related_volume'];
      volume_groups: Schemas['related_volume_group'];
      qos_volumes: Schemas['related_volume'];
      qos_volume_groups: Schemas['related_volume_group'];
    };
  };
  volume: {
    instance: Schemas['volume_instance'];
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
      appliance: Schemas['related_appliance'];
      protection_policy: Schemas['related_policy'];
      qos_performance_policy: Schemas['related_policy'];
      migration_session: Schemas['related_migration_session'];
      volume_groups: Schemas['related_volume_group'];
      replication_sessions: Schemas['related_replication_session'];
    };
  };
  volume_group: {
    instance: Schemas['volume_group_instance'];
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
      protection_policy: Schemas['related_policy'];
      qos_performance_policy: Schemas['related_policy'];
      migration_session: Schemas['related_migration_session'];
      volumes: Schemas['related_volume'];
      replication_sessions: Schemas['related_replication_session'];
    };
  };
  host_volume_mapping: {
    instance: Schemas['host_volume_mapping_instance'];
    filterable: {
      id: 'string';
      host_id: 'string';
      host_group_id: 'string';
      volume_id: 'string';
      logical_unit_number: 'integer';
    };
    related: Record<never, never>;
  };
  login_session: {
    instance: Schemas['login_session_instance'];
    filterable: {
      id: 'string';
      user: 'string';
      role_ids: 'string[]';
      idle_timeout: 'integer';
      is_password_change_required: 'boolean';
      is_built_in_user: 'boolean';
    };
    related: Record<never, never>;
  };
  job: {
    instance: Schemas['job_instance'];
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
      parent: Schemas['related_job'];
      root: Schemas['related_job'];
      children: Schemas['related_job'];
      leafs: Schemas['related_job'];
    };
  };
  software_installed: {
    instance: Schemas['software_installed_instance'];
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
      appliance: Schemas['related_appliance'];
    };
  };
  cluster: {
    instance: Schemas['cluster_instance'];
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
  };
}
