import { InputError } from '@powerstore-api/types';

/**
 * An `http://` or `https://` URL of an option. Every URL option is read here, because errors of `new URL` repeat their input,
 * which may have a password. This error does not.
 */
export function parseUrl(name: string, value: unknown): URL {
  const text = value instanceof URL ? value.href : value;
  if (typeof text === 'string' && /^https?:/i.test(text) && URL.canParse(text)) return new URL(text);
  throw new InputError(`${name} must be a valid address that begins with https:// or http://`);
}
