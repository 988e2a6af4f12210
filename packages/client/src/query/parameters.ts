import type { Resource, ResourceTypes } from '@powerstore-api/types';
import { conditionsOf } from './conditions.js';
import { filterParameters } from './filter-parameters.js';
import type { Where } from './where.js';

/**
 * One attribute to sort by, ascending unless it says otherwise: one that can be filtered by. For others, such as
 * `remote_system(name)`, there is the raw `order`.
 *
 * @example
 * ```ts
 * const order: Order<'replication_session'>[] = ['state', 'last_sync_timestamp.desc'];
 * ```
 */
export type Order<R extends Resource> = Sortable<R> | `${Sortable<R>}.${'asc' | 'desc'}`;

type Sortable<R extends Resource> = keyof ResourceTypes[R]['filterable'] & string;

/** The part of a list's options that becomes its query. */
export interface ListQuery<R extends Resource> {
  readonly order?: string | readonly Order<R>[] | undefined;
  readonly where?: string | Where<R> | undefined;
}

/** `select` as the API takes it. */
export function selectQuery(select: string | readonly (string | object)[] | undefined): { readonly select?: string } {
  const text = typeof select === 'string' ? select : (select ?? []).flatMap(selectItem).join(',');
  return text === '' ? {} : { select: text };
}

const selectItem = (item: string | object): string[] =>
  typeof item === 'string'
    ? [item]
    : Object.entries(item).map(([name, names]: [string, readonly string[]]) =>
        names.length === 0 ? name : `${name}(${names.join(',')})`,
      );

/** `order` as the API takes it. Pages are only stable when it ends in something unique, so a list of ours ends in `id`. */
export function orderQuery(order: string | readonly string[] | undefined): { readonly order: string } {
  if (typeof order === 'string') return { order };
  const names = order ?? [];
  return { order: (names.some((name) => name.split('.', 1)[0] === 'id') ? names : [...names, 'id']).join(',') };
}

/** `where` as the contract has it: the parameters of `filter`, or a raw string. */
export function whereQuery(where: string | object | undefined): { readonly filter?: unknown } {
  if (where === undefined || typeof where === 'string') return where ? { filter: where } : {};
  return { filter: filterParameters(conditionsOf(where)) };
}

/**
 * A query by the names of the contract as text. `filter` is one parameter per attribute there (form, exploded); as a
 * string it is a part of the query already.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (name === 'filter' && typeof value === 'string') return [value.replaceAll('#', '%23')];
      const parameters = typeof value === 'object' && value !== null ? Object.entries(value) : [[name, value] as const];
      return parameters.flatMap(([key, text]: readonly [string, unknown]) =>
        text === undefined ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(String(text))}`],
      );
    })
    .join('&');
}
