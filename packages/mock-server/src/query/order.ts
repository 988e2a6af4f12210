import quickselect from 'quickselect';
import { badQuery, termOf } from './attribute.js';
import type { Row } from './row.js';
import type { Store } from './store.js';
import { type Comparable, comparable, compare } from './value.js';

/** Takes the first `count` rows of an order, in that order. Rows that are equal stay as they were. */
export type Ordering = (rows: readonly Row[], count: number) => Row[];

/**
 * Reads `order=a,b.desc`. Rows without a value come last when ascending and first when descending, as in PostgREST;
 * what an array does is not documented.
 *
 * @throws Refusal with 400 where an attribute or a direction does not exist.
 */
export function readOrder(store: Store, resource: string, text: string): Ordering {
  const parts = text.split(',').map((part) => readPart(store, resource, part.trim()));

  return (rows, count) => {
    // Keys are read once per row, not once per comparison, and only where those before them are equal.
    const columns = parts.map(({ keyOf, sign }) => {
      const keys: (Comparable | null | undefined)[] = [];
      const keyAt = (index: number): Comparable | null => {
        let key = keys[index];
        if (key === undefined) keys[index] = key = keyOf(rows[index] ?? {});
        return key;
      };
      return (a: number, b: number): number => sign * ascending(keyAt(a), keyAt(b));
    });
    const before = (a: number, b: number): number => {
      for (const column of columns) {
        const order = column(a, b);
        if (order !== 0) return order;
      }
      return a - b;
    };
    return firstOf(rows.length, count, before)
      .toSorted(before)
      .map((index) => rows[index] ?? {});
  };
}

/** The first `count` of the numbers below `length`, in any order. */
function firstOf(length: number, count: number, before: (a: number, b: number) => number): number[] {
  // A page is a small part of a large collection: most are behind those found so far, and are looked at once.
  const found: number[] = [];
  let last: number | undefined;
  for (let index = 0; index < length; index += 1) {
    if (last !== undefined && before(last, index) < 0) continue;
    found.push(index);
    if (found.length >= 2 * count) last = cut();
  }
  if (found.length > count) cut();
  return found;

  function cut(): number | undefined {
    if (count > 0) quickselect(found, count - 1, 0, found.length - 1, before);
    found.length = count;
    return found.at(-1);
  }
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
