import { type OperationId, operations, type Resource } from '@powerstore-api/types';

/** The resources whose paths take `name:` and a name in place of the id (`x-by_name` of the contract). */
const byName: ReadonlySet<Resource> = new Set<Resource>([
  'volume',
  'volume_group',
  'policy',
  'remote_system',
  'replication_rule',
]);

/** The next step after a 404 on `name:` and a name, if the resource has no names. */
export function nameHint(operation: OperationId, url: string): string | undefined {
  const { resource } = operations[operation];
  const encoded = /\/name:([^/?]+)/.exec(url)?.[1];
  if (encoded === undefined || byName.has(resource)) return undefined;
  if (resource !== 'replication_session') return `A ${resource} has no name. List the collection to find its id.`;
  const name = decodeURIComponent(encoded);
  return (
    'A replication session has no name. Find it by the id of its volume or volume group: ' +
    'array.replicationSessions.list({ where: { local_resource_id: id } }), ' +
    `with the id of array.volumes.get('name:${name}') or array.volumeGroups.get('name:${name}').`
  );
}
