// A file that a user names. One wording for all of them: which file, why not, and what to do.
import { readFileSync } from 'node:fs';
import { getSystemErrorMap } from 'node:util';
import { InputError } from '@powerstore-api/types';

/** The words of a message about a file that cannot be read. */
export interface FileWords {
  /** The word for such a file, such as `configuration` or `password file`. */
  readonly what: string;
  /** The next step of the user where the file cannot be read, as a sentence. */
  readonly remedy?: string;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * The reason of an error of the file system, in words: the end of a sentence such as `a.pem cannot be read: …`.
 *
 * @example
 * ```ts
 * try {
 *   readFileSync('a.pem');
 * } catch (error) {
 *   console.error(`a.pem cannot be read: ${fileErrorReason(error)}.`); // a.pem cannot be read: there is no such file.
 * }
 * ```
 */
export function fileErrorReason(error: unknown): string {
  const { code = '', errno = 0, message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? getSystemErrorMap().get(errno)?.[1] ?? message;
}

/**
 * The text of a file that a user names.
 *
 * @throws InputError where it cannot be read: it names the file, the reason and the remedy.
 * @example
 * ```ts
 * readTextFile('array-a.pem', { what: 'certificate', remedy: 'Correct --ca.' });
 * // The certificate array-a.pem cannot be read: there is no such file. Correct --ca.
 * ```
 */
export function readTextFile(file: string, { what, remedy }: FileWords): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const problem = `The ${what} ${file} cannot be read: ${fileErrorReason(error)}.`;
    throw new InputError(remedy === undefined ? problem : `${problem} ${remedy}`);
  }
}
