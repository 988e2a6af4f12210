import type { RelatedTypes, Resource, ResourceTypes } from '@powerstore-api/types';

/**
 * An instance of a resource by the contract. Every attribute may be missing.
 *
 * @example
 * ```ts
 * const session: Instance<'replication_session'> = await array.replicationSessions.get(id, { select: '*' });
 * console.log(session.state ?? 'not read');
 * ```
 */
export type Instance<R extends Resource> = ResourceTypes[R]['instance'];

/**
 * The name of an attribute of a resource.
 *
 * @example
 * ```ts
 * const attribute: Attribute<'replication_session'> = 'last_sync_timestamp';
 * ```
 */
export type Attribute<R extends Resource> = keyof Instance<R> & string;

/** The related resource behind each attribute that embeds one. */
type Related<R extends Resource> = ResourceTypes[R]['related'];

/** The embedded form of a related resource, by its name. */
type Embedded<Name> = RelatedTypes[Name & keyof RelatedTypes];

/**
 * Related resources, each with the attributes to read. Objects that are not resources, such as `protection_data`, come
 * whole; select them by name (guide-1.x, p. 30).
 *
 * @example
 * ```ts
 * const related: RelatedSelect<'replication_session'> = { remote_system: ['name'], volumes: ['id', 'size'] };
 * ```
 */
export type RelatedSelect<R extends Resource> = {
  readonly [Name in keyof Related<R>]?: readonly (keyof Embedded<Related<R>[Name]> & string)[];
};

/**
 * The attributes to read: a list of attributes and related resources, or the raw `select` of the API, such as `'*'` or
 * `'id,remote_system(name)'`. A related resource in the list without attributes has its `id`.
 *
 * @example
 * ```ts
 * const select = ['id', 'state', { remote_system: ['name'] }] as const satisfies Select<'replication_session'>;
 * ```
 */
export type Select<R extends Resource> = string | readonly (Attribute<R> | RelatedSelect<R>)[];

/**
 * The result of a selection. With a list, every selected attribute is present. The compiler cannot read a raw string, so
 * every attribute may be missing then.
 *
 * @example
 * ```ts
 * type Row = Selected<'replication_session', readonly ['id', 'last_sync_timestamp', { remote_system: readonly ['name'] }]>;
 * // { id: string; last_sync_timestamp: string | null; remote_system: { name: string } }
 * ```
 */
export type Selected<R extends Resource, S> = Narrowed<Whole<R>, ResourceTypes[R], S>;

/** The default selection of the array. */
export type DefaultSelect = readonly ['id'];

/**
 * An instance with every attribute, and with the `id` of related resources. Selections pick from this type, so the compiler
 * works it out once per resource and not once per query.
 */
type Whole<R extends Resource> = {
  [Name in keyof Instance<R>]-?: Name extends keyof Related<R>
    ? InPlaceOf<Required<Instance<R>>[Name], OnlyId<Embedded<Related<R>[Name]>>>
    : Required<Instance<R>>[Name];
};

// The most common case is first and spelled out: the compiler pays for every step in every query.
type Narrowed<W, Types extends ResourceTypes[Resource], S> = S extends readonly [string, ...string[]]
  ? number extends S['length']
    ? { [Name in S[number] & keyof W]?: W[Name] }
    : { [Name in S[number] & keyof W]: W[Name] }
  : S extends readonly [unknown, ...unknown[]]
    ? number extends S['length']
      ? Partial<WithRelations<W, Types['related'], S[number]>>
      : WithRelations<W, Types['related'], S[number]>
    : S extends readonly []
      ? { [Name in 'id' & keyof W]: W[Name] }
      : S extends readonly (infer Item)[]
        ? Partial<WithRelations<W, Types['related'], Item>>
        : Partial<Types['instance']>;

type WithRelations<W, Relations, Item> = {
  [Name in keyof W & (Item extends string ? Item : keyof Item)]: Name extends keyof Relations
    ? Item extends Name
      ? W[Name]
      : Item extends { readonly [Relation in Name]: infer Names }
        ? InPlaceOf<W[Name], Reduced<Embedded<Relations[Name]>, Names>>
        : never
    : W[Name];
};

type Reduced<One, Names> = Names extends readonly [string, ...string[]]
  ? number extends Names['length']
    ? Partial<Pick<One, Names[number] & keyof One>>
    : { [Name in Names[number] & keyof One]: Required<One>[Name] }
  : Names extends readonly []
    ? OnlyId<One>
    : Names extends readonly (infer Name)[]
      ? Partial<Pick<One, Name & keyof One>>
      : never;

type OnlyId<One> = { [Name in 'id' & keyof One]: Required<One>[Name] };

/** Replaces a related resource, or each one of a list. */
type InPlaceOf<Value, One> = Value extends readonly unknown[] ? One[] : Value extends null ? null : One;
