import type { AttributeName, Resource } from '@powerstore-api/types';
import type { Exchange } from '../http/exchange.js';
import type { Target } from '../target/target.js';

/** A row of any resource, as an array sends it. No value has been checked. */
export interface Row {
  id?: unknown;
  [attribute: string]: unknown;
}

/** A row of this resource, or the attributes that these resources have in common. No value has been checked. */
export type RowOf<R extends Resource> = { readonly [Name in AttributeName<R>]?: unknown };

/** An array puts at most this many rows into one answer. */
export const maxRowsPerAnswer = 2000;

/** The `limit` of a query for as many rows as the pace and an answer allow. */
export const limitOf = ({ pace }: Pick<Target, 'pace'>): string => String(Math.min(pace.rows, maxRowsPerAnswer));

/** The rows of a list; none where the answer is no list of objects, which the schema reports. */
export const rowsOf = ({ json }: Exchange): Row[] =>
  Array.isArray(json) ? json.filter((row): row is Row => typeof row === 'object' && row !== null) : [];

/** Whether an answer is a list. Another answer has no rows either, and says nothing about how many the array has. */
export const isList = ({ status, json }: Exchange): boolean => status < 300 && Array.isArray(json);

/**
 * The rows of a list on which it depends what is done to the array.
 *
 * @throws Error where the answer is no list.
 */
export function requireRows(exchange: Exchange): Row[] {
  if (isList(exchange)) return rowsOf(exchange);
  throw new Error(`the array answers ${exchange.request} with ${exchange.status} and no list that can be read`);
}

/** The row of an instance; nothing where the answer is an error or no object. */
export const rowOfInstance = ({ status, json }: Exchange): Row | undefined =>
  status < 300 && typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;

/**
 * `Content-Range: first-last/total` in numbers. The suite reads it by itself and not by the client: it would not see a fault
 * that the two had in common.
 */
export function rangeOf({ headers }: Exchange): { first: number; last: number; total: number } | undefined {
  const [, first, last, total] = /^(\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  if (first === undefined || last === undefined || total === undefined) return undefined;
  return { first: Number(first), last: Number(last), total: Number(total) };
}
