/**
 * Whether an error has a code, or the code of a class below it, which begins with the same text. Not by `instanceof`: a
 * process can hold two copies of this package, each with its own classes.
 */
export function hasCode(error: unknown, code: string): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code === code || error.code.startsWith(`${code}_`);
}
