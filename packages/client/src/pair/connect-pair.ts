import { checkOptions } from '@powerstore-api/input';
import * as v from 'valibot';
import {
  isAuthenticationError,
  isNetworkError,
  isNotFoundError,
  isPairError,
  isPermissionError,
  isPowerStoreError,
} from '../errors/guards.js';
import { PairError } from '../errors/pair-error.js';
import * as option from '../input/options.js';
import type { Where } from '../query/where.js';
import type { Course } from './course.js';
import { failoverFields, type FailoverOperation, type FailoverOptions } from './failover-event.js';
import { failoverTest, type FailoverTest, type FailoverTestOptions, plannedTest } from './failover-test.js';
import {
  failback,
  plannedFailover,
  type PlannedFailoverOptions,
  unplannedFailover,
  type UnplannedFailoverOptions,
} from './failovers.js';
import { createPairIdentity } from './pair-identity.js';
import { run } from './pair-operation.js';
import type { PairSession, Site } from './pair-session.js';
import { settled } from '../time/settled.js';
import { type FailoverPlan, plan, type Planning } from './plan.js';
import { readSides } from './read-sides.js';
import { type ArrayOfPair, closedPair, createSide, type Sides } from './side.js';
import { listSessions } from './sessions.js';

/**
 * The sessions to list.
 *
 * @example
 * ```ts
 * const options: PairSessionsOptions = { where: { resource_type: 'volume_group' } };
 * ```
 */
