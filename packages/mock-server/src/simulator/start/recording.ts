// A world from what was recorded of arrays: rows as they answered with them, with references in place of what tells whose
// they are.
import { attributeInfo } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Row as AnyRow } from '../../query/row.js';
import { objectiveMs } from '../resources/policies.js';
import type { Row } from '../world/rows.js';
import { readInput } from '../world/read-input.js';
import type { Session, SessionRow } from '../world/session.js';
import type { Site } from '../world/site.js';
import { rowFromOutside, tableNames } from '../world/tables.js';
import type { Snapshot } from '../world/world.js';
import type { SavedState } from './saved-state.js';

/** What was recorded of an array, or of a pair: `powerstore-contract record` of `@powerstore-api/contract-tests` makes it. */
export interface Recording {
  readonly format: 1;
  /** When it was recorded, shifted like every other time in it: `2026-01-01T00:00:00.000+00:00`. */
  readonly now: string;
  readonly arrays: { readonly a: RecordedArray; readonly b?: RecordedArray };
}

export interface RecordedArray {
  /** Release of the array, such as `4.0.0.0`. */
  readonly release: string;
  /** Resource → rows with all attributes, those of related resources as `{ id }`. */
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
    v.check((it) => !Number.isNaN(Date.parse(it)), 'a time is wanted'),
  ),
  arrays: v.looseObject({ a: array, b: v.optional(array) }),
});

/** @throws InputError where it is no recording. */
export function checkRecording(recording: Recording): void {
  readInput(schema, recording, 'recording');
}

/** The rows of an array that sessions are told from. */
interface KnownRows {
  remoteSystems: readonly Row<'remote_system'>[];
  rules: readonly Row<'replication_rule'>[];
  /** Id of a resource → its name. */
  names: ReadonlyMap<string, string>;
}

/**
 * The recorded arrays in place of those of a world; what was not recorded stays as it is there. What was under way is
 * not known and stays as it was recorded, until somebody does something to it.
 */
export function recordedWorld({ now, arrays }: Recording, empty: SavedState): SavedState {
  const recorded = new Map<Site, RecordedArray>([['a', arrays.a]]);
  if (arrays.b) recorded.set('b', arrays.b);
  const serials = new Map(
    [...recorded].map(([site, { resources }]): [unknown, Site] => [resources['cluster']?.[0]?.['global_id'], site]),
  );
  const savedArrays = empty.arrays.map((it): SavedState['arrays'][number] => {
    const found = recorded.get(it.site);
    if (!found) return it;
    const [cluster] = found.resources['cluster'] ?? [];
    return {
      ...it,
      name: String(cluster?.['name'] ?? it.name),
      serial: String(cluster?.['global_id'] ?? it.serial),
      rows: rowsOf(found, (serial) => serials.get(serial) ?? 'c'),
    };
  });
  const known = new Map(savedArrays.map(({ site, rows }) => [site, knownRows(rows)]));
  const sessions = sessionsOf(recorded, known, Date.parse(now));
  return {
    ...empty,
    now: Date.parse(now),
    lastSequenceNumber: empty.lastSequenceNumber + sessions.length,
    arrays: savedArrays,
    sessions,
    snapshots: [...recorded].flatMap(([site, { resources }]) => snapshotsOf(site, resources)),
    journal: [],
  };
}

const idsOf = (related: unknown): string[] =>
  Array.isArray(related) ? related.map((it: AnyRow) => String(it['id'])) : [];

const idOf = (related: unknown): string | null =>
  typeof related === 'object' && related !== null && 'id' in related ? String(related.id) : null;

/** Without what is looked up when it is selected. */
const ownAttributes = (resource: string, row: AnyRow): AnyRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => attributeInfo(resource, name)?.related === undefined));

/** Those that the simulator has tables for. Sessions are kept apart, and who is logged in is no part of the world. */
const recordedTables = tableNames.filter((it) => it !== 'replication_session' && it !== 'login_session');

