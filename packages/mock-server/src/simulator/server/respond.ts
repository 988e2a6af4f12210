// An array's answers: queries of its rows, and changes.
import { type OperationId, operations } from '@powerstore-api/types';
import { errorAnswer } from '../../http/errors.js';
import { type Answer, idOf, isAsync, type MockRequest } from '../../http/messages.js';
import type { Login } from '../../layers/login-sessions.js';
import { queryCollection, queryInstance } from '../../query/collection.js';
import { columnOf } from '../../query/column.js';
import { findInstance } from '../../query/instance.js';
import type { Row } from '../../query/row.js';
import type { Store } from '../../query/store.js';
import { type Call, type Outcome, perform } from '../replication/actions.js';
import { countRead } from '../replication/advance.js';
import { protect } from '../replication/protection.js';
import type { Refused } from '../replication/refusal.js';
import { report } from '../replication/transitions.js';
import { wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { arrayAt, type Failure, type Session, type World } from '../world/world.js';

export interface Asking {
  login: Login;
  failure?: Failure | undefined;
}

export interface Responded {
  answer: Answer;
  /** What a change is carried out as, where the answer does not name it. */
  job?: string;
}

/** Writes of the contract. What a new one does is said here, or it does not compile. */
type Write = Exclude<OperationId, `${string}_query` | 'logout'>;

const protectVolume = (world: World, call: Call): Outcome => protect(world, 'volume', call);
const protectGroup = (world: World, call: Call): Outcome => protect(world, 'volume_group', call);

const writes: Readonly<Record<Write, (world: World, call: Call) => Outcome>> = {
  replication_session_modify: perform,
  replication_session_sync: perform,
  replication_session_pause: perform,
  replication_session_resume: perform,
  replication_session_failover: perform,
  replication_session_reprotect: perform,
  replication_session_start_failover_test: perform,
  replication_session_stop_failover_test: perform,
  replication_session_promote: perform,
  replication_session_demote: perform,
  volume_modify: protectVolume,
  volume_configure_metro: protectVolume,
  volume_end_metro: protectVolume,
  volume_group_modify: protectGroup,
  volume_group_configure_metro: protectGroup,
  volume_group_end_metro: protectGroup,
};

const json = { 'content-type': 'application/json' };

/** Answers a request that fits the contract, as the array at a site does. */
export function respond(
  world: World,
  site: Site,
  store: Store,
  operationId: OperationId,
  request: MockRequest,
  { login, failure }: Asking,
): Responded {
  const { method, path, resource } = operations[operationId];
  if (!store.release.hasOperation(operationId)) {
    return { answer: errorAnswer(404, `Release ${store.release.version} has no ${method} ${path}.`, '0xE04040020002') };
  }
  if (method === 'GET') {
    const id = path.includes('{id}') ? idOf(request) : undefined;
    return { answer: read(world, site, store, resource, id, request, login) };
  }
  if (operationId === 'logout') return { answer: { status: 204, headers: {} } };
  const { username, role } = login.user;
  if (role === 'operator') return { answer: errorAnswer(403, 'The role of this user does not allow this operation.') };
  const asJob = isAsync(request);
  const outcome = writes[operationId as Write](world, {
    site,
    operationId,
    id: idOf(request),
    body: request.body,
    isAsync: asJob,
    user: username,
    failure,
  });
  if ('refused' in outcome) return { answer: refuse(outcome.refused) };
  const { job, output } = outcome;
  if (asJob) return { answer: { status: 202, headers: json, body: { id: job } } };
  return { job, answer: output ? { status: 200, headers: json, body: output } : { status: 204, headers: {} } };
}

const refuse = ({ status, text, code }: Refused): Answer => errorAnswer(status, text, code);

function read(
  world: World,
  site: Site,
  store: Store,
  resource: string,
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
    const shown = id === undefined ? Array.from(world.running) : sessionsShown(world, site, resource, id);
    if (typeof world.transitions === 'object') for (const session of inOrder(shown)) countRead(world, session);
    for (const session of shown) report(world, session);
  }
  if (id === undefined) return queryCollection(store, resource, request);
  const row = findInstance(store, resource, id);
  if (!row) return errorAnswer(404, `There is no ${resource} with id ${id}.`, '0xE04040020009');
  return queryInstance(store, resource, request, row);
}

const onlyRow = (store: Store, row: Row): Store => ({
  ...store,
  rows: () => [row],
  column: (_resource, _key, valueOf) => columnOf([row], valueOf),
});

/** What one row says something about: its session, or that of a job, with the one of the NAS server it belongs to. */
function sessionsShown(world: World, site: Site, resource: string, id: string): Session[] {
  const subject = resource === 'job' ? arrayAt(world, site).tables.find('job', id)?.['resource_id'] : id;
  const session = world.sessions.get(String(subject));
  const parent = world.sessions.get(session?.parent ?? '');
  const shown: Session[] = [];
  if (parent) shown.push(parent);
  if (session) shown.push(session);
  return shown;
}

/** In the order in which they began, which a snapshot keeps. */
const inOrder = (sessions: readonly Session[]): Session[] =>
  sessions.toSorted((one, two) => (one.runs[0]?.ticket ?? 0) - (two.runs[0]?.ticket ?? 0));
