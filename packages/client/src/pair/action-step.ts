import type { LifecycleOperation, ReplicationRole, ReplicationState, RequestBody } from '@powerstore-api/types';
import { failover, reprotect, startFailoverTest, stopFailoverTest } from '../can/can.js';
import type { Possibility } from '../can/possibility.js';
import type { PowerStore } from '../connect.js';
import type { ActionMethod } from '../resources/action-methods.js';
import type { ReplicationSessions } from '../resources/replication-sessions.js';
import type { WatchedSession } from '../session/session-change.js';
import type { SessionToJudge } from '../session/situation.js';
import { has, replicatingStates } from '../session/state-table.js';
import { settled } from '../time/settled.js';
import { isLostAnswer } from '../errors/lost-answer.js';
import type { Site } from './pair-session.js';

/** The actions that steps send, each under the name of its method, with its operation and how `can` judges it. */
const actions = {
  failover: ['replication_session_failover', failover],
  reprotect: ['replication_session_reprotect', reprotect],
  startFailoverTest: ['replication_session_start_failover_test', startFailoverTest],
  stopFailoverTest: ['replication_session_stop_failover_test', stopFailoverTest],
} as const satisfies Record<string, [LifecycleOperation, unknown]>;

type ActionName = keyof typeof actions;

/** Attributes that a side is to have. `OK` means that it replicates. Closed, so that a misspelt literal does not compile. */
export interface Wanted {
  readonly state?: ReplicationState;
  readonly role?: ReplicationRole;
  readonly failover_test_in_progress?: boolean;
}

/** Whether a side has these attributes. */
export const fits = (
  session: WatchedSession | undefined,
  { state, role, failover_test_in_progress: test }: Wanted,
): boolean =>
  session !== undefined &&
  (state === undefined || has(state === 'OK' ? replicatingStates : [state], session.state)) &&
  (role === undefined || session.role === role) &&
  (test === undefined || (session.failover_test_in_progress ?? false) === test);

/** The target of a step. */
export interface Target {
  /** The attributes of a side when the step has arrived there. */
  wanted(site: Site): Wanted;
  /** The sides that must arrive. The other array may be lost. */
  readonly sides: readonly Site[];
}

/**
 * A step that sends an action to one side, as a part of an operation on a pair. `FailoverStep` has the names of all steps;
 * some of them only read or wait.
 */
export type ActionStep = Target & {
  readonly site: Site;
  /** Whether everything is as it was when the step has arrived. */
  readonly undoes?: boolean;
  /** The longest time for it, in milliseconds, if that is less than the timeout of the operation. */
  readonly timeout?: number;
  /** Facts that only the array knows, for people. */
  readonly open?: readonly string[];
} & {
    [Name in ActionName]: {
      readonly name: Name;
      readonly body?: RequestBody<ReplicationSessions[Name]['operation']> | undefined;
    };
  }[ActionName];

/** The operation that a step sends. */
export const operationOf = ({ name }: ActionStep): LifecycleOperation => actions[name][0];

/** Whether the action of a step is possible on a session. */
export function judgeStep({ name, body }: ActionStep, session: SessionToJudge): Possibility {
  const judge: (session: SessionToJudge, body?: never) => Possibility = actions[name][1];
  // `ActionStep` has the body of the action with its name.
  return judge(session, body as never);
}

/** The call of a step, for people: `failover(id, { is_planned: true })`. */
export function callText({ name, body = {} }: ActionStep): string {
  const fields = Object.entries(body).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
  return `replicationSessions.${name}(id${fields.length === 0 ? '' : `, { ${fields.join(', ')} }`})`;
}

/** The value or the error of a function. */
export type Result<T> = { readonly value: T } | { readonly error: unknown };

/** The result of the action of a step: the answer of the array, or the error. */
export type StepResult = Result<unknown>;

/** A step whose action is under way. */
export interface SentStep {
  /** Whether it was sent; `confirm` of the connection may still have to allow it. */
  isSent(): boolean;
  /** Whether the array may have carried it out. */
  mayHaveBegun(): boolean;
  /** `undefined` until there is one. */
  result(): StepResult | undefined;
  /** Resolves when there is a result, or after this many milliseconds. */
  settled(milliseconds: number): Promise<void>;
  /** Keeps the action from being sent, unless it was. */
  cancel(): void;
}

export function sendStep(
  { name, body }: ActionStep,
  { replicationSessions }: PowerStore,
  id: string,
  onSend: () => void,
): SentStep {
  // As above.
  const method = replicationSessions[name] as ActionMethod<ReplicationSessions[ActionName]['operation']>;
  const unsent = new AbortController();
  let isSent = false;
  let result: StepResult | undefined;
  const options = {
    signal: unsent.signal,
    onSend() {
      isSent = true;
      onSend();
    },
  };
  const settling = method(id, body, options).then(
    (value) => void (result = { value }),
    (error: unknown) => void (result = { error }),
  );
  return {
    isSent: () => isSent,
    mayHaveBegun: () => isSent && !(result !== undefined && 'error' in result && !isLostAnswer(result.error)),
    result: () => result,
    settled: (milliseconds) => settled(settling, milliseconds),
    // A request that was sent goes on: its answer tells more than an abort does.
    cancel: () => isSent || unsent.abort(),
  };
}
