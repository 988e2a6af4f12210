import { InputError } from '@powerstore-api/types';
import type { Site } from './target.js';

/**
 * The array that is named twice: nothing can be compared with itself, and a failover would be sent to its own other side. Arrays
 * are told apart by the `global_id` of their clusters; one that shows none could be any.
 */
export const isSameArray = ({ a, b }: Readonly<Partial<Record<Site, string | undefined>>>): boolean =>
  a !== undefined && a !== 'unknown' && a === b;

export const sameArray = (serial: string): string =>
  `Array a and array b are the same array (${serial}). Name two arrays that replicate to each other, or leave array b out.`;

/** @throws InputError where both serial numbers are those of one array. */
export function refuseSameArray(serials: Readonly<Partial<Record<Site, string | undefined>>>): void {
  if (isSameArray(serials)) throw new InputError(sameArray(serials.a ?? ''));
}
