// Interprets the state table: whether a session meets the conditions of an action, or those of a refusal.
import { lifecycle } from './generated/lifecycle.js';
import type { LifecycleOperation } from './generated/resource-types.js';
import type { LifecycleConditions, LifecycleRule, OperationId } from './tables.js';

/** Whether an operation has a state table. */
export const hasLifecycle = (operation: OperationId): operation is LifecycleOperation =>
  Object.hasOwn(lifecycle, operation);

/** A condition of a row, by its key in the state table. */
export type Condition = 'when' | 'types' | 'resource_types' | 'roles' | 'failover_test' | 'link' | 'from' | 'paused_in';

/** The conditions in the order that `judge` checks them: first the request and the kind of session, then its state. */
export const conditions: readonly Condition[] = [
  'when',
  'types',
  'resource_types',
  'roles',
  'failover_test',
  'link',
  'from',
  'paused_in',
];

/** The facts that the conditions are about, as the side that receives the request sees them. An absent fact is unknown. */
export interface Situation {
  readonly state?: string | undefined;
  readonly role?: string | undefined;
  readonly type?: string | undefined;
  readonly resource_type?: string | undefined;
  /** For a paused session: the state it was paused in. */
  readonly paused_in?: string | undefined;
  /** Whether the other array is within reach. */
  readonly link?: 'up' | 'down' | undefined;
  /** Whether a failover test is running. */
  readonly failover_test?: boolean | undefined;
}

/** Fields of a request body. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row of the table that may fit, and the conditions that keep it from being certain. */
export interface Candidate {
  readonly rule: LifecycleRule;
  /** Conditions on unknown facts; empty if the row fits. */
  readonly unknown: readonly Condition[];
}

/** An action that no row allows. */
export interface Obstructed {
  /** The first condition that no row passes. */
  readonly condition: Condition;
  /** The rows whose conditions before that one hold. */
  readonly rules: readonly LifecycleRule[];
}

/**
 * The verdict of the table on an action. It is possible where a row fits. It is not where a source says that the array refuses
 * it. In all other cases the verdict is `undefined`: it depends on unknown facts (`candidates` are the rows that may fit), or no
 * row fits and no source says that the array refuses the action (`unknown` are the facts that may confirm the refusal).
 */
export type Judgement =
  | { readonly possible: true; readonly rule: LifecycleRule }
  | (Obstructed & { readonly possible: false; readonly candidates?: undefined; readonly refusal: LifecycleConditions })
  | { readonly possible: undefined; readonly candidates: readonly Candidate[] }
  | (Obstructed & {
      readonly possible: undefined;
      readonly candidates?: undefined;
      readonly unknown: readonly Condition[];
    });

/**
 * The fields of a request body, with the defaults of the absent ones.
 *
 * @example
 * ```ts
 * withDefaults('replication_session_failover', { reverse: true })['is_planned']; // true
 * ```
 */
export function withDefaults(operation: LifecycleOperation, body: Fields | undefined): Fields {
  return { ...lifecycle[operation].defaults, ...body };
}

/** Whether a condition of a row holds; `undefined` if that depends on an unknown fact. */
export function holds(
  condition: Condition,
  rule: LifecycleConditions,
  body: Fields,
  situation: Situation,
): boolean | undefined {
  switch (condition) {
    case 'when':
      return Object.entries<unknown>(rule.when ?? {}).every(([name, value]) => body[name] === value);
    case 'types':
      return isOneOf(rule.types, situation.type);
    case 'resource_types':
      return isOneOf(rule.resource_types, situation.resource_type);
    case 'roles':
      return isOneOf(rule.roles, situation.role);
    case 'failover_test':
      return isOneOf(rule.failover_test === undefined ? undefined : [rule.failover_test], situation.failover_test);
    case 'link':
      return isOneOf(rule.link === undefined ? undefined : [rule.link], situation.link);
    case 'from':
      return isOneOf(rule.from, situation.state);
    case 'paused_in':
      return isOneOf(rule.paused_in, situation.paused_in);
    default:
      return condition satisfies never;
  }
}

function isOneOf<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean | undefined {
  if (wanted === undefined) return true;
  return value === undefined ? undefined : wanted.includes(value);
}

/**
 * Judges an action by the state table. Give it a body with its defaults: see {@link withDefaults}.
 *
 * @example
 * ```ts
 * const verdict = judge('replication_session_sync', {}, { state: 'Paused', role: 'Source', type: 'Asynchronous' });
 * if (verdict.possible === false) console.log(verdict.condition); // from
 * ```
 */
export function judge(operation: LifecycleOperation, body: Fields, situation: Situation): Judgement {
  let rules: readonly LifecycleRule[] = lifecycle[operation].rules;
  for (const condition of conditions) {
    const left = rules.filter((rule) => holds(condition, rule, body, situation) !== false);
    if (left.length === 0) return unlessRefused(operation, body, situation, { condition, rules });
    rules = left;
  }
  const candidates = rules.map((rule) => ({ rule, unknown: unknownIn(rule, body, situation) }));
  const certain = candidates.find(({ unknown }) => unknown.length === 0);
  return certain ? { possible: true, rule: certain.rule } : { possible: undefined, candidates };
}

const unknownIn = (row: LifecycleConditions, body: Fields, situation: Situation): readonly Condition[] =>
  conditions.filter((condition) => holds(condition, row, body, situation) === undefined);

function unlessRefused(
  operation: LifecycleOperation,
  body: Fields,
  situation: Situation,
  obstructed: Obstructed,
): Judgement {
  const refusals: readonly LifecycleConditions[] = lifecycle[operation].refusals;
  const unknown: Condition[] = [];
  for (const refusal of refusals) {
    if (conditions.some((condition) => holds(condition, refusal, body, situation) === false)) continue;
    const open = unknownIn(refusal, body, situation);
    if (open.length === 0) return { possible: false, refusal, ...obstructed };
    unknown.push(...open);
  }
  return { possible: undefined, unknown: [...new Set(unknown)], ...obstructed };
}
