import type { Resource, ResourceTypes } from '@powerstore-api/types';
import type { Attribute, Instance } from './select.js';

/**
 * Operators for text and JSON paths. `ilike` takes a pattern: `*` matches any text, and case is ignored.
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
  /** None of these. */
  readonly not?: Bare | readonly string[] | TextFilter<Bare>;
}

/**
 * Operators for numbers and times. The client sends a time that is a string unchanged.
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
  /** None of these. */
  readonly not?: Bare | readonly Value[] | RangeFilter<Value, Bare>;
}

/**
 * Operators for enums. They accept unknown literals, because newer arrays have more of them.
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
  /** None of these. */
  readonly not?: Bare | readonly NonNullable<Bare>[] | EnumFilter<Bare>;
}

/**
 * Operators for booleans.
 *
 * @example
 * ```ts
 * const filter: BooleanFilter<boolean | null> = { not: { is: true } }; // false or null
 * ```
 */
export interface BooleanFilter<Bare = boolean> {
  readonly eq?: boolean;
  readonly is?: Bare;
  /** None of these. */
  readonly not?: Bare | BooleanFilter<Bare>;
}

/**
 * Operators for lists. `cs`: the list contains all of these. `cd`: the list contains only these.
 *
 * @example
 * ```ts
 * const filter: ListFilter<string> = { cs: ['10.0.0.1', '10.0.0.2'] };
 * ```
 */
export interface ListFilter<Item, Bare = never> {
  readonly cs?: readonly Item[];
  readonly cd?: readonly Item[];
  /** None of these. */
  readonly not?: Bare | ListFilter<Item, Bare>;
}

/** Operands by the type of the attribute; `Bare` is the type of its values, with `null`. */
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

/** JSON paths, for attributes that cannot be filtered as a whole. */
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
 * Conditions on instances; all of them must hold. A plain value means "equal" (`eq`), a list means "one of these" (`in`), and
 * `null` means "no value" (`is.null`). An object has operators, all of which must hold. Only `null` finds an attribute
 * without a value: neither `{ neq: 'a' }` nor `{ not: 'a' }` does.
 *
 * The keys are attributes that the API can filter by, JSON paths (`'remote_system->>name'` compares the text at its end), and
 * the groups `and`, `or` and `not`.
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
