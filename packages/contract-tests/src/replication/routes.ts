// Ways through the state table: the actions that a pair state allows, and the steps that lead to another one.
import {
  type AttributeName,
  attributes,
  type EnumName,
  type Fields,
  judge,
  type Judgement,
  type Lifecycle,
  lifecycle,
  type LifecycleOperation,
  type LifecycleRule,
  literalInfo,
  operations,
  type RequestBody,
  type ReplicatedResourceType,
  type ReplicationRole,
  type ReplicationSessionType,
  type ReplicationState,
  withDefaults,
  isAtLeast,
} from '@powerstore-api/types';
import { fieldAdded } from '../contract/contract.js';
import { otherSite, type Site } from '../array/target/target.js';

/** The part of a session that never changes. */
export interface SessionKind {
  type: ReplicationSessionType;
  resource_type: ReplicatedResourceType;
}

/** The state of a session on both of its sides, while their arrays reach each other. */
export interface PairState {
  /** The state of both sides. */
  state: ReplicationState;
  /** The array whose side is the source, or preferred. */
  leadingSite: Site;
  /** The state in which the session was paused. */
  paused_in?: ReplicationState;
  failover_test: boolean;
  /** The sides of a metro session that somebody has promoted or demoted. */
  resourceStates: Partial<Record<Site, 'Promoted' | 'Demoted'>>;
  /** For a state that passes by itself: the pair state after it. */
  next?: PairState;
}

/** The fields of each body. The type of a body without fields has every name as one. */
type FieldOf<Body> = Body extends unknown ? (string extends keyof Body ? never : keyof Body) : never;

/** Fields of the body of an action. */
export type ActionFields = { readonly [Field in FieldOf<RequestBody<LifecycleOperation>>]?: unknown };

/** An operation that changes a session, as it is sent. */
export interface Action {
  operationId: LifecycleOperation;
  /** Absent where every field has its default. */
  body?: ActionFields;
}

/** One step from a pair state to the next: an action, or waiting where there is none. */
export interface Step {
  on: Site;
  action?: Action;
  rule?: LifecycleRule;
  /** The action fails on the way: only a simulator can be told to let it. */
  fails?: true;
  /** The pair state after the step. */
  leadsTo: PairState;
}

/** The session, the arrays, and the steps that a route may take. */
export interface GraphOptions {
  kind: SessionKind;
  /** The sides that can be asked. */
  sites: readonly Site[];
  /** The older of the releases of the two arrays. */
  release: string;
  allowed: (step: Step) => boolean;
}

export interface StateGraph extends GraphOptions {
  actions: readonly Action[];
  /** Steps by the pair state that they begin in: routes need the same ones over and over. */
  stepsFrom: Map<string, Step[]>;
}

export const graphOf = (options: GraphOptions): StateGraph => ({
  ...options,
  actions: actionsOf(options.release),
  stepsFrom: new Map(),
});

/** Every action of the table with each body that its rows distinguish, as far as a release knows them. */
export const actionsOf = (release: string): Action[] =>
  (Object.entries(lifecycle) as [LifecycleOperation, Lifecycle][]).flatMap(([operationId, { defaults, rules }]) => {
    if (!isAtLeast(release, operations[operationId].added)) return [];
    const bodies = rules.map(({ when = {} }): ActionFields =>
      Object.fromEntries(Object.entries(when).filter(([field, value]) => (defaults as Fields)[field] !== value)),
    );
    return [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()]
      .filter((body) => Object.keys(body).every((field) => isAtLeast(release, fieldAdded(operationId, field))))
      .map((body) => ({ operationId, ...(Object.keys(body).length > 0 && { body }) }));
  });

