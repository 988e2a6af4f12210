// What an array says where the state table of the contract refuses an action.
import * as table from '@powerstore-api/types';
import type { Condition, LifecycleOperation, LifecycleRule } from '@powerstore-api/types';
import type { Row } from '../../query/row.js';
import type { Refused } from './refusal.js';

/** What the conditions of the table are about. */
export interface Situation {
  /** The row of the side that is asked. */
  row: Row;
  pausedIn: string;
  connected: boolean;
  failoverTest: boolean;
}

/** The fields of a request body, with the defaults for those that are left out. */
export const withDefaults = (operationId: LifecycleOperation, body: unknown): Row =>
  table.withDefaults(operationId, body as Row | undefined);

const listed = (
  rules: readonly LifecycleRule[],
  key: 'from' | 'types' | 'resource_types' | 'roles' | 'paused_in',
): string => {
  const values = distinct(rules.flatMap((rule) => rule[key] ?? []));
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${String(values.at(-1))}` : values.join('');
};

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

type Refusal = (rules: readonly LifecycleRule[], situation: Situation) => Refused;

/**
 * Why an action is refused where a condition is what no row of the table gets past. What is wrong with the request or the
 * kind of session is a 400, what is wrong with its state a 422.
 */
const refusals: Readonly<Record<Condition, Refusal>> = {
  when: (rules) => ({
    status: 400,
    text: `These fields do not go together here; possible are ${distinct(rules.map(fields)).join('; ')}.`,
  }),
  types: (rules, { row }) => ({
    status: 400,
    text: `The session is ${String(row['type'])}; it has to be ${listed(rules, 'types')}.`,
  }),
  resource_types: (rules, { row }) => ({
    status: 400,
    text: `The session replicates a ${String(row['resource_type'])}; it has to be a ${listed(rules, 'resource_types')}.`,
  }),
  roles: (rules, { row }) => ({
    status: 400,
    text: `This side is ${String(row['role'])}; ask the side that is ${listed(rules, 'roles')}.`,
  }),
  failover_test: (_rules, { failoverTest }) => ({
    status: 422,
    text: failoverTest ? 'A failover test is running; stop it first.' : 'No failover test is running.',
  }),
  link: () => ({ status: 422, text: 'The other array cannot be reached.' }),
  from: (rules, { row }) => ({
    status: 422,
    text: `The session is ${String(row['state'])}; it has to be ${listed(rules, 'from')}.`,
  }),
  paused_in: (rules, { pausedIn }) => ({
    status: 422,
    text: `The session was paused while it was ${pausedIn}; it has to have been ${listed(rules, 'paused_in')}.`,
  }),
};

const fields = ({ when = {} }: LifecycleRule): string =>
  Object.entries(when)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ') || 'none';

/** The row of the table by which an action is possible, or why it is not: what the row that got furthest lacks. */
export function judge(
  operationId: LifecycleOperation,
  body: Row,
  situation: Situation,
): { rule: LifecycleRule } | { refused: Refused } {
  const { row, pausedIn, connected, failoverTest } = situation;
  const judgement = table.judge(operationId, body, {
    state: String(row['state']),
    role: String(row['role']),
    type: String(row['type']),
    resource_type: String(row['resource_type']),
    paused_in: pausedIn,
    link: connected ? 'up' : 'down',
    failover_test: failoverTest,
  });
  if (judgement.possible === true) return { rule: judgement.rule };
  // Everything is known here, so nothing is left open.
  if (judgement.possible === undefined) throw new RangeError(`${operationId} cannot be judged`);
  return { refused: refusals[judgement.condition](judgement.rules, situation) };
}
