// A write of a volume or a group: the request in a form to decide on, and the conditions of the contract on it.
import {
  type Fields,
  judgeWrite,
  type LifecycleOperation,
  type OperationId,
  type PolicyType,
  refusalOf,
  type RequestBody,
  type SessionFacts,
  type WriteSituation,
} from '@powerstore-api/types';
import { isTaken, type Protectable } from '../resources/volumes.js';
import type { Refusal } from '../world/refusal.js';
import type { Row } from '../world/rows.js';
import { otherSite, type Session } from '../world/session.js';
import type { Site } from '../world/site.js';
import { arrayAt, bothKnow, isConnected, type World } from '../world/world.js';
import { isAsynchronous, isMetro } from './session-side.js';

/** Operations that change something other than a session. */
export type ProtectionOperation = Exclude<OperationId, `${string}_query` | 'logout' | LifecycleOperation>;

/** The body of one of these operations. An empty text, which removes a value, is `null` here, and a reference is an id. */
export type WriteBody = Readonly<
  Partial<
    RequestBody<'volume_modify'> &
      RequestBody<'volume_group_modify'> &
      RequestBody<'volume_configure_metro'> &
      RequestBody<'volume_group_configure_metro'> &
      RequestBody<'volume_end_metro'> &
      RequestBody<'volume_group_end_metro'>
  >
>;

export interface WriteRequest {
  readonly world: World;
  readonly site: Site;
  readonly operationId: ProtectionOperation;
  readonly resource: Protectable;
  readonly row: Row<Protectable>;
  readonly body: WriteBody;
  /** The instances that fields of the body refer to. */
  readonly refers: Readonly<Record<Reference, Row<'policy'> | Row<'remote_system'> | undefined>>;
  readonly remote: Row<'remote_system'> | undefined;
  /** What happens to the sessions of the resource. */
  readonly plan: ReplicationPlan;
}

/** What a change of its policy, or metro, does to the sessions of a resource. */
export interface ReplicationPlan {
  /** The rules that need a new session. */
  readonly missing: readonly Row<'replication_rule'>[];
  /** The sessions that continue by another rule. */
  readonly changed: readonly { readonly session: Session; readonly rule: Row<'replication_rule'> }[];
  readonly ended: readonly Session[];
  /** The arrays that it leads to. */
  readonly targets: readonly Site[];
}

/** The fields that refer to a policy, and the type that it has to have. */
const policyTypes = {
  protection_policy_id: 'Protection',
  performance_policy_id: 'Performance',
  qos_performance_policy_id: 'QoS',
} as const satisfies { readonly [Field in keyof WriteBody]: PolicyType };

type Reference = keyof typeof policyTypes | 'remote_system_id';

/** Reads the body of a request. Without Prism's checks its fields may have any value. */
export function writeRequest(
  world: World,
  site: Site,
  operationId: ProtectionOperation,
  resource: Protectable,
  row: Row<Protectable>,
  given: unknown,
): WriteRequest {
  const { tables } = arrayAt(world, site);
  const read = Object.fromEntries(
    Object.entries(given ?? {}).map(([field, value]) => [field, value === '' ? null : value]),
  ) as WriteBody;
  const find = <R extends 'policy' | 'remote_system'>(of: R, reference: unknown): Row<R> | undefined =>
    typeof reference === 'string' ? tables.findByReference(of, reference) : undefined;
  const policyIn = (field: keyof typeof policyTypes): Row<'policy'> | undefined => {
    const policy = find('policy', read[field]);
    return policy?.type === policyTypes[field] ? policy : undefined;
  };
  const policy = policyIn('protection_policy_id');
  const remote = find('remote_system', read.remote_system_id);
  const refers = {
    protection_policy_id: policy,
    performance_policy_id: policyIn('performance_policy_id'),
    qos_performance_policy_id: policyIn('qos_performance_policy_id'),
    remote_system_id: remote,
  };
  return {
    world,
    site,
    operationId,
    resource,
    row,
    body: {
      ...read,
      ...Object.fromEntries(Object.entries(refers).flatMap(([field, found]) => (found ? [[field, found.id]] : []))),
    },
    refers,
    remote,
    plan: remote
      ? { missing: [], changed: [], ended: [], targets: [remote.site] }
      : planOf(world, site, row, read.protection_policy_id === undefined ? undefined : (policy ?? null)),
  };
}

/** The sessions of a resource on this array, without those that are being deleted. */
export const sessionsOf = (world: World, site: Site, { id }: Pick<Row<Protectable>, 'id'>): Session[] =>
  (arrayAt(world, site).tables.grouped('replication_session', 'local_resource_id').get(id) ?? []).flatMap((row) => {
    const session = world.sessions.get(row.id);
    return session?.sides[site] && !session.transitions.some(({ end }) => end.deleted) ? [session] : [];
  });

/** The target array of a rule. */
export const targetOf = (world: World, site: Site, rule: Row<'replication_rule'>): Site | undefined =>
  arrayAt(world, site).tables.find('remote_system', rule.remote_system_id)?.site;

export const typeOf = ({ rpo }: Row<'replication_rule'>): 'Asynchronous' | 'Synchronous' =>
  rpo === 'Zero' ? 'Synchronous' : 'Asynchronous';

/**
 * Compares the rules of a policy with the sessions that a resource has. A session to the same array continues, by the other rule.
 * `null` stands for no policy any more, `undefined` for one that stays.
 */
