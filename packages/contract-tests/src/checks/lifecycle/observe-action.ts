// What an action on a session says about the assumptions of the contract.
import {
  type Condition,
  errorCodes,
  hasLifecycle,
  holds,
  conditions,
  lifecycle,
  type Lifecycle,
  type LifecycleConditions,
  withDefaults,
} from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import { codesOf } from '../../contract/assumed-answers.js';
import { type Assumption, decidedBy, type ObservedVerdict } from '../../contract/assumed.js';
import { type Attempt, nameOfState, subjectOf } from '../../replication/describe.js';
import { judgeAction, pausedIn, roleOf, rowOf, type Step } from '../../replication/routes.js';
import type { CheckContext } from '../context/check-context.js';

type Observe = CheckContext['observe'];

/** The assumptions about the row of the state table by which an action was sent. */
export const rowAssumptions = ({ action, rule }: Pick<Step, 'action' | 'rule'>, ...decisions: string[]): Assumption[] =>
  action && rule
    ? decidedBy(...decisions).filter(
        ({ operation, row }) => operation === action.operationId && row === rowOf(action.operationId, rule),
      )
    : [];

/** The assumptions about when the action of a row is possible. A part may name a state that a source confirms. */
function aboutPossibility(step: Step, { kind, pairState }: Attempt): Assumption[] {
  const decisions = ['row', ...(kind.type === 'Synchronous' ? ['synchronous'] : [])];
  return rowAssumptions(step, ...decisions).filter(({ part }) => !part.split(/\W+/).includes(pairState.state));
}

/** Records that the array carried out a step as its row says, or failed on the way as it says. */
export function observeEnd(observe: Observe, exchange: Exchange, step: Step, attempt: Attempt): void {
  const some = step.fails ? rowAssumptions(step, 'failure') : aboutPossibility(step, attempt);
  const evidence = `${subjectOf(attempt)} → ${step.leadsTo.state}${step.fails ? ' after a failure' : ''}`;
  record(observe, exchange, some, 'confirmed', evidence);
}

/** Records another end after a failure than the contract assumes; false where it does not only assume that end. */
export function observeWrongEnd(
  observe: Observe,
  exchange: Exchange,
  step: Step,
  attempt: Attempt,
  ends: string,
): boolean {
  const some = step.fails ? rowAssumptions(step, 'failure') : [];
  return record(observe, exchange, some, 'contradicted', `${subjectOf(attempt)} → ${ends} after a failure`);
}

/** Records that the array refuses an action where the contract assumes that it is possible; false where a source says so. */
export const observeRefused = (observe: Observe, exchange: Exchange, step: Step, attempt: Attempt): boolean =>
  record(
    observe,
    exchange,
    aboutPossibility(step, attempt),
    'contradicted',
    `${subjectOf(attempt)} is refused with ${exchange.status}`,
  );

/** Records the states that a session passed through. */
export function observeWay(
  observe: Observe,
  exchange: Exchange,
  step: Step,
  attempt: Attempt,
  states: ReadonlySet<string>,
): void {
  const via: readonly string[] = step.rule?.via ?? [];
  const on = [...states].filter((state) => state !== attempt.pairState.state && state !== step.leadsTo.state);
  const wrong = on.find((state) => !via.includes(state));
  const [some] = on;
  if (some === undefined) return;
  const verdict = wrong === undefined ? 'confirmed' : 'contradicted';
  const evidence = `${subjectOf(attempt)} passes through ${nameOfState(wrong ?? some)}`;
  record(observe, exchange, rowAssumptions(step, 'way'), verdict, evidence);
}

/** Records how an array refuses an action that a source says fails. */
export function observeForbidden(observe: Observe, exchange: Exchange, attempt: Attempt): void {
  const reasons = refusalsOf(attempt).map((refusal) => (isAboutState(refusal) ? 422 : 400));
  // No row allows the action either, maybe for another reason.
  const { action, on, pairState, kind } = attempt;
  const judgement = judgeAction(action, on, pairState, kind);
  const obstacle = judgement.possible === false ? judgement.condition : 'from';
  const [expected, ...others] = new Set([...reasons, aboutRequest.has(obstacle) ? 400 : 422]);
  if (others.length > 0 || expected === undefined || (exchange.status !== 400 && exchange.status !== 422)) return;
  const evidence = `${subjectOf(attempt)} is refused with ${exchange.status}`;
  const verdict = exchange.status === expected ? 'confirmed' : 'contradicted';
  record(observe, exchange, decidedBy('refusal'), verdict, evidence);
  if (expected !== 422 || action.operationId !== 'replication_session_failover' || pairState.state !== 'Failed_Over')
    return;
  const codes = codesOf(exchange);
  if (codes.length === 0) return;
  const has = codes.includes(errorCodes.already_failed_over.code);
  const about = `${subjectOf(attempt)} is refused ${has ? 'with' : 'without'} already_failed_over`;
  record(observe, exchange, decidedBy('again'), has ? 'confirmed' : 'contradicted', about);
}

/** Records the answer to an action that no source speaks of. */
export function observeUnsaid(observe: Observe, exchange: Exchange, attempt: Attempt): void {
  const isRefused = exchange.status >= 300;
  const evidence = `${subjectOf(attempt)} is ${isRefused ? 'refused' : 'accepted'} with ${exchange.status}`;
  const some = decidedBy('unsaid').filter(
    ({ operation }) => operation === undefined || isOtherKind(operation, attempt),
  );
  record(observe, exchange, some, isRefused ? 'confirmed' : 'contradicted', evidence);
}

/** Conditions on the request and the kind of session. */
const aboutRequest: ReadonlySet<Condition> = new Set(['when', 'types', 'resource_types', 'roles']);

/** Whether a row of the action fits but for the kind of resource. */
const isOtherKind = (operation: string, attempt: Attempt): boolean =>
  operation === attempt.action.operationId &&
  (lifecycle[attempt.action.operationId] as Lifecycle).rules.some(
    ({ resource_types: kinds = [], ...row }) =>
      !kinds.includes(attempt.kind.resource_type) && kinds.length > 0 && fits(row, attempt),
  );

const refusalsOf = (attempt: Attempt): LifecycleConditions[] =>
  (lifecycle[attempt.action.operationId] as Lifecycle).refusals.filter((refusal) => fits(refusal, attempt));

const isAboutState = ({ from, failover_test: test, paused_in: paused, link }: LifecycleConditions): boolean =>
  [from, test, paused, link].some((it) => it !== undefined);

function fits(row: LifecycleConditions, { action, on, pairState, kind, link = 'up' }: Attempt): boolean {
  if (!hasLifecycle(action.operationId)) return false;
  const { state, failover_test } = pairState;
  const body = withDefaults(action.operationId, action.body);
  const situation = {
    ...kind,
    state,
    role: roleOf(on, pairState, kind),
    paused_in: pausedIn(pairState),
    failover_test,
    link,
  };
  return conditions.every((condition) => holds(condition, row, body, situation) === true);
}

/** Whether there was something to record. */
export function record(
  observe: Observe,
  exchange: Exchange,
  some: readonly Assumption[],
  verdict: ObservedVerdict,
  evidence: string,
): boolean {
  for (const { name } of some) observe(exchange, { assumption: name, verdict, evidence });
  return some.length > 0;
}
