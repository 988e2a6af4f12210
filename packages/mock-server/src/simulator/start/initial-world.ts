// The initial world.
import type { RemoteProtectionCapability, RPO } from '@powerstore-api/types';
import { type Release, releaseOf } from '../../contract/release.js';
import { cycleInterval, scheduleCycle } from '../replication/cycles.js';
import { addSession, nameSession, type SessionPlan } from '../replication/provisioning.js';
import { changeRows } from '../replication/session-side.js';
import { policyOfRule } from '../resources/policies.js';
import { takeSnapshot } from '../resources/snapshots.js';
import { addVolume, addVolumeGroup, createReplica, isProtectable, type Replicated } from '../resources/volumes.js';
import { createJournal } from '../world/journal.js';
import { seededRandom } from '../world/random.js';
import type { Session } from '../world/session.js';
import type { PairSite, Site } from '../world/site.js';
import { completeRow, createTables } from '../world/tables.js';
import { days, seconds, wireTime } from '../world/time.js';
import { arrayAt, type ArrayState, bothKnow, emptySchedule, type TransitionMode, type World } from '../world/world.js';
import { defaultParts, memberName, type SessionSpec } from './session-spec.js';

export interface WorldOptions {
  seed: number;
  now: number;
  transitionMode: TransitionMode;
  arrays: Record<PairSite, { release: string; name: string }>;
  sessions: readonly SessionSpec[];
}

export function createWorld({ seed, now, transitionMode, arrays, sessions }: WorldOptions): World {
  const random = seededRandom(seed);
  // The third site is as new as the newer of the two.
  const third = releaseOf(arrays.a.release).has(arrays.b.release) ? arrays.a : arrays.b;
  const states = (['a', 'b', 'c'] as const).map((site): [Site, ArrayState] => {
    const { release, name } = site === 'c' ? { ...third, name: 'array-c' } : arrays[site];
    const serial = `PS${random.secret().slice(0, 12)}`;
    return [site, { site, name, release: releaseOf(release), serial, powered: true, tables: createTables() }];
  });
  const world: World = {
    now,
    link: 'up',
    transitionMode,
    random,
    lastSequenceNumber: 0,
    arrays: new Map(states),
    sessions: new Map(),
    snapshots: new Map(),
    due: emptySchedule(),
    inTransition: new Set(),
    toReconcile: [],
    journal: createJournal(),
  };
  for (const site of world.arrays.keys()) addArrayDefaults(world, site);
  for (const site of world.arrays.keys()) addRemoteSystems(world, site);
  for (const spec of sessions) addSpecified(world, spec);
  return world;
}

const addressOf = (site: Site): string => `192.0.2.${10 + 'abc'.indexOf(site)}`;
const storageAddressOf = (site: Site): string => addressOf(site).replace('192.0.2', '198.51.100');

/** Adds the rows that every array has. */
function addArrayDefaults(world: World, site: Site): void {
  const { tables, name, serial, release } = arrayAt(world, site);
  tables.add(
    'cluster',
    completeRow('cluster', {
      id: '0',
      global_id: serial,
      name,
      management_address: addressOf(site),
      storage_discovery_address: storageAddressOf(site),
      master_appliance_id: 'A1',
      primary_appliance_id: 'A1',
      appliance_count: 1,
      physical_mtu: 1500,
      is_encryption_enabled: true,
      compatibility_level: 20,
      state: 'Configured',
      system_time: wireTime(world.now),
      nvm_subsystem_nqn: `nqn.1988-11.com.dell:powerstore:00:${serial.toLowerCase()}`,
    }),
  );
  tables.add('appliance', { id: 'A1', name: `${name}-appliance-1` });
  // Every array has these, under these ids (sdk-ansible).
  for (const priority of ['High', 'Medium', 'Low'])
    tables.add(
      'policy',
      completeRow('policy', {
        id: `default_${priority.toLowerCase()}`,
        name: priority,
        type: 'Performance',
        managed_by: 'User',
        rules: [],
      }),
    );
  // A volume without a session, for clients to protect.
  addVolume(world, site, { name: `spare-${site}` });
  for (const isCluster of [true, false]) {
    tables.add(
      'software_installed',
      completeRow('software_installed', {
        id: world.random.id(),
        is_cluster: isCluster,
        release_version: release.number,
        build_version: release.number,
        release_timestamp: wireTime(world.now - 90 * days),
        installed_date: wireTime(world.now - 30 * days),
        build_flavor: 'Retail',
        build_type: 'Release',
        build_id: '2560000',
        appliance_id: isCluster ? null : 'A1',
      }),
    );
  }
}

