import { discard, readInstances } from './answer.js';
import { type ContentRange, parseContentRange } from './content-range.js';
import { ContractError } from './errors/contract-error.js';
import type { Exchange } from './transport.js';

/**
 * One page of a collection.
 *
 * @example
 * ```ts
 * for await (const page of array.jobs.list({ pageSize: 200 }).pages()) {
 *   console.log(`${page.range.first}-${page.range.last} of ${page.total}`, page.items.length);
 * }
 * ```
 */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many instances the collection had, after filters, when this page was read. */
  readonly total: number;
  /** Which of them these are: zero-based, both included. */
  readonly range: { readonly first: number; readonly last: number };
  /** 200 for a whole collection, 206 for a part of one. */
  readonly status: number;
}

/**
 * A collection that is read as it is consumed, page by page. Nothing is sent before that, and each loop reads anew.
 *
 * @example
 * ```ts
 * for await (const session of array.replicationSessions.list({ select: ['id', 'state'] })) {
 *   console.log(session.id, session.state);
 * }
 * ```
 */
export interface Listing<T> extends AsyncIterable<T> {
  /** The pages. An empty collection has none. */
  pages(): AsyncGenerator<Page<T>, void, undefined>;
  /** All instances, or the first `limit` of them. */
  toArray(options?: { readonly limit?: number }): Promise<T[]>;
  /** The first instance, in the order of the list. */
  first(): Promise<T | undefined>;
}

/** Reads a part of a collection. */
export type ReadPart = (part: { readonly limit: number; readonly offset: number }) => Promise<Exchange>;

/** `T` is what the selection makes of an instance: that the array keeps to it is the one thing taken on trust here. */
export function createListing<T>(read: ReadPart, pageSize = DEFAULT_PAGE_SIZE): Listing<T> {
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
    throw new RangeError(`pageSize has to be a whole number from 1 to ${MAX_PAGE_SIZE}, not ${String(pageSize)}`);
  }
  const toArray = async ({ limit = Number.POSITIVE_INFINITY } = {}): Promise<T[]> => {
    if (Number.isNaN(limit) || limit < 0) throw new RangeError(`limit has to be 0 or more, not ${String(limit)}`);
    const found: T[] = [];
    if (limit === 0) return found;
    for await (const page of readPages<T>(read, Math.min(pageSize, Math.ceil(limit)))) {
      found.push(...page.items);
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  };
  return {
    async *[Symbol.asyncIterator]() {
      for await (const page of readPages<T>(read, pageSize)) yield* page.items;
    },
    pages: () => readPages<T>(read, pageSize),
    toArray,
    first: async () => (await toArray({ limit: 1 }))[0],
  };
}

/** As dell/gopowerstore reads collections (`client.go`). */
const DEFAULT_PAGE_SIZE = 1000;
/** The array lowers more than this without a word. */
const MAX_PAGE_SIZE = 2000;

async function* readPages<T>(read: ReadPart, limit: number): AsyncGenerator<Page<T>, void, undefined> {
  let offset = 0;
  let total = 0;
  do {
    const exchange = await read({ limit, offset });
    const { status } = exchange.response;
    // Instances went away since the page before: there is nothing left at this offset.
    if (status === 416 && offset > 0) return discard(exchange.response);
    const items = (await readInstances(exchange)) as readonly T[];
    if (items.length === 0) return;
    const range = rangeOf(exchange, offset, items.length);
    yield { items, total: range.total, range: { first: range.first, last: range.last }, status };
    offset = range.last + 1;
    total = range.total;
  } while (offset < total);
}

/** Whether a 200 carries `Content-Range` is not documented; without one it is all there is from the offset on. */
function rangeOf({ operation, response }: Exchange, offset: number, count: number): ContentRange {
  const header = response.headers.get('Content-Range');
  const range = parseContentRange(header);
  if (range !== undefined && range.first === offset && range.last >= offset) return range;
  if (response.status !== 206) return { first: offset, last: offset + count - 1, total: offset + count };
  throw new ContractError(
    `asked for a page from ${offset} on, got a partial answer (206) with ${header === null ? 'no Content-Range' : `Content-Range ${header}`}`,
    operation,
  );
}
