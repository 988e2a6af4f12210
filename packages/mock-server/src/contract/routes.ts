import { type OperationId, operations } from '@powerstore-api/types';

/** The operation of a request, or the status for a wrong path or method. */
export type Route = { operationId: OperationId } | { status: 404 | 405 };

type Methods = Map<string, Route>;

/** Resource (`/volume`) → rest of the path (nothing, `/{id}`, `/{id}/end_metro`) → method → operation. */
const routes = new Map<string, Map<string, Methods>>();

for (const [operationId, { method, path }] of Object.entries(operations)) {
  const [, resource = '', rest = ''] = /^(\/[^/]+)(.*)$/.exec(path) ?? [];
  const paths = routes.get(resource) ?? new Map<string, Methods>();
  const methods: Methods = paths.get(rest) ?? new Map<string, Route>();
  methods.set(method, { operationId: operationId as OperationId });
  routes.set(resource, paths.set(rest, methods));
}

const noPath: Route = { status: 404 };
const noMethod: Route = { status: 405 };

export function findRoute(method: string, path: string): Route {
  const idAt = path.indexOf('/', 1);
  const restAt = idAt === -1 ? -1 : path.indexOf('/', idAt + 1);
  const resource = idAt === -1 ? path : path.slice(0, idAt);
  const rest = idAt === -1 ? '' : restAt === -1 ? '/{id}' : `/{id}${path.slice(restAt)}`;
  const methods = routes.get(resource)?.get(rest);
  return methods ? (methods.get(method) ?? noMethod) : noPath;
}