/** Adds a remote system for each of the other two arrays. */
function addRemoteSystems(world: World, site: Site): void {
  const { tables, release } = arrayAt(world, site);
  for (const other of world.arrays.values()) {
    if (other.site === site) continue;
    tables.add(
      'remote_system',
      completeRow('remote_system', {
        id: world.random.id(),
        site: other.site,
        name: other.name,
        description: '',
        serial_number: other.serial,
        version: other.release.number,
        management_address: addressOf(other.site),
        type: 'PowerStore',
        state: 'OK',
        data_connection_type: 'TCP',
        data_connection_state: 'OK',
        iscsi_addresses: [storageAddressOf(other.site)],
        data_network_latency: 'Low',
        capabilities: capabilities.filter((it) =>
          [release, other.release].every((each: Release) => each.hasLiteral('RemoteProtectionCapability', it)),
        ),
        file_connection_state: 'OK',
      }),
    );
  }
}

const capabilities: readonly RemoteProtectionCapability[] = [
  'Asynchronous_Block_Replication',
  'Asynchronous_File_Replication',
  'Asynchronous_Vvol_Replication',
  'Block_Metro_Active_Active',
  'Synchronous_Block_Replication',
  'Synchronous_File_Replication',
];

/** Whether both arrays know this kind of session. */
function isKnown(world: World, { kind = 'volume', type = 'Asynchronous' }: SessionSpec): boolean {
  const isNew = type === 'Synchronous' || (type === 'Metro_Active_Active' && kind === 'volume_group');
  const isPlain = type === 'Asynchronous' && (kind === 'volume' || kind === 'volume_group');
  return bothKnow(world, { sites: ['a', 'b'] }, isNew ? '4.0.0.0' : isPlain ? '1.0.0.0' : '3.0.0.0');
}

function addSpecified(world: World, spec: SessionSpec): void {
  if (!isKnown(world, spec)) return;
  const {
    type = 'Asynchronous',
    source = 'a',
    rpo: objective = 'Five_Minutes',
    witness = false,
    kind = 'volume',
  } = spec;
  const sites: readonly [Site, Site] = source === 'a' ? ['a', 'b'] : ['b', 'a'];
  const replicated = addReplicated(world, spec, sites);
  const plan: SessionPlan = {
    sites,
    type,
    replicated,
    witness,
    ...(type !== 'Metro_Active_Active' && { rpo: type === 'Synchronous' ? 'Zero' : objective }),
  };
  const session = kind === 'nas_server' ? addNasSession(world, plan) : addSession(world, plan);
  scheduleFirstCycle(world, session);
  if (type === 'Metro_Active_Active' && isProtectable(kind)) nameSession(world, session, kind, replicated.ids);
  else protectBoth(world, session);
  if (spec.thirdSite === true) addThirdSite(world, session, objective);
}

