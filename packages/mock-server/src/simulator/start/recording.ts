// A world from what was recorded of arrays: rows as they answered with them, with references in place of what tells whose
// they are.
import { attributeInfo } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Row } from '../../query/row.js';
import { read } from './input.js';
import { recoveryPoints } from '../replication/provisioning.js';
import type { WorldSnapshot } from './saved-state.js';
import { completeRow } from '../world/tables.js';
import type { Site } from '../world/site.js';
import type { Session, Snapshot } from '../world/world.js';

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
  readonly resources: Readonly<Record<string, readonly Row[]>>;
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
  read(schema, recording, 'recording');
}

/**
 * The recorded arrays in place of those of a world; what was not recorded stays as it is there. What was under way is
 * not known and stays as it was recorded, until somebody does something to it.
 */
export function recordedWorld({ now, arrays }: Recording, empty: WorldSnapshot): WorldSnapshot {
  const recorded = new Map<Site, RecordedArray>([['a', arrays.a]]);
  if (arrays.b) recorded.set('b', arrays.b);
  const serials = new Map(
    [...recorded].map(([site, { resources }]): [unknown, Site] => [resources['cluster']?.[0]?.['global_id'], site]),
  );
  const worldArrays = empty.arrays.map((it): WorldSnapshot['arrays'][number] => {
    const known = recorded.get(it.site);
    if (!known) return it;
    const [cluster] = known.resources['cluster'] ?? [];
    const rows = rowsOf(known, (serial) => serials.get(serial) ?? 'c');
    return {
      ...it,
      name: String(cluster?.['name'] ?? it.name),
      serial: String(cluster?.['global_id'] ?? it.serial),
      rows,
    };
  });
  const sessions = sessionsOf(recorded, new Map(worldArrays.map(({ site, rows }) => [site, rows])), Date.parse(now));
  return {
    ...empty,
    now: Date.parse(now),
    tickets: empty.tickets + sessions.length,
    arrays: worldArrays,
    sessions,
    snapshots: [...recorded].flatMap(([site, { resources }]) => snapshotsOf(site, resources)),
    journal: [],
  };
}

type Rows = Readonly<Record<string, readonly Row[]>>;

const idsOf = (related: unknown): string[] =>
  Array.isArray(related) ? related.map((it) => String((it as Row)['id'])) : [];

function rowsOf({ resources }: RecordedArray, siteOf: (serial: unknown) => Site): Rows {
  const rows: Record<string, Row[]> = {};
  for (const [resource, list] of Object.entries(resources)) {
    // Sessions are kept apart, and who is logged in is no part of the world.
    if (resource === 'replication_session' || resource === 'login_session') continue;
    rows[resource] = list.map((row) => {
      const own = Object.entries(row).filter(([name]) => attributeInfo(resource, name)?.related === undefined);
      return { ...completeRow(resource, {}), ...Object.fromEntries(own), ...insteadOfRelated(resource, row, siteOf) };
    });
  }
  const appliances = [...(rows['volume'] ?? []), ...(rows['software_installed'] ?? [])]
    .map((row) => row['appliance_id'] ?? row['appliance'])
    .filter((id) => typeof id === 'string');
  rows['appliance'] = [...new Set(appliances)].map((id) => ({ id, name: id }));
  return rows;
}

/** What the simulator finds related resources by, where no attribute says it. */
function insteadOfRelated(resource: string, row: Row, siteOf: (serial: unknown) => Site): Row {
  switch (resource) {
    case 'policy':
      return { rules: idsOf(row['replication_rules']) };
    case 'volume_group':
      return { members: idsOf(row['volumes']) };
    case 'software_installed':
      return { appliance: (row['appliance'] as Row | null)?.['id'] ?? null };
    case 'remote_system':
      return { site: siteOf(row['serial_number']) };
    default:
      return {};
  }
}

function sessionsOf(recorded: ReadonlyMap<Site, RecordedArray>, rows: ReadonlyMap<Site, Rows>, now: number): Session[] {
  const sides = new Map<string, [Site, Row][]>();
  for (const [site, { resources }] of recorded)
    for (const row of resources['replication_session'] ?? []) {
      const id = String(row['id']);
      sides.set(id, [...(sides.get(id) ?? []), [site, ownRow(row)]]);
    }
  const all = [...sides].map(([id, known], index): Session => {
    const [site, row] = known[0] as [Site, Row];
    const tables = rows.get(site) ?? {};
    const remote = tables['remote_system']?.find((it) => it['id'] === row['remote_system_id']);
    const other = known[1]?.[0] ?? ((remote?.['site'] ?? 'c') as Site);
    const isFirst = row['role'] === 'Source' || row['role'] === 'Metro_Preferred';
    const rpo = objectiveOf(row, tables);
    const due = Date.parse(String(row['next_sync_timestamp']));
    const parent = row['parent_replication_session_id'];
    const resource = tables[String(row['resource_type'])]?.find((it) => it['id'] === row['local_resource_id']);
    return {
      id,
      name: String(resource?.['name'] ?? id),
      sites: isFirst ? [site, other] : [other, site],
      sides: Object.fromEntries(
        known.map(([at, side]) => [at, { row: side, ...(side['state'] === 'Paused' && { pausedIn: 'OK' }) }]),
      ),
      rpo,
      ...(typeof parent === 'string' && { parent }),
      children: [],
      runs: [],
      ...(rpo !== null && { next: { at: due > now ? due : now + rpo, ticket: index + 1 } }),
    };
  });
  return all.map((session) => ({
    ...session,
    children: all.filter(({ parent }) => parent === session.id).map(({ id }) => id),
  }));
}

/** Without what is looked up when it is selected, and with whatever the newest release has. */
const ownRow = (row: Row): Row => ({
  ...completeRow('replication_session', {}),
  ...Object.fromEntries(
    Object.entries(row).filter(([name]) => attributeInfo('replication_session', name)?.related === undefined),
  ),
});

/** How old the copy may get, where cycles see to it. */
function objectiveOf(row: Row, tables: Rows): number | null {
  if (row['resource_type'] === 'nas_server' || (row['type'] ?? 'Asynchronous') !== 'Asynchronous') return null;
  const rule = tables['replication_rule']?.find((it) => it['id'] === row['replication_rule_id']);
  const rpo = String(rule?.['rpo']);
  const found = Object.entries(recoveryPoints).find(([name]) => name === rpo)?.[1] ?? 0;
  return found === 0 ? null : found;
}

const snapshotsOf = (site: Site, resources: RecordedArray['resources']): Snapshot[] =>
  (['volume', 'volume_group'] as const).flatMap((resource) =>
    (resources[resource] ?? [])
      .filter((row) => row['type'] === 'Snapshot')
      .map((row): Snapshot => {
        const {
          source_id: source,
          parent_id: parent,
          expiration_timestamp: expiration,
        } = (row['protection_data'] ?? {}) as Row;
        const expires = Date.parse(String(expiration));
        return {
          id: String(row['id']),
          site,
          resource,
          of: String(source ?? parent),
          ...(!Number.isNaN(expires) && { expires }),
        };
      }),
  );
