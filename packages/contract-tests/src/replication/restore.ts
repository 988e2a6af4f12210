// Sessions are left as they were found: how they stood is kept before anything is done to them, and brought back after.
import { operations, type ReplicationState, type Safety } from '@powerstore-api/types';
import { carryOut, type Driver, kindOf, readSides, type Sides, standingOf, watch } from './driver.js';
import { LostArrayError } from '../array/lost-array-error.js';
import { allows } from '../array/permit.js';
import { groundOf, keepsData, routeTo, type SessionKind, type Standing, type Step } from './routes.js';
import type { Site } from '../array/target.js';

/** How a session stood. */
export interface Kept {
  id: string;
  kind: SessionKind;
  sites: readonly Site[];
  /** Absent where its sides did not go together, which nobody can bring about. */
  standing: Standing | undefined;
}

/** States that a session stays in, and that it can be brought back to. */
const restful: ReadonlySet<unknown> = new Set<ReplicationState>(['OK', 'Paused', 'Failed_Over']);

export const isRestful = (state: unknown): boolean => restful.has(state);

/** Keeps how sessions stand; those that an array does not have are left out. */
export async function keep(driver: Driver, ids: readonly string[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const id of ids) {
    const sides = await readSides(driver, id);
    const sites = driver.sites.filter((site) => sides[site] !== undefined);
    if (sites.length > 0) kept.push({ id, kind: kindOf(sides), sites, standing: settled(standingOf(sides)) });
  }
  return kept;
}

/** A session that synchronizes is one that will have. */
const settled = (standing: Standing | undefined): Standing | undefined =>
  standing?.state === 'Synchronizing' ? { ...standing, state: 'OK' } : standing;

/** Why a session is not as it was, in words of the API. */
export interface NotRestored {
  id: string;
  why: string;
}

/**
 * Brings sessions back to how they stood. With `mode` no more is done than was permitted; ways by which no data is dropped
 * are taken first.
 */
export async function restore(driver: Driver, kept: readonly Kept[], mode: Safety): Promise<NotRestored[]> {
  const failed: NotRestored[] = [];
  let lost: string | undefined;
  for (const session of kept) {
    try {
      const why = lost ?? (await bringBack({ ...driver, sites: session.sites }, session, mode));
      if (why !== undefined) failed.push({ id: session.id, why });
    } catch (error) {
      if (error instanceof LostArrayError) lost = `the array does not answer (${error.message})`;
      failed.push({ id: session.id, why: lost ?? (error as Error).message });
    }
  }
  return failed;
}

async function bringBack(
  driver: Driver,
  { id, kind, standing: home }: Kept,
  mode: Safety,
): Promise<string | undefined> {
  if (!home) return 'its sides did not go together before either';
  const isHome = (it: Standing): boolean =>
    it.state === home.state && it.first === home.first && it.failover_test === home.failover_test && sameWord(it, home);
  // One step after the other, each from what is seen: none is built on what was only hoped for.
  for (let steps = 0; steps < 20; steps += 1) {
    const { seen } = await watch(driver, id, isSettled, isUnderWay);
    const here = settled(standingOf(seen));
    if (!here) return 'its sides do not go together';
    if (isHome(here)) return undefined;
    const ground = { kind, release: driver.release, sites: driver.sites };
    const allowed = ({ action, fails, until }: Step): boolean =>
      !fails && !until.next && (!action || allows(mode, operations[action.operationId].safety));
    const [step] =
      routeTo(here, isHome, groundOf({ ...ground, allowed: (it) => allowed(it) && keepsData(it) })) ??
      routeTo(here, isHome, groundOf({ ...ground, allowed })) ??
      [];
    if (!step?.action) return `nothing that is permitted leads from ${here.state} back to ${home.state}`;
    const { exchange, arrived } = await carryOut(driver, id, kind, { ...step, action: step.action }, false);
    const name = step.action.operationId;
    if (exchange.status >= 300) return `${name} is refused with ${exchange.status}`;
    if (!arrived) return `${name} does not lead to ${step.until.state}`;
  }
  return `it does not come back to ${home.state}`;
}

const sameWord = ({ said }: Standing, home: Standing): boolean => said.a === home.said.a && said.b === home.said.b;

/** Both sides are in the same state, and it is none on the way. */
const isSettled = (sides: Sides): boolean => {
  const standing = settled(standingOf(sides));
  return standing !== undefined && (isRestful(standing.state) || stopped.has(standing.state));
};

/** Where a session has stopped by itself. */
const stopped: ReadonlySet<unknown> = new Set<ReplicationState>(['System_Paused', 'Fractured', 'Error']);

const isUnderWay = (sides: Sides): boolean =>
  Object.values(sides).some(({ state }) => !restful.has(state) && !stopped.has(state));
