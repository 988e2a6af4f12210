// Whether a step goes on, has arrived, or has come to nothing: decided from what both sides show, and from nothing else.
import { isUnderWay } from '../session/next-states.js';
import { isLostAnswer } from './lost-answer.js';
import type { PairSession, Site } from './pair-session.js';
import type { Answer, Step } from './step.js';

/** Both sides as they were read, and the answer as of the beginning of that read: what is shown is never older than it. */
export interface PairReading {
  readonly session: PairSession;
  readonly answer: Answer | undefined;
}

/** Where a step leads, and what the state table says of the way there. */
export interface Expected extends Pick<Step, 'sides' | 'hasArrived'> {
  readonly via: readonly string[];
  readonly failsTo: string | undefined;
}

/** What the readings since the step was sent have in common. */
export interface Seen {
  /** Both sides before it was sent. */
  readonly before: PairSession;
  /** Whether a side has shown that the array carries the step out. */
  readonly hasBegun: boolean;
  /** How many readings there were since the answer was lost. */
  readonly readsSinceLost: number;
  /** How many readings in a row have shown that the step ended elsewhere. */
  readonly readsSinceEnd: number;
}

/**
 * - `arrived`: every side that has to is where the step leads.
 * - `refused`: the array said no.
 * - `unknown`: the answer was lost, and nothing shows that the step was carried out.
 * - `failed`: the step was under way, and ended elsewhere.
 */
export type Decision = 'arrived' | 'refused' | 'unknown' | 'failed' | 'go on';

/** How many readings there are after a lost answer before the step counts as not carried out. */
export const GRACE_READS = 5;

/** One side may be read before a change and the other one after it: the same has to be seen this often in a row. */
const END_READS = 2;

export const nothingSeen = (before: PairSession): Seen => ({
  before,
  hasBegun: false,
  readsSinceLost: 0,
  readsSinceEnd: 0,
});

/** Decides after a reading. A lost answer alone decides nothing: what becomes of the session tells. */
export function decide(
  expected: Expected,
  seen: Seen,
  { session, answer }: PairReading,
): { readonly decision: Decision; readonly seen: Seen } {
  const { sides } = expected;
  if (sides.every((side) => hasArrived(expected, session, side))) return { decision: 'arrived', seen };
  const error = errorIn(answer);
  const hasBegun = seen.hasBegun || sides.some((side) => isOnTheWay(expected, seen.before, session, side));
  const hasEnded =
    answer !== undefined &&
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
  if (!hasBegun && readsSinceLost > GRACE_READS) return 'unknown';
  return readsSinceEnd >= END_READS ? 'failed' : 'go on';
}

/** The error in an answer, wrapped: what was thrown may be anything. */
export const errorIn = (answer: Answer | undefined): { readonly cause: unknown } | undefined =>
  answer !== undefined && 'error' in answer ? { cause: answer.error } : undefined;

/** Whether something is under way on a side. */
export function isBusy(session: PairSession, site: Site): boolean {
  const own = session[site].session;
  return own !== undefined && isUnderWay(own);
}

function hasArrived(expected: Expected, session: PairSession, site: Site): boolean {
  const own = session[site].session;
  return own !== undefined && expected.hasArrived(own, site);
}

/** Whether a side shows that the step has begun: it passes through, has another role, or has failed. */
function isOnTheWay({ via, failsTo }: Expected, before: PairSession, now: PairSession, site: Site): boolean {
  const was = before[site].session;
  const is = now[site].session;
  if (is === undefined || was === undefined) return is !== undefined && via.includes(is.state);
  return via.includes(is.state) || is.role !== was.role || (is.state === failsTo && is.state !== was.state);
}
