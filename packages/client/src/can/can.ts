import type { RequestBody } from '@powerstore-api/types';
import { possibilityOf, type Possibility } from './possibility.js';
import type { SessionToJudge } from '../session/situation.js';

/**
 * Whether you can make a side of a metro session the preferred one, or turn automatic failover on.
 *
 * @example
 * ```ts
 * const session = await array.replicationSessions.get(id, { select: ['state', 'role', 'type', 'data_connection_state'] });
 * if (can.modify(session, { role: 'Metro_Preferred' }).possible) {
 *   await array.replicationSessions.modify(id, { role: 'Metro_Preferred' });
 * }
 * ```
 */
export function modify(session: SessionToJudge, body: RequestBody<'replication_session_modify'>): Possibility {
  return possibilityOf('replication_session_modify', session, body);
}

/**
 * Whether you can synchronize a session now.
 *
 * @example
 * ```ts
 * const answer = can.sync({ state: 'Paused', role: 'Source', type: 'Asynchronous', data_connection_state: 'OK' });
 * if (answer.possible === false) console.log(answer.remedy); // resume first
 * ```
 */
export function sync(session: SessionToJudge): Possibility {
  return possibilityOf('replication_session_sync', session);
}

/**
 * Whether you can pause a session.
 *
 * @example
 * ```ts
 * console.log(can.pause({ state: 'OK' }).possible); // true
 * ```
 */
export function pause(session: SessionToJudge): Possibility {
  return possibilityOf('replication_session_pause', session);
}

/**
 * Whether you can resume a session.
 *
 * @example
 * ```ts
 * const answer = can.resume({ state: 'Paused', type: 'Asynchronous', data_connection_state: 'Complete_Data_Connection_Loss' });
 * if (!answer.possible) console.log(answer.reason); // the other array cannot be reached, and no source says …
 * ```
 */
export function resume(session: SessionToJudge): Possibility {
  return possibilityOf('replication_session_resume', session);
}

/**
 * Whether you can fail a session over, planned or unplanned as the body says.
 *
 * @example
 * ```ts
 * const session = await array.replicationSessions.get(id, { select: ['state', 'role', 'type', 'failover_test_in_progress'] });
 * const answer = can.failover(session, { is_planned: false });
 * if (!answer.possible) console.log(`${answer.reason}: ${answer.remedy}`);
 * ```
 */
export function failover(session: SessionToJudge, body?: RequestBody<'replication_session_failover'>): Possibility {
  return possibilityOf('replication_session_failover', session, body);
}

/**
 * Whether you can reprotect a session that has failed over: it then replicates in the other direction.
 *
 * @example
 * ```ts
 * const answer = can.reprotect({ state: 'Failed_Over', role: 'Destination', type: 'Asynchronous', data_connection_state: 'OK' });
 * if (answer.possible === false) console.log(answer.remedy); // send it to the Source side, on the other array
 * ```
 */
export function reprotect(session: SessionToJudge, body?: RequestBody<'replication_session_reprotect'>): Possibility {
  return possibilityOf('replication_session_reprotect', session, body);
}

/**
 * Whether you can start a failover test.
 *
 * @example
 * ```ts
 * const answer = can.startFailoverTest({ state: 'OK', role: 'Destination', type: 'Asynchronous' });
 * if (answer.possible === undefined) console.log(answer.select); // ['resource_type', 'failover_test_in_progress']
 * ```
 */
export function startFailoverTest(
  session: SessionToJudge,
  body?: RequestBody<'replication_session_start_failover_test'>,
): Possibility {
  return possibilityOf('replication_session_start_failover_test', session, body);
}

/**
 * Whether you can stop a failover test.
 *
 * @example
 * ```ts
 * const session = await array.replicationSessions.get(id, { select: ['role', 'type', 'resource_type', 'failover_test_in_progress'] });
 * if (can.stopFailoverTest(session).possible) await array.replicationSessions.stopFailoverTest(id);
 * ```
 */
export function stopFailoverTest(
  session: SessionToJudge,
  body?: RequestBody<'replication_session_stop_failover_test'>,
): Possibility {
  return possibilityOf('replication_session_stop_failover_test', session, body);
}

/**
 * Whether you can make this side of a metro session serve its hosts alone.
 *
 * @example
 * ```ts
 * console.log(can.promote({ state: 'Fractured', type: 'Metro_Active_Active' }).possible); // true
 * ```
 */
export function promote(session: SessionToJudge): Possibility {
  return possibilityOf('replication_session_promote', session);
}

/**
 * Whether you can make this side of a metro session stop serving its hosts.
 *
 * @example
 * ```ts
 * const answer = can.demote({ state: 'OK', type: 'Metro_Active_Active' });
 * if (answer.possible === false) console.log(answer.remedy); // pause first
 * ```
 */
export function demote(session: SessionToJudge): Possibility {
  return possibilityOf('replication_session_demote', session);
}
