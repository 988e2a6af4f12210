import type { Term } from './attribute.js';
import type { Row } from './row.js';
import type { Store } from './store.js';
import { type Comparable, comparable } from './value.js';

/**
 * A value of each row of a collection, in the order of the rows. Side by side they are read many times as fast as out of
 * rows that are all over the memory.
 */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** How often one of them has changed. */
  readonly changes: number;
}

export const columnOf = <Value>(rows: readonly Row[], valueOf: (row: Row) => Value): Column<Value> => ({
  values: rows.map(valueOf),
  changes: 0,
});

/** The values of a term as they are compared. */
export function comparables(store: Store, resource: string, term: Term): Column<Comparable | null> {
  const valueOf = (row: Row): Comparable | null => comparable(term, term.valueOf(row));
  return term.own
    ? store.column(resource, `${term.name} ${term.ignoreCase}`, valueOf)
    : columnOf(store.rows(resource), valueOf);
}
