/** Whether a value from outside is an object whose field of this name is a text. */
export const hasText = <Name extends string>(value: unknown, name: Name): value is { readonly [Key in Name]: string } =>
  typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[name] === 'string';

/** A value from outside, if it is a text. */
export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
