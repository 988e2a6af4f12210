import type { LifecycleOperation } from '@powerstore-api/types';
import { sidesOf } from '../world/session.js';
import { isConnected } from '../world/world.js';
import type { ActionRequest, Decision } from './action-request.js';
import { decideByCircumstances } from './circumstances.js';
import { decideByPreconditions } from './preconditions.js';
import { decideByTable } from './state-table.js';

/** Whether an action is possible: preconditions → state table → circumstances. */
export function decideAction<Id extends LifecycleOperation>(request: ActionRequest<Id>): Decision {
  const decision =
    decideByPreconditions(request) ?? decideByTable(request.operationId, request.body, situationOf(request));
  return 'refusal' in decision ? decision : (decideByCircumstances(request) ?? decision);
}

const situationOf = ({ world, session, side: { row, pausedIn = 'OK' } }: ActionRequest) => ({
  row,
  pausedIn,
  isConnected: isConnected(world, session),
  isTested: sidesOf(session).some(([, side]) => side.row.failover_test_in_progress === true),
});
