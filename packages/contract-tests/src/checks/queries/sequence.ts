// Whether rows are in order, as far as the documents say what order is.
import { type AttributeInfo, literals } from '@powerstore-api/types';
import type { Row } from '../../array/rows/rows.js';
import { type Comparable, comparable, fold } from './comparable.js';

/** An attribute to order by. */
export interface Key {
  attribute: string;
  info: AttributeInfo;
  descending: boolean;
}

type Compare = (a: Comparable, b: Comparable) => number;
type CompareRows = (a: Row, b: Row) => number;

const binary: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The orders that texts may be in. Which of them an array uses is not documented. */
const collations: readonly ((a: string, b: string) => number)[] = [
  binary,
  new Intl.Collator('en').compare,
  new Intl.Collator('en', { ignorePunctuation: true }).compare,
];

function comparesOf({ type, enum: enumName }: AttributeInfo): Compare[] {
  if (type !== 'string' && type !== 'enum') return [(a, b) => Number(a) - Number(b)];
  const ranks = enumName === undefined ? [] : Object.keys(literals[enumName]);
  return [
    ...collations.flatMap((collate): Compare[] => [
      (a, b) => collate(String(a), String(b)),
      (a, b) => collate(fold(String(a)), fold(String(b))),
    ]),
    ...(ranks.length > 0
      ? [(a: Comparable, b: Comparable) => ranks.indexOf(String(a)) - ranks.indexOf(String(b))]
      : []),
  ];
}

/** The orders that rows may be in by one attribute. All `null`s are at one end; which end is not documented. */
function ordersBy({ attribute, info, descending }: Key, hasNull: boolean): CompareRows[] {
  const known = new Map<unknown, Comparable | null>();
  const valueOf = (row: Row): Comparable | null => {
    const value = row[attribute];
    let found = known.get(value);
    if (found === undefined) known.set(value, (found = comparable(info, value)));
    return found;
  };
  const sign = descending ? -1 : 1;
  return comparesOf(info).flatMap((compare) =>
    (hasNull ? [1, -1] : [1]).map((nulls): CompareRows => (one, other) => {
      const [a, b] = [valueOf(one), valueOf(other)];
      if (a === null || b === null) return a === b ? 0 : a === null ? nulls : -nulls;
      return sign * compare(a, b);
    }),
  );
}

/** Whether the values can be compared at all: the schema reports those that cannot. */
const isComparable = ({ attribute, info }: Key, rows: readonly Row[]): boolean =>
  rows.every((row) => row[attribute] !== undefined && !Number.isNaN(comparable(info, row[attribute])));

/** The orders of the keys together that some of all rows are in; `undefined` where nobody can tell. */
export function ordersOf(keys: readonly Key[], some: readonly Row[], all = some): CompareRows[] | undefined {
  if (!keys.every((key) => isComparable(key, [...some, ...all]))) return undefined;
  let found: CompareRows[] = [() => 0];
  for (const key of keys) {
    const orders = ordersBy(
      key,
      all.some((row) => row[key.attribute] === null),
    );
    found = found.flatMap((before) =>
      orders
        .map(
          (order): CompareRows =>
            (a, b) =>
              before(a, b) || order(a, b),
        )
        .filter((order) => isSorted(some, order)),
    );
  }
  return found;
}

const isSorted = (rows: readonly Row[], order: CompareRows): boolean =>
  rows.every((row, index) => index === 0 || order(rows[index - 1] as Row, row) <= 0);

/** Whether a part of rows has the values that are at its place in one of these orders. Equal rows may change places. */
export const isPartOf = (
  part: readonly Row[],
  all: readonly Row[],
  { offset, orders }: { offset: number; orders: readonly CompareRows[] },
): boolean =>
  orders.slice(0, 100).some((order) => {
    const expected = all.toSorted(order).slice(offset, offset + part.length);
    return expected.length === part.length && part.every((row, index) => order(row, expected[index] as Row) === 0);
  });

/** Texts without case, of which equal ones next to each other count once. */
const withoutRepeats = (values: readonly unknown[]): string[] =>
  values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => fold(String(value)))
    .filter((value, index, all) => value !== all[index - 1]);

/** Whether one list of texts is the reverse of the other, with equal texts together: then both are in some order. */
export function areReversed(one: readonly unknown[], other: readonly unknown[]): boolean {
  const [forward, backward] = [withoutRepeats(one), withoutRepeats(other).toReversed()];
  return new Set(forward).size === forward.length && forward.join('\n') === backward.join('\n');
}
