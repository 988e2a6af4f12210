import { isOperation, operations } from '@powerstore-api/types';
import type { Row } from './row.js';
import type { Store } from './store.js';

/** Whether `name:` and its name can address an instance of a resource. */
function takesName(resource: string): boolean {
  const query = `${resource}_instance_query`;
  return isOperation(query) && operations[query].byName === true;
}

/** The name in a reference such as `name:database`, if the resource takes names. */
export const nameIn = (resource: string, reference: string): string | undefined =>
  reference.startsWith('name:') && takesName(resource) ? reference.slice('name:'.length) : undefined;

/** An instance by its id or, if the resource takes names, by `name:` and its name. */
export function findInstance(store: Store, resource: string, reference: string): Row | undefined {
  const name = nameIn(resource, reference);
  return name === undefined
    ? store.find(resource, reference)
    : store.rows(resource).find((row) => row['name'] === name);
}
