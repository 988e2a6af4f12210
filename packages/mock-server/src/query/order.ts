import quickselect from 'quickselect';
import { badQuery, termOf } from './attribute.js';
import type { Row } from './row.js';
import type { Store } from './store.js';
import { type Comparable, comparable, compare } from './value.js';

/** Takes the first `count` rows of an order, in that order. Rows that are equal stay as they were. */
export type Ordering = (rows: readonly Row[], count: number) => Row[];

interface Keyed {
  row: Row;
  keys: (Comparable | null)[];
  index: number;
}

/**
 * Reads `order=a,b.desc`. Rows without a value come last when ascending and first when descending, as in PostgREST;
 * what an array does is not documented.
 *
 * @throws Refusal with 400 where an attribute or a direction does not exist.
 */
export function readOrder(store: Store, resource: string, text: string): Ordering {
  const parts = text.split(',').map((part) => readPart(store, resource, part.trim()));

  const before = (a: Keyed, b: Keyed): number => {
    for (const [index, { sign }] of parts.entries()) {
      const order = sign * ascending(a.keys[index] ?? null, b.keys[index] ?? null);
      if (order !== 0) return order;
    }
    return a.index - b.index;
  };

  return (rows, count) => {
    // Keys are read once per row, not once per comparison.
    const keyed = rows.map((row, index) => ({ row, keys: parts.map(({ keyOf }) => keyOf(row)), index }));
    // A page is a small part of a large collection: find its rows first, and sort no others.
    if (count < keyed.length) quickselect(keyed, count, 0, keyed.length - 1, before);
    return keyed
      .slice(0, count)
      .toSorted(before)
      .map(({ row }) => row);
  };
}

function readPart(
  store: Store,
  resource: string,
  part: string,
): { keyOf: (row: Row) => Comparable | null; sign: 1 | -1 } {
  const [, name = '', direction = 'asc'] = /^(.*?)(?:\.(\w+))?$/.exec(part) ?? [];
  if (!/^(asc|desc)$/i.test(direction))
    throw badQuery(`order=${part}: ${direction} is no direction. There are asc and desc.`);
  const term = termOf(store, resource, name);
  // Names are sorted without regard to case, however they are filtered (guide).
  const by = name === 'name' ? { ...term, ignoreCase: true } : term;
  return { keyOf: (row) => comparable(by, term.valueOf(row)), sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
}

function ascending(a: Comparable | null, b: Comparable | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(a, b);
}
