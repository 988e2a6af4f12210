// What the state table of the contract says of an action, and what an array says where it refuses one.
import { type Condition, type Fields, judge, type LifecycleOperation, type LifecycleRule } from '@powerstore-api/types';
import type { ReplicationState } from '@powerstore-api/types';
import type { Refusal } from '../world/refusal.js';
import type { SessionRow } from '../world/session.js';

/** What the conditions of the table are about. */
export interface Situation {
  /** The row of the side that is asked. */
  row: SessionRow;
  pausedIn: ReplicationState;
  isConnected: boolean;
  isTested: boolean;
}

const listed = (
  rules: readonly LifecycleRule[],
  key: 'from' | 'types' | 'resource_types' | 'roles' | 'paused_in',
): string => {
  const values = distinct(rules.flatMap((rule): readonly string[] => rule[key] ?? []));
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${String(values.at(-1))}` : values.join('');
};

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/**
 * Why an action is refused where a condition is what no row of the table gets past. What is wrong with the request or the
 * kind of session is a 400, what is wrong with its state a 422.
 */
const refusals: Readonly<Record<Condition, (rules: readonly LifecycleRule[], situation: Situation) => Refusal>> = {
  when: (rules) => ({
    status: 400,
    text: `These fields do not go together here; possible are ${distinct(rules.map(fieldsOf)).join('; ')}.`,
  }),
  types: (rules, { row }) => ({
    status: 400,
    text: `The session is ${row.type}; it has to be ${listed(rules, 'types')}.`,
  }),
  resource_types: (rules, { row }) => ({
    status: 400,
    text: `The session replicates a ${row.resource_type}; it has to be a ${listed(rules, 'resource_types')}.`,
  }),
  roles: (rules, { row }) => ({
    status: 400,
    text: `This side is ${row.role}; ask the side that is ${listed(rules, 'roles')}.`,
  }),
  failover_test: (_rules, { isTested }) => ({
    status: 422,
    text: isTested ? 'A failover test is running; stop it first.' : 'No failover test is running.',
  }),
  link: () => ({ status: 422, text: 'The other array cannot be reached.' }),
  from: (rules, { row }) => ({
    status: 422,
    text: `The session is ${row.state}; it has to be ${listed(rules, 'from')}.`,
  }),
  paused_in: (rules, { pausedIn }) => ({
    status: 422,
    text: `The session was paused while it was ${pausedIn}; it has to have been ${listed(rules, 'paused_in')}.`,
  }),
};

const fieldsOf = ({ when = {} }: LifecycleRule): string =>
  Object.entries<unknown>(when)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ') || 'none';

/** The row of the table by which an action is possible, or why it is not: what the row that got furthest lacks. */
export function judgeByTable(
  operationId: LifecycleOperation,
  body: Fields,
  situation: Situation,
): { rule: LifecycleRule } | { refusal: Refusal } {
  const { row, pausedIn, isConnected, isTested } = situation;
  const judgement = judge(operationId, body, {
    state: row.state,
    role: row.role,
    type: row.type,
    resource_type: row.resource_type,
    paused_in: pausedIn,
    link: isConnected ? 'up' : 'down',
    failover_test: isTested,
  });
  if (judgement.possible === true) return { rule: judgement.rule };
  // Everything is known here, so nothing is left open.
  if (judgement.possible === undefined) throw new RangeError(`${operationId} cannot be judged`);
  return { refusal: refusals[judgement.condition](judgement.rules, situation) };
}
