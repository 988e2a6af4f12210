// Protection of a volume or a volume group: policies, which create and delete its sessions, and metro.
import { errorCodes, type LifecycleOperation, type OperationId, type RequestBody } from '@powerstore-api/types';
import { completeJob, openJob } from '../resources/jobs.js';
import { policyOfRule } from '../resources/policies.js';
import { createReplica, membersOf, type Protectable } from '../resources/volumes.js';
import { notFound, type Refusal } from '../world/refusal.js';
import type { Row } from '../world/rows.js';
import { otherSite, type Session } from '../world/session.js';
import type { Site } from '../world/site.js';
import { arrayAt, isConnected, type World } from '../world/world.js';
import { type Action, refuse, type WriteResult } from './actions.js';
import { refused } from './action-request.js';
import { addSession, initialize, nameSession } from './provisioning.js';
import { reconcileAll } from './reconcile.js';
import { isMetro } from './session-side.js';
import { beginTransition } from './transitions.js';

/** Operations that change something other than a session. A new one does not compile until `changes` has it. */
export type ProtectionOperation = Exclude<OperationId, `${string}_query` | 'logout' | LifecycleOperation>;

/** The body of one of these operations. */
type Body = Readonly<
  Partial<
    RequestBody<'volume_modify'> &
      RequestBody<'volume_group_modify'> &
      RequestBody<'volume_configure_metro'> &
      RequestBody<'volume_group_configure_metro'> &
      RequestBody<'volume_end_metro'> &
      RequestBody<'volume_group_end_metro'>
  >
>;

interface ProtectionRequest {
  world: World;
  site: Site;
  resource: Protectable;
  row: Row<Protectable>;
  body: Body;
}

type Change = (
  request: ProtectionRequest,
) => { refusal: Refusal } | { output?: { metro_replication_session_id: string } };

const changes: Readonly<
  Record<ProtectionOperation, readonly [Protectable, 'modify' | 'configure_metro' | 'end_metro', Change]>
> = {
  volume_modify: ['volume', 'modify', modify],
  volume_group_modify: ['volume_group', 'modify', modify],
  volume_configure_metro: ['volume', 'configure_metro', configureMetro],
  volume_group_configure_metro: ['volume_group', 'configure_metro', configureMetro],
  volume_end_metro: ['volume', 'end_metro', endMetro],
  volume_group_end_metro: ['volume_group', 'end_metro', endMetro],
};

/** Carries out a change of a volume or a volume group. */
export function protect(world: World, action: Action<ProtectionOperation>): WriteResult {
  const { site, operationId, id, user } = action;
  const [resource, name, change] = changes[operationId];
  const row = arrayAt(world, site).tables.findByReference(resource, id);
  if (!row) return { refusal: notFound(resource, id) };
  // Without Prism's checks a field may have any value.
  const body = (action.body ?? {}) as Body;
  const done = change({ world, site, resource, row, body });
  const subject = { action: name, resource, id: row.id, name: row.name, user };
  if ('refusal' in done) return refuse(world, action, subject, done.refusal);
  const job = openJob(world, site, subject);
  const { output } = done;
  completeJob(world, job, output && { response_type: `job_${operationId}_response`, ...output });
  reconcileAll(world);
  return { job: job.id, output };
}

/** The sessions of a resource on this array. */
const sessionsOf = (world: World, site: Site, { id }: Row<Protectable>): Session[] =>
  (arrayAt(world, site).tables.grouped('replication_session', 'local_resource_id').get(id) ?? []).flatMap(
    (row) => world.sessions.get(row.id) ?? [],
  );

const isMember = (world: World, site: Site, { id }: Row<Protectable>): boolean =>
  arrayAt(world, site)
    .tables.rows('volume_group')
    .some(({ members }) => members.includes(id));

function modify({ world, site, resource, row, body }: ProtectionRequest): ReturnType<Change> {
  const { protection_policy_id: policy, ...rest } = body;
  const { tables, release } = arrayAt(world, site);
  const { name } = rest;
  if (name !== undefined && tables.rows(resource).some((it) => it !== row && it.name === name))
    return refused(422, `The name ${name} is already in use.`, errorCodes.name_in_use.code, [name]);
  if (policy !== undefined) {
    const refusal = assignPolicy(world, site, resource, row, policy);
    if (refusal) return refusal;
  }
  // Without Prism's checks a body may name anything, even data that a row keeps beside its attributes.
  const known = release.attributesOf(resource);
  const given = Object.entries(rest).filter(([attribute]) => Object.hasOwn(known, attribute));
  tables.change(resource, row, Object.fromEntries(given));
  return {};
}

