// What follows once a transition has ended or a connection has come back: sides that disagree are brought together, a NAS
// server takes the state of its file systems, and the next synchronization is scheduled.
import { oppositeRole, type ReplicationState } from '@powerstore-api/types';
import { type Session, type Side, sidesOf } from '../world/session.js';
import type { Site } from '../world/site.js';
import { childrenOf, isConnected, parentOf, type World } from '../world/world.js';
import { cycleInterval, scheduleCycle } from './cycles.js';
import { serves } from './host-access.js';
import { enterState, isAsynchronous, isMetro, isUndisturbed, stopByOutage, takeRole } from './session-side.js';
import { beginTransition } from './transitions.js';

export function reconcileAll(world: World): void {
  // Reconciling one session can add others to the end of the list.
  for (const session of world.toReconcile) reconcile(world, session);
  world.toReconcile = [];
}

function reconcile(world: World, session: Session): void {
  const parent = parentOf(world, session);
  // A file system takes part in the transitions of its NAS server.
  if (session.transitions.length > 0 || (parent && parent.transitions.length > 0)) return;
  if (isConnected(world, session)) bringTogether(world, session);
  else stopFailed(world, session);
  if (session.transitions.length > 0) return;
  schedule(world, session);
  summarize(world, parent ?? session);
}

/** Stops sides that returned to an undisturbed state after a failure, although the other side is out of reach. */
function stopFailed(world: World, session: Session): void {
  for (const [site, side] of sidesOf(session)) if (isUndisturbed(side)) stopByOutage(world, session, site, side);
}

/** Brings two sides together that changed separately while they could not reach each other. */
function bringTogether(world: World, session: Session): void {
  const [one, two] = sidesOf(session);
  if (!one) return;
  if (!two) {
    // The other side was deleted while this one was out of reach.
    beginTransition(world, session, { action: 'delete', sites: [one[0]], via: ['Deleting'], end: { deleted: true } });
    return;
  }
  const winner = [one, two].find(([, side]) => side.failedOverAlone);
  for (const [, side] of [one, two]) delete side.failedOverAlone;
  if (winner) {
    follow(world, session, winner);
    return;
  }
  if (!one[1].stoppedByOutage || !two[1].stoppedByOutage) return;
  if (!childrenAreStopped(world, session)) {
    // One of its file systems was changed separately, so each of them recovers by itself.
    for (const [, side] of [one, two]) delete side.stoppedByOutage;
    return;
  }
  if (isMetro(one[1].row)) restoreMirror(world, session, one[1], two[1]);
  else recover(world, session, isAsynchronous(one[1].row) ? 'Synchronizing' : 'Switching_To_Synchronous');
}

const recover = (world: World, session: Session, state: ReplicationState): void =>
  beginTransition(world, session, { action: 'recover', sites: [...session.sites], via: [state], end: { to: 'OK' } });

const childrenAreStopped = (world: World, session: Session): boolean =>
  childrenOf(world, session).every((child) => sidesOf(child).every(([, side]) => side.stoppedByOutage === true));

/** The winner failed over while the other side was out of reach, so the other side takes the opposite role. */
function follow(world: World, session: Session, [winner, { row }]: [Site, Side]): void {
  for (const [site, side] of sidesOf(session)) {
    if (site === winner) continue;
    takeRole(world, session, site, oppositeRole(row.role));
    enterState(world, session, site, 'Failed_Over');
    delete side.stoppedByOutage;
  }
}

/**
 * Restores a mirror from the side that served. If both sides served, or neither, a user has to decide which data to keep.
 */
function restoreMirror(world: World, session: Session, one: Side, two: Side): void {
  if (serves(one) !== serves(two)) recover(world, session, 'Switching_To_Metro_Sync');
}

/** Schedules the next synchronization of an idle asynchronous session. */
function schedule(world: World, session: Session): void {
  const [one] = sidesOf(session);
  if (session.rpo === null || session.next || one?.[1].row.state !== 'OK') return;
  const last = one[1].row.last_sync_timestamp;
  const ended = last === null ? world.now : Date.parse(last);
  scheduleCycle(world, session, Math.max(world.now, ended + cycleInterval(world, session, session.rpo)));
}

/** The session of a NAS server takes the state of its file systems. If they differ, it takes a `Partial_` state. */
function summarize(world: World, session: Session): void {
  for (const [site, { row }] of sidesOf(session)) {
    const states = childrenOf(world, session).flatMap((child): ReplicationState[] => {
      const state = child.sides[site]?.row.state;
      // A file system that synchronizes in its cycle counts as OK.
      return state === undefined ? [] : [state === 'Synchronizing' ? 'OK' : state];
    });
    const [first] = states;
    if (first === undefined) continue;
    const agree = states.every((state) => state === first);
    const state = agree ? first : partialState(session, states);
    if (row.state !== state) enterState(world, session, site, state);
  }
}

function partialState({ partialState: known }: Session, states: readonly ReplicationState[]): ReplicationState {
  if (states.includes('Failed_Over')) return known ?? 'Partial_Failed_Over';
  return states.includes('Paused') ? 'Partial_Paused' : 'Partial_OK';
}
