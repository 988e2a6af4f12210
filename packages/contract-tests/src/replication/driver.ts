// Reads the two sides of a session, and watches them until they are in a state.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type FullInstance,
  isAtLeast,
  type OperationId,
  type ReplicatedResourceType,
  type ReplicationRole,
  type ReplicationSessionType,
  type ReplicationState,
} from '@powerstore-api/types';
import { advanceClock, type Control } from '../array/target/simulator-control.js';
import type { ArrayUnderTest } from '../array/target/array-under-test.js';
import type { Exchange } from '../array/http/exchange.js';
import type { RequestOptions } from '../array/http/array-session.js';
import { roleOf, type SessionKind, type PairState, pairStateAttributes } from './routes.js';
import { type Row, type RowOf, rowOfInstance } from '../array/rows/rows.js';
import { otherSite, type Site, type TargetView } from '../array/target/target.js';

/** The arrays on which sessions are driven, and how to ask them. */
export interface Driver {
  sites: readonly Site[];
  /** The older of their releases. */
  release: string;
  /** Milliseconds within which an accepted action has to begin. */
  patienceMs: number;
  /** Milliseconds between two readings of an array whose time passes by itself. */
  intervalMs: number;
  control?: Control | undefined;
  send(site: Site, operationId: OperationId, options: RequestOptions): Promise<Exchange>;
}

/** Drives sessions of an array, and of the other one of the pair. */
export function driverOf(
  { target, release }: { target: TargetView; release: string },
  other: Pick<ArrayUnderTest, 'release'> | undefined,
  send: Driver['send'],
): Driver {
  const { site, patienceMs, control, pace } = target;
  return {
    sites: other ? ['a', 'b'] : [site],
    release: other ? (isAtLeast(release, other.release) ? other.release : release) : release,
    patienceMs,
    intervalMs: pace.requestsPerSecond === undefined ? 10 : 250,
    control,
    send,
  };
}

type SessionRow = RowOf<'replication_session'>;

/** A session as each of its sides shows it. A side that does not have the session is absent. */
export type Sides = Partial<Record<Site, SessionRow>>;

/** @throws Error when an array does not show the session: nothing may change it then. */
export async function readSides(driver: Driver, id: string): Promise<Sides> {
  const sides: Sides = {};
  for (const site of driver.sites) {
    const exchange = await driver.send(site, 'replication_session_instance_query', {
      id,
      query: { select: pairStateAttributes(driver.release).join(',') },
    });
    const row = rowOfInstance(exchange);
    if (row) sides[site] = row;
    else if (exchange.status !== 404)
      throw new Error(`the array answers ${exchange.request} with ${exchange.status}, so the session cannot be read`);
  }
  return sides;
}

export function sessionKindOf(sides: Sides): SessionKind {
  const [row = {}] = Object.values(sides);
  // Before 3.0 there was one type, and no attribute for it. An array may have literals that the contract does not know; the
  // state table has no row for them.
  return {
    type: (row.type as ReplicationSessionType | undefined) ?? 'Asynchronous',
    resource_type: row.resource_type as ReplicatedResourceType,
  };
}

/** The pair state that the sides show; nothing where they contradict each other. */
export function pairStateOf(sides: Sides): PairState | undefined {
  const entries = Object.entries(sides) as [Site, SessionRow][];
  const [[site, row] = []] = entries;
  if (site === undefined || row === undefined) return undefined;
  const leadingSite = leads(row) ? site : otherSite(site);
  const state = row.state as ReplicationState;
  if (entries.some(([at, it]) => it.state !== state || leads(it) !== (at === leadingSite))) return undefined;
  const resourceStates: PairState['resourceStates'] = {};
  for (const [at, { local_resource_state: it }] of entries)
    if (it === 'Promoted' || it === 'Demoted') resourceStates[at] = it;
  const failover_test = entries.some(([, it]) => it.failover_test_in_progress === true);
  return { state, leadingSite, resourceStates, failover_test };
}

const leadingRoles: ReadonlySet<unknown> = new Set<ReplicationRole>(['Source', 'Metro_Preferred']);

const leads = ({ role }: SessionRow): boolean => leadingRoles.has(role);

/** Whether the sides show a pair state. */
export function shows(sides: Sides, pairState: PairState, kind: SessionKind): boolean {
  const seen = pairStateOf(sides);
  return (
    seen !== undefined &&
    seen.state === pairState.state &&
    seen.failover_test === pairState.failover_test &&
    (Object.keys(sides) as Site[]).every(
      (site) =>
        sides[site]?.role === roleOf(site, pairState, kind) &&
        (pairState.resourceStates[site] === undefined || seen.resourceStates[site] === pairState.resourceStates[site]),
    )
  );
}

/** Milliseconds between two readings of a simulator, whose clock is set by hand. */
const clockStepMs = 20_000;
/** Milliseconds that a state on the way may last: a synchronization takes as long as there is data. */
const longestStateMs = 3_600_000;
/** Readings before the suite gives up, however long each of them takes. */
const minReadings = 5;

/** Lets time pass. */
export async function pass({ control, intervalMs }: Driver): Promise<void> {
  if (control) await advanceClock(control, clockStepMs);
  else await sleep(intervalMs);
}

/** Reads something until it is as it should be; gives up when it has not moved for some time. */
export async function readUntil<T>(
  driver: Driver,
  read: () => Promise<T>,
  isThere: (seen: T) => boolean,
  isOnTheWay: (seen: T) => boolean = () => false,
): Promise<{ seen: T; arrived: boolean }> {
  const { control, patienceMs } = driver;
  let standstillMs = 0;
  let readings = 0;
  let waitedMs = 0;
  for (;;) {
    const since = performance.now();
    const seen = await read();
    if (isThere(seen)) return { seen, arrived: true };
    if (isOnTheWay(seen)) [standstillMs, readings] = [0, 0];
    readings += 1;
    if ((standstillMs >= patienceMs && readings >= minReadings) || waitedMs >= longestStateMs)
      return { seen, arrived: false };
    await pass(driver);
    const passedMs = control ? clockStepMs : performance.now() - since;
    standstillMs += passedMs;
    waitedMs += passedMs;
  }
}

/** Reads both sides of a session until they are as they should be. */
export const watch = (
  driver: Driver,
  id: string,
  isThere: (sides: Sides) => boolean,
  isOnTheWay?: (sides: Sides) => boolean,
): Promise<{ seen: Sides; arrived: boolean }> => readUntil(driver, () => readSides(driver, id), isThere, isOnTheWay);

/** Whether a side has these attributes. */
export const hasAttributes = (
  row: Row = {},
  attributes: Readonly<Partial<FullInstance<'replication_session'>>>,
): boolean => Object.entries(attributes).every(([name, value]) => row[name] === value);
