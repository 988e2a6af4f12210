import type { DataConnectionState, RequestBody } from '@powerstore-api/types';
import { hasText } from '../input/has-text.js';
import { abortable } from '../time/abortable.js';
import type { PowerStore } from '../connect.js';
import type { WatchedSession } from '../session/session-change.js';
import type { FailoverOptions } from './failover-event.js';
import { isFailoverIncompleteError } from './failover-incomplete-error.js';
import { siteWith } from './failovers.js';
import type { PairOperation } from './pair-operation.js';
import type { Planning } from './plan.js';
import { type Site, textOf } from './pair-session.js';
import type { Sides } from './side.js';
import type { ActionStep, Result } from './action-step.js';

/**
 * How to run a failover test.
 *
 * @example
 * ```ts
 * const options: FailoverTestOptions = { keepSnapshot: true, onEvent: ({ text }) => console.log(text) };
 * ```
 */
export interface FailoverTestOptions extends FailoverOptions {
  /** The snapshot of the destination to test with; by default the last copy. */
  readonly snapshotId?: string;
  /**
   * Whether to keep the data written during the test as a snapshot, which the array deletes after some time.
   *
   * @default false
   */
  readonly keepSnapshot?: boolean;
}

/**
 * A running failover test.
 *
 * @example
 * ```ts
 * const mounts = async ({ array, site, signal }: FailoverTest): Promise<void> => {
 *   const { local_resource_id } = await array.replicationSessions.get(id, { select: ['local_resource_id'], signal });
 *   console.log(`attach ${local_resource_id} of ${site} to the test hosts, and look at the data`);
 * };
 * ```
 */
export interface FailoverTest {
  /** The destination, whose hosts see the data while the test runs. */
  readonly site: Site;
  readonly array: PowerStore;
  /** The signal of the options. When it aborts, the client stops the test, even if the function has not returned. */
  readonly signal: AbortSignal | undefined;
}

export const failoverTest =
  <T>(
    both: Sides,
    test: (running: FailoverTest) => T | Promise<T>,
    { snapshotId, keepSnapshot = false }: FailoverTestOptions,
  ) =>
  async (operation: PairOperation): Promise<T> => {
    const site = siteWith(operation, 'destination');
    const { signal } = operation;
    let hasStarted = false;
    const result = await resultOf(async () => {
      const { refusal } = await operation.perform(starting(site, snapshotId));
      if (refusal !== undefined) throw ofAnother(operation, site, refusal);
      hasStarted = true;
      const running = { site, array: await both[site].array(signal), signal };
      const value = await abortable((async () => test(running))(), signal);
      operation.emit('step-done', 'test', site, 'the test has ended');
      return value;
    });
    // Every way out leads here. Once the start was sent and not refused, the test may be running.
    if (operation.hasBegun) await stop(operation, site, { hasStarted, keepSnapshot, result });
    if ('value' in result) return result.value;
    const { error } = result;
    // From the step that starts the test, before it was stopped.
    const ended = !hasStarted && isFailoverIncompleteError(error) ? error : undefined;
    if (!operation.hasBegun) {
      if (ended?.hasBegun !== true) throw error;
      const { step, problem, hint = '', cause } = ended;
      throw operation.incomplete({ step, site, problem: `${problem}; the test was stopped`, hint, cause });
    }
    throw operation.incomplete({
      step: 'startFailoverTest',
      site,
      problem: `${ended?.problem ?? textOf(error)}; the start was sent, and the test may still begin`,
      hint: `Look at ${site} again. If failover_test_in_progress is true, call replicationSessions.stopFailoverTest(id) there.`,
      cause: error,
    });
  };

/** The error where the array has refused the start, and a test runs all the same. It must not be stopped. */
function ofAnother(operation: PairOperation, site: Site, cause: unknown): Error {
  operation.isAsBefore();
  const problem = `the array refused, and the test that runs is somebody else's: ${textOf(cause)}`;
  const hint = 'Wait until that test has been stopped.';
  return operation.incomplete({ step: 'startFailoverTest', site, problem, hint, cause });
}

