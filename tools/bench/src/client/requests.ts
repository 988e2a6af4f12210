// What a request takes: the client, and beneath it Node's own ways. They take turns, and of the turns the best one counts.
import { connect } from '@powerstore-api/client';
import { connect as nodeConnect } from '@powerstore-api/client/node';
import { request } from 'undici';
import type { Progress } from '../part.js';
import { get, logIn } from '../simulator/load.js';
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

export async function measureRequests({ rounds, requests }: Effort, progress: Progress): Promise<Requests> {
  await using server = await startSimulator('fast', 1000);
  const url = server.url.replace('/api/rest', '');
  await using overFetch = await connect({ url, ...credentials, concurrency: 50 });
  await using overUndici = await nodeConnect({ url, ...credentials, concurrency: 50 });
  const headers = { ...(await logIn(server.url)), accept: 'application/json' };
  const [first] = (await (await get(`${server.url}/replication_session?limit=1`, headers)).json()) as { id: string }[];
  const id = String(first?.id);

  const urls: Record<Question, string> = {
    one: `${server.url}/replication_session/${id}?select=${select.join(',')}`,
    page: `${server.url}/replication_session?select=${select.join(',')}&order=id&limit=100&offset=0`,
  };
  const raw = (question: Question): Pick<Record<Way, () => Promise<unknown>>, 'fetch' | 'undici'> => ({
    fetch: async () => JSON.parse(await (await fetch(urls[question], { headers })).text()) as unknown,
    undici: async () => JSON.parse(await (await request(urls[question], { headers })).body.text()) as unknown,
  });
  const asks: Record<Question, Record<Way, () => Promise<unknown>>> = {
    one: {
      ...raw('one'),
      client: () => overFetch.replicationSessions.get(id, { select }),
      'client/node': () => overUndici.replicationSessions.get(id, { select }),
    },
    page: {
      ...raw('page'),
      client: () => overFetch.replicationSessions.list({ select }).toArray({ limit: 100 }),
      'client/node': () => overUndici.replicationSessions.list({ select }).toArray({ limit: 100 }),
    },
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
