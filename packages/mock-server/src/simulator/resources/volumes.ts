// Volumes, volume groups, and their replicas on another array.
import { literals, type ReplicatedResourceType, type StorageElementType } from '@powerstore-api/types';
import type { NewRow, ProtectionData, Row } from '../world/rows.js';
import type { Site } from '../world/site.js';
import { completeRow, type Tables } from '../world/tables.js';
import { wireTime } from '../world/time.js';
import { arrayAt, type World } from '../world/world.js';

/** The resources that can have a protection policy or metro. */
export type Protectable = 'volume' | 'volume_group';

export const isProtectable = (resource: ReplicatedResourceType): resource is Protectable =>
  resource === 'volume' || resource === 'volume_group';

/** The resource that a session replicates, and its parts, with their ids on both arrays. */
export interface Replicated {
  resource_type: ReplicatedResourceType;
  name: string;
  ids: readonly [string, string];
  parts: { type: StorageElementType; ids: readonly [string, string] }[];
}

/** The protection data of a resource that a user created. */
const original = (world: World, site: Site, id: string): ProtectionData => ({
  family_id: id,
  parent_id: null,
  source_id: null,
  source_timestamp: null,
  creator_type: 'User',
  creator_type_l10n: literals.StorageCreatorType.User.text,
  copy_signature: null,
  created_by_rule_id: null,
  created_by_rule_name: null,
  expiration_timestamp: null,
  is_app_consistent: false,
  ...(arrayAt(world, site).release.has('3.5.0.0') && ({ is_secure: false } satisfies ProtectionData)),
});

export function addVolume(
  world: World,
  site: Site,
  given: Pick<Row<'volume'>, 'name'> & Partial<NewRow<'volume'>>,
): Row<'volume'> {
  const id = world.random.id();
  const digits = id.replaceAll('-', '');
  return arrayAt(world, site).tables.add(
    'volume',
    completeRow('volume', {
      id,
      type: 'Primary',
      wwn: `naa.68ccf098${digits.slice(0, 24)}`,
      nsid: 1,
      nguid: `nguid.${digits}`,
      appliance_id: 'A1',
      state: 'Ready',
      size: 1_073_741_824,
      logical_used: 0,
      sector_size: 512,
      node_affinity: 'System_Select_At_Attach',
      performance_policy_id: 'default_medium',
      creation_timestamp: wireTime(world.now),
      is_replication_destination: false,
      is_host_access_available: true,
      protection_data: original(world, site, id),
      ...given,
    }),
  );
}

export function addVolumeGroup(
  world: World,
  site: Site,
  given: Pick<Row<'volume_group'>, 'name' | 'members'> & Partial<NewRow<'volume_group'>>,
): Row<'volume_group'> {
  const id = world.random.id();
  return arrayAt(world, site).tables.add(
    'volume_group',
    completeRow('volume_group', {
      id,
      creation_timestamp: wireTime(world.now),
      is_protectable: true,
      is_write_order_consistent: true,
      type: 'Primary',
      is_replication_destination: false,
      is_host_access_available: true,
      is_importing: false,
      protection_data: original(world, site, id),
      ...given,
    }),
  );
}

/** The members of a volume group; a volume has none. */
export const membersOf = (resource: Row<Protectable>): readonly string[] =>
  'members' in resource ? resource.members : [];

/** Whether another resource of this kind has the name, whatever its case. Snapshots have names of their own. */
export const isTaken = (
  { rows }: Pick<Tables, 'rows'>,
  resource: Protectable,
  name: string,
  by?: Pick<Row<Protectable>, 'id' | 'type'>,
): boolean =>
  rows(resource).some(
    (row) =>
      row.id !== by?.id &&
      (row.type === 'Snapshot') === (by?.type === 'Snapshot') &&
      row.name.toLowerCase() === name.toLowerCase(),
  );

/** The name, or the first of `name_1`, `name_2` and so on that is free. */
function freeName(tables: Tables, resource: Protectable, name: string): string {
  let free = name;
  for (let number = 1; isTaken(tables, resource, free); number += 1) free = `${name}_${number}`;
  return free;
}

/**
 * Creates a replica of a volume, or of a group with its members, on another array. It looks at all names of that array, unless
 * they are known to be free.
 */
export function createReplica(
  world: World,
  site: Site,
  other: Site,
  source: Row<Protectable>,
  { isFree = false }: { isFree?: boolean } = {},
): Replicated {
  const destination = { is_replication_destination: true, is_host_access_available: false } satisfies Partial<
    Row<'volume'>
  >;
  const { tables: remote } = arrayAt(world, other);
  const nameFor = (resource: Protectable, name: string): string => (isFree ? name : freeName(remote, resource, name));
  const replicaOf = ({ name, size }: Pick<Row<'volume'>, 'name' | 'size'>): string =>
    addVolume(world, other, { name: nameFor('volume', name), size, ...destination }).id;
  if (!('members' in source)) {
    const ids = [source.id, replicaOf(source)] as const;
    return { resource_type: 'volume', name: source.name, ids, parts: [{ type: 'volume', ids }] };
  }
  const { id, name, members, is_write_order_consistent } = source;
  const { tables } = arrayAt(world, site);
  const parts = members.flatMap((member): Replicated['parts'] => {
    const volume = tables.find('volume', member);
    return volume ? [{ type: 'volume', ids: [member, replicaOf(volume)] }] : [];
  });
  const replica = addVolumeGroup(world, other, {
    name: nameFor('volume_group', name),
    is_write_order_consistent,
    ...destination,
    members: parts.map(({ ids }) => ids[1]),
  });
  return { resource_type: 'volume_group', name, ids: [id, replica.id], parts };
}

/** Deletes the volume or the group of a session, with the members of the group and the attachments to hosts. */
export function removeProtectable(
  world: World,
  site: Site,
  { resource_type: resource, local_resource_id: id }: Row<'replication_session'>,
): void {
  const { tables } = arrayAt(world, site);
  const own = isProtectable(resource) ? tables.find(resource, id) : undefined;
  if (!own) return;
  const volumes = new Set(resource === 'volume' ? [id] : membersOf(own));
  if (resource === 'volume_group') tables.remove(resource, id);
  for (const volume of volumes) tables.remove('volume', volume);
  for (const mapping of tables.rows('host_volume_mapping'))
    if (volumes.has(mapping.volume_id)) tables.remove('host_volume_mapping', mapping.id);
}
