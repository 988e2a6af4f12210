// The steps that make an action possible. They follow from the state table: other rows of the same action whose conditions
// hold, or other actions that lead to a state the action needs.
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
import { allRows, has, replicatingStates, type Row, rulesOf } from '../session/state-table.js';
import { sessionMethodName } from '../names/method-name.js';
import { either, fieldsText } from './phrases.js';

/** A condition that keeps an action from being possible. */
export interface Obstacle {
  readonly operation: LifecycleOperation;
  /** The body with its defaults. */
  readonly body: Fields;
  readonly situation: Situation;
  readonly condition: Condition;
  /** The rows of the table whose conditions before this one hold. */
  readonly rules: readonly LifecycleRule[];
}

/** The steps past an obstacle, for people. */
export const remedyFor = (obstacle: Obstacle): string => remedies[obstacle.condition](obstacle);

/** The remedy where there is none. */
export const noRemedy = 'nothing makes it possible';

const remedies: Readonly<Record<Condition, (obstacle: Obstacle) => string>> = {
  when: (obstacle) => otherBodies(obstacle) ?? noRemedy,
  types: (obstacle) => otherBodies(obstacle) ?? anotherType(obstacle),
  resource_types: (obstacle) => {
    const types = obstacle.rules.flatMap(({ resource_types: each = [] }) => each);
    return otherBodies(obstacle) ?? `it works only for the session of a ${either(types)}`;
  },
  roles: ({ rules }) => `send it to the ${either(rules.flatMap(({ roles = [] }) => roles))} side, on the other array`,
  failover_test: endOfTest,
  link: (obstacle) => {
    const others = otherBodies(obstacle);
    return `restore the connection between the arrays${others === undefined ? '' : `; without it only ${others}`}`;
  },
  from: anotherState,
  paused_in: () => noRemedy,
};

function anotherType({ rules, situation: { type } }: Obstacle): string {
  const actions = allRows()
    .filter(({ rule }) => rule.types === undefined || has(rule.types, type))
    .map(({ operation }) => sessionMethodName(operation));
  return `it works only for ${either(rules.flatMap(({ types = [] }) => types))}; for ${type} use ${either(actions)}`;
}

/** The action that starts the test, or stops it, without a failover. */
function endOfTest({ rules, situation }: Obstacle): string {
  const wanted = new Set<unknown>(rules.map(({ failover_test: test }) => test));
  const row = allRows().find(
    ({ rule: { set = {}, to } }) => to === undefined && wanted.has(set['failover_test_in_progress'] ?? 'unchanged'),
  );
  return row === undefined ? noRemedy : `${actionText(row, situation.role)} first`;
}

function anotherState(obstacle: Obstacle): string {
  const { operation, rules, situation } = obstacle;
  const { state } = situation;
  const wanted = either(rules.flatMap(({ from = [] }) => from));
  const earlier = earlierAction[operation];
  if (earlier !== undefined && has(replicatingStates, state))
    return `${sessionMethodName(operation)} follows a ${sessionMethodName(earlier)}, and this session is not ${wanted}`;
  if (rules.some(({ to, swap_roles: swap }) => to === state && swap !== true)) return `it is ${state} already`;
  if (allRows().some(({ rule }) => has(rule.via, state))) return `wait until it is no longer ${state}`;
  // A way with a failover only if there is no other.
  const way = shortestWay(rules, situation, false) ?? shortestWay(rules, situation, true);
  if (way !== undefined) return wayText(way, operation, rules, situation.role);
  return otherBodies(obstacle) ?? `no action leads from ${state} to ${wanted}: wait, or check the alerts of the array`;
}

/** The actions that take back an earlier one. */
const earlierAction: Readonly<Partial<Record<LifecycleOperation, LifecycleOperation>>> = {
  replication_session_resume: 'replication_session_pause',
  replication_session_reprotect: 'replication_session_failover',
};

const isOfThisKind = (rule: LifecycleRule, situation: Situation): boolean =>
  holds('types', rule, {}, situation) !== false && holds('resource_types', rule, {}, situation) !== false;

/** The same action with other fields, as few as possible, if it is possible now on this side or the other one. */
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
        `${actionText({ operation, rule }, situation.role)} with ${fieldsText(Object.fromEntries(fields))}`,
    );
  return ways.length > 0 ? either(ways) : undefined;
}

/** The fewest actions that lead to a state of these rows, with or without actions that exchange the roles. */
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
  const actions = way.map((row) => {
    const text = actionText(row, own);
    if (row.rule.swap_roles === true) own = opposite(own);
    return text;
  });
  const text = `${actions.join(', then ')} first`;
  // After an exchange of roles the other side may have the role that the action needs.
  const stays = own === role || rules.some(({ roles }) => roles === undefined || has(roles, own));
  return stays ? text : `${text}, and then ${sessionMethodName(operation)} on the other array`;
}

const actionText = ({ operation, rule }: Row, role: string | undefined): string =>
  rule.roles === undefined || role === undefined || has(rule.roles, role)
    ? sessionMethodName(operation)
    : `${sessionMethodName(operation)} on the other array`;

const isRole = (role: string | undefined): role is ReplicationRole => has(replicationRoleValues, role);

const opposite = (role: string | undefined): string | undefined => (isRole(role) ? oppositeRole(role) : undefined);
