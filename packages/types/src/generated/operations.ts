// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { OperationId, OperationInfo } from '../tables.js';

export const operations: Readonly<Record<OperationId, OperationInfo>> = {
  "replication_session_collection_query": {
    "method": "GET",
    "path": "/replication_session",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "replication_session_instance_query": {
    "method": "GET",
    "path": "/replication_session/{id}",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "replication_session_modify": {
    "method": "PATCH",
    "path": "/replication_session/{id}",
    "resource": "replication_session",
    "added": "3.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "required",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "replication_session_sync": {
    "method": "POST",
    "path": "/replication_session/{id}/sync",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "non-disruptive",
    "retry": "never",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      422,
      500,
      503
    ]
  },
  "replication_session_pause": {
    "method": "POST",
    "path": "/replication_session/{id}/pause",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      422,
      500,
      503
    ]
  },
  "replication_session_resume": {
    "method": "POST",
    "path": "/replication_session/{id}/resume",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "non-disruptive",
    "retry": "never",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      422,
      500,
      503
    ]
  },
  "replication_session_failover": {
    "method": "POST",
    "path": "/replication_session/{id}/failover",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "replication_session_reprotect": {
    "method": "POST",
    "path": "/replication_session/{id}/reprotect",
    "resource": "replication_session",
    "added": "1.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "replication_session_start_failover_test": {
    "method": "POST",
    "path": "/replication_session/{id}/start_failover_test",
    "resource": "replication_session",
    "added": "2.0.0.0",
    "safety": "non-disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "replication_session_stop_failover_test": {
    "method": "POST",
    "path": "/replication_session/{id}/stop_failover_test",
    "resource": "replication_session",
    "added": "2.0.0.0",
    "safety": "non-disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      200,
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "replication_session_promote": {
    "method": "POST",
    "path": "/replication_session/{id}/promote",
    "resource": "replication_session",
    "added": "3.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "replication_session_demote": {
    "method": "POST",
    "path": "/replication_session/{id}/demote",
    "resource": "replication_session",
    "added": "3.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "remote_system_collection_query": {
    "method": "GET",
    "path": "/remote_system",
    "resource": "remote_system",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "remote_system_instance_query": {
    "method": "GET",
    "path": "/remote_system/{id}",
    "resource": "remote_system",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "replication_rule_collection_query": {
    "method": "GET",
    "path": "/replication_rule",
    "resource": "replication_rule",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "replication_rule_instance_query": {
    "method": "GET",
    "path": "/replication_rule/{id}",
    "resource": "replication_rule",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "policy_collection_query": {
    "method": "GET",
    "path": "/policy",
    "resource": "policy",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "policy_instance_query": {
    "method": "GET",
    "path": "/policy/{id}",
    "resource": "policy",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "volume_collection_query": {
    "method": "GET",
    "path": "/volume",
    "resource": "volume",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "volume_instance_query": {
    "method": "GET",
    "path": "/volume/{id}",
    "resource": "volume",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "volume_modify": {
    "method": "PATCH",
    "path": "/volume/{id}",
    "resource": "volume",
    "added": "1.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "required",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "volume_configure_metro": {
    "method": "POST",
    "path": "/volume/{id}/configure_metro",
    "resource": "volume",
    "added": "3.0.0.0",
    "safety": "non-disruptive",
    "retry": "never",
    "body": "required",
    "statuses": [
      200,
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "volume_end_metro": {
    "method": "POST",
    "path": "/volume/{id}/end_metro",
    "resource": "volume",
    "added": "3.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "volume_group_collection_query": {
    "method": "GET",
    "path": "/volume_group",
    "resource": "volume_group",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "volume_group_instance_query": {
    "method": "GET",
    "path": "/volume_group/{id}",
    "resource": "volume_group",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "volume_group_modify": {
    "method": "PATCH",
    "path": "/volume_group/{id}",
    "resource": "volume_group",
    "added": "1.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "required",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "volume_group_configure_metro": {
    "method": "POST",
    "path": "/volume_group/{id}/configure_metro",
    "resource": "volume_group",
    "added": "4.0.0.0",
    "safety": "non-disruptive",
    "retry": "never",
    "body": "required",
    "statuses": [
      200,
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "volume_group_end_metro": {
    "method": "POST",
    "path": "/volume_group/{id}/end_metro",
    "resource": "volume_group",
    "added": "4.0.0.0",
    "safety": "disruptive",
    "retry": "never",
    "body": "optional",
    "statuses": [
      202,
      204,
      400,
      401,
      403,
      404,
      406,
      415,
      422,
      500,
      503
    ]
  },
  "host_volume_mapping_collection_query": {
    "method": "GET",
    "path": "/host_volume_mapping",
    "resource": "host_volume_mapping",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "host_volume_mapping_instance_query": {
    "method": "GET",
    "path": "/host_volume_mapping/{id}",
    "resource": "host_volume_mapping",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "login_session_collection_query": {
    "method": "GET",
    "path": "/login_session",
    "resource": "login_session",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      406,
      500,
      503
    ]
  },
  "logout": {
    "method": "POST",
    "path": "/logout",
    "resource": "login_session",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      204,
      400,
      401,
      403,
      406,
      422,
      500,
      503
    ]
  },
  "job_collection_query": {
    "method": "GET",
    "path": "/job",
    "resource": "job",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "job_instance_query": {
    "method": "GET",
    "path": "/job/{id}",
    "resource": "job",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "software_installed_collection_query": {
    "method": "GET",
    "path": "/software_installed",
    "resource": "software_installed",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      206,
      400,
      401,
      403,
      406,
      416,
      500,
      503
    ]
  },
  "software_installed_instance_query": {
    "method": "GET",
    "path": "/software_installed/{id}",
    "resource": "software_installed",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  },
  "cluster_collection_query": {
    "method": "GET",
    "path": "/cluster",
    "resource": "cluster",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      406,
      500,
      503
    ]
  },
  "cluster_instance_query": {
    "method": "GET",
    "path": "/cluster/{id}",
    "resource": "cluster",
    "added": "1.0.0.0",
    "safety": "read-only",
    "retry": "safe",
    "statuses": [
      200,
      400,
      401,
      403,
      404,
      406,
      500,
      503
    ]
  }
};
