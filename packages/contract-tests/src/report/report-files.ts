import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '@powerstore-api/types';

/**
 * Tries whether a report can be written, before the run sends anything.
 *
 * @throws InputError when the file cannot be written.
 */
export async function checkWritable(file: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(file)), { recursive: true });
    await (await open(file, 'a')).close();
  } catch (error) {
    throw new InputError(
      `The report cannot be written to ${resolve(file)} (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
