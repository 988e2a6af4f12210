// The sessions that a run may change, and how to drive them.
import { isAtLeast, literals } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import { attributeNames, type FiltersOf } from '../../array/rows/query.js';
import { isList, type RowOf, rowOfInstance } from '../../array/rows/rows.js';
import { type Driver, driverOf, sessionKindOf } from '../../replication/driver.js';
import type { SessionKind } from '../../replication/routes.js';
import type { CheckContext } from '../context/check-context.js';

export const sessionKinds: readonly SessionKind[] = [
  { type: 'Asynchronous', resource_type: 'volume' },
  { type: 'Asynchronous', resource_type: 'volume_group' },
  { type: 'Asynchronous', resource_type: 'replication_group' },
  { type: 'Asynchronous', resource_type: 'nas_server' },
  { type: 'Synchronous', resource_type: 'volume' },
  { type: 'Synchronous', resource_type: 'volume_group' },
  { type: 'Synchronous', resource_type: 'nas_server' },
  { type: 'Metro_Active_Active', resource_type: 'volume' },
  { type: 'Metro_Active_Active', resource_type: 'volume_group' },
];

export const driverIn = (context: CheckContext): Driver =>
  driverOf(context, context.other, (site, operationId, options) =>
    context.ask(operationId, { ...options, ...(site !== context.target.site && { on: 'other' }) }),
  );

/**
 * The ids of the sessions of a kind that the run may change; of the many of a simulator, one. An answer that cannot be read is no
 * sign that there are none: the check ends, and says so.
 */
export async function sessionsOf(context: CheckContext, kind: SessionKind): Promise<string[]> {
  const { target, release, ask, rowsOf } = context;
  const hasType = isAtLeast(release, '3.0.0.0');
  if (target.permit.sessions === 'all') {
    if (!isKindOf(release, kind)) return [];
    const query: FiltersOf<'replication_session'> & { limit: string } = {
      resource_type: `eq.${kind.resource_type}`,
      ...(hasType && { type: `eq.${kind.type}` }),
      limit: '1',
    };
    const exchange = await ask('replication_session_collection_query', { query });
    return isList(exchange) ? rowsOf(exchange).map((row) => String(row.id)) : unreadable(context, exchange);
  }
  const found: string[] = [];
  const query = {
    select: attributeNames<'replication_session'>('id', ...(hasType ? ['type' as const] : []), 'resource_type'),
  };
  for (const id of target.permit.sessions) {
    const exchange = await ask('replication_session_instance_query', { id, query });
    const row: RowOf<'replication_session'> | undefined = rowOfInstance(exchange);
    if (exchange.status === 404) continue;
    if (!row) return unreadable(context, exchange);
    const { type, resource_type } = sessionKindOf({ a: row });
    if (type === kind.type && resource_type === kind.resource_type) found.push(id);
  }
  return found;
}

/** Whether the sessions of a release can be of this kind: a filter by a literal that came later is refused. */
const isKindOf = (release: string, { type, resource_type }: SessionKind): boolean =>
  isAtLeast(release, literals.ReplicatedResourceType[resource_type].added) &&
  // Before sessions had a type, each was asynchronous.
  (type === 'Asynchronous' || isAtLeast(release, literals.ReplicationSessionType[type].added));

function unreadable({ expectStatus, notApplicable }: CheckContext, exchange: Exchange): never {
  expectStatus(exchange, 200);
  return notApplicable('The array does not let its replication sessions be read.');
}
