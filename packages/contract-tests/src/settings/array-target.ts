import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TlsOptions } from '@powerstore-api/client/node';
import { type ArrayTarget, CannotRunError, type Site } from '../array/target.js';
import { type ArraySettings, prefixes } from './settings.js';

/**
 * An array from settings, or `undefined` where no array is named. Messages call settings as the environment does.
 *
 * @throws CannotRunError with one line that says what is missing or wrong.
 */
export function targetFrom(
  settings: ArraySettings,
  site: Site = 'a',
  env: NodeJS.ProcessEnv = process.env,
): ArrayTarget | undefined {
  const { url, username, label } = settings;
  if (url === undefined || url === '') return undefined;
  const prefix = prefixes[site];
  const parsed = parseUrl(url, prefix);
  if (username === undefined || username === '')
    throw new CannotRunError(
      `No user name. Set ${prefix}USERNAME or --username${site === 'a' ? '' : '-b'}, or arrays.${site}.username in the configuration.`,
    );
  const tls = tlsFrom(settings, prefix);
  const password = passwordFrom(settings, prefix, env);
  if (password === undefined)
    throw new CannotRunError(`No password. Set ${prefix}PASSWORD, or ${prefix}PASSWORD_FILE to a file that holds it.`);
  return {
    url: parsed.origin,
    username,
    password,
    ...(tls && { tls }),
    ...(label !== undefined && { label }),
    timeout: (settings.timeout ?? 30) * 1000,
  };
}

/** Whether an array is named whose password nobody has said. */
export const lacksPassword = ({ url, password, passwordFile, passwordEnv }: ArraySettings): boolean =>
  Boolean(url) && !password && !passwordFile && !passwordEnv;

function parseUrl(url: string, prefix: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new CannotRunError(`${prefix}URL is no address. Write it as https://array-a.example.com.`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new CannotRunError(
      `${prefix}URL has credentials in it. Set ${prefix}USERNAME and ${prefix}PASSWORD instead.`,
    );
  }
  if (!/^\/(api\/rest\/?)?$/.test(parsed.pathname) || parsed.search !== '') {
    throw new CannotRunError(
      `${prefix}URL has a path. Write the address of the array alone, as https://array-a.example.com.`,
    );
  }
  return parsed;
}

/** Which certificate is to be trusted, where it is not for the authorities to say. */
export function tlsFrom({ ca, fingerprint }: ArraySettings, prefix: string = prefixes.a): TlsOptions | undefined {
  if (fingerprint !== undefined && fingerprint !== '') {
    if (/^([\dA-F]{2}:?){32}$/i.test(fingerprint)) return { fingerprint };
    throw new CannotRunError(`${prefix}FINGERPRINT is no SHA-256 fingerprint: 32 bytes in hexadecimal, as AB:CD:….`);
  }
  if (ca === undefined || ca === '') return undefined;
  const certificate = readText(ca, `${prefix}CA`);
  if (certificate.includes('-----BEGIN CERTIFICATE-----')) return { ca: certificate };
  throw new CannotRunError(`${prefix}CA names ${ca}, which holds no certificate in PEM form.`);
}

function passwordFrom(
  { password, passwordFile, passwordEnv }: ArraySettings,
  prefix: string,
  env: NodeJS.ProcessEnv,
): string | undefined {
  if (password !== undefined && password !== '') return password;
  if (passwordEnv !== undefined) {
    const found = env[passwordEnv];
    if (found !== undefined && found !== '') return found;
    throw new CannotRunError(`passwordEnv names ${passwordEnv}, which is not set in the environment. Set it.`);
  }
  if (passwordFile === undefined || passwordFile === '') return undefined;
  return readText(passwordFile, `${prefix}PASSWORD_FILE`).trimEnd();
}

function readText(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRunError(
      `${setting} names ${resolve(file)}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
