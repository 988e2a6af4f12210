import type { Term } from './attribute.js';
import type { Row } from './row.js';
import type { Column, Store } from './store.js';
import { type Comparable, comparable } from './value.js';

export const columnOf = <Value>(rows: readonly Row[], valueOf: (row: Row) => Value): Column<Value> => ({
  values: rows.map(valueOf),
  changes: 0,
});

/** The values of a term, ready to compare. */
export function comparables(store: Store, resource: string, term: Term): Column<Comparable | null> {
  const valueOf = (row: Row): Comparable | null => comparable(term, term.valueOf(row));
  return term.own
    ? store.column(resource, `${term.name} ${term.ignoreCase}`, valueOf)
    : columnOf(store.rows(resource), valueOf);
}