function rowsOf({ resources }: RecordedArray, siteOf: (serial: unknown) => Site): Record<string, readonly AnyRow[]> {
  const rows: Record<string, readonly AnyRow[]> = {};
  for (const resource of recordedTables) {
    const list = resources[resource] ?? [];
    rows[resource] = list.map((row) => ({
      ...ownAttributes(resource, row),
      ...insteadOfRelated(resource, row, siteOf),
    }));
  }
  const appliances = [...(rows['volume'] ?? []), ...(rows['software_installed'] ?? [])]
    .map((row) => row['appliance_id'])
    .filter((id) => typeof id === 'string');
  rows['appliance'] = [...new Set(appliances)].map((id) => ({ id, name: id }));
  return rows;
}

/** What the simulator finds related resources by, where no attribute says it. */
function insteadOfRelated(resource: string, row: AnyRow, siteOf: (serial: unknown) => Site): AnyRow {
  switch (resource) {
    case 'policy':
      return { rules: idsOf(row['replication_rules']) };
    case 'volume_group':
      return { members: idsOf(row['volumes']) };
    case 'software_installed':
      return { appliance_id: idOf(row['appliance']) };
    case 'remote_system':
      return { site: siteOf(row['serial_number']) };
    default:
      return {};
  }
}

const knownRows = (rows: Readonly<Record<string, readonly AnyRow[]>>): KnownRows => ({
  remoteSystems: (rows['remote_system'] ?? []).map((row) => rowFromOutside('remote_system', row)),
  rules: (rows['replication_rule'] ?? []).map((row) => rowFromOutside('replication_rule', row)),
  names: new Map(
    [...(rows['volume'] ?? []), ...(rows['volume_group'] ?? [])].map((row) => [String(row['id']), String(row['name'])]),
  ),
});

/** What a release before 3.0 does not say of a session: it knows asynchronous ones only. */
const before3: AnyRow = {
  type: 'Asynchronous',
  type_l10n: 'Asynchronous',
  data_connection_state: 'OK',
  data_connection_state_l10n: 'OK',
};

function sessionsOf(
  recorded: ReadonlyMap<Site, RecordedArray>,
  known: ReadonlyMap<Site, KnownRows>,
  now: number,
): Session[] {
  const sides = new Map<string, [Site, SessionRow][]>();
  for (const [site, { resources }] of recorded)
    for (const recordedRow of resources['replication_session'] ?? []) {
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
  { remoteSystems, rules, names }: KnownRows = { remoteSystems: [], rules: [], names: new Map() },
  { now, sequenceNumber }: { now: number; sequenceNumber: number },
): Session {
  const { id, role, next_sync_timestamp: next, parent_replication_session_id: parent } = row;
  const other = second?.[0] ?? remoteSystems.find((it) => it.id === row.remote_system_id)?.site ?? 'c';
  const isFirst = role === 'Source' || role === 'Metro_Preferred';
  const rpo = objectiveOf(row, rules);
  const due = next === null ? Number.NaN : Date.parse(next);
  const sides = [[site, row] as const, ...(second ? [second] : [])];
  return {
    id,
    name: names.get(row.local_resource_id) ?? id,
    sites: isFirst ? [site, other] : [other, site],
    sides: Object.fromEntries(
      sides.map(([at, side]) => [at, { row: side, ...(side.state === 'Paused' && { pausedIn: 'OK' }) }]),
    ),
    rpo,
    ...(parent !== null && { parent }),
    children: [],
    transitions: [],
    ...(rpo !== null && { next: { at: due > now ? due : now + rpo, sequenceNumber } }),
  };
}

/** How old the replica may get, where cycles see to it. */
function objectiveOf(row: SessionRow, rules: readonly Row<'replication_rule'>[]): number | null {
  if (row.resource_type === 'nas_server' || row.type !== 'Asynchronous') return null;
  const rule = rules.find(({ id }) => id === row.replication_rule_id);
  return rule ? objectiveMs(rule.rpo) : null;
}

const snapshotsOf = (site: Site, resources: RecordedArray['resources']): Snapshot[] =>
  (['volume', 'volume_group'] as const).flatMap((resource) =>
    (resources[resource] ?? [])
      .filter((row) => row['type'] === 'Snapshot')
      .map((recordedRow): Snapshot => {
        const { id, protection_data: data } = rowFromOutside<'volume' | 'volume_group'>(resource, recordedRow);
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
