// Requests of public clients, retold from their sources as data: what they select, filter, send as body and headers, on which
// releases. `{session}` and the like are the ids of instances of the simulator.

export interface VendorRequest {
  /** The client, by its repository. */
  client: string;
  /** The place in its source. */
  source: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query below `/api/rest`, as they are on the wire. */
  target: string;
  headers?: Readonly<Record<string, string>>;
  /** Exactly as sent, without a Content-Type unless `headers` has one. */
  body?: string;
  /** The first and the last release on which the client sends it; all if absent. */
  from?: string;
  until?: string;
  /** The status that its users need. By default any success. */
  status?: number;
  /** Why an array, and so the simulator, refuses it. */
  refused?: string;
  /** What the contract lacks, so that the simulator refuses what an array answers. */
  gap?: string;
}

const json = { 'content-type': 'application/json' };
const internal = { 'DELL-VISIBILITY': 'internal' };

const sessionOf1 =
  'id,state,role,resource_type,last_sync_timestamp,local_resource_id,remote_resource_id,remote_system_id,progress_percentage,estimated_completion_timestamp,replication_rule_id,storage_element_pairs,state_l10n,role_l10n,resource_type_l10n,remote_system(id,name),migration_session(id,name),replication_rule(id,name)';
const sessionOf3 = `${sessionOf1},data_transfer_state,type,last_sync_duration,type_l10n,next_sync_timestamp,failover_test_in_progress,error_code,data_connection_state,parent_replication_session_id,local_resource_state,data_transfer_state_l10n,data_connection_state_l10n,local_resource_state_l10n`;
const volumeOf1 =
  'id,name,description,type,wwn,appliance_id,state,size,creation_timestamp,protection_policy_id,performance_policy_id,protection_policy(name,id),performance_policy(name,id),is_replication_destination,migration_session_id,protection_data,location_history,type_l10n,state_l10n,host_group(name,id),host(name,id),volume_groups(name,id),mapped_volumes(id,logical_unit_number)';
const volumeOf3 =
  'id,name,description,type,wwn,appliance_id,state,size,creation_timestamp,protection_policy_id,performance_policy_id,protection_policy(name,id),performance_policy(name,id),is_replication_destination,logical_used,protection_data,location_history,type_l10n,state_l10n,host_group(name,id),volume_groups(name,id),mapped_volumes(id,logical_unit_number),nsid,nguid,node_affinity,node_affinity_l10n,metro_replication_session_id,is_host_access_available,app_type,app_type_other,app_type_l10n,migration_session_id';
const volumeOf4 =
  'id,name,description,type,wwn,nsid,nguid,appliance_id,state,size,logical_used,node_affinity,creation_timestamp,protection_policy_id,performance_policy_id,qos_performance_policy_id,is_replication_destination,migration_session_id,metro_replication_session_id,is_host_access_available,protection_data,location_history,app_type,app_type_other,type_l10n,state_l10n,node_affinity_l10n,app_type_l10n,volume_groups(name,id),+protection_policy(name,id)';
const groupOf342 =
  'id,name,description,creation_timestamp,is_protectable,+protection_policy_id,protection_policy(name,id),qos_performance_policy_id,qos_performance_policy(id,name),migration_session_id,is_write_order_consistent,placement_rule,type,is_replication_destination,protection_data,is_importing,location_history,type_l10n,volumes(name,id)';
const groupBefore342 = groupOf342.replace('qos_performance_policy_id,qos_performance_policy(id,name),', '');
const systemOf1 =
  'id,name,description,serial_number,management_address,type,user_name,state,data_connection_state,iscsi_addresses,discovery_chap_mode,session_chap_mode,data_network_latency,data_connections,type_l10n,state_l10n,data_connection_state_l10n,discovery_chap_mode_l10n,session_chap_mode_l10n,data_network_latency_l10n,import_sessions,replication_sessions';
const systemOf3 =
  'id,name,description,serial_number,version,management_address,management_port,type,user_name,state,data_connection_type,data_connection_state,iscsi_addresses,fc_target_wwns,discovery_chap_mode,session_chap_mode,data_network_latency,data_connections,capabilities,file_connection_address,file_connection_state,vnx_file_username,import_sessions,appliance_details,type_l10n,replication_sessions,state_l10n,data_connection_type_l10n,file_connection_state_l10n,data_connection_state_l10n,discovery_chap_mode_l10n,session_chap_mode_l10n,data_network_latency_l10n,capabilities_l10n,storage_container_destinations(id,storage_container_id,remote_system_id,remote_storage_container_id,storage_container(id,name))';
