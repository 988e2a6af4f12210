// Everybody who polls the same collection over one client reads together: 100 watches are one request an interval, not 100.
import { isApiError } from '../errors/guards.js';
import { readAnswer, readInstances } from '../http/answer.js';
import { type Transport, withoutRetries } from '../http/transport.js';
import { hasText } from '../input/has-text.js';
import { selectQuery, whereQuery } from '../query/parameters.js';
import { onAbort } from '../time/on-abort.js';
import type { ReadInTurn, Turn } from './poll.js';

/** The instances to read, and how often. Readers with the same need read together. */
export interface Need {
  readonly resource: 'job' | 'replication_session';
  readonly select: string | readonly string[];
  /** Milliseconds between two reads, on average. */
  readonly interval: number;
}

/** Somebody who waits for an instance. */
interface Reader {
  readonly id: string;
  readonly begins: () => void;
  /** Ends the wait with a reading. */
  readonly end: (reading: Promise<unknown>) => unknown;
  /** Called when the reader waits no longer. */
  leave: () => void;
}

/** The readers that will read together next. */
interface Round {
  add(reader: Reader, turn: Turn): void;
  remove(reader: Reader): void;
}

/** The rounds to come of each client, by the need of their readers. */
const roundsOf = new WeakMap<Transport, Map<string, Round>>();

/**
 * Reads an instance together with all who have the same need and wait: the first whose time has come reads for all of them.
 * A failure is everybody's. An abort ends the wait of one reader, and the request when no other waits for it.
 */
export function sharedReads(send: Transport, id: string, need: Need): ReadInTurn<unknown> {
  const rounds = roundsOf.get(send) ?? new Map<string, Round>();
  roundsOf.set(send, rounds);
  return (turn, signal) => {
    // Those who begin now read now. Those who wait for their turn have had a reading already.
    const key = JSON.stringify(turn.pace === 0 ? { ...need, interval: 0 } : need);
    let round = rounds.get(key);
    if (round === undefined) {
      const close = (): void => void rounds.delete(key);
      round = openRound(close, (readers) => readTogether(withoutRetries(send), need, readers));
      rounds.set(key, round);
    }
    const { add, remove } = round;
    return new Promise<unknown>((resolve, reject) => {
      const reader: Reader = {
        id,
        begins: turn.begins,
        leave: () => remove(reader),
        end: (reading) => reading.then(resolve, reject).finally(() => release()),
      };
      add(reader, turn);
      const release = onAbort(signal, () => {
        reader.leave();
        reject(signal.reason);
      });
    });
  };
}

function openRound(close: () => void, read: (readers: readonly Reader[]) => void): Round {
  const readers = new Set<Reader>();
  /** Full jitter. It is the same for all readers of the round, or the shortest of many pauses would count. */
  const jitter = 2 * Math.random();
  let due = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    if (readers.size === 0) return;
    clearTimeout(timer);
    close();
    read([...readers]);
  };
  return {
    add(reader, { pace, latest }) {
      readers.add(reader);
      if (pace === 0) {
        // Everybody who begins in the same turn of the event loop reads together.
        if (readers.size === 1) queueMicrotask(begin);
        return;
      }
      const pause = Math.min(jitter * pace, latest);
      if (performance.now() + pause >= due) return;
      due = performance.now() + pause;
      clearTimeout(timer);
      timer = setTimeout(begin, pause);
    },
    remove(reader) {
      readers.delete(reader);
      if (readers.size > 0) return;
      clearTimeout(timer);
      close();
    },
  };
}

/** Characters of the ids in one request: with all else its URL is below the limit of url-length.ts. */
const maxIdCharacters = 5000;

/** Ids as arrays make them. Another one may be refused, and the ids beside it with it. */
const plainId = /^[\w-]{1,100}$/;

function readTogether(send: Transport, need: Need, readers: readonly Reader[]): void {
  for (const ids of partsOf(new Set(readers.map(({ id }) => id)))) {
    const part = new Set(ids);
    readPart(
      send,
      need,
      ids,
      readers.filter(({ id }) => part.has(id)),
    );
  }
}

/** The ids of each request. */
function partsOf(ids: Iterable<string>): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let current: string[] = [];
  let room = 0;
  for (const id of ids) {
    if (typeof id !== 'string' || !plainId.test(id)) {
      parts.push([id]);
      continue;
    }
    // With its comma, which is encoded.
    const characters = id.length + 3;
    if (room < characters) {
      room = maxIdCharacters;
      current = [];
      parts.push(current);
    }
    room -= characters;
    current.push(id);
  }
  return parts;
}

function readPart(
  send: Transport,
  { resource, select }: Need,
  ids: readonly string[],
  readers: readonly Reader[],
): void {
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = new Set(readers);
  for (const reader of readers) {
    reader.begins();
    reader.leave = () => {
      waiting.delete(reader);
      if (waiting.size === 0) controller.abort();
    };
  }
  const query = selectQuery(select);
  const readOne = async (id: string): Promise<unknown> =>
    readAnswer(await send(`${resource}_instance_query`, { path: { id }, query, signal }));
  const readList = async (): Promise<ReadonlyMap<string, unknown>> => {
    const all = { ...whereQuery({ id: ids }), ...query, limit: ids.length };
    const rows = readInstances(await send(`${resource}_collection_query`, { query: all, signal }));
    return new Map(rows.flatMap((row) => (hasText(row, 'id') ? [[row.id, row]] : [])));
  };
  const reading = ids.length === 1 ? Promise.resolve(new Map<string, unknown>()) : readList().catch(unlessRefused);
  // The array itself says why an instance is not in the list: it was deleted, for example.
  const instances = new Map(ids.map((id) => [id, reading.then((rows) => rows.get(id) ?? readOne(id))]));
  for (const { id, end } of readers) {
    const instance = instances.get(id);
    if (instance) end(instance);
  }
}

/** If the array does not take a list, one of the ids may be to blame. Each is read by itself then. */
function unlessRefused(error: unknown): ReadonlyMap<string, unknown> {
  if (isApiError(error) && error.status < 500 && ![401, 403, 429].includes(error.status)) return new Map();
  throw error;
}
