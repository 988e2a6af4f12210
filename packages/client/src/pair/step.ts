import type { RequestBody } from '@powerstore-api/types';
import { answerOf, type Possibility } from '../can/answer.js';
import type { PowerStore } from '../connect.js';
import type { ActionMethod } from '../resources/action-methods.js';
import type { ReplicationSessions } from '../resources/replication-sessions.js';
import type { WatchedSession } from '../session/session-change.js';
import type { SessionToJudge } from '../session/situation.js';
import { sleep } from '../time/sleep.js';
import type { Site } from './pair-session.js';

/** The operation that each step sends: that of the method with its name. */
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

/** One action on one side, as a part of an operation on a pair. */
export type Step = Target & {
  readonly site: Site;
} & {
    [Name in keyof Operations]: {
      readonly name: Name;
      readonly body?: RequestBody<Operations[Name]> | undefined;
    };
  }[keyof Operations];

/** Whether a step is possible on a session. */
export const judgeStep = ({ name, body }: Step, session: SessionToJudge): Possibility =>
  answerOf(operations[name], session, body);

/** The answer of the array to a step, or the error. */
export type Answer = { readonly value: unknown } | { readonly error: unknown };

/** A step in flight. */
export interface SentStep {
  /** The answer; `undefined` until there is one. */
  answer(): Answer | undefined;
  /** Resolves when there is an answer, or after this many milliseconds. */
  answered(milliseconds: number): Promise<void>;
}

export function sendStep({ name, body }: Step, { replicationSessions }: PowerStore, id: string): SentStep {
  // `Step` has the body of the method with its name.
  const method = replicationSessions[name] as ActionMethod<Operations[keyof Operations]>;
  let answer: Answer | undefined;
  const answering = method(id, body).then(
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
