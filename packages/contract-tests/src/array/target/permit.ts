import { operations, type Safety, safetyLevels } from '@powerstore-api/types';
import { frozenCopy } from '../secrecy/frozen-copy.js';

/**
 * A run needs two keys to change something: the mode, and the replication sessions that it may change. `all` is for embedded
 * simulators; no setting can give it.
 */
export interface Permit {
  mode: Safety;
  sessions: readonly string[] | 'all';
}

export const nothingButReads: Permit = { mode: 'read-only', sessions: [] };

/** The operations of the contract. A check can change the table of the package, and not this copy. */
export const contractOperations = frozenCopy<typeof operations>(operations);

const levels = frozenCopy<readonly Safety[]>(safetyLevels);

const routes = Object.entries(contractOperations).map(([operationId, { method, path, safety, resource }]) => ({
  operationId,
  method: method as string,
  path: path as string,
  safety,
  resource: resource as string,
  pattern: new RegExp(`^${path.replace('{id}', '([^/]+)')}$`),
}));

/** A request on its way out: its method, and its path below `/api/rest`. */
export interface Outgoing {
  method: string;
  path: string;
}

/** The operation of the contract that a request is, whatever its sender calls it, and the id in its path. */
export function operationOf({ method, path }: Outgoing) {
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null;
    if (found) return { ...route, id: decoded(found[1] ?? '') };
  }
  return undefined;
}

/** A text without its percent signs, or as it is where they are malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headers and parameters from which servers take another method than that of the request. The contract has none with such a name. */
export const methodElsewhere = /^_|method|override/i;

/** The reason not to send a request; nothing where it may be sent. It is judged by its method and path, and by no name. */
export function forbidden({ mode, sessions }: Permit, request: Outgoing): string | undefined {
  const operation = operationOf(request);
  if (!operation)
    return request.method === 'GET'
      ? undefined
      : `The contract has no such ${request.method}, so it may change anything`;
  const { operationId, safety, resource, id } = operation;
  if (safety === 'read-only') return undefined;
  if (levels.indexOf(safety) > levels.indexOf(mode)) return `${operationId} is ${safety}, and the run is ${mode}`;
  if (sessions === 'all') return undefined;
  if (resource !== 'replication_session') return `${operationId} changes a ${resource}, which only a simulator allows`;
  return sessions.includes(id)
    ? undefined
    : `${operationId} is for a replication session that is not among those listed`;
}

/** A request as a report may show it: without ids. */
export const describeOutgoing = (request: Outgoing): string =>
  `${request.method} ${operationOf(request)?.path ?? 'outside of the contract'}`;
