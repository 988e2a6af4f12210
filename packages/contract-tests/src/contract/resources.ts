import { type AttributeInfo, attributes, isAtLeast, type OperationId, type Resource } from '@powerstore-api/types';
import type { FiltersOf } from '../array/rows/query.js';

/** The resources whose instances have names. */
export type NamedResource = 'remote_system' | 'replication_rule' | 'policy' | 'volume' | 'volume_group';

/** A resource, and how it is read. */
export interface ReadableResource {
  name: Resource;
  list: OperationId;
  get?: OperationId;
  /**
   * Present where an instance can be read by its name; filters for the instances to try. Whether the names of snapshots are
   * unique is not documented.
   */
  byName?: FiltersOf<'volume' | 'volume_group'>;
  /** Whether its list can be filtered, ordered and read in parts. */
  queried: boolean;
}

export const resources: readonly ReadableResource[] = [
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
export const attributesOf = (resource: Resource, release: string): [name: string, info: AttributeInfo][] =>
  Object.entries<AttributeInfo>(attributes[resource]).filter(([, { added }]) => isAtLeast(release, added));

/** The query for so many rows at most, where the list can be read in parts. */
export const limited = ({ queried }: ReadableResource, limit: number): Record<string, string> =>
  queried ? { limit: String(limit) } : {};

/** An id that no instance has. */
export const unknownId = '00000000-0000-0000-0000-000000000000';