/** Whether a release knows every field and literal of a row of the table. */
export function knowsRow(release: string, operationId: LifecycleOperation, rule: LifecycleRule): boolean {
  const defaults: Fields = lifecycle[operationId].defaults;
  const fields = Object.entries(rule.when ?? {}).filter(([field, value]) => defaults[field] !== value);
  const some = (name: EnumName, all: readonly string[] = ['']): boolean =>
    all.some((literal) => isAtLeast(release, literalInfo(name, literal)?.added ?? '1.0.0.0'));
  return (
    isAtLeast(release, operations[operationId].added) &&
    fields.every(([field]) => isAtLeast(release, fieldAdded(operationId, field))) &&
    some('ReplicationSessionType', rule.types) &&
    some('ReplicatedResourceType', rule.resource_types)
  );
}

/** The number of a row in the state table of its action. */
export const rowOf = (operationId: LifecycleOperation, rule: LifecycleRule): number =>
  (lifecycle[operationId].rules as readonly LifecycleRule[]).indexOf(rule);

/** The state in which a paused session was paused. Nothing shows it for one that was paused before the run. */
export const pausedIn = ({ paused_in }: PairState): ReplicationState => paused_in ?? 'OK';

/** The judgement of the table on an action that is sent to one side. */
export function judgeAction(
  { operationId, body }: Action,
  on: Site,
  pairState: PairState,
  kind: SessionKind,
  link: 'up' | 'down' = 'up',
): Judgement {
  const { state, failover_test } = pairState;
  return judge(operationId, withDefaults(operationId, body), {
    ...kind,
    state,
    role: roleOf(on, pairState, kind),
    paused_in: pausedIn(pairState),
    failover_test,
    link,
  });
}

const isMetro = ({ type }: SessionKind): boolean => type === 'Metro_Active_Active';

export function roleOf(site: Site, { leadingSite }: PairState, kind: SessionKind): ReplicationRole {
  if (isMetro(kind)) return site === leadingSite ? 'Metro_Preferred' : 'Metro_Non_Preferred';
  return site === leadingSite ? 'Source' : 'Destination';
}

/** Whether a side of a metro session that does not mirror serves its hosts. */
const serves = (site: Site, { resourceStates, leadingSite }: PairState): boolean =>
  resourceStates[site] ? resourceStates[site] === 'Promoted' : site === leadingSite;

/**
 * Whether an array may refuse an action that the table allows. The table knows neither both sides nor which data would be
 * lost. An array does not resume a mirror of which both sides serve (our reading). From 4.4 on, an unplanned failover needs
 * `force` where the destination may be behind (document 4.4).
 */
export function mayBeRefused(
  { operationId, body }: Action,
  pairState: PairState,
  kind: SessionKind,
  release: string,
): boolean {
  if (operationId === 'replication_session_resume')
    return isMetro(kind) && serves('a', pairState) && serves('b', pairState);
  if (operationId !== 'replication_session_failover' || !isAtLeast(release, '4.4.0.0')) return false;
  return body?.is_planned === false && body.force !== true && pairState.state !== 'OK';
}

/** States that pass by themselves and that the table has rows for: an action may be sent in them. */
const statesWithRows: ReadonlySet<ReplicationState> = new Set(
  Object.values<Lifecycle>(lifecycle).flatMap(({ rules }) => rules.flatMap(({ from = [] }) => from)),
);

function stepsFrom(pairState: PairState, graph: StateGraph): Step[] {
  const name = key(pairState);
  const steps = graph.stepsFrom.get(name) ?? [...everyStepFrom(pairState, graph)];
  graph.stepsFrom.set(name, steps);
  return steps;
}

function* everyStepFrom(pairState: PairState, { kind, sites, release, actions }: StateGraph): Generator<Step> {
  const [any] = sites;
  if (pairState.next && any) yield { on: any, leadsTo: pairState.next };
  for (const action of actions) {
    for (const on of sites) {
      const judgement = judgeAction(action, on, pairState, kind);
      if (!judgement.possible || mayBeRefused(action, pairState, kind, release)) continue;
      yield* stepsBy({ on, action, rule: judgement.rule }, pairState);
    }
  }
}

