import { checkOptions } from '@powerstore-api/input';
import {
  type OperationId,
  type Operations,
  operations,
  type Resource,
  type ResourceTypes,
} from '@powerstore-api/types';
import { readAnswer } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import * as option from '../input/options.js';
import { createListing, type Listing, pagingFields } from './pages.js';
import type { Where } from '../query/where.js';
import { type ListQuery, type Order, orderQuery, selectQuery, whereQuery } from '../query/parameters.js';
import type { DefaultSelect, Select, Selected } from '../query/select.js';
import type { Transport } from '../http/transport.js';

/**
 * How to read an instance.
 *
 * @example
 * ```ts
 * const options: ReadOptions<'job', '*'> = { select: '*' };
 * ```
 */
export interface ReadOptions<R extends Resource, S extends Select<R> = Select<R>> {
  /**
   * The attributes to read, as a list: attributes, and related resources with some of their attributes. The type of the
   * result has exactly these. A string is the raw `select` of the API.
   *
   * @default ['id'] // the default of the array
   */
  readonly select?: S;
  /** Aborts the request; the call rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * How to list a collection.
 *
 * @example
 * ```ts
 * array.replicationSessions.list({
 *   select: ['id', 'state', 'last_sync_timestamp', { remote_system: ['name'] }],
 *   where: { role: 'Source', state: { not: ['OK', 'Synchronizing'] } },
 *   order: ['last_sync_timestamp.desc'],
 *   pageSize: 200,
 * });
 * ```
 */
export type ListOptions<R extends Resource, S extends Select<R> = Select<R>> = ReadOptions<R, S> & Criteria<R>;

/** Not a part of {@link ReadOptions}: the compiler would work it out again for each selection. */
interface Criteria<R extends Resource> {
  /**
   * The attributes to sort by. The client adds `id` at the end of a list without it, because pages are stable only in a
   * unique order. It sends a string unchanged.
   *
   * @default ['id']
   */
  readonly order?: string | readonly Order<R>[];
  /**
   * Conditions that the instances must meet. You can filter by attributes that you do not select. A string is a part of
   * the query, such as `'state=eq.OK&role=eq.Source'`. The client sends it unchanged, so encode reserved characters.
   */
  readonly where?: string | Where<R>;
  /**
   * Instances of a page, 1 to 2000.
   *
   * @default 1000
   */
  readonly pageSize?: number;
  /**
   * Pages that the client asks for at the same time, 1 to 4. With 2, the next page arrives while you work on this one.
   *
   * @default 2
   */
  readonly concurrency?: number;
}

/**
 * A collection and its instances.
 *
 * @example
 * ```ts
 * const failed = await array.jobs.list({ select: ['id', 'description_l10n'], where: { phase: 'Failed' } }).toArray();
 * const job = await array.jobs.get(id, { select: ['state', 'progress_percentage'] });
 * ```
 */
export interface Collection<R extends PagedResource> {
  /**
   * Lists the instances. The client sends nothing until you iterate the result or call one of its methods.
   *
   * @example
   * ```ts
   * for await (const policy of array.policies.list({ select: ['name', { replication_rules: ['rpo'] }], order: ['name'] })) {
   *   console.log(policy.name, policy.replication_rules.map(({ rpo }) => rpo));
   * }
   * ```
   */
  list<const S extends Select<R> = DefaultSelect>(options?: ListOptions<R, S>): Listing<Selected<R, S>>;
  /**
   * Reads one instance. Rejects with a `NotFoundError` if there is none.
   *
   * @example
   * ```ts
   * const { name, state } = await array.volumes.get('name:database', { select: ['name', 'state'] });
   * ```
   */
  get<const S extends Select<R> = DefaultSelect>(id: string, options?: ReadOptions<R, S>): Promise<Selected<R, S>>;
}

/**
 * A collection without filters, order and pages.
 *
 * @example
 * ```ts
 * const { name } = await array.cluster.get('0', { select: ['name'] });
 * ```
 */
export interface PlainCollection<R extends ListedResource> {
  /**
   * Lists the instances. The client sends nothing until you iterate the result or call one of its methods.
   *
   * @example
   * ```ts
   * const clusters = await array.cluster.list({ select: ['id', 'name'] }).toArray();
   * ```
   */
  list<const S extends Select<R> = DefaultSelect>(options?: ReadOptions<R, S>): Listing<Selected<R, S>>;
  /**
   * Reads one instance. Rejects with a `NotFoundError` if there is none.
   *
   * @example
   * ```ts
   * const { global_id, state } = await array.cluster.get('0', { select: ['global_id', 'state'] });
   * ```
   */
  get<const S extends Select<R> = DefaultSelect>(id: string, options?: ReadOptions<R, S>): Promise<Selected<R, S>>;
}

/**
 * A resource that has a collection, and instances that can be read.
 *
 * @example
 * ```ts
 * const single: ListedResource = 'cluster';
 * ```
 */
export type ListedResource = {
  [R in Resource]: ResourceTypes[R]['operations'] extends { collection_query: OperationId; instance_query: OperationId }
    ? R
    : never;
}[Resource];

/**
 * A resource whose collection comes in pages, and can be filtered and sorted.
 *
 * @example
 * ```ts
 * const many: PagedResource[] = ['replication_session', 'volume', 'volume_group'];
 * ```
 */
export type PagedResource = {
  [R in ListedResource]: Operations[`${R}_collection_query`]['responses'] extends { 206: unknown } ? R : never;
}[ListedResource];

const readFields = { select: option.textOrList, signal: option.signal };

/** The schema of {@link ReadOptions}. */
export const readOptions = option.schemaOf<ReadOptions<Resource>>(readFields);

const listOptions = option.schemaOf<ListOptions<Resource>>({
  ...readFields,
  ...pagingFields,
  order: option.textOrList,
  where: option.optional((it) => typeof it === 'string' || option.isObject(it), 'a text or an object'),
});

/** The two reads of a resource over a transport. */
export function createCollection<R extends PagedResource>(send: Transport, resource: R): Collection<R>;
export function createCollection<R extends ListedResource>(send: Transport, resource: R): PlainCollection<R>;
export function createCollection<R extends ListedResource>(send: Transport, resource: R): PlainCollection<R> {
  const listId: OperationId = `${resource}_collection_query`;
  const getId: OperationId = `${resource}_instance_query`;
  // A collection that never answers 206 takes neither limit and offset nor order and filters.
  const paged = operations[listId].statuses.includes(206);
  return {
    list<const S extends Select<R>>(options: ListOptions<R, S> = {}) {
      checkOptions('list', paged ? listOptions : readOptions, options);
      const query = { ...listQuery(options, paged), ...selectQuery(options.select) };
      return createListing<Selected<R, S>>(
        (part, signal) => send(listId, { query: paged ? { ...query, ...part } : query, signal }),
        options,
      );
    },
    async get<const S extends Select<R>>(id: string, options: ReadOptions<R, S> = {}) {
      checkOptions('get', readOptions, options);
      const query = selectQuery(options.select);
      const answer = readAnswer(await send(getId, { path: { id }, query, signal: options.signal }));
      if (!option.isPlain(answer)) throw new ContractError('the answer is not an object', getId);
      return answer as Selected<R, S>;
    },
  };
}

function listQuery<R extends Resource>(
  { order, where }: ListQuery<R>,
  paged: boolean,
): Readonly<Record<string, unknown>> {
  return paged ? { ...whereQuery(where), ...orderQuery(order) } : {};
}
