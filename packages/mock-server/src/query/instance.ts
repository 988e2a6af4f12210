import { takesName } from '../contract/document.js';
import type { Row } from './row.js';
import type { Store } from './store.js';

/** An instance by its id or, where the resource offers that, as `name:` and its name. */
export function findInstance(store: Pick<Store, 'rows' | 'find'>, resource: string, id: string): Row | undefined {
  const name = id.startsWith('name:') && takesName(resource) ? id.slice('name:'.length) : undefined;
  return name === undefined ? store.find(resource, id) : store.rows(resource).find((row) => row['name'] === name);
}
