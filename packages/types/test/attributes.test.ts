import { describe, expect, it } from 'vitest';
import { internalAttributes } from '../src/index.ts';
import { schema } from './document.ts';
import { attributes, relatedAttributes } from './wide-tables.ts';

// These expectations come from the vendor's API documents and from public answers of real arrays, not from the contract.

const session = attributes['replication_session'] ?? {};

/** Attribute, type (with [] for a list), and the release that brought it. */
const known = [
  ['id', 'string', '1.0.0.0'],
  ['state', 'ReplicationState', '1.0.0.0'],
  ['role', 'ReplicationRole', '1.0.0.0'],
  ['resource_type', 'ReplicatedResourceType', '1.0.0.0'],
  ['data_transfer_state', 'DataTransferState', '3.0.0.0'],
  ['type', 'ReplicationSessionType', '3.0.0.0'],
  ['last_sync_timestamp', 'date-time', '1.0.0.0'],
  ['local_resource_id', 'string', '1.0.0.0'],
  ['remote_resource_id', 'string', '1.0.0.0'],
  ['remote_system_id', 'string', '1.0.0.0'],
  ['progress_percentage', 'integer', '1.0.0.0'],
  ['estimated_completion_timestamp', 'date-time', '1.0.0.0'],
  ['replication_rule_id', 'string', '1.0.0.0'],
  ['last_sync_duration', 'integer', '2.0.0.0'],
  ['next_sync_timestamp', 'date-time', '2.0.0.0'],
  ['storage_element_pairs', 'object[]', '1.0.0.0'],
  ['failover_test_in_progress', 'boolean', '2.0.0.0'],
  ['error_code', 'string', '3.0.0.0'],
  ['data_connection_state', 'DataConnectionState', '3.0.0.0'],
  ['parent_replication_session_id', 'string', '3.0.0.0'],
  ['local_resource_state', 'ReplicationResourceState', '3.0.0.0'],
  ['witness_details', 'object', '3.6.0.0'],
  ['auto_failover_state', 'AutoFailoverState', '4.3.0.0'],
  ['state_l10n', 'string', '1.0.0.0'],
  ['role_l10n', 'string', '1.0.0.0'],
  ['resource_type_l10n', 'string', '1.0.0.0'],
  ['data_transfer_state_l10n', 'string', '3.0.0.0'],
  ['type_l10n', 'string', '3.0.0.0'],
  ['data_connection_state_l10n', 'string', '3.0.0.0'],
  ['local_resource_state_l10n', 'string', '3.0.0.0'],
  ['auto_failover_state_l10n', 'string', '4.3.0.0'],
  ['remote_system', 'remote_system', '1.0.0.0'],
  ['migration_session', 'migration_session', '1.0.0.0'],
  ['replication_rule', 'replication_rule', '1.0.0.0'],
  ['volumes', 'volume[]', '4.0.0.0'],
  ['volume_groups', 'volume_group[]', '4.0.0.0'],
] as const;

describe('attributes of a replication session', () => {
  it('are these 36', () => {
    expect(known).toHaveLength(36);
    expect(Object.keys(session).toSorted()).toEqual(known.map(([name]) => name).toSorted());
  });

  it.for(known)('%s is %s since %s', ([name, type, added]) => {
    const found = session[name];
    expect(`${found?.enum ?? found?.related ?? found?.type}${found?.list ? '[]' : ''}`).toBe(type);
    expect(found?.added).toBe(added);
  });

  it('can be filtered by, except objects', () => {
    const notFilterable = known.map(([name]) => name).filter((name) => session[name]?.filterable === false);
    expect(notFilterable).toEqual([
      'storage_element_pairs',
      'witness_details',
      'remote_system',
      'migration_session',
      'replication_rule',
      'volumes',
      'volume_groups',
    ]);
  });

  it('that are ids say of what', () => {
    const references = known.flatMap(([name]) => (session[name]?.references ? [[name, session[name].references]] : []));
    expect(references).toEqual([
      ['remote_system_id', 'remote_system'],
      ['replication_rule_id', 'replication_rule'],
      ['parent_replication_session_id', 'replication_session'],
    ]);
  });

  it('are all current: none is deprecated', () => {
    expect(known.map(([name]) => name).filter((name) => session[name]?.deprecated)).toEqual([]);
  });
});

