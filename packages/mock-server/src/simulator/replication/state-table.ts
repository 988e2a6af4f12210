// Decides on an action by the state table of the contract, and words the refusal.
import { type Condition, type Fields, judge, type LifecycleOperation, type LifecycleRule } from '@powerstore-api/types';
import type { ReplicationState } from '@powerstore-api/types';
import type { Refusal } from '../world/refusal.js';
import type { SessionRow } from '../world/session.js';

/** The facts that the conditions of the table depend on. */
export interface Situation {
  /** The row of the side that received the action. */
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
 * Condition → the refusal if no row of the table passes it. A wrong request or kind of session is a 400, a wrong state a 422.
 */
const refusals: Readonly<Record<Condition, (rules: readonly LifecycleRule[], situation: Situation) => Refusal>> = {
  when: (rules) => ({
    status: 400,
    text: `These fields cannot be combined here. Possible are ${distinct(rules.map(fieldsOf)).join('; ')}.`,
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
    text: `This array holds the ${row.role} side; send the request to the ${listed(rules, 'roles')} side.`,
  }),
  failover_test: (_rules, { isTested }) => ({
    status: 422,
    text: isTested ? 'A failover test is running; stop it first.' : 'No failover test is running; start one first.',
  }),
  link: () => ({ status: 422, text: 'The other array cannot be reached; restore the connection first.' }),
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

/**
 * The row of the table by which an action is possible. If there is none, the refusal names the condition that the closest row
 * fails.
 */
export function decideByTable(
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
  if (judgement.possible) return { rule: judgement.rule };
  // All facts are given, so no row is left open.
  if (judgement.candidates) throw new Error(`${operationId} cannot be judged`);
  // Where no source says whether an array refuses, the simulator does.
  return { refusal: refusals[judgement.condition](judgement.rules, situation) };
}
