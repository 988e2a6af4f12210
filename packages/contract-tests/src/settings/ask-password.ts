import password from '@inquirer/password';
import { CannotRunError } from '../array/target/target.js';
import { lacksPassword } from './array-target.js';
import type { ArraySettings } from './settings.js';

/**
 * The settings of an array with the password that a person types, where none is set and a person sits at the terminal.
 *
 * @throws CannotRunError where the person gives none.
 */
export async function withAskedPassword(settings: ArraySettings): Promise<ArraySettings> {
  const { url, username } = settings;
  if (!lacksPassword(settings) || username === undefined || !process.stdin.isTTY || !process.stderr.isTTY)
    return settings;
  // An address that cannot be used is refused afterwards. It may hold anything.
  const host = URL.canParse(url ?? '') ? ` at ${new URL(url ?? '').host}` : '';
  try {
    // Standard output may go into a file.
    const typed = await password({ message: `Password of ${username}${host}:` }, { output: process.stderr });
    return { ...settings, password: typed };
  } catch {
    throw new CannotRunError('No password was given.');
  }
}
