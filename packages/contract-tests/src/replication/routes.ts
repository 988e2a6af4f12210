// Ways through the state table: what can be done to a session as it stands, and how it gets from one standing to another.
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
  type ReplicatedResourceType,
  type ReplicationRole,
  type ReplicationSessionType,
  type ReplicationState,
  withDefaults,
  isAtLeast,
} from '@powerstore-api/types';
import { fieldAdded } from '../contract/contract.js';
import { otherSite, type Site } from '../array/target.js';

/** What a session is, besides how it stands. */
export interface SessionKind {
  type: ReplicationSessionType;
  resource_type: ReplicatedResourceType;
}

/** How a session stands, both sides of it, while its arrays reach each other. */
export interface Standing {
  /** Of both sides. */
  state: ReplicationState;
  /** The side that is the source, or preferred. */
  first: Site;
  /** What it was paused in. */
  paused_in?: ReplicationState;
  failover_test: boolean;
  /** What somebody has said of a side of a metro session. */
  said: Partial<Record<Site, 'Promoted' | 'Demoted'>>;
  /** Where it goes by itself, where this is a state on the way. */
  next?: Standing;
}

/** An action as it can be sent. */
export interface Action {
  operationId: LifecycleOperation;
  /** Absent where no field differs from its default. */
  body?: Fields;
}

/** One way from a standing to the next; without an action, by waiting. */
export interface Step {
  on: Site;
  action?: Action;
  rule?: LifecycleRule;
  /** It is made to fail on the way, which only a simulator can be told to. */
  fails?: true;
  until: Standing;
}

/** What there is to go by. */
export interface GroundFacts {
  kind: SessionKind;
  /** Sides that can be asked. */
  sites: readonly Site[];
  /** The older of the releases of the two arrays. */
  release: string;
  allowed: (step: Step) => boolean;
}

export interface Ground extends GroundFacts {
  actions: readonly Action[];
  /** Steps by the standing they are from: the same ones are asked for over and over. */
  known: Map<string, Step[]>;
}

export const groundOf = (facts: GroundFacts): Ground => ({
  ...facts,
  actions: actionsOf(facts.release),
  known: new Map(),
});

/** Every action of the table, with each body that its rows tell apart, as far as a release knows them. */
export const actionsOf = (release: string): Action[] =>
  (Object.entries(lifecycle) as [LifecycleOperation, Lifecycle][]).flatMap(([operationId, { defaults, rules }]) => {
    if (!isAtLeast(release, operations[operationId].added)) return [];
    const bodies = rules.map(({ when = {} }): Fields =>
      Object.fromEntries(Object.entries(when).filter(([field, value]) => (defaults as Fields)[field] !== value)),
    );
    return [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()]
      .filter((body) => Object.keys(body).every((field) => isAtLeast(release, fieldAdded(operationId, field))))
      .map((body) => ({ operationId, ...(Object.keys(body).length > 0 && { body }) }));
  });

/** Whether a release knows all that a row of the table is about. */
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

/** The row of the state table, by its number in it. */
export const rowOf = (operationId: LifecycleOperation, rule: LifecycleRule): number =>
  (lifecycle[operationId].rules as readonly LifecycleRule[]).indexOf(rule);

/** What the table says of an action, asked of one side. */
export function verdict(
  { operationId, body }: Action,
  on: Site,
  standing: Standing,
  kind: SessionKind,
  link: 'up' | 'down' = 'up',
): Judgement {
  const { state, paused_in, failover_test } = standing;
  return judge(operationId, withDefaults(operationId, body), {
    ...kind,
    state,
    role: roleOf(on, standing, kind),
    paused_in: paused_in ?? 'OK',
    failover_test,
    link,
  });
}

const isMetro = ({ type }: SessionKind): boolean => type === 'Metro_Active_Active';

export function roleOf(site: Site, { first }: Standing, kind: SessionKind): ReplicationRole {
  if (isMetro(kind)) return site === first ? 'Metro_Preferred' : 'Metro_Non_Preferred';
  return site === first ? 'Source' : 'Destination';
}

/** Whether a side of a metro session that is not in step serves its hosts. */
const serves = (site: Site, { said, first }: Standing): boolean =>
  said[site] ? said[site] === 'Promoted' : site === first;

/**
 * Where an array may refuse what the table has as possible: the table does not know both sides, nor what data would be
 * lost. A mirror of which both sides serve cannot be resumed (our reading), and from 4.4 on an unplanned failover wants
 * `force` where the destination may be behind (document 4.4).
 */
export function mayBeRefused(
  { operationId, body }: Action,
  standing: Standing,
  kind: SessionKind,
  release: string,
): boolean {
  if (operationId === 'replication_session_resume')
    return isMetro(kind) && serves('a', standing) && serves('b', standing);
  if (operationId !== 'replication_session_failover' || !isAtLeast(release, '4.4.0.0')) return false;
  return body?.['is_planned'] === false && body['force'] !== true && standing.state !== 'OK';
}

