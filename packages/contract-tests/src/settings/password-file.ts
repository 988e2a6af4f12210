import { statSync } from 'node:fs';
import { printable } from '@powerstore-api/settings';
import type { Settings } from './settings.js';

/** Reading by the group, and by everybody else. Windows has other rights, and shows none of them here. */
const readableByOthers = 0o044;

/** The warnings about files of passwords that other users of the machine can read. They have been read before. */
export function passwordFileWarnings({ arrays = {} }: Settings): string[] {
  if (process.platform === 'win32') return [];
  return (['a', 'b'] as const).flatMap((site) => {
    const { url, passwordFile } = arrays[site] ?? {};
    if (url === undefined || passwordFile === undefined) return [];
    if ((statSync(passwordFile).mode & readableByOthers) === 0) return [];
    return printable(
      `Warning: other users of this machine can read the password file of array ${site}, ${passwordFile}. Run chmod 600 on it.`,
    );
  });
}
