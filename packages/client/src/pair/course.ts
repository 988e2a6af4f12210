// The steps of an operation on a pair are written once, in failovers.ts, against this. A run sends them, and a plan lists
// them.
import type { DataConnectionState } from '@powerstore-api/types';
import { type SessionToJudge, typeBefore3 } from '../session/situation.js';
import type { ActionStep, Wanted } from './action-step.js';
import type { FailoverStep } from './failover-event.js';
import { type PairSession, type Site, sites } from './pair-session.js';

/** An operation that takes its steps one after the other. */
export interface Course {
  /** Both sides as last read; in a plan, as they are after the steps so far. */
  readonly session: PairSession;
  /** The session as `can` judges it on a side. */
  judged(site: Site): SessionToJudge;
  /** Takes a step, and resolves when it has taken effect. */
  perform(step: ActionStep): Promise<unknown>;
  /** Waits until a side has these attributes, which it gets by itself. */
  until(step: FailoverStep, site: Site, wanted: Wanted): Promise<void>;
  /** The error of an operation that stops half way. */
  incomplete(stop: Stop): Error;
}

/** Where an operation stops, and why. */
export interface Stop {
  readonly step: FailoverStep;
  readonly site: Site | undefined;
  readonly problem: string;
  readonly hint: string;
  readonly cause?: unknown;
}

/** A session as `can` judges it on a side, with the attributes that only the other side shows. */
export function judgedOn(session: PairSession, site: Site): SessionToJudge {
  const own = session[site].session;
  return {
    ...own,
    // Arrays before 3.0 have neither, and the array is asked whether it is connected.
    type: own?.type ?? typeBefore3,
    data_connection_state: own?.data_connection_state ?? ('OK' satisfies DataConnectionState),
    // Only the destination shows it.
    failover_test_in_progress: sites.some((each) => session[each].session?.failover_test_in_progress === true),
  };
}

export const outOfReach = (site: Site): string =>
  `Check that this machine can reach ${site}, and look at both sides with pair.session(id) before the next step.`;
