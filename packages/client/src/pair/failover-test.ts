import type { DataConnectionState, RequestBody } from '@powerstore-api/types';
import { hasText } from '../input/has-text.js';
import { abortable } from '../time/abortable.js';
import type { PowerStore } from '../connect.js';
import type { FailoverOptions } from './failover-event.js';
import { siteWith } from './failovers.js';
import type { PairSession, Site } from './pair-session.js';
import { beginOperation, type PairOperation } from './pair-operation.js';
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

export async function failoverTest<T>(
  both: Sides,
  id: string,
  test: (running: FailoverTest) => T | Promise<T>,
  { snapshotId, keepSnapshot = false, ...options }: FailoverTestOptions,
): Promise<T> {
  const operation = await beginOperation('failoverTest', both, id, options);
  const site = siteWith(operation, 'destination');
  await start(operation, site, snapshotId);
  const result = await resultOf(async () => {
    const running = { site, array: await both[site].array(operation.signal), signal: operation.signal };
    return abortable((async () => test(running))(), operation.signal);
  });
  if ('value' in result) operation.emit('step-done', 'test', site, 'the test has ended');
  await stop(operation, site, keepSnapshot, result);
  if ('error' in result) throw result.error;
  return result.value;
}

/** The value or the error of a function. */
async function resultOf<T>(what: () => Promise<T>): Promise<Result<T>> {
  try {
    return { value: await what() };
  } catch (error) {
    return { error };
  }
}

const isRunning = (session: PairSession, site: Site): boolean =>
  session[site].session?.failover_test_in_progress === true;

async function start(operation: PairOperation, site: Site, snapshotId: string | undefined): Promise<void> {
  const step = 'startFailoverTest';
  const started = await resultOf(() =>
    operation.perform({
      name: step,
      site,
      body: snapshotId === undefined ? undefined : { snapshot_id: snapshotId },
      hasArrived: ({ failover_test_in_progress: test }) => test === true,
      sides: [site],
    }),
  );
  if (!('error' in started)) return;
  // Aborted while the start was in flight: if the test runs now, it must be stopped here.
  if (
    operation.signal?.aborted === true &&
    (await operation.shows(step, [site], (session) => isRunning(session, site)))
  ) {
    await stop(operation, site, false, started);
    throw operation.signal.reason;
  }
  throw started.error;
}

/** How often the client sends a stop while the test goes on running. */
const stopAttempts = 3;

/** Stops a test, even after an abort. A second stop does no harm, so it is sent again while the test goes on. */
async function stop(operation: PairOperation, site: Site, keepSnapshot: boolean, test: Result<unknown>): Promise<void> {
  const step = 'stopFailoverTest';
  let failure: unknown;
  for (let attempt = 1; attempt <= stopAttempts; attempt += 1) {
    const still = await resultOf(async () => {
      const isRead = await operation.shows(step, [site], (session) => session[site].session !== undefined);
      if (isRead && !isRunning(operation.session, site)) return;
      const { answer } = await operation.perform(stopping(operation, site, keepSnapshot), { signal: undefined });
      const snapshot = snapshotIn(answer);
      if (snapshot !== undefined)
        operation.emit('step-done', step, site, `the written data is kept as snapshot ${snapshot}`);
    });
    if (!('error' in still)) return;
    failure = still.error;
  }
  const cause =
    'error' in test ? new AggregateError([test.error, failure], 'The test failed, and so did stopping it') : failure;
  throw operation.incomplete({
    step,
    site,
    problem: `THE FAILOVER TEST ON ${site} WAS NOT STOPPED, and no failover is possible until it is stopped`,
    hint: `Stop it: replicationSessions.stopFailoverTest(id) on ${site}. Hosts see the copy until then.`,
    cause,
  });
}

type StopBody = RequestBody<'replication_session_stop_failover_test'>;

function stopping(operation: PairOperation, site: Site, keepSnapshot: boolean): ActionStep {
  // Before 4.3 it needs force if the other array cannot be reached (REST API document 4.0).
  const { data_connection_state: connection } = operation.session[site].session ?? {};
  const isAlone = connection === ('Complete_Data_Connection_Loss' satisfies DataConnectionState);
  return {
    name: 'stopFailoverTest',
    site,
    body: {
      ...(keepSnapshot && ({ create_end_of_test_snapshot: true } satisfies StopBody)),
      ...(isAlone && ({ force: true } satisfies StopBody)),
    },
    hasArrived: ({ failover_test_in_progress: test }) => test !== true,
    sides: [site],
  };
}

const snapshotIn = (answer: unknown): string | undefined =>
  hasText(answer, 'snapshot_id') ? answer.snapshot_id : undefined;
