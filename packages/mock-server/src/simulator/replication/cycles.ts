// The cycles of idle asynchronous sessions. Years of them pass in closed form: a cycle draws no random value, and how long it
// takes follows from the one before it.
import { minKeptEntries } from '../world/journal.js';
import { type Session, type Side, sidesOf } from '../world/session.js';
import { minutes, seconds, wireTime } from '../world/time.js';
import { bothKnow, nextSequenceNumber, type World } from '../world/world.js';
import { changeRows } from './session-side.js';

/** How many seconds a cycle copies: from two to eight, in an order that looks random and repeats itself. */
const shortest = 2;
const variants = 7;
const inTurnSeconds = 35;

/** How long a cycle copies, in milliseconds, if the last one took this long. */
export const cycleDuration = (last: number | null): number =>
  (shortest + ((Math.round((last ?? 0) / seconds) + 1) % variants)) * seconds;

/** Half of the objective before 4.0, 80 percent of it from then on (Dell KB 000291162). */
const shareBefore4 = 0.5;
const share = 0.8;

/** How long after the end of a cycle the next one begins. */
export const cycleInterval = (world: World, session: Session, rpo: number): number =>
  rpo * (bothKnow(world, session, '4.0.0.0') ? share : shareBefore4);

/** Schedules the next cycle of a session. */
export function scheduleCycle(world: World, session: Session, at: number): void {
  const { rpo } = session;
  session.next = { at, sequenceNumber: nextSequenceNumber(world) };
  world.due.push({ ...session.next, subject: session.id });
  // 4.0 and 4.1 show the time at which releases before them would begin (the same KB).
  const tooEarly = rpo !== null && !bothKnow(world, session, '4.2.0.0');
  const early = tooEarly ? cycleInterval(world, session, rpo) - rpo * shareBefore4 : 0;
  changeRows(world, session, { next_sync_timestamp: wireTime(at - early) });
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
    perMs += entriesOfCycle / (cycleInterval(world, session, session.rpo) + (shortest + variants) * seconds);
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
  const interval = cycleInterval(world, session, rpo);
  const turn = variants * interval + (isTimed ? inTurnSeconds * seconds : 0);
  let last = one[1].row.last_sync_duration;
  let at = world.now;
  let skipped = 0;
  for (;;) {
    const duration = isTimed ? cycleDuration(last) : 0;
    const next = at + duration + interval;
    if (next > until) break;
    skipped += 1;
    last = duration;
    // After the first one the durations repeat, and so do whole turns of them.
    at = skipped === 1 ? next + Math.floor((until - next) / turn) * turn : next;
  }
  if (skipped === 0) return false;
  changeRows(world, session, {
    last_sync_timestamp: wireTime(at - interval),
    last_sync_duration: last,
  });
  scheduleCycle(world, session, at);
  return true;
}
