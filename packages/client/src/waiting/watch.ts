import { readAnswer } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import { selectQuery } from '../query/parameters.js';
import type { Attribute, Select } from '../query/select.js';
import { type Transport, withoutRetries } from '../http/transport.js';
import { checkDuration, checkNotNegative } from '../input/check-number.js';
import { poll } from './poll.js';
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
   * Milliseconds between two reads, on average: each pause is a random one between none and twice as long, so that many
   * clients spread out. Right after a change of state pauses are an eighth of it, and grow from there.
   *
   * @default 5000
   */
  readonly interval?: number;
  /**
   * What to read and to watch, besides `state` and `id`. Without it all attributes are read, and those watched that tell
   * of progress or trouble: `state`, `role`, `progress_percentage`, `estimated_completion_timestamp`,
   * `last_sync_timestamp`, `data_transfer_state`, `data_connection_state`, `local_resource_state`,
   * `failover_test_in_progress`, `error_code`, `auto_failover_state` and `witness_details`.
   */
  readonly select?: readonly A[];
  /**
   * How many reads in a row may fail, where it may go away again: no connection, or an answer of 500 and above.
   *
   * @default 5
   */
  readonly tolerate?: number;
  /** Aborts the watch; the loop throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds between two reads by default. */
export const INTERVAL_MS = 5000;

/** Reads a session with these attributes, or with all there are: which, the release of the array decides. */
export async function readSession(
  send: Transport,
  id: string,
  signal: AbortSignal | undefined,
  select: Select<'replication_session'> = '*',
): Promise<WatchedSession> {
  const operation = 'replication_session_instance_query';
  const answer = readAnswer(await send(operation, { path: { id }, query: selectQuery(select), signal }));
  if (!isSession(answer)) throw new ContractError('the answer is not a session', operation);
  return answer;
}

/** The changes of a session over a transport. */
export function watchSession<A extends Attribute<'replication_session'>>(
  send: Transport,
  id: string,
  { interval = INTERVAL_MS, select, tolerate = 5, signal }: WatchOptions<A>,
): AsyncIterable<SessionChange<Watched<A>>> {
  checkDuration('interval', interval);
  checkNotNegative('tolerate', tolerate);
  const names = select && [...new Set<Attribute<'replication_session'>>(['id', 'state', ...select])];
  const read = (either: AbortSignal | undefined): Promise<WatchedSession> =>
    readSession(withoutRetries(send), id, either, names);
  const changes = async function* (): AsyncGenerator<SessionChange, void, undefined> {
    let previous: WatchedSession | undefined;
    let failures = 0;
    for await (const reading of poll(read, { interval, signal, stateOf })) {
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
  // What is selected is what is there: `Watched` says what that is.
  return { [Symbol.asyncIterator]: changes } as AsyncIterable<SessionChange<Watched<A>>>;
}
