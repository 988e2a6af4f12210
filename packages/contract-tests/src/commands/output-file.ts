import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@powerstore-api/types';

/**
 * Writes a file that the user has named. With `replace: false`, it does not write over an existing one.
 *
 * @throws InputError where the file cannot be written.
 */
export async function writeOutput(file: string, text: string, { replace = true } = {}): Promise<void> {
  try {
    await writeFile(file, text, { flag: replace ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === 'EEXIST'
        ? `${resolve(file)} exists already. Add --force to replace it.`
        : `${resolve(file)} cannot be written (${code}). Name another file.`,
    );
  }
}
