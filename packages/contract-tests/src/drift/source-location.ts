import { contractFiles } from '@powerstore-api/types';
import { split } from '@sagold/json-pointer';
import { placeAt } from '../contract/place.js';

/** A place of the contract in the file that a person edits. */
export interface SourceLocation {
  /** File of the repository, such as `spec/sections/volume.yaml`. */
  file: string;
  /** Keys from the top of the file. */
  keys: string[];
}

/** Finds a place of the bundled document, such as `components/schemas/volume_instance/properties/size`, in the files of `spec/`. */
export function sourceOf(place: string): SourceLocation {
  const keys = split(place);
  for (let length = keys.length; length > 0; length -= 1) {
    const file = contractFiles[placeAt(...keys.slice(0, length))];
    if (file !== undefined) return { file, keys };
  }
  return { file: 'spec/powerstore.yaml', keys };
}

export const describePlace = (place: string): string => {
  const { file, keys } = sourceOf(place);
  return `${file} ${keys.join(' › ')}`;
};
