// The measurements and their order. All servers take turns, so that a busy moment of the machine affects
// all. Of the turns the best one counts, since other work on the machine only ever makes them worse.
import type { Progress } from '../part.js';
import { get, type Load, loadFor, logIn, oneByOne, type Target } from './load.js';
import { type ServerProcess, startServer } from '../server-process.js';
import {
  type Contender,
  contenders,
  type Question,
  questions,
  type Running,
  startContender,
  startSimulator,
} from './servers.js';
import { median } from '../statistics.js';

export interface Effort {
  /** How often each server gets its turn, and for how many seconds. */
  rounds: number;
  seconds: number;
  starts: number;
  /** Queries of a large collection in each turn. */
  queries: number;
}

export const thorough: Effort = { rounds: 7, seconds: 2, starts: 7, queries: 30 };
export const quick: Effort = { rounds: 3, seconds: 1, starts: 3, queries: 15 };

export const sizes = [10_000, 100_000] as const;
export type Size = (typeof sizes)[number];

export interface Throughput extends Load {
  /** Microseconds of processor time the server took for a request. */
  processor: number;
  /** Bytes of an answer's body. */
  bytes: number;
}

/** The measurements of one server. Only the simulators have all of them. */
export interface Figures {
  throughput: Record<Question, Throughput>;
  /** Milliseconds from starting Node until the first request was answered. */
  start: number;
  /** Bytes of memory after the start, and with so many sessions. */
  memory: { start: number } & Partial<Record<Size, number>>;
  /** A filtered and ordered page of so many sessions. */
  query: Partial<Record<Size, Load>>;
}

export type Report = Record<Contender, Figures>;

export async function measure(effort: Effort, progress: Progress): Promise<Report> {
  const starts = await measureStarts(effort, progress);
  const throughput = await measureThroughput(effort, progress);
  const large = await measureLarge(effort, progress);
  return forEach((contender): Figures => {
    const { start, memory } = starts[contender];
    const { query, memory: grown } = large[contender];
    return { throughput: throughput[contender], start, memory: { start: memory, ...grown }, query };
  });
}

/** From nothing to the first answer. */
async function measureStarts({ starts }: Effort, progress: Progress) {
  const found = forEach(() => ({ times: [] as number[], memory: [] as number[] }));
  // The first turn brings the files into memory, and does not count.
  for (let round = 0; round <= starts; round += 1) {
    for (const contender of contenders) {
      progress(`start ${round} of ${starts}: ${contender}`);
      const began = performance.now();
      await using server = await startAny(contender);
      // Nobody is logged in, and the bare server knows no path: that is an answer as well.
      await (await fetch(`${server.url}/replication_session`, { headers: { cookie: 'auth_cookie=any' } })).text();
      if (round === 0) continue;
      found[contender].times.push(performance.now() - began);
      found[contender].memory.push((await server.usage()).memory);
    }
  }
  return forEach((contender) => ({ start: median(found[contender].times), memory: median(found[contender].memory) }));
}

function startAny(contender: Contender): Promise<ServerProcess> {
  if (contender === 'with Prism' || contender === 'fast') return startSimulator(contender);
  return startServer(contender === 'Prism' ? 'prism' : contender === 'static mock' ? 'static-mock' : 'bare');
}

async function measureThroughput(effort: Effort, progress: Progress) {
  const all: Running[] = [];
  try {
    for (const contender of contenders) {
      const model = all.find((it) => it.contender === 'fast');
      all.push(await startContender(contender, model));
    }
    return await takeTurns(all, effort, progress);
  } finally {
    for (const { server } of all) await server[Symbol.asyncDispose]();
  }
}

async function takeTurns(all: readonly Running[], { rounds, seconds }: Effort, progress: Progress) {
  const found = forEach(() => ({}) as Record<Question, Throughput>);
  for (let round = 0; round <= rounds; round += 1) {
    for (const question of questions) {
      for (const { contender, server, targets } of all) {
        progress(`load ${round} of ${rounds}: ${question === 'one' ? 'one session' : 'a page'}, ${contender}`);
        const throughput = await turn(server, targets[question], seconds);
        const best = found[contender][question];
        // The first turn is for the compiler, and does not count.
        if (round === 1 || throughput.rate > (best?.rate ?? Infinity)) found[contender][question] = throughput;
      }
    }
  }
  return found;
}

async function turn(server: ServerProcess, target: Target, seconds: number): Promise<Throughput> {
  const bytes = (await (await get(target.url, target.headers)).arrayBuffer()).byteLength;
  const before = await server.usage();
  const load = await loadFor(target, seconds);
  const after = await server.usage();
  return { ...load, processor: (after.processor - before.processor) / load.requests, bytes };
}

const largeQuery = '/replication_session?select=id,state&role=eq.Source&order=last_sync_timestamp.desc,id&limit=100';

/** Large collections: what they take, and how long a page of one takes that is filtered and ordered. */
async function measureLarge({ rounds, queries }: Effort, progress: Progress) {
  const found = forEach((): Pick<Figures, 'query'> & { memory: Partial<Record<Size, number>> } => ({
    query: {},
    memory: {},
  }));
  const all: { contender: Contender; size: Size; server: ServerProcess; target: Target }[] = [];
  try {
    for (const size of sizes) {
      for (const contender of ['with Prism', 'fast'] as const) {
        progress(`starting ${size.toLocaleString('en')} sessions: ${contender}`);
        const server = await startSimulator(contender, size);
        const target = { url: server.url + largeQuery, headers: await logIn(server.url) };
        all.push({ contender, size, server, target });
        found[contender].memory[size] = (await server.usage()).memory;
      }
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const { contender, size, target } of all) {
        progress(`query ${round} of ${rounds}: ${size.toLocaleString('en')} sessions, ${contender}`);
        const load = await oneByOne(target, queries);
        const { query } = found[contender];
        if (round === 1 || load.p50 < (query[size]?.p50 ?? 0)) query[size] = load;
      }
    }
  } finally {
    for (const { server } of all) await server[Symbol.asyncDispose]();
  }
  return found;
}

const forEach = <T>(create: (contender: Contender) => T): Record<Contender, T> =>
  Object.fromEntries(contenders.map((contender) => [contender, create(contender)])) as Record<Contender, T>;