const jobOf1 =
  'id,resource_action,resource_type,resource_id,resource_name,description_l10n,state,start_time,phase,end_time,estimated_completion_time,progress_percentage,parent_id,root_id,user,response_body,step_order,resource_action_l10n,resource_type_l10n,state_l10n,phase_l10n';
const jobOf2 = jobOf1.replace(',step_order', ',response_status,step_order').concat(',response_status_l10n');
const cluster =
  'id,global_id,name,management_address,storage_discovery_address,master_appliance_id,appliance_count,physical_mtu,is_encryption_enabled,compatibility_level,state,state_l10n';

const py = { client: 'dell/python-powerstore', headers: json };
const pyConstants = { ...py, source: 'utils/constants.py' };
const before3 = { until: '2.1' };
const since3 = { from: '3.0' };

const ofVolumes = '`performance_policy`, `host`, `host_group` and `mapped_volumes` of volumes';
const ofSystems = '`import_sessions` and `storage_container_destinations` of remote systems, and more of them';

const pyPowerStore: VendorRequest[] = [
  {
    ...pyConstants,
    target: '/login_session?select=id,user,role_ids,is_password_change_required,is_built_in_user,idle_timeout',
  },
  { ...pyConstants, target: '/software_installed?select=release_version' },
  { ...pyConstants, target: `/cluster?select=${cluster}` },
  { ...pyConstants, target: '/replication_session?select=id&local_resource_id=eq.{volume}' },
  { ...pyConstants, target: `/replication_session/{session}?select=${sessionOf1}`, ...before3 },
  { ...pyConstants, target: `/replication_session/{session}?select=${sessionOf3}`, ...since3 },
  {
    ...pyConstants,
    target: '/replication_rule/{rule}?select=id,name,rpo,remote_system_id,is_replica,alert_threshold,policies(id,name)',
  },
  {
    ...pyConstants,
    target:
      '/policy/{policy}?select=id,name,description,type,replication_rules(id,name),snapshot_rules(id,name)&type=eq.Protection',
  },
  { ...pyConstants, target: `/volume/{volume}?select=${volumeOf1}`, until: '1.0.4', gap: ofVolumes },
  {
    ...pyConstants,
    target: `/volume/{volume}?select=${volumeOf1},nsid,nguid,node_affinity,node_affinity_l10n`,
    from: '2.0',
    until: '2.1',
    gap: ofVolumes,
  },
  { ...pyConstants, target: `/volume/{volume}?select=${volumeOf3}`, from: '3.0', until: '3.6', gap: ofVolumes },
  { ...pyConstants, target: `/volume/{volume}?select=${volumeOf4}`, from: '4.0' },
  {
    ...pyConstants,
    source: 'utils/constants.py before 315ccc7',
    headers: { ...json, ...internal },
    target: `/volume_group/{group}?select=${groupBefore342}`,
  },
  {
    ...pyConstants,
    headers: { ...json, ...internal },
    target: `/volume_group/{group}?select=${groupOf342}`,
    from: '4.0',
  },
  {
    ...pyConstants,
    headers: { ...json, ...internal },
    target: `/volume_group/{group}?select=${groupOf342}`,
    until: '3.6',
    status: 400,
    refused: 'These attributes came with 4.0: the newest PyPowerStore reads no group of an older array.',
  },
  {
    ...pyConstants,
    headers: { ...json, ...internal },
    target: `/remote_system/{system}?select=${systemOf1}`,
    ...before3,
    gap: ofSystems,
  },
  {
    ...pyConstants,
    headers: { ...json, ...internal },
    target: `/remote_system/{system}?select=${systemOf3}`,
    ...since3,
    gap: ofSystems,
  },
  {
    ...pyConstants,
    target: '/host_volume_mapping?select=id,+host_id,+host_group_id,logical_unit_number&volume_id=eq.{volume}',
  },
  { ...pyConstants, target: `/job?select=${jobOf1}`, until: '1.0.4' },
  { ...pyConstants, target: `/job?select=${jobOf2}`, from: '2.0' },
  { ...py, source: 'protection.py', method: 'POST', target: '/replication_session/{session}/sync' },
  { ...py, source: 'protection.py', method: 'POST', target: '/replication_session/{session}/pause' },
  { ...py, source: 'protection.py', method: 'POST', target: '/replication_session/{session}/failover' },
];

