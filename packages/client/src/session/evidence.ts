// Compares a session before and after an action: whether it shows, by the state table, that the action was carried out.
// waiting/confirm.ts reads the two; pair/decision.ts judges both sides of a session on a pair.
import {
  type Condition,
  type Fields,
  hasLifecycle,
  holds,
  type LifecycleOperation,
  type LifecycleRule,
  type OperationId,
  type Situation,
  withDefaults,
} from '@powerstore-api/types';
import { staysWithoutAction } from './next-states.js';
import type { WatchedSession } from './session-change.js';
import { situationOf, typeBefore3 } from './situation.js';
import { has, rulesOf } from './state-table.js';

type Evidence = 'some' | 'none' | 'unclear';

/** Whether a session has these attributes. */
function hasAttributes(session: WatchedSession, attributes: Readonly<Record<string, unknown>>): boolean {
  const own: Readonly<Record<string, unknown>> = { ...session };
  return Object.entries(attributes).every(([name, value]) => own[name] === value);
}

/** The session as the state table sees it. A condition on an attribute that the array does not send does not hold. */
const completeSituationOf = (session: WatchedSession): Situation => ({
  ...situationOf(session),
  type: session.type ?? typeBefore3,
  failover_test: session.failover_test_in_progress === true,
});

const meets = (rule: LifecycleRule, session: WatchedSession, asked: readonly Condition[], body: Fields = {}): boolean =>
  asked.every((condition) => holds(condition, rule, body, completeSituationOf(session)) === true);

/** Whether the state of a session allows an action by this row. */
const allows = (rule: LifecycleRule, session: WatchedSession): boolean =>
  meets(rule, session, ['from', 'failover_test']);

/** The rows of the state table by which an array may have carried out an action on a session. */
export function possibleRules(
  operation: LifecycleOperation,
  body: unknown,
  session: WatchedSession,
): readonly LifecycleRule[] {
  const fields = withDefaults(operation, Object.assign({}, body));
  return rulesOf(operation).filter(
    (rule) => meets(rule, session, ['when', 'types', 'resource_types', 'roles'], fields) && allows(rule, session),
  );
}

/** Whether a session shows that an action was carried out by one of these rows; `unclear` if it need not show. */
export function evidenceOf(rules: readonly LifecycleRule[], before: WatchedSession, after: WatchedSession): Evidence {
  const found = rules.map((rule) => evidenceOfRule(rule, before, after));
  if (found.includes('some')) return 'some';
  return found.length === 0 || found.includes('unclear') ? 'unclear' : 'none';
}

function evidenceOfRule(rule: LifecycleRule, before: WatchedSession, after: WatchedSession): Evidence {
  const { via = [], to, fails_to, set, swap_roles: swaps = false } = rule;
  if (swaps && after.role !== before.role) return 'some';
  const ends = [to, failureEnd(rule, before.state)];
  if (after.state !== before.state && (has(via, after.state) || ends.includes(after.state))) return 'some';
  if (to === undefined) return evidenceInAttributes(set ?? {}, before, after);
  // The action may have begun and failed since.
  if (after.state === fails_to || !allows(rule, after)) return 'unclear';
  if (to !== before.state || swaps) return 'none';
  // The action ends in the state it began in, and only the time of the synchronization changes.
  if (before.last_sync_timestamp === null || after.last_sync_timestamp === null) return 'unclear';
  return after.last_sync_timestamp === before.last_sync_timestamp ? 'none' : 'some';
}

/** The state in which the action ends when it fails, unless a session may also get there by itself, as from `OK`. */
const failureEnd = ({ fails_to }: LifecycleRule, before: string): string | undefined =>
  staysWithoutAction(before) ? fails_to : undefined;

function evidenceInAttributes(
  set: Readonly<Record<string, unknown>>,
  before: WatchedSession,
  after: WatchedSession,
): Evidence {
  if (hasAttributes(before, set)) return 'unclear';
  return hasAttributes(after, set) ? 'some' : 'none';
}

/** The evidence of an action, for people; `undefined` if it is not an action on a session. */
export function evidenceTexts(operation: OperationId): readonly string[] | undefined {
  if (!hasLifecycle(operation)) return undefined;
  const found = rulesOf(operation).flatMap((rule) => {
    const { from = [], via = [], to, set = {}, swap_roles: swaps } = rule;
    return [
      ...via,
      ...(to === undefined || from.includes(to) ? [] : [to]),
      ...from.flatMap((before) => failureEnd(rule, before) ?? []),
      ...(to === undefined ? Object.entries(set).map(([name, value]) => `${name} ${String(value)}`) : []),
      ...(swaps === true ? ['another role than before'] : []),
    ];
  });
  return [...new Set(found)];
}
