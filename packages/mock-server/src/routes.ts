import { type OperationId, operations } from '@powerstore-api/types';

/** Path of the contract → method → operation. */
const routes = new Map<string, Map<string, OperationId>>();

for (const [operationId, { method, path }] of Object.entries(operations)) {
  const methods = routes.get(path) ?? new Map<string, OperationId>();
  methods.set(method, operationId as OperationId);
  routes.set(path, methods);
}

/** The operation a request is for, or what is wrong with its path or method. */
export function findRoute(method: string, path: string): { operationId: OperationId } | { status: 404 | 405 } {
  const methods = routes.get(path) ?? routes.get(path.replace(/^(\/[^/]+)\/[^/]+/, '$1/{id}'));
  if (!methods) return { status: 404 };
  const operationId = methods.get(method);
  return operationId === undefined ? { status: 405 } : { operationId };
}
