// The cost of a request: through the client, and through the ways of Node beneath it. They take turns, and the best turn counts.
import { connect, type PowerStore } from '@powerstore-api/client';
import { connect as nodeConnect } from '@powerstore-api/client/node';
import { request } from 'undici';
import type { Progress } from '../part.js';
import { pathOf, record } from '../record.js';
import { startServer } from '../server-process.js';
import type { Recorded } from '../servers/bare.js';
import { startSimulator } from '../simulator/servers.js';

export const ways = ['fetch', 'undici', 'client', 'client/node'] as const;
/** Raw `fetch` and `undici.request`, each with `JSON.parse`; the client over the one and over the other. */
export type Way = (typeof ways)[number];

export const questions = ['one', 'page'] as const;
export type Question = (typeof questions)[number];

export const crowds = [1, 50] as const;
/** How many are asked at the same time. */
export type Crowd = (typeof crowds)[number];

/** Microseconds for a request. */
export type Requests = Record<Question, Record<Crowd, Record<Way, number>>>;

export interface Effort {
  rounds: number;
  /** Requests in each turn. */
  requests: number;
}

const select = ['id', 'state', 'role', 'type'] as const;
const credentials = { username: 'admin', password: 'Password123!' };

/** How the client asks each of them. */
const askOf = (
  { replicationSessions }: PowerStore,
  id: string,
): Readonly<Record<Question, () => Promise<unknown>>> => ({
  one: () => replicationSessions.get(id, { select }),
  page: () => replicationSessions.list({ select }).toArray({ limit: 100 }),
});

export async function measureRequests({ rounds, requests }: Effort, progress: Progress): Promise<Requests> {
  progress('client: what a simulator answers');
  const { id, paths, headers, recorded } = await recordSimulator();
  // A server that does nothing else: what a simulator takes for an answer would hide what those who ask for it do.
  await using server = await startServer('bare', recorded);
  await using overFetch = await connect({ url: server.url, ...credentials, concurrency: 50 });
  await using overUndici = await nodeConnect({ url: server.url, ...credentials, concurrency: 50 });
  const raw = (question: Question): Pick<Record<Way, () => Promise<unknown>>, 'fetch' | 'undici'> => {
    const url = server.url + paths[question];
    return {
      fetch: async () => JSON.parse(await (await fetch(url, { headers })).text()) as unknown,
      undici: async () => JSON.parse(await (await request(url, { headers })).body.text()) as unknown,
    };
  };
  const [byFetch, byUndici] = [askOf(overFetch, id), askOf(overUndici, id)];
  const asks: Record<Question, Record<Way, () => Promise<unknown>>> = {
    one: { ...raw('one'), client: byFetch.one, 'client/node': byUndici.one },
    page: { ...raw('page'), client: byFetch.page, 'client/node': byUndici.page },
  };

  const best: Requests = { one: { 1: none(), 50: none() }, page: { 1: none(), 50: none() } };
  for (let round = 0; round <= rounds; round += 1) {
    for (const question of questions) {
      for (const crowd of crowds) {
        for (const way of ways) {
          progress(`client ${round} of ${rounds}: ${question}, ${crowd} at once, ${way}`);
          const time = await turn(asks[question][way], requests, crowd);
          // The first turn is for the compiler, and does not count.
          if (round > 0) best[question][crowd][way] = Math.min(best[question][crowd][way], time);
        }
      }
    }
  }
  return best;
}

interface Recording {
  id: string;
  /** Path and query of what the client asks. */
  paths: Record<Question, string>;
  headers: Record<string, string>;
  recorded: Recorded;
}

/** The requests that the client sends to a simulator, and the answers, from the login to the logout. */
async function recordSimulator(): Promise<Recording> {
  await using simulator = await startSimulator('fast', 1000);
  const recorded: Recorded = {};
  let last = { path: '', headers: {} };
  const array = await connect({
    url: simulator.url.replace('/api/rest', ''),
    ...credentials,
    fetch: async (url, { headers, ...init }) => {
      const answer = await fetch(url, { ...init, headers });
      last = { path: pathOf(url), headers };
      recorded[last.path] = await record(answer.clone());
      return answer;
    },
  });
  const { id } = (await array.replicationSessions.list().first()) ?? { id: '' };
  const asks = askOf(array, id);
  const paths = {} as Record<Question, string>;
  for (const question of questions) {
    await asks[question]();
    paths[question] = last.path;
  }
  const { headers } = last;
  await array.close();
  return { id, paths, headers, recorded };
}

const none = (): Record<Way, number> => ({
  fetch: Infinity,
  undici: Infinity,
  client: Infinity,
  'client/node': Infinity,
});

async function turn(ask: () => Promise<unknown>, requests: number, crowd: Crowd): Promise<number> {
  let left = requests;
  const one = async (): Promise<void> => {
    for (; left > 0; left -= 1) await ask();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: crowd }, one));
  return ((performance.now() - began) / requests) * 1000;
}
