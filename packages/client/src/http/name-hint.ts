import { type OperationId, operations } from '@powerstore-api/types';

/** An id, or none; only that of a cluster is shorter. */
const id = /^([\da-f-]{36})?$/i;

/** The next step after a 404 on a name: with `name:` if the resource has no names, and without it. */
export function nameHint(operation: OperationId, url: string): string | undefined {
  const { resource, byName } = operations[operation];
  const [, prefix, encoded = ''] = new RegExp(`/${resource}/(name:)?([^/?]+)`).exec(url) ?? [];
  const name = `'name:${decodeURIComponent(encoded)}'`;
  if (id.test(encoded)) return undefined;
  if (byName) return prefix ? undefined : `If this is its name, write ${name}.`;
  const problem = `A ${resource} has no name. `;
  if (resource === 'replication_session')
    return `${problem}Get the id of its volume or group by array.volumes.get(${name}) or array.volumeGroups.get(${name}), and list sessions where local_resource_id is it.`;
  return prefix && `${problem}List the collection to find its id.`;
}
