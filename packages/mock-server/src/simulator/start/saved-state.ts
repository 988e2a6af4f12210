// Saves a world as plain data, and loads it.
import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Row as AnyRow } from '../../query/row.js';
import { createJournal, type JournalEntry } from '../world/journal.js';
import { randomFrom } from '../world/random.js';
import { readInput } from '@powerstore-api/input';
import type { Session, SessionRow, Side } from '../world/session.js';
import type { Protectable } from '../resources/volumes.js';
import type { Row, Table } from '../world/rows.js';
import type { Site } from '../world/site.js';
import { createTables, rowFromOutside, tableNames } from '../world/tables.js';
import { days, latestTime, minutes } from '../world/time.js';
import { arrayAt, type ArrayState, emptySchedule, type LinkState, type Snapshot, type World } from '../world/world.js';

/** The state of a simulator as plain data, which can be kept as JSON. It holds no secret. */
export interface SavedState {
  readonly format: 1;
  readonly now: number;
  readonly link: LinkState;
  readonly random: readonly number[];
  readonly lastSequenceNumber: number;
  readonly arrays: readonly {
    readonly site: Site;
    readonly name: string;
    readonly release: string;
    readonly serial: string;
    readonly powered: boolean;
    /** Resource → rows. */
    readonly rows: Readonly<Record<string, readonly AnyRow[]>>;
  }[];
  readonly sessions: readonly Session[];
  readonly snapshots: readonly Snapshot[];
  readonly journal: readonly JournalEntry[];
}

export function saveWorld(world: World): SavedState {
  return structuredClone({
    format: 1,
    now: world.now,
    link: world.link,
    random: world.random.state(),
    lastSequenceNumber: world.lastSequenceNumber,
    arrays: [...world.arrays.values()].map(({ site, name, release, serial, powered, tables }) => ({
      site,
      name,
      release: release.number,
      serial,
      powered,
      rows: Object.fromEntries(
        tableNames
          // Their rows are in `sessions`.
          .filter((resource) => resource !== 'replication_session' && tables.rows(resource).length > 0)
          .toSorted()
          .map((resource) => [resource, tables.rows(resource)]),
      ),
    })),
    sessions: [...world.sessions.values()],
    snapshots: [...world.snapshots.values()],
    journal: world.journal.entries,
  });
}

const site = v.picklist(['a', 'b', 'c']);
const count = v.pipe(v.number(), v.integer('give a whole number'), v.minValue(0));
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(latestTime));
/** A time that may be far ahead, and that a date can still hold. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const row = v.looseObject({ id: v.string() });
const ids = v.array(v.string());
const timestamp = v.nullish(
  v.pipe(
    v.string(),
    v.check((it) => !Number.isNaN(Date.parse(it)), 'give a time'),
  ),
);

/** A volume or a group, as far as names are compared and snapshots have their origin. */
const protectable = {
  id: v.string(),
  name: v.optional(v.string()),
  protection_data: v.optional(v.looseObject({})),
} satisfies { readonly [Name in keyof Row<'volume'>]?: unknown };

/** The rows have to have the data that is kept beside their attributes. */
const rows = v.looseObject({
  policy: v.optional(v.array(v.looseObject({ id: v.string(), rules: ids }))),
  remote_system: v.optional(v.array(v.looseObject({ id: v.string(), site, capabilities: v.optional(ids) }))),
  volume: v.optional(v.array(v.looseObject(protectable))),
  volume_group: v.optional(v.array(v.looseObject({ ...protectable, members: ids }))),
} satisfies { readonly [R in Table]?: unknown });

const transition = v.looseObject({
  sequenceNumber: count,
  action: v.string(),
  sites: v.pipe(v.array(site), v.minLength(1)),
  via: ids,
  before: v.record(site, v.string()),
  end: v.looseObject({}),
  swapsRoles: v.boolean(),
  startedAt: time,
  endsAt: moment,
  reads: v.optional(v.pipe(v.number(), v.finite('give a finite number'))),
  jobs: v.array(v.looseObject({ site, id: v.string() })),
  failure: v.optional(v.looseObject({ text: v.string() })),
});