function addReplicated(
  world: World,
  { name, kind = 'volume', parts = defaultParts }: SessionSpec,
  [from, to]: readonly [Site, Site],
): Replicated {
  const pair = (): [string, string] => [world.random.id(), world.random.id()];
  const numbers = Array.from({ length: parts }, (_, index) => index);
  switch (kind) {
    case 'volume':
      return createReplica(world, from, to, addVolume(world, from, { name }), { isFree: true });
    case 'volume_group': {
      const members = numbers.map((number) => addVolume(world, from, { name: memberName(name, number) }).id);
      return createReplica(world, from, to, addVolumeGroup(world, from, { name, members }), { isFree: true });
    }
    case 'replication_group': {
      const virtual = (): string => `rfc4122.${world.random.id()}`;
      return {
        resource_type: kind,
        name,
        ids: pair(),
        parts: numbers.map(() => ({ type: 'virtual_volume', ids: [virtual(), virtual()] })),
      };
    }
    default:
      return {
        resource_type: kind,
        name,
        ids: pair(),
        parts: numbers.map(() => ({ type: 'file_system', ids: pair() })),
      };
  }
}

/** Adds the session of a NAS server and, if both arrays show them, the sessions of its file systems. */
function addNasSession(world: World, plan: SessionPlan): Session {
  const { replicated, sites } = plan;
  const showsFiles = bothKnow(world, { sites }, '3.6.0.0');
  // Pairs of file systems came with 3.5. Captured from an older array: the session has no pairs.
  const parts = bothKnow(world, { sites }, '3.5.0.0') ? replicated.parts : [];
  const files = showsFiles ? replicated.parts.map((part) => ({ ...part, session: world.random.id() })) : [];
  const children = files.map((it) => it.session);
  const session = addSession(world, { ...plan, replicated: { ...replicated, parts }, children });
  for (const [index, { ids, session: id }] of files.entries()) {
    const name = `${replicated.name}-fs-${index + 1}`;
    const file: Replicated = { resource_type: 'file_system', name, ids, parts: [{ type: 'file_system', ids }] };
    const child = addSession(world, { ...plan, id, replicated: file, parent: session.id, witness: false });
    scheduleFirstCycle(world, child);
  }
  return session;
}

/** Lets a session look as if it had synchronized a while ago, and schedules its next cycle within its objective. */
function scheduleFirstCycle(world: World, session: Session): void {
  if (session.rpo === null) return;
  const interval = cycleInterval(world, session, session.rpo);
  const ago = world.random.between(0, Math.floor(interval / seconds) - 1) * seconds;
  changeRows(world, session, {
    last_sync_timestamp: wireTime(world.now - ago),
    last_sync_duration: world.random.between(2000, 20_000),
  });
  scheduleCycle(world, session, world.now + interval - ago);
}

/** Assigns the policy of the session on both arrays, and adds a snapshot on the destination for failovers and tests. */
function protectBoth(world: World, session: Session): void {
  for (const site of session.sites) {
    const row = session.sides[site]?.row;
    if (!row || !isProtectable(row.resource_type)) continue;
    const { tables } = arrayAt(world, site);
    const resource = tables.find(row.resource_type, row.local_resource_id);
    if (!resource) continue;
    tables.change(row.resource_type, resource, {
      protection_policy_id: policyOfRule(world, site, row.replication_rule_id),
    });
    if (row.role === 'Destination') takeSnapshot(world, session, site, 'daily');
  }
}

/** Adds a second, asynchronous session of the volume, to the third site. */
function addThirdSite(world: World, metro: Session, rpo: RPO): void {
  const [site] = metro.sites;
  const { tables } = arrayAt(world, site);
  const volume = tables.find('volume', metro.sides[site]?.row.local_resource_id ?? '');
  if (!volume) return;
  const session = addSession(world, {
    sites: [site, 'c'],
    type: 'Asynchronous',
    replicated: createReplica(world, site, 'c', volume, { isFree: true }),
    rpo,
  });
  scheduleFirstCycle(world, session);
  const rule = session.sides[site]?.row.replication_rule_id ?? null;
  tables.change('volume', volume, { protection_policy_id: policyOfRule(world, site, rule) });
}
