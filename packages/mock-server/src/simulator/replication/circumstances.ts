// What the documents say of actions and the state table cannot: conditions on both sides at once, on time, and on
// snapshots. It is looked at after the table, so that nobody is told to set `force` where that is of no use.
import type { LifecycleOperation } from '@powerstore-api/types';
import { otherSite, sidesOf } from '../world/session.js';
import { bothKnow, isConnected, parentOf } from '../world/world.js';
import { type Asked, type Judgement, type Opinion, refused } from './asked.js';
import { serves } from './host-access.js';
import { isAsynchronous, isMetro } from './session-side.js';

/** One replication operation at a time (Info Hub); a file system takes part in those of its NAS server. */
const parentIsIdle: Opinion<LifecycleOperation> = ({ world, session }) => {
  const parent = parentOf(world, session);
  return parent && parent.transitions.length > 0
    ? refused(422, 'The session of the NAS server is under way with something.')
    : undefined;
};

/**
 * Only one side is paused: it was paused while the link was down. Pausing again pauses the other side too; resume and
 * synchronization are not possible until then (array API document 4.0, on pausing), nor is a planned failover, for which
 * the table wants a side that is OK.
 */
export function isPausedAlone({ world, session, site, side }: Asked): boolean {
  const other = session.sides[otherSite(session, site)];
  return (
    other !== undefined &&
    isConnected(world, session) &&
    (side.row.state === 'Paused') !== (other.row.state === 'Paused')
  );
}

const bothArePaused: Opinion<LifecycleOperation> = (asked) =>
  isPausedAlone(asked) && asked.session.transitions.length === 0
    ? refused(422, 'Only one side is paused. Pause again to pause both, then resume.')
    : undefined;

/** Data of a mirror that serves on both sides differs: which to keep is for a user to say (our reading). */
const oneSideServes: Opinion<LifecycleOperation> = ({ session, side }) => {
  const isSplit = isMetro(side.row) && sidesOf(session).every(([, each]) => serves(each));
  return isSplit && side.row.state === 'Paused'
    ? refused(422, 'Both sides serve hosts. Demote one of them first.')
    : undefined;
};

/** `failover_snapshot_id` is not for while a test runs (array API document 4.0). */
const failoverSnapshotIsThere: Opinion<'replication_session_failover'> = (asked) => {
  const { failover_snapshot_id: id } = asked.body;
  if (id === undefined) return undefined;
  if (asked.side.row.failover_test_in_progress === true)
    return refused(422, 'failover_snapshot_id cannot be used while a failover test is running.');
  return snapshotIsThere(asked, id);
};

const testSnapshotIsThere: Opinion<'replication_session_start_failover_test'> = (asked) => {
  const { snapshot_id: id } = asked.body;
  return id === undefined ? undefined : snapshotIsThere(asked, id);
};

function snapshotIsThere({ world, site, side }: Asked, id: string): Judgement | undefined {
  const snapshot = world.snapshots.get(id);
  return snapshot?.site === site && snapshot.of === side.row.local_resource_id
    ? undefined
    : refused(422, `The local resource has no snapshot ${id}.`);
}

/**
 * From 4.4 on an unplanned failover needs `force` where data may be lost: the destination has missed its recovery point
 * objective, or a synchronous NAS session is out of sync (portal document 4.4).
 */
const isUpToDateOrForced: Opinion<'replication_session_failover'> = ({ world, session, side: { row }, body }) => {
  if (body.is_planned !== false || body.force === true || !bothKnow(world, session, '4.4.0.0')) return undefined;
  const { next_sync_timestamp: due, state } = row;
  const isBehind = isAsynchronous(row)
    ? due !== null && Date.parse(due) < world.now && state !== 'Synchronizing'
    : state === 'System_Paused' || state === 'Paused';
  return isBehind
    ? refused(422, 'The destination is behind, and data may be lost. Set force to fail over all the same.')
    : undefined;
};

/** Before 4.3 a test is stopped with `force` where the other array cannot be reached (array API document 4.0). */
const isConnectedOrForced: Opinion<'replication_session_stop_failover_test'> = ({ world, session, body }) =>
  body.force === true || bothKnow(world, session, '4.3.0.0') || isConnected(world, session)
    ? undefined
    : refused(422, 'The other array cannot be reached. Set force to stop the test all the same.');

const circumstances: { readonly [Id in LifecycleOperation]?: readonly Opinion<Id>[] } = {
  replication_session_resume: [bothArePaused, oneSideServes],
  replication_session_sync: [bothArePaused],
  replication_session_failover: [failoverSnapshotIsThere, isUpToDateOrForced],
  replication_session_start_failover_test: [testSnapshotIsThere],
  replication_session_stop_failover_test: [isConnectedOrForced],
};

export function judgeByCircumstances<Id extends LifecycleOperation>(asked: Asked<Id>): Judgement | undefined {
  for (const opinion of [parentIsIdle, ...(circumstances[asked.operationId] ?? [])]) {
    const judgement = opinion(asked);
    if (judgement) return judgement;
  }
  return undefined;
}
