// A world from a recording of one or two arrays. A recorded row has its related resources as `{ id }`; a simulated one keeps
// ids instead, and looks related resources up.
import {
  attributeInfo,
  isResource,
  literals,
  oppositeRole,
  type Resource,
  type ResourceTypes,
  type VolumeType,
} from '@powerstore-api/types';
import * as v from 'valibot';
import type { Row as AnyRow } from '../../query/row.js';
import { objectiveMs } from '../resources/policies.js';
import { readInput } from '@powerstore-api/input';
import type { Row, Table } from '../world/rows.js';
import type { Session, SessionRow, Side } from '../world/session.js';
import type { Site } from '../world/site.js';
import { rowFromOutside, tableNames } from '../world/tables.js';
import type { Snapshot } from '../world/world.js';
import { withStandIns } from './recording-stand-ins.js';
import type { SavedState } from './saved-state.js';

/** The recorded state of one array or of a pair. `powerstore-contract record` of `@powerstore-api/contract-tests` writes it. */
export interface Recording {
  readonly format: 1;
  /** The time of the recording, shifted like every other time in it: `2026-01-01T00:00:00.000+00:00`. */
  readonly now: string;
  readonly arrays: { readonly a: RecordedArray; readonly b?: RecordedArray };
}

/** The recorded state of one array. */
export interface RecordedArray {
  /** Release of the array, such as `4.0.0.0`. */
  readonly release: string;
  /** Resource → rows with all attributes; related resources are `{ id }`. Not every array shows every resource. */
  readonly resources: Readonly<Record<string, readonly AnyRow[]>>;
}

const array = v.looseObject({
  release: v.string(),
  resources: v.record(v.string(), v.array(v.looseObject({ id: v.string() }))),
});

const schema = v.looseObject({
  format: v.literal(1),
  now: v.pipe(
    v.string(),
    v.check((it) => !Number.isNaN(Date.parse(it)), 'give a time, such as 2026-01-01T00:00:00.000+00:00'),
  ),
  arrays: v.looseObject({ a: array, b: v.optional(array) }),
});

/** @throws InputError if this is not a recording. */
export function checkRecording(recording: Recording): void {
  readInput(schema, recording, 'recording');
}

/** A recorded row. It may lack attributes other than the id, and have attributes and literals that the contract does not. */
type RecordedRow<R extends Resource> = Readonly<Partial<ResourceTypes[R]['instance']>> & { readonly id: string };

/** The recorded rows of a resource. The compiler takes them for rows of the contract here, and nowhere else. */
const recordedRows = <R extends Resource>({ resources }: RecordedArray, resource: R): readonly RecordedRow<R>[] =>
  (resources[resource] ?? []) as unknown as readonly RecordedRow<R>[];

/** The data of an array, beside its session rows, that its sessions depend on. */
interface KnownRows {
  /** Id of a remote system → the array that it is. */
  remoteSites: ReadonlyMap<string, Site>;
  /** Id of a replication rule → its recovery point objective in milliseconds. */
  objectives: ReadonlyMap<string, number | null>;
  /** Id of a volume or a volume group → its name. */
  names: ReadonlyMap<string, string>;
}

/**
 * A state with the recorded arrays in place of the generated ones; an array that was not recorded keeps its rows. A recording
 * does not hold transitions, so a session in a transient state stays in it until an action on it. A resource that the recording
 * lacks has no rows, besides those that no array is without.
 */
