// Protection of a volume or a volume group: policies, which create and delete its sessions, and metro.
import type { AttributeInfo } from '@powerstore-api/types';
import { completeJob, openJob } from '../resources/jobs.js';
import { policyOfRule } from '../resources/policies.js';
import { keepSnapshotUntil } from '../resources/snapshots.js';
import { createReplica, membersOf, type Protectable } from '../resources/volumes.js';
import { notFound } from '../world/refusal.js';
import type { Row } from '../world/rows.js';
import { otherSite, type Session } from '../world/session.js';
import type { Site } from '../world/site.js';
import { arrayAt, isConnected, type World } from '../world/world.js';
import { type Action, refuse, type WriteResult } from './actions.js';
import { continueByRule } from './change-rule.js';
import { addSession, initialize, nameSession } from './provisioning.js';
import { reconcileAll } from './reconcile.js';
import { sizesToTake, takeSizes } from './sizes.js';
import { beginTransition } from './transitions.js';
import {
  type ProtectionOperation,
  refusal,
  sessionsOf,
  sessionsOfAll,
  targetOf,
  typeOf,
  type WriteRequest,
  writeRequest,
} from './write-request.js';

/** Carries out a change, and returns the body of its answer if it has one. */
type Change = (request: WriteRequest) => { metro_replication_session_id: string } | undefined;

/** A new operation does not compile until it is here. */
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

/** Carries out a change of a volume or a volume group, if it meets the conditions of the contract. */
export function protect(world: World, action: Action<ProtectionOperation>): WriteResult {
  const { site, operationId, id, user } = action;
  const [resource, name, change] = changes[operationId];
  const row = arrayAt(world, site).tables.findByReference(resource, id);
  if (!row) return { refusal: notFound(resource, id) };
  const request = writeRequest(world, site, operationId, resource, row, action.body);
  const subject = { action: name, resource, id: row.id, name: row.name, user };
  const refused = refusal(request);
  if (refused) return refuse(world, action, subject, refused);
  const output = change(request);
  const job = openJob(world, site, subject);
  completeJob(world, job, output && { response_type: `job_${operationId}_response`, ...output });
  reconcileAll(world);
  return { job: job.id, output };
}

function modify(request: WriteRequest): undefined {
  const { world, site, resource, row, body } = request;
  const { protection_policy_id: policy, is_replication_destination: isDestination, ...rest } = body;
  const { tables, release } = arrayAt(world, site);
  if (policy !== undefined) assignPolicy(request, policy);
  if (isDestination !== undefined) {
    for (const volume of ['volume', 'volume_group'] as const)
      for (const id of [row.id, ...membersOf(row)]) {
        const found = tables.find(volume, id);
        if (found) tables.change(volume, found, { is_replication_destination: isDestination });
      }
  }
  // Without Prism's checks a body may name anything, even data that a row keeps beside its attributes.
  const known = release.attributesOf(resource);
  const given = Object.entries(rest).filter(([name, value]) => fits(known[name], value));
  tables.change(resource, row, Object.fromEntries(given));
  // A synchronous copy grows with its source, as far as nothing stops it.
  if (body.size !== undefined)
    for (const session of sessionsOfAll(request))
      if (session.sides[site]?.row.type === 'Synchronous' && session.sides[site].row.state === 'OK')
        takeSizes(world, sizesToTake(world, session));
  if (row.type === 'Snapshot') keepSnapshotUntil(world, site, resource, row, body);
}

/** Whether an attribute can have a value. */
const fits = (attribute: AttributeInfo | undefined, value: unknown): boolean =>
  value === null ? attribute?.nullable === true : attribute !== undefined && typeof value === wireTypes[attribute.type];

const wireTypes = {
  string: 'string',
  integer: 'number',
  boolean: 'boolean',
  'date-time': 'string',
  enum: 'string',
  object: 'object',
} as const satisfies Record<AttributeInfo['type'], string>;

function assignPolicy({ world, site, resource, row, plan }: WriteRequest, policy: string | null): void {
  for (const session of plan.ended) deleteSession(world, session, site);
  for (const { session, rule } of plan.changed) continueByRule(world, session, site, rule);
  for (const rule of plan.missing) replicate(world, site, resource, row, rule);
  arrayAt(world, site).tables.change(resource, row, { protection_policy_id: policy });
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
    type: typeOf(rule),
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

/**
 * Deletes a session, on both arrays if the other one can be reached, and with it the resource on the array `removesOn`.
 */
function deleteSession(world: World, session: Session, site: Site, removesOn?: Site): undefined {
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
    end: { deleted: true, ...(removesOn !== undefined && { removesOn }) },
    jobs: [job],
  });
}

function configureMetro({ world, site, resource, row, remote }: WriteRequest): ReturnType<Change> {
  // The conditions want it; the compiler does not know.
  if (!remote) return undefined;
  const replicated = createReplica(world, site, remote.site, row);
  const session = addSession(world, { sites: [site, remote.site], type: 'Metro_Active_Active', replicated });
  nameSession(world, session, resource, replicated.ids);
  initialize(world, session);
  return { metro_replication_session_id: session.id };
}

function endMetro({ world, site, resource, row, body }: WriteRequest): undefined {
  const session = world.sessions.get(row.metro_replication_session_id ?? '');
  if (!session) return;
  const other = otherSite(session, site);
  const removes = body.delete_remote_volume === true || body.delete_remote_volume_group === true;
  if (!removes) return deleteSession(world, session, site);
  const { tables } = arrayAt(world, other);
  const remote = tables.find(resource, session.sides[other]?.row.local_resource_id ?? '');
  // The remote resource may replicate to a third array. It loses that protection before it goes.
  if (remote && isConnected(world, session)) {
    for (const further of sessionsOf(world, other, remote))
      if (further !== session) deleteSession(world, further, other);
    tables.change(resource, remote, { protection_policy_id: null });
  }
  deleteSession(world, session, site, other);
}
