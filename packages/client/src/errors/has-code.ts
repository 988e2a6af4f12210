import { hasText } from '../input/has-text.js';

/**
 * Whether an error has a code, or the code of a class below it, which begins with the same text. Not by `instanceof`: a
 * process can hold two copies of this package, each with its own classes.
 */
export function hasCode(error: unknown, code: string): boolean {
  return hasText(error, 'code') && (error.code === code || error.code.startsWith(`${code}_`));
}
