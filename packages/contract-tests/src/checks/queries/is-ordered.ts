// Whether lists are in order, as far as the documents say what order is.
import { type AttributeInfo, literals } from '@powerstore-api/types';
import { type Comparable, comparable, fold } from './comparable.js';

export type Direction = 'asc' | 'desc';

/** The orders that texts may be in. Which of them an array uses is not documented. */
const collations: readonly ((a: string, b: string) => number)[] = [
  (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  new Intl.Collator('en').compare,
  new Intl.Collator('en', { ignorePunctuation: true }).compare,
];

/** Whether values are in order; `undefined` for texts that are in no order that the suite knows. */
export function isOrdered(info: AttributeInfo, values: readonly unknown[], direction: Direction): boolean | undefined {
  const all = values.map((value) => comparable(info, value));
  const present = all.filter((value) => value !== null);
  // All `null`s are at one end. Which end is not documented.
  const first = all.findIndex((value) => value !== null);
  if (present.length > 0 && all.slice(first, first + present.length).includes(null)) return false;
  const run = direction === 'asc' ? present : present.toReversed();
  const within = (compare: (a: Comparable, b: Comparable) => number): boolean =>
    run.every((value, index) => index === 0 || compare(run[index - 1] as Comparable, value) <= 0);
  if (info.type === 'string' || info.type === 'enum') {
    const ranks = info.enum === undefined ? [] : Object.keys(literals[info.enum]);
    const text = collations.some(
      (collate) =>
        within((a, b) => collate(String(a), String(b))) || within((a, b) => collate(fold(String(a)), fold(String(b)))),
    );
    return text || (ranks.length > 0 && within((a, b) => ranks.indexOf(String(a)) - ranks.indexOf(String(b))))
      ? true
      : undefined;
  }
  return present.some((value) => Number.isNaN(value)) || within((a, b) => Number(a) - Number(b));
}

/** Texts without case, of which equal ones next to each other count once. */
const withoutRepeats = (values: readonly unknown[]): string[] =>
  values
    .filter((value) => value !== null)
    .map((value) => fold(String(value)))
    .filter((value, index, all) => value !== all[index - 1]);

/** Whether one list of texts is the reverse of the other, with equal texts together: then both are in some order. */
export function areReversed(one: readonly unknown[], other: readonly unknown[]): boolean {
  const [forward, backward] = [withoutRepeats(one), withoutRepeats(other).toReversed()];
  return new Set(forward).size === forward.length && forward.join('\n') === backward.join('\n');
}
