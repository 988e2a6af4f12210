import type { Release } from '../contract/release.js';
import type { Row } from './row.js';

/**
 * A value of each row of a collection, in the order of the rows. Reading one array of values is many times as fast as reading
 * rows that are scattered over the memory.
 */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** How often a value has changed. */
  readonly changes: number;
}

/** The rows of one array, and its release. */
export interface Store {
  readonly release: Release;
  /** Whether the request has internal visibility. */
  readonly showsInternal?: boolean;
  rows(resource: string): readonly Row[];
  /** Computes a value of each row from its own attributes. The same key always has to mean the same computation. */
  column<Value>(resource: string, key: string, valueOf: (row: Row) => Value): Column<Value>;
  find(resource: string, id: string): Row | undefined;
  /** The related resources of a row; `null` or an empty list if there are none. */
  related(resource: string, association: string, row: Row): Row | readonly Row[] | null;
}
