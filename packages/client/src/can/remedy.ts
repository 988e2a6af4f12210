// What would make an action possible that is not. All of it is read from the state table: which rows of the same action
// ask for less, and which other actions lead to what the action asks for.
import {
  type Condition,
  conditions,
  type Fields,
  holds,
  type LifecycleOperation,
  type LifecycleRule,
  oppositeRole,
  type ReplicationRole,
  replicationRoleValues,
  type Situation,
} from '@powerstore-api/types';
import { allRows, has, type Row, rulesOf } from '../session/state-table.js';
import { both, either, fieldsText, methodOf } from './phrases.js';

/** An action that was judged, and what nothing gets past. */
export interface Obstacle {
  readonly operation: LifecycleOperation;
  /** With its defaults. */
  readonly body: Fields;
  readonly situation: Situation;
  readonly condition: Condition;
  /** The rows of the table that got as far as that. */
  readonly rules: readonly LifecycleRule[];
}

/** What to do about it, for people. */
export const remedyFor = (obstacle: Obstacle): string => remedies[obstacle.condition](obstacle);

const remedies: Readonly<Record<Condition, (obstacle: Obstacle) => string>> = {
  when: (obstacle) => otherBodies(obstacle) ?? 'nothing makes it possible',
  types: (obstacle) => otherBodies(obstacle) ?? anotherType(obstacle),
  resource_types: (obstacle) => {
    const types = obstacle.rules.flatMap(({ resource_types: each = [] }) => each);
    return otherBodies(obstacle) ?? `it is for the session of a ${either(types)}`;
  },
  roles: ({ rules }) => `ask the other array: it has to be ${either(rules.flatMap(({ roles = [] }) => roles))}`,
  failover_test: endOfTest,
  link: (obstacle) => {
    const others = otherBodies(obstacle);
    return `restore the connection between the arrays${others === undefined ? '' : `; without it only ${others}`}`;
  },
  from: anotherState,
  paused_in: () => 'nothing makes it possible',
};

function anotherType({ rules, situation: { type } }: Obstacle): string {
  const actions = allRows()
    .filter(({ rule }) => rule.types === undefined || has(rule.types, type))
    .map(({ operation }) => methodOf(operation));
  return `it is for ${either(rules.flatMap(({ types = [] }) => types))}; for ${type} there are ${both(actions)}`;
}

/** Which action has the test run, or run no longer, and fails over neither. */
function endOfTest({ rules, situation }: Obstacle): string {
  const wanted = new Set<unknown>(rules.map(({ failover_test: test }) => test));
  const row = allRows().find(
    ({ rule: { set = {}, to } }) => to === undefined && wanted.has(set['failover_test_in_progress'] ?? 'unchanged'),
  );
  return row === undefined ? 'nothing makes it possible' : `${stepText(row, situation.role)} first`;
}

function anotherState(obstacle: Obstacle): string {
  const { operation, rules, situation } = obstacle;
  const { state } = situation;
  if (rules.some(({ to, swap_roles: swap }) => to === state && swap !== true)) return `it is ${state} already`;
  if (allRows().some(({ rule }) => has(rule.via, state))) return `wait until it is no longer ${state}`;
  // One that fails over on the way only where there is no other.
  const way = shortestWay(rules, situation, false) ?? shortestWay(rules, situation, true);
  if (way !== undefined) return wayText(way, operation, rules, situation.role);
  const wanted = either(rules.flatMap(({ from = [] }) => from));
  return (
    otherBodies(obstacle) ?? `no action leads from ${state} to ${wanted}: wait for the array, or look at its alerts`
  );
}

const isOfThisKind = (rule: LifecycleRule, situation: Situation): boolean =>
  holds('types', rule, {}, situation) !== false && holds('resource_types', rule, {}, situation) !== false;

/** The same action with other fields, as few as will do, where that is possible as things are, here or on the other side. */
function otherBodies({ operation, body, situation }: Obstacle): string | undefined {
  const others = rulesOf(operation)
    .filter((rule) =>
      conditions.every((it) => it === 'when' || it === 'roles' || holds(it, rule, body, situation) !== false),
    )
    .map((rule) => ({ rule, fields: Object.entries(rule.when ?? {}).filter(([name, value]) => body[name] !== value) }))
    .filter(({ fields }) => fields.length > 0);
  const fewest = Math.min(...others.map(({ fields }) => fields.length));
  const ways = others
    .filter(({ fields }) => fields.length === fewest)
    .map(
      ({ rule, fields }) =>
        `${stepText({ operation, rule }, situation.role)} with ${fieldsText(Object.fromEntries(fields))}`,
    );
  return ways.length > 0 ? either(ways) : undefined;
}

/** The fewest actions that lead to a state the rows ask for; with or without such as make the other side the source. */
function shortestWay(
  rules: readonly LifecycleRule[],
  situation: Situation,
  mayFailOver: boolean,
): readonly Row[] | undefined {
  const rows = allRows().filter(
    ({ rule }) =>
      (mayFailOver || rule.swap_roles !== true) &&
      isOfThisKind(rule, situation) &&
      holds('link', rule, {}, situation) !== false &&
      holds('failover_test', rule, {}, situation) !== false,
  );
  const seen = new Set([situation.state]);
  let ends: readonly { readonly state: string | undefined; readonly way: readonly Row[] }[] = [
    { state: situation.state, way: [] },
  ];
  while (ends.length > 0) {
    const next = ends.flatMap(({ state, way }) =>
      rows.filter(({ rule }) => has(rule.from, state)).map((row) => ({ state: row.rule.to, way: [...way, row] })),
    );
    const arrived = next.find(({ state }) => rules.some(({ from }) => has(from, state)));
    if (arrived) return arrived.way;
    ends = next.filter(({ state }) => state !== undefined && !seen.has(state) && seen.add(state));
  }
  return undefined;
}

function wayText(
  way: readonly Row[],
  operation: LifecycleOperation,
  rules: readonly LifecycleRule[],
  role: string | undefined,
): string {
  let own = role;
  const steps = way.map((row) => {
    const text = stepText(row, own);
    if (row.rule.swap_roles === true) own = opposite(own);
    return text;
  });
  const text = `${steps.join(', then ')} first`;
  // Once the roles are exchanged, it may be the other side that has the right one.
  const stays = own === role || rules.some(({ roles }) => roles === undefined || has(roles, own));
  return stays ? text : `${text}, and ${methodOf(operation)} on the other array then`;
}

const stepText = ({ operation, rule }: Row, role: string | undefined): string =>
  rule.roles === undefined || role === undefined || has(rule.roles, role)
    ? methodOf(operation)
    : `${methodOf(operation)} on the other array`;

const isRole = (role: string | undefined): role is ReplicationRole => has(replicationRoleValues, role);

const opposite = (role: string | undefined): string | undefined => (isRole(role) ? oppositeRole(role) : undefined);
