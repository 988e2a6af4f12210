// Lets time pass, and carries out everything that becomes due, in order.
import { expireSnapshot } from '../resources/snapshots.js';
import { type Session, sidesOf } from '../world/session.js';
import type { World } from '../world/world.js';
import { skipCycles, skippableUntil } from './cycles.js';
import { reconcileAll } from './reconcile.js';
import { beginTransition, endState } from './transitions.js';

export function advanceTo(world: World, time: number): void {
  const until = skippableUntil(world, time);
  let hasSkipped = false;
  for (let next = world.due.peek(); next && next.at <= time; next = world.due.peek()) {
    world.due.pop();
    world.now = Math.max(world.now, next.at);
    if (hasSkipped && until !== undefined && next.at > until) {
      // From here on the journal is complete.
      world.journal.clear();
      hasSkipped = false;
    }
    const session = world.sessions.get(next.subject);
    if (session) hasSkipped = carryOutDue(world, session, next.sequenceNumber, until) || hasSkipped;
    else expireSnapshot(world, next.subject);
    reconcileAll(world);
  }
  world.now = Math.max(world.now, time);
}

/** Returns whether it skipped cycles. */
function carryOutDue(world: World, session: Session, sequenceNumber: number, until: number | undefined): boolean {
  const transition = session.transitions.find((it) => it.sequenceNumber === sequenceNumber);
  if (transition) endState(world, session, transition);
  else if (session.next?.sequenceNumber === sequenceNumber) return synchronize(world, session, until);
  return false;
}

/**
 * Synchronizes a session when its recovery point objective has passed, if both sides are idle. Returns whether it skipped
 * cycles, up to the time `until`.
 */
function synchronize(world: World, session: Session, until: number | undefined): boolean {
  delete session.next;
  if (sidesOf(session).some(([, { row }]) => row.state !== 'OK')) return false;
  if (until !== undefined && skipCycles(world, session, until)) return true;
  beginTransition(world, session, {
    action: 'cycle',
    sites: [...session.sites],
    via: ['Synchronizing'],
    end: { to: 'OK' },
  });
  return false;
}

/** Counts a read of a session, and ends the states that enough reads have shown. */
export function countRead(world: World, session: Session): void {
  for (const transition of session.transitions) {
    if (transition.reads === undefined) continue;
    while (transition.reads <= 0 && session.transitions.includes(transition)) endState(world, session, transition);
    transition.reads -= 1;
  }
  reconcileAll(world);
}
