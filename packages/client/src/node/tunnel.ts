import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { InputError } from '@powerstore-api/types';
import type { buildConnector } from 'undici/index.js';
import { networkProblem, proxyCode, proxyRefusedCode } from '../errors/network-problem.js';
import { parseUrl } from '../input/parse-url.js';
import type { Opening } from './tls.js';

/** As long as undici waits for a connection without a proxy. */
const openTimeoutMs = 10_000;

/** Connects to the array through tunnels of a proxy (RFC 9110, section 9.3.6). Each is one connection to the proxy. */
export function tunnelThrough(
  proxy: string | URL,
  connect: buildConnector.connector,
  opening: Opening,
): buildConnector.connector {
  const { origin, headers } = proxyOf(proxy);
  const request = origin.startsWith('https:') ? httpsRequest : httpRequest;

  const open = (target: string): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const all = { ...headers, host: target, connection: 'keep-alive' };
      const asking = request(origin, { method: 'CONNECT', path: target, headers: all, agent: false });
      const fail = (problem: string, code = proxyCode): void => {
        clearTimeout(timer);
        opening.delete(asking);
        asking.destroy();
        reject(Object.assign(new Error(`the proxy ${origin} made no connection to ${target}: ${problem}`), { code }));
      };
      const timer = setTimeout(() => fail(`it did not answer within ${openTimeoutMs / 1000} s`), openTimeoutMs);
      opening.add(asking);
      asking
        .on('error', (error) => fail(networkProblem(error).problem))
        .on('connect', ({ statusCode = 0 }, socket: Socket, early) => {
          const isRefused = statusCode < 200 || statusCode > 299;
          // In a tunnel the client speaks first. Undici would connect again, without an end, if the socket has bytes already.
          if (isRefused || early.length > 0) {
            socket.destroy();
            if (!isRefused) return fail('it sent more than its answer');
            return fail(`it answered ${statusCode}`, statusCode < 500 ? proxyRefusedCode : proxyCode);
          }
          clearTimeout(timer);
          opening.delete(asking);
          resolve(socket);
        })
        .end();
    });

  return async (options, callback) => {
    const { hostname, protocol } = options;
    const isSecure = protocol === 'https:';
    // Undici takes the brackets off an IPv6 address.
    const host = hostname.includes(':') ? `[${hostname}]` : hostname;
    try {
      const socket = await open(`${host}:${options.port || (isSecure ? 443 : 80)}`);
      if (isSecure) connect({ ...options, httpSocket: socket }, callback);
      else callback(null, socket);
    } catch (error) {
      callback(error as Error, null);
    }
  };
}

/** The address of a proxy and its login. */
function proxyOf(proxy: string | URL): { origin: string; headers: Readonly<Record<string, string>> } {
  const { origin, username, password } = parseUrl('proxy', proxy);
  if (username === '') return { origin, headers: {} };
  try {
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { origin, headers: { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` } };
  } catch {
    throw new InputError('proxy has a % in its user name or password that encodes nothing: write it as %25');
  }
}