/** The steps of a test without the function. */
export const plannedTest =
  ({ snapshotId, keepSnapshot = false }: FailoverTestOptions) =>
  async (planning: Planning): Promise<void> => {
    const site = siteWith(planning, 'destination');
    await planning.perform(starting(site, snapshotId));
    planning.add('test', site, 'what your function does');
    await planning.perform(stopping(planning.session[site].session, site, keepSnapshot));
  };

/** The value or the error of a function. */
async function resultOf<T>(what: () => Promise<T>): Promise<Result<T>> {
  try {
    return { value: await what() };
  } catch (error) {
    return { error };
  }
}

/** As long as a call by default: if the destination cannot be read, the test must not go on for all the time of the operation. */
const stepTimeoutMs = 600_000;

const starting = (site: Site, snapshotId: string | undefined): ActionStep => ({
  name: 'startFailoverTest',
  site,
  body: snapshotId === undefined ? undefined : { snapshot_id: snapshotId },
  wanted: () => ({ failover_test_in_progress: true }),
  sides: [site],
  timeout: stepTimeoutMs,
});

/** How often the client sends a stop while the test goes on running. */
const stopAttempts = 3;

interface Begun {
  /** Whether the test was seen to run. If not, the start may still have to take effect. */
  readonly hasStarted: boolean;
  readonly keepSnapshot: boolean;
  readonly result: Result<unknown>;
}

/** Stops a test, even after an abort. A second stop does no harm, so it is sent again while the test goes on. */
async function stop(operation: PairOperation, site: Site, { hasStarted, keepSnapshot, result }: Begun): Promise<void> {
  const name = 'stopFailoverTest';
  let failure: unknown;
  for (let attempt = 1; attempt <= stopAttempts; attempt += 1) {
    const still = await resultOf(async () => {
      await operation.look(name, site, (session) =>
        hasStarted ? session !== undefined : session?.failover_test_in_progress === true,
      );
      const { session } = operation.session[site];
      if (session !== undefined && session.failover_test_in_progress !== true) {
        if (hasStarted) operation.isAsBefore();
        return;
      }
      const step = stopping(session, site, hasStarted && keepSnapshot);
      const answer =
        session === undefined
          ? await operation.performUnseen(step)
          : (await operation.perform(step, { signal: undefined })).answer;
      const snapshot = snapshotIn(answer);
      if (snapshot !== undefined)
        operation.emit('step-done', name, site, `the written data is kept as snapshot ${snapshot}`);
    });
    if (!('error' in still)) return;
    failure = still.error;
  }
  const cause =
    'error' in result
      ? new AggregateError([result.error, failure], 'The test failed, and so did stopping it')
      : failure;
  const problem = hasStarted
    ? `THE FAILOVER TEST ON ${site} WAS NOT STOPPED, and no failover is possible until it is stopped`
    : `THE FAILOVER TEST ON ${site} MAY BE RUNNING, and no failover is possible until it is stopped`;
  throw operation.incomplete({
    step: name,
    site,
    problem,
    hint: `Stop it: replicationSessions.stopFailoverTest(id) on ${site}. Hosts see the copy until then.`,
    cause,
  });
}

type StopBody = RequestBody<'replication_session_stop_failover_test'>;

function stopping(session: WatchedSession | undefined, site: Site, keepSnapshot: boolean): ActionStep {
  // Before 4.3 it needs force if the other array cannot be reached (REST API document 4.0).
  const isAlone = session?.data_connection_state === ('Complete_Data_Connection_Loss' satisfies DataConnectionState);
  return {
    name: 'stopFailoverTest',
    site,
    body: {
      ...(keepSnapshot && ({ create_end_of_test_snapshot: true } satisfies StopBody)),
      ...(isAlone && ({ force: true } satisfies StopBody)),
    },
    wanted: () => ({ failover_test_in_progress: false }),
    sides: [site],
    undoes: true,
    timeout: stepTimeoutMs,
  };
}

const snapshotIn = (answer: unknown): string | undefined =>
  hasText(answer, 'snapshot_id') ? answer.snapshot_id : undefined;
