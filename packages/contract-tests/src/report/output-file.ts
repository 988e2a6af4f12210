// Files that the user names for reports and other results.
import { constants } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileErrorReason } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';

/**
 * Finds out before a run whether its report can be written afterwards. It writes nothing: a dry run leaves no trace, and neither
 * does a run that cannot begin.
 *
 * @throws InputError where the file cannot be written.
 */
export async function checkWritable(file: string): Promise<void> {
  try {
    await access(await existing(resolve(file)), constants.W_OK);
  } catch (error) {
    throw notWritable(file, error);
  }
}

/** The file, or the nearest folder that there is on the way to it. */
async function existing(path: string, isFile = true): Promise<string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || path === dirname(path)) throw error;
  });
  if (!found) return existing(dirname(path), false);
  if (found.isDirectory() === isFile) throw Object.assign(new Error(), { code: isFile ? 'EISDIR' : 'ENOTDIR' });
  return path;
}

/**
 * Refuses to write a file that is also read, or twice. `-` is standard output.
 *
 * @throws InputError where two names are one file.
 */
export function requireDistinct(files: readonly (string | undefined)[]): void {
  const paths = files.filter((file) => file !== undefined && file !== '-').map((file) => resolve(String(file)));
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined)
    throw new InputError(`${twice} is named twice, and one file would replace the other. Name another file.`);
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

export async function makeFolder(file: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(file)), { recursive: true });
  } catch (error) {
    throw notWritable(file, error);
  }
}

export const notWritable = (file: string, error: unknown): InputError =>
  new InputError(`${resolve(file)} cannot be written: ${fileErrorReason(error)}. Name another file.`);
