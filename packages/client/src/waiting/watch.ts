import { checkOptions } from '@powerstore-api/input';
import { readAnswer } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import { selectQuery } from '../query/parameters.js';
import type { Attribute } from '../query/select.js';
import type { Transport } from '../http/transport.js';
import * as option from '../input/options.js';
import { poll, type ReadInTurn } from './poll.js';
import { sharedReads } from './shared-reads.js';
import {
  differs,
  isSession,
  type SessionChange,
  stateOf,
  type Watched,
  watched,
  type WatchedSession,
} from '../session/session-change.js';

/**
 * How to watch a session.
 *
 * @example
 * ```ts
 * const options: WatchOptions<'role'> = { interval: 10_000, select: ['role'], signal: AbortSignal.timeout(3_600_000) };
 * ```
 */
export interface WatchOptions<A extends Attribute<'replication_session'> = never> {
  /**
   * Milliseconds between two reads on average. Each pause is random, from none to twice as long, so that many clients
   * spread out. Right after a change of state the pauses are an eighth of it, and grow from there. All watches and waits of
   * a client with the same interval and attributes read their sessions together, by one request.
   *
   * @default 5000
   */
  readonly interval?: number;
  /**
   * The attributes to read and to watch besides `state` and `id`. By default all attributes are read, and those watched
   * that show progress or trouble: `state`, `role`, `progress_percentage`, `estimated_completion_timestamp`,
   * `last_sync_timestamp`, `data_transfer_state`, `data_connection_state`, `local_resource_state`,
   * `failover_test_in_progress`, `error_code`, `auto_failover_state` and `witness_details`.
   */
  readonly select?: readonly A[];
  /**
   * Reads in a row that may fail with a transient error: a lost connection, or an answer of 500 and above.
   *
   * @default 5
   */
  readonly tolerate?: number;
  /** Aborts the watch; the loop throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

const watchOptions = option.schemaOf<WatchOptions>({
  interval: option.duration,
  select: option.optional(
    (it) => Array.isArray(it) && it.every((name) => typeof name === 'string' && name !== ''),
    'a list of attributes',
  ),
  tolerate: option.notNegative,
  signal: option.signal,
});

/** Milliseconds between two reads by default. */
export const defaultIntervalMs = 5000;

/** Reads a session with all attributes that the release of the array has. */
export async function readSession(
  send: Transport,
  id: string,
  signal: AbortSignal | undefined,
): Promise<WatchedSession> {
  return asSession(readAnswer(await send(operation, { path: { id }, query: selectQuery('*'), signal })));
}

/** The same in turn with others, by default with all attributes. */
export function readSessionInTurn(
  send: Transport,
  id: string,
  interval: number,
  select: string | readonly string[] = '*',
): ReadInTurn<WatchedSession> {
  const read = sharedReads(send, id, { resource: 'replication_session', select, interval });
  return async (turn, signal) => asSession(await read(turn, signal));
}

const operation = 'replication_session_instance_query';

/** An answer as a session. Throws a {@link ContractError} if it is none. */
export function asSession(answer: unknown): WatchedSession {
  if (!isSession(answer)) throw new ContractError('the answer is not a replication session', operation);
  return answer;
}

/** The changes of a session over a transport. */
export function watchSession<A extends Attribute<'replication_session'>>(
  send: Transport,
  id: string,
  options: WatchOptions<A>,
): AsyncIterable<SessionChange<Watched<A>>> {
  checkOptions('watch', watchOptions, options);
  const { interval = defaultIntervalMs, select, tolerate = 5, signal } = options;
  const names = select && [...new Set<Attribute<'replication_session'>>(['id', 'state', ...select])];
  const read = readSessionInTurn(send, id, interval, names);
  const changes = async function* (): AsyncGenerator<SessionChange, void, undefined> {
    let previous: WatchedSession | undefined;
    let failures = 0;
    for await (const reading of poll(read, { interval, signal, closing: send.closing, stateOf })) {
      if (reading.value === undefined) {
        failures += 1;
        if (failures > tolerate) throw reading.failure;
        continue;
      }
      failures = 0;
      const { value: session, elapsed } = reading;
      if (previous !== undefined && !differs(previous, session, names ?? watched)) continue;
      yield { session, previous, elapsed };
      previous = session;
    }
  };
  // `Watched` is a session with the selected attributes.
  return { [Symbol.asyncIterator]: changes } as AsyncIterable<SessionChange<Watched<A>>>;
}
