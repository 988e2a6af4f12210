// Protection of a volume or a volume group: policies that make and delete its session, and metro.
import type { OperationId } from '@powerstore-api/types';
import { findInstance } from '../../query/instance.js';
import type { Row } from '../../query/row.js';
import { type Call, type Outcome, refuse } from './actions.js';
import { completeJob, type JobReference, openJob } from './jobs.js';
import { addSession, initialize, nameSession, policyOfRule, recoveryPoints, type Rpo, twin } from './provisioning.js';
import type { Refused } from './refusal.js';
import { begin } from './transitions.js';
import { isMetro, membersOf } from './session-side.js';
import { settleAll } from './reconcile.js';
import type { Site } from '../world/site.js';
import { arrayAt, isConnected, otherSite, type Session, type World } from '../world/world.js';

export type Protectable = 'volume' | 'volume_group';

interface Asked {
  world: World;
  site: Site;
  resource: Protectable;
  row: Row;
  body: Row;
}

type Done = { refused: Refused } | { output?: Row };

const refused = (status: 400 | 422, text: string, code?: string): Done => ({
  refused: { status, text, ...(code !== undefined && { code }) },
});

const changes: Readonly<Partial<Record<OperationId, (asked: Asked) => Done>>> = {
  volume_modify: modify,
  volume_group_modify: modify,
  volume_configure_metro: configureMetro,
  volume_group_configure_metro: configureMetro,
  volume_end_metro: endMetro,
  volume_group_end_metro: endMetro,
};

/** Carries out a change of a volume or a volume group. */
export function protect(world: World, resource: Protectable, call: Call): Outcome {
  const { site, operationId, id, user } = call;
  const row = findInstance(arrayAt(world, site).tables, resource, id);
  if (!row) return { refused: { status: 404, text: `There is no ${resource} with id ${id}.`, code: '0xE04040020009' } };
  const change = changes[operationId];
  if (!change) throw new RangeError(`${operationId} is no change of a ${resource}`);
  const done = change({ world, site, resource, row, body: (call.body ?? {}) as Row });
  const action = operationId.replace(`${resource}_`, '');
  const subject = { action, resource, id: String(row['id']), name: String(row['name']), user };
  if ('refused' in done) return refuse(world, call, subject, done.refused);
  const job = openJob(world, site, subject);
  const { output } = done;
  completeJob(world, job, output ? 200 : 204, output && { response_type: `job_${operationId}_response`, ...output });
  settleAll(world);
  return { job: job.id, output };
}

const sessionsOf = (world: World, site: Site, row: Row): Session[] =>
  (arrayAt(world, site).tables.grouped('replication_session', 'local_resource_id').get(row['id']) ?? []).flatMap(
    ({ id }) => world.sessions.get(String(id)) ?? [],
  );

function modify({ world, site, resource, row, body }: Asked): Done {
  const { protection_policy_id: wanted, ...rest } = body;
  const { tables, release } = arrayAt(world, site);
  if (rest['name'] !== undefined && tables.rows(resource).some((it) => it !== row && it['name'] === rest['name']))
    return refused(422, `The name ${String(rest['name'])} is in use.`, '0xE0A080010014');
  if (wanted !== undefined) {
    const problem = assignPolicy(world, site, resource, row, wanted);
    if (problem) return problem;
  }
  // Where nothing is checked, anything may be asked for, also what a row keeps beside its attributes.
  const known = release.attributesOf(resource);
  const given = Object.entries(rest).filter(([name]) => Object.hasOwn(known, name));
  tables.change(resource, row, Object.fromEntries(given));
  return {};
}

function assignPolicy(world: World, site: Site, resource: Protectable, row: Row, wanted: unknown): Done | undefined {
  const { tables } = arrayAt(world, site);
  const isNone = wanted === null || wanted === '';
  const policy = isNone ? undefined : findInstance(tables, 'policy', String(wanted));
  if (!policy && !isNone) return refused(422, `There is no protection policy ${String(wanted)}.`, '0xE0A090010001');
  if (policy?.['is_replica'] === true)
    return refused(422, `Policy ${String(policy['name'])} is a replica, which belongs to the other array.`);
  if (policy && row['is_replication_destination'] === true)
    return refused(422, `${String(row['name'])} is a replication destination, which its source's policy protects.`);
  if (policy && tables.rows('volume_group').some((group) => membersOf(group).includes(String(row['id']))))
    return refused(422, `${String(row['name'])} is a member of a volume group, which is protected as a whole.`);

  const rules = ((policy?.['rules'] ?? []) as string[]).flatMap(
    (id) => tables.find('replication_rule', id) ?? [],
  ) as Row[];
  const made = sessionsOf(world, site, row).filter((it) => !isMetro(it.sides[site]?.row ?? {}));
  const kept = made.filter((it) => rules.some(({ id }) => id === it.sides[site]?.row['replication_rule_id']));
  const missing = rules.filter(({ id }) => !kept.some((it) => it.sides[site]?.row['replication_rule_id'] === id));
  for (const rule of missing) {
    const other = remoteOf(world, site, rule['remote_system_id']);
    if (other === undefined || !isConnected(world, { sites: [site, other] }))
      return refused(422, `The array that rule ${String(rule['name'])} replicates to cannot be reached.`);
  }
  for (const session of made) if (!kept.includes(session)) deleteSession(world, session, site);
  for (const rule of missing) replicate(world, site, resource, row, rule);
  tables.change(resource, row, { protection_policy_id: policy?.['id'] ?? null });
  return undefined;
}

