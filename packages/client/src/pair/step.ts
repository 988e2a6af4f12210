import type { Possibility } from '../can/answer.js';
import type { SessionToJudge } from '../can/situation.js';
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
  /** Whether a side is where the action leads. */
  hasArrived(session: WatchedSession, site: Site): boolean;
  /** The sides that have to arrive. The other array may be gone. */
  readonly sides: readonly Site[];
}

/** What the array said to a step. */
export type Answer = { readonly value: unknown } | { readonly error: unknown };

/** A step on its way. */
export interface SentStep {
  /** What it was answered with; `undefined` as long as it is not. */
  answer(): Answer | undefined;
  /** Resolves when it is answered, and after so many milliseconds at the latest. */
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
