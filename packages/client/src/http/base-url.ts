import { InputError } from '@powerstore-api/types';
/**
 * Where the array is: by `host`, or by `url` where it is not `https` on an address of its own.
 *
 * @example
 * ```ts
 * const array: Address = { host: 'array-a.example.com' };
 * const other: Address = { host: '192.0.2.7:8443' };
 * const mock: Address = { url: 'http://127.0.0.1:4010' };
 * ```
 */
export type Address =
  | {
      /** Host name or address of the cluster management interface, with a port where it is not 443. */
      readonly host: string;
      readonly url?: never;
    }
  | {
      /** The address in full, with or without the `/api/rest` at its end. */
      readonly url: string;
      readonly host?: never;
    };

const ROOT = '/api/rest';

/** The URL that the paths of the contract are appended to. */
export function baseUrl({ host, url }: Address): string {
  const base = url === undefined ? fromHost(host) : parse(url, 'url');
  if (base.protocol !== 'https:' && base.protocol !== 'http:') throw new InputError('url must begin with https://');
  // Not repeated here: they would end up in a log.
  if (base.username !== '' || base.password !== '') {
    throw new InputError('The address must not contain a user name or password: pass them as username and password');
  }
  const path = base.pathname.replace(/\/+$/, '');
  return `${base.origin}${path.endsWith(ROOT) ? path : path + ROOT}`;
}

function fromHost(host: string): URL {
  // An IPv6 address has two colons at least, and needs brackets in a URL (RFC 3986, section 3.2.2).
  const bracketed = /^[^[]*:.*:/.test(host) ? `[${host}]` : host;
  const base = parse(`https://${bracketed}`, 'host');
  if (/[/?#\\]/.test(host))
    throw new InputError('host is a host name or address with an optional port; for more use url');
  return base;
}

function parse(text: string, option: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new InputError(`${option} is not valid: pass host (a host name or address) or url (beginning with https://)`);
  }
}
