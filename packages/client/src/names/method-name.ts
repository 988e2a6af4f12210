import type { LifecycleOperation, OperationId, Resource } from '@powerstore-api/types';

/** The name of the method that sends an operation: `startFailoverTest` for `replication_session_start_failover_test`. */
export const methodName = (operation: OperationId, resource: Resource): string =>
  operation.slice(resource.length + 1).replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The same for an action on a session. */
export const sessionMethodName = (operation: LifecycleOperation): string =>
  methodName(operation, 'replication_session');
