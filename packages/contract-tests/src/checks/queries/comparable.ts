// Values of attributes as filters and orders compare them.
import type { AttributeInfo } from '@powerstore-api/types';

export type Comparable = number | string | boolean;

/** A value as it is compared: as a number for numbers and for times, which are exact to the microsecond. */
export function comparable({ type }: Pick<AttributeInfo, 'type'>, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  // The schema reports a value of the wrong type, and a time that is none. Such a value compares with nothing.
  if (type === 'date-time') {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return Number.NaN;
    const fraction = /\.\d+/.exec(value)?.[0] ?? '';
    return Math.floor(Date.parse(value) / 1000) + Number(`0${fraction}`);
  }
  if (type === 'integer') return typeof value === 'number' ? value : Number.NaN;
  return typeof value === 'boolean' ? value : String(value);
}

export const fold = (text: string): string => text.toLowerCase();
