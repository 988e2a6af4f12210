// Requests that a check sends by itself, past the gate: with fetch, undici or node:http. Node tells of each before it is sent.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { methodElsewhere } from '../target/permit.js';

/** A request as Node tells of it. */
export interface OtherRequest {
  method: string;
  url: string;
}

type Note = (request: OtherRequest) => void;

const noting = new AsyncLocalStorage<Note>();
let isSubscribed = false;

/** Runs something, and notes each request that it sends, also what it leaves running. */
export function notingRequests<T>(note: Note, run: () => T): T {
  if (!isSubscribed) listen();
  isSubscribed = true;
  return noting.run(note, run);
}

interface UndiciRequest {
  method: string;
  origin: string | URL;
  path: string;
  /** Names and values by turns, or lines. */
  headers: readonly string[] | string;
}

function listen(): void {
  subscribe('undici:request:create', (message) => {
    const { method, origin, path, headers } = (message as { request: UndiciRequest }).request;
    const names =
      typeof headers === 'string'
        ? headers.split('\r\n').map((line) => line.split(':')[0] ?? '')
        : headers.filter((_, index) => index % 2 === 0);
    tell({ method, names, path, origin: String(origin) });
  });
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    const { method, path, protocol, host } = request;
    const origin = `${protocol}//${String(request.getHeader('host') ?? host)}`;
    tell({ method, names: request.getHeaderNames(), path, origin });
  });
}

interface Told {
  method: string;
  /** Of its headers. */
  names: readonly string[];
  path: string;
  origin: string;
}

function tell({ method, names, path, origin }: Told): void {
  const note = noting.getStore();
  // A path may begin with two slashes, or be a whole address, as for a proxy.
  const address = path.startsWith('/') ? `${origin}${path}` : path;
  if (!note || !URL.canParse(address)) return;
  const isPlain = !names.some((name) => methodElsewhere.test(name));
  note({ method: isPlain ? method : `${method} with a method in a header`, url: address });
}
