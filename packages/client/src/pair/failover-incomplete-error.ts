import type { FailoverOperation, FailoverStep } from './failover-event.js';
import { type PairSession, type Site, describeName, describeSide } from './pair-session.js';
import { hasCode } from '../errors/has-code.js';
import { PowerStoreError } from '../errors/powerstore-error.js';

/** The fields of a {@link FailoverIncompleteError}. */
export interface FailoverIncompleteOptions {
  readonly operation: FailoverOperation;
  readonly step: FailoverStep;
  readonly site: Site | undefined;
  readonly session: PairSession;
  readonly hasBegun: boolean;
  readonly problem: string;
  readonly hint: string;
  readonly cause?: unknown;
}

/**
 * A failover, a failback or a failover test has stopped half way. `session` has both sides as last read. The client does not
 * reverse the steps that have taken effect.
 * Once something may have changed, every end is one of these: an abort, too, with the reason of the signal as its `cause`.
 *
 * @example
 * ```ts
 * if (isFailoverIncompleteError(error)) {
 *   const { step, site, session, hint } = error;
 *   console.error(`stopped at ${step} on ${site}: ${session.a.session?.state} / ${session.b.session?.state}. ${hint}`);
 * }
 * ```
 */
export class FailoverIncompleteError extends PowerStoreError {
  override readonly name = 'FailoverIncompleteError';
  readonly operation: FailoverOperation;
  /** The step at which it stopped. */
  readonly step: FailoverStep;
  /** The obstacle, for people: `message` without its context. */
  readonly problem: string;
  /** The array of the step, if it is known. */
  declare readonly site?: Site;
  /** Both sides as last read. */
  readonly session: PairSession;
  /**
   * Whether something may have changed. It is `false` if the client has sent nothing, if the array has refused everything
   * that it sent, and if a failover test was stopped again.
   */
  readonly hasBegun: boolean;

  constructor({ problem, hint, cause, ...where }: FailoverIncompleteOptions) {
    const { operation, step, site, session, hasBegun } = where;
    const at = `${step}${site === undefined ? '' : ` on ${site}`}`;
    const sides = `${describeSide(session.a)}, ${describeSide(session.b)}`;
    const changed = hasBegun ? '' : ', and nothing was changed';
    super(`${operation} of ${describeName(session)} stopped at ${at}: ${problem}; ${sides}${changed}`, {
      code: 'ERR_POWERSTORE_FAILOVER_INCOMPLETE',
      hint,
      cause,
    });
    this.operation = operation;
    this.step = step;
    this.problem = problem;
    if (site !== undefined) this.site = site;
    this.session = session;
    this.hasBegun = hasBegun;
  }
}

/**
 * Whether a failover, a failback or a failover test on a pair has stopped half way.
 *
 * @example
 * ```ts
 * if (isFailoverIncompleteError(error)) console.error(error.step, error.session.problems, error.hint);
 * ```
 */
export function isFailoverIncompleteError(error: unknown): error is FailoverIncompleteError {
  return hasCode(error, 'ERR_POWERSTORE_FAILOVER_INCOMPLETE');
}
