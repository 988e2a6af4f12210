// Rules that decide on an action before the state table does.
import { errorCodes, lifecycle, type LifecycleOperation } from '@powerstore-api/types';
import { type ActionRequest, type Decision, type ActionCheck, refused } from './action-request.js';
import { isPausedAlone } from './circumstances.js';

/** If only this side is paused, it can be paused again, which pauses the other side too; see `isPausedAlone`. */
const pauseAgain: ActionCheck<'replication_session_pause'> = (request) => {
  const [rule] = lifecycle.replication_session_pause.rules;
  return isPausedAlone(request) && request.side.row.state === 'Paused' && rule ? { rule } : undefined;
};

/** On both sides, and before any other error: OpenStack's driver depends on the code (sdk-cinder). */
const failedOverAlready: ActionCheck<'replication_session_failover'> = ({ side, body }) =>
  side.row.state === 'Failed_Over' && body.force !== true
    ? refused(422, 'The session has already failed over.', errorCodes.already_failed_over.code)
    : undefined;

/** `failover_snapshot_id` is for unplanned failovers (array API document 4.0). */
const noSnapshotWhilePlanned: ActionCheck<'replication_session_failover'> = ({ body }) =>
  body.failover_snapshot_id !== undefined && body.is_planned === true
    ? refused(
        400,
        'failover_snapshot_id is only for an unplanned failover. Set is_planned to false, or leave the snapshot out.',
      )
    : undefined;

const preconditions: { readonly [Id in LifecycleOperation]?: readonly ActionCheck<Id>[] } = {
  replication_session_pause: [pauseAgain],
  replication_session_failover: [failedOverAlready, noSnapshotWhilePlanned],
};

export function decideByPreconditions<Id extends LifecycleOperation>(request: ActionRequest<Id>): Decision | undefined {
  for (const check of preconditions[request.operationId] ?? []) {
    const decision = check(request);
    if (decision) return decision;
  }
  return undefined;
}
