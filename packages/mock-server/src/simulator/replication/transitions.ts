// Transitions: a session passes through states one after the other, and completes or fails.
import { oppositeRole, type ReplicationState } from '@powerstore-api/types';
import { completeJob, failJob, reportProgress } from '../resources/jobs.js';
import type { Failure } from '../world/refusal.js';
import {
  type JobReference,
  type Session,
  type Side,
  sidesOf,
  type Transition,
  type TransitionEnd,
  type SessionRow,
} from '../world/session.js';
import { removeProtectable } from '../resources/volumes.js';
import type { Site } from '../world/site.js';
import { seconds, wireTime } from '../world/time.js';
import { arrayAt, childrenOf, nextSequenceNumber, type World } from '../world/world.js';
import { cycleDuration } from './cycles.js';
import { releaseResource } from './host-access.js';
import { levelling, sizesToTake, takeSizes } from './sizes.js';
import { changeRow, changeRows, enterState, isAsynchronous, recordChange, takeRole } from './session-side.js';

/** A transition to begin. */
export interface Plan {
  action: Transition['action'];
  /** The sides that take part. The side that received the request is first. */
  sites: Site[];
  via: readonly ReplicationState[];
  end: TransitionEnd;
  swapsRoles?: boolean | undefined;
  jobs?: JobReference[];
  failure?: Failure | undefined;
}

/** How long a state lasts in which no data is copied. */
const durationsMs: Readonly<Partial<Record<ReplicationState, number>>> = {
  Pausing: 2 * seconds,
  Resuming: 2 * seconds,
  Modify_Role_In_Progress: 3 * seconds,
  Failing_Over_For_DR: 5 * seconds,
  Deleting: 3 * seconds,
};

/** States in which data is copied. After them the destination is up to date. */
const copying: ReadonlySet<ReplicationState | undefined> = new Set<ReplicationState>([
  'Initializing',
  'Synchronizing',
  'Failing_Over',
  'Reprotecting',
]);

/** Begins a transition. It interrupts the current transitions of these sides. */
export function beginTransition(world: World, session: Session, plan: Plan): void {
  for (const member of [session, ...childrenOf(world, session)]) {
    interruptTransitions(world, member, plan.sites, `Interrupted by ${plan.action}.`);
    delete member.next;
  }
  // On a NAS server with several file systems only one of them fails, which leads to a Partial_ state.
  const [failingChild] = plan.failure && session.children.length > 1 ? session.children : [];
  const transition: Transition = {
    sequenceNumber: nextSequenceNumber(world),
    action: plan.action,
    sites: [...plan.sites],
    // Releases that do not know a state pass over it.
    via: plan.via.filter((state) => session.sites.every((site) => knowsState(world, site, state))),
    before: Object.fromEntries(sidesOf(session).map(([site, { row }]) => [site, row.state])),
    end: plan.end,
    swapsRoles: plan.swapsRoles ?? false,
    startedAt: world.now,
    endsAt: world.now,
    jobs: plan.jobs ?? [],
    ...(plan.via.some((state) => levelling.has(state)) && { sizes: sizesToTake(world, session) }),
    ...(plan.failure && { failure: plan.failure }),
    ...(failingChild !== undefined && { failingChild }),
  };
  session.transitions.push(transition);
  world.inTransition.add(session);
  const leftBehind = failingChild === undefined ? undefined : world.sessions.get(failingChild);
  // A file system whose reprotect fails stays Failed_Over, and its server becomes Partial_Reprotected.
  if (leftBehind && plan.end.fails_to !== undefined && plan.action !== 'reprotect')
    for (const site of plan.sites) enterState(world, leftBehind, site, plan.end.fails_to);
  beginState(world, session, transition);
}

/** Ends the transitions of these sides early, and leaves the states as they are. */
export function interruptTransitions(world: World, session: Session, sites: readonly Site[], why: string): void {
  for (const transition of session.transitions.filter((it) => it.sites.some((site) => sites.includes(site)))) {
    removeTransition(world, session, transition);
    for (const job of transition.jobs) failJob(world, job, { text: why });
  }
}

const knowsState = (world: World, site: Site, state: ReplicationState): boolean =>
  arrayAt(world, site).release.hasLiteral('ReplicationState', state);

/** The sides of a session that take part in a transition. */
const takingPart = (session: Session, { sites }: Transition): [Site, Side][] =>
  sidesOf(session).filter(([site]) => sites.includes(site));

/** The session and, for a NAS server, the sessions of the file systems on which the transition does not fail. */
const members = (world: World, session: Session, { failingChild }: Transition): Session[] => [
  session,
  ...childrenOf(world, session).filter(({ id }) => id !== failingChild),
];

