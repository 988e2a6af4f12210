// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { LiteralTable } from '../tables.js';

/** Every literal of every enum, with the release that brought it and the text of its `_l10n` companion. */
export const literals: LiteralTable = {
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
      "text": "PS Equallogic",
      "deprecated": "4.4.0.0"
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
      "text": "NetApp",
      "deprecated": "4.4.0.0"
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
      "added": "3.0.0.0",
      "text": "iSCSI"
    },
    "TCP": {
      "added": "3.0.0.0",
      "text": "TCP"
    },
    "FC": {
      "added": "3.0.0.0",
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
      "added": "3.0.0.0",
      "text": "Asynchronous Block Replication"
    },
    "Asynchronous_File_Replication": {
      "added": "3.0.0.0",
      "text": "Asynchronous File Replication"
    },
    "Asynchronous_Vvol_Replication": {
      "added": "3.0.0.0",
      "text": "Asynchronous vVol Replication"
    },
    "Block_Agentless_Import": {
      "added": "3.0.0.0",
      "text": "Block Agentless Import"
    },
    "Block_Metro_Active_Active": {
      "added": "3.0.0.0",
      "text": "Block Metro Active Active"
    },
    "Block_Nondisruptive_Import": {
      "added": "3.0.0.0",
      "text": "Block Non Disruptive Import"
    },
    "File_Import": {
      "added": "3.0.0.0",
      "text": "File Import"
    },
    "Remote_Backup": {
      "added": "3.5.0.0",
      "text": "Remote Backup"
    },
    "Synchronous_Block_Replication": {
      "added": "3.0.0.0",
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
  "AppType": {
    "Relational_Databases_Other": {
      "added": "2.1.0.0",
      "text": "Relational Databases Other"
    },
    "Relational_Databases_Oracle": {
      "added": "2.1.0.0",
      "text": "Oracle"
    },
    "Relational_Databases_SQL_Server": {
      "added": "2.1.0.0",
      "text": "SQL Server"
    },
    "Relational_Databases_PostgreSQL": {
      "added": "2.1.0.0",
      "text": "PostgreSQL"
    },
    "Relational_Databases_MySQL": {
      "added": "2.1.0.0",
      "text": "MySQL"
    },
    "Relational_Databases_IBM_DB2": {
      "added": "2.1.0.0",
      "text": "IBM DB2"
    },
    "Big_Data_Analytics_Other": {
      "added": "2.1.0.0",
      "text": "Big Data & Analytics Other"
    },
    "Big_Data_Analytics_MongoDB": {
      "added": "2.1.0.0",
      "text": "MongoDB"
    },
    "Big_Data_Analytics_Cassandra": {
      "added": "2.1.0.0",
      "text": "Cassandra"
    },
    "Big_Data_Analytics_SAP_HANA": {
      "added": "2.1.0.0",
      "text": "SAP HANA"
    },
    "Big_Data_Analytics_Spark": {
      "added": "2.1.0.0",
      "text": "Spark"
    },
    "Big_Data_Analytics_Splunk": {
      "added": "2.1.0.0",
      "text": "Splunk"
    },
    "Big_Data_Analytics_ElasticSearch": {
      "added": "2.1.0.0",
      "text": "ElasticSearch"
    },
    "Business_Applications_Other": {
      "added": "2.1.0.0",
      "text": "Business Applications Other"
    },
    "Business_Applications_ERP_SAP": {
      "added": "2.1.0.0",
      "text": "ERP / SAP"
    },
    "Business_Applications_CRM": {
      "added": "2.1.0.0",
      "text": "CRM"
    },
    "Business_Applications_Exchange": {
      "added": "2.1.0.0",
      "text": "Exchange"
    },
    "Business_Applications_Sharepoint": {
      "added": "2.1.0.0",
      "text": "Sharepoint"
    },
    "Healthcare_Other": {
      "added": "2.1.0.0",
      "text": "Healthcare Other"
    },
    "Healthcare_Epic": {
      "added": "2.1.0.0",
      "text": "Epic"
    },
    "Healthcare_MEDITECH": {
      "added": "2.1.0.0",
      "text": "MEDITECH"
    },
    "Healthcare_Allscripts": {
      "added": "2.1.0.0",
      "text": "Allscripts"
    },
    "Healthcare_Cerner": {
      "added": "2.1.0.0",
      "text": "Cerner"
    },
    "Virtualization_Other": {
      "added": "2.1.0.0",
      "text": "Virtualization Other"
    },
    "Virtualization_Virtual_Servers_VSI": {
      "added": "2.1.0.0",
      "text": "Virtual Servers (VSI)"
    },
    "Virtualization_Containers_Kubernetes": {
      "added": "2.1.0.0",
      "text": "Containers/Kubernetes"
    },
    "Virtualization_Virtual_Desktops_VDI": {
      "added": "2.1.0.0",
      "text": "Virtual Desktops (VDI)"
    },
    "Virtualization_Nutanix": {
      "added": "4.4.0.0",
      "text": "Nutanix"
    },
    "Boot_Volume_Other": {
      "added": "4.1.0.0",
      "text": "Boot Volume"
    },
    "Other": {
      "added": "2.1.0.0",
      "text": "Other"
    }
  },
  "VGPlacementRule": {
    "Same_Appliance": {
      "added": "1.0.0.0",
      "text": "Same Appliance"
    },
    "No_Preference": {
      "added": "1.0.0.0",
      "text": "No Preference"
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
  "TransitConnectionStatus": {
    "Login_Success": {
      "added": "1.0.0.0",
      "text": "Login Successful"
    },
    "Authentication_Failure": {
      "added": "1.0.0.0",
      "text": "Authentication Failure"
    },
    "Connection_Refused": {
      "added": "1.0.0.0",
      "text": "Connection Refused"
    },
    "Login_Timeout": {
      "added": "1.0.0.0",
      "text": "Login Timeout"
    },
    "Network_Error": {
      "added": "1.0.0.0",
      "text": "Network Error"
    },
    "General_Failure": {
      "added": "1.0.0.0",
      "text": "General Failure"
    },
    "Login_Success_No_Ports": {
      "added": "1.0.0.0",
      "text": "Login Successful No Ports Discovered"
    },
    "Discovery_Success": {
      "added": "1.0.0.0",
      "text": "Discovery Success"
    },
    "Discovery_Authentication_Failure": {
      "added": "1.0.0.0",
      "text": "Discovery Authentication Failure"
    },
    "Discovery_Connection_Refused": {
      "added": "1.0.0.0",
      "text": "Discovery Connection Failure"
    },
    "Discovery_Timeout": {
      "added": "1.0.0.0",
      "text": "Discovery Timeout"
    },
    "Operation_Timeout": {
      "added": "3.5.0.0",
      "text": "Operation Timeout"
    }
  },
  "ApplianceFileConnectionStatus": {
    "OK": {
      "added": "4.4.0.0",
      "text": "OK"
    },
    "Not_OK": {
      "added": "4.4.0.0",
      "text": "Not OK"
    },
    "Status_Unknown": {
      "added": "4.4.0.0",
      "text": "Status Unknown"
    }
  },
  "PolicyType": {
    "Protection": {
      "added": "1.0.0.0",
      "text": "Protection"
    },
    "Performance": {
      "added": "1.0.0.0",
      "text": "Performance"
    },
    "QoS": {
      "added": "4.0.0.0",
      "text": "QoS"
    },
    "File_Performance": {
      "added": "4.1.0.0",
      "text": "File Performance"
    }
  },
  "SnapRuleInterval": {
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
    "Two_Hours": {
      "added": "1.0.0.0",
      "text": "Two Hours"
    },
    "Three_Hours": {
      "added": "1.0.0.0",
      "text": "Three Hours"
    },
    "Four_Hours": {
      "added": "1.0.0.0",
      "text": "Four Hours"
    },
    "Six_Hours": {
      "added": "1.0.0.0",
      "text": "Six Hours"
    },
    "Eight_Hours": {
      "added": "1.0.0.0",
      "text": "Eight Hours"
    },
    "Twelve_Hours": {
      "added": "1.0.0.0",
      "text": "Twelve Hours"
    },
    "One_Day": {
      "added": "1.0.0.0",
      "text": "One Day"
    }
  },
  "StorageCreatorType": {
    "User": {
      "added": "1.0.0.0",
      "text": "User"
    },
    "System": {
      "added": "1.0.0.0",
      "text": "System"
    },
    "Scheduler": {
      "added": "1.0.0.0",
      "text": "Scheduler"
    },
    "External": {
      "added": "3.5.0.0",
      "text": "External"
    }
  },
  "LocationHistoryReason": {
    "Initial": {
      "added": "1.0.0.0",
      "text": "Initial"
    },
    "Manual": {
      "added": "1.0.0.0",
      "text": "Manual"
    },
    "Recommended": {
      "added": "1.0.0.0",
      "text": "Recommended"
    }
  },
  "ResourceAction": {
    "add_members": {
      "added": "1.0.0.0",
      "text": "add members"
    },
    "add_or_replace": {
      "added": "3.0.0.0",
      "text": "add or replace"
    },
    "add_privileged_account": {
      "added": "1.0.0.0",
      "text": "add privileged account"
    },
    "apply_internal_host_licenses": {
      "added": "1.0.0.0",
      "text": "apply internal host licenses"
    },
    "approve": {
      "added": "1.0.0.0",
      "text": "approve"
    },
    "attach": {
      "added": "1.0.0.0",
      "text": "attach"
    },
    "attach_volzs": {
      "added": "1.0.0.0",
      "text": "attach volzs"
    },
    "bind": {
      "added": "1.0.0.0",
      "text": "bind"
    },
    "build_test_configuration_url": {
      "added": "1.0.0.0",
      "text": "build test configuration url"
    },
    "bulk_disable_mirror": {
      "added": "3.0.0.0",
      "text": "bulk disable mirror"
    },
    "bulk_enable_mirror": {
      "added": "3.0.0.0",
      "text": "bulk enable mirror"
    },
    "bulk_run": {
      "added": "1.0.0.0",
      "text": "bulk run"
    },
    "cancel": {
      "added": "1.0.0.0",
      "text": "cancel"
    },
    "cancel_download": {
      "added": "1.0.0.0",
      "text": "cancel download"
    },
    "check_connectivity": {
      "added": "1.0.0.0",
      "text": "check connectivity"
    },
    "check_snapshots_peer_metadata": {
      "added": "1.0.0.0",
      "text": "check snapshots peer metadata"
    },
    "cleanup": {
      "added": "1.0.0.0",
      "text": "cleanup"
    },
    "clone": {
      "added": "1.0.0.0",
      "text": "clone"
    },
    "configure_metro": {
      "added": "1.0.0.0",
      "text": "configure metro"
    },
    "create": {
      "added": "1.0.0.0",
      "text": "create"
    },
    "create_migration_sessions": {
      "added": "1.0.0.0",
      "text": "create migration sessions"
    },
    "create_nas_volume_session": {
      "added": "3.0.0.0",
      "text": "create nas volume session"
    },
    "create_owned_snapshot": {
      "added": "1.0.0.0",
      "text": "create owned snapshot"
    },
    "cutover": {
      "added": "1.0.0.0",
      "text": "cutover"
    },
    "decommission": {
      "added": "1.0.0.0",
      "text": "decommission"
    },
    "delete": {
      "added": "1.0.0.0",
      "text": "delete"
    },
    "demote": {
      "added": "1.0.0.0",
      "text": "demote"
    },
    "destination_objects_sync": {
      "added": "1.0.0.0",
      "text": "destination objects sync"
    },
    "detach": {
      "added": "1.0.0.0",
      "text": "detach"
    },
    "discover": {
      "added": "1.0.0.0",
      "text": "discover"
    },
    "discover_fc_targets": {
      "added": "1.0.0.0",
      "text": "discover fc targets"
    },
    "discover_foreign_remote_snapshots": {
      "added": "1.0.0.0",
      "text": "discover foreign remote snapshots"
    },
    "download": {
      "added": "1.0.0.0",
      "text": "download"
    },
    "drive_cancel_evict": {
      "added": "1.0.0.0",
      "text": "drive cancel evict"
    },
    "drive_evict": {
      "added": "1.0.0.0",
      "text": "drive evict"
    },
    "drive_failure_tolerance_level_availability": {
      "added": "1.0.0.0",
      "text": "drive failure tolerance level availability"
    },
    "empty": {
      "added": "1.0.0.0",
      "text": "empty"
    },
    "enable": {
      "added": "1.0.0.0",
      "text": "enable"
    },
    "end_metro": {
      "added": "1.0.0.0",
      "text": "end metro"
    },
    "estimate_appliance_free_space": {
      "added": "1.0.0.0",
      "text": "estimate appliance free space"
    },
    "exchange": {
      "added": "1.0.0.0",
      "text": "exchange"
    },
    "expand_storage_object": {
      "added": "1.0.0.0",
      "text": "expand storage object"
    },
    "expire_recovery_snapshots": {
      "added": "1.0.0.0",
      "text": "expire recovery snapshots"
    },
    "extend_trial": {
      "added": "1.0.0.0",
      "text": "extend trial"
    },
    "failover": {
      "added": "1.0.0.0",
      "text": "failover"
    },
    "file_create_helper": {
      "added": "1.0.0.0",
      "text": "file create helper"
    },
    "file_delete_helper": {
      "added": "1.0.0.0",
      "text": "file delete helper"
    },
    "forecast": {
      "added": "1.0.0.0",
      "text": "forecast"
    },
    "fracture": {
      "added": "1.0.0.0",
      "text": "fracture"
    },
    "generate": {
      "added": "1.0.0.0",
      "text": "generate"
    },
    "generate_performance_impact_indicators": {
      "added": "1.0.0.0",
      "text": "generate performance impact indicators"
    },
    "generate_temp_credentials": {
      "added": "1.0.0.0",
      "text": "generate temp credentials"
    },
    "get_acl": {
      "added": "1.0.0.0",
      "text": "get acl"
    },
    "get_bond_runtime_information": {
      "added": "1.0.0.0",
      "text": "get bond runtime information"
    },
    "get_ca_server_cert": {
      "added": "1.0.0.0",
      "text": "get ca server cert"
    },
    "get_configuration_info": {
      "added": "1.0.0.0",
      "text": "get configuration info"
    },
    "get_history": {
      "added": "1.0.0.0",
      "text": "get history"
    },
    "get_l2_information": {
      "added": "1.0.0.0",
      "text": "get l2 information"
    },
    "get_metro_tpg_mesh": {
      "added": "1.0.0.0",
      "text": "get metro tpg mesh"
    },
    "get_privileged_accounts": {
      "added": "1.0.0.0",
      "text": "get privileged accounts"
    },
    "get_replicated_nas_server": {
      "added": "1.0.0.0",
      "text": "get replicated nas server"
    },
    "get_viruschecker_audit_info": {
      "added": "1.0.0.0",
      "text": "get viruschecker audit info"
    },
    "import_snapshot_policy": {
      "added": "1.0.0.0",
      "text": "import snapshot policy"
    },
    "import_snapshot_profiles": {
      "added": "1.0.0.0",
      "text": "import snapshot profiles"
    },
    "import_snapshot_schedules": {
      "added": "1.0.0.0",
      "text": "import snapshot schedules"
    },
    "install": {
      "added": "1.0.0.0",
      "text": "install"
    },
    "join": {
      "added": "1.0.0.0",
      "text": "join"
    },
    "locate_appliance_for_nas_server": {
      "added": "1.0.0.0",
      "text": "locate appliance for nas server"
    },
    "modify": {
      "added": "1.0.0.0",
      "text": "modify"
    },
    "modify_nas_volume_sessions": {
      "added": "1.0.0.0",
      "text": "modify nas volume sessions"
    },
    "modify_volume_state": {
      "added": "1.0.0.0",
      "text": "modify volume state"
    },
    "mount": {
      "added": "1.0.0.0",
      "text": "mount"
    },
    "nas_server_migration_repair": {
      "added": "1.0.0.0",
      "text": "nas server migration repair"
    },
    "object_sync": {
      "added": "1.0.0.0",
      "text": "object sync"
    },
    "pause": {
      "added": "1.0.0.0",
      "text": "pause"
    },
    "ping": {
      "added": "1.0.0.0",
      "text": "ping"
    },
    "promote": {
      "added": "1.0.0.0",
      "text": "promote"
    },
    "puhc": {
      "added": "1.0.0.0",
      "text": "puhc"
    },
    "query": {
      "added": "1.0.0.0",
      "text": "query"
    },
    "query_appliances": {
      "added": "1.0.0.0",
      "text": "query appliances"
    },
    "query_available_powerstore_networks": {
      "added": "1.0.0.0",
      "text": "query available powerstore networks"
    },
    "query_destinations_details": {
      "added": "1.0.0.0",
      "text": "query destinations details"
    },
    "query_details": {
      "added": "1.0.0.0",
      "text": "query details"
    },
    "query_target": {
      "added": "1.0.0.0",
      "text": "query target"
    },
    "query_volzs": {
      "added": "1.0.0.0",
      "text": "query volzs"
    },
    "recover": {
      "added": "1.0.0.0",
      "text": "recover"
    },
    "rediscover": {
      "added": "1.0.0.0",
      "text": "rediscover"
    },
    "refresh": {
      "added": "1.0.0.0",
      "text": "refresh"
    },
    "refresh_clone": {
      "added": "1.0.0.0",
      "text": "refresh clone"
    },
    "refresh_quota": {
      "added": "1.0.0.0",
      "text": "refresh quota"
    },
    "regenerate": {
      "added": "1.0.0.0",
      "text": "regenerate"
    },
    "reject": {
      "added": "1.0.0.0",
      "text": "reject"
    },
    "remove_members": {
      "added": "1.0.0.0",
      "text": "remove members"
    },
    "remove_privileged_account": {
      "added": "1.0.0.0",
      "text": "remove privileged account"
    },
    "replace": {
      "added": "1.0.0.0",
      "text": "replace"
    },
    "report": {
      "added": "1.0.0.0",
      "text": "report"
    },
    "reprotect": {
      "added": "1.0.0.0",
      "text": "reprotect"
    },
    "reset_certificates": {
      "added": "1.0.0.0",
      "text": "reset certificates"
    },
    "restore": {
      "added": "1.0.0.0",
      "text": "restore"
    },
    "restore_pstx_config": {
      "added": "1.0.0.0",
      "text": "restore pstx config"
    },
    "resume": {
      "added": "1.0.0.0",
      "text": "resume"
    },
    "retrieve": {
      "added": "1.0.0.0",
      "text": "retrieve"
    },
    "scale": {
      "added": "1.0.0.0",
      "text": "scale"
    },
    "scaling_modify": {
      "added": "1.0.0.0",
      "text": "scaling modify"
    },
    "scan_status": {
      "added": "1.0.0.0",
      "text": "scan status"
    },
    "set_acl": {
      "added": "1.0.0.0",
      "text": "set acl"
    },
    "snapshot": {
      "added": "1.0.0.0",
      "text": "snapshot"
    },
    "snapshot_target": {
      "added": "1.0.0.0",
      "text": "snapshot target"
    },
    "start_failover_test": {
      "added": "2.0.0.0",
      "text": "start failover test"
    },
    "start_migration_sessions": {
      "added": "1.0.0.0",
      "text": "start migration sessions"
    },
    "start_scan": {
      "added": "1.0.0.0",
      "text": "start scan"
    },
    "stop_failover_test": {
      "added": "2.0.0.0",
      "text": "stop failover test"
    },
    "stop_scan": {
      "added": "1.0.0.0",
      "text": "stop scan"
    },
    "switch_mode_to_metro_sync": {
      "added": "1.0.0.0",
      "text": "switch mode to metro sync"
    },
    "switch_mode_to_sync": {
      "added": "3.0.0.0",
      "text": "switch mode to sync"
    },
    "sync": {
      "added": "1.0.0.0",
      "text": "sync"
    },
    "sync_node_affinity": {
      "added": "1.0.0.0",
      "text": "sync node affinity"
    },
    "sync_snapshot": {
      "added": "1.0.0.0",
      "text": "sync snapshot"
    },
    "sync_time": {
      "added": "1.0.0.0",
      "text": "sync time"
    },
    "syncup_metadata": {
      "added": "1.0.0.0",
      "text": "syncup metadata"
    },
    "system_pause": {
      "added": "1.0.0.0",
      "text": "system pause"
    },
    "test": {
      "added": "1.0.0.0",
      "text": "test"
    },
    "time_to_full": {
      "added": "1.0.0.0",
      "text": "time to full"
    },
    "try_lock": {
      "added": "1.0.0.0",
      "text": "try lock"
    },
    "unjoin": {
      "added": "1.0.0.0",
      "text": "unjoin"
    },
    "unmount": {
      "added": "1.0.0.0",
      "text": "unmount"
    },
    "update_dts": {
      "added": "1.0.0.0",
      "text": "update dts"
    },
    "update_properties": {
      "added": "1.0.0.0",
      "text": "update properties"
    },
    "update_remote_storage_object": {
      "added": "1.0.0.0",
      "text": "update remote storage object"
    },
    "update_software": {
      "added": "1.0.0.0",
      "text": "update software"
    },
    "update_user_mappings": {
      "added": "1.0.0.0",
      "text": "update user mappings"
    },
    "upgrade": {
      "added": "1.0.0.0",
      "text": "upgrade"
    },
    "upload": {
      "added": "1.0.0.0",
      "text": "upload"
    },
    "upload_certificate": {
      "added": "1.0.0.0",
      "text": "upload certificate"
    },
    "upload_config": {
      "added": "1.0.0.0",
      "text": "upload config"
    },
    "upload_keytab": {
      "added": "1.0.0.0",
      "text": "upload keytab"
    },
    "validate_create": {
      "added": "1.0.0.0",
      "text": "validate create"
    },
    "validate_expand": {
      "added": "1.0.0.0",
      "text": "validate expand"
    },
    "validate_limits": {
      "added": "1.0.0.0",
      "text": "validate limits"
    },
    "validate_power_down": {
      "added": "1.0.0.0",
      "text": "validate power down"
    },
    "validate_temp_network": {
      "added": "1.0.0.0",
      "text": "validate temp network"
    },
    "validate_upgrade": {
      "added": "1.0.0.0",
      "text": "validate upgrade"
    },
    "vcenter_certificate_retrieve_factory_mode": {
      "added": "1.0.0.0",
      "text": "vcenter certificate retrieve factory mode"
    },
    "vcenter_discover": {
      "added": "1.0.0.0",
      "text": "vcenter discover"
    },
    "verify": {
      "added": "1.0.0.0",
      "text": "verify"
    },
    "verify_local": {
      "added": "1.0.0.0",
      "text": "verify local"
    },
    "version": {
      "added": "1.0.0.0",
      "text": "version"
    }
  },
  "ResourceType": {
    "alert": {
      "added": "1.0.0.0",
      "text": "alert"
    },
    "anomalies": {
      "added": "1.0.0.0",
      "text": "anomalies"
    },
    "appliance": {
      "added": "1.0.0.0",
      "text": "appliance"
    },
    "audit_event": {
      "added": "1.0.0.0",
      "text": "audit event"
    },
    "bond": {
      "added": "1.0.0.0",
      "text": "bond"
    },
    "cert_role_mapping": {
      "added": "1.0.0.0",
      "text": "cert role mapping"
    },
    "chap_config": {
      "added": "1.0.0.0",
      "text": "chap config"
    },
    "cluster": {
      "added": "1.0.0.0",
      "text": "cluster"
    },
    "datastore": {
      "added": "1.0.0.0",
      "text": "datastore"
    },
    "discovered_appliance": {
      "added": "1.0.0.0",
      "text": "discovered appliance"
    },
    "discovered_initiator": {
      "added": "1.0.0.0",
      "text": "discovered initiator"
    },
    "dns": {
      "added": "1.0.0.0",
      "text": "dns"
    },
    "email_notify_destination": {
      "added": "1.0.0.0",
      "text": "email notify destination"
    },
    "eth_be_port": {
      "added": "1.0.0.0",
      "text": "eth be port"
    },
    "eth_port": {
      "added": "1.0.0.0",
      "text": "eth port"
    },
    "event": {
      "added": "1.0.0.0",
      "text": "event"
    },
    "fast_metrics_config": {
      "added": "1.0.0.0",
      "text": "fast metrics config"
    },
    "fc_port": {
      "added": "1.0.0.0",
      "text": "fc port"
    },
    "file_dhsm_config": {
      "added": "1.0.0.0",
      "text": "file dhsm config"
    },
    "file_dns": {
      "added": "1.0.0.0",
      "text": "file dns"
    },
    "file_events_pool": {
      "added": "1.0.0.0",
      "text": "file events pool"
    },
    "file_events_publisher": {
      "added": "1.0.0.0",
      "text": "file events publisher"
    },
    "file_ftp": {
      "added": "1.0.0.0",
      "text": "file ftp"
    },
    "file_import_interface": {
      "added": "1.0.0.0",
      "text": "file import interface"
    },
    "file_import_nas_server": {
      "added": "1.0.0.0",
      "text": "file import nas server"
    },
    "file_import_session": {
      "added": "1.0.0.0",
      "text": "file import session"
    },
    "file_interface": {
      "added": "1.0.0.0",
      "text": "file interface"
    },
    "file_interface_route": {
      "added": "1.0.0.0",
      "text": "file interface route"
    },
    "file_io_limit_rule": {
      "added": "1.0.0.0",
      "text": "file io limit rule"
    },
    "file_kerberos": {
      "added": "1.0.0.0",
      "text": "file kerberos"
    },
    "file_ldap": {
      "added": "1.0.0.0",
      "text": "file ldap"
    },
    "file_ndmp": {
      "added": "1.0.0.0",
      "text": "file ndmp"
    },
    "file_nis": {
      "added": "1.0.0.0",
      "text": "file nis"
    },
    "file_system": {
      "added": "1.0.0.0",
      "text": "file system"
    },
    "file_top_talker_session": {
      "added": "1.0.0.0",
      "text": "file top talker session"
    },
    "file_tree_quota": {
      "added": "1.0.0.0",
      "text": "file tree quota"
    },
    "file_user_quota": {
      "added": "1.0.0.0",
      "text": "file user quota"
    },
    "file_virus_checker": {
      "added": "1.0.0.0",
      "text": "file virus checker"
    },
    "fsn": {
      "added": "1.0.0.0",
      "text": "fsn"
    },
    "hardware": {
      "added": "1.0.0.0",
      "text": "hardware"
    },
    "host": {
      "added": "1.0.0.0",
      "text": "host"
    },
    "host_group": {
      "added": "1.0.0.0",
      "text": "host group"
    },
    "host_virtual_volume_mapping": {
      "added": "1.0.0.0",
      "text": "host virtual volume mapping"
    },
    "host_volume_mapping": {
      "added": "1.0.0.0",
      "text": "host volume mapping"
    },
    "import_host_initiator": {
      "added": "1.0.0.0",
      "text": "import host initiator"
    },
    "import_host_system": {
      "added": "1.0.0.0",
      "text": "import host system"
    },
    "import_host_volume": {
      "added": "1.0.0.0",
      "text": "import host volume"
    },
    "import_netapp": {
      "added": "1.0.0.0",
      "text": "import netapp"
    },
    "import_netapp_volume": {
      "added": "1.0.0.0",
      "text": "import netapp volume"
    },
    "import_psgroup": {
      "added": "1.0.0.0",
      "text": "import psgroup"
    },
    "import_psgroup_volume": {
      "added": "1.0.0.0",
      "text": "import psgroup volume"
    },
    "import_session": {
      "added": "1.0.0.0",
      "text": "import session"
    },
    "import_storage_center": {
      "added": "1.0.0.0",
      "text": "import storage center"
    },
    "import_storage_center_consistency_group": {
      "added": "1.0.0.0",
      "text": "import storage center consistency group"
    },
    "import_storage_center_volume": {
      "added": "1.0.0.0",
      "text": "import storage center volume"
    },
    "import_unity": {
      "added": "1.0.0.0",
      "text": "import unity"
    },
    "import_unity_consistency_group": {
      "added": "1.0.0.0",
      "text": "import unity consistency group"
    },
    "import_unity_volume": {
      "added": "1.0.0.0",
      "text": "import unity volume"
    },
    "import_universal_consistency_group": {
      "added": "1.0.0.0",
      "text": "import universal consistency group"
    },
    "import_vmax": {
      "added": "1.0.0.0",
      "text": "import vmax"
    },
    "import_vmax_storage_group": {
      "added": "1.0.0.0",
      "text": "import vmax storage group"
    },
    "import_vmax_volume": {
      "added": "1.0.0.0",
      "text": "import vmax volume"
    },
    "import_vnx_array": {
      "added": "1.0.0.0",
      "text": "import vnx array"
    },
    "import_vnx_consistency_group": {
      "added": "1.0.0.0",
      "text": "import vnx consistency group"
    },
    "import_vnx_volume": {
      "added": "1.0.0.0",
      "text": "import vnx volume"
    },
    "initiator": {
      "added": "1.0.0.0",
      "text": "initiator"
    },
    "io_limit_rule": {
      "added": "1.0.0.0",
      "text": "io limit rule"
    },
    "ip_pool_address": {
      "added": "1.0.0.0",
      "text": "ip pool address"
    },
    "ip_port": {
      "added": "1.0.0.0",
      "text": "ip port"
    },
    "job": {
      "added": "1.0.0.0",
      "text": "job"
    },
    "keystore_archive": {
      "added": "1.0.0.0",
      "text": "keystore archive"
    },
    "kmip_config": {
      "added": "1.0.0.0",
      "text": "kmip config"
    },
    "latest_five_min_metrics": {
      "added": "1.0.0.0",
      "text": "latest five min metrics"
    },
    "ldap_account": {
      "added": "1.0.0.0",
      "text": "ldap account"
    },
    "ldap_domain": {
      "added": "1.0.0.0",
      "text": "ldap domain"
    },
    "license": {
      "added": "1.0.0.0",
      "text": "license"
    },
    "local_user": {
      "added": "1.0.0.0",
      "text": "local user"
    },
    "login_banner": {
      "added": "1.0.0.0",
      "text": "login banner"
    },
    "login_session": {
      "added": "1.0.0.0",
      "text": "login session"
    },
    "maintenance_window": {
      "added": "1.0.0.0",
      "text": "maintenance window"
    },
    "metrics": {
      "added": "1.0.0.0",
      "text": "metrics"
    },
    "metrics_archive": {
      "added": "1.0.0.0",
      "text": "metrics archive"
    },
    "metro_session": {
      "added": "1.0.0.0",
      "text": "metro session"
    },
    "mfa_cacpiv": {
      "added": "1.0.0.0",
      "text": "mfa cacpiv"
    },
    "mfa_securid": {
      "added": "1.0.0.0",
      "text": "mfa securid"
    },
    "migration_recommendation": {
      "added": "1.0.0.0",
      "text": "migration recommendation"
    },
    "migration_session": {
      "added": "1.0.0.0",
      "text": "migration session"
    },
    "mpa_config": {
      "added": "1.0.0.0",
      "text": "mpa config"
    },
    "mpa_critical_action": {
      "added": "1.0.0.0",
      "text": "mpa critical action"
    },
    "nas_server": {
      "added": "1.0.0.0",
      "text": "nas server"
    },
    "ndu": {
      "added": "1.0.0.0",
      "text": "ndu"
    },
    "network": {
      "added": "1.0.0.0",
      "text": "network"
    },
    "nfs_export": {
      "added": "1.0.0.0",
      "text": "nfs export"
    },
    "nfs_server": {
      "added": "1.0.0.0",
      "text": "nfs server"
    },
    "node": {
      "added": "1.0.0.0",
      "text": "node"
    },
    "ntp": {
      "added": "1.0.0.0",
      "text": "ntp"
    },
    "ntp_server": {
      "added": "1.0.0.0",
      "text": "ntp server"
    },
    "nvme_discovered_cdc": {
      "added": "1.0.0.0",
      "text": "nvme discovered cdc"
    },
    "oidc_service": {
      "added": "1.0.0.0",
      "text": "oidc service"
    },
    "performance_rule": {
      "added": "1.0.0.0",
      "text": "performance rule"
    },
    "physical_switch": {
      "added": "1.0.0.0",
      "text": "physical switch"
    },
    "policy": {
      "added": "1.0.0.0",
      "text": "policy"
    },
    "recycle_bin": {
      "added": "1.0.0.0",
      "text": "recycle bin"
    },
    "recycle_bin_config": {
      "added": "1.0.0.0",
      "text": "recycle bin config"
    },
    "remote_syslog_server": {
      "added": "1.0.0.0",
      "text": "remote syslog server"
    },
    "remote_system": {
      "added": "1.0.0.0",
      "text": "remote system"
    },
    "replication_rule": {
      "added": "1.0.0.0",
      "text": "replication rule"
    },
    "replication_session": {
      "added": "1.0.0.0",
      "text": "replication session"
    },
    "role": {
      "added": "1.0.0.0",
      "text": "role"
    },
    "sas_port": {
      "added": "1.0.0.0",
      "text": "sas port"
    },
    "scheduler": {
      "added": "1.0.0.0",
      "text": "scheduler"
    },
    "security_config": {
      "added": "1.0.0.0",
      "text": "security config"
    },
    "service_config": {
      "added": "1.0.0.0",
      "text": "service config"
    },
    "service_user": {
      "added": "1.0.0.0",
      "text": "service user"
    },
    "smb_server": {
      "added": "1.0.0.0",
      "text": "smb server"
    },
    "smb_share": {
      "added": "1.0.0.0",
      "text": "smb share"
    },
    "smtp_config": {
      "added": "1.0.0.0",
      "text": "smtp config"
    },
    "snapshot_rule": {
      "added": "1.0.0.0",
      "text": "snapshot rule"
    },
    "software_installed": {
      "added": "1.0.0.0",
      "text": "software installed"
    },
    "software_package": {
      "added": "1.0.0.0",
      "text": "software package"
    },
    "sso_claim_role_mapping": {
      "added": "1.0.0.0",
      "text": "sso claim role mapping"
    },
    "sso_metadata": {
      "added": "1.0.0.0",
      "text": "sso metadata"
    },
    "storage_container": {
      "added": "1.0.0.0",
      "text": "storage container"
    },
    "storage_container_destination": {
      "added": "1.0.0.0",
      "text": "storage container destination"
    },
    "vcenter": {
      "added": "1.0.0.0",
      "text": "vcenter"
    },
    "veth_port": {
      "added": "1.0.0.0",
      "text": "veth port"
    },
    "virtual_machine": {
      "added": "1.0.0.0",
      "text": "virtual machine"
    },
    "virtual_volume": {
      "added": "1.0.0.0",
      "text": "virtual volume"
    },
    "volume": {
      "added": "1.0.0.0",
      "text": "volume"
    },
    "volume_group": {
      "added": "1.0.0.0",
      "text": "volume group"
    },
    "vsphere_host": {
      "added": "1.0.0.0",
      "text": "vsphere host"
    },
    "vsphere_host_license_assignment": {
      "added": "1.0.0.0",
      "text": "vsphere host license assignment"
    },
    "witness": {
      "added": "1.0.0.0",
      "text": "witness"
    },
    "x509_certificate": {
      "added": "1.0.0.0",
      "text": "x509 certificate"
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
      "text": "Unconfigured_Faulted"
    },
    "Configuring": {
      "added": "1.0.0.0",
      "text": "Configuring",
      "deprecated": "2.0.0.0"
    },
    "Core_Initialization": {
      "added": "2.0.0.0",
      "text": "Core_Initialization"
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
      "text": "Clustering_Failed",
      "deprecated": "2.0.0.0"
    },
    "Core_Initialization_Failed": {
      "added": "2.0.0.0",
      "text": "Core_Initialization_Failed"
    },
    "Removed": {
      "added": "2.0.0.0",
      "text": "Removed"
    },
    "Post_Core_Initialization": {
      "added": "2.0.0.0",
      "text": "Post_Core_Initialization"
    },
    "Unknown": {
      "added": "2.0.0.0",
      "text": "Unknown"
    }
  }
};
