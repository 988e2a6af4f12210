import type { Store } from '../../query/store.js';
import { isTable } from '../world/rows.js';
import type { ArrayState } from '../world/world.js';
import { relatedTo } from './associations.js';

const stores = new WeakMap<ArrayState, Store>();

/** The store of an array for queries. An array always has the same one, because queries keep their results with it. */
export function storeOf(array: ArrayState): Store {
  let store = stores.get(array);
  if (!store) stores.set(array, (store = createStore(array)));
  return store;
}

/** The names are those of a query, so there may be no such table. */
function createStore(array: ArrayState): Store {
  const { release, tables } = array;
  return {
    release,
    rows: (resource) => (isTable(resource) ? tables.rows(resource) : []),
    column: (resource, key, valueOf) =>
      isTable(resource) ? tables.column(resource, key, valueOf) : { values: [], changes: 0 },
    find: (resource, id) => (isTable(resource) ? tables.find(resource, id) : undefined),
    related: (resource, association, row) => relatedTo(array, resource, association, row),
  };
}
