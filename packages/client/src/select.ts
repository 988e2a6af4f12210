/**
 * The name of an attribute.
 *
 * @example
 * ```ts
 * const attribute: Attribute<ReplicationSession> = 'last_sync_timestamp';
 * ```
 */
export type Attribute<T> = keyof T & string;

/**
 * Which attributes to read: a list of names, or the raw `select` of the API, such as `'*'` or
 * `'id,remote_system(name)'`.
 *
 * @example
 * ```ts
 * const select = ['id', 'state'] as const satisfies Select<ReplicationSession>;
 * ```
 */
export type Select<T> = string | readonly Attribute<T>[];

/**
 * What an array returns for a selection. The attributes of a list are all there; of a raw string the compiler knows
 * nothing, so each attribute may be missing.
 *
 * @example
 * ```ts
 * type Row = Selected<ReplicationSession, readonly ['id', 'last_sync_timestamp']>;
 * // { id: string; last_sync_timestamp: string | null }
 * ```
 */
export type Selected<T, S> = S extends readonly (infer Name)[]
  ? number extends S['length']
    ? Partial<Pick<T, Name & keyof T>>
    : Required<Pick<T, Name & keyof T>>
  : Partial<T>;

/** What every resource has. */
export interface Instance {
  readonly id?: string;
}

/** What is returned where nothing is selected: the default of the array. */
export type DefaultSelect = readonly ['id'];
