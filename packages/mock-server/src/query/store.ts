import type { Release } from '../contract/release.js';
import type { Row } from './row.js';

/**
 * A value of each row of a collection, in the order of the rows. Side by side they are read many times as fast as out of
 * rows that are all over the memory.
 */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** How often one of them has changed. */
  readonly changes: number;
}

/** The rows of one array, and what its release knows of them. */
export interface Store {
  readonly release: Release;
  rows(resource: string): readonly Row[];
  /** What follows of each row from its own attributes; under a key always the same. */
  column<Value>(resource: string, key: string, valueOf: (row: Row) => Value): Column<Value>;
  find(resource: string, id: string): Row | undefined;
  /** What an association of a row leads to; `null` or an empty list for nothing. */
  related(resource: string, association: string, row: Row): Row | readonly Row[] | null;
}
