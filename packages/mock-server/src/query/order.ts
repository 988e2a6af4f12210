import quickselect from 'quickselect';
import { badQuery, termOf } from './attribute.js';
import type { Row } from './row.js';
import type { Store } from './store.js';
import { type Comparable, comparable, compare } from './value.js';

/** Takes the first `count` rows of an order, in that order. Rows that are equal stay as they were. */
export type Ordering = (rows: readonly Row[], count: number) => Row[];

interface Keyed {
  row: Row;
  index: number;
  /** What it is ordered by: the first key, and of the others those that were needed. */
  keys: (Comparable | null)[];
}

/**
 * Reads `order=a,b.desc`. Rows without a value come last when ascending and first when descending, as in PostgREST;
 * what an array does is not documented.
 *
 * @throws Refusal with 400 where an attribute or a direction does not exist.
 */
export function readOrder(store: Store, resource: string, text: string): Ordering {
  const parts = text.split(',').map((part) => readPart(store, resource, part.trim()));
  const [first, ...others] = parts as [Part, ...Part[]];

  const before = (a: Keyed, b: Keyed): number => {
    let order = first.sign * ascending(a.keys[0] ?? null, b.keys[0] ?? null);
    for (let index = 0; order === 0 && index < others.length; index += 1) {
      const { keyOf, sign } = others[index] as Part;
      for (const { keys, row } of [a, b]) if (keys.length === index + 1) keys.push(keyOf(row));
      order = sign * ascending(a.keys[index + 1] ?? null, b.keys[index + 1] ?? null);
    }
    return order === 0 ? a.index - b.index : order;
  };

  return (rows, count) => {
    if (count === 0) return [];
    // A page is a small part of a large collection: most rows are behind all that were found so far, and are done with.
    let found: Keyed[] = [];
    let last: Comparable | null | undefined;
    const cut = (): void => {
      quickselect(found, count - 1, 0, found.length - 1, before);
      found = found.slice(0, count);
      last = found.at(-1)?.keys[0];
    };
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] as Row;
      const key = first.keyOf(row);
      if (last !== undefined && first.sign * ascending(last, key) < 0) continue;
      found.push({ row, index, keys: [key] });
      if (found.length >= 2 * count) cut();
    }
    if (found.length > count) cut();
    return found.toSorted(before).map(({ row }) => row);
  };
}

interface Part {
  keyOf: (row: Row) => Comparable | null;
  sign: 1 | -1;
}

function readPart(store: Store, resource: string, part: string): Part {
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