export interface PairSessionsOptions {
  /** Conditions, all of which must hold for one of the two sides. */
  readonly where?: Where<'replication_session'>;
  /** Aborts the reads; rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The plans of the operations on a pair. Each takes the options of its operation.
 *
 * @example
 * ```ts
 * const { possible, steps } = await pair.plan.failback(id);
 * console.log(possible, steps.map(({ step, site }) => `${step} on ${site}`));
 * ```
 */
export interface PairPlans {
  /**
   * Plans {@link Pair.plannedFailover}.
   *
   * @example
   * ```ts
   * const { possible, steps } = await pair.plan.plannedFailover(id, { reprotect: true });
   * console.log(possible, steps[0]?.request?.body); // { is_planned: true, reverse: true }
   * ```
   */
  plannedFailover(id: string, options?: PlannedFailoverOptions): Promise<FailoverPlan>;
  /**
   * Plans {@link Pair.unplannedFailover}.
   *
   * @example
   * ```ts
   * const { steps } = await pair.plan.unplannedFailover(id);
   * console.log(steps[0]?.unknown); // whether the array asks for force …
   * ```
   */
  unplannedFailover(id: string, options?: UnplannedFailoverOptions): Promise<FailoverPlan>;
  /**
   * Plans {@link Pair.failback}. If nothing has failed over, its only step says so.
   *
   * @example
   * ```ts
   * const { steps } = await pair.plan.failback(id);
   * console.log(steps.map(({ step, site, reason }) => `${step} on ${site} ${reason ?? ''}`));
   * ```
   */
  failback(id: string, options?: FailoverOptions): Promise<FailoverPlan>;
  /**
   * Plans {@link Pair.failoverTest}. It calls no function of yours.
   *
   * @example
   * ```ts
   * const { steps } = await pair.plan.failoverTest(id, { keepSnapshot: true });
   * console.log(steps.map(({ step }) => step)); // ['startFailoverTest', 'test', 'stopFailoverTest']
   * ```
   */
  failoverTest(id: string, options?: FailoverTestOptions): Promise<FailoverPlan>;
}

/**
 * Two arrays that replicate to each other, and the operations that need both. For operations on one side, use its array.
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
   * Reads a session on both arrays, and the name of its volume or group. If an array is out of reach, the error is in its side of the result. Rejects with a
   * `NotFoundError` if neither array has the session.
   *
   * @example
   * ```ts
   * const { source, destination, a, b, problems } = await pair.session(id);
   * console.log(`${source} → ${destination}`, a.session?.state, b.session?.state, problems);
   * ```
   */
  session(id: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<PairSession>;
  /**
   * Lists the sessions between these two arrays, with both sides. It leaves out sessions with other arrays. If one array is
   * out of reach, the sessions have only the side of the other one. Rejects with a `PairError` if the client cannot tell
   * which sessions are between the two.
   *
   * @example
   * ```ts
   * for (const { name, problems } of await pair.sessions({ where: { state: { neq: 'OK' } } })) console.log(name, problems);
   * ```
   */
  sessions(options?: PairSessionsOptions): Promise<readonly PairSession[]>;
  /**
   * Makes the destination the source without loss: the source first copies the missing data. Stop all writes before.
   * Resolves when both sides are `Failed_Over`, or with `reprotect` when they replicate in the other direction. With `dryRun`
   * this and the other operations resolve at once with a {@link FailoverPlan}, and send nothing.
   *
   * @throws FailoverIncompleteError if it is not possible, or stops half way.
   * @example
   * ```ts
   * const { source } = await pair.plannedFailover(id, {
   *   reprotect: true,
   *   onEvent: ({ site, text, progress }) => console.log(site, text, progress ?? ''),
   * });
   * ```
   */
  plannedFailover(id: string, options?: PlannedFailoverOptions): Promise<PairSession | FailoverPlan>;
  /**
   * Makes the destination the source without the other array, which may be lost. Data that was not copied is lost. Resolves
   * when the destination is `Failed_Over`.
   *
   * @throws FailoverIncompleteError if it is not possible, or stops half way.
   * @example
   * ```ts
   * const { destination } = await pair.session(id);
   * const { problems } = await pair.unplannedFailover(id, { body: { force: true } });
   * console.log(`${destination} has taken over`, problems);
   * ```
   */
  unplannedFailover(id: string, options?: UnplannedFailoverOptions): Promise<PairSession | FailoverPlan>;
  /**
   * Returns to the original source after an unplanned failover, when both arrays are back. It copies the data written since
   * then to the array that was lost, makes that array the source again, and replicates in the original direction. It
   * overwrites data that only the lost array has. Stop all writes before the second half.
   *
   * @throws FailoverIncompleteError if it is not possible, or stops half way.
   * @example
   * ```ts
   * await pair.failback(id, { onEvent: ({ site, step, text }) => console.log(site, step, text) });
   * ```
   */
  failback(id: string, options?: FailoverOptions): Promise<PairSession | FailoverPlan>;
  /**
   * Runs a function while hosts of the destination see a copy of the data. Replication goes on. Once the client has sent the
   * start, every way out stops the test: when the function returns, when it throws, when the signal is aborted, and when the
   * array cannot be read. Resolves with the result of the
   * function, and rejects with its error or the reason of the signal.
   *
   * @throws FailoverIncompleteError if the test cannot be started, or if it may go on running. If the function has failed too, its error is in
   * an `AggregateError`, the `cause`.
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
  ): Promise<T | FailoverPlan>;
  /**
   * Plans an operation, and sends nothing: for a look before it, or for a user to confirm. It works with `readOnly` as well.
   * If an array was connected with `dryRun`, the operations themselves resolve with the same plan.
   *
   * @example
   * ```ts
   * const plan = await pair.plan.plannedFailover(id, { reprotect: true });
   * for (const { step, site, request, possible, reason, unknown } of plan.steps) {
   *   console.log(step, site, request?.path, request?.body, possible === false ? reason : unknown);
   * }
   * ```
   */
  readonly plan: PairPlans;
  /**
   * Closes the arrays that the pair has connected to. Arrays that you passed connected stay open. An operation under way ends
   * as on an abort, for which it takes a minute at most: a failover test is stopped. `await using` calls it.
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

/** The longest that `close()` waits for the end of a failover test, in milliseconds. */
const stopTimeoutMs = 60_000;

const isArray = (value: unknown): boolean =>
  option.isFunction(value) || (option.isObject(value) && 'replicationSessions' in value);
const isArrayWords = 'a connected array, or a function that connects to one';

/** Not `is_planned`: it would make the failover a planned one. */
const unplannedBody = option.schemaOf<UnplannedFailoverOptions['body']>({
  force: option.flag,
  use_test_copy: option.flag,
  failover_snapshot_id: option.text,
});

const schemas = {
  connectPair: option.schemaOf<Record<Site, ArrayOfPair>>({
    a: option.fitting(isArray, isArrayWords),
    b: option.fitting(isArray, isArrayWords),
  }),
  sessions: option.schemaOf<PairSessionsOptions>({ where: option.object, signal: option.signal }),
  plannedFailover: option.schemaOf<PlannedFailoverOptions>({ ...failoverFields, reprotect: option.flag }),
  unplannedFailover: option.schemaOf<UnplannedFailoverOptions>({ ...failoverFields, body: v.optional(unplannedBody) }),
  failback: option.schemaOf<FailoverOptions>(failoverFields),
  failoverTest: option.schemaOf<{ test: unknown }>({ test: option.fitting(option.isFunction, 'a function') }),
  plannedTest: option.schemaOf<FailoverTestOptions>({
    ...failoverFields,
    snapshotId: option.text,
    keepSnapshot: option.flag,
  }),
};

/** Whether an array may be back later. A wrong password stays wrong, and so does a certificate. */
const mayPass = (error: unknown): boolean =>
  isNetworkError(error)
    ? error.kind !== 'tls'
    : isPowerStoreError(error) && !isAuthenticationError(error) && !isPermissionError(error) && !isPairError(error);

/**
 * Makes a pair of two arrays. Pass each array connected, or a function that connects to it. With functions, one of the two
 * may be out of reach, now or later: the pair connects to it when it is back. If both answer, each must be a remote system of
 * the other.
 *
 * @throws PairError if the two are the same array or do not replicate to each other, or both cannot be reached.
 * @throws AuthenticationError if one of them does not accept the user name and password.
 * @throws NetworkError if the certificate of one of them is not trusted.
 * @example
 * ```ts
 * await using a = await connect({ host: 'array-a.example.com', username: 'admin', password });
 * await using b = await connect({ host: 'array-b.example.com', username: 'admin', password });
 * await using pair = await connectPair(a, b);
 * console.log(await pair.sessions());
 * ```
 */
export async function connectPair(a: ArrayOfPair, b: ArrayOfPair): Promise<Pair> {
  checkOptions('connectPair', schemas.connectPair, { a, b });
  const both: Sides = {
    a: createSide('a', a, (array) => identity.admit('a', array)),
    b: createSide('b', b, (array) => identity.admit('b', array)),
  };
  const identity = createPairIdentity(both);
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  /** Runs an operation, which ends with the pair as well. */
  const runs = async <T, O extends FailoverOptions>(options: O, operation: (options: O) => Promise<T>): Promise<T> => {
    const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
    const ending = operation({ ...options, signal });
    underWay.add(ending);
    return ending.finally(() => underWay.delete(ending));
  };
  const close = async (): Promise<void> => {
    closing.abort(closedPair());
    // A failover test is stopped first.
    await settled(Promise.allSettled(underWay), stopTimeoutMs);
    await Promise.all([both.a.close(), both.b.close()]);
  };
  try {
    const results = await Promise.allSettled([both.a.array(), both.b.array()]);
    const errors = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
    for (const error of errors) {
      if (!mayPass(error)) throw error;
    }
    if (errors.length === 2) {
      throw new PairError('Neither array can be reached', {
        hint: 'Check the addresses, and that this machine can reach the management network.',
        cause: new AggregateError(errors, errors.map(String).join('; ')),
      });
    }
    await identity.check();
  } catch (error) {
    await close();
    throw error;
  }

  const running =
    <O extends FailoverOptions>(
      name: Exclude<FailoverOperation, 'failoverTest'>,
      steps: (options: O | Record<never, never>) => (course: Course) => Promise<PairSession>,
    ) =>
    async (id: string, options: O | Record<never, never> = {}): Promise<PairSession | FailoverPlan> => {
      const checked = checkOptions(name, schemas[name], options);
      return runs(checked, (it) => run(name, both, id, it, steps(it), steps(it)));
    };
  const planning =
    <O extends FailoverOptions>(
      name: FailoverOperation,
      steps: (options: O | Record<never, never>) => (course: Planning) => Promise<unknown>,
    ) =>
    async (id: string, options: O | Record<never, never> = {}): Promise<FailoverPlan> => {
      checkOptions(`plan.${name}`, schemas[name === 'failoverTest' ? 'plannedTest' : name], options);
      const { signal }: FailoverOptions = options;
      return plan(name, both, id, signal, steps(options));
    };

  return {
    async session(id, options = {}) {
      checkOptions('session', option.onlySignal, options);
      const session = await readSides(both, id, options.signal);
      if (isNotFoundError(session.a.error) && isNotFoundError(session.b.error)) throw session.a.error;
      return session;
    },
    async sessions(options = {}) {
      checkOptions('sessions', schemas.sessions, options);
      return listSessions(both, identity, options.where, options.signal);
    },
    plannedFailover: running('plannedFailover', plannedFailover),
    unplannedFailover: running('unplannedFailover', unplannedFailover),
    failback: running('failback', failback),
    async failoverTest(id, test, options = {}) {
      checkOptions('failoverTest', schemas.failoverTest, { test });
      const checked = checkOptions('failoverTest', schemas.plannedTest, options);
      return runs(checked, (it) => run('failoverTest', both, id, it, failoverTest(both, test, it), plannedTest(it)));
    },
    plan: {
      plannedFailover: planning('plannedFailover', plannedFailover),
      unplannedFailover: planning('unplannedFailover', unplannedFailover),
      failback: planning('failback', failback),
      failoverTest: planning('failoverTest', plannedTest),
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