describe('null', () => {
  const seen = [
    'last_sync_timestamp',
    'progress_percentage',
    'estimated_completion_timestamp',
    'last_sync_duration',
    'next_sync_timestamp',
    'storage_element_pairs',
    'failover_test_in_progress',
    'error_code',
    'parent_replication_session_id',
    'data_transfer_state',
    'data_transfer_state_l10n',
    'local_resource_state',
    'local_resource_state_l10n',
    'migration_session',
  ];
  const neverSeen = [
    'id',
    'state',
    'role',
    'resource_type',
    'type',
    'local_resource_id',
    'remote_resource_id',
    'remote_system_id',
    'data_connection_state',
    'remote_system',
    'volumes',
    'volume_groups',
  ];
  /** Not seen either, but something has to be said of a session without a rule or without a witness. */
  const assumed = ['replication_rule_id', 'replication_rule', 'witness_details', 'auto_failover_state'];

  it.for(seen)('may be %s: arrays have answered so', (name) => {
    expect(session[name]?.nullable).toBe(true);
  });

  it.for(neverSeen)('is never %s', (name) => {
    expect(session[name]?.nullable).toBe(false);
  });

  it.for(assumed)('may be %s, and the contract says that this is an assumption', (name) => {
    expect(session[name]?.nullable).toBe(true);
    const sources = schema('replication_session_instance').properties?.[name]?.['x-source'] ?? [];
    expect(sources.some((source) => source.startsWith('assumed'))).toBe(true);
  });

  it('may be a text exactly when what it is the text of may be', () => {
    const texts = Object.keys(session).filter((name) => name.endsWith('_l10n'));
    expect(texts).toHaveLength(8);
    for (const name of texts) {
      const twin = session[name.replace(/_l10n$/, '')];
      expect({ name, nullable: session[name]?.nullable }).toEqual({ name, nullable: twin?.nullable });
    }
  });

  it('may be the shadow of a pair, and not the two elements', () => {
    const pair = schema('replication_element_pair');
    expect(pair.properties?.['replication_shadow_id']?.type).toEqual(['string', 'null']);
    expect(pair.properties?.['local_storage_element_id']?.type).toBe('string');
    expect(pair.required).toEqual(['local_storage_element_id', 'remote_storage_element_id']);
  });
});

describe('embedded and related objects', () => {
  it('witness_details have these attributes, since 3.6.0.0', () => {
    const details = schema('replication_session_witness_details');
    expect(Object.keys(details.properties ?? {}).toSorted()).toEqual([
      'state',
      'state_l10n',
      'witness_id',
      'witness_name',
      'witness_uuid',
    ]);
    expect(details['x-added']).toBe('3.6.0.0');
  });

  it.for([
    'replication_session',
    'remote_system',
    'migration_session',
    'replication_rule',
    'snapshot_rule',
    'policy',
    'volume',
    'volume_group',
  ])('%s is selected one level deep: no attribute leads on to another resource', (resource) => {
    const table = relatedAttributes[resource] ?? {};
    expect(table['id']?.type).toBe('string');
    expect(Object.keys(table).length).toBeGreaterThan(5);
    expect(Object.values(table).filter(({ related }) => related !== undefined)).toEqual([]);
  });

  it.for([
    ['remote_system', 'version', '2.0.0.0'],
    ['remote_system', 'management_port', '3.0.0.0'],
    ['remote_system', 'capabilities', '3.0.0.0'],
    ['replication_rule', 'is_read_only', '3.0.0.0'],
    ['replication_rule', 'initial_provisioning_remote_appliance_id', '4.4.0.0'],
    ['snapshot_rule', 'is_secure', '3.5.0.0'],
    ['policy', 'managed_by', '3.0.0.0'],
    ['volume', 'metro_replication_session_id', '3.0.0.0'],
    ['volume_group', 'metro_replication_session_id', '4.0.0.0'],
  ] as const)('%s.%s is there since %s', ([resource, name, added]) => {
    expect(relatedAttributes[resource]?.[name]?.added).toBe(added);
  });

  it('capabilities are a list of literals', () => {
    expect(relatedAttributes['remote_system']?.['capabilities']).toMatchObject({
      type: 'enum',
      list: true,
      enum: 'RemoteProtectionCapability',
      filterable: true,
    });
  });
});

