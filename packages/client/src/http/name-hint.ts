import { type OperationId, operations, type Resource } from '@powerstore-api/types';

/** The resources whose paths take `name:` and a name in place of the id (`x-by_name` of the contract). */
const byName: ReadonlySet<Resource> = new Set<Resource>([
  'volume',
  'volume_group',
  'policy',
  'remote_system',
  'replication_rule',
]);

/** The form of an id; only a cluster has a shorter one. */
const id = /^[\da-f-]{36}$/i;

/** The next step after a 404 on a name: with `name:` if the resource has no names, and without it. */
export function nameHint(operation: OperationId, url: string): string | undefined {
  const { resource } = operations[operation];
  const [, prefix, encoded = ''] = new RegExp(`/${resource}/(name:)?([^/?]+)`).exec(url) ?? [];
  const name = decodeURIComponent(encoded);
  if (name === '' || id.test(name)) return undefined;
  if (byName.has(resource)) return prefix ? undefined : `If this is its name, write 'name:${name}'.`;
  if (resource !== 'replication_session')
    return prefix && `A ${resource} has no name. List the collection to find its id.`;
  return (
    'A replication session has no name. Find it by the id of its volume or volume group: ' +
    'array.replicationSessions.list({ where: { local_resource_id: id } }), ' +
    `with the id of array.volumes.get('name:${name}') or array.volumeGroups.get('name:${name}').`
  );
}