function beginState(world: World, session: Session, transition: Transition): void {
  const [state] = transition.via;
  if (state === undefined) {
    if (transition.failure && transition.failingChild === undefined)
      return failTransition(world, session, transition, transition.failure);
    return complete(world, session, transition);
  }
  for (const member of members(world, session, transition))
    for (const site of transition.sites) enterState(world, member, site, state);
  transition.startedAt = world.now;
  if (world.transitionMode === 'immediate') return endState(world, session, transition);
  if (world.transitionMode === 'timed') {
    transition.endsAt = world.now + durationOf(world, session, transition.action, state);
    world.due.push({ at: transition.endsAt, sequenceNumber: transition.sequenceNumber, subject: session.id });
  } else {
    transition.reads = world.transitionMode.reads;
  }
}

/** How long a state lasts. Only states in which data is copied last long or short. */
function durationOf(world: World, session: Session, action: Transition['action'], state: ReplicationState): number {
  const [one] = sidesOf(session);
  if (action === 'cycle' && one) return cycleDuration(one[1].row.last_sync_duration);
  return durationsMs[state] ?? world.random.between(2, 8) * seconds;
}

/** Ends the current state of a transition. */
export function endState(world: World, session: Session, transition: Transition): void {
  if (transition.failure && transition.failingChild === undefined)
    return failTransition(world, session, transition, transition.failure);
  exchangeRoles(world, session, transition);
  const [state] = transition.via.splice(0, 1);
  if (copying.has(state))
    for (const member of members(world, session, transition)) recordCopy(world, member, transition.startedAt);
  beginState(world, session, transition);
}

function exchangeRoles(world: World, session: Session, transition: Transition): void {
  if (!transition.swapsRoles) return;
  transition.swapsRoles = false;
  for (const member of members(world, session, transition)) {
    for (const [site, side] of takingPart(member, transition)) {
      takeRole(world, member, site, oppositeRole(side.row.role));
      if (transition.sites.length === 1) side.failedOverAlone = true;
    }
  }
}

function complete(world: World, session: Session, transition: Transition): void {
  // If the release knows none of the states, no state was left that would have exchanged the roles.
  exchangeRoles(world, session, transition);
  removeTransition(world, session, transition);
  takeSizes(world, transition.sizes ?? []);
  const { to, set, deleted, removesOn } = transition.end;
  for (const member of members(world, session, transition)) {
    for (const [site, { row }] of takingPart(member, transition)) {
      if (set) changeRow(world, site, row, set);
      if (to !== undefined) enterState(world, member, site, to);
      if (deleted) deleteSide(world, member, site);
      if (deleted && site === removesOn) removeProtectable(world, site, row);
    }
  }
  for (const job of transition.jobs) {
    if (transition.failure) failJob(world, job, transition.failure);
    else completeJob(world, job);
  }
  world.toReconcile.push(session, ...childrenOf(world, session));
}

/** Deletes a session on an array, and altogether once the other side is deleted too. */
function deleteSide(world: World, session: Session, site: Site): void {
  recordChange(world, session, site, 'deleted');
  releaseResource(world, session, site);
  delete session.sides[site];
  arrayAt(world, site).tables.remove('replication_session', session.id);
  if (sidesOf(session).length === 0) world.sessions.delete(session.id);
}

/** Lets a transition fail. */
export function failTransition(world: World, session: Session, transition: Transition, failure: Failure): void {
  removeTransition(world, session, transition);
  for (const member of members(world, session, transition)) {
    for (const [site, { row }] of takingPart(member, transition)) {
      enterState(world, member, site, transition.end.fails_to ?? transition.before[site] ?? 'Error');
      if (isAsynchronous(row)) changeRow(world, site, row, { error_code: failure.code ?? null });
    }
  }
  for (const job of transition.jobs) failJob(world, job, failure);
  world.toReconcile.push(session, ...childrenOf(world, session));
}

function removeTransition(world: World, session: Session, transition: Transition): void {
  session.transitions = session.transitions.filter((it) => it !== transition);
  if (session.transitions.length === 0) world.inTransition.delete(session);
}

/** Records that the destination was brought up to date. */
function recordCopy(world: World, session: Session, startedAt: number): void {
  if (session.rpo === null) return;
  changeRows(world, session, {
    last_sync_timestamp: wireTime(world.now),
    last_sync_duration: world.now - startedAt,
  });
}

/** Updates the progress on the rows and jobs of a session. */
export function reportTransitions(world: World, session: Session): void {
  for (const transition of session.transitions) report(world, session, transition);
}

function report(world: World, session: Session, transition: Transition): void {
  const length = transition.endsAt - transition.startedAt;
  const percent = length > 0 ? Math.floor((100 * (world.now - transition.startedAt)) / length) : 0;
  const end = transition.reads === undefined ? transition.endsAt : null;
  for (const job of transition.jobs) reportProgress(world, job, percent, end);
  if (!copying.has(transition.via[0])) return;
  for (const member of members(world, session, transition)) {
    if (member.rpo === null) continue;
    for (const [site, { row }] of takingPart(member, transition)) {
      changeRow(world, site, row, {
        ...(row.role === 'Source' && ({ progress_percentage: percent } satisfies Partial<SessionRow>)),
        estimated_completion_timestamp: end === null ? null : wireTime(end),
      });
    }
  }
}
