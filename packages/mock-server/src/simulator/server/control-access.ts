// Who may send control calls: programs on this machine. A browser on this machine sends whatever a web page tells it to, and
// a page can give its own name the address 127.0.0.1 (DNS rebinding), so that the browser takes the simulator for its server.
// The development servers of vite and webpack check requests in the same way.
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { parse } from 'content-type';
import { HttpError } from '../../http/errors.js';

/**
 * Refuses a request that comes from another machine or from a web page, or that calls this machine by a name that is not
 * `localhost` and not one of `hosts`, the addresses to listen on.
 *
 * @throws HttpError with 403
 */
export function checkSender({ socket, headers }: IncomingMessage, hosts: readonly string[]): void {
  if (!isLoopback(socket.remoteAddress)) throw refused('they answer no other machine');
  // Other programs send neither header. A browser sends `none` for an address that its user entered.
  const { origin, host = '', 'sec-fetch-site': site = 'none' } = headers;
  if (origin !== undefined || (site !== 'none' && site !== 'same-origin'))
    throw refused('they take no request of a web page (one with Origin or Sec-Fetch-Site)');
  const name = hostnameOf(host);
  if (name === undefined || !isOwn(name, [...hosts, socket.localAddress ?? '']))
    throw refused(`they do not answer to the Host "${host}"; use localhost, or an address that the array listens on`);
}

/**
 * A web page can send a body of another type without the browser asking the simulator first.
 *
 * @throws HttpError with 415
 */
export function checkType({ headers }: IncomingMessage, text: string): void {
  const { 'content-type': mediaType } = headers;
  if (mediaType === undefined ? text === '' : parse(mediaType).type === 'application/json') return;
  throw new HttpError(415, `Send the header Content-Type: application/json; it was ${mediaType ?? 'missing'}.`);
}

const refused = (reason: string): HttpError =>
  new HttpError(403, `Control calls are for programs on this machine: ${reason}.`);

const isLoopback = (address = ''): boolean => /^(::ffff:)?127\.|^::1$/.test(address);

/** The host of a `Host` header, normalized and without the port, which a tunnel can change. */
function hostnameOf(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[(.*)\]$/, '$1');
  } catch {
    return undefined;
  }
}

/** No page can make a name of its own of `localhost`, names below it, and addresses. */
const isOwn = (name: string, hosts: readonly string[]): boolean =>
  /^(.*\.)?localhost$/.test(name) || (isIP(name) !== 0 && isLoopback(name)) || hosts.some((it) => plain(it) === name);

/** An IPv4 address as such, even if a socket for IPv6 reports it. */
const plain = (address: string): string => address.toLowerCase().replace('::ffff:', '');
