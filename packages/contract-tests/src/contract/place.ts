// Places in the contract: JSON pointers without the leading slash, such as `components/schemas/volume_instance`.
import { join, split } from '@sagold/json-pointer';

/** The place of some keys. */
export const placeAt = (...keys: string[]): string => join(keys).slice(1);

/** The last key of a place. */
export const lastKeyOf = (place: string): string => split(place).at(-1) ?? '';