/** What leads from a resource to others, with [] for a list, and the release that brought it. */
const associations = {
  remote_system: {
    replication_rules: ['replication_rule[]', '1.0.0.0'],
    replication_sessions: ['replication_session[]', '1.0.0.0'],
  },
  replication_rule: {
    remote_system: ['remote_system', '1.0.0.0'],
    replication_sessions: ['replication_session[]', '1.0.0.0'],
    policies: ['policy[]', '1.0.0.0'],
  },
  policy: {
    replication_rules: ['replication_rule[]', '1.0.0.0'],
    snapshot_rules: ['snapshot_rule[]', '1.0.0.0'],
    volumes: ['volume[]', '1.0.0.0'],
    volume_groups: ['volume_group[]', '1.0.0.0'],
    qos_volumes: ['volume[]', '4.0.0.0'],
    qos_volume_groups: ['volume_group[]', '4.0.0.0'],
  },
  volume: {
    appliance: ['appliance', '1.0.0.0'],
    protection_policy: ['policy', '1.0.0.0'],
    qos_performance_policy: ['policy', '4.0.0.0'],
    migration_session: ['migration_session', '1.0.0.0'],
    volume_groups: ['volume_group[]', '1.0.0.0'],
    replication_sessions: ['replication_session[]', '4.0.0.0'],
  },
  volume_group: {
    protection_policy: ['policy', '1.0.0.0'],
    qos_performance_policy: ['policy', '4.0.0.0'],
    migration_session: ['migration_session', '1.0.0.0'],
    volumes: ['volume[]', '1.0.0.0'],
    replication_sessions: ['replication_session[]', '4.0.0.0'],
  },
};

describe('remote systems, rules, policies, volumes and groups', () => {
  it.for(Object.entries(associations))('%s leads to these resources', ([resource, expected]) => {
    const found = Object.entries(attributes[resource] ?? {}).flatMap(([name, { related, list, added }]) =>
      related === undefined ? [] : [[name, [`${related}${list ? '[]' : ''}`, added]]],
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it.for([
    ['remote_system', 'data_connections', '1.0.0.0'],
    ['remote_system', 'appliance_details', '3.0.0.0'],
    ['remote_system', 'ppdd_storage_unit_details', '3.5.0.0'],
    ['remote_system', 'unity_file_details', '4.0.0.0'],
    ['remote_system', 'powerstore_data_network_configuration', '4.0.0.0'],
    ['remote_system', 'file_connections', '4.4.0.0'],
    ['volume', 'protection_data', '1.0.0.0'],
    ['volume', 'location_history', '1.0.0.0'],
    ['volume_group', 'protection_data', '1.0.0.0'],
    ['volume_group', 'location_history', '1.0.0.0'],
  ] as const)('%s.%s is an object nobody can filter by, since %s', ([resource, name, added]) => {
    expect(attributes[resource]?.[name]).toMatchObject({ type: 'object', filterable: false, added });
  });

  it('host_volume_mapping is of a volume, with a host or a host group', () => {
    const found = Object.entries(attributes['host_volume_mapping'] ?? {}).map(([name, info]) => [
      name,
      [info.type, info.nullable, info.references],
    ]);
    expect(Object.fromEntries(found)).toEqual({
      id: ['string', false, undefined],
      host_id: ['string', true, 'host'],
      host_group_id: ['string', true, 'host_group'],
      volume_id: ['string', false, 'volume'],
      logical_unit_number: ['integer', true, undefined],
    });
  });

  it('protection_data and location_history have these attributes', () => {
    expect(fieldsOf('protection_data')).toEqual([
      'copy_signature',
      'created_by_rule_id',
      'created_by_rule_name',
      'creator_type',
      'creator_type_l10n',
      'expiration_timestamp',
      'family_id',
      'is_app_consistent',
      'is_secure',
      'parent_id',
      'source_id',
      'source_timestamp',
    ]);
    expect(fieldsOf('location_history_entry')).toEqual([
      'from_appliance_id',
      'migrated_on',
      'reason',
      'reason_l10n',
      'to_appliance_id',
    ]);
    expect(schema('protection_data').properties?.['is_secure']?.['x-added']).toBe('3.5.0.0');
  });

  it('have names that filters take in any case', () => {
    for (const resource of Object.keys(associations)) {
      expect({ resource, name: attributes[resource]?.['name'] }).toMatchObject({
        resource,
        name: { ignoreCase: true },
      });
    }
  });
});

describe('internal attributes', () => {
  it('are what an array answered with that is in no document', () => {
    expect(internalAttributes['replication_session']?.names).toHaveLength(22);
    expect(internalAttributes['replication_session']?.names).toEqual(
      expect.arrayContaining(['previous_state', 'migration_session_id', 'is_ready_for_failback', 'rpo_snapshot_id']),
    );
    expect(internalAttributes['replication_session']?.names.filter((name) => name in session)).toEqual([]);
  });
});

const fieldsOf = (name: string): string[] => Object.keys(schema(name).properties ?? {}).toSorted();
