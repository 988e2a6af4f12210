// The whole state as plain data, and back.
import type { Row } from '../../query/row.js';
import { read, snapshotSchema } from './input.js';
import { createJournal, type JournalEntry } from '../world/journal.js';
import { emptySchedule } from './initial-world.js';
import { randomFrom } from '../world/random.js';
import { createTables } from '../world/tables.js';
import type { Site } from '../world/site.js';
import type { ArrayState, Session, Snapshot, World } from '../world/world.js';

/** The state of a simulator as plain data: it can be kept as JSON, and loaded again. No secret is in it. */
export interface WorldSnapshot {
  readonly format: 1;
  readonly now: number;
  readonly link: 'up' | 'down';
  readonly random: readonly number[];
  readonly tickets: number;
  readonly arrays: readonly {
    readonly site: Site;
    readonly name: string;
    readonly version: string;
    readonly serial: string;
    readonly powered: boolean;
    /** Resource → rows. */
    readonly rows: Readonly<Record<string, readonly Row[]>>;
  }[];
  readonly sessions: readonly Session[];
  readonly snapshots: readonly Snapshot[];
  readonly journal: readonly JournalEntry[];
}

export function snapshotOf(world: World): WorldSnapshot {
  return structuredClone({
    format: 1,
    now: world.now,
    link: world.link,
    random: world.random.state(),
    tickets: world.tickets,
    arrays: [...world.arrays.values()].map(({ site, name, release, serial, powered, tables }) => ({
      site,
      name,
      version: release.version,
      serial,
      powered,
      rows: Object.fromEntries(
        tables
          .resources()
          // Those are in the sessions. A table that was looked at, and has nothing, is none.
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

/**
 * A world from what was kept of one.
 *
 * @throws RangeError where it is no snapshot, or of arrays of other releases than there are now.
 */
export function restoreWorld(snapshot: WorldSnapshot, current: World): World {
  try {
    return restore(snapshot, current);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new RangeError(`this is no snapshot of a simulator: ${(error as Error).message}`, { cause: error });
  }
}

function restore(snapshot: WorldSnapshot, current: World): World {
  read(snapshotSchema, snapshot, 'snapshot');
  const { now, link, random, tickets, arrays, sessions, snapshots, journal } = structuredClone(snapshot);
  const restored = new Map(
    arrays.map(({ site, name, serial, powered, rows, version }): [Site, ArrayState] => {
      const release = current.arrays.get(site)?.release;
      if (release?.version !== version)
        throw new RangeError(`the snapshot is of release ${version} on array ${site}, which runs ${release?.version}`);
      const tables = createTables();
      for (const [resource, list] of Object.entries(rows)) for (const row of list) tables.add(resource, row);
      return [site, { site, name, serial, powered, release, tables }];
    }),
  );
  const world: World = {
    now,
    link,
    transitions: current.transitions,
    random: randomFrom(random),
    tickets,
    arrays: restored,
    sessions: new Map(sessions.map((session) => [session.id, session])),
    snapshots: new Map(snapshots.map((it) => [it.id, it])),
    due: emptySchedule(),
    running: new Set(),
    unsettled: [],
    journal: createJournal(),
  };
  for (const entry of journal) world.journal.add(entry);
  for (const session of world.sessions.values()) index(world, session);
  for (const { id, expires } of snapshots)
    if (expires !== undefined) world.due.push({ at: expires, ticket: 0, subject: id });
  return world;
}

/** What follows from a session: its rows on the arrays, and when it is due. */
function index(world: World, session: Session): void {
  for (const [site, { row }] of Object.entries(session.sides)) {
    world.arrays.get(site as Site)?.tables.add('replication_session', row);
  }
  if (session.next) world.due.push({ ...session.next, subject: session.id });
  if (session.runs.length > 0) world.running.add(session);
  for (const run of session.runs) {
    if (run.reads === undefined) world.due.push({ at: run.endsAt, ticket: run.ticket, subject: session.id });
  }
}
