// Reading a large collection to its end.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connect } from '@powerstore-api/client/node';
import type { Progress } from '../part.js';
import { startServer } from '../server-process.js';
import type { PagesOptions } from '../servers/pages.js';
import { get } from '../simulator/load.js';
import { startSimulator } from '../simulator/servers.js';

export const total = 100_000;
const pageSize = 2000;
const latencyMs = 50;

export interface Reading {
  /** Bytes of all pages. */
  bytes: number;
  /** Milliseconds from the bytes of all pages to objects, without a network. */
  parsing: number;
  /** Milliseconds by raw `fetch`, one page after the other, and by the client. */
  fetch: number;
  client: number;
  /** The same where each page takes 50 ms to come. */
  slow: { fetch: number; client: number };
  /** Bytes of memory in use after the first tenth of the pages, and the most after any later one. */
  memory: { early: number; most: number };
}

export async function measureReading(rounds: number, progress: Progress): Promise<Reading> {
  const row = await sampleRow();
  await using server = await pages(row, 0);
  await using slow = await pages(row, latencyMs);
  progress('reading: bytes');
  const buffers = await allPages(server.url, (response) => response.arrayBuffer());
  const best = { parsing: Infinity, fetch: Infinity, client: Infinity, slow: { fetch: Infinity, client: Infinity } };
  for (let round = 0; round <= rounds; round += 1) {
    progress(`reading ${round} of ${rounds}`);
    const parsing = await timed(() => {
      for (const buffer of buffers) JSON.parse(Buffer.from(buffer).toString('utf8'));
      return Promise.resolve();
    });
    const fetched = await timed(() => allPages(server.url, parsed));
    const client = await timed(() => readAll(server.url));
    // The first turn is for the compiler, and does not count.
    if (round === 0) continue;
    best.parsing = Math.min(best.parsing, parsing);
    best.fetch = Math.min(best.fetch, fetched);
    best.client = Math.min(best.client, client);
    progress(`reading ${round} of ${rounds}: ${latencyMs} ms a page`);
    best.slow.fetch = Math.min(best.slow.fetch, await timed(() => allPages(slow.url, parsed)));
    best.slow.client = Math.min(best.slow.client, await timed(() => readAll(slow.url)));
  }
  progress('reading: memory');
  return {
    ...best,
    bytes: buffers.reduce((sum, { byteLength }) => sum + byteLength, 0),
    memory: await memoryWhileReading(server.url),
  };
}

const pages = (row: PagesOptions['row'], delay: number) =>
  startServer('pages', { row, total, pageSize, delay } satisfies PagesOptions);

/** A session with everything an array says of it. */
async function sampleRow(): Promise<Record<string, unknown>> {
  await using server = await startSimulator('fast');
  const answer = await get(`${server.url}/replication_session?select=*&limit=1&resource_type=eq.volume_group`);
  const [row] = (await answer.json()) as Record<string, unknown>[];
  return row ?? {};
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const parsed = async (response: Response): Promise<number> => {
  const rows = JSON.parse(await response.text()) as unknown[];
  return rows.length;
};

/** Every page, one after the other, as raw `fetch` gives it. */
async function allPages<T>(url: string, read: (response: Response) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let offset = 0; offset < total; offset += pageSize) {
    found.push(
      await read(await fetch(`${url}/replication_session?select=*&order=id&limit=${pageSize}&offset=${offset}`)),
    );
  }
  return found;
}

async function readAll(url: string, each: (rows: readonly unknown[]) => void = () => undefined): Promise<void> {
  await using array = await connect({ url: url.replace('/api/rest', ''), username: 'bench', password: 'bench' });
  let count = 0;
  for await (const { items } of array.replicationSessions.list({ select: '*', pageSize }).pages()) {
    count += items.length;
    each(items);
  }
  if (count !== total) throw new Error(`read ${count} of ${total}`);
}

async function memoryWhileReading(url: string): Promise<Reading['memory']> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used: number[] = [];
  await readAll(url, () => {
    collectGarbage();
    used.push(process.memoryUsage().heapUsed);
  });
  const tenth = Math.ceil(used.length / 10);
  return { early: Math.max(...used.slice(0, tenth)), most: Math.max(...used.slice(tenth)) };
}
