import { isAtMost, type OperationId, operations, type Safety } from '@powerstore-api/types';

/**
 * A run needs two keys to change something: the mode, and the replication sessions that it may change. `all` is for embedded
 * simulators; no setting can give it.
 */
export interface Permit {
  mode: Safety;
  sessions: readonly string[] | 'all';
}

export const nothingButReads: Permit = { mode: 'read-only', sessions: [] };

/** The reason not to send an operation; nothing where it may be sent. */
export function forbidden({ mode, sessions }: Permit, operationId: OperationId, id: string): string | undefined {
  const { safety, resource } = operations[operationId];
  if (safety === 'read-only') return undefined;
  if (!isAtMost(safety, mode)) return `${operationId} is ${safety}, and the run is ${mode}`;
  if (sessions === 'all') return undefined;
  if (resource !== 'replication_session') return `${operationId} changes a ${resource}, which only a simulator allows`;
  return sessions.includes(id)
    ? undefined
    : `${operationId} is for a replication session that is not among those listed`;
}
