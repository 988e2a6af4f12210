// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { AttributeTable, InternalAttributeTable, RelatedAttributeTable } from '../tables.js';

/** Attributes per resource. */
export const attributes: AttributeTable = {
  "replication_session": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicationState"
    },
    "role": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicationRole"
    },
    "resource_type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicatedResourceType"
    },
    "data_transfer_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "DataTransferState"
    },
    "type": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicationSessionType"
    },
    "last_sync_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "local_resource_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "remote_resource_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "remote_system_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "remote_system"
    },
    "progress_percentage": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "estimated_completion_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "replication_rule_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_rule"
    },
    "last_sync_duration": {
      "type": "integer",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "next_sync_timestamp": {
      "type": "date-time",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "storage_element_pairs": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "failover_test_in_progress": {
      "type": "boolean",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "error_code": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_connection_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "DataConnectionState"
    },
    "parent_replication_session_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_session"
    },
    "local_resource_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "ReplicationResourceState"
    },
    "witness_details": {
      "type": "object",
      "added": "3.6.0.0",
      "nullable": true,
      "filterable": false
    },
    "auto_failover_state": {
      "type": "enum",
      "added": "4.3.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "AutoFailoverState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "role_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "resource_type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "data_transfer_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "data_connection_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "local_resource_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "auto_failover_state_l10n": {
      "type": "string",
      "added": "4.3.0.0",
      "nullable": true,
      "filterable": true
    },
    "remote_system": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "related": "remote_system"
    },
    "migration_session": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "migration_session"
    },
    "replication_rule": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "replication_rule"
    },
    "volumes": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume"
    },
    "volume_groups": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume_group"
    }
  },
  "remote_system": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "serial_number": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "version": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "management_address": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "management_port": {
      "type": "integer",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "RemoteSystemType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "user_name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "RemoteSystemState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "data_connection_type": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "DataConnectionType"
    },
    "data_connection_type_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_connection_state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "DataConnectionState"
    },
    "data_connection_state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "iscsi_addresses": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "list": true
    },
    "fc_target_wwns": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "list": true
    },
    "discovery_chap_mode": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemChapMode"
    },
    "discovery_chap_mode_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "session_chap_mode": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemChapMode"
    },
    "session_chap_mode_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_network_latency": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemLatency"
    },
    "data_network_latency_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "capabilities": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "list": true,
      "enum": "RemoteProtectionCapability"
    },
    "capabilities_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "list": true
    },
    "vnx_file_username": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "file_connection_address": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "file_connection_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemFileConnectionState"
    },
    "file_connection_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_connections": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "appliance_details": {
      "type": "object",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "ppdd_storage_unit_details": {
      "type": "object",
      "added": "3.5.0.0",
      "nullable": true,
      "filterable": false
    },
    "unity_file_details": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": false
    },
    "powerstore_data_network_configuration": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "file_connections": {
      "type": "object",
      "added": "4.4.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "replication_rules": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "replication_rule"
    },
    "replication_sessions": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "replication_session"
    }
  },
  "replication_rule": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "rpo": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "RPO"
    },
    "rpo_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "remote_system_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "remote_system"
    },
    "is_replica": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_read_only": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "alert_threshold": {
      "type": "integer",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "managed_by": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyManagedBy"
    },
    "managed_by_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "initial_provisioning_remote_appliance_id": {
      "type": "string",
      "added": "4.4.0.0",
      "nullable": true,
      "filterable": true
    },
    "remote_system": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "related": "remote_system"
    },
    "replication_sessions": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "replication_session"
    },
    "policies": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "policy"
    }
  },
  "policy": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyManagedBy"
    },
    "managed_by_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "is_read_only": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_replica": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "file_io_limit_rule_id": {
      "type": "string",
      "added": "4.1.0.0",
      "nullable": true,
      "filterable": true,
      "references": "file_io_limit_rule"
    },
    "replication_rules": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "replication_rule"
    },
    "snapshot_rules": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "snapshot_rule"
    },
    "volumes": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume"
    },
    "volume_groups": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume_group"
    },
    "qos_volumes": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume"
    },
    "qos_volume_groups": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume_group"
    }
  },
  "volume": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "VolumeType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "wwn": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "nsid": {
      "type": "integer",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "nguid": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "appliance_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "appliance"
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "VolumeState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "size": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "logical_used": {
      "type": "integer",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "sector_size": {
      "type": "integer",
      "added": "4.3.0.0",
      "nullable": false,
      "filterable": true
    },
    "node_affinity": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "NodeAffinity"
    },
    "node_affinity_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "creation_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "protection_policy_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "performance_policy_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "qos_performance_policy_id": {
      "type": "string",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "is_replication_destination": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "migration_session_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "migration_session"
    },
    "metro_replication_session_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_session"
    },
    "is_host_access_available": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "protection_data": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false
    },
    "location_history": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "app_type": {
      "type": "enum",
      "added": "2.1.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "AppType"
    },
    "app_type_l10n": {
      "type": "string",
      "added": "2.1.0.0",
      "nullable": true,
      "filterable": true
    },
    "app_type_other": {
      "type": "string",
      "added": "2.1.0.0",
      "nullable": true,
      "filterable": true
    },
    "appliance": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "related": "appliance"
    },
    "protection_policy": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "policy"
    },
    "qos_performance_policy": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "policy"
    },
    "migration_session": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "migration_session"
    },
    "volume_groups": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume_group"
    },
    "replication_sessions": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "replication_session"
    }
  },
  "volume_group": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "creation_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_protectable": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "protection_policy_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "qos_performance_policy_id": {
      "type": "string",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "migration_session_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "migration_session"
    },
    "is_write_order_consistent": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "placement_rule": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "deprecated": true,
      "enum": "VGPlacementRule"
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "VolumeType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_replication_destination": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "metro_replication_session_id": {
      "type": "string",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_session"
    },
    "is_host_access_available": {
      "type": "boolean",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "protection_data": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false
    },
    "location_history": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "list": true
    },
    "is_importing": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "protection_policy": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "policy"
    },
    "qos_performance_policy": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "policy"
    },
    "migration_session": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "migration_session"
    },
    "volumes": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "volume"
    },
    "replication_sessions": {
      "type": "object",
      "added": "4.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "replication_session"
    }
  },
  "host_volume_mapping": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "host_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "host"
    },
    "host_group_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "host_group"
    },
    "volume_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "volume"
    },
    "logical_unit_number": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    }
  },
  "login_session": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "user": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "role_ids": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "list": true
    },
    "idle_timeout": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_password_change_required": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_built_in_user": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    }
  },
  "job": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "resource_action": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ResourceAction"
    },
    "resource_action_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "resource_type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ResourceType"
    },
    "resource_type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "resource_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "resource_name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "ignoreCase": true
    },
    "description_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "deprecated": true,
      "enum": "JobState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "deprecated": true
    },
    "phase": {
      "type": "enum",
      "added": "1.0.2.0",
      "nullable": false,
      "filterable": true,
      "enum": "JobPhase"
    },
    "phase_l10n": {
      "type": "string",
      "added": "1.0.2.0",
      "nullable": false,
      "filterable": true
    },
    "start_time": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "end_time": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "submit_time": {
      "type": "date-time",
      "added": "4.3.0.0",
      "nullable": true,
      "filterable": true
    },
    "estimated_completion_time": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "progress_percentage": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "parent_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "job"
    },
    "root_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "job"
    },
    "step_order": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "user": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "response_status": {
      "type": "enum",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "HttpStatus"
    },
    "response_status_l10n": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "response_body": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false
    },
    "mpa_decision": {
      "type": "object",
      "added": "4.3.0.0",
      "nullable": true,
      "filterable": false
    },
    "parent": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "job"
    },
    "root": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "job"
    },
    "children": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "job"
    },
    "leafs": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": false,
      "list": true,
      "related": "job"
    }
  },
  "software_installed": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_cluster": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "release_version": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "build_version": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "release_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "installed_date": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "build_flavor": {
      "type": "enum",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "SoftwareInstalledBuildFlavor"
    },
    "build_flavor_l10n": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "build_type": {
      "type": "enum",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "SoftwareInstalledBuildType"
    },
    "build_type_l10n": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "build_id": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "appliance": {
      "type": "object",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "related": "appliance"
    }
  },
  "cluster": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "global_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "management_address": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "storage_discovery_address": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "master_appliance_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "deprecated": true,
      "references": "appliance"
    },
    "primary_appliance_id": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "appliance"
    },
    "appliance_count": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "physical_mtu": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_encryption_enabled": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "compatibility_level": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ClusterState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "system_time": {
      "type": "date-time",
      "added": "2.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "nvm_subsystem_nqn": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    }
  }
};

