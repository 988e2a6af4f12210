// Where in the contract something stands: in the bundled document, and in the files it is written in.
import { contractFiles } from '@powerstore-api/types';

/** A place in the contract as who edits it looks for it. */
export interface Written {
  /** File of the repository, such as `spec/sections/volume.yaml`. */
  file: string;
  /** Keys from the top of the file. */
  keys: string[];
}

/** Finds a place, such as `components/schemas/volume_instance/properties/size`, in the files of the contract. */
export function writtenAt(place: string): Written {
  const segments = place.split('/');
  const keys = segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = segments.length; length > 0; length -= 1) {
    const file = contractFiles[segments.slice(0, length).join('/')];
    if (file !== undefined) return { file, keys };
  }
  return { file: 'spec/powerstore.yaml', keys };
}

export const describePlace = (place: string): string => {
  const { file, keys } = writtenAt(place);
  return `${file} ${keys.join(' › ')}`;
};

/** A key as a part of a place. */
export const segment = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
