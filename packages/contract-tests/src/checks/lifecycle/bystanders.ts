// The sessions beside the one that a traversal drives. An array that carries out an action on one of them must not get another.
import { nameOfState } from '../../replication/describe.js';
import type { ReplicationState } from '@powerstore-api/types';
import type { Driver, Sides } from '../../replication/driver.js';
import { pairStateAttributes, type Step } from '../../replication/routes.js';
import { maxRowsPerAnswer, type RowOf, rowsOf } from '../../array/rows/rows.js';
import type { Site } from '../../array/target/target.js';

type SessionRow = RowOf<'replication_session'>;

/** The other sessions by id, as each array lists them. */
export type Bystanders = Partial<Record<Site, ReadonlyMap<string, SessionRow>>>;

/** A session that an action has changed although it was sent to another one. */
export interface Stray {
  id: string;
  /** The states before and after, in literals of the contract. */
  from: string;
  to: string;
}

/** Reads the sessions beside one, on every array of the driver. */
export async function readBystanders(driver: Driver, id: string): Promise<Bystanders> {
  const bystanders: Bystanders = {};
  for (const site of driver.sites) bystanders[site] = await listOthers(driver, site, id);
  return bystanders;
}

async function listOthers(driver: Driver, site: Site, id: string): Promise<ReadonlyMap<string, SessionRow>> {
  const query = { select: pairStateAttributes(driver.release).join(','), limit: String(maxRowsPerAnswer) };
  const rows: readonly SessionRow[] = rowsOf(
    await driver.send(site, 'replication_session_collection_query', { query }),
  );
  return new Map(rows.filter((row) => row.id !== id).map((row) => [String(row.id), row]));
}

/** The session that has got to where the step of another one should have led. */
export async function findStray(
  driver: Driver,
  id: string,
  { on, leadsTo }: Step,
  before: Bystanders,
): Promise<Stray | undefined> {
  for (const [other, row] of await listOthers(driver, on, id)) {
    const was = before[on]?.get(other);
    if (was === undefined || atRest(row.state) !== atRest(leadsTo.state) || looksOf(was) === looksOf(row)) continue;
    return { id: other, from: nameOfState(String(was.state)), to: nameOfState(String(row.state)) };
  }
  return undefined;
}

/** Whether an action has changed nothing of a session: it may have begun or ended to synchronize by itself. */
export const isUnchanged = (before: Sides, now: Sides): boolean =>
  (['a', 'b'] as const).every((site) => looksOf(before[site] ?? {}) === looksOf(now[site] ?? {}));

/** Sessions synchronize by themselves. */
const atRest = (state: unknown): unknown => (state === ('Synchronizing' satisfies ReplicationState) ? 'OK' : state);

/** What actions change of a session. */
const looksOf = ({
  state,
  role,
  failover_test_in_progress: test,
  local_resource_state: resource,
}: SessionRow): string => JSON.stringify([atRest(state), role, test, resource]);