const session = v.looseObject({
  id: v.string(),
  name: v.string(),
  sites: v.pipe(
    v.tuple([site, site]),
    v.check(([one, two]) => one !== two, 'give two different arrays'),
  ),
  sides: v.record(
    site,
    v.looseObject({
      row: v.looseObject({
        id: v.string(),
        storage_element_pairs: v.nullish(v.array(v.looseObject({}))),
        last_sync_timestamp: timestamp,
        next_sync_timestamp: timestamp,
      } satisfies { readonly [Name in keyof SessionRow]?: unknown }),
    }),
  ),
  rpo: v.nullable(v.pipe(v.number(), v.minValue(minutes), v.maxValue(366 * days))),
  children: ids,
  transitions: v.array(transition),
  next: v.optional(v.looseObject({ at: moment, sequenceNumber: count })),
});

/** The parts of a state that a world needs. */
const schema = v.looseObject({
  format: v.literal(1),
  now: time,
  link: v.picklist(['up', 'degraded', 'down']),
  random: v.pipe(v.array(v.pipe(v.number(), v.integer('give a whole number'))), v.length(4)),
  lastSequenceNumber: count,
  arrays: v.pipe(
    v.array(
      v.looseObject({
        site,
        name: v.string(),
        release: v.string(),
        serial: v.string(),
        powered: v.boolean(),
        rows: v.intersect([v.record(v.picklist(tableNames), v.array(row)), rows]),
      }),
    ),
    v.check((arrays) => arrays.map((it) => it.site).join('') === 'abc', 'give the arrays a, b and c, in this order'),
  ),
  sessions: v.array(session),
  snapshots: v.array(
    v.looseObject({
      id: v.string(),
      site,
      resource: v.picklist(['volume', 'volume_group'] satisfies Protectable[]),
      of: v.string(),
      expires: v.optional(moment),
    }),
  ),
  journal: v.array(v.looseObject({ time: v.string(), kind: v.string(), text: v.string() })),
});

/**
 * Creates a world from a saved state.
 *
 * @throws InputError if it is not a saved state, or if the arrays have other releases now.
 */
export function loadWorld(state: SavedState, current: World): World {
  readInput(schema, state, 'state');
  const { now, link, random, lastSequenceNumber, arrays, sessions, snapshots, journal } = structuredClone(state);
  const world: World = {
    now,
    link,
    transitionMode: current.transitionMode,
    random: randomFrom(random),
    lastSequenceNumber,
    arrays: new Map(arrays.map((it) => [it.site, loadArray(it, current)])),
    sessions: new Map(),
    snapshots: new Map(snapshots.map((it) => [it.id, it])),
    due: emptySchedule(),
    inTransition: new Set(),
    toReconcile: [],
    journal: createJournal(),
  };
  for (const entry of journal) world.journal.add(entry);
  for (const each of sessions) loadSession(world, each);
  for (const { id, expires } of snapshots)
    if (expires !== undefined) world.due.push({ at: expires, sequenceNumber: 0, subject: id });
  return world;
}

/** The values of attributes that the simulator needs and that a recording can lack. */
const fallbacks = (resource: Table, { id }: AnyRow): AnyRow =>
  resource === 'volume' || resource === 'volume_group' ? { name: id, protection_data: {} } : {};

function loadArray(
  { site: at, name, serial, powered, rows: saved, release }: SavedState['arrays'][number],
  current: World,
): ArrayState {
  const { release: now } = arrayAt(current, at);
  if (now.number !== release)
    throw new InputError(
      `The state has release ${release} for array ${at}, which runs ${now.number}. Load it into a simulator of that release.`,
    );
  const tables = createTables();
  for (const resource of tableNames)
    for (const each of saved[resource] ?? [])
      tables.add(resource, rowFromOutside(resource, { ...fallbacks(resource, each), ...each }));
  return { site: at, name, serial, powered, release: now, tables };
}

/** Adds a session to the world: its rows, and everything that is due for it. */
function loadSession(world: World, saved: Session): void {
  const sides: Partial<Record<Site, Side>> = {};
  for (const at of saved.sites) {
    const side = saved.sides[at];
    if (!side) continue;
    const completed = rowFromOutside('replication_session', side.row);
    sides[at] = { ...side, row: arrayAt(world, at).tables.add('replication_session', completed) };
  }
  const loaded: Session = { ...saved, sides };
  world.sessions.set(loaded.id, loaded);
  if (loaded.next) world.due.push({ ...loaded.next, subject: loaded.id });
  if (loaded.transitions.length > 0) world.inTransition.add(loaded);
  for (const { reads, endsAt, sequenceNumber } of loaded.transitions) {
    if (reads === undefined) world.due.push({ at: endsAt, sequenceNumber, subject: loaded.id });
  }
}
