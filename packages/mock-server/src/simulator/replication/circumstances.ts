// Conditions of the documents that the state table cannot express: on both sides at once, on time, and on snapshots. They come
// after the table, so that no error advises `force` where that would not help.
import type { LifecycleOperation } from '@powerstore-api/types';
import { otherSite, sidesOf } from '../world/session.js';
import { bothKnow, isConnected, parentOf } from '../world/world.js';
import { type ActionRequest, type Decision, type ActionCheck, refused } from './action-request.js';
import { serves } from './host-access.js';
import { isAsynchronous, isMetro } from './session-side.js';

/** One replication operation at a time (Info Hub); a file system takes part in those of its NAS server. */
const parentIsIdle: ActionCheck<LifecycleOperation> = ({ world, session }) => {
  const parent = parentOf(world, session);
  return parent && parent.transitions.length > 0
    ? refused(422, 'An action on the session of the NAS server has not ended yet. Wait until it has.')
    : undefined;
};

/**
 * Whether only one side is paused, because it was paused while the link was down. Pausing again pauses the other side too;
 * until then resume and synchronization are not possible (array API document 4.0, on pausing). Nor is a planned failover,
 * because the table requires OK.
 */
export function isPausedAlone({ world, session, site, side }: ActionRequest): boolean {
  const other = session.sides[otherSite(session, site)];
  return (
    other !== undefined &&
    isConnected(world, session) &&
    (side.row.state === 'Paused') !== (other.row.state === 'Paused')
  );
}

const bothArePaused: ActionCheck<LifecycleOperation> = (request) =>
  isPausedAlone(request) && request.session.transitions.length === 0
    ? refused(422, 'Only one side is paused. Pause again to pause both, then resume.')
    : undefined;

/** If both sides of a mirror serve, their data differs, and a user has to choose which to keep (our reading). */
const oneSideServes: ActionCheck<LifecycleOperation> = ({ session, side }) => {
  const isSplit = isMetro(side.row) && sidesOf(session).every(([, each]) => serves(each));
  return isSplit && side.row.state === 'Paused'
    ? refused(422, 'Both sides serve hosts. Demote one of them first.')
    : undefined;
};

/** `failover_snapshot_id` is not allowed while a failover test runs (array API document 4.0). */
const failoverSnapshotIsThere: ActionCheck<'replication_session_failover'> = (request) => {
  const { failover_snapshot_id: id } = request.body;
  if (id === undefined) return undefined;
  if (request.side.row.failover_test_in_progress === true)
    return refused(422, 'failover_snapshot_id is not allowed while a failover test is running. Stop the test first.');
  return snapshotIsThere(request, id);
};

const testSnapshotIsThere: ActionCheck<'replication_session_start_failover_test'> = (request) => {
  const { snapshot_id: id } = request.body;
  return id === undefined ? undefined : snapshotIsThere(request, id);
};

function snapshotIsThere({ world, site, side }: ActionRequest, id: string): Decision | undefined {
  const snapshot = world.snapshots.get(id);
  return snapshot?.site === site && snapshot.of === side.row.local_resource_id
    ? undefined
    : refused(422, `The local resource of this session has no snapshot ${id}.`);
}

/**
 * From 4.4 on an unplanned failover needs `force` if it may lose data: the destination has missed its recovery point
 * objective, or a synchronous NAS session is out of sync (portal document 4.4).
 */
const isUpToDateOrForced: ActionCheck<'replication_session_failover'> = ({ world, session, side: { row }, body }) => {
  if (body.is_planned !== false || body.force === true || !bothKnow(world, session, '4.4.0.0')) return undefined;
  const { last_sync_timestamp: last, state } = row;
  const isBehind = isAsynchronous(row)
    ? last !== null && session.rpo !== null && Date.parse(last) + session.rpo < world.now
    : state === 'System_Paused' || state === 'Paused';
  return isBehind
    ? refused(422, 'The destination is behind, so a failover may lose data. Set force to true to fail over anyway.')
    : undefined;
};

/** Before 4.3, stopping a test needs `force` if the other array cannot be reached (array API document 4.0). */
const isConnectedOrForced: ActionCheck<'replication_session_stop_failover_test'> = ({ world, session, body }) =>
  body.force === true || bothKnow(world, session, '4.3.0.0') || isConnected(world, session)
    ? undefined
    : refused(422, 'The other array cannot be reached. Set force to true to stop the test anyway.');

const circumstances: { readonly [Id in LifecycleOperation]?: readonly ActionCheck<Id>[] } = {
  replication_session_resume: [bothArePaused, oneSideServes],
  replication_session_sync: [bothArePaused],
  replication_session_failover: [failoverSnapshotIsThere, isUpToDateOrForced],
  replication_session_start_failover_test: [testSnapshotIsThere],
  replication_session_stop_failover_test: [isConnectedOrForced],
};

export function decideByCircumstances<Id extends LifecycleOperation>(request: ActionRequest<Id>): Decision | undefined {
  for (const check of [parentIsIdle, ...(circumstances[request.operationId] ?? [])]) {
    const decision = check(request);
    if (decision) return decision;
  }
  return undefined;
}
