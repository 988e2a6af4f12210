import type { WatchedSession } from '../session/session-change.js';
import type { Site } from './pair-session.js';

/**
 * What is run on a pair.
 *
 * @example
 * ```ts
 * const titles: Partial<Record<FailoverOperation, string>> = { failback: 'back to where it came from' };
 * ```
 */
export type FailoverOperation = 'plannedFailover' | 'unplannedFailover' | 'failback' | 'failoverTest';

/**
 * What such an operation is made of. `check` changes nothing; `reconcile` waits for the arrays to agree; `test` is the caller's.
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
 * What has happened in an operation on a pair.
 *
 * - `action-sent`: an action goes out to this side.
 * - `answer-lost`: there was no answer to it, or none that says whether it was carried out. It is not sent again: the
 *   session shows what has become of it.
 * - `side-changed`: this side shows another state, role or progress, or is out of reach or back.
 * - `step-done`: the step is over.
 *
 * @example
 * ```ts
 * const report = ({ elapsed, site, text, progress }: FailoverEvent): void =>
 *   console.log(`${Math.round(elapsed / 1000)} s`, site, text, progress === undefined ? '' : `${progress} %`);
 * ```
 */
export interface FailoverEvent {
  readonly kind: 'action-sent' | 'answer-lost' | 'side-changed' | 'step-done';
  readonly step: FailoverStep;
  readonly site: Site;
  /** What has happened, for people. */
  readonly text: string;
  /** State and role of this side as last read; `undefined` where it could not be read. */
  readonly state: WatchedSession['state'] | undefined;
  readonly role: WatchedSession['role'] | undefined;
  /** How far the copying is, in percent, where this side tells. */
  readonly progress: number | undefined;
  /** Milliseconds since the operation began. */
  readonly elapsed: number;
}

/**
 * How an operation on a pair is run.
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
   * Milliseconds a step may take. A planned failover first copies what the destination lacks.
   *
   * @default 3_600_000
   */
  readonly timeout?: number;
  /**
   * Milliseconds between two reads of the session, on average.
   *
   * @default 5000
   */
  readonly interval?: number;
  /**
   * Stops waiting and sends nothing more; what the arrays are doing goes on. Rejects with the reason of the signal where
   * nothing was sent yet, else with a `FailoverIncompleteError` with that as its `cause`.
   */
  readonly signal?: AbortSignal | undefined;
  /** Is told of everything that happens. What it throws is ignored: reporting must not stop a failover half way. */
  readonly onEvent?: (event: FailoverEvent) => void;
}
