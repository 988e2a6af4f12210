/** A value that nobody can change, down to its last part. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** A copy of plain data that nobody can change, down to its last part. */
export const frozenCopy = <T>(value: T): Frozen<T> => freeze(structuredClone(value)) as Frozen<T>;

/** Freezes plain data in place, down to its last part. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) freeze(part);
  return value;
}
