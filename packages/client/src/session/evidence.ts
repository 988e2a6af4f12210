// What an action leaves behind on a session, from the state table.
import { lifecycle, type LifecycleRule, type OperationId } from '@powerstore-api/types';
import type { WatchedSession } from './session-change.js';

const includes = (values: readonly string[] | undefined, value: string | null | undefined): boolean =>
  values === undefined || (typeof value === 'string' && values.includes(value));

/** Whether a session has these attributes. */
function has(session: WatchedSession, attributes: Readonly<Record<string, unknown>>): boolean {
  const own = new Map<string, unknown>(Object.entries(session));
  return Object.entries(attributes).every(([name, value]) => own.get(name) === value);
}

/** Whether the state a session is in allows an action by this row. */
const allows = ({ from, failover_test: test }: LifecycleRule, session: WatchedSession): boolean =>
  includes(from, session.state) && (test === undefined || test === (session.failover_test_in_progress ?? false));

/** The rows of the state table by which an action may have been carried out on a session. */
export function possibleRules(
  operation: OperationId,
  body: unknown,
  session: WatchedSession,
): readonly LifecycleRule[] {
  const { defaults = {}, rules = [] } = lifecycle[operation] ?? {};
  const fields: Readonly<Record<string, unknown>> = Object.assign({}, defaults, body);
  return rules.filter(
    (rule) =>
      Object.entries(rule.when ?? {}).every(([name, value]) => fields[name] === value) &&
      includes(rule.types, session.type ?? 'Asynchronous') &&
      includes(rule.resource_types, session.resource_type) &&
      includes(rule.roles, session.role) &&
      allows(rule, session),
  );
}

/** Whether one of these rows has left a trace. Where it need not have left one, that is unclear. */
export function trace(
  rules: readonly LifecycleRule[],
  before: WatchedSession,
  after: WatchedSession,
): 'some' | 'none' | 'unclear' {
  const found = rules.map((rule) => traceOf(rule, before, after));
  if (found.includes('some')) return 'some';
  return found.length === 0 || found.includes('unclear') ? 'unclear' : 'none';
}

function traceOf(rule: LifecycleRule, before: WatchedSession, after: WatchedSession): 'some' | 'none' | 'unclear' {
  const { via = [], to, fails_to, set, swap_roles: swaps = false } = rule;
  if (swaps && after.role !== before.role) return 'some';
  if (after.state !== before.state && (via.includes(after.state) || after.state === to)) return 'some';
  if (to === undefined) return traceOfAttributes(set ?? {}, before, after);
  // It may have been begun, and have failed since.
  if (after.state === fails_to || !allows(rule, after)) return 'unclear';
  if (to !== before.state || swaps) return 'none';
  // It ends where it began, and what is left is the time of the synchronization.
  if (before.last_sync_timestamp === null || after.last_sync_timestamp === null) return 'unclear';
  return after.last_sync_timestamp === before.last_sync_timestamp ? 'none' : 'some';
}

function traceOfAttributes(
  set: Readonly<Record<string, unknown>>,
  before: WatchedSession,
  after: WatchedSession,
): 'some' | 'none' | 'unclear' {
  if (has(before, set)) return 'unclear';
  return has(after, set) ? 'some' : 'none';
}

/** What tells people that an action was carried out or is under way; `undefined` for what is no action on a session. */
export function tracesOf(operation: OperationId): readonly string[] | undefined {
  const rules = lifecycle[operation]?.rules;
  if (rules === undefined) return undefined;
  const found = rules.flatMap(({ from = [], via = [], to, set = {}, swap_roles: swaps }) => [
    ...via,
    ...(to === undefined || from.includes(to) ? [] : [to]),
    ...(to === undefined ? Object.entries(set).map(([name, value]) => `${name} ${String(value)}`) : []),
    ...(swaps === true ? ['another role than before'] : []),
  ]);
  return [...new Set(found)];
}
