// The rows of a collection that the checks of queries compare answers with.
import type { AttributeInfo } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import { attributeNames } from '../../array/rows/query.js';
import { isList, limitOf, rangeOf, type Row, rowsOf } from '../../array/rows/rows.js';
import { attributesOf, type ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../context/check-context.js';

/** The whole collection, or its beginning in the order of ids. */
export interface KnownRows {
  rows: Row[];
  isAll: boolean;
}

/** These rows as they were read. */
export interface FirstRows extends KnownRows {
  exchange: Exchange;
}

export const filterable = ({ name }: ReadableResource, { release }: CheckContext): [string, AttributeInfo][] =>
  attributesOf(name, release).filter(([, info]) => info.filterable);

/** Attributes to select, with the id. */
const withId = (...names: readonly string[]): string[] => [...new Set([attributeNames('id'), ...names])];

export async function readFirstRows(
  context: CheckContext,
  { list }: ReadableResource,
  names: readonly string[],
): Promise<FirstRows> {
  const select = withId(...names).join(',');
  const exchange = await context.ask(list, {
    query: { select, order: attributeNames('id'), limit: limitOf(context.target) },
  });
  context.expectStatus(exchange, [200, 206]);
  const rows = rowsOf(exchange);
  return {
    rows,
    exchange,
    isAll: isList(exchange) && exchange.status === 200 && (rangeOf(exchange)?.total ?? rows.length) === rows.length,
  };
}
