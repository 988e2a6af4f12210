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

const longest = (shortest + variants) * seconds;

/**
 * The time until which cycles can be skipped, if time passes to `time`: the cycles after it fill the journal, so the journal
 * would keep none of those before it. `undefined` if there is nothing to skip.
 */
export function skippableUntil(world: World, time: number): number | undefined {
  if (time - world.now < worthSkipping || typeof world.transitionMode === 'object') return undefined;
  const cyclic = [...world.sessions.values()].filter((session) => session.rpo !== null && isCyclic(sidesOf(session)));
  const perMs = cyclic.reduce((sum, session) => sum + entriesOfCycle / (intervalOf(world, session) + longest), 0);
  for (let window = minKeptEntries / perMs; time - window > world.now; window *= 1.25) {
    const until = time - window;
    const entries = cyclic.reduce((sum, session) => sum + entriesBetween(world, session, until, time), 0);
    if (entries >= minKeptEntries) return until;
  }
  return undefined;
}

const isCyclic = (sides: [unknown, Side][]): boolean =>
  sides.length === 2 && sides.every(([, { row }]) => row.state === 'OK' || row.state === 'Synchronizing');

const intervalOf = (world: World, session: Session): number => cycleInterval(world, session, session.rpo ?? 0);

/** How many entries the cycles of a session between two times make, at least. */
function entriesBetween(world: World, session: Session, from: number, to: number): number {
  if (!session.next) return 0;
  const { at } = skipped(world, session, session.next.at, from);
  const cycles = Math.floor((to - at - longest) / (intervalOf(world, session) + longest)) + 1;
  return Math.max(0, cycles) * entriesOfCycle;
}

/** The cycles from the one that begins at `at` that are over by a time: how many, how long the last one took, and the next one. */
function skipped(
  world: World,
  session: Session,
  first: number,
  until: number,
): { count: number; last: number | null; at: number } {
  const isTimed = world.transitionMode === 'timed';
  const interval = intervalOf(world, session);
  const turn = variants * interval + (isTimed ? inTurnSeconds * seconds : 0);
  let last = sidesOf(session)[0]?.[1].row.last_sync_duration ?? null;
  let at = first;
  for (let count = 0; ; count += 1) {
    const duration = isTimed ? cycleDuration(last) : 0;
    if (at + duration > until) return { count, last, at };
    last = duration;
    at += duration + interval;
    // After the first one the durations repeat, and so do whole turns of them.
    if (count === 0 && at < until) at += Math.floor((until - at) / turn) * turn;
  }
}

/**
 * Skips the cycles of an idle session that are over by a time, from the one that is due now, and schedules the one after them.
 * Returns false if there is none.
 */
export function skipCycles(world: World, session: Session, until: number): boolean {
  const { count, last, at } = skipped(world, session, world.now, until);
  if (count === 0) return false;
  changeRows(world, session, {
    last_sync_timestamp: wireTime(at - intervalOf(world, session)),
    last_sync_duration: last,
  });
  scheduleCycle(world, session, at);
  return true;
}