/** The steps that an action can make: to its end, to the states on the way, and to its failure. */
export function* stepsBy(
  { on, action, rule }: { on: Site; action: Action; rule: LifecycleRule },
  pairState: PairState,
): Generator<Step & { action: Action; rule: LifecycleRule }> {
  const step = { on, action, rule };
  const { to, via = [], fails_to, swap_roles: swaps } = rule;
  if (to === undefined) {
    const { next } = pairState;
    yield { ...step, leadsTo: { ...withSet(rule, on, pairState), ...(next && { next: withSet(rule, on, next) }) } };
    return;
  }
  const leadingSite = swaps ? otherSite(pairState.leadingSite) : pairState.leadingSite;
  const end = entering(to, { ...withSet(rule, on, pairState), leadingSite }, pairState);
  yield { ...step, leadsTo: end };
  for (const state of via) {
    if (statesWithRows.has(state)) yield { ...step, leadsTo: { ...entering(state, pairState, pairState), next: end } };
  }
  if (fails_to !== undefined) yield { ...step, fails: true, leadsTo: entering(fails_to, pairState, pairState) };
}

function withSet({ set = {} }: LifecycleRule, on: Site, pairState: PairState): PairState {
  const { failover_test_in_progress: test, local_resource_state: resourceState } = set;
  return {
    ...pairState,
    ...(typeof test === 'boolean' && { failover_test: test }),
    ...((resourceState === 'Promoted' || resourceState === 'Demoted') && {
      resourceStates: { ...pairState.resourceStates, [on]: resourceState },
    }),
  };
}

function entering(
  state: ReplicationState,
  { leadingSite, failover_test, resourceStates, paused_in }: PairState,
  before: PairState,
): PairState {
  if (state === 'OK') return { state, leadingSite, failover_test, resourceStates: {} };
  if (state !== 'Paused') return { state, leadingSite, failover_test, resourceStates };
  return {
    state,
    leadingSite,
    failover_test,
    resourceStates,
    paused_in: before.state === 'Paused' ? (paused_in ?? 'OK') : before.state,
  };
}

const key = ({ state, leadingSite, paused_in, failover_test, resourceStates: { a, b }, next }: PairState): string =>
  JSON.stringify([state, leadingSite, paused_in, failover_test, a, b, next?.state]);

/** All pair states that can be reached, nearest first, each with the steps to it. */
export function* reachable(from: PairState, graph: StateGraph): Generator<{ pairState: PairState; steps: Step[] }> {
  const seen = new Set([key(from)]);
  const queue: { pairState: PairState; steps: Step[] }[] = [{ pairState: from, steps: [] }];
  for (const place of queue) {
    yield place;
    for (const step of stepsFrom(place.pairState, graph)) {
      const name = key(step.leadsTo);
      if (seen.has(name) || !graph.allowed(step)) continue;
      seen.add(name);
      queue.push({ pairState: step.leadsTo, steps: [...place.steps, step] });
    }
  }
}

/** The shortest way to a pair state that fits; nothing where no way leads to one. */
export function routeTo(
  from: PairState,
  fits: (pairState: PairState) => boolean,
  graph: StateGraph,
): Step[] | undefined {
  for (const { pairState, steps } of reachable(from, graph)) if (fits(pairState)) return steps;
  return undefined;
}

/** Whether a step keeps all data that was written on the side that serves. */
export const keepsData = ({ action }: Step): boolean =>
  action?.body?.is_planned !== false && action?.body?.discard_changes_after_failover !== true;

/** The attributes of a session that show its pair state, as far as a release has them. */
export const pairStateAttributes = (release: string): string[] => {
  const names: AttributeName<'replication_session'>[] = [
    'id',
    'state',
    'role',
    'type',
    'resource_type',
    'failover_test_in_progress',
    'local_resource_state',
    'auto_failover_state',
    'parent_replication_session_id',
  ];
  return names.filter((name) => isAtLeast(release, attributes.replication_session[name].added));
};
