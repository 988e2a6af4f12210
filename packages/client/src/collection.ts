import { type OperationId, operations } from '@powerstore-api/types';
import { readAnswer } from './answer.js';
import { ContractError } from './errors/contract-error.js';
import { createListing, type Listing } from './pages.js';
import { type Filter, type ListQuery, type Order, orderQuery, selectQuery } from './query.js';
import type { DefaultSelect, Instance, Select, Selected } from './select.js';
import type { Transport } from './transport.js';

/**
 * How to read an instance.
 *
 * @example
 * ```ts
 * const options: ReadOptions<ReplicationSession, 'id,remote_system(name)'> = { select: 'id,remote_system(name)' };
 * ```
 */
export interface ReadOptions<T, S extends Select<T> = Select<T>> {
  /**
   * The attributes to read: a list of names, which narrows the type of the result to exactly these, or the raw `select`
   * of the API as a string.
   *
   * @default ['id'] // as the array has it
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
 *   select: ['id', 'state', 'last_sync_timestamp'],
 *   filter: { role: 'eq.Source', state: 'neq.OK' },
 *   order: ['last_sync_timestamp.desc'],
 *   pageSize: 200,
 * });
 * ```
 */
export interface ListOptions<T, S extends Select<T> = Select<T>> extends ReadOptions<T, S> {
  /**
   * What to sort by. `id` is put at the end of a list that does not have it, because pages are only stable in a unique
   * order. A string is sent as it is.
   *
   * @default ['id']
   */
  readonly order?: string | readonly Order<T>[];
  /** Filters, all of which must hold. What is filtered by need not be selected. */
  readonly filter?: Filter<T>;
  /**
   * How many instances to ask for at a time, 1 to 2000.
   *
   * @default 1000
   */
  readonly pageSize?: number;
  /**
   * How many pages are asked for at the same time, 1 to 4: with 2 the next page comes while this one is worked on.
   *
   * @default 2
   */
  readonly ahead?: number;
}

/**
 * A collection and its instances.
 *
 * @example
 * ```ts
 * const failed = await array.jobs.list({ select: ['id', 'description_l10n'], filter: { state: 'eq.FAILED' } }).toArray();
 * const job = await array.jobs.get(id, { select: ['state', 'progress_percentage'] });
 * ```
 */
export interface Collection<T extends Instance> {
  /** Lists the instances. Nothing is sent until the result is iterated or one of its methods is called. */
  list<const S extends Select<T> = DefaultSelect>(options?: ListOptions<T, S>): Listing<Selected<T, S>>;
  /** Reads one instance. */
  get<const S extends Select<T> = DefaultSelect>(id: string, options?: ReadOptions<T, S>): Promise<Selected<T, S>>;
}

/**
 * A collection that offers neither filters nor order nor pages.
 *
 * @example
 * ```ts
 * const { name } = await array.cluster.get('0', { select: ['name'] });
 * ```
 */
export interface PlainCollection<T extends Instance> {
  /** Lists the instances. Nothing is sent until the result is iterated or one of its methods is called. */
  list<const S extends Select<T> = DefaultSelect>(options?: ReadOptions<T, S>): Listing<Selected<T, S>>;
  /** Reads one instance. */
  get<const S extends Select<T> = DefaultSelect>(id: string, options?: ReadOptions<T, S>): Promise<Selected<T, S>>;
}

/** The two reads of a resource, by their operations. */
export function createCollection<T extends Instance>(
  send: Transport,
  listId: OperationId,
  getId: OperationId,
): Collection<T> {
  // The contract has it: who never answers with a part takes no limit, offset and order either.
  const paged = operations[listId].statuses.includes(206);
  return {
    list<const S extends Select<T>>(options: ListOptions<T, S> = {}) {
      const query = { ...listQuery(options, paged), ...selectQuery(options.select) };
      return createListing<Selected<T, S>>(
        (part, signal) => send(listId, { query: paged ? { ...query, ...part } : query, signal }),
        options,
      );
    },
    async get<const S extends Select<T>>(id: string, { select, signal }: ReadOptions<T, S> = {}) {
      const answer = readAnswer(await send(getId, { path: { id }, query: selectQuery(select), signal }));
      if (typeof answer !== 'object' || answer === null) throw new ContractError('the answer is not an object', getId);
      return answer as Selected<T, S>;
    },
  };
}

function listQuery<T>({ order, filter }: ListQuery<T>, paged: boolean): Readonly<Record<string, unknown>> {
  return paged ? { filter, ...orderQuery(order) } : {};
}
