import * as option from '../input/options.js';
import type { WatchedSession } from '../session/session-change.js';
import type { Site } from './pair-session.js';

/**
 * An operation on a pair.
 *
 * @example
 * ```ts
 * const titles: Partial<Record<FailoverOperation, string>> = { failback: 'back to where it came from' };
 * ```
 */
export type FailoverOperation = 'plannedFailover' | 'unplannedFailover' | 'failback' | 'failoverTest';

/**
 * A step of an operation on a pair. `check` changes nothing; `reconcile` waits until the arrays agree; `test` is your function.
 *
 * @example
 * ```ts
 * const changing: FailoverStep[] = ['failover', 'reprotect', 'startFailoverTest', 'stopFailoverTest'];
 * ```
 */
export type FailoverStep =
  | 'check'
  | 'reconcile'
  | 'failover'
  | 'reprotect'
  | 'startFailoverTest'
  | 'test'
  | 'stopFailoverTest';

/**
 * An event of an operation on a pair.
 *
 * - `not-known`: a warning, before the action is sent: no source says whether the array accepts it.
 * - `action-sent`: the client sends an action to this side. There is no such event for an action that it may not send.
 * - `answer-lost`: there was no answer to the action, or none that shows its outcome. The client does not send it again; the
 *   session will show the outcome.
 * - `side-changed`: the state, role or progress of this side has changed, or it is out of reach or back.
 * - `step-done`: the step has taken effect.
 *
 * @example
 * ```ts
 * const report = ({ elapsed, id, name, text, progress }: FailoverEvent): void =>
 *   console.log(`${Math.round(elapsed / 1000)} s`, name ?? id, text, progress === undefined ? '' : `${progress} %`);
 * ```
 */
export interface FailoverEvent {
  readonly kind: 'not-known' | 'action-sent' | 'answer-lost' | 'side-changed' | 'step-done';
  /** Id of the session. */
  readonly id: string;
  /** The name of its volume or group; see {@link PairSession}. */
  readonly name: string | undefined;
  readonly step: FailoverStep;
  readonly site: Site;
  /** The event, for people. */
  readonly text: string;
  /** State of this side as last read; `undefined` if it could not be read. */
  readonly state: WatchedSession['state'] | undefined;
  /** Role of this side as last read; `undefined` if it could not be read. */
  readonly role: WatchedSession['role'] | undefined;
  /** Progress of the copy in percent, if this side has it. */
  readonly progress: number | undefined;
  /** Milliseconds since the operation began. */
  readonly elapsed: number;
}

/**
 * How to run an operation on a pair.
 *
 * @example
 * ```ts
 * const options: FailoverOptions = {
 *   timeout: 4 * 3_600_000,
 *   onEvent: ({ site, text }) => console.log(site, text),
 *   signal: AbortSignal.timeout(8 * 3_600_000),
 * };
 * ```
 */
export interface FailoverOptions {
  /**
   * Milliseconds that a step may take. A planned failover first copies the missing data.
   *
   * @default 3_600_000
   */
  readonly timeout?: number;
  /**
   * Milliseconds between two reads of the session on average.
   *
   * @default 5000
   */
  readonly interval?: number;
  /**
   * Aborts the operation: the client stops waiting and sends nothing more, and the arrays go on with their work. Rejects
   * with the reason of the signal if nothing was sent yet or a failover test was stopped again, else with a
   * `FailoverIncompleteError` whose `cause` is the reason. An action that waits for `confirm` is not sent any more.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called for every event. Errors that it throws are ignored: reporting must not stop a failover half way. */
  readonly onEvent?: (event: FailoverEvent) => void;
}

/** The schemas of {@link FailoverOptions}. */
export const failoverFields = {
  timeout: option.duration,
  interval: option.duration,
  signal: option.signal,
  onEvent: option.callback,
};
