// What follows by itself once something has ended: two sides that disagree are brought together, a NAS server says what
// its file systems are in, and the next synchronization is scheduled.
import { oppositeRole, type ReplicationRole } from '@powerstore-api/types';
import { begin } from './transitions.js';
import { change, enter, isAsynchronous, isMetro, serves, stop, takeRole, undisturbed } from './session-side.js';
import { wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { isConnected, type Session, type Side, sidesOf, ticket, type World } from '../world/world.js';

export function settleAll(world: World): void {
  // Settling one may unsettle others, which are then at the end of the list.
  for (const session of world.unsettled) settle(world, session);
  world.unsettled = [];
}

function settle(world: World, session: Session): void {
  const parent = world.sessions.get(session.parent ?? '');
  // A file system goes along with its NAS server.
  if (session.runs.length > 0 || (parent && parent.runs.length > 0)) return;
  if (isConnected(world, session)) reconcile(world, session);
  else stopWhatFailed(world, session);
  if (session.runs.length > 0) return;
  schedule(world, session);
  summarize(world, parent ?? session);
}

/** What failed while the other side was out of reach is back where it was before, and not in step any more. */
function stopWhatFailed(world: World, session: Session): void {
  for (const [site, side] of sidesOf(session)) {
    if (undisturbed.has(String(side.row['state']))) stop(world, session, site, side);
  }
}

/** Brings two sides together that each went their own way while they could not reach each other. */
function reconcile(world: World, session: Session): void {
  const [one, two] = sidesOf(session);
  if (!one) return;
  if (!two) {
    // Deleted on the other side while this one was out of reach.
    begin(world, session, { action: 'delete', sites: [one[0]], via: ['Deleting'], outcome: { gone: true } });
    return;
  }
  const ahead = [one, two].find(([, side]) => side.ahead);
  for (const [, side] of [one, two]) delete side.ahead;
  if (ahead) {
    follow(world, session, ahead);
    return;
  }
  if (!one[1].lost || !two[1].lost) return;
  if (!filesAreLost(world, session)) {
    // One of its file systems went its own way meanwhile, and so each recovers by itself.
    for (const [, side] of [one, two]) delete side.lost;
    return;
  }
  if (isMetro(one[1].row)) restoreMirror(world, session, one[1], two[1]);
  else recover(world, session, isAsynchronous(one[1].row) ? 'Synchronizing' : 'Switching_To_Synchronous');
}

const recover = (world: World, session: Session, state: string): void =>
  begin(world, session, { action: 'recover', sites: [...session.sites], via: [state], outcome: { to: 'OK' } });

const filesAreLost = (world: World, { children }: Session): boolean =>
  children.every((id) => sidesOf(world.sessions.get(id) as Session).every(([, side]) => side.lost === true));

/** The other side failed over while this one was out of reach: what was the source is the destination now. */
function follow(world: World, session: Session, [winner, { row }]: [Site, Side]): void {
  for (const [site, side] of sidesOf(session)) {
    if (site === winner) continue;
    takeRole(world, session, site, oppositeRole(row['role'] as ReplicationRole));
    enter(world, session, site, 'Failed_Over');
    delete side.lost;
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
  if (session.rpo === null || session.next || one?.[1].row['state'] !== 'OK') return;
  const last = one[1].row['last_sync_timestamp'];
  const at = Math.max(world.now, (typeof last === 'string' ? Date.parse(last) : world.now) + session.rpo);
  session.next = { at, ticket: ticket(world) };
  world.due.push({ ...session.next, subject: session.id });
  for (const [site, { row }] of sidesOf(session)) change(world, site, row, { next_sync_timestamp: wireTime(at) });
}

/** The state of a NAS server's session is that of its file systems where they agree, and a `Partial_` one where not. */
function summarize(world: World, session: Session): void {
  for (const [site, { row }] of sidesOf(session)) {
    const states = session.children.flatMap((id) => {
      const state = world.sessions.get(id)?.sides[site]?.row['state'];
      // A file system in its cycle is as good as one between two of them.
      return state === undefined ? [] : [state === 'Synchronizing' ? 'OK' : String(state)];
    });
    const [first] = states;
    if (first === undefined) continue;
    const agree = states.every((state) => state === first);
    const state = agree ? first : partial(session, states);
    if (row['state'] !== state) enter(world, session, site, state);
  }
}

function partial({ last }: Session, states: string[]): string {
  if (states.includes('Failed_Over')) {
    if (last?.operationId !== 'replication_session_reprotect') return 'Partial_Failed_Over';
    return last.body['discard_changes_after_failover'] === true ? 'Partial_Failed_Back' : 'Partial_Reprotected';
  }
  return states.includes('Paused') ? 'Partial_Paused' : 'Partial_OK';
}
