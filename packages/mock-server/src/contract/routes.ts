import { type OperationId, operations } from '@powerstore-api/types';
import { operationsAt } from './listed-operations.js';
import type { Release } from './release.js';

/**
 * The operation of a request; or the status for one that arrays have and the contract does not describe (501), for a wrong
 * method (405), and for a path that arrays of this release do not have (404). `since` is the release that added the operation.
 */
export type Route =
  | { operationId: OperationId }
  | { status: 501; since: string }
  | { status: 404 | 405; since?: string };

interface Described {
  operationId: OperationId;
}

type Methods = Map<string, Described>;

/** Resource (`/volume`) → rest of the path (nothing, `/{id}`, `/{id}/end_metro`) → method → operation. */
const routes = new Map<string, Map<string, Methods>>();

for (const [operationId, { method, path }] of Object.entries(operations)) {
  const [, resource = '', rest = ''] = /^(\/[^/]+)(.*)$/.exec(path) ?? [];
  const paths = routes.get(resource) ?? new Map<string, Methods>();
  const methods: Methods = paths.get(rest) ?? new Map<string, Described>();
  methods.set(method, { operationId: operationId as OperationId });
  routes.set(resource, paths.set(rest, methods));
}

export function findRoute(method: string, path: string, release: Release): Route {
  const described = describedRoute(method, path);
  if (described === undefined) return otherRoute(method, path, release);
  const { added } = operations[described.operationId];
  return release.has(added) ? described : { status: 404, since: added };
}

function describedRoute(method: string, path: string): Described | undefined {
  const idAt = path.indexOf('/', 1);
  const restAt = idAt === -1 ? -1 : path.indexOf('/', idAt + 1);
  const resource = idAt === -1 ? path : path.slice(0, idAt);
  const rest = idAt === -1 ? '' : restAt === -1 ? '/{id}' : `/{id}${path.slice(restAt)}`;
  return routes.get(resource)?.get(rest)?.get(method);
}

function otherRoute(method: string, path: string, release: Release): Route {
  const listed = operationsAt(path);
  const since = listed.find((it) => it.method === method)?.since;
  if (since !== undefined) return { status: release.has(since) ? 501 : 404, since };
  return { status: listed.some((it) => release.has(it.since)) ? 405 : 404 };
}
