// Files that the user names for reports and other results.
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileErrorReason } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';

/**
 * Finds out before a run whether its report can be written afterwards.
 *
 * @throws InputError where the file cannot be written.
 */
export async function checkWritable(file: string): Promise<void> {
  await makeFolder(file);
  try {
    await (await open(file, 'a')).close();
  } catch (error) {
    throw notWritable(file, error);
  }
}

/**
 * Writes a file. With `replace: false`, it does not write over an existing one.
 *
 * @throws InputError where the file cannot be written.
 */
export async function writeOutput(file: string, text: string, { replace = true } = {}): Promise<void> {
  await makeFolder(file);
  try {
    await writeFile(file, text, { flag: replace ? 'w' : 'wx' });
  } catch (error) {
    if (!replace && (error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new InputError(`${resolve(file)} exists already. Add --force to replace it.`);
    throw notWritable(file, error);
  }
}

async function makeFolder(file: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(file)), { recursive: true });
  } catch (error) {
    throw notWritable(file, error);
  }
}

const notWritable = (file: string, error: unknown): InputError =>
  new InputError(`${resolve(file)} cannot be written: ${fileErrorReason(error)}. Name another file.`);