export function recordedWorld({ now, arrays }: Recording, empty: SavedState): SavedState {
  const given = new Map<Site, RecordedArray>([['a', arrays.a]]);
  if (arrays.b) given.set('b', arrays.b);
  const recorded = withStandIns(given, empty);
  const serials = new Map(
    [...recorded].map(([site, one]): [string | undefined, Site] => [clusterOf(one)?.global_id, site]),
  );
  const siteOf: SiteOf = (serial) => serials.get(serial) ?? 'c';
  const known = new Map([...recorded].map(([site, one]) => [site, knownRows(one, siteOf)]));
  const sessions = sessionsOf(recorded, known, Date.parse(now));
  return {
    ...empty,
    now: Date.parse(now),
    lastSequenceNumber: empty.lastSequenceNumber + sessions.length,
    arrays: empty.arrays.map((it): SavedState['arrays'][number] => {
      const found = recorded.get(it.site);
      if (!found) return it;
      const { name = it.name, global_id: serial = it.serial } = clusterOf(found) ?? {};
      return { ...it, name, serial, rows: rowsOf(found, siteOf) };
    }),
    sessions,
    snapshots: [...recorded].flatMap(([site, one]) => snapshotsOf(site, one)),
    journal: [],
  };
}

/** The array with a serial number; one that was not recorded is the third site. */
type SiteOf = (serial: string | undefined) => Site;

const clusterOf = (recorded: RecordedArray): RecordedRow<'cluster'> | undefined => recordedRows(recorded, 'cluster')[0];

/** The attributes of a row without its associations. */
const ownAttributes = (resource: Table, row: object): AnyRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => attributeInfo(resource, name)?.related === undefined));

function rowsOf(recorded: RecordedArray, siteOf: SiteOf): Record<string, readonly AnyRow[]> {
  const rows: Record<string, readonly AnyRow[]> = {};
  for (const resource of tableNames) {
    // Sessions are kept apart, and login sessions are not part of the world.
    if (!isResource(resource) || resource === 'replication_session' || resource === 'login_session') continue;
    rows[resource] = tableRows(recorded, resource, siteOf);
  }
  const appliances = [
    ...recordedRows(recorded, 'volume').map(({ appliance_id: id }) => id),
    ...recordedRows(recorded, 'software_installed').map(({ appliance }) => appliance?.id),
  ].filter((id) => typeof id === 'string');
  return { ...rows, appliance: [...new Set(appliances)].map((id) => ({ id, name: id })) };
}

const tableRows = <R extends Resource>(recorded: RecordedArray, resource: R, siteOf: SiteOf): AnyRow[] =>
  recordedRows(recorded, resource).map((row) => ({
    ...ownAttributes(resource, row),
    ...kept[resource]?.(row, siteOf),
  }));

type KeptOf<R extends Resource> = (row: RecordedRow<R>, siteOf: SiteOf) => Partial<Row<R>>;

const idsOf = (related: readonly { id?: string }[] | null = []): string[] =>
  (related ?? []).flatMap(({ id }) => id ?? []);

/** The data that a simulated row keeps instead of the associations of a recorded one. */
const kept: { readonly [R in Resource]?: KeptOf<R> } = {
  policy: ({ replication_rules: rules }) => ({ rules: idsOf(rules) }),
  volume_group: ({ volumes }) => ({ members: idsOf(volumes) }),
  software_installed: ({ appliance }) => ({ appliance_id: appliance?.id ?? null }),
  remote_system: ({ serial_number: serial }, siteOf) => ({ site: siteOf(serial) }),
};

const knownRows = (recorded: RecordedArray, siteOf: SiteOf): KnownRows => ({
  remoteSites: new Map(recordedRows(recorded, 'remote_system').map((row) => [row.id, siteOf(row.serial_number)])),
  objectives: new Map(
    recordedRows(recorded, 'replication_rule').map(({ id, rpo }) => [id, rpo === undefined ? null : objectiveMs(rpo)]),
  ),
  names: new Map(
    [...recordedRows(recorded, 'volume'), ...recordedRows(recorded, 'volume_group')].map(({ id, name = id }) => [
      id,
      name,
    ]),
  ),
});

/** Attributes that a session has from 3.0 on. Before, every session was asynchronous. */
const before3 = {
  type: 'Asynchronous',
  type_l10n: literals.ReplicationSessionType.Asynchronous.text,
  data_connection_state: 'OK',
  data_connection_state_l10n: literals.DataConnectionState.OK.text,
} satisfies Partial<SessionRow>;

