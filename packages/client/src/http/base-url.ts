import { InputError } from '@powerstore-api/types';
import { parseUrl } from '../input/parse-url.js';

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
  // The message does not repeat them: it may end up in a log.
  if (base.username !== '' || base.password !== '') {
    throw new InputError('Pass username and password as options, not in the address');
  }
  const path = base.pathname.replace(/\/+$/, '');
  return `${base.origin}${path.endsWith(rootPath) ? path : path + rootPath}`;
}

/** Without a type check, both can be there, or neither. */
function urlOf({ host, url }: { readonly host?: string | undefined; readonly url?: string | undefined }): URL {
  if (host !== undefined && url === undefined) return fromHost(host);
  if (host === undefined && url !== undefined) return parseUrl('url', url);
  throw new InputError('Name the array: pass host or url, not both');
}

function fromHost(host: string): URL {
  // An IPv6 address has two colons at least, and needs brackets in a URL (RFC 3986, section 3.2.2).
  const url = `https://${/^[^[]*:.*:/.test(host) ? `[${host}]` : host}`;
  if (URL.canParse(url) && !/[/?#\\]/.test(host)) return new URL(url);
  throw new InputError('host must be a host name or IP address with an optional port; pass anything longer as url');
}
