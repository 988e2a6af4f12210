import type { Site } from './target.js';

/** The settings of an array that messages name. */
export type NamedSetting =
  | 'url'
  | 'username'
  | 'password'
  | 'passwordFile'
  | 'ca'
  | 'fingerprint'
  | 'label'
  | 'timeout';

/** The flag and the environment variable of a setting of an array: `--ca-b` and `POWERSTORE_B_CA`. */
export function namesOf(name: NamedSetting, site: Site): { flag: string; variable: string } {
  const words = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    flag: `--${words}${site === 'b' ? '-b' : ''}`,
    variable: `POWERSTORE_${site === 'b' ? 'B_' : ''}${words.replaceAll('-', '_').toUpperCase()}`,
  };
}

/** The ways to set something of an array: `--url, POWERSTORE_URL or arrays.a.url`. No flag has the password. */
export function waysToSet(name: Exclude<NamedSetting, 'password'>, site: Site): string {
  const { flag, variable } = namesOf(name, site);
  return `${flag}, ${variable} or arrays.${site}.${name}`;
}
