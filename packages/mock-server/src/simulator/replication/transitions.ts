// What is under way: a session passes through states, one after the other, and arrives or fails.
import { oppositeRole, type ReplicationRole } from '@powerstore-api/types';
import { completeJob, failJob, type JobReference, reportProgress } from './jobs.js';
import { change, enter, isAsynchronous, note, releaseResource, takeRole } from './session-side.js';
import { seconds, wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import {
  arrayAt,
  type Failure,
  type Outcome,
  type Run,
  type Session,
  type Side,
  sidesOf,
  ticket,
  type World,
} from '../world/world.js';

/** What is to be carried out. */
export interface Plan {
  action: string;
  /** The sides that take part, the one that was asked first. */
  sites: Site[];
  via: readonly string[];
  outcome: Outcome;
  swap?: boolean | undefined;
  jobs?: JobReference[];
  failure?: Failure | undefined;
}

/** How long a state on the way lasts, where nothing is copied. */
const durations: Readonly<Record<string, number>> = {
  Pausing: 2 * seconds,
  Resuming: 2 * seconds,
  Modify_Role_In_Progress: 3 * seconds,
  Failing_Over_For_DR: 5 * seconds,
  Deleting: 3 * seconds,
};

/** States in which data is copied; afterwards the destination is as new as the source. */
const copies = new Set(['Initializing', 'Synchronizing', 'Failing_Over', 'Reprotecting']);

/** Begins something; what was under way on these sides is over with it. */
export function begin(world: World, session: Session, plan: Plan): void {
  for (const member of [session, ...childrenOf(world, session)]) {
    interrupt(world, member, plan.sites, `Interrupted by ${plan.action}.`);
    delete member.next;
  }
  // Of a NAS server with several file systems one fails, which is what the Partial_ states are for.
  const [leaves] = plan.failure && session.children.length > 1 ? session.children : [];
  const run: Run = {
    ticket: ticket(world),
    action: plan.action,
    sites: [...plan.sites],
    // A release that does not know a state does not show it.
    via: plan.via.filter((state) => session.sites.every((site) => knowsState(world, site, state))),
    before: Object.fromEntries(sidesOf(session).map(([site, { row }]) => [site, String(row['state'])])),
    outcome: plan.outcome,
    swap: plan.swap ?? false,
    startedAt: world.now,
    endsAt: world.now,
    jobs: plan.jobs ?? [],
    ...(plan.failure && { failure: plan.failure }),
    ...(leaves !== undefined && { leaves }),
  };
  session.runs.push(run);
  world.running.add(session);
  const left = world.sessions.get(leaves ?? '');
  // What has failed over and is not reprotected stays as it is: the server is Partial_Reprotected.
  if (left && run.outcome.fails_to !== undefined && run.action !== 'reprotect')
    for (const site of run.sites) enter(world, left, site, run.outcome.fails_to);
  enterStep(world, session, run);
}

/** Ends what is under way on these sides before it has arrived, and leaves the state as it is. */
export function interrupt(world: World, session: Session, sites: readonly Site[], why: string): void {
  for (const run of session.runs.filter((it) => it.sites.some((site) => sites.includes(site)))) {
    drop(world, session, run);
    for (const job of run.jobs) failJob(world, job, { text: why });
  }
}

const knowsState = (world: World, site: Site, state: string): boolean =>
  arrayAt(world, site).release.hasLiteral('ReplicationState', state);

const childrenOf = (world: World, session: Session): Session[] =>
  session.children.flatMap((id) => world.sessions.get(id) ?? []);

/** The sides of a session that take part in something. */
const takingPart = (session: Session, { sites }: Run): [Site, Side][] =>
  sidesOf(session).filter(([site]) => sites.includes(site));

/** The session and, of a NAS server, the file systems that come along. */
const members = (world: World, session: Session, { leaves }: Run): Session[] => [
  session,
  ...childrenOf(world, session).filter(({ id }) => id !== leaves),
];

function enterStep(world: World, session: Session, run: Run): void {
  const [state] = run.via;
  if (state === undefined) {
    if (run.failure && run.leaves === undefined) return fail(world, session, run, run.failure);
    return arrive(world, session, run);
  }
  for (const member of members(world, session, run)) for (const site of run.sites) enter(world, member, site, state);
  run.startedAt = world.now;
  if (world.transitions === 'immediate') return leaveStep(world, session, run);
  if (world.transitions === 'timed') {
    run.endsAt = world.now + (durations[state] ?? world.random.between(2, 8) * seconds);
    world.due.push({ at: run.endsAt, ticket: run.ticket, subject: session.id });
  } else {
    run.reads = world.transitions.reads;
  }
}

/** The current state is over. */
export function leaveStep(world: World, session: Session, run: Run): void {
  if (run.failure && run.leaves === undefined) return fail(world, session, run, run.failure);
  exchangeRoles(world, session, run);
  const [state = ''] = run.via.splice(0, 1);
  if (copies.has(state)) for (const member of members(world, session, run)) recordCopy(world, member, run.startedAt);
  enterStep(world, session, run);
}

function exchangeRoles(world: World, session: Session, run: Run): void {
  if (!run.swap) return;
  run.swap = false;
  for (const member of members(world, session, run)) {
    for (const [site, side] of takingPart(member, run)) {
      takeRole(world, member, site, oppositeRole(side.row['role'] as ReplicationRole));
      if (run.sites.length === 1) side.ahead = true;
    }
  }
}

function arrive(world: World, session: Session, run: Run): void {
  // Where the release knows no state on the way, there was none to leave.
  exchangeRoles(world, session, run);
  drop(world, session, run);
  const { to, set, gone } = run.outcome;
  for (const member of members(world, session, run)) {
    for (const [site, { row }] of takingPart(member, run)) {
      if (set) change(world, site, row, set);
      if (to !== undefined) enter(world, member, site, to);
      if (gone) remove(world, member, site);
    }
  }
  for (const job of run.jobs) {
    if (run.failure) failJob(world, job, run.failure);
    else completeJob(world, job, 204);
  }
  world.unsettled.push(session, ...childrenOf(world, session));
}

/** Takes a session off an array, and off the world once the other side is gone as well. */
function remove(world: World, session: Session, site: Site): void {
  note(world, session, site, 'deleted');
  releaseResource(world, session, site);
  delete session.sides[site];
  arrayAt(world, site).tables.remove('replication_session', session.id);
  if (sidesOf(session).length === 0) world.sessions.delete(session.id);
}

/** What is under way ends badly. */
export function fail(world: World, session: Session, run: Run, failure: Failure): void {
  drop(world, session, run);
  for (const member of members(world, session, run)) {
    for (const [site, { row }] of takingPart(member, run)) {
      enter(world, member, site, run.outcome.fails_to ?? run.before[site] ?? 'Error');
      if (isAsynchronous(row)) change(world, site, row, { error_code: failure.code ?? null });
    }
  }
  for (const job of run.jobs) failJob(world, job, failure);
  world.unsettled.push(session, ...childrenOf(world, session));
}

function drop(world: World, session: Session, run: Run): void {
  session.runs = session.runs.filter((it) => it !== run);
  if (session.runs.length === 0) world.running.delete(session);
}

/** The destination has what the source had when the copy began. */
function recordCopy(world: World, session: Session, startedAt: number): void {
  if (session.rpo === null) return;
  for (const [site, { row }] of sidesOf(session)) {
    change(world, site, row, { last_sync_timestamp: wireTime(world.now), last_sync_duration: world.now - startedAt });
  }
}

/** Says on the rows and jobs of a session how far it is by now. */
export function report(world: World, session: Session): void {
  for (const run of session.runs) reportRun(world, session, run);
}

function reportRun(world: World, session: Session, run: Run): void {
  const [state = ''] = run.via;
  const length = run.endsAt - run.startedAt;
  const percent = length > 0 ? Math.floor((100 * (world.now - run.startedAt)) / length) : 0;
  const end = run.reads === undefined ? run.endsAt : null;
  for (const job of run.jobs) reportProgress(world, job, percent, end);
  if (!copies.has(state)) return;
  for (const member of members(world, session, run)) {
    if (member.rpo === null) continue;
    for (const [site, { row }] of takingPart(member, run)) {
      change(world, site, row, {
        ...(row['role'] === 'Source' && { progress_percentage: percent }),
        estimated_completion_timestamp: end === null ? null : wireTime(end),
      });
    }
  }
}