/** States on the way in which the table has something to say, and in which a session can be met therefore. */
const met: ReadonlySet<ReplicationState> = new Set(
  Object.values<Lifecycle>(lifecycle).flatMap(({ rules }) => rules.flatMap(({ from = [] }) => from)),
);

function stepsFrom(standing: Standing, ground: Ground): Step[] {
  const name = key(standing);
  const steps = ground.known.get(name) ?? [...everyStepFrom(standing, ground)];
  ground.known.set(name, steps);
  return steps;
}

function* everyStepFrom(standing: Standing, { kind, sites, release, actions }: Ground): Generator<Step> {
  const [any] = sites;
  if (standing.next && any) yield { on: any, until: standing.next };
  for (const action of actions) {
    for (const on of sites) {
      const judgement = verdict(action, on, standing, kind);
      if (!judgement.possible || mayBeRefused(action, standing, kind, release)) continue;
      yield* stepsBy({ on, action, rule: judgement.rule }, standing);
    }
  }
}

/** What comes of an action: its end, what it passes through, and the failure it may meet. */
export function* stepsBy(
  { on, action, rule }: { on: Site; action: Action; rule: LifecycleRule },
  standing: Standing,
): Generator<Step & { action: Action; rule: LifecycleRule }> {
  const step = { on, action, rule };
  const { to, via = [], fails_to, swap_roles: swaps } = rule;
  if (to === undefined) {
    const { next } = standing;
    yield { ...step, until: { ...setBy(rule, on, standing), ...(next && { next: setBy(rule, on, next) }) } };
    return;
  }
  const first = swaps ? otherSite(standing.first) : standing.first;
  const arrived = enter(to, { ...setBy(rule, on, standing), first }, standing);
  yield { ...step, until: arrived };
  for (const state of via) {
    if (met.has(state)) yield { ...step, until: { ...enter(state, standing, standing), next: arrived } };
  }
  if (fails_to !== undefined) yield { ...step, fails: true, until: enter(fails_to, standing, standing) };
}

function setBy({ set = {} }: LifecycleRule, on: Site, standing: Standing): Standing {
  const { failover_test_in_progress: test, local_resource_state: said } = set;
  return {
    ...standing,
    ...(typeof test === 'boolean' && { failover_test: test }),
    ...((said === 'Promoted' || said === 'Demoted') && { said: { ...standing.said, [on]: said } }),
  };
}

function enter(
  state: ReplicationState,
  { first, failover_test, said, paused_in }: Standing,
  before: Standing,
): Standing {
  if (state === 'OK') return { state, first, failover_test, said: {} };
  if (state !== 'Paused') return { state, first, failover_test, said };
  return {
    state,
    first,
    failover_test,
    said,
    paused_in: before.state === 'Paused' ? (paused_in ?? 'OK') : before.state,
  };
}

const key = ({ state, first, paused_in, failover_test, said, next }: Standing): string =>
  JSON.stringify([state, first, paused_in, failover_test, said.a, said.b, next?.state]);

/** All standings within reach, nearest first, each with the steps to it. */
export function* reachable(from: Standing, ground: Ground): Generator<{ standing: Standing; steps: Step[] }> {
  const seen = new Set([key(from)]);
  const queue: { standing: Standing; steps: Step[] }[] = [{ standing: from, steps: [] }];
  for (const place of queue) {
    yield place;
    for (const step of stepsFrom(place.standing, ground)) {
      const name = key(step.until);
      if (seen.has(name) || !ground.allowed(step)) continue;
      seen.add(name);
      queue.push({ standing: step.until, steps: [...place.steps, step] });
    }
  }
}

/** The shortest way to where a standing fits, or nothing where none leads there. */
export function routeTo(from: Standing, fits: (standing: Standing) => boolean, ground: Ground): Step[] | undefined {
  for (const { standing, steps } of reachable(from, ground)) if (fits(standing)) return steps;
  return undefined;
}

/** Steps by which no data that was written on the side that serves is dropped. */
export const keepsData = ({ action }: Step): boolean =>
  action?.body?.['is_planned'] !== false && action?.body?.['discard_changes_after_failover'] !== true;

/** The attributes of a session by which it is seen how it stands, as far as a release has them. */
export const standingAttributes = (release: string): string[] => {
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

/** An action in words of the API, for a finding. */
export function describeAction({ operationId, body }: Action, on: Site, standing: Standing, kind: SessionKind): string {
  const fields = Object.entries(body ?? {}).map(([name, value]) => `${name} ${String(value)}`);
  const asked = [
    operationId.replace('replication_session_', ''),
    ...(fields.length > 0 ? [`(${fields.join(', ')})`] : []),
  ];
  return `${asked.join(' ')} on the ${roleOf(on, standing, kind)} of ${kind.type} ${kind.resource_type} in ${describeStanding(standing)}`;
}

export const describeStanding = ({ state, paused_in, failover_test }: Standing): string =>
  [
    state,
    ...(paused_in === undefined ? [] : [`(from ${paused_in})`]),
    ...(failover_test ? ['with a failover test'] : []),
  ].join(' ');
