import { InputError } from '@powerstore-api/types';

/**
 * The address of an array: its `host`, or a `url` for other schemes and paths.
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
      /** Host name or IP address of the cluster management interface, with a port if it is not 443. */
      readonly host: string;
      readonly url?: never;
    }
  | {
      /** The full address, with or without `/api/rest` at its end. */
      readonly url: string;
      readonly host?: never;
    };

const rootPath = '/api/rest';

/** The base URL of all paths of the contract. */
export function baseUrl(address: Address): string {
  const base = urlOf(address);
  if (base.protocol !== 'https:' && base.protocol !== 'http:')
    throw new InputError('url must begin with https:// or http://');
  // The message does not repeat them: it may end up in a log.
  if (base.username !== '' || base.password !== '') {
    throw new InputError('The address must not contain a user name or password: pass them as username and password');
  }
  const path = base.pathname.replace(/\/+$/, '');
  return `${base.origin}${path.endsWith(rootPath) ? path : path + rootPath}`;
}

/** Without a type check, both can be there, or neither. */
function urlOf({ host, url }: { readonly host?: string | undefined; readonly url?: string | undefined }): URL {
  if (host !== undefined && url !== undefined) {
    throw new InputError('host and url both name the array: leave one of them out');
  }
  if (url !== undefined) return parse(url, 'url');
  if (host !== undefined) return fromHost(host);
  throw new InputError('Name the array: pass host or url');
}

function fromHost(host: string): URL {
  if (typeof host !== 'string') throw new InputError('host must be a host name or IP address with an optional port');
  // An IPv6 address has two colons at least, and needs brackets in a URL (RFC 3986, section 3.2.2).
  const bracketed = /^[^[]*:.*:/.test(host) ? `[${host}]` : host;
  const base = parse(`https://${bracketed}`, 'host');
  if (/[/?#\\]/.test(host))
    throw new InputError('host must be a host name or IP address with an optional port; pass anything longer as url');
  return base;
}

function parse(text: string, option: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new InputError(
      `${option} is not a valid address: pass host (a host name or IP address) or url (it begins with https://)`,
    );
  }
}
