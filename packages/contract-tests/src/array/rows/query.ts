import type { AttributeName, FullInstance, Resource, ResourceTypes } from '@powerstore-api/types';

/** Attributes of a resource in the form of `select` and `order`. Without a resource: attributes that every resource has. */
export const attributeNames = <R extends Resource>(...names: readonly AttributeName<R>[]): string => names.join(',');

/** Filters by attributes of a resource, and by those of the resources that it embeds. */
export type FiltersOf<R extends Resource> = {
  readonly [Name in keyof FullInstance<R>]?: FilterOf<NonNullable<FullInstance<R>[Name]>>;
} & { readonly [Path in `${keyof ResourceTypes[R]['related'] & string}->${string}`]: FilterOf<string> };

type FilterOf<Value> =
  | `eq.${Value & string}`
  | `${'' | 'not.'}is.null`
  | (Value extends boolean ? `is.${Value}` : never);
