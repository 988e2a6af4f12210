// The answers of an array: queries of its rows, and changes of them.
import {
  errorCodes,
  hasLifecycle,
  type LifecycleOperation,
  type OperationId,
  operations,
  type Resource,
} from '@powerstore-api/types';
import { type Answer, emptyAnswer, jsonAnswer } from '../../http/answer.js';
import { errorAnswer } from '../../http/errors.js';
import { hasInternalVisibility, idOf, isAsync } from '../../http/request.js';
import { loginOf } from '../../layers/authentication.js';
import { operationOf } from '../../layers/route.js';
import { queryCollection, queryInstance } from '../../query/collection.js';
import { columnOf } from '../../query/column.js';
import { findInstance } from '../../query/instance.js';
import type { Row as AnyRow } from '../../query/row.js';
import type { Store } from '../../query/store.js';
import { failureOf, storeWith } from '../faults/effects.js';
import { type Action, perform, type WriteResult } from '../replication/actions.js';
import { countRead } from '../replication/advance.js';
import { protect } from '../replication/protection.js';
import { reportTransitions } from '../replication/transitions.js';
import type { ProtectionOperation } from '../replication/write-request.js';
import { notFound, type Refusal } from '../world/refusal.js';
import type { Session } from '../world/session.js';
import { wireTime } from '../world/time.js';
import { arrayAt, parentOf, type World } from '../world/world.js';
import type { ArrayCall } from '../layers/array-call.js';
import { storeOf } from './array-store.js';
import type { PairSite } from '../world/site.js';

/** Answers a call as its array would. The call has passed the checks against the contract, unless there are none (`fast`). */
export function respond(world: World, call: ArrayCall): Answer {
  const operationId = operationOf(call);
  const { path, resource } = operations[operationId];
  if (isQuery(operationId)) return read(world, call, resource, path.includes('{id}') ? idOf(call.request) : undefined);
  if (operationId === 'logout') return emptyAnswer(204);
  if (loginOf(call).user.role === 'operator')
    return errorAnswer(
      403,
      'The role of this user, operator, only allows reading. Log in as an administrator or a storage operator.',
      errorCodes.not_authorized.code,
    );
  return write(world, call, operationId);
}

type Query = Extract<OperationId, `${string}_query`>;

const isQuery = (operationId: OperationId): operationId is Query => operations[operationId].method === 'GET';

const answerTo = ({ status, text, code, values }: Refusal): Answer => errorAnswer(status, text, code, values);

function write(world: World, call: ArrayCall, operationId: LifecycleOperation | ProtectionOperation): Answer {
  const { site, request, fault } = call;
  const result = carryOut(world, {
    site,
    operationId,
    id: idOf(request),
    body: request.body,
    isAsync: isAsync(request),
    user: loginOf(call).user.username,
    failure: failureOf(fault),
  });
  if ('refusal' in result) return answerTo(result.refusal);
  const { job, output } = result;
  if (isAsync(request)) return jsonAnswer(202, { id: job });
  call.job = job;
  return output ? jsonAnswer(200, output) : emptyAnswer(204);
}

function carryOut(world: World, action: Action<LifecycleOperation | ProtectionOperation>): WriteResult {
  const { operationId } = action;
  return hasLifecycle(operationId)
    ? perform(world, { ...action, operationId })
    : protect(world, { ...action, operationId });
}

function read(world: World, call: ArrayCall, resource: Resource, id: string | undefined): Answer {
  const { site, request, fault } = call;
  const array = arrayAt(world, site);
  const store = storeWith(fault, storeOf(array, hasInternalVisibility(request)));
  if (resource === 'login_session') return queryCollection(onlyRow(store, loginOf(call).row), resource, request);
  if (resource === 'cluster') {
    const { tables } = array;
    for (const row of tables.rows('cluster')) tables.change('cluster', row, { system_time: wireTime(world.now) });
  }
  if (resource === 'replication_session' || resource === 'job') {
    const shown = id === undefined ? Array.from(world.inTransition) : sessionsShown(world, site, resource, id);
    if (typeof world.transitionMode === 'object') for (const session of inOrder(shown)) countRead(world, session);
    for (const session of shown) reportTransitions(world, session);
  }
  if (id === undefined) return queryCollection(store, resource, request);
  const row = findInstance(store, resource, id);
  return row ? queryInstance(store, resource, request, row) : answerTo(notFound(resource, id));
}

const onlyRow = (store: Store, row: AnyRow): Store => ({
  ...store,
  rows: () => [row],
  column: (_resource, _key, valueOf) => columnOf([row], valueOf),
});

/** The sessions whose progress one row shows: the session itself or that of the job, and that of its NAS server. */
function sessionsShown(world: World, site: PairSite, resource: 'job' | 'replication_session', id: string): Session[] {
  const subject = resource === 'job' ? arrayAt(world, site).tables.find('job', id)?.resource_id : id;
  const session = world.sessions.get(subject ?? '');
  const parent = session && parentOf(world, session);
  const shown: Session[] = [];
  if (parent) shown.push(parent);
  if (session) shown.push(session);
  return shown;
}

/** In the order in which their transitions began: a saved state keeps that order, and random values depend on it. */
const inOrder = (sessions: readonly Session[]): Session[] =>
  sessions.toSorted(
    (one, two) => (one.transitions[0]?.sequenceNumber ?? 0) - (two.transitions[0]?.sequenceNumber ?? 0),
  );
