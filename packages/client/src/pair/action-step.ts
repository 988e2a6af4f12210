import type { RequestBody } from '@powerstore-api/types';
import { failover, reprotect, startFailoverTest, stopFailoverTest } from '../can/can.js';
import type { Possibility } from '../can/possibility.js';
import type { PowerStore } from '../connect.js';
import type { ActionMethod } from '../resources/action-methods.js';
import type { ReplicationSessions } from '../resources/replication-sessions.js';
import type { WatchedSession } from '../session/session-change.js';
import type { SessionToJudge } from '../session/situation.js';
import { sleep } from '../time/sleep.js';
import type { Site } from './pair-session.js';

/** The actions that steps send, each under the name of its method, and how `can` judges them. */
const judges = { failover, reprotect, startFailoverTest, stopFailoverTest };

type ActionName = keyof typeof judges;

/** The target of a step. */
export interface Target {
  /** Whether a side is at the target. */
  hasArrived(session: WatchedSession, site: Site): boolean;
  /** The sides that must arrive. The other array may be lost. */
  readonly sides: readonly Site[];
}

/**
 * A step that sends an action to one side, as a part of an operation on a pair. `FailoverStep` has the names of all steps;
 * some of them only read or wait.
 */
export type ActionStep = Target & {
  readonly site: Site;
} & {
    [Name in ActionName]: {
      readonly name: Name;
      readonly body?: RequestBody<ReplicationSessions[Name]['operation']> | undefined;
    };
  }[ActionName];

/** Whether the action of a step is possible on a session. */
export function judgeStep({ name, body }: ActionStep, session: SessionToJudge): Possibility {
  const judge: (session: SessionToJudge, body?: never) => Possibility = judges[name];
  // `ActionStep` has the body of the action with its name.
  return judge(session, body as never);
}

/** The value or the error of a function. */
export type Result<T> = { readonly value: T } | { readonly error: unknown };

/** The result of the action of a step: the answer of the array, or the error. */
export type StepResult = Result<unknown>;

/** A step whose action is in flight. */
export interface SentStep {
  /** `undefined` until there is one. */
  result(): StepResult | undefined;
  /** Resolves when there is a result, or after this many milliseconds. */
  settled(milliseconds: number): Promise<void>;
}

export function sendStep({ name, body }: ActionStep, { replicationSessions }: PowerStore, id: string): SentStep {
  // As above.
  const method = replicationSessions[name] as ActionMethod<ReplicationSessions[ActionName]['operation']>;
  let result: StepResult | undefined;
  const settling = method(id, body).then(
    (value) => void (result = { value }),
    (error: unknown) => void (result = { error }),
  );
  return {
    result: () => result,
    async settled(milliseconds) {
      const enough = new AbortController();
      const pause = sleep(milliseconds, enough.signal).catch(() => undefined);
      await Promise.race([settling, pause]);
      enough.abort();
    },
  };
}
