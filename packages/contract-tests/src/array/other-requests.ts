// Requests that a check sends by itself, past the gate: with fetch, undici or node:http. Node tells of each before it is sent.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

type Note = (request: { method: string; url: string }) => void;

const noting = new AsyncLocalStorage<Note>();
let isSubscribed = false;

/** Runs something, and notes each request that it sends, also what it leaves running. */
export function notingRequests<T>(note: Note, run: () => T): T {
  if (!isSubscribed) listen();
  isSubscribed = true;
  return noting.run(note, run);
}

function listen(): void {
  subscribe('undici:request:create', (message) => {
    const { method, origin, path } = (message as { request: { method: string; origin: string | URL; path: string } })
      .request;
    tell(method, path, String(origin));
  });
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    tell(request.method, request.path, `${request.protocol}//${String(request.getHeader('host') ?? request.host)}`);
  });
}

function tell(method: string, path: string, origin: string): void {
  const note = noting.getStore();
  if (note && URL.canParse(path, origin)) note({ method, url: new URL(path, origin).href });
}
