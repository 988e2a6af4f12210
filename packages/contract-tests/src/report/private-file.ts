// A file that only its owner can read.
import { randomBytes } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@powerstore-api/types';
import { checkWritable, makeFolder, notWritable } from './output-file.js';

/**
 * Refuses a path that is no place for a private file: a link may lead to where others read, and a device or a pipe is read by others.
 *
 * @throws InputError where there is something else than a file.
 */
export async function checkPrivate(file: string): Promise<void> {
  const path = resolve(file);
  const found = await lstat(path).catch(() => undefined);
  if (found && !found.isFile())
    throw new InputError(
      `${path} is ${found.isSymbolicLink() ? 'a link' : 'no regular file'}, and the details have to be where only you can read them. Name another file.`,
    );
  // A new file takes the place of the one that is there.
  await checkWritable(found ? `${path}.new` : path);
}

/**
 * Writes a file that only its owner can read, whatever the umask says. It takes the place of a file that is there: nobody who has
 * opened that one before sees the new content.
 *
 * @throws InputError where the file cannot be written.
 */
export async function writePrivate(file: string, text: string): Promise<void> {
  await makeFolder(file);
  await checkPrivate(file);
  const path = resolve(file);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.chmod(0o600);
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw notWritable(file, error);
  }
}
