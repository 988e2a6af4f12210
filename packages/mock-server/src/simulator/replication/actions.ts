// Actions on a replication session: judges them and carries them out.
import { type LifecycleOperation, type LifecycleRule, type OperationId, withDefaults } from '@powerstore-api/types';
import { completeJob, errorOf, failJob, type JobSubject, openJob } from '../resources/jobs.js';
import { takeSnapshot } from '../resources/snapshots.js';
import { type Failure, notFound, type Refusal } from '../world/refusal.js';
import { type JobReference, otherSite, type Session, type SessionAction, sidesOf } from '../world/session.js';
import type { PairSite, Site } from '../world/site.js';
import { days } from '../world/time.js';
import { isConnected, parentOf, type World } from '../world/world.js';
import type { ActionRequest, BodyOf } from './action-request.js';
import { reflectService } from './host-access.js';
import { decideAction } from './decide-action.js';
import { reconcileAll } from './reconcile.js';
import { changeRow, isMetro, recordChange } from './session-side.js';
import { beginTransition } from './transitions.js';

/** An operation that changes an instance, as a client sent it. */
export interface Action<Id extends OperationId = OperationId> {
  site: PairSite;
  operationId: Id;
  id: string;
  body: unknown;
  isAsync: boolean;
  user: string;
  /** A fault: the array accepts the action, and it fails before it ends. */
  failure?: Failure | undefined;
}

/** The result of an action: a refusal, or the id of the job that carries it out, with its output. */
export type WriteResult = { refusal: Refusal } | { job: string; output?: object | undefined };

/** Carries out an action. A refused action changes nothing, except that it may leave a failed job. */
export function perform<Id extends LifecycleOperation>(world: World, action: Action<Id>): WriteResult {
  const { site, operationId, id, isAsync } = action;
  const session = world.sessions.get(id);
  const side = session?.sides[site];
  if (!session || !side) return { refusal: notFound('replication_session', id) };
  // Without Prism's checks a field may have any value. Fields are only compared with their valid values.
  const body = withDefaults(operationId, action.body as BodyOf<Id> | undefined) as BodyOf<Id>;
  const request: ActionRequest<Id> = { world, session, site, side, operationId, body };
  const decision = decideAction(request);
  if ('refusal' in decision) return refuse(world, action, subjectOf(action, session), decision.refusal);
  const job = openJob(world, site, subjectOf(action, session));
  const output = carryOut(request, decision.rule, job, action.failure);
  reconcileAll(world);
  const error = isAsync ? undefined : errorOf(world, job);
  return error ? { refusal: error } : { job: job.id, output };
}

/** A 422 is a failure of the execution, so with `is_async` it goes into a failed job. Everything else is refused at once. */
export function refuse(world: World, { site, isAsync }: Action, subject: JobSubject, refusal: Refusal): WriteResult {
  if (!isAsync || refusal.status !== 422) return { refusal };
  const job = openJob(world, site, subject);
  failJob(world, job, refusal);
  return { job: job.id };
}

/** The name of an operation without the name of its resource. */
const actionOf = (operationId: LifecycleOperation): SessionAction =>
  operationId.slice('replication_session_'.length) as SessionAction;

const subjectOf = ({ operationId, user }: Action<LifecycleOperation>, { id, name }: Session): JobSubject => ({
  action: actionOf(operationId),
  resource: 'replication_session',
  id,
  name,
  user,
});

function carryOut(
  request: ActionRequest,
  rule: LifecycleRule,
  job: JobReference,
  failure: Failure | undefined,
): { snapshot_id: string } | undefined {
  const { world, session, site, operationId } = request;
  const { to, fails_to, set, via = [], swap_roles: swapsRoles } = rule;
  const sites = isConnected(world, session) ? [site, otherSite(session, site)] : [site];
  rememberDirection(request);
  if (to !== undefined) {
    if (operationId === 'replication_session_pause') rememberState(session, sites);
    const end = { to, fails_to, set };
    beginTransition(world, session, {
      action: actionOf(operationId),
      sites,
      via,
      end,
      swapsRoles,
      jobs: [job],
      failure,
    });
    return undefined;
  }
  if (failure) {
    failJob(world, job, failure);
    return undefined;
  }
  // Automatic failover belongs to both sides. Every other attribute belongs to the side that received the action.
  setAttributes(world, session, set?.auto_failover_state !== undefined ? sites : [site], set);
  const output = takeSnapshots(request);
  completeJob(world, job, output && { response_type: `job_${operationId}_response`, ...output });
  world.toReconcile.push(session);
  return output;
}

/** Carries out an action that has no transition: it changes attributes at once. */
function setAttributes(world: World, session: Session, sites: readonly Site[], set: LifecycleRule['set'] = {}): void {
  const text = Object.entries(set)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
  for (const site of sites) {
    const row = session.sides[site]?.row;
    if (!row) continue;
    changeRow(world, site, row, set);
    // A promoted side starts to serve its hosts, and a demoted one stops.
    if (isMetro(row)) reflectService(world, session, site);
    recordChange(world, session, site, text);
  }
}

/** Remembers which state the NAS server has while its file systems differ. */
function rememberDirection({ world, session, operationId, body }: ActionRequest): void {
  const server = parentOf(world, session) ?? session;
  if (operationId === 'replication_session_failover') server.partialState = 'Partial_Failed_Over';
  if (operationId === 'replication_session_reprotect')
    server.partialState =
      'discard_changes_after_failover' in body && body.discard_changes_after_failover === true
        ? 'Partial_Failed_Back'
        : 'Partial_Reprotected';
}

function rememberState(session: Session, sites: readonly Site[]): void {
  for (const [site, side] of sidesOf(session)) {
    // A side that is already paused keeps the state in which it was paused.
    if (sites.includes(site) && side.row.state !== 'Paused') side.pausedIn = side.row.state;
  }
}

/** Takes the snapshot of a promotion or a demotion, or the one that a client wants at the end of a failover test. */
function takeSnapshots({
  world,
  session,
  site,
  operationId,
  body,
}: ActionRequest): { snapshot_id: string } | undefined {
  if (operationId === 'replication_session_promote')
    takeSnapshot(world, session, site, 'Metro_Promote', world.now + 3 * days);
  if (operationId === 'replication_session_demote')
    takeSnapshot(world, session, site, 'Metro_Demote', world.now + 3 * days);
  const isKept =
    operationId === 'replication_session_stop_failover_test' &&
    'create_end_of_test_snapshot' in body &&
    body.create_end_of_test_snapshot === true;
  if (!isKept) return undefined;
  // No document says how long an array keeps it; a week is our assumption.
  return { snapshot_id: takeSnapshot(world, session, site, 'failover_test_STOPPED', world.now + 7 * days) };
}
