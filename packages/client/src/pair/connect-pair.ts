import { isAuthenticationError, isNotFoundError, isPermissionError, isPowerStoreError } from '../errors/guards.js';
import { PairError } from '../errors/pair-error.js';
import type { Where } from '../query/where.js';
import type { FailoverOptions } from './failover-event.js';
import { failoverTest, type FailoverTest, type FailoverTestOptions } from './failover-test.js';
import {
  failback,
  plannedFailover,
  type PlannedFailoverOptions,
  unplannedFailover,
  type UnplannedFailoverOptions,
} from './failovers.js';
import { createPairIdentity } from './pair-identity.js';
import type { PairSession } from './pair-session.js';
import { readSides } from './read-sides.js';
import { type ArrayOfPair, createSide } from './side.js';
import { listSessions } from './sessions.js';

/**
 * Which sessions to list.
 *
 * @example
 * ```ts
 * const options: PairSessionsOptions = { where: { resource_type: 'volume_group' } };
 * ```
 */
export interface PairSessionsOptions {
  /** Filters, all of which must hold for one of the two sides. */
  readonly where?: Where<'replication_session'>;
  /** Aborts the reads; rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Two arrays that replicate to each other, and what is done on both of them. What is asked of one side only is asked of the
 * arrays themselves.
 *
 * @example
 * ```ts
 * await using pair = await connectPair(
 *   () => connect({ host: 'array-a.example.com', username: 'admin', password }),
 *   () => connect({ host: 'array-b.example.com', username: 'admin', password }),
 * );
 * const { source, problems } = await pair.session(id);
 * if (problems.length === 0) await pair.plannedFailover(id, { reprotect: true });
 * ```
 */
export interface Pair extends AsyncDisposable {
  /**
   * Reads a session on both arrays. An array that is out of reach is no error: what kept its side from being read is in
   * there. Rejects with a `NotFoundError` where neither has such a session.
   *
   * @example
   * ```ts
   * const { source, destination, a, b, problems } = await pair.session(id);
   * console.log(`${source} → ${destination}`, a.session?.state, b.session?.state, problems);
   * ```
   */
  session(id: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<PairSession>;
  /**
   * Lists the sessions between these two arrays, as both have them; those with other arrays are left out. Where one is out
   * of reach, what the other one has. Rejects with a `PairError` where it cannot be told which sessions these are.
   *
   * @example
   * ```ts
   * for (const { id, problems } of await pair.sessions({ where: { state: { neq: 'OK' } } })) console.log(id, problems);
   * ```
   */
  sessions(options?: PairSessionsOptions): Promise<readonly PairSession[]>;
  /**
   * Makes the destination the source, with nothing lost: the array copies first what is missing there. Stop what writes
   * before. Resolves when both sides are `Failed_Over`, or with `reprotect` when they replicate in the other direction.
   *
   * @throws FailoverIncompleteError where it is not possible, or stops half way.
   * @example
   * ```ts
   * const { source } = await pair.plannedFailover(id, {
   *   reprotect: true,
   *   onEvent: ({ site, text, progress }) => console.log(site, text, progress ?? ''),
   * });
   * ```
   */
  plannedFailover(id: string, options?: PlannedFailoverOptions): Promise<PairSession>;
  /**
   * Makes the destination the source without the other array, which may be gone. What was not copied yet is lost. Resolves
   * when the destination is `Failed_Over`.
   *
   * @throws FailoverIncompleteError where it is not possible, or stops half way.
   * @example
   * ```ts
   * const { destination } = await pair.session(id);
   * const { problems } = await pair.unplannedFailover(id, { body: { force: true } });
   * console.log(`${destination} has taken over`, problems);
   * ```
   */
  unplannedFailover(id: string, options?: UnplannedFailoverOptions): Promise<PairSession>;
  /**
   * After an unplanned failover, when both arrays are back: replicates what was written meanwhile to the array that was
   * gone, makes that one the source again, and replicates in the original direction. What that array has and the other one
   * has not is overwritten. Stop what writes before, for the second half.
   *
   * @throws FailoverIncompleteError where it is not possible, or stops half way.
   * @example
   * ```ts
   * await pair.failback(id, { onEvent: ({ site, step, text }) => console.log(site, step, text) });
   * ```
   */
  failback(id: string, options?: FailoverOptions): Promise<PairSession>;
  /**
   * Runs a function while the destination shows a copy of the data to its hosts. Replication goes on. The test is stopped
   * in any case: when the function has ended, when it has failed, and when the signal is aborted. Resolves with what the
   * function returns, and rejects with what it throws or the reason of the signal.
   *
   * @throws FailoverIncompleteError where the test cannot be started; and where it cannot be stopped, with the error of the
   * function in an `AggregateError` as its `cause` where that has failed as well.
   * @example
   * ```ts
   * const rows = await pair.failoverTest(id, async ({ array, signal }) => {
   *   const { local_resource_id } = await array.replicationSessions.get(id, { select: ['local_resource_id'], signal });
   *   return `attach ${local_resource_id} to the test hosts, and count what is there`;
   * });
   * console.log(rows);
   * ```
   */
  failoverTest<T>(
    id: string,
    test: (running: FailoverTest) => T | Promise<T>,
    options?: FailoverTestOptions,
  ): Promise<T>;
  /**
   * Closes the arrays that the pair has connected to itself; those it was given stay open. `await using` calls it.
   *
   * @example
   * ```ts
   * const pair = await connectPair(
   *   () => connect({ host: 'array-a.example.com', username, password }),
   *   () => connect({ host: 'array-b.example.com', username, password }),
   * );
   * await pair.close();
   * ```
   */
  close(): Promise<void>;
}

/**
 * Makes a pair of two arrays: each one connected, or how to connect to it. With functions, one of the two may be out of
 * reach, now or later: it is connected to when it is back. Where both answer, they have to be each other's remote system.
 *
 * @throws PairError where the two are no pair, or neither can be reached.
 * @throws AuthenticationError where one of them does not accept the user name and password.
 * @example
 * ```ts
 * await using a = await connect({ host: 'array-a.example.com', username: 'admin', password });
 * await using b = await connect({ host: 'array-b.example.com', username: 'admin', password });
 * await using pair = await connectPair(a, b);
 * console.log(await pair.sessions());
 * ```
 */
export async function connectPair(a: ArrayOfPair, b: ArrayOfPair): Promise<Pair> {
  const both = { a: createSide('a', a), b: createSide('b', b) };
  const identity = createPairIdentity(both);
  const close = async (): Promise<void> => {
    await Promise.all([both.a.close(), both.b.close()]);
  };
  try {
    const results = await Promise.allSettled([both.a.array(), both.b.array()]);
    const errors = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
    for (const error of errors) {
      if (!isPowerStoreError(error) || isAuthenticationError(error) || isPermissionError(error)) throw error;
    }
    if (errors.length === 2) {
      throw new PairError('Neither array can be reached', {
        hint: 'Check the addresses, and whether the management network can be reached from here.',
        cause: new AggregateError(errors, errors.map(String).join('; ')),
      });
    }
    await identity.check();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    async session(id, { signal } = {}) {
      const session = await readSides(both, id, signal);
      if (isNotFoundError(session.a.error) && isNotFoundError(session.b.error)) throw session.a.error;
      return session;
    },
    sessions: ({ where, signal } = {}) => listSessions(both, identity, where, signal),
    plannedFailover: (id, options = {}) => plannedFailover(both, id, options),
    unplannedFailover: (id, options = {}) => unplannedFailover(both, id, options),
    failback: (id, options = {}) => failback(both, id, options),
    failoverTest: (id, test, options = {}) => failoverTest(both, id, test, options),
    close,
    [Symbol.asyncDispose]: close,
  };
}
