// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { Lifecycle } from '../tables.js';
import type { LifecycleOperation } from './resource-types.js';

/** The state table of each of them. */
export const lifecycle: { readonly [Id in LifecycleOperation]: Lifecycle<Id> } = {
  "replication_session_modify": {
    "defaults": {},
    "rules": [
      {
        "when": {
          "role": "Metro_Preferred"
        },
        "from": [
          "OK"
        ],
        "roles": [
          "Metro_Non_Preferred"
        ],
        "types": [
          "Metro_Active_Active"
        ],
        "link": "up",
        "via": [
          "Modify_Role_In_Progress"
        ],
        "to": "OK",
        "swap_roles": true,
        "sources": [
          "document-4.0",
          "assumed 'from and link'"
        ]
      },
      {
        "when": {
          "auto_failover_state": "Enabled_For_Witness_Interaction"
        },
        "types": [
          "Synchronous"
        ],
        "resource_types": [
          "nas_server"
        ],
        "set": {
          "auto_failover_state": "Enabled_For_Witness_Interaction"
        },
        "sources": [
          "document-4.4",
          "assumed 'any state and either side and alone in the body'"
        ]
      }
    ]
  },
  "replication_session_sync": {
    "defaults": {},
    "rules": [
      {
        "from": [
          "OK",
          "System_Paused"
        ],
        "roles": [
          "Source"
        ],
        "types": [
          "Asynchronous"
        ],
        "link": "up",
        "via": [
          "Synchronizing"
        ],
        "to": "OK",
        "fails_to": "System_Paused",
        "sources": [
          "document-4.0",
          "sdk-ansible",
          "assumed 'link'"
        ]
      }
    ]
  },
  "replication_session_pause": {
    "defaults": {},
    "rules": [
      {
        "from": [
          "OK",
          "Synchronizing",
          "System_Paused",
          "Fractured"
        ],
        "via": [
          "Pausing"
        ],
        "to": "Paused",
        "sources": [
          "document-4.0",
          "guide-1.x"
        ]
      }
    ]
  },
  "replication_session_resume": {
    "defaults": {},
    "rules": [
      {
        "from": [
          "Paused"
        ],
        "paused_in": [
          "OK"
        ],
        "types": [
          "Asynchronous"
        ],
        "link": "up",
        "via": [
          "Resuming"
        ],
        "to": "OK",
        "sources": [
          "document-4.0",
          "assumed 'link'"
        ]
      },
      {
        "from": [
          "Paused"
        ],
        "paused_in": [
          "Synchronizing",
          "System_Paused"
        ],
        "types": [
          "Asynchronous"
        ],
        "link": "up",
        "via": [
          "Resuming",
          "Synchronizing"
        ],
        "to": "OK",
        "fails_to": "System_Paused",
        "sources": [
          "document-4.0",
          "assumed 'link'"
        ]
      },
      {
        "from": [
          "Paused"
        ],
        "types": [
          "Metro_Active_Active"
        ],
        "link": "up",
        "via": [
          "Resuming",
          "Switching_To_Metro_Sync"
        ],
        "to": "OK",
        "fails_to": "Fractured",
        "sources": [
          "document-4.0",
          "assumed 'link and states passed through and fails_to and the same for every paused_in'"
        ]
      },
      {
        "from": [
          "Paused"
        ],
        "types": [
          "Synchronous"
        ],
        "link": "up",
        "via": [
          "Resuming",
          "Switching_To_Synchronous"
        ],
        "to": "OK",
        "fails_to": "System_Paused",
        "sources": [
          "document-4.0",
          "assumed 'link and states passed through and fails_to and the same for every paused_in'"
        ]
      }
    ]
  },
  "replication_session_failover": {
    "defaults": {
      "is_planned": true,
      "reverse": false,
      "use_test_copy": false,
      "force": false
    },
    "rules": [
      {
        "when": {
          "is_planned": true,
          "reverse": false
        },
        "from": [
          "OK",
          "Synchronizing"
        ],
        "roles": [
          "Source"
        ],
        "types": [
          "Asynchronous"
        ],
        "link": "up",
        "failover_test": false,
        "via": [
          "Failing_Over"
        ],
        "to": "Failed_Over",
        "fails_to": "System_Paused",
        "swap_roles": true,
        "sources": [
          "document-4.0",
          "sdk-ansible",
          "assumed 'link'"
        ]
      },
      {
        "when": {
          "is_planned": true,
          "reverse": true
        },
        "from": [
          "OK",
          "Synchronizing"
        ],
        "roles": [
          "Source"
        ],
        "types": [
          "Asynchronous"
        ],
        "link": "up",
        "failover_test": false,
        "via": [
          "Failing_Over",
          "Reprotecting"
        ],
        "to": "OK",
        "fails_to": "System_Paused",
        "swap_roles": true,
        "sources": [
          "document-4.0",
          "sdk-ansible",
          "assumed 'link'"
        ]
      },
      {
        "when": {
          "is_planned": false,
          "reverse": false,
          "use_test_copy": false
        },
        "from": [
          "OK",
          "Synchronizing",
          "System_Paused",
          "Paused",
          "Failing_Over"
        ],
        "roles": [
          "Destination"
        ],
        "types": [
          "Asynchronous"
        ],
        "failover_test": false,
        "via": [
          "Failing_Over_For_DR"
        ],
        "to": "Failed_Over",
        "swap_roles": true,
        "sources": [
          "document-4.0",
          "assumed 'from except Failing_Over'"
        ]
      },
      {
        "when": {
          "is_planned": false,
          "reverse": false,
          "use_test_copy": true
        },
        "from": [
          "OK",
          "Synchronizing",
          "System_Paused",
          "Paused"
        ],
        "roles": [
          "Destination"
        ],
        "types": [
          "Asynchronous"
        ],
        "failover_test": true,
        "via": [
          "Failing_Over_For_DR"
        ],
        "to": "Failed_Over",
        "swap_roles": true,
        "set": {
          "failover_test_in_progress": false
        },
        "sources": [
          "document-4.0",
          "assumed 'from and that the test ends with it'"
        ]
      },
      {
        "when": {
          "is_planned": false,
          "reverse": false,
          "force": true
        },
        "from": [
          "Failed_Over"
        ],
        "roles": [
          "Destination"
        ],
        "types": [
          "Asynchronous"
        ],
        "via": [
          "Failing_Over_For_DR"
        ],
        "to": "Failed_Over",
        "swap_roles": true,
        "sources": [
          "document-4.0",
          "sdk-cinder"
        ]
      },
      {
        "when": {
          "is_planned": true,
          "reverse": false
        },
        "from": [
          "OK"
        ],
        "roles": [
          "Source"
        ],
        "types": [
          "Synchronous"
        ],
        "resource_types": [
          "nas_server"
        ],
        "link": "up",
        "via": [
          "Failing_Over"
        ],
        "to": "Failed_Over",
        "swap_roles": true,
        "sources": [
          "document-4.4",
          "sdk-terraform",
          "assumed 'that they can'"
        ]
      },
      {
        "when": {
          "is_planned": false,
          "reverse": false,
          "use_test_copy": false
        },
        "from": [
          "OK",
          "System_Paused",
          "Paused"
        ],
        "roles": [
          "Destination"
        ],
        "types": [
          "Synchronous"
        ],
        "resource_types": [
          "nas_server"
        ],
        "via": [
          "Failing_Over_For_DR"
        ],
        "to": "Failed_Over",
        "swap_roles": true,
        "sources": [
          "document-4.4",
          "sdk-terraform",
          "assumed 'that they can'"
        ]
      }
    ]
  },
  "replication_session_reprotect": {
    "defaults": {
      "discard_changes_after_failover": false
    },
    "rules": [
      {
        "when": {
          "discard_changes_after_failover": false
        },
        "from": [
          "Failed_Over"
        ],
        "roles": [
          "Source"
        ],
        "types": [
          "Asynchronous",
          "Synchronous"
        ],
        "link": "up",
        "via": [
          "Reprotecting"
        ],
        "to": "OK",
        "fails_to": "System_Paused",
        "sources": [
          "document-4.0",
          "sdk-ansible",
          "assumed 'Synchronous and link and fails_to'"
        ]
      },
      {
        "when": {
          "discard_changes_after_failover": true
        },
        "from": [
          "Failed_Over"
        ],
        "roles": [
          "Source"
        ],
        "types": [
          "Asynchronous"
        ],
        "resource_types": [
          "nas_server"
        ],
        "link": "up",
        "via": [
          "Reprotecting"
        ],
        "to": "OK",
        "swap_roles": true,
        "sources": [
          "document-4.0",
          "assumed 'link and that it cannot fail'"
        ]
      }
    ]
  },
  "replication_session_start_failover_test": {
    "defaults": {},
    "rules": [
      {
        "from": [
          "OK",
          "Synchronizing",
          "Paused",
          "System_Paused"
        ],
        "roles": [
          "Destination"
        ],
        "types": [
          "Asynchronous"
        ],
        "resource_types": [
          "volume",
          "volume_group",
          "replication_group"
        ],
        "failover_test": false,
        "set": {
          "failover_test_in_progress": true
        },
        "sources": [
          "document-4.0",
          "guide-2.0",
          "assumed 'not for NAS'"
        ]
      }
    ]
  },
  "replication_session_stop_failover_test": {
    "defaults": {
      "create_end_of_test_snapshot": false,
      "force": false
    },
    "rules": [
      {
        "roles": [
          "Destination"
        ],
        "types": [
          "Asynchronous"
        ],
        "resource_types": [
          "volume",
          "volume_group",
          "replication_group"
        ],
        "failover_test": true,
        "set": {
          "failover_test_in_progress": false
        },
        "sources": [
          "document-4.0",
          "guide-2.0",
          "assumed 'not for NAS'"
        ]
      }
    ]
  },
  "replication_session_promote": {
    "defaults": {},
    "rules": [
      {
        "from": [
          "Fractured",
          "Paused"
        ],
        "types": [
          "Metro_Active_Active"
        ],
        "set": {
          "local_resource_state": "Promoted"
        },
        "sources": [
          "document-4.0"
        ]
      }
    ]
  },
  "replication_session_demote": {
    "defaults": {},
    "rules": [
      {
        "from": [
          "Fractured",
          "Paused"
        ],
        "types": [
          "Metro_Active_Active"
        ],
        "set": {
          "local_resource_state": "Demoted"
        },
        "sources": [
          "document-4.0"
        ]
      }
    ]
  }
};
