import { resolve } from 'node:path';
import type { TlsOptions } from '@powerstore-api/client/node';
import { readTextFile } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';
import { addressRemedy, problemOfAddress } from '../array/target/address.js';
import { namesOf, waysToSet } from '../array/target/setting-names.js';
import type { ArrayTarget, Site } from '../array/target/target.js';
import type { ArraySettings } from './settings.js';

/**
 * An array from its settings; `undefined` where they name none.
 *
 * @throws InputError where a setting is missing or cannot be used.
 */
export function targetFrom(settings: ArraySettings, site: Site): ArrayTarget | undefined {
  const { url, username, label, timeout } = settings;
  if (url === undefined) {
    // A login of array b may stay set for the runs that name it.
    if (site === 'a') refuseLogin(settings);
    return undefined;
  }
  const origin = originOf(url, site);
  if (username === undefined)
    throw new InputError(`Array ${site} has no user name. Set ${waysToSet('username', site)}.`);
  const tls = tlsFrom(settings, site);
  const password = passwordFrom(settings, site);
  if (password === undefined)
    throw new InputError(
      `Array ${site} has no password. Set ${namesOf('password', site).variable}, or name a file that holds it: ${waysToSet('passwordFile', site)}.`,
    );
  return {
    url: origin,
    username,
    password,
    ...(tls && { tls }),
    ...(label !== undefined && { label }),
    ...(timeout !== undefined && { timeout }),
  };
}

/**
 * A login for no address most likely lacks the address: the run would check the simulator, and look good.
 *
 * @throws InputError where there is one.
 */
function refuseLogin({ username, password, passwordFile, passwordEnv }: ArraySettings): void {
  const given = Object.entries({ username, password, passwordFile, passwordEnv }).find(([, it]) => it !== undefined);
  if (given)
    throw new InputError(
      `Array a has a ${given[0] === 'username' ? 'user name' : 'password'} and no address. Set ${waysToSet('url', 'a')}, or leave out the login.`,
    );
}

/** Whether an array is named and its password is not set anywhere. */
export const lacksPassword = ({ url, password, passwordFile, passwordEnv }: ArraySettings): boolean =>
  url !== undefined && password === undefined && passwordFile === undefined && passwordEnv === undefined;

function originOf(url: string, site: Site): string {
  const problem = problemOfAddress(url);
  if (problem === undefined) return new URL(url).origin;
  throw new InputError(`The address of array ${site} ${problem}. ${addressRemedy} (${waysToSet('url', site)}).`);
}

/**
 * The certificate to trust where no known authority has signed it.
 *
 * @throws InputError where it cannot be read.
 */
export function tlsFrom({ ca, fingerprint }: ArraySettings, site: Site): TlsOptions | undefined {
  if (fingerprint !== undefined) {
    if (/^([\dA-F]{2}:?){32}$/i.test(fingerprint)) return { fingerprint };
    throw new InputError(
      `The fingerprint of array ${site} is not a SHA-256 fingerprint: 32 bytes in hexadecimal, such as AB:CD:… (${waysToSet('fingerprint', site)}).`,
    );
  }
  if (ca === undefined) return undefined;
  const certificate = readTextFile(ca, { what: 'certificate', remedy: `Correct ${waysToSet('ca', site)}.` });
  if (certificate.includes('-----BEGIN CERTIFICATE-----')) return { ca: certificate };
  throw new InputError(`${resolve(ca)} holds no certificate in PEM form (${waysToSet('ca', site)}).`);
}

function passwordFrom({ password, passwordFile, passwordEnv }: ArraySettings, site: Site): string | undefined {
  if (password !== undefined) return password;
  if (passwordEnv !== undefined) {
    const found = process.env[passwordEnv];
    if (found) return found;
    throw new InputError(
      `The environment variable ${passwordEnv} is not set. arrays.${site}.passwordEnv says that it holds the password; set it.`,
    );
  }
  if (passwordFile === undefined) return undefined;
  const remedy = `Correct ${waysToSet('passwordFile', site)}.`;
  const found = readTextFile(passwordFile, { what: 'password file', remedy }).trimEnd();
  if (found === '' || /[\r\n]/.test(found))
    throw new InputError(
      `The password file ${passwordFile} ${found === '' ? 'is empty' : 'has more than one line'}, so it is not a password. ${remedy}`,
    );
  return found;
}