function planOf(
  world: World,
  site: Site,
  row: Row<Protectable>,
  policy: Row<'policy'> | null | undefined,
): ReplicationPlan {
  if (policy === undefined) return { missing: [], changed: [], ended: [], targets: [] };
  const { tables } = arrayAt(world, site);
  const rules = (policy?.rules ?? []).flatMap((id) => tables.find('replication_rule', id) ?? []);
  const made = sessionsOf(world, site, row).filter(({ sides }) => sides[site] && !isMetro(sides[site].row));
  const continued = new Map<Session, Row<'replication_rule'>>();
  const missing: Row<'replication_rule'>[] = [];
  for (const rule of rules) {
    const session = made.find((it) => !continued.has(it) && otherSite(it, site) === targetOf(world, site, rule));
    if (session) continued.set(session, rule);
    else missing.push(rule);
  }
  return {
    missing,
    changed: Array.from(continued, ([session, rule]) => ({ session, rule })).filter(
      ({ session, rule }) => session.sides[site]?.row.replication_rule_id !== rule.id,
    ),
    ended: made.filter((session) => !continued.has(session)),
    targets: rules.flatMap((rule) => targetOf(world, site, rule) ?? []),
  };
}

/** Why the array refuses a request; nothing if it meets all conditions. */
export function refusal(request: WriteRequest): Refusal | undefined {
  const { operationId, row, body } = request;
  const judgement = judgeWrite(operationId, body, situationOf(request));
  if (judgement.possible === true) return undefined;
  // All facts are given, so the judgement is definite.
  if (judgement.possible === undefined)
    throw new Error(`${operationId} cannot be judged: ${judgement.unknown.join(', ')}`);
  return refusalOf(judgement.condition, { ...row }, body);
}

/** The groups that a volume is a member of. */
const groupsOf = ({ world, site, resource, row }: WriteRequest): Row<'volume_group'>[] =>
  resource === 'volume'
    ? arrayAt(world, site)
        .tables.rows('volume_group')
        .filter(({ members }) => members.includes(row.id))
    : [];

/** The sessions of a resource on this array, with those of its group. */
export const sessionsOfAll = (request: WriteRequest): Session[] =>
  [request.row, ...groupsOf(request)].flatMap((each) => sessionsOf(request.world, request.site, each));

function situationOf(request: WriteRequest): WriteSituation {
  const { world, site, operationId, resource, row, body, refers, remote, plan } = request;
  const { tables } = arrayAt(world, site);
  const metro = operationId.endsWith('_end_metro')
    ? world.sessions.get(row.metro_replication_session_id ?? '')
    : undefined;
  const creates = [
    ...plan.missing.map(typeOf),
    ...plan.changed.flatMap(({ session, rule }) =>
      session.sides[site]?.row.type === typeOf(rule) ? [] : [typeOf(rule)],
    ),
  ];
  const needed = metro
    ? [otherSite(metro, site)]
    : remote
      ? [remote.site]
      : [...plan.missing, ...plan.changed.map(({ rule }) => rule)].flatMap((rule) => targetOf(world, site, rule) ?? []);
  return {
    before: beforeOf(row, body),
    member: groupsOf(request).length > 0,
    empty: 'members' in row && row.members.length === 0,
    sessions: sessionsOfAll(request).flatMap((session): SessionFacts[] => {
      const side = session.sides[site];
      return side ? [factsOf(side.row, plan.targets.includes(otherSite(session, site)))] : [];
    }),
    creates,
    supported: remote ? supportsMetro(request, remote) : needed.every((other) => supports(request, other, creates)),
    link: needed.every((other) => isConnected(world, { sites: [site, other] })) ? 'up' : 'down',
    name_used: isTaken(tables, resource, String(body.name), row),
    refers: Object.fromEntries(Object.entries(refers).map(([field, found]) => [field, found ? { ...found } : null])),
  };
}

/** The attributes before the request, with those of its origin that a snapshot can change. */
function beforeOf(row: Row<Protectable>, body: WriteBody): Fields {
  const { expiration_timestamp = null, is_secure = null } = row.protection_data;
  const absent = Object.fromEntries(Object.keys(body).map((field) => [field, null]));
  return {
    ...absent,
    ...row,
    description: row.description === '' ? null : row.description,
    expiration_timestamp,
    is_secure,
  };
}

const factsOf = (row: Row<'replication_session'>, toTarget: boolean): SessionFacts => ({
  type: row.type,
  role: row.role,
  state: row.state,
  // A mirror has no timestamps.
  synchronized: isAsynchronous(row) ? row.last_sync_timestamp !== null : row.state !== 'Initializing',
  to_target: toTarget,
});

/** Whether both arrays have metro for this resource. */
const supportsMetro = (
  { world, site, resource }: WriteRequest,
  { site: other, capabilities }: Row<'remote_system'>,
): boolean =>
  capabilities.includes('Block_Metro_Active_Active') &&
  bothKnow(world, { sites: [site, other] }, resource === 'volume' ? '3.0.0.0' : '4.0.0.0');

const supports = ({ world, site }: WriteRequest, other: Site, types: readonly string[]): boolean =>
  !types.includes('Synchronous') ||
  arrayAt(world, site)
    .tables.rows('remote_system')
    .some((remote) => remote.site === other && remote.capabilities.includes('Synchronous_Block_Replication'));
