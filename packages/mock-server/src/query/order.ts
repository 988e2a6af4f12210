import { termOf } from './attribute.js';
import { badQuery } from './bad-query.js';
import { comparables } from './column.js';
import type { Column, Store } from './store.js';
import { type Comparable, compare } from './value.js';

/**
 * Sorts the rows of a collection, or those at the `found` positions, and returns the positions of at least the first `count`
 * of them. Equal rows keep their order.
 */
export type Ordering = (found: Uint32Array | undefined, count: number) => readonly number[];

interface Key {
  column: Column<Comparable | null>;
  sign: 1 | -1;
}

/** The positions of all rows of a collection, in an order. */
interface Sorted {
  columns: readonly Column<unknown>[];
  /** The number of changes that each column had when this was sorted. */
  changes: readonly number[];
  positions: readonly number[];
}

/** The last orders of each store. A client that pages through a collection asks for the same one again and again. */
const known = new WeakMap<Store, Map<string, Sorted>>();
const maxOrders = 20;

/**
 * Reads `order=a,b.desc`. Rows without a value come last when ascending and first when descending, as in PostgREST;
 * no document says what an array does.
 *
 * @throws HttpError with 400 if an attribute or a direction does not exist.
 */
export function readOrder(store: Store, resource: string, text: string): Ordering {
  const keys = text.split(',').map((part) => readPart(store, resource, part.trim()));
  const before = (a: number, b: number): number => {
    for (const { column, sign } of keys) {
      const order = sign * ascending(column.values[a] ?? null, column.values[b] ?? null);
      if (order !== 0) return order;
    }
    return a - b;
  };
  return (found, count) => {
    const total = store.rows(resource).length;
    if (found && found.length * 4 < total) return Array.from(found).toSorted(before);
    const sorted = sortAll(store, `${resource} ${text}`, keys, total, before);
    return found ? firstOf(found, sorted, count) : sorted;
  };
}

/** Sorts all rows. It starts from its last result, which is nearly in order and therefore quick to sort. */
function sortAll(
  store: Store,
  name: string,
  keys: readonly Key[],
  total: number,
  before: (a: number, b: number) => number,
): readonly number[] {
  let orders = known.get(store);
  if (!orders) known.set(store, (orders = new Map<string, Sorted>()));
  const columns = keys.map(({ column }) => column);
  const changes = columns.map((column) => column.changes);
  const last = orders.get(name);
  const isSame = last && columns.every((column, index) => column === last.columns[index]);
  if (isSame && changes.every((count, index) => count === last.changes[index])) return last.positions;
  const positions = (isSame ? last.positions : Array.from({ length: total }, (_, at) => at)).toSorted(before);
  if (orders.size >= maxOrders) orders.clear();
  orders.set(name, { columns, changes, positions });
  return positions;
}

/** The first `count` of the found positions, in order. */
function firstOf(found: Uint32Array, sorted: readonly number[], count: number): number[] {
  const isFound = new Uint8Array(sorted.length);
  for (const at of found) isFound[at] = 1;
  const first: number[] = [];
  for (const at of sorted) {
    if (first.length === count) break;
    if (isFound[at] === 1) first.push(at);
  }
  return first;
}

function readPart(store: Store, resource: string, part: string): Key {
  const [, name = '', direction = 'asc'] = /^(.*?)(?:\.(\w+))?$/.exec(part) ?? [];
  if (!/^(asc|desc)$/i.test(direction))
    throw badQuery(`order=${part}: ${direction} is not a direction. Use asc or desc.`);
  const term = termOf(store, resource, name);
  // Names are sorted without regard to case, even if filters regard it (guide).
  const by = name === 'name' ? { ...term, ignoreCase: true } : term;
  return { column: comparables(store, resource, by), sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
}

function ascending(a: Comparable | null, b: Comparable | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(a, b);
}
