// How sessions and what they replicate come and go.
import type { Row } from '../../query/row.js';
import { begin } from './transitions.js';
import { change, membersOf, note, reflectService, steadyTransfer } from './session-side.js';
import { completeRow } from '../world/tables.js';
import { minutes, wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { arrayAt, bothKnow, type Session, sidesOf, type World } from '../world/world.js';

export type Rpo = keyof typeof recoveryPoints;

/** Recovery point objectives in milliseconds. */
export const recoveryPoints = {
  Five_Minutes: 5 * minutes,
  Fifteen_Minutes: 15 * minutes,
  Thirty_Minutes: 30 * minutes,
  One_Hour: 60 * minutes,
  Six_Hours: 360 * minutes,
  Twelve_Hours: 720 * minutes,
  One_Day: 1440 * minutes,
  Zero: 0,
} as const;

/** What a session replicates: its resource and the parts of it, as each of the two arrays knows them. */
export interface Replicated {
  resource_type: 'volume' | 'volume_group' | 'replication_group' | 'nas_server' | 'file_system';
  name: string;
  ids: readonly [string, string];
  parts: { type: string; ids: readonly [string, string] }[];
}

export interface SessionPlan {
  sites: readonly [Site, Site];
  type: 'Asynchronous' | 'Synchronous' | 'Metro_Active_Active';
  replicated: Replicated;
  /** With an objective a rule makes it; without one it is metro. */
  rpo?: Rpo;
  witness?: boolean;
  parent?: string;
  /** Ids of the file systems' sessions of a NAS server. */
  children?: readonly string[];
  id?: string;
}

/** Adds a session that is up and in step. */
export function addSession(world: World, plan: SessionPlan): Session {
  const { sites, type, replicated, rpo, children = [] } = plan;
  const id = plan.id ?? world.random.id();
  // A NAS server has no cycles of its own: its file systems have.
  const cycles = type === 'Asynchronous' && rpo !== undefined && replicated.resource_type !== 'nas_server';
  const session: Session = {
    id,
    name: replicated.name,
    sites,
    sides: {},
    rpo: cycles ? recoveryPoints[rpo] : null,
    children,
    runs: [],
    ...(plan.parent !== undefined && { parent: plan.parent }),
  };
  for (const index of [0, 1] as const) {
    const site = sites[index];
    const row = sessionRow(world, plan, id, index);
    session.sides[site] = { row };
    arrayAt(world, site).tables.add('replication_session', row);
  }
  world.sessions.set(id, session);
  return session;
}

function sessionRow(world: World, plan: SessionPlan, id: string, index: 0 | 1): Row {
  const { sites, type, replicated, rpo, witness } = plan;
  const [site, other] = index === 0 ? sites : ([sites[1], sites[0]] as const);
  const remote = index === 0 ? 1 : 0;
  const isMetro = type === 'Metro_Active_Active';
  const isFile = replicated.resource_type === 'nas_server' || replicated.resource_type === 'file_system';
  const roles = isMetro ? ['Metro_Preferred', 'Metro_Non_Preferred'] : ['Source', 'Destination'];
  const pairs = replicated.parts.map((part) => ({
    local_storage_element_id: part.ids[index],
    remote_storage_element_id: part.ids[remote],
    storage_element_type: part.type,
    replication_shadow_id: null,
  }));
  const isNasSynchronous = replicated.resource_type === 'nas_server' && type === 'Synchronous';
  return completeRow('replication_session', {
    id,
    state: 'OK',
    role: roles[index],
    resource_type: replicated.resource_type,
    data_transfer_state: steadyTransfer({ type, resource_type: replicated.resource_type }),
    type,
    local_resource_id: replicated.ids[index],
    remote_resource_id: replicated.ids[remote],
    remote_system_id: remoteSystemId(world, site, other),
    replication_rule_id: rpo === undefined ? null : ruleFor(world, site, other, rpo, index === 1),
    storage_element_pairs: pairs.length > 0 ? pairs : null,
    failover_test_in_progress: false,
    data_connection_state: 'OK',
    parent_replication_session_id: plan.parent ?? null,
    // Captured from 3.0 arrays: file sessions had none; from 4.3 on they have.
    local_resource_state: isFile && !bothKnow(world, { sites }, '4.3.0.0') ? null : 'System_Defined',
    witness_details: witness === true && bothKnow(world, { sites }, '3.6.0.0') ? witnessDetails(world, site) : null,
    auto_failover_state: isNasSynchronous && witness === true ? 'Enabled_For_Witness_Interaction' : 'Not_Applicable',
  });
}

/** One witness watches over both arrays; each knows it by an id of its own. */
function witnessDetails(world: World, site: Site): Row {
  const { serial } = arrayAt(world, site);
  return {
    witness_id: `7a892635-45c3-4500-b7f3-${serial.slice(-12).toLowerCase()}`,
    witness_uuid: '1bdbdd70-b373-4c90-a9c6-46538d930941',
    witness_name: 'witness-site-c',
    state: 'Engaged',
    state_l10n: 'Engaged',
  };
}

function remoteSystemId(world: World, site: Site, other: Site): string {
  const found = arrayAt(world, site)
    .tables.rows('remote_system')
    .find((row) => row['site'] === other);
  return String(found?.['id']);
}

/** The rule for an objective towards an array, with a policy of the same name; both are made where there are none. */
function ruleFor(world: World, site: Site, other: Site, rpo: Rpo, isReplica: boolean): string {
  const { tables } = arrayAt(world, site);
  const owner = isReplica ? other : site;
  const target = isReplica ? site : other;
  const name = `${rpo.toLowerCase().replaceAll('_', '-')}-${arrayAt(world, owner).name}-to-${arrayAt(world, target).name}`;
  const found = tables.rows('replication_rule').find((rule) => rule['name'] === name);
  if (found) return String(found['id']);
  const id = world.random.id();
  tables.add(
    'replication_rule',
    completeRow('replication_rule', {
      id,
      name,
      rpo,
      remote_system_id: remoteSystemId(world, site, other),
      is_replica: isReplica,
      is_read_only: false,
      alert_threshold: recoveryPoints[rpo] / minutes,
      managed_by: 'User',
    }),
  );
  tables.add(
    'policy',
    completeRow('policy', {
      id: world.random.id(),
      name,
      type: 'Protection',
      managed_by: 'User',
      is_replica: isReplica,
      is_read_only: false,
      rules: [id],
    }),
  );
  return id;
}

export const policyOfRule = (world: World, site: Site, rule: string): string | null => {
  const found = arrayAt(world, site)
    .tables.rows('policy')
    .find(({ rules }) => (rules as string[]).includes(rule));
  return found ? String(found['id']) : null;
};

/** Of what a user made of nothing else. */
const original = (world: World, site: Site, id: string): Row => ({
  family_id: id,
  parent_id: null,
  source_id: null,
  source_timestamp: null,
  creator_type: 'User',
  creator_type_l10n: 'User',
  copy_signature: null,
  created_by_rule_id: null,
  created_by_rule_name: null,
  expiration_timestamp: null,
  is_app_consistent: false,
  ...(arrayAt(world, site).release.has('3.5.0.0') && { is_secure: false }),
});

/** Adds a volume, and the one of the same name that replicates it. */
export function addVolume(world: World, site: Site, given: Readonly<Record<string, unknown>>): Row {
  const id = world.random.id();
  const digits = id.replaceAll('-', '');
  return arrayAt(world, site).tables.add(
    'volume',
    completeRow('volume', {
      id,
      type: 'Primary',
      wwn: `naa.68ccf098${digits.slice(0, 24)}`,
      nsid: 1,
      nguid: `nguid.${digits}`,
      appliance_id: 'A1',
      state: 'Ready',
      size: 1_073_741_824,
      logical_used: 0,
      sector_size: 512,
      node_affinity: 'System_Select_At_Attach',
      creation_timestamp: wireTime(world.now),
      is_replication_destination: false,
      is_host_access_available: true,
      protection_data: original(world, site, id),
      ...given,
    }),
  );
}

export function addVolumeGroup(world: World, site: Site, given: Readonly<Record<string, unknown>>): Row {
  const id = world.random.id();
  return arrayAt(world, site).tables.add(
    'volume_group',
    completeRow('volume_group', {
      id,
      creation_timestamp: wireTime(world.now),
      is_protectable: true,
      is_write_order_consistent: true,
      type: 'Primary',
      is_replication_destination: false,
      is_host_access_available: true,
      is_importing: false,
      protection_data: original(world, site, id),
      ...given,
    }),
  );
}

/** What is known on the other array of a volume or a group that is about to be replicated: a twin, and its parts. */
export function twin(world: World, site: Site, other: Site, resource: 'volume' | 'volume_group', row: Row): Replicated {
  const name = String(row['name']);
  const copy = (volume: Row): Row =>
    addVolume(world, other, {
      name: volume['name'],
      size: volume['size'],
      is_replication_destination: true,
      is_host_access_available: false,
    });
  if (resource === 'volume') {
    const ids = [String(row['id']), String(copy(row)['id'])] as const;
    return { resource_type: 'volume', name, ids, parts: [{ type: 'volume', ids }] };
  }
  const { tables } = arrayAt(world, site);
  const parts = membersOf(row).map((member) => {
    const ids = [member, String(copy(tables.find('volume', member) ?? {})['id'])] as const;
    return { type: 'volume', ids };
  });
  const group = addVolumeGroup(world, other, {
    name,
    is_write_order_consistent: row['is_write_order_consistent'],
    is_replication_destination: true,
    is_host_access_available: false,
    members: parts.map(({ ids }) => ids[1]),
  });
  return { resource_type: 'volume_group', name, ids: [String(row['id']), String(group['id'])], parts };
}

/** A new session copies everything once before it is in step. */
export function initialize(world: World, session: Session): void {
  const isMetro = session.sides[session.sites[0]]?.row['type'] === 'Metro_Active_Active';
  for (const [site, { row }] of sidesOf(session)) {
    change(world, site, row, {
      last_sync_timestamp: null,
      last_sync_duration: null,
      next_sync_timestamp: null,
    });
    if (isMetro) reflectService(world, session, site);
    note(world, session, site, 'created');
  }
  begin(world, session, {
    action: 'create',
    sites: [...session.sites],
    via: ['Initializing'],
    outcome: { to: 'OK' },
  });
}

/** On metro both ends are no destination, and name their session. */
export function nameSession(
  world: World,
  session: Session,
  resource: 'volume' | 'volume_group',
  ids: readonly [string, string],
): void {
  for (const [index, site] of session.sites.entries()) {
    const { tables } = arrayAt(world, site);
    const row = tables.find(resource, ids[index] ?? '');
    if (!row) continue;
    tables.change(resource, row, {
      metro_replication_session_id: session.id,
      is_replication_destination: false,
      is_host_access_available: true,
    });
    for (const member of membersOf(row)) {
      const volume = tables.find('volume', member);
      if (volume)
        tables.change('volume', volume, { is_replication_destination: false, is_host_access_available: true });
    }
  }
}
