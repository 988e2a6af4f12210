/**
 * By `code`, not by `instanceof`: a process can hold two copies of this package, and an error of the one is none of the
 * other's classes. A code begins with the code of the class above it.
 */
export function hasCode(error: unknown, code: string): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code === code || error.code.startsWith(`${code}_`);
}
