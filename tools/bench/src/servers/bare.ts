// The best that Node can do: it sends answers that are ready.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announce, given } from './announce.js';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Path and query → what to answer. */
export type Recorded = Record<string, Answer>;

const answers = new Map(Object.entries(given<Recorded>()));
const server = createServer(({ url = '' }, outgoing) => {
  const { status, headers, body } = answers.get(url) ?? { status: 404, headers: {}, body: '' };
  outgoing.writeHead(status, headers);
  outgoing.end(body);
});
server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