function assignPolicy(
  world: World,
  site: Site,
  resource: Protectable,
  row: Row<Protectable>,
  reference: string | null,
): { refusal: Refusal } | undefined {
  const { tables } = arrayAt(world, site);
  const isNone = reference === null || reference === '';
  const policy = isNone ? undefined : tables.findByReference('policy', reference);
  if (!policy && !isNone)
    return refused(422, `There is no protection policy ${reference}.`, errorCodes.policy_not_found.code);
  if (policy?.is_replica)
    return refused(
      422,
      `Policy ${policy.name} is a replica of a policy on the other array. Assign a policy of this array.`,
    );
  if (policy && row.is_replication_destination)
    return refused(
      422,
      `${row.name} is a replication destination. Assign the policy to its source on the other array.`,
    );
  if (policy && isMember(world, site, row))
    return refused(422, `${row.name} is a member of a volume group. Assign the policy to the group.`);

  const rules = (policy?.rules ?? []).flatMap((id) => tables.find('replication_rule', id) ?? []);
  const made = sessionsOf(world, site, row).filter(({ sides }) => sides[site] && !isMetro(sides[site].row));
  const ruleOf = ({ sides }: Session): string | null | undefined => sides[site]?.row.replication_rule_id;
  const kept = made.filter((session) => rules.some(({ id }) => id === ruleOf(session)));
  const missing = rules.filter(({ id }) => !kept.some((session) => ruleOf(session) === id));
  for (const rule of missing) {
    const other = targetOf(world, site, rule);
    if (other === undefined || !isConnected(world, { sites: [site, other] }))
      return refused(422, `The target array of rule ${rule.name} cannot be reached.`);
  }
  for (const session of made) if (!kept.includes(session)) deleteSession(world, session, site);
  for (const rule of missing) replicate(world, site, resource, row, rule);
  tables.change(resource, row, { protection_policy_id: policy?.id ?? null });
  return undefined;
}

function replicate(
  world: World,
  site: Site,
  resource: Protectable,
  row: Row<Protectable>,
  rule: Row<'replication_rule'>,
): void {
  const other = targetOf(world, site, rule);
  if (other === undefined) return;
  const session = addSession(world, {
    sites: [site, other],
    type: rule.rpo === 'Zero' ? 'Synchronous' : 'Asynchronous',
    replicated: createReplica(world, site, other, row),
    rpo: rule.rpo,
  });
  const replica = session.sides[other]?.row;
  const { tables } = arrayAt(world, other);
  const destination = replica && tables.find(resource, replica.local_resource_id);
  if (destination)
    tables.change(resource, destination, {
      protection_policy_id: policyOfRule(world, other, replica.replication_rule_id),
    });
  initialize(world, session);
}

/** The target array of a rule. */
const targetOf = (world: World, site: Site, rule: Row<'replication_rule'>): Site | undefined =>
  arrayAt(world, site).tables.find('remote_system', rule.remote_system_id)?.site;

/** Deletes a session, on both arrays if the other one can be reached. */
function deleteSession(world: World, session: Session, site: Site): void {
  const job = openJob(world, site, {
    action: 'delete',
    resource: 'replication_session',
    id: session.id,
    name: session.name,
    user: 'system',
  });
  beginTransition(world, session, {
    action: 'delete',
    sites: isConnected(world, session) ? [site, otherSite(session, site)] : [site],
    via: ['Deleting'],
    end: { deleted: true },
    jobs: [job],
  });
}

function configureMetro({ world, site, resource, row, body }: ProtectionRequest): ReturnType<Change> {
  const { remote_system_id: reference = '' } = body;
  const remote = arrayAt(world, site).tables.findByReference('remote_system', reference);
  if (!remote) return refused(422, `There is no remote system ${reference}.`);
  if (resource === 'volume' && isMember(world, site, row))
    return refused(
      400,
      `${row.name} is a member of a volume group. Configure metro for the group.`,
      errorCodes.in_a_volume_group.code,
    );
  if (row.metro_replication_session_id !== null) return refused(422, `${row.name} already has a metro session.`);
  if (row.is_replication_destination)
    return refused(422, `${row.name} is a replication destination. Configure metro on its source.`);
  const sites = [site, remote.site] as const;
  if (!isConnected(world, { sites })) return refused(422, 'The other array cannot be reached.');
  const replicated = createReplica(world, site, remote.site, row);
  const session = addSession(world, { sites, type: 'Metro_Active_Active', replicated });
  nameSession(world, session, resource, replicated.ids);
  initialize(world, session);
  return { output: { metro_replication_session_id: session.id } };
}

function endMetro({ world, site, resource, row, body }: ProtectionRequest): ReturnType<Change> {
  const { metro_replication_session_id: id } = row;
  const session = id === null ? undefined : world.sessions.get(id);
  if (!session) return refused(422, `${row.name} has no metro session.`);
  const isReached = isConnected(world, session);
  if (!isReached && body.force !== true)
    return refused(422, 'The other array cannot be reached. Set force to true to end metro on this array alone.');
  const other = otherSite(session, site);
  const { tables } = arrayAt(world, other);
  const remote = tables.find(resource, session.sides[other]?.row.local_resource_id ?? '');
  deleteSession(world, session, site);
  if (remote && isReached && (body.delete_remote_volume === true || body.delete_remote_volume_group === true)) {
    tables.remove(resource, remote.id);
    for (const member of membersOf(remote)) tables.remove('volume', member);
  }
  return {};
}
