// An action on a replication session: judged by the state table, and carried out.
import { hasLifecycle, type LifecycleOperation, type LifecycleRule, type OperationId } from '@powerstore-api/types';
import type { Row } from '../../query/row.js';
import { judgeAll } from './preconditions.js';
import { completeJob, errorOf, failJob, type JobReference, type JobSubject, openJob } from './jobs.js';
import { judge, withDefaults } from './state-table.js';
import type { Refused } from './refusal.js';
import { begin } from './transitions.js';
import { change, isMetro, note, reflectService } from './session-side.js';
import { settleAll } from './reconcile.js';
import { takeSnapshot } from './snapshots.js';
import { days } from '../world/time.js';
import type { Site } from '../world/site.js';
import { type Failure, isConnected, otherSite, type Session, type Side, sidesOf, type World } from '../world/world.js';

export interface Call {
  site: Site;
  operationId: OperationId;
  id: string;
  body: unknown;
  isAsync: boolean;
  user: string;
  /** A fault: the action is accepted, and fails on the way. */
  failure?: Failure | undefined;
}

/** What became of a call: the job that carries it out, and what it left behind. */
export type Outcome = { refused: Refused } | { job: string; output?: Row | undefined };

/** Carries an action out. What is refused changes nothing, but for the job of it where one was asked for. */
export function perform(world: World, call: Call): Outcome {
  const { site, operationId, id, isAsync } = call;
  if (!hasLifecycle(operationId)) throw new RangeError(`${operationId} is no action of a replication session`);
  const session = world.sessions.get(id);
  const side = session?.sides[site];
  if (!session || !side) {
    return {
      refused: { status: 404, text: `There is no replication_session with id ${id}.`, code: '0xE04040020009' },
    };
  }
  const body = withDefaults(operationId, call.body);
  const verdict = assess(world, session, site, side, operationId, body);
  if ('refused' in verdict) return refuse(world, call, subjectOf(call, session), verdict.refused);
  const job = openJob(world, site, subjectOf(call, session));
  const output = carryOut(world, session, site, { ...call, body, job, rule: verdict.rule });
  settleAll(world);
  const failed = isAsync ? undefined : errorOf(world, job);
  return failed ? { refused: failed } : { job: job.id, output };
}

/** Refused before execution: at once. Failed in execution: where a job was asked for, that is for the job to say. */
export function refuse(world: World, { site, isAsync }: Call, subject: JobSubject, refused: Refused): Outcome {
  if (!isAsync || refused.status !== 422) return { refused };
  const job = openJob(world, site, subject);
  failJob(world, job, refused);
  return { job: job.id };
}

const subjectOf = ({ operationId, user }: Call, { id, name }: Session): JobSubject => ({
  action: operationId.replace('replication_session_', ''),
  resource: 'replication_session',
  id,
  name,
  user,
});

function assess(
  world: World,
  session: Session,
  site: Site,
  side: Side,
  operationId: LifecycleOperation,
  body: Row,
): { rule: LifecycleRule } | { refused: Refused } {
  const situation = {
    row: side.row,
    pausedIn: side.pausedIn ?? 'OK',
    connected: isConnected(world, session),
    failoverTest: sidesOf(session).some(([, { row }]) => row['failover_test_in_progress'] === true),
  };
  return judgeAll(world, session, site, operationId, body, () => judge(operationId, body, situation));
}

interface Accepted extends Call {
  body: Row;
  rule: LifecycleRule;
  job: JobReference;
}

function carryOut(world: World, session: Session, site: Site, call: Accepted): Row | undefined {
  const { operationId, body, rule, job, failure } = call;
  const { to, fails_to, set, via = [], swap_roles: swap } = rule;
  const both = isConnected(world, session) ? [site, otherSite(session, site)] : [site];
  if (operationId === 'replication_session_failover' || operationId === 'replication_session_reprotect') {
    // What a file system is asked for by itself is what its NAS server is halfway through.
    (world.sessions.get(session.parent ?? '') ?? session).last = { operationId, body };
  }
  if (to !== undefined) {
    if (operationId === 'replication_session_pause') rememberState(session, both);
    const action = operationId.replace('replication_session_', '');
    begin(world, session, { action, sites: both, via, outcome: { to, fails_to, set }, swap, jobs: [job], failure });
    return undefined;
  }
  if (failure) {
    failJob(world, job, failure);
    return undefined;
  }
  // Automatic failover is of the session, everything else that an action sets of the side that is asked.
  const sites = set && 'auto_failover_state' in set ? both : [site];
  for (const at of sites) {
    const row = session.sides[at]?.row;
    if (row && set) change(world, at, row, set);
    // A side that is promoted or demoted serves its hosts, or does no longer.
    if (row && isMetro(row)) reflectService(world, session, at);
    note(
      world,
      session,
      at,
      Object.entries(set ?? {})
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', '),
    );
  }
  const output = snapshotOf(world, session, site, operationId, body);
  completeJob(world, job, output ? 200 : 204, output && { response_type: `job_${operationId}_response`, ...output });
  world.unsettled.push(session);
  return output;
}

function rememberState(session: Session, sites: readonly Site[]): void {
  for (const at of sites) {
    const side = session.sides[at];
    // A side that is paused already keeps what it was paused in.
    if (side && side.row['state'] !== 'Paused') side.pausedIn = String(side.row['state']);
  }
}

/** Snapshots that come with an action: of what a test wrote, and of what a promotion opens. */
function snapshotOf(world: World, session: Session, site: Site, operationId: OperationId, body: Row): Row | undefined {
  if (operationId === 'replication_session_promote') {
    takeSnapshot(world, session, site, 'promote', world.now + 3 * days);
  }
  if (operationId !== 'replication_session_stop_failover_test' || body['create_end_of_test_snapshot'] !== true) {
    return undefined;
  }
  // How long an array keeps it is not documented; a week is ours.
  const id = takeSnapshot(world, session, site, 'failover_test_STOPPED', world.now + 7 * days);
  return { snapshot_id: id };
}
