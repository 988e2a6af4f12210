// Values of attributes as filters and orders compare them.
import type { AttributeInfo } from '@powerstore-api/types';
import { isTooFine, secondsOf } from '../../array/rows/time.js';

export type Comparable = number | string | boolean;

/** A value as it is compared: as a number for numbers and for times, which are exact to the microsecond. */
export function comparable({ type }: Pick<AttributeInfo, 'type'>, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  // The comparison with the schema reports each value that compares with nothing: one of the wrong type, a time that is none, a
  // time that is too fine, and an integer that is too large.
  if (type === 'date-time')
    return typeof value === 'string' && !isTooFine(value) ? (secondsOf(value) ?? Number.NaN) : Number.NaN;
  if (type === 'integer') return Number.isSafeInteger(value) ? Number(value) : Number.NaN;
  return typeof value === 'boolean' ? value : String(value);
}

export const fold = (text: string): string => text.toLowerCase();
