import type { LifecycleOperation } from '@powerstore-api/types';
import { sidesOf } from '../world/session.js';
import { isConnected } from '../world/world.js';
import type { Asked, Judgement } from './asked.js';
import { judgeByCircumstances } from './circumstances.js';
import { judgeByPreconditions } from './preconditions.js';
import { judgeByTable } from './state-table.js';

/** Whether an action is possible: preconditions → state table → circumstances. */
export function judgeAction<Id extends LifecycleOperation>(asked: Asked<Id>): Judgement {
  const judgement = judgeByPreconditions(asked) ?? judgeByTable(asked.operationId, asked.body, situationOf(asked));
  return 'refusal' in judgement ? judgement : (judgeByCircumstances(asked) ?? judgement);
}

const situationOf = ({ world, session, side: { row, pausedIn = 'OK' } }: Asked) => ({
  row,
  pausedIn,
  isConnected: isConnected(world, session),
  isTested: sidesOf(session).some(([, side]) => side.row.failover_test_in_progress === true),
});
