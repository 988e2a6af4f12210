import type { Store } from '../../query/store.js';
import { isTable } from '../world/rows.js';
import type { ArrayState } from '../world/world.js';
import { relatedTo } from './associations.js';

const stores = { public: new WeakMap<ArrayState, Store>(), internal: new WeakMap<ArrayState, Store>() };

/** The store of an array for queries. An array always has the same ones, because queries keep their results with them. */
export function storeOf(array: ArrayState, showsInternal = false): Store {
  const known = stores[showsInternal ? 'internal' : 'public'];
  let store = known.get(array);
  if (!store) known.set(array, (store = createStore(array, showsInternal)));
  return store;
}

/** The names are those of a query, so there may be no such table. */
function createStore(array: ArrayState, showsInternal: boolean): Store {
  const { release, tables } = array;
  return {
    release,
    showsInternal,
    rows: (resource) => (isTable(resource) ? tables.rows(resource) : []),
    column: (resource, key, valueOf) =>
      isTable(resource) ? tables.column(resource, key, valueOf) : { values: [], changes: 0 },
    find: (resource, id) => (isTable(resource) ? tables.find(resource, id) : undefined),
    related: (resource, association, row) => relatedTo(array, resource, association, row),
  };
}