function replicate(world: World, site: Site, resource: Protectable, row: Row, rule: Row): void {
  const other = remoteOf(world, site, rule['remote_system_id']);
  if (other === undefined) return;
  const rpo = String(rule['rpo']) as Rpo;
  const session = addSession(world, {
    sites: [site, other],
    type: recoveryPoints[rpo] === 0 ? 'Synchronous' : 'Asynchronous',
    replicated: twin(world, site, other, resource, row),
    rpo,
  });
  const copy = session.sides[other]?.row ?? {};
  const { tables } = arrayAt(world, other);
  const destination = tables.find(resource, String(copy['local_resource_id']));
  const policy = policyOfRule(world, other, String(copy['replication_rule_id']));
  if (destination) tables.change(resource, destination, { protection_policy_id: policy });
  initialize(world, session);
}

const remoteOf = (world: World, site: Site, remoteSystem: unknown): Site | undefined =>
  arrayAt(world, site).tables.find('remote_system', String(remoteSystem))?.['site'] as Site | undefined;

/** Deletes a session, on the other array as well where that is in reach. */
function deleteSession(world: World, session: Session, site: Site): JobReference {
  const job = openJob(world, site, {
    action: 'delete',
    resource: 'replication_session',
    id: session.id,
    name: session.name,
    user: 'system',
  });
  begin(world, session, {
    action: 'delete',
    sites: isConnected(world, session) ? [site, otherSite(session, site)] : [site],
    via: ['Deleting'],
    outcome: { gone: true },
    jobs: [job],
  });
  return job;
}

function configureMetro({ world, site, resource, row, body }: Asked): Done {
  const { tables } = arrayAt(world, site);
  const remote = findInstance(tables, 'remote_system', String(body['remote_system_id']));
  if (!remote) return refused(422, `There is no remote system ${String(body['remote_system_id'])}.`);
  const other = remote['site'] as Site;
  const name = String(row['name']);
  if (
    resource === 'volume' &&
    tables.rows('volume_group').some((group) => membersOf(group).includes(String(row['id'])))
  )
    return refused(400, `${name} is a member of a volume group.`, '0xE0A050010072');
  if (row['metro_replication_session_id'] !== null) return refused(422, `${name} has a metro session already.`);
  if (row['is_replication_destination'] === true) return refused(422, `${name} is a replication destination.`);
  if (!isConnected(world, { sites: [site, other] })) return refused(422, 'The other array cannot be reached.');
  const replicated = twin(world, site, other, resource, row);
  const session = addSession(world, { sites: [site, other], type: 'Metro_Active_Active', replicated });
  nameSession(world, session, resource, replicated.ids);
  initialize(world, session);
  return { output: { metro_replication_session_id: session.id } };
}

function endMetro({ world, site, resource, row, body }: Asked): Done {
  const session = world.sessions.get(String(row['metro_replication_session_id']));
  if (!session) return refused(422, `${String(row['name'])} has no metro session.`);
  const isReached = isConnected(world, session);
  if (!isReached && body['force'] !== true)
    return refused(422, 'The other array cannot be reached. Set force to end metro on this one alone.');
  const other = otherSite(session, site);
  const removed = session.sides[other]?.row['local_resource_id'];
  const { tables } = arrayAt(world, other);
  const members = membersOf(tables.find(resource, String(removed)) ?? {});
  deleteSession(world, session, site);
  if (isReached && (body['delete_remote_volume'] === true || body['delete_remote_volume_group'] === true)) {
    tables.remove(resource, String(removed));
    for (const member of members) tables.remove('volume', member);
  }
  return {};
}
