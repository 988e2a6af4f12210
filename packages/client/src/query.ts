import type { Attribute, Select } from './select.js';

/**
 * One attribute to sort by, ascending unless it says otherwise.
 *
 * @example
 * ```ts
 * const order: Order<ReplicationSession>[] = ['state', 'last_sync_timestamp.desc'];
 * ```
 */
export type Order<T> = Attribute<T> | `${Attribute<T>}.${'asc' | 'desc'}`;

/**
 * Filters, all of which must hold: for an attribute, a group (`and`, `or`) or a JSON path, the raw filter of the API.
 *
 * @example
 * ```ts
 * const filter: Filter<ReplicationSession> = { role: 'eq.Source', state: 'in.(System_Paused,Fractured)' };
 * const either: Filter<ReplicationSession> = { or: '(state.eq.Error,error_code.not.is.null)' };
 * ```
 */
export type Filter<T> = { readonly [Name in Attribute<T>]?: string } & { readonly [name: string]: string };

/** The part of a list's options that becomes its query. */
export interface ListQuery<T> {
  readonly select?: Select<T> | undefined;
  readonly order?: string | readonly Order<T>[] | undefined;
  readonly filter?: Filter<T> | undefined;
}

/** `select` as the API takes it. */
export function selectQuery<T>(select: Select<T> | undefined): { readonly select?: string } {
  const text = typeof select === 'string' ? select : (select ?? []).join(',');
  return text === '' ? {} : { select: text };
}

/** `order` as the API takes it. Pages are only stable when it ends in something unique, so a list of ours ends in `id`. */
export function orderQuery(order: string | readonly string[] | undefined): { readonly order: string } {
  if (typeof order === 'string') return { order };
  const names = order ?? [];
  return { order: (names.some((name) => name.split('.', 1)[0] === 'id') ? names : [...names, 'id']).join(',') };
}

/** A query by the names of the contract as text. `filter` is one parameter per attribute there (form, exploded). */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null ? Object.entries(value) : [[name, value]],
    )
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}