function sessionsOf(
  recorded: ReadonlyMap<Site, RecordedArray>,
  known: ReadonlyMap<Site, KnownRows>,
  now: number,
): Session[] {
  const sides = new Map<string, [Site, SessionRow][]>();
  for (const [site, one] of recorded)
    for (const recordedRow of recordedRows(one, 'replication_session')) {
      const own = ownAttributes('replication_session', recordedRow);
      const row = rowFromOutside('replication_session', { ...before3, ...own });
      sides.set(row.id, [...(sides.get(row.id) ?? []), [site, row]]);
    }
  const all = [...sides.values()].flatMap(([first, second], index) =>
    first ? [sessionOf(first, second, known.get(first[0]), { now, sequenceNumber: index + 1 })] : [],
  );
  return all.map((session) => ({
    ...session,
    children: all.filter(({ parent }) => parent === session.id).map(({ id }) => id),
  }));
}

function sessionOf(
  [site, row]: [Site, SessionRow],
  second: [Site, SessionRow] | undefined,
  known: KnownRows | undefined,
  { now, sequenceNumber }: { now: number; sequenceNumber: number },
): Session {
  const { id, role, next_sync_timestamp: next, parent_replication_session_id: parent } = row;
  const other = second?.[0] ?? known?.remoteSites.get(row.remote_system_id) ?? 'c';
  const isFirst = role === 'Source' || role === 'Metro_Preferred';
  const rpo = hasCycles(row) ? (known?.objectives.get(row.replication_rule_id ?? '') ?? null) : null;
  const due = next === null ? Number.NaN : Date.parse(next);
  const sides: (readonly [Site, SessionRow])[] = [[site, row]];
  if (second) sides.push(second);
  // The other array has the session as well, but nobody recorded it.
  else if (other === 'c') sides.push([other, otherSide(row)]);
  return {
    id,
    name: known?.names.get(row.local_resource_id) ?? id,
    sites: isFirst ? [site, other] : [other, site],
    sides: Object.fromEntries(
      sides.map(([at, side]): [Site, Side] => [at, { row: side, ...(side.state === 'Paused' && { pausedIn: 'OK' }) }]),
    ),
    rpo,
    ...(parent !== null && { parent }),
    children: [],
    transitions: [],
    ...(rpo !== null && { next: { at: due > now ? due : now + rpo / 2, sequenceNumber } }),
  };
}

/** The side of a session on an array that was not recorded, as far as the recorded side tells it. */
const otherSide = (row: SessionRow): SessionRow => ({
  ...row,
  role: oppositeRole(row.role),
  local_resource_id: row.remote_resource_id,
  remote_resource_id: row.local_resource_id,
  storage_element_pairs: (row.storage_element_pairs ?? []).map((pair) => ({
    ...pair,
    local_storage_element_id: pair.remote_storage_element_id,
    remote_storage_element_id: pair.local_storage_element_id,
  })),
});

/** Whether a session synchronizes by itself. That of a NAS server does not: those of its file systems do. */
const hasCycles = ({ resource_type: resource, type }: SessionRow): boolean =>
  resource !== 'nas_server' && type === 'Asynchronous';

const snapshotsOf = (site: Site, recorded: RecordedArray): Snapshot[] =>
  (['volume', 'volume_group'] as const).flatMap((resource) =>
    recordedRows<'volume' | 'volume_group'>(recorded, resource)
      .filter(({ type }) => type === ('Snapshot' satisfies VolumeType))
      .map(({ id, protection_data: data }): Snapshot => {
        const expires = Date.parse(data?.expiration_timestamp ?? '');
        return {
          id,
          site,
          resource,
          of: String(data?.source_id ?? data?.parent_id),
          ...(!Number.isNaN(expires) && { expires }),
        };
      }),
  );
