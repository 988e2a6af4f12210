// What the checks of queries have in common: the rows that they look at, and how they look again.
import type { AttributeInfo } from '@powerstore-api/types';
import type { Exchange } from '../../array/exchange.js';
import { rangeOf, type Row, rowsOf } from '../../array/rows.js';
import { placeOf } from '../../contract/contract.js';
import { placeAt } from '../../contract/place.js';
import { attributesOf, type ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../check-context.js';

/** The rows that a check looks at: the whole collection, or its beginning in the order of ids. */
export interface Window {
  rows: Row[];
  isAll: boolean;
}

/** A list has no more rows in one answer. */
const longestList = 2000;

export const limitOf = ({ target }: CheckContext): string => String(Math.min(target.pace.rows, longestList));

export const filterable = ({ name }: ReadableResource, { release }: CheckContext): [string, AttributeInfo][] =>
  attributesOf(name, release).filter(([, info]) => info.filterable);

export async function readWindow(
  context: CheckContext,
  { list }: ReadableResource,
  names: readonly string[],
): Promise<Window> {
  const select = [...new Set(['id', ...names])].join(',');
  const exchange = await context.ask(list, { query: { select, order: 'id', limit: limitOf(context) } });
  context.expectStatus(exchange, [200, 206]);
  const rows = rowsOf(exchange);
  return { rows, isAll: exchange.status === 200 && (rangeOf(exchange)?.total ?? rows.length) === rows.length };
}

/** A query by an attribute, in names of the API. */
export interface Query {
  attribute: string;
  /** Identifies the query in findings, such as `size not in`, or `size order asc`. */
  subject: string;
}

/** Reports a query that the array refuses. */
export function isRefused(
  { find, expectStatus }: CheckContext,
  exchange: Exchange,
  { attribute, subject }: Query,
): boolean {
  const { status, operationId } = exchange;
  if (status < 300) return false;
  if (status !== 400) expectStatus(exchange, [200, 206], subject);
  else {
    const place = `${placeOf(operationId)}/${placeAt('parameters', 'filter', attribute)}`;
    find('query.refused', exchange, `The array refuses a query by ${attribute} (${subject}).`, { place, subject });
  }
  return true;
}

/** What is wrong with an answer. */
export interface Fault {
  exchange: Exchange;
  subject: string;
  message: string;
}

/** An instance may change from one look to the next, and back again in between: so often a fault has to show. */
const looks = 3;

/** The fault that each of several looks shows; nothing where one of them shows none. */
export async function persistentFault(look: () => Promise<Fault | undefined>): Promise<Fault | undefined> {
  let found: Fault | undefined;
  for (let count = 0; count < looks; count += 1) {
    const fault = await look();
    if (!fault) return undefined;
    found = fault;
  }
  return found;
}
