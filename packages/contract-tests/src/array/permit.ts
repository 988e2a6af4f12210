import { type OperationId, operations, type Safety } from '@powerstore-api/types';

/** The most that a run may do to an array, from the least to the most. */
export const modes: readonly Safety[] = ['read-only', 'non-disruptive', 'disruptive'];

const ranks: Readonly<Record<Safety, number>> = {
  'read-only': 0,
  'non-disruptive': 1,
  disruptive: 2,
};

export const allows = (mode: Safety, safety: Safety): boolean => ranks[safety] <= ranks[mode];

/**
 * A run needs two keys to change something: the mode, and the replication sessions that it may change. `all` is for embedded
 * simulators; no setting can give it.
 */
export interface Permit {
  mode: Safety;
  sessions: readonly string[] | 'all';
}

export const nothingButReads: Permit = { mode: 'read-only', sessions: [] };

/** Why an operation must not be sent; nothing where it may. */
export function forbidden({ mode, sessions }: Permit, operationId: OperationId, id: string): string | undefined {
  const { safety, resource } = operations[operationId];
  if (safety === 'read-only') return undefined;
  if (!allows(mode, safety)) return `${operationId} is ${safety}, and the run is ${mode}`;
  if (sessions === 'all') return undefined;
  if (resource !== 'replication_session') return `${operationId} changes a ${resource}, which only a simulator allows`;
  return sessions.includes(id)
    ? undefined
    : `${operationId} is for a replication session that is not among those listed`;
}
