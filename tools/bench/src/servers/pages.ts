// A large collection whose pages are ready, so that reading it takes the time that the reader takes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce, given } from './announce.js';

export interface PagesOptions {
  /** Every instance, except its id. */
  row: Record<string, unknown>;
  total: number;
  pageSize: number;
  /** Milliseconds until a page is answered. */
  delay: number;
}

const { row, total, pageSize, delay } = given<PagesOptions>();
const idAt = (index: number): string => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const pages = new Map<number, Buffer>();
for (let first = 0; first < total; first += pageSize) {
  const rows = Array.from({ length: Math.min(pageSize, total - first) }, (_, index) => ({
    ...row,
    id: idAt(first + index),
  }));
  pages.set(first, Buffer.from(JSON.stringify(rows)));
}

const server = createServer(async (incoming, outgoing) => {
  const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://bench');
  const headers = { 'content-type': 'application/json', 'dell-emc-token': 'token' };
  if (pathname.endsWith('/login_session')) {
    outgoing.writeHead(200, { ...headers, 'set-cookie': 'auth_cookie=bench' }).end('[]');
    return;
  }
  const first = Number(searchParams.get('offset'));
  const page = pages.get(first);
  if (delay > 0) await sleep(delay);
  if (!page) {
    outgoing.writeHead(pathname.endsWith('/logout') ? 204 : 416).end();
    return;
  }
  const range = `${first}-${Math.min(first + pageSize, total) - 1}/${total}`;
  outgoing.writeHead(206, { ...headers, 'content-range': range, 'content-length': page.length }).end(page);
});
server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/rest`));