/** Attributes of resources that are selected through another one, one level deep. */
export const relatedAttributes: RelatedAttributeTable = {
  "replication_session": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicationState"
    },
    "role": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicationRole"
    },
    "resource_type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicatedResourceType"
    },
    "data_transfer_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "DataTransferState"
    },
    "type": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "ReplicationSessionType"
    },
    "last_sync_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "local_resource_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "remote_resource_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "remote_system_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "remote_system"
    },
    "progress_percentage": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "estimated_completion_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "replication_rule_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_rule"
    },
    "last_sync_duration": {
      "type": "integer",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "next_sync_timestamp": {
      "type": "date-time",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "failover_test_in_progress": {
      "type": "boolean",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "error_code": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_connection_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "DataConnectionState"
    },
    "parent_replication_session_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_session"
    },
    "local_resource_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "ReplicationResourceState"
    },
    "auto_failover_state": {
      "type": "enum",
      "added": "4.3.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "AutoFailoverState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "role_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "resource_type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "data_transfer_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "data_connection_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "local_resource_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "auto_failover_state_l10n": {
      "type": "string",
      "added": "4.3.0.0",
      "nullable": true,
      "filterable": true
    }
  },
  "remote_system": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "serial_number": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "version": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "management_address": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "management_port": {
      "type": "integer",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "RemoteSystemType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "user_name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "RemoteSystemState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "data_connection_type": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "DataConnectionType"
    },
    "data_connection_type_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_connection_state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "DataConnectionState"
    },
    "data_connection_state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "iscsi_addresses": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "list": true
    },
    "fc_target_wwns": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "list": true
    },
    "discovery_chap_mode": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemChapMode"
    },
    "discovery_chap_mode_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "session_chap_mode": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemChapMode"
    },
    "session_chap_mode_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "data_network_latency": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemLatency"
    },
    "data_network_latency_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "capabilities": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "list": true,
      "enum": "RemoteProtectionCapability"
    },
    "capabilities_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "list": true
    },
    "vnx_file_username": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "file_connection_address": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "file_connection_state": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "RemoteSystemFileConnectionState"
    },
    "file_connection_state_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    }
  },
  "migration_session": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "resource_type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "MigrationResourceType"
    },
    "resource_type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "source_appliance_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "appliance"
    },
    "destination_appliance_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "appliance"
    },
    "family_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "MigrationSessionState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "created_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "last_sync_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "current_transfer_rate": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "progress_percentage": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "estimated_completion_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    }
  },
  "replication_rule": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "rpo": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "RPO"
    },
    "rpo_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "remote_system_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "remote_system"
    },
    "is_replica": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_read_only": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "alert_threshold": {
      "type": "integer",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "managed_by": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyManagedBy"
    },
    "managed_by_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "initial_provisioning_remote_appliance_id": {
      "type": "string",
      "added": "4.4.0.0",
      "nullable": true,
      "filterable": true
    }
  },
  "volume": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "VolumeType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "wwn": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "nsid": {
      "type": "integer",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "nguid": {
      "type": "string",
      "added": "2.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "appliance_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "references": "appliance"
    },
    "state": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "VolumeState"
    },
    "state_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "size": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "logical_used": {
      "type": "integer",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "sector_size": {
      "type": "integer",
      "added": "4.3.0.0",
      "nullable": false,
      "filterable": true
    },
    "node_affinity": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "NodeAffinity"
    },
    "node_affinity_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "creation_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "protection_policy_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "performance_policy_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "qos_performance_policy_id": {
      "type": "string",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "is_replication_destination": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "migration_session_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "migration_session"
    },
    "metro_replication_session_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_session"
    },
    "is_host_access_available": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "app_type": {
      "type": "enum",
      "added": "2.1.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "AppType"
    },
    "app_type_l10n": {
      "type": "string",
      "added": "2.1.0.0",
      "nullable": true,
      "filterable": true
    },
    "app_type_other": {
      "type": "string",
      "added": "2.1.0.0",
      "nullable": true,
      "filterable": true
    }
  },
  "volume_group": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "creation_timestamp": {
      "type": "date-time",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_protectable": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "protection_policy_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "qos_performance_policy_id": {
      "type": "string",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "policy"
    },
    "migration_session_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "migration_session"
    },
    "is_write_order_consistent": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "placement_rule": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": false,
      "deprecated": true,
      "enum": "VGPlacementRule"
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "VolumeType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_replication_destination": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "metro_replication_session_id": {
      "type": "string",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true,
      "references": "replication_session"
    },
    "is_host_access_available": {
      "type": "boolean",
      "added": "4.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "is_importing": {
      "type": "boolean",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    }
  },
  "policy": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "description": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "type": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyType"
    },
    "type_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyManagedBy"
    },
    "managed_by_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "is_read_only": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_replica": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "file_io_limit_rule_id": {
      "type": "string",
      "added": "4.1.0.0",
      "nullable": true,
      "filterable": true,
      "references": "file_io_limit_rule"
    }
  },
  "snapshot_rule": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    },
    "remote_system_id": {
      "type": "string",
      "added": "3.5.0.0",
      "nullable": true,
      "filterable": true,
      "references": "remote_system"
    },
    "interval": {
      "type": "enum",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true,
      "enum": "SnapRuleInterval"
    },
    "interval_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "time_of_day": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "desired_retention": {
      "type": "integer",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_replica": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "is_read_only": {
      "type": "boolean",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by": {
      "type": "enum",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true,
      "enum": "PolicyManagedBy"
    },
    "managed_by_l10n": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "managed_by_id": {
      "type": "string",
      "added": "3.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "is_secure": {
      "type": "boolean",
      "added": "3.5.0.0",
      "nullable": false,
      "filterable": true
    }
  },
  "appliance": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "name": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true,
      "ignoreCase": true
    }
  },
  "job": {
    "id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "resource_id": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": true,
      "filterable": true
    },
    "description_l10n": {
      "type": "string",
      "added": "1.0.0.0",
      "nullable": false,
      "filterable": true
    },
    "phase": {
      "type": "enum",
      "added": "1.0.2.0",
      "nullable": false,
      "filterable": true,
      "enum": "JobPhase"
    },
    "phase_l10n": {
      "type": "string",
      "added": "1.0.2.0",
      "nullable": false,
      "filterable": true
    }
  }
};

/** Attributes that arrays have been seen to answer with, but that no public document has. */
export const internalAttributes: InternalAttributeTable = {
  "replication_session": [
    "failover_snapshot_id",
    "failover_snapshot_expiration_timestamp",
    "local_common_base_id",
    "remote_common_base_id",
    "average_transfer_rate",
    "current_transfer_rate",
    "previous_state",
    "previous_state_l10n",
    "migration_session_id",
    "is_non_disruptive",
    "is_internal",
    "failover_test_commonbase_copy_signature",
    "sync_request_id",
    "sync_request_recoverable",
    "rpo_snapshot_id",
    "is_ready_for_failback",
    "system_demoted_reason",
    "system_demoted_reason_l10n",
    "polarization_timestamp",
    "last_witness_update_timestamp",
    "volume_group_list_cma_views",
    "volume_group_details_cma_views"
  ],
  "login_session": [
    "user_type",
    "user_id"
  ]
};
