import password from '@inquirer/password';
import { CannotRunError } from '../array/target.js';
import { lacksPassword } from './array-target.js';
import type { ArraySettings } from './settings.js';

/** With the password that a person types, where none is set and somebody is there to type it. */
export async function withAskedPassword(settings: ArraySettings): Promise<ArraySettings> {
  const { url, username } = settings;
  if (!lacksPassword(settings) || username === undefined || !process.stdin.isTTY || !process.stderr.isTTY)
    return settings;
  // An address that makes no sense is refused afterwards, and may hold anything.
  const host = URL.canParse(url ?? '') ? ` at ${new URL(url ?? '').host}` : '';
  try {
    // What is printed on standard output may go into a file.
    const asked = await password({ message: `Password of ${username}${host}:` }, { output: process.stderr });
    return { ...settings, password: asked };
  } catch {
    throw new CannotRunError('No password was given.');
  }
}
