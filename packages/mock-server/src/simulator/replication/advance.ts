// Time passes: what is due by then happens, in order.
import { begin, leaveStep } from './transitions.js';
import { settleAll } from './reconcile.js';
import { expireSnapshot } from './snapshots.js';
import { type Session, sidesOf, type World } from '../world/world.js';

export function advanceTo(world: World, time: number): void {
  for (let next = world.due.peek(); next && next.at <= time; next = world.due.peek()) {
    world.due.pop();
    world.now = Math.max(world.now, next.at);
    const session = world.sessions.get(next.subject);
    if (session) happen(world, session, next.ticket);
    else expireSnapshot(world, next.subject);
    settleAll(world);
  }
  world.now = Math.max(world.now, time);
}

function happen(world: World, session: Session, ticket: number): void {
  const run = session.runs.find((it) => it.ticket === ticket);
  if (run) leaveStep(world, session, run);
  else if (session.next?.ticket === ticket) synchronize(world, session);
}

/** The recovery point objective has passed: what is idle synchronizes. Nothing is idle that has lost its other side. */
function synchronize(world: World, session: Session): void {
  delete session.next;
  if (sidesOf(session).some(([, { row }]) => row['state'] !== 'OK')) return;
  begin(world, session, {
    action: 'cycle',
    sites: [...session.sites],
    via: ['Synchronizing'],
    outcome: { to: 'OK' },
  });
}

/** A session was read: with transitions by reads, what has been shown often enough is over. */
export function countRead(world: World, session: Session): void {
  for (const run of session.runs) {
    if (run.reads === undefined) continue;
    while (run.reads <= 0 && session.runs.includes(run)) leaveStep(world, session, run);
    run.reads -= 1;
  }
  settleAll(world);
}
