import { type AttributeInfo, attributes, type OperationId, isAtLeast, isResource } from '@powerstore-api/types';

/** A kind of thing an array has, and how it is read. */
export interface Resource {
  name: string;
  list: OperationId;
  get?: OperationId;
  /** Whether an instance can be named in place of its id, and which to try: whether names of snapshots are unique is not documented. */
  byName?: Record<string, string>;
  /** Whether its list can be filtered, ordered and read in parts. */
  queried: boolean;
}

export const resources: readonly Resource[] = [
  {
    name: 'replication_session',
    list: 'replication_session_collection_query',
    get: 'replication_session_instance_query',
    queried: true,
  },
  {
    name: 'remote_system',
    list: 'remote_system_collection_query',
    get: 'remote_system_instance_query',
    byName: {},
    queried: true,
  },
  {
    name: 'replication_rule',
    list: 'replication_rule_collection_query',
    get: 'replication_rule_instance_query',
    byName: {},
    queried: true,
  },
  { name: 'policy', list: 'policy_collection_query', get: 'policy_instance_query', byName: {}, queried: true },
  {
    name: 'volume',
    list: 'volume_collection_query',
    get: 'volume_instance_query',
    byName: { type: 'eq.Primary' },
    queried: true,
  },
  {
    name: 'volume_group',
    list: 'volume_group_collection_query',
    get: 'volume_group_instance_query',
    byName: { type: 'eq.Primary' },
    queried: true,
  },
  {
    name: 'host_volume_mapping',
    list: 'host_volume_mapping_collection_query',
    get: 'host_volume_mapping_instance_query',
    queried: true,
  },
  { name: 'job', list: 'job_collection_query', get: 'job_instance_query', queried: true },
  {
    name: 'software_installed',
    list: 'software_installed_collection_query',
    get: 'software_installed_instance_query',
    queried: true,
  },
  { name: 'cluster', list: 'cluster_collection_query', get: 'cluster_instance_query', queried: false },
  { name: 'login_session', list: 'login_session_collection_query', queried: false },
];

/** The attributes of a resource that a release has. */
export const attributesOf = (resource: string, release: string): [name: string, info: AttributeInfo][] =>
  Object.entries<AttributeInfo>(isResource(resource) ? attributes[resource] : {}).filter(([, { added }]) =>
    isAtLeast(release, added),
  );

/** At most so many rows, where the list can be read in parts. */
export const limited = ({ queried }: Resource, limit: number): Record<string, string> =>
  queried ? { limit: String(limit) } : {};

/** An id that nobody has. */
export const unknownId = '00000000-0000-0000-0000-000000000000';