const go = { client: 'dell/gopowerstore' };
const goPowerStore: VendorRequest[] = [
  { ...go, source: 'api/api.go, no select', target: '/login_session' },
  { ...go, source: 'volume_types.go', target: '/volume?select=*' },
  { ...go, source: 'volume_types.go', target: '/volume/{volume}?select=*' },
  {
    ...go,
    source: 'volume_group_types.go',
    target:
      '/volume_group/{group}?select=*,volumes(*),protection_policy(*),protection_data,location_history,migration_session(*)',
  },
  { ...go, source: 'volume_group.go', target: '/volume/{volume}?select=volume_groups(id,name,protection_policy_id)' },
  {
    ...go,
    source: 'replication_types.go',
    target:
      '/replication_session?select=id,state,role,resource_type,local_resource_id,remote_resource_id,remote_system_id,type,storage_element_pairs&local_resource_id=eq.{volume}',
    ...since3,
  },
  {
    ...go,
    source: 'replication_types.go',
    target:
      '/replication_session?select=id,state,role,resource_type,local_resource_id,remote_resource_id,remote_system_id,type,storage_element_pairs&local_resource_id=eq.{volume}',
    ...before3,
    status: 400,
    refused: '`type` came with 3.0.',
  },
  {
    ...go,
    source: 'replication_types.go',
    target:
      '/replication_rule/{rule}?select=id,name,rpo,remote_system_id,alert_threshold,is_read_only,is_replica,managed_by,managed_by_id,policies(id,name),remote_system(id,name),replication_sessions(id,state)',
    ...since3,
  },
  {
    ...go,
    source: 'replication_types.go',
    target:
      '/policy/{policy}?select=*,replication_rules(*),snapshot_rules(*),virtual_machines(*),file_systems(*),performance_rules(*),volumes(*),volume_groups(*)',
    from: '2.0',
    gap: '`virtual_machines`, `file_systems` and `performance_rules` of policies',
  },
  {
    ...go,
    source: 'cluster_types.go',
    target:
      '/remote_system/{system}?select=id,name,description,serial_number,type,management_address,data_connection_state,data_network_latency,capabilities',
    ...since3,
  },
  {
    ...go,
    source: 'cluster_types.go',
    target: '/cluster?select=id,name,management_address,state,system_time',
    from: '2.0',
  },
  {
    ...go,
    source: 'host_types.go',
    target:
      '/host_volume_mapping?select=volume(appliance_id),host_group_id,host_id,id,logical_unit_number,volume_id&volume_id=eq.{volume}',
    gap: '`volume` of host mappings',
  },
  {
    ...go,
    source: 'software_installed_types.go',
    target: '/software_installed?select=id,is_cluster,release_version,build_version,build_id',
    from: '2.0',
  },
];

/** Its integration tests, which Dell runs against arrays. */
const goTests: VendorRequest[] = [
  {
    ...go,
    source: 'inttests/volume_test.go',
    method: 'POST',
    target: '/volume/{mirror}/configure_metro',
    body: '{"remote_system_id":"{system}"}',
    ...since3,
    status: 400,
    refused: 'The volume has a metro session already.',
  },
  {
    ...go,
    source: 'inttests/volume_test.go',
    method: 'POST',
    target: '/volume/{spare}/configure_metro',
    body: '{"remote_system_id":"no-such-system"}',
    ...since3,
    status: 404,
    refused: 'There is no such remote system.',
  },
  {
    ...go,
    source: 'inttests/volume_test.go',
    method: 'POST',
    target: '/volume/no-such-volume/end_metro',
    body: '{}',
    ...since3,
    status: 404,
    refused: 'There is no such volume.',
  },
  {
    ...go,
    source: 'inttests/volume_test.go',
    method: 'POST',
    target: '/volume/{spare}/end_metro',
    body: '{}',
    ...since3,
    status: 400,
    refused: 'The volume has no metro session.',
  },
];

const csi = { client: 'dell/csi-powerstore', source: 'pkg/controller/replication.go' };
const csiPowerStore: VendorRequest[] = [
  { ...csi, method: 'POST', target: '/replication_session/{session}/failover', body: '{"is_planned":true}' },
  {
    ...csi,
    source: 'pkg/controller/replication.go, SYNC',
    method: 'POST',
    target: '/replication_session/{synchronous}/failover',
    body: '{"is_planned":true}',
    from: '4.0',
  },
  {
    ...csi,
    method: 'POST',
    target: '/replication_session/{destination}/failover',
    body: '{"is_planned":true}',
    status: 400,
    refused: 'It is sent to the destination. The driver swallows every status but 400, and reports success.',
  },
  { ...csi, method: 'POST', target: '/replication_session/{destination}/failover', body: '{"is_planned":false}' },
  { ...csi, method: 'POST', target: '/replication_session/{session}/pause' },
  { ...csi, method: 'POST', target: '/replication_session/{session}/sync' },
  {
    ...csi,
    source: 'gopowerstore volume_types.go',
    method: 'PATCH',
    target: '/volume/{spare}',
    body: '{"size":214748364800,"protection_policy_id":"","description":""}',
  },
];

