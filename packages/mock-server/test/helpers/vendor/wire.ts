// What the vendor's clients have in common: requests over HTTPS that trust any certificate, byte for byte as given.
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';

/** An array to talk to. */
export interface Target {
  url: string;
  username: string;
  password: string;
}

export interface Sent {
  method: string;
  /** Path and query below `/api/rest`. */
  target: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Received {
  status: number;
  reason: string;
  headers: IncomingHttpHeaders;
  text: string;
}

export type Json = Record<string, unknown>;

/** A connection pool as Go's HTTP client has one. Python's `requests.get()` takes a new connection each time instead. */
export const newPool = (): Agent => new Agent({ keepAlive: true, maxSockets: 60, rejectUnauthorized: false });

/** Sends one request; without a pool on a connection of its own, which is closed after the answer. */
export async function send({ url }: Target, sent: Sent, pool?: Agent): Promise<Received> {
  const agent = pool ?? newPool();
  try {
    return await exchange(`${url}/api/rest${sent.target}`, sent, agent);
  } finally {
    if (!pool) agent.destroy();
  }
}

const exchange = (url: string, { method, headers, body }: Sent, agent: Agent): Promise<Received> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? (method === 'GET' ? {} : { 'Content-Length': '0' }) : sizeOf(body);
    const outgoing = request(url, { method, agent, headers: { ...headers, ...length } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', reject);
      incoming.once('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          reason: incoming.statusMessage ?? '',
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });

const sizeOf = (body: string) => ({ 'Content-Length': String(Buffer.byteLength(body)) });

export const basicOf = ({ username, password }: Target): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** The cookie a cookie jar keeps for requests below `/api/rest` of that host. */
export function keptCookie({ url }: Target, { headers }: Received, name: string): string | undefined {
  for (const line of headers['set-cookie'] ?? []) {
    const [pair = '', ...attributes] = line.split(';').map((it) => it.trim());
    const value = pair.startsWith(`${name}=`) ? pair.slice(name.length + 1) : '';
    const attribute = (wanted: string): string | undefined =>
      attributes.find((it) => it.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/api/rest';
    const domain = attribute('domain')?.replace(/^\./, '') ?? new URL(url).hostname;
    if (!'/api/rest/'.startsWith(path) || domain !== new URL(url).hostname) continue;
    if (attribute('max-age') === '0') continue;
    // What Go takes as a cookie's value; it drops a cookie with any other character.
    if (value !== '' && /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(value)) return value;
  }
  return undefined;
}

/** What a client cannot go on after. */
export class VendorError extends Error {
  override name = 'VendorError' as const;

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
