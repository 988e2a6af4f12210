import { checkOptions } from '@powerstore-api/input';
import { readInstances, withoutLogin } from '../http/answer.js';
import * as option from '../input/options.js';
import type { Exchange } from '../http/transport.js';
import { pageChecks, type Part } from './page-checks.js';

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
  /** Instances in the collection, after filters, when the array answered. */
  readonly total: number;
  /** The position of these in the collection: zero-based, both ends included. */
  readonly range: { readonly first: number; readonly last: number };
  /** The answer of the array: 200 for a whole collection, 206 for a part of it. */
  readonly response: { readonly status: number; readonly headers: Pick<Headers, 'get'> };
}

/**
 * A collection that is read page by page while you consume it. The client sends nothing before that. Each loop reads the
 * collection again; leaving the loop early aborts the requests in flight. It throws a `ContractError` if a page is not the
 * part of the collection that the client asked for.
 *
 * @example
 * ```ts
 * for await (const session of array.replicationSessions.list({ select: ['id', 'state'] })) {
 *   console.log(session.id, session.state);
 * }
 * ```
 */
export interface Listing<T> extends AsyncIterable<T> {
  /**
   * The pages. An empty collection has no page.
   *
   * @example
   * ```ts
   * for await (const { items, total } of array.volumes.list({ select: ['name'], pageSize: 500 }).pages()) {
   *   console.log(items.length, 'of', total);
   * }
   * ```
   */
  pages(): AsyncGenerator<Page<T>, void, undefined>;
  /**
   * All instances, or the first `limit` instances. The client does not ask for more than these.
   *
   * @example
   * ```ts
   * const worst = await array.replicationSessions
   *   .list({ select: ['id', 'last_sync_timestamp'], order: ['last_sync_timestamp'] })
   *   .toArray({ limit: 10 });
   * ```
   */
  toArray(options?: { readonly limit?: number }): Promise<T[]>;
  /**
   * The first instance in the order of the list; `undefined` if the list is empty.
   *
   * @example
   * ```ts
   * const newest = await array.jobs.list({ select: ['id', 'start_time'], order: ['start_time.desc'] }).first();
   * console.log(newest?.start_time ?? 'no jobs');
   * ```
   */
  first(): Promise<T | undefined>;
}

/** Reads a part of a collection. */
export type ReadPart = (part: Part, signal: AbortSignal | undefined) => Promise<Exchange>;

/** How a collection is read. */
export interface ListingOptions {
  readonly pageSize: number;
  /** Pages that are asked for at the same time. */
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
}

/** `T` is an instance with the selected attributes. That the array sends these is not checked. */
export function createListing<T>(read: ReadPart, options: Partial<ListingOptions>): Listing<T> {
  const { pageSize = defaultInstancesPerPage, concurrency = defaultPagesInFlight, signal } = options;
  const pages = (most = Number.POSITIVE_INFINITY) => readPages<T>(read, { pageSize, concurrency, signal }, most);
  const toArray = async (some: { readonly limit?: number } = {}): Promise<T[]> => {
    checkOptions('toArray', limitOnly, some);
    const { limit = Number.POSITIVE_INFINITY } = some;
    const found: T[] = [];
    if (limit === 0) return found;
    for await (const { items } of pages(Math.ceil(limit))) {
      // `push(...items)` would make every item an argument, and their number is limited.
      for (const item of items) found.push(item);
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  };
  return {
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.items;
    },
    pages: () => pages(),
    toArray,
    first: async () => (await toArray({ limit: 1 }))[0],
  };
}

/** The page size of dell/gopowerstore (`client.go`). */
const defaultInstancesPerPage = 1000;
/** The array lowers a larger limit silently. */
const maxInstancesPerPage = 2000;
/** With two, the next page is there when the caller is done with this one. More than four gain little and load the array. */
const defaultPagesInFlight = 2;
const maxPagesInFlight = 4;

/** The schemas of the options of a list that say how it is read. */
export const pagingFields = {
  pageSize: option.whole(1, maxInstancesPerPage),
  concurrency: option.whole(1, maxPagesInFlight),
};

const limitOnly = option.schemaOf<{ limit: number }>({ limit: option.notNegative });

interface Asked extends Part {
  readonly exchange: Promise<Exchange>;
}

/**
 * Reads the first page alone, because it says how many there are, and then several at a time. Aborts the requests in
 * flight when the caller leaves.
 */
async function* readPages<T>(
  read: ReadPart,
  { pageSize, concurrency, signal }: ListingOptions,
  most: number,
): AsyncGenerator<Page<T>, void, undefined> {
  let stop: AbortController | undefined;
  let until = signal;
  let asked: Asked[] = [];
  let next = 0;
  let end = 1;
  const ask = (): void => {
    while (asked.length < concurrency && next < end) {
      const part = { limit: Math.min(pageSize, most - next), offset: next };
      const exchange = read(part, until);
      // An error is thrown in its turn, or never if the caller leaves before.
      exchange.catch(() => undefined);
      asked.push({ ...part, exchange });
      next += part.limit;
    }
  };
  const checkPage = pageChecks();
  try {
    for (ask(); asked.length > 0;) {
      const [{ offset, limit, exchange: coming }, ...others] = asked as [Asked, ...Asked[]];
      asked = others;
      const exchange = await coming;
      const { status, headers } = exchange.answer;
      // Instances were deleted since the page before: none is left at this offset.
      if (status === 416 && offset > 0) return;
      const items = readInstances(exchange) as readonly T[];
      const { first, last, total } = checkPage(exchange, items, { offset, limit });
      if (items.length === 0) return;
      end = Math.min(total, most);
      if (last + 1 < offset + limit && last + 1 < end) {
        // The page is shorter than asked for, so the pages after it begin at the wrong offset.
        asked = [];
        next = last + 1;
      }
      next = Math.max(next, last + 1);
      if (next < end && !stop) {
        stop = new AbortController();
        until = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      }
      // Before the caller works on this one.
      ask();
      yield { items, total, range: { first, last }, response: { status, headers: withoutLogin(headers) } };
    }
  } finally {
    if (asked.length > 0) stop?.abort();
  }
}