const cin = { client: 'openstack/cinder', source: 'powerstore/client.py' };
const cinder: VendorRequest[] = [
  { ...cin, target: '/cluster?select=name' },
  { ...cin, target: '/software_installed?select=release_version&is_cluster=eq.True' },
  { ...cin, target: '/volume/{volume}?select=nguid', from: '2.0' },
  { ...cin, target: '/volume?select=id&name=eq.{name}&type=eq.Primary' },
  { ...cin, target: '/volume?select=id&type=eq.Snapshot&protection_data->>source_id=eq.{volume}' },
  { ...cin, target: '/policy?select=id&name=eq.{policyName}&type=eq.Protection' },
  { ...cin, target: '/replication_session?select=id&local_resource_id=eq.{volume}' },
  { ...cin, target: '/replication_session/{session}?select=state' },
  { ...cin, target: '/replication_session/{session}' },
  {
    ...cin,
    target:
      '/job?select=id,resource_action,resource_type,resource_id,state&resource_type=eq.replication_session&resource_action=eq.delete&resource_id=eq.{session}&state=eq.COMPLETED',
  },
  {
    ...cin,
    method: 'POST',
    target: '/replication_session/{destination}/failover?is_async=True',
    body: '{"is_planned": false, "force": false}',
    status: 202,
  },
  { ...cin, method: 'PATCH', target: '/volume/{volume}', body: '{"protection_policy_id": ""}' },
];

const jt = { client: 'jasoncheng7115/jt-pve-storage-dellemc', source: 'API.pm' };
const lxd = { client: 'canonical/lxd', source: 'clients/powerstore.go' };
const others: VendorRequest[] = [
  {
    client: 'dell/ansible-powerstore',
    source: 'replicationsession.py',
    method: 'POST',
    target: '/replication_session/{destination}/failover',
    headers: json,
    body: '{"is_planned": false}',
  },
  {
    client: 'dell/ansible-powerstore',
    source: 'replicationsession.py',
    method: 'PATCH',
    target: '/replication_session/{metro}',
    headers: json,
    body: '{"role": "Metro_Preferred"}',
    ...since3,
    status: 400,
    refused: 'This side is the preferred one already.',
  },
  {
    ...jt,
    target: '/volume?select=id,name,size,wwn,type,state,appliance_id,creation_timestamp,protection_data,logical_used',
    ...since3,
  },
  { ...jt, target: '/host_volume_mapping?select=id,host_id,host_group_id,volume_id,logical_unit_number' },
  { ...jt, target: '/job?select=id,state,phase,response_body,response_status', from: '2.0' },
  { ...jt, target: '/cluster?select=id,name,state,system_time', from: '2.0' },
  { ...jt, method: 'POST', target: '/logout', headers: json, body: '{}' },
  {
    ...lxd,
    target: '/login_session?select=id,user,role_ids,idle_timeout,is_password_change_required,is_built_in_user',
  },
  {
    ...lxd,
    target: '/volume?select=id,name,type,size,logical_used,wwn&name=ilike.{name}*&or=(type.eq.Primary,type.eq.Clone)',
    ...since3,
  },
  { ...lxd, target: '/volume/name:{name}?or=(type.eq.Primary,type.eq.Clone)&select=id' },
  { ...lxd, target: '/host_volume_mapping?select=host_id,volume_id,logical_unit_number' },
  {
    client: 'fjacquet/pstore_exporter',
    source: 'derive_replication.go',
    target:
      '/replication_session?select=id,state,role,type,resource_type,local_resource_id,remote_system_id&order=id&limit=2000',
    ...since3,
  },
  {
    client: 'dell/powerstore-metrics-exporter',
    source: 'client.go',
    target: '/volume?select=*&limit=5000',
    headers: { ...json, 'dell-visibility': 'Internal', 'content-length': '0' },
  },
  {
    client: 'puppetlabs/dellemc-powerstore',
    source: 'transport/powerstore.rb',
    target: '/replication_session?select=*',
    headers: { range: '0-2000' },
  },
  {
    client: 'puppetlabs/dellemc-powerstore',
    source: 'transport/powerstore.rb',
    method: 'POST',
    target: '/replication_session/{session}/pause',
    headers: { ...json, range: '0-2000' },
  },
];

export const vendorRequests: readonly VendorRequest[] = [
  ...pyPowerStore,
  ...goPowerStore,
  ...goTests,
  ...csiPowerStore,
  ...cinder,
  ...others,
];
