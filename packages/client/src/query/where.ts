import type { Resource, ResourceTypes } from '@powerstore-api/types';
import type { Attribute, Instance } from './select.js';

/**
 * Operators for text, and for JSON paths. `ilike` is a pattern: `*` stands for any text, and case is ignored.
 *
 * @example
 * ```ts
 * const filter: TextFilter = { ilike: 'db-*', not: ['db-1', 'db-2'] };
 * ```
 */
export interface TextFilter<Bare = string> {
  readonly eq?: string;
  readonly neq?: string;
  readonly in?: readonly string[];
  readonly ilike?: string;
  /** None of this. */
  readonly not?: Bare | readonly string[] | TextFilter<Bare>;
}

/**
 * Operators for numbers and times. Of a time, a string goes out as it is.
 *
 * @example
 * ```ts
 * const filter: RangeFilter<number> = { gte: 10, lt: 50 };
 * ```
 */
export interface RangeFilter<Value, Bare = Value> {
  readonly eq?: Value;
  readonly neq?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
  readonly in?: readonly Value[];
  /** None of this. */
  readonly not?: Bare | readonly Value[] | RangeFilter<Value, Bare>;
}

/**
 * Operators for enums. Literals that are not known are accepted: a newer array has more of them.
 *
 * @example
 * ```ts
 * const filter: EnumFilter<ReplicationState> = { not: ['OK', 'Synchronizing'] };
 * ```
 */
export interface EnumFilter<Bare> {
  readonly eq?: NonNullable<Bare>;
  readonly neq?: NonNullable<Bare>;
  readonly in?: readonly NonNullable<Bare>[];
  /** None of this. */
  readonly not?: Bare | readonly NonNullable<Bare>[] | EnumFilter<Bare>;
}

/**
 * Operators for what is true or false.
 *
 * @example
 * ```ts
 * const filter: BooleanFilter<boolean | null> = { not: { is: true } }; // false or null
 * ```
 */
export interface BooleanFilter<Bare = boolean> {
  readonly eq?: boolean;
  readonly is?: Bare;
  /** None of this. */
  readonly not?: Bare | BooleanFilter<Bare>;
}

/**
 * Operators for lists: `cs` that contain all of these, `cd` that contain nothing but these.
 *
 * @example
 * ```ts
 * const filter: ListFilter<string> = { cs: ['10.0.0.1', '10.0.0.2'] };
 * ```
 */
export interface ListFilter<Item, Bare = never> {
  readonly cs?: readonly Item[];
  readonly cd?: readonly Item[];
  /** None of this. */
  readonly not?: Bare | ListFilter<Item, Bare>;
}

/** What an attribute is compared with, by the kind of its values; `Bare` is what an instance has there, with `null`. */
interface Filters<Bare> {
  readonly string: Bare | readonly string[] | TextFilter<Bare>;
  readonly integer: Bare | readonly number[] | RangeFilter<number, Bare>;
  readonly 'date-time': Bare | Date | readonly (string | Date)[] | RangeFilter<string | Date, Bare | Date>;
  readonly enum: Bare | readonly NonNullable<Bare>[] | EnumFilter<Bare>;
  readonly boolean: Bare | BooleanFilter<Bare>;
  readonly 'string[]': Extract<Bare, null> | ListFilter<string, Extract<Bare, null>>;
  readonly 'enum[]': Extract<Bare, null> | ListFilter<ItemOf<Bare>, Extract<Bare, null>>;
}

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

type Filterable<R extends Resource> = ResourceTypes[R]['filterable'];

type AttributeFilters<R extends Resource> = {
  readonly [Name in keyof Filterable<R>]?: Filters<
    Required<Instance<R>>[Name & keyof Instance<R>]
  >[Filterable<R>[Name] & keyof Filters<unknown>];
};

/** JSON paths lead into what cannot be filtered by as a whole. */
type PathFilters<R extends Resource> = {
  readonly [Path in `${Exclude<Attribute<R>, keyof Filterable<R>>}->${string}`]?: Filters<string | null>['string'];
};

interface Groups<R extends Resource> {
  /** All of these. */
  readonly and?: readonly Where<R>[];
  /** At least one of these. */
  readonly or?: readonly Where<R>[];
  /** Not all of this. */
  readonly not?: Where<R>;
}

/**
 * What instances have to be like; all of it must hold. A value is compared as it is (`eq`), a list is one of these
 * (`in`), `null` is no value (`is.null`), and an object has operators, all of which must hold. Where there is no value
 * only `null` holds: neither `{ neq: 'a' }` nor `{ not: 'a' }` finds it.
 *
 * Names are attributes that the API filters by, JSON paths (`'remote_system->>name'`; the text at their end), and the
 * groups `and`, `or` and `not`.
 *
 * @example
 * ```ts
 * const where: Where<'replication_session'> = {
 *   role: 'Source',
 *   state: ['OK', 'Synchronizing'],
 *   last_sync_timestamp: { lt: new Date('2026-01-01') },
 *   'remote_system->>name': { ilike: 'site-b*' },
 *   or: [{ error_code: { not: null } }, { progress_percentage: { gte: 10, lt: 50 } }],
 * };
 * ```
 */
export type Where<R extends Resource> = AttributeFilters<R> & PathFilters<R> & Groups<R>;
