import type { RequestBody } from '@powerstore-api/types';
import { possibilityOf, type Possibility } from '../can/possibility.js';
import type { PowerStore } from '../connect.js';
import type { ActionMethod } from '../resources/action-methods.js';
import type { ReplicationSessions } from '../resources/replication-sessions.js';
import type { WatchedSession } from '../session/session-change.js';
import type { SessionToJudge } from '../session/situation.js';
import { sleep } from '../time/sleep.js';
import type { Site } from './pair-session.js';

/** The operation of the action: that of the method with the name of the step. */
const operations = {
  failover: 'replication_session_failover',
  reprotect: 'replication_session_reprotect',
  startFailoverTest: 'replication_session_start_failover_test',
  stopFailoverTest: 'replication_session_stop_failover_test',
} as const satisfies {
  readonly [Name in keyof ReplicationSessions]?: ReplicationSessions[Name] extends ActionMethod<infer Id> ? Id : never;
};

type Operations = typeof operations;

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
    [Name in keyof Operations]: {
      readonly name: Name;
      readonly body?: RequestBody<Operations[Name]> | undefined;
    };
  }[keyof Operations];

/** Whether the action of a step is possible on a session. */
export const judgeStep = ({ name, body }: ActionStep, session: SessionToJudge): Possibility =>
  possibilityOf(operations[name], session, body);

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
  // `ActionStep` has the body of the method with its name.
  const method = replicationSessions[name] as ActionMethod<Operations[keyof Operations]>;
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
