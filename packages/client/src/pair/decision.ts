// Whether a step has arrived, has failed or goes on. The decision depends only on the arguments.
import { isUnderWay } from '../session/next-states.js';
import type { WatchedSession } from '../session/session-change.js';
import { isLostAnswer } from '../errors/lost-answer.js';
import type { PairSession, Site } from './pair-session.js';
import type { StepResult, Target } from './action-step.js';

/** Both sides as read, and the result at the beginning of that read, so that the sides are never older than the result. */
export interface PairReading {
  readonly session: PairSession;
  readonly result: StepResult | undefined;
}

/** The target of a step, and its course by the state table. */
export interface Expected extends Pick<Target, 'sides'> {
  /** Whether a side is at the target. */
  hasArrived(session: WatchedSession, site: Site): boolean;
  readonly via: readonly string[];
  readonly failsTo: string | undefined;
}

/** A summary of the readings since the step was sent. */
export interface Seen {
  /** Both sides before it was sent. */
  readonly before: PairSession;
  /** Whether a side has shown that the step began. */
  readonly hasBegun: boolean;
  /** Readings since the answer was lost. */
  readonly readsSinceLost: number;
  /** Readings in a row that show the step ended elsewhere. */
  readonly readsSinceEnd: number;
}

/**
 * - `arrived`: every side that must is at the target of the step.
 * - `refused`: the array has refused the step.
 * - `unknown`: the answer was lost, and neither side shows that the step began.
 * - `failed`: the step began, and ended elsewhere.
 */
export type Decision = 'arrived' | 'refused' | 'unknown' | 'failed' | 'go on';

/** Readings after a lost answer until the step counts as not begun. */
const graceReads = 5;

/** One side may be read before a change and the other one after it, so an end must show this often in a row. */
const endReads = 2;

export const nothingSeen = (before: PairSession): Seen => ({
  before,
  hasBegun: false,
  readsSinceLost: 0,
  readsSinceEnd: 0,
});

/** Decides after a reading. A lost answer alone decides nothing; the session shows the outcome. */
export function decide(
  expected: Expected,
  seen: Seen,
  { session, result }: PairReading,
): { readonly decision: Decision; readonly seen: Seen } {
  const { sides } = expected;
  if (sides.every((side) => hasArrived(expected, session, side))) return { decision: 'arrived', seen };
  const error = errorIn(result);
  const hasBegun = seen.hasBegun || sides.some((side) => isOnTheWay(expected, seen.before, session, side));
  const hasEnded =
    result !== undefined &&
    hasBegun &&
    !sides.some((side) => isBusy(session, side)) &&
    sides.some((side) => session[side].session !== undefined && !hasArrived(expected, session, side));
  const now: Seen = {
    before: seen.before,
    hasBegun,
    readsSinceLost: error === undefined ? 0 : seen.readsSinceLost + 1,
    readsSinceEnd: hasEnded ? seen.readsSinceEnd + 1 : 0,
  };
  return { decision: decisionOn(now, error), seen: now };
}

function decisionOn(
  { hasBegun, readsSinceLost, readsSinceEnd }: Seen,
  error: { readonly cause: unknown } | undefined,
): Decision {
  if (error !== undefined && !isLostAnswer(error.cause)) return 'refused';
  if (!hasBegun && readsSinceLost > graceReads) return 'unknown';
  return readsSinceEnd >= endReads ? 'failed' : 'go on';
}

/** The error in a result, wrapped because anything can be thrown, even `undefined`. */
export const errorIn = (result: StepResult | undefined): { readonly cause: unknown } | undefined =>
  result !== undefined && 'error' in result ? { cause: result.error } : undefined;

/** Whether the array of a side is working on the session. */
export function isBusy(session: PairSession, site: Site): boolean {
  const own = session[site].session;
  return own !== undefined && isUnderWay(own);
}

function hasArrived(expected: Expected, session: PairSession, site: Site): boolean {
  const own = session[site].session;
  return own !== undefined && expected.hasArrived(own, site);
}

/** Whether a side shows that the step began: by a state on the way, by another role, or by the state of a failure. */
function isOnTheWay({ via, failsTo }: Expected, before: PairSession, now: PairSession, site: Site): boolean {
  const was = before[site].session;
  const is = now[site].session;
  if (is === undefined || was === undefined) return is !== undefined && via.includes(is.state);
  return via.includes(is.state) || is.role !== was.role || (is.state === failsTo && is.state !== was.state);
}
