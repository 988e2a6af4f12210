// What follows by itself once something has ended: two sides that disagree are brought together, a NAS server says what
// its file systems are in, and the next synchronization is scheduled.
import { oppositeRole, type ReplicationState } from '@powerstore-api/types';
import { type Session, type Side, sidesOf } from '../world/session.js';
import type { Site } from '../world/site.js';
import { wireTime } from '../world/time.js';
import { childrenOf, isConnected, nextSequenceNumber, parentOf, type World } from '../world/world.js';
import { serves } from './host-access.js';
import {
  changeRows,
  enterState,
  isAsynchronous,
  isMetro,
  isUndisturbed,
  stopByOutage,
  takeRole,
} from './session-side.js';
import { beginTransition } from './transitions.js';

export function reconcileAll(world: World): void {
  // One may bring about that others have to be, which are then at the end of the list.
  for (const session of world.toReconcile) reconcile(world, session);
  world.toReconcile = [];
}

function reconcile(world: World, session: Session): void {
  const parent = parentOf(world, session);
  // A file system takes part in what its NAS server does.
  if (session.transitions.length > 0 || (parent && parent.transitions.length > 0)) return;
  if (isConnected(world, session)) bringTogether(world, session);
  else stopFailed(world, session);
  if (session.transitions.length > 0) return;
  schedule(world, session);
  summarize(world, parent ?? session);
}

/** What failed while the other side was out of reach is back where it was before, and not in step any more. */
function stopFailed(world: World, session: Session): void {
  for (const [site, side] of sidesOf(session)) if (isUndisturbed(side)) stopByOutage(world, session, site, side);
}

/** Brings two sides together that each went their own way while they could not reach each other. */
function bringTogether(world: World, session: Session): void {
  const [one, two] = sidesOf(session);
  if (!one) return;
  if (!two) {
    // Deleted on the other side while this one was out of reach.
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
    // One of its file systems went its own way meanwhile, and so each recovers by itself.
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

/** The other side failed over while this one was out of reach: what was the source is the destination now. */
function follow(world: World, session: Session, [winner, { row }]: [Site, Side]): void {
  for (const [site, side] of sidesOf(session)) {
    if (site === winner) continue;
    takeRole(world, session, site, oppositeRole(row.role));
    enterState(world, session, site, 'Failed_Over');
    delete side.stoppedByOutage;
  }
}

/**
 * A mirror is restored from the side that served. Where both did, or neither, nobody but a user can say which data to
 * keep.
 */
function restoreMirror(world: World, session: Session, one: Side, two: Side): void {
  if (serves(one) !== serves(two)) recover(world, session, 'Switching_To_Metro_Sync');
}

/** Asynchronous sessions that are idle synchronize again when a recovery point objective has passed since the last time. */
function schedule(world: World, session: Session): void {
  const [one] = sidesOf(session);
  if (session.rpo === null || session.next || one?.[1].row.state !== 'OK') return;
  const last = one[1].row.last_sync_timestamp;
  const at = Math.max(world.now, (last === null ? world.now : Date.parse(last)) + session.rpo);
  session.next = { at, sequenceNumber: nextSequenceNumber(world) };
  world.due.push({ ...session.next, subject: session.id });
  changeRows(world, session, { next_sync_timestamp: wireTime(at) });
}

/** The state of a NAS server's session is that of its file systems where they agree, and a `Partial_` one where not. */
function summarize(world: World, session: Session): void {
  for (const [site, { row }] of sidesOf(session)) {
    const states = childrenOf(world, session).flatMap((child): ReplicationState[] => {
      const state = child.sides[site]?.row.state;
      // A file system in its cycle is as good as one between two of them.
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
