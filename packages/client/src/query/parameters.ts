import { InputError, type Resource, type ResourceTypes } from '@powerstore-api/types';
import { conditionsOf } from './conditions.js';
import { filterParameters } from './filter-parameters.js';
import type { Where } from './where.js';

/**
 * An attribute to sort by, ascending by default. It must be one that can be filtered by; for others, such as
 * `remote_system(name)`, use the raw `order`.
 *
 * @example
 * ```ts
 * const order: Order<'replication_session'>[] = ['state', 'last_sync_timestamp.desc'];
 * ```
 */
export type Order<R extends Resource> = Sortable<R> | `${Sortable<R>}.${'asc' | 'desc'}`;

type Sortable<R extends Resource> = keyof ResourceTypes[R]['filterable'] & string;

/** The options of a list that become its query. */
export interface ListQuery<R extends Resource> {
  readonly order?: string | readonly Order<R>[] | undefined;
  readonly where?: string | Where<R> | undefined;
}

/** `select` in the syntax of the API. */
export function selectQuery(select: string | readonly (string | object)[] | undefined): { readonly select?: string } {
  const text = typeof select === 'string' ? select : (select ?? []).flatMap(selectItem).join(',');
  return text === '' ? {} : { select: text };
}

/** The types have related resources one level deep. How deep an array takes them is for the array to say. */
function selectItem(item: unknown): string[] {
  if (typeof item === 'string' && item !== '') return [item];
  if (typeof item !== 'object' || item === null)
    throw new InputError(`select: '${String(item)}' is neither an attribute nor a related resource`);
  return Object.entries(item).map(([name, names]: [string, unknown]) => {
    if (!Array.isArray(names)) throw new InputError(`select: ${name} must have a list of attributes`);
    return names.length === 0 ? name : `${name}(${names.flatMap(selectItem).join(',')})`;
  });
}

/** `order` in the syntax of the API. Pages are stable only in a unique order, so `id` is added. */
export function orderQuery(order: string | readonly string[] | undefined): { readonly order: string } {
  if (typeof order === 'string') return { order };
  const names = order ?? [];
  if (names.some((name) => typeof name !== 'string'))
    throw new InputError('order must be a text, or a list of attributes');
  return { order: (names.some((name) => name.split('.', 1)[0] === 'id') ? names : [...names, 'id']).join(',') };
}

/** `where` as the `filter` of the contract: parameters, or a raw string. */
export function whereQuery(where: string | object | undefined): { readonly filter?: unknown } {
  if (where === undefined || typeof where === 'string') return where ? { filter: where } : {};
  return { filter: filterParameters(conditionsOf(where)) };
}

/**
 * The text of a query. In the contract `filter` is one parameter per attribute (form, exploded); a string is a part of the
 * query already.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (name === 'filter' && typeof value === 'string') return [value.replaceAll('#', '%23')];
      const parameters = name === 'filter' && typeof value === 'object' ? Object.entries(value ?? {}) : [[name, value]];
      return parameters.flatMap(([key, text]: readonly unknown[]) =>
        text === undefined
          ? []
          : [`${encodeURIComponent(String(key))}=${encodeURIComponent(scalar(String(key), text))}`],
      );
    })
    .join('&');
}

function scalar(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new InputError(`query: ${name} must be a text, a number, true or false`);
}
