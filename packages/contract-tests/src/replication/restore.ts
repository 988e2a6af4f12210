// Leaves sessions as it found them: remembers their pair state before a run changes anything, and restores it afterwards.
import { isAtMost, operations, type ReplicationState, type Safety } from '@powerstore-api/types';
import { carryOut } from './carry-out.js';
import { type Driver, sessionKindOf, type Sides, pairStateOf, watch } from './driver.js';
import { LostArrayError } from '../array/http/lost-array-error.js';
import { messageOf } from '../array/secrecy/message-of.js';
import { nameOfState } from './describe.js';
import { graphOf, keepsData, routeTo, type SessionKind, type PairState, type Step } from './routes.js';
import type { Site } from '../array/target/target.js';

/** A session as it was before the run. */
export interface RememberedSession {
  id: string;
  kind: SessionKind;
  sites: readonly Site[];
  /** Absent where its sides contradicted each other: no action brings that about. */
  pairState: PairState | undefined;
}

/** States that a session stays in, and that it can be brought back to. */
const stableStates: ReadonlySet<unknown> = new Set<ReplicationState>(['OK', 'Paused', 'Failed_Over']);

export const isStable = (state: unknown): boolean => stableStates.has(state);

/** Remembers the pair states of sessions. Those that no array has are left out. */
export async function rememberSessions(driver: Driver, ids: readonly string[]): Promise<RememberedSession[]> {
  const remembered: RememberedSession[] = [];
  for (const id of ids) {
    const { sides, pairState } = await readAtRest(driver, id);
    const sites = driver.sites.filter((site) => sides[site] !== undefined);
    if (sites.length > 0) remembered.push({ id, kind: sessionKindOf(sides), sites, pairState });
  }
  return remembered;
}

/**
 * Reads a session when no action is under way. The two sides are read one after the other, so they contradict each other while
 * the session moves: they are read again. One that synchronizes counts as `OK`, because it is so next.
 */
export async function readAtRest(
  driver: Driver,
  id: string,
): Promise<{ sides: Sides; pairState: PairState | undefined }> {
  const { seen } = await watch(driver, id, (sides) => Object.keys(sides).length === 0 || hasStopped(sides), isUnderWay);
  return { sides: seen, pairState: afterSync(pairStateOf(seen)) };
}

/** The pair state, or the one after it where the session synchronizes. */
const afterSync = (pairState: PairState | undefined): PairState | undefined =>
  pairState?.state === 'Synchronizing' ? { ...pairState, state: 'OK' } : pairState;

/** A session that is not as it was. */
export interface RestoreFailure {
  id: string;
  /** The reason, in names of the API. */
  why: string;
}

/**
 * Brings sessions back to their pair state before the run. It does no more than `mode` permits, and prefers ways that drop no
 * data.
 */
export async function restoreSessions(
  driver: Driver,
  sessions: readonly RememberedSession[],
  mode: Safety,
): Promise<RestoreFailure[]> {
  const failed: RestoreFailure[] = [];
  let lostReason: string | undefined;
  for (const session of sessions) {
    try {
      const why = lostReason ?? (await bringBack({ ...driver, sites: session.sites }, session, mode));
      if (why !== undefined) failed.push({ id: session.id, why });
    } catch (error) {
      if (error instanceof LostArrayError) lostReason = `the array does not answer (${error.message})`;
      failed.push({ id: session.id, why: lostReason ?? messageOf(error) });
    }
  }
  return failed;
}

async function bringBack(
  driver: Driver,
  { id, kind, pairState: before }: RememberedSession,
  mode: Safety,
): Promise<string | undefined> {
  if (!before) return 'its sides contradicted each other before the run too';
  const isAsBefore = (it: PairState): boolean =>
    it.state === before.state &&
    it.leadingSite === before.leadingSite &&
    it.failover_test === before.failover_test &&
    (['a', 'b'] as const).every((site) => it.resourceStates[site] === before.resourceStates[site]);
  // Each step begins with the state that the arrays show, and not with the one that the step before should have led to.
  for (let steps = 0; steps < 20; steps += 1) {
    const { sides, pairState: current } = await readAtRest(driver, id);
    if (!current) return 'its sides contradict each other';
    if (isAsBefore(current)) return undefined;
    const graph = { kind, release: driver.release, sites: driver.sites };
    const allowed = ({ action, fails, leadsTo }: Step): boolean =>
      !fails && !leadsTo.next && (!action || isAtMost(operations[action.operationId].safety, mode));
    const [step] =
      routeTo(current, isAsBefore, graphOf({ ...graph, allowed: (it) => allowed(it) && keepsData(it) })) ??
      routeTo(current, isAsBefore, graphOf({ ...graph, allowed })) ??
      [];
    if (!step?.action)
      return `no permitted action leads from ${nameOfState(current.state)} back to ${nameOfState(before.state)}`;
    const { exchange, outcome } = await carryOut(driver, id, kind, { ...step, action: step.action }, { before: sides });
    const name = step.action.operationId;
    if (outcome === 'refused') return `the array refuses ${name} with ${exchange.status}`;
    if (outcome !== 'arrived') return `${name} does not lead to ${step.leadsTo.state}`;
  }
  return `it does not get back to ${nameOfState(before.state)}`;
}

/** Whether both sides are in the same state, and it is not one that passes by itself. */
const hasStopped = (sides: Sides): boolean => {
  const pairState = afterSync(pairStateOf(sides));
  return pairState !== undefined && (isStable(pairState.state) || troubledStates.has(pairState.state));
};

/** States in which trouble stops a session. */
const troubledStates: ReadonlySet<unknown> = new Set<ReplicationState>(['System_Paused', 'Fractured', 'Error']);

const isUnderWay = (sides: Sides): boolean =>
  Object.values(sides).some(({ state }) => !stableStates.has(state) && !troubledStates.has(state));
