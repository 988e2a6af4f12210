// The state table of the contract, interpreted.
import { lifecycle, type LifecycleRule, type OperationId } from '@powerstore-api/types';
import type { Row } from '../query/row.js';
import type { Refused } from './refused.js';

/** What the conditions of the table are about. */
export interface Situation {
  /** The row of the side that is asked. */
  row: Row;
  pausedIn?: string | undefined;
  connected: boolean;
  failoverTest: boolean;
}

/** The fields of a request body, with the defaults for those that are left out. */
export const withDefaults = (operationId: OperationId, body: unknown): Row => ({
  ...lifecycle[operationId]?.defaults,
  ...(body as Row | undefined),
});

interface Condition {
  holds: (rule: LifecycleRule, body: Row, situation: Situation) => boolean;
  /** Why an action is refused where this is what no row of the table gets past. */
  refusal: (rules: LifecycleRule[], situation: Situation) => Refused;
}

const oneOf = (values: readonly string[] | undefined, value: unknown): boolean =>
  values === undefined || values.includes(String(value));

const listed = (rules: LifecycleRule[], key: 'from' | 'types' | 'resource_types' | 'roles' | 'paused_in'): string => {
  const values = [...new Set(rules.flatMap((rule) => rule[key] ?? []))];
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${String(values.at(-1))}` : values.join('');
};

/**
 * In the order in which they are looked at: what is wrong with the request or the kind of session is a 400, what is
 * wrong with its state a 422.
 */
const conditions: readonly Condition[] = [
  {
    holds: ({ when = {} }, body) => Object.entries(when).every(([name, value]) => body[name] === value),
    refusal: (rules) => ({
      status: 400,
      text: `These fields do not go together here; possible are ${rules.map(({ when = {} }) => fields(when)).join('; ')}.`,
    }),
  },
  {
    holds: ({ types }, _body, { row }) => oneOf(types, row['type']),
    refusal: (rules, { row }) => ({
      status: 400,
      text: `The session is ${String(row['type'])}; it has to be ${listed(rules, 'types')}.`,
    }),
  },
  {
    holds: ({ resource_types: types }, _body, { row }) => oneOf(types, row['resource_type']),
    refusal: (rules, { row }) => ({
      status: 400,
      text: `The session replicates a ${String(row['resource_type'])}; it has to be a ${listed(rules, 'resource_types')}.`,
    }),
  },
  {
    holds: ({ roles }, _body, { row }) => oneOf(roles, row['role']),
    refusal: (rules, { row }) => ({
      status: 400,
      text: `This side is ${String(row['role'])}; ask the side that is ${listed(rules, 'roles')}.`,
    }),
  },
  {
    holds: ({ failover_test: test }, _body, { failoverTest }) => test === undefined || test === failoverTest,
    refusal: (_rules, { failoverTest }) => ({
      status: 422,
      text: failoverTest ? 'A failover test is running; stop it first.' : 'No failover test is running.',
    }),
  },
  {
    holds: ({ link }, _body, { connected }) => link !== 'up' || connected,
    refusal: () => ({ status: 422, text: 'The other array cannot be reached.' }),
  },
  {
    holds: ({ from }, _body, { row }) => oneOf(from, row['state']),
    refusal: (rules, { row }) => ({
      status: 422,
      text: `The session is ${String(row['state'])}; it has to be ${listed(rules, 'from')}.`,
    }),
  },
  {
    holds: ({ paused_in: states }, _body, { pausedIn }) => oneOf(states, pausedIn),
    refusal: (rules, { pausedIn }) => ({
      status: 422,
      text: `The session was paused while it was ${String(pausedIn)}; it has to have been ${listed(rules, 'paused_in')}.`,
    }),
  },
];

const fields = (when: Readonly<Record<string, unknown>>): string =>
  Object.entries(when)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ') || 'none';

/** The row of the table by which an action is possible, or why it is not: what the row that got furthest lacks. */
export function judge(
  operationId: OperationId,
  body: Row,
  situation: Situation,
): { rule: LifecycleRule } | { refused: Refused } {
  let rules = [...(lifecycle[operationId]?.rules ?? [])];
  for (const { holds, refusal } of conditions) {
    const left = rules.filter((rule) => holds(rule, body, situation));
    if (left.length === 0) return { refused: refusal(rules, situation) };
    rules = left;
  }
  const [rule] = rules;
  return rule ? { rule } : { refused: { status: 400, text: `${operationId} is no action.` } };
}
