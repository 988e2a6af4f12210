import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TlsOptions } from '@powerstore-api/client/node';
import { type ArrayTarget, CannotRunError } from './target.js';

/** Where a real array is and how to get in, as flags and environment give it. */
export interface TargetSettings {
  url?: string | undefined;
  username?: string | undefined;
  password?: string | undefined;
  passwordFile?: string | undefined;
  ca?: string | undefined;
  fingerprint?: string | undefined;
  /** Seconds an answer may take, 30 where nothing is said. */
  timeout?: number | undefined;
}

/** Settings from the environment; flags go before them. */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): TargetSettings {
  return {
    url: env['POWERSTORE_URL'],
    username: env['POWERSTORE_USERNAME'],
    password: env['POWERSTORE_PASSWORD'],
    passwordFile: env['POWERSTORE_PASSWORD_FILE'],
    ca: env['POWERSTORE_CA'],
    fingerprint: env['POWERSTORE_FINGERPRINT'],
  };
}

/** A target from settings, or `undefined` where no array is named. */
export function targetFrom(settings: TargetSettings): ArrayTarget | undefined {
  const { url, username } = settings;
  if (url === undefined || url === '') return undefined;
  const parsed = parseUrl(url);
  if (username === undefined || username === '')
    throw new CannotRunError('No user name. Set POWERSTORE_USERNAME or --username.');
  const tls = tlsFrom(settings);
  return {
    url: parsed.origin,
    username,
    password: passwordFrom(settings),
    ...(tls && { tls }),
    timeout: (settings.timeout ?? 30) * 1000,
  };
}

function parseUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new CannotRunError('POWERSTORE_URL is no address. Write it as https://array-a.example.com.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new CannotRunError(
      'POWERSTORE_URL has credentials in it. Set POWERSTORE_USERNAME and POWERSTORE_PASSWORD instead.',
    );
  }
  if (!/^\/(api\/rest\/?)?$/.test(parsed.pathname) || parsed.search !== '') {
    throw new CannotRunError(
      'POWERSTORE_URL has a path. Write the address of the array alone, as https://array-a.example.com.',
    );
  }
  return parsed;
}

function tlsFrom({ ca, fingerprint }: TargetSettings): TlsOptions | undefined {
  if (fingerprint !== undefined && fingerprint !== '') {
    if (/^([\dA-F]{2}:?){32}$/i.test(fingerprint)) return { fingerprint };
    throw new CannotRunError('POWERSTORE_FINGERPRINT is no SHA-256 fingerprint: 32 bytes in hexadecimal, as AB:CD:….');
  }
  if (ca === undefined || ca === '') return undefined;
  const certificate = readText(ca, 'POWERSTORE_CA');
  if (certificate.includes('-----BEGIN CERTIFICATE-----')) return { ca: certificate };
  throw new CannotRunError(`POWERSTORE_CA names ${ca}, which holds no certificate in PEM form.`);
}

function passwordFrom({ password, passwordFile }: TargetSettings): string {
  if (password !== undefined && password !== '') return password;
  if (passwordFile !== undefined && passwordFile !== '')
    return readText(passwordFile, 'POWERSTORE_PASSWORD_FILE').trimEnd();
  throw new CannotRunError(
    'No password. Set POWERSTORE_PASSWORD, or POWERSTORE_PASSWORD_FILE to a file that holds it.',
  );
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
