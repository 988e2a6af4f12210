// The cycles of idle asynchronous sessions. Years of them pass in closed form: a cycle draws no random value, and how long it
// takes follows from the one before it.
import { minKeptEntries } from '../world/journal.js';
import { type Session, type Side, sidesOf } from '../world/session.js';
import { minutes, seconds, wireTime } from '../world/time.js';
import { nextSequenceNumber, type World } from '../world/world.js';
import { changeRows } from './session-side.js';

/** How many seconds a cycle copies: from two to eight, in an order that looks random and repeats itself. */
const shortest = 2;
const variants = 7;
const inTurnSeconds = 35;

/** How long a cycle copies, in milliseconds, if the last one took this long. */
export const cycleDuration = (last: number | null): number =>
  (shortest + ((Math.round((last ?? 0) / seconds) + 1) % variants)) * seconds;

/** When the next cycle begins if the last one ended at this time. */
export const cycleAfter = (rpo: number, ended: number): number => ended + rpo;

/** Schedules the next cycle of a session. */
export function scheduleCycle(world: World, session: Session, at: number): void {
  session.next = { at, sequenceNumber: nextSequenceNumber(world) };
  world.due.push({ ...session.next, subject: session.id });
  changeRows(world, session, { next_sync_timestamp: wireTime(at) });
}

/** It is not worth looking at all sessions for less. */
const worthSkipping = 60 * minutes;

/** A cycle enters two states on two sides. */
const entriesOfCycle = 4;

/**
 * The time until which cycles can be skipped, if time passes to `time`: the cycles after it fill the journal, so the journal
 * would keep none of those before it. `undefined` if there is nothing to skip.
 */
export function skippableUntil(world: World, time: number): number | undefined {
  if (time - world.now < worthSkipping || typeof world.transitionMode === 'object') return undefined;
  let perMs = 0;
  let cut = 0;
  for (const session of world.sessions.values()) {
    if (session.rpo === null || !isCyclic(sidesOf(session))) continue;
    perMs += entriesOfCycle / (cycleAfter(session.rpo, 0) + (shortest + variants) * seconds);
    // The cycle that the time cuts in two may count for nothing.
    cut += entriesOfCycle;
  }
  const until = time - (minKeptEntries + cut) / perMs;
  return until > world.now ? until : undefined;
}

const isCyclic = (sides: [unknown, Side][]): boolean =>
  sides.length === 2 && sides.every(([, { row }]) => row.state === 'OK' || row.state === 'Synchronizing');

/**
 * Skips the cycles of an idle session that are over by a time, from the one that is due now, and schedules the one after them.
 * Returns false if there is none.
 */
export function skipCycles(world: World, session: Session, until: number): boolean {
  const [one] = sidesOf(session);
  const { rpo } = session;
  if (!one || rpo === null) return false;
  const isTimed = world.transitionMode === 'timed';
  const turn = variants * cycleAfter(rpo, 0) + (isTimed ? inTurnSeconds * seconds : 0);
  let last = one[1].row.last_sync_duration;
  let at = world.now;
  let skipped = 0;
  for (;;) {
    const duration = isTimed ? cycleDuration(last) : 0;
    const next = cycleAfter(rpo, at + duration);
    if (next > until) break;
    skipped += 1;
    last = duration;
    // After the first one the durations repeat, and so do whole turns of them.
    at = skipped === 1 ? next + Math.floor((until - next) / turn) * turn : next;
  }
  if (skipped === 0) return false;
  changeRows(world, session, {
    last_sync_timestamp: wireTime(at - cycleAfter(rpo, 0)),
    last_sync_duration: last,
  });
  scheduleCycle(world, session, at);
  return true;
}
