import type { Possibility } from '../can/answer.js';
import type { SessionToJudge } from '../session/situation.js';
import type { PowerStore } from '../connect.js';
import type { WatchedSession } from '../session/session-change.js';
import { sleep } from '../time/sleep.js';
import type { FailoverStep } from './failover-event.js';
import type { Site } from './pair-session.js';

/** One action on one side, as a part of an operation on a pair. */
export interface Step {
  readonly name: FailoverStep;
  readonly site: Site;
  judge(session: SessionToJudge): Possibility;
  send(array: PowerStore): Promise<unknown>;
  /** Whether a side is at the target of the action. */
  hasArrived(session: WatchedSession, site: Site): boolean;
  /** The sides that must arrive. The other array may be lost. */
  readonly sides: readonly Site[];
}

/** The answer of the array to a step, or the error. */
export type Answer = { readonly value: unknown } | { readonly error: unknown };

/** A step in flight. */
export interface SentStep {
  /** The answer; `undefined` until there is one. */
  answer(): Answer | undefined;
  /** Resolves when there is an answer, or after this many milliseconds. */
  answered(milliseconds: number): Promise<void>;
}

export function sendStep(step: Step, array: PowerStore): SentStep {
  let answer: Answer | undefined;
  const answering = step.send(array).then(
    (value) => void (answer = { value }),
    (error: unknown) => void (answer = { error }),
  );
  return {
    answer: () => answer,
    async answered(milliseconds) {
      const enough = new AbortController();
      const pause = sleep(milliseconds, enough.signal).catch(() => undefined);
      await Promise.race([answering, pause]);
      enough.abort();
    },
  };
}
