// The world to begin with.
import TinyQueue from 'tinyqueue';
import { type Release, releaseOf } from '../../contract/release.js';
import { createJournal } from '../world/journal.js';
import {
  addSession,
  addVolume,
  addVolumeGroup,
  nameSession,
  policyOfRule,
  type Replicated,
  type Rpo,
  type SessionPlan,
  twin,
} from '../replication/provisioning.js';
import { seededRandom } from '../world/random.js';
import { change } from '../replication/session-side.js';
import { takeSnapshot } from '../replication/snapshots.js';
import { completeRow, createTables } from '../world/tables.js';
import { minutes, seconds, wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import {
  arrayAt,
  type ArrayState,
  bothKnow,
  type Due,
  type Session,
  sidesOf,
  ticket,
  type Transitions,
  type World,
} from '../world/world.js';

/**
 * A session to have from the start.
 *
 * @example
 * ```ts
 * const session: SessionSpec = { name: 'erp-data', kind: 'volume', type: 'Asynchronous', source: 'a', rpo: 'One_Hour' };
 * ```
 */
export interface SessionSpec {
  /** Name of what is replicated, the same on both arrays. */
  name: string;
  /** @default 'volume' */
  kind?: 'volume' | 'volume_group' | 'replication_group' | 'nas_server';
  /** @default 'Asynchronous' */
  type?: 'Asynchronous' | 'Synchronous' | 'Metro_Active_Active';
  /**
   * The array that is the source, or the preferred side of metro.
   * @default 'a'
   */
  source?: 'a' | 'b';
  /**
   * How old the copy of an asynchronous session may get.
   * @default 'Five_Minutes'
   */
  rpo?: Exclude<Rpo, 'Zero'>;
  /**
   * Whether a witness watches over a metro or a synchronous NAS session.
   * @default false
   */
  witness?: boolean;
  /**
   * Members of a group, file systems of a NAS server.
   * @default 2
   */
  parts?: number;
  /**
   * The volume is also replicated asynchronously to a third site, which answers no requests of its own.
   * @default false
   */
  thirdSite?: boolean;
}

/** One session of every kind, by which a person finds them. */
export const oneOfEachKind: readonly SessionSpec[] = [
  { name: 'erp-data' },
  { name: 'web-content', source: 'b', rpo: 'Fifteen_Minutes' },
  { name: 'sql-group', kind: 'volume_group', rpo: 'Fifteen_Minutes' },
  { name: 'vm-group', kind: 'replication_group', rpo: 'Thirty_Minutes' },
  { name: 'ledger', type: 'Synchronous' },
  { name: 'orders-group', kind: 'volume_group', type: 'Synchronous', source: 'b' },
  { name: 'metro-witnessed', type: 'Metro_Active_Active', witness: true },
  { name: 'metro-plain', type: 'Metro_Active_Active', source: 'b' },
  { name: 'metro-group', kind: 'volume_group', type: 'Metro_Active_Active' },
  { name: 'nas-home', kind: 'nas_server', rpo: 'One_Hour', parts: 3 },
  { name: 'nas-mirror', kind: 'nas_server', type: 'Synchronous', witness: true },
  { name: 'three-site', type: 'Metro_Active_Active', witness: true, thirdSite: true },
];

export interface WorldOptions {
  seed: number;
  now: number;
  transitions: Transitions;
  arrays: Record<'a' | 'b', { version: string; name: string }>;
  sessions: readonly SessionSpec[];
}

export function createWorld({ seed, now, transitions, arrays, sessions }: WorldOptions): World {
  const random = seededRandom(seed);
  // The third site is as new as the newer of the two.
  const third = releaseOf(arrays.a.version).has(releaseOf(arrays.b.version).version) ? arrays.a : arrays.b;
  const states = (['a', 'b', 'c'] as const).map((site): [Site, ArrayState] => {
    const { version, name } = site === 'c' ? { ...third, name: 'array-c' } : arrays[site];
    const serial = `PS${random.secret().slice(0, 12)}`;
    return [site, { site, name, release: releaseOf(version), serial, powered: true, tables: createTables() }];
  });
  const world: World = {
    now,
    link: 'up',
    transitions,
    random,
    tickets: 0,
    arrays: new Map(states),
    sessions: new Map(),
    snapshots: new Map(),
    due: emptySchedule(),
    running: new Set(),
    unsettled: [],
    journal: createJournal(),
  };
  for (const site of world.arrays.keys()) furnish(world, site);
  for (const site of world.arrays.keys()) introduce(world, site);
  for (const spec of sessions) populate(world, spec);
  return world;
}

/** By time, and what is due at the same time by the order in which it was planned. */
export const emptySchedule = (): World['due'] => new TinyQueue<Due>([], (a, b) => a.at - b.at || a.ticket - b.ticket);

/** What every array has. */
function furnish(world: World, site: Site): void {
  const { tables, name, serial, release } = arrayAt(world, site);
  const address = `192.0.2.${10 + 'abc'.indexOf(site)}`;
  tables.add(
    'cluster',
    completeRow('cluster', {
      id: '0',
      global_id: serial,
      name,
      management_address: address,
      storage_discovery_address: address.replace('192.0.2', '198.51.100'),
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
  // Something to protect, and to configure metro for.
  addVolume(world, site, { name: `spare-${site}` });
  for (const isCluster of [true, false]) {
    tables.add(
      'software_installed',
      completeRow('software_installed', {
        id: world.random.id(),
        is_cluster: isCluster,
        release_version: release.version,
        build_version: release.version,
        release_timestamp: wireTime(world.now - 90 * 24 * 60 * minutes),
        installed_date: wireTime(world.now - 30 * 24 * 60 * minutes),
        build_flavor: 'Retail',
        build_type: 'Release',
        build_id: '2560000',
        appliance: isCluster ? null : 'A1',
      }),
    );
  }
}

/** Which arrays an array knows: A and B each other and the third site, and that one both. */
function introduce(world: World, site: Site): void {
  for (const other of world.arrays.values()) {
    if (other.site === site) continue;
    const { tables } = arrayAt(world, site);
    tables.add(
      'remote_system',
      completeRow('remote_system', {
        id: world.random.id(),
        site: other.site,
        name: other.name,
        description: '',
        serial_number: other.serial,
        version: other.release.version,
        management_address: other.tables.find('cluster', '0')?.['management_address'],
        type: 'PowerStore',
        state: 'OK',
        data_connection_type: 'TCP',
        data_connection_state: 'OK',
        iscsi_addresses: [String(other.tables.find('cluster', '0')?.['storage_discovery_address'])],
        data_network_latency: 'Low',
        capabilities: capabilities(arrayAt(world, site).release, other.release),
        file_connection_state: 'OK',
      }),
    );
  }
}

const capabilities = (...releases: [Release, Release]): string[] =>
  [
    'Asynchronous_Block_Replication',
    'Asynchronous_File_Replication',
    'Asynchronous_Vvol_Replication',
    'Block_Metro_Active_Active',
    'Synchronous_Block_Replication',
    'Synchronous_File_Replication',
  ].filter((it) => releases.every((release) => release.hasLiteral('RemoteProtectionCapability', it)));

/** The release that brought a kind of session; what the older of the two arrays does not know is left out. */
function isKnown(world: World, { kind = 'volume', type = 'Asynchronous' }: SessionSpec): boolean {
  const isNew = type === 'Synchronous' || (type === 'Metro_Active_Active' && kind === 'volume_group');
  const isPlain = type === 'Asynchronous' && (kind === 'volume' || kind === 'volume_group');
  return bothKnow(world, { sites: ['a', 'b'] }, isNew ? '4.0.0.0' : isPlain ? '1.0.0.0' : '3.0.0.0');
}

function populate(world: World, spec: SessionSpec): void {
  if (!isKnown(world, spec)) return;
  const {
    type = 'Asynchronous',
    source = 'a',
    rpo: objective = 'Five_Minutes',
    witness = false,
    kind = 'volume',
  } = spec;
  const sites: readonly [Site, Site] = source === 'a' ? ['a', 'b'] : ['b', 'a'];
  const replicated = replicate(world, spec, sites);
  const plan: SessionPlan = {
    sites,
    type,
    replicated,
    witness,
    ...(type !== 'Metro_Active_Active' && { rpo: type === 'Synchronous' ? 'Zero' : objective }),
  };
  const session = kind === 'nas_server' ? addNasSession(world, plan) : addSession(world, plan);
  prime(world, session);
  if (type === 'Metro_Active_Active' && kind !== 'replication_group' && kind !== 'nas_server') {
    nameSession(world, session, kind, replicated.ids);
  } else {
    protectBoth(world, session);
  }
  if (spec.thirdSite === true) extend(world, session, objective);
}

function replicate(
  world: World,
  { name, kind = 'volume', parts = 2 }: SessionSpec,
  [from, to]: readonly [Site, Site],
): Replicated {
  const pair = (): [string, string] => [world.random.id(), world.random.id()];
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);
  switch (kind) {
    case 'volume':
      return twin(world, from, to, 'volume', addVolume(world, from, { name }));
    case 'volume_group': {
      const members = numbers.map((number) => String(addVolume(world, from, { name: `${name}-${number}` })['id']));
      return twin(world, from, to, 'volume_group', addVolumeGroup(world, from, { name, members }));
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

/** The session of a NAS server and, where both arrays show such, those of its file systems. */
function addNasSession(world: World, plan: SessionPlan): Session {
  const { replicated, sites } = plan;
  const showsFiles = bothKnow(world, { sites }, '3.6.0.0');
  // Pairs of file systems came with 3.5; before, such a session was seen without any.
  const parts = bothKnow(world, { sites }, '3.5.0.0') ? replicated.parts : [];
  const files = showsFiles ? replicated.parts.map((part) => ({ ...part, session: world.random.id() })) : [];
  const children = files.map((it) => it.session);
  const session = addSession(world, { ...plan, replicated: { ...replicated, parts }, children });
  for (const [index, { ids, session: id }] of files.entries()) {
    const name = `${replicated.name}-fs-${index + 1}`;
    const file: Replicated = { resource_type: 'file_system', name, ids, parts: [{ type: 'file_system', ids }] };
    prime(world, addSession(world, { ...plan, id, replicated: file, parent: session.id, witness: false }));
  }
  return session;
}

/** As if it had synchronized some time ago: the next cycle comes within the objective. */
function prime(world: World, session: Session): void {
  if (session.rpo === null) return;
  const ago = world.random.between(0, Math.floor(session.rpo / seconds) - 1) * seconds;
  session.next = { at: world.now + session.rpo - ago, ticket: ticket(world) };
  world.due.push({ ...session.next, subject: session.id });
  const times = {
    last_sync_timestamp: wireTime(world.now - ago),
    last_sync_duration: world.random.between(2000, 20_000),
    next_sync_timestamp: wireTime(session.next.at),
  };
  for (const [site, { row }] of sidesOf(session)) change(world, site, row, times);
}

/** The policy that made the session, on the source and as a replica; and a snapshot to test and fail over with. */
function protectBoth(world: World, session: Session): void {
  for (const site of session.sites) {
    const row = session.sides[site]?.row ?? {};
    const { resource_type: type, local_resource_id: id, replication_rule_id: rule } = row;
    const { tables } = arrayAt(world, site);
    const resource = tables.find(String(type), String(id));
    if (!resource) continue;
    tables.change(String(type), resource, { protection_policy_id: policyOfRule(world, site, String(rule)) });
    if (row['role'] === 'Destination') takeSnapshot(world, session, site, 'daily');
  }
}

/** A second, asynchronous session of the same volume, to the third site. */
function extend(world: World, metro: Session, rpo: Rpo): void {
  const [site] = metro.sites;
  const { tables } = arrayAt(world, site);
  const volume = tables.find('volume', String(metro.sides[site]?.row['local_resource_id']));
  if (!volume) return;
  const session = addSession(world, {
    sites: [site, 'c'],
    type: 'Asynchronous',
    replicated: twin(world, site, 'c', 'volume', volume),
    rpo,
  });
  prime(world, session);
  const rule = String(session.sides[site]?.row['replication_rule_id']);
  tables.change('volume', volume, { protection_policy_id: policyOfRule(world, site, rule) });
}
