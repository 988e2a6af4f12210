// An array's answers: queries of its rows, and changes.
import {
  hasLifecycle,
  type LifecycleOperation,
  type OperationId,
  operations,
  type Resource,
} from '@powerstore-api/types';
import { errorAnswer } from '../../http/errors.js';
import { type Answer, idOf, isAsync, type MockRequest } from '../../http/messages.js';
import type { Login } from '../../layers/login-sessions.js';
import { queryCollection, queryInstance } from '../../query/collection.js';
import { columnOf } from '../../query/column.js';
import { findInstance } from '../../query/instance.js';
import type { Row as AnyRow } from '../../query/row.js';
import type { Store } from '../../query/store.js';
import { type Action, perform, type WriteResult } from '../replication/actions.js';
import { countRead } from '../replication/advance.js';
import { protect, type ProtectionOperation } from '../replication/protection.js';
import { reportTransitions } from '../replication/transitions.js';
import { type Failure, notFound, type Refusal } from '../world/refusal.js';
import type { Session } from '../world/session.js';
import { wireTime } from '../world/time.js';
import { arrayAt, parentOf, type World } from '../world/world.js';

export interface Asking {
  login: Login;
  failure?: Failure | undefined;
}

export interface Responded {
  answer: Answer;
  /** What a change is carried out as, where the answer does not name it. */
  job?: string;
}

const json = { 'content-type': 'application/json' };

/** Answers a request that fits the contract, as the array at a site does. */
export function respond(
  world: World,
  site: 'a' | 'b',
  store: Store,
  operationId: OperationId,
  request: MockRequest,
  { login, failure }: Asking,
): Responded {
  const { method, path, resource } = operations[operationId];
  if (!store.release.hasOperation(operationId)) {
    return { answer: errorAnswer(404, `Release ${store.release.version} has no ${method} ${path}.`, '0xE04040020002') };
  }
  if (isRead(operationId)) {
    const id = path.includes('{id}') ? idOf(request) : undefined;
    return { answer: read(world, site, store, resource, id, request, login) };
  }
  if (operationId === 'logout') return { answer: { status: 204, headers: {} } };
  const { username, role } = login.user;
  if (role === 'operator') return { answer: errorAnswer(403, 'The role of this user does not allow this operation.') };
  const asJob = isAsync(request);
  const result = write(world, {
    site,
    operationId,
    id: idOf(request),
    body: request.body,
    isAsync: asJob,
    user: username,
    failure,
  });
  if ('refusal' in result) return { answer: refuse(result.refusal) };
  const { job, output } = result;
  if (asJob) return { answer: { status: 202, headers: json, body: { id: job } } };
  return { job, answer: output ? { status: 200, headers: json, body: output } : { status: 204, headers: {} } };
}

type Read = Extract<OperationId, `${string}_query`>;

const isRead = (operationId: OperationId): operationId is Read => operations[operationId].method === 'GET';

function write(world: World, action: Action<LifecycleOperation | ProtectionOperation>): WriteResult {
  const { operationId } = action;
  return hasLifecycle(operationId)
    ? perform(world, { ...action, operationId })
    : protect(world, { ...action, operationId });
}

const refuse = ({ status, text, code }: Refusal): Answer => errorAnswer(status, text, code);

function read(
  world: World,
  site: 'a' | 'b',
  store: Store,
  resource: Resource,
  id: string | undefined,
  request: MockRequest,
  login: Login,
): Answer {
  if (resource === 'login_session') return queryCollection(onlyRow(store, login.row), resource, request);
  if (resource === 'cluster') {
    const { tables } = arrayAt(world, site);
    for (const row of tables.rows('cluster')) tables.change('cluster', row, { system_time: wireTime(world.now) });
  }
  if (resource === 'replication_session' || resource === 'job') {
    const shown = id === undefined ? Array.from(world.inTransition) : sessionsShown(world, site, resource, id);
    if (typeof world.transitionMode === 'object') for (const session of inOrder(shown)) countRead(world, session);
    for (const session of shown) reportTransitions(world, session);
  }
  if (id === undefined) return queryCollection(store, resource, request);
  const row = findInstance(store, resource, id);
  if (!row) return refuse(notFound(resource, id));
  return queryInstance(store, resource, request, row);
}

const onlyRow = (store: Store, row: AnyRow): Store => ({
  ...store,
  rows: () => [row],
  column: (_resource, _key, valueOf) => columnOf([row], valueOf),
});

/** What one row says something about: its session, or that of a job, with the one of the NAS server it belongs to. */
function sessionsShown(world: World, site: 'a' | 'b', resource: 'job' | 'replication_session', id: string): Session[] {
  const subject = resource === 'job' ? arrayAt(world, site).tables.find('job', id)?.resource_id : id;
  const session = world.sessions.get(subject ?? '');
  const parent = session && parentOf(world, session);
  const shown: Session[] = [];
  if (parent) shown.push(parent);
  if (session) shown.push(session);
  return shown;
}

/** In the order in which they began, which a saved state keeps. */
const inOrder = (sessions: readonly Session[]): Session[] =>
  sessions.toSorted(
    (one, two) => (one.transitions[0]?.sequenceNumber ?? 0) - (two.transitions[0]?.sequenceNumber ?? 0),
  );
