// Drives a session: one action, and what is seen of it on both sides until it has come to an end.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  isAtLeast,
  type OperationId,
  type ReplicatedResourceType,
  type ReplicationSessionType,
  type ReplicationState,
} from '@powerstore-api/types';
import { advanceClock, type Control, failNext } from '../array/simulator-control.js';
import type { ArrayUnderTest } from '../array/array-under-test.js';
import type { Exchange } from '../array/exchange.js';
import type { Question } from '../array/array-session.js';
import { type Action, roleOf, type SessionKind, type Standing, standingAttributes, type Step } from './routes.js';
import { type Row, rowOfInstance } from '../array/rows.js';
import type { Site } from '../array/target.js';

/** The arrays, as far as a session is driven on them. */
export interface Driver {
  sites: readonly Site[];
  /** The older of their releases. */
  release: string;
  /** Milliseconds within which an accepted action has to begin. */
  patience: number;
  /** Milliseconds between two looks at an array whose time passes by itself. */
  interval: number;
  control?: Control | undefined;
  send(site: Site, operationId: OperationId, question: Question): Promise<Exchange>;
}

/** Drives sessions of an array, and of the other one of the pair. */
export function driverOf(
  { target, release }: Pick<ArrayUnderTest, 'target' | 'release'>,
  other: Pick<ArrayUnderTest, 'release'> | undefined,
  send: Driver['send'],
): Driver {
  const { site, patience, control, pace } = target;
  return {
    sites: other ? ['a', 'b'] : [site],
    release: other ? (isAtLeast(release, other.release) ? other.release : release) : release,
    patience,
    interval: pace.requestsPerSecond === undefined ? 10 : 250,
    control,
    send,
  };
}

/** A session as its sides show it; without those that do not have it. */
export type Sides = Partial<Record<Site, Row>>;

/** @throws Error when an array does not say how the session stands: nothing may be done to it then. */
export async function readSides(driver: Driver, id: string): Promise<Sides> {
  const sides: Sides = {};
  for (const site of driver.sites) {
    const exchange = await driver.send(site, 'replication_session_instance_query', {
      id,
      query: { select: standingAttributes(driver.release).join(',') },
    });
    const row = rowOfInstance(exchange);
    if (row) sides[site] = row;
    else if (exchange.status !== 404) throw new Error(`a session cannot be read: ${exchange.status}`);
  }
  return sides;
}

export function kindOf(sides: Sides): SessionKind {
  const [row = {}] = Object.values(sides);
  // Before 3.0 there was one type, and no attribute for it. An array may have literals that the contract does not know: no row
  // of the state table is for them.
  return {
    type: (row['type'] ?? 'Asynchronous') as ReplicationSessionType,
    resource_type: row['resource_type'] as ReplicatedResourceType,
  };
}

/** How a session stands, or nothing where its sides do not go together. */
export function standingOf(sides: Sides): Standing | undefined {
  const entries = Object.entries(sides) as [Site, Row][];
  const [[site, row] = []] = entries;
  if (site === undefined || row === undefined) return undefined;
  const first = leads(row) ? site : site === 'a' ? 'b' : 'a';
  const state = row['state'] as ReplicationState;
  if (entries.some(([at, it]) => it['state'] !== state || leads(it) !== (at === first))) return undefined;
  const said: Standing['said'] = {};
  for (const [at, { local_resource_state: it }] of entries) if (it === 'Promoted' || it === 'Demoted') said[at] = it;
  return { state, first, said, failover_test: entries.some(([, it]) => it['failover_test_in_progress'] === true) };
}

const leads = ({ role }: Row): boolean => role === 'Source' || role === 'Metro_Preferred';

/** Whether what is seen is a standing. */
export function shows(sides: Sides, standing: Standing, kind: SessionKind): boolean {
  const seen = standingOf(sides);
  return (
    seen !== undefined &&
    seen.state === standing.state &&
    seen.failover_test === standing.failover_test &&
    (Object.keys(sides) as Site[]).every(
      (site) =>
        sides[site]?.['role'] === roleOf(site, standing, kind) &&
        (standing.said[site] === undefined || seen.said[site] === standing.said[site]),
    )
  );
}

/** Milliseconds that pass on an array whose clock is set by hand. */
const stride = 20_000;
/** Milliseconds that a state on the way may last: a synchronization takes as long as there is data. */
const longest = 3_600_000;
/** Looks before it is given up, however long each of them takes. */
const fewestLooks = 5;

/** Lets time pass. */
async function pass({ control, interval }: Driver): Promise<void> {
  if (control) await advanceClock(control, stride);
  else await sleep(interval);
}

/** Looks at something until it is as it should be; gives up when it has gone nowhere for some time. */
export async function until<T>(
  driver: Driver,
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
  isOnTheWay: (seen: T) => boolean = () => false,
): Promise<{ seen: T; arrived: boolean }> {
  const { control, patience } = driver;
  let standstill = 0;
  let looks = 0;
  let waited = 0;
  for (;;) {
    const since = performance.now();
    const seen = await look();
    if (isThere(seen)) return { seen, arrived: true };
    if (isOnTheWay(seen)) [standstill, looks] = [0, 0];
    looks += 1;
    if ((standstill >= patience && looks >= fewestLooks) || waited >= longest) return { seen, arrived: false };
    await pass(driver);
    const passed = control ? stride : performance.now() - since;
    standstill += passed;
    waited += passed;
  }
}

/** Looks at both sides of a session until they are as they should be. */
export const watch = (
  driver: Driver,
  id: string,
  isThere: (sides: Sides) => boolean,
  isOnTheWay?: (sides: Sides) => boolean,
): Promise<{ seen: Sides; arrived: boolean }> => until(driver, () => readSides(driver, id), isThere, isOnTheWay);

export interface Sent {
  exchange: Exchange;
  /** The step was accepted, and it is what it should have come to. */
  arrived: boolean;
  sides: Sides;
}

/** Sends the action of a step, and sees it to where it should end. */
export async function carryOut(
  driver: Driver,
  id: string,
  kind: SessionKind,
  step: Step & { action: Action },
  asJob: boolean,
): Promise<Sent> {
  const { on, action, rule, fails } = step;
  if (fails && driver.control)
    await failNext(driver.control, { array: on, operation: action.operationId, session: id });
  const exchange = await driver.send(on, action.operationId, questionOf(action, id, asJob));
  if (exchange.status >= 300) return { exchange, arrived: false, sides: await readSides(driver, id) };
  const way: ReadonlySet<unknown> = new Set(rule?.via);
  // Where time stands still, it is on the way for sure.
  if (driver.control && way.size > 0 && !step.until.next) await pass(driver);
  const { seen, arrived } = await watch(
    driver,
    id,
    (sides) => shows(sides, step.until, kind) && isSet(step, sides),
    (sides) => Object.values(sides).some(({ state }) => way.has(state)),
  );
  return { exchange, arrived, sides: seen };
}

export const questionOf = ({ body }: Action, id: string, asJob: boolean): Question => ({
  id,
  ...(body && { body }),
  ...(asJob && { query: { is_async: 'true' } }),
});

/** What the row of the table sets is set on the side that was asked. */
const isSet = ({ on, rule, fails }: Step, sides: Sides): boolean =>
  fails === true || Object.entries(rule?.set ?? {}).every(([name, value]) => sides[on]?.[name] === value);
