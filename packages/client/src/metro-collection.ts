import { createActions } from './actions.js';
import { type Collection, createCollection } from './collection.js';
import type { RequestBody } from './operation-input.js';
import type { Transport } from './transport.js';

/** What a policy or metro replicates: volumes, and groups of them. Each has its own bodies. */
export type Replicable = 'volume' | 'volume_group';

/** What volumes and volume groups have in common. */
export interface MetroMethods<R extends Replicable, Configured> {
  modify(id: string, body: RequestBody<`${R}_modify`>): Promise<void>;
  configureMetro(id: string, body: RequestBody<`${R}_configure_metro`>): Promise<Configured | undefined>;
  endMetro(id: string, body?: RequestBody<`${R}_end_metro`>): Promise<void>;
}

/** The methods of either over a transport. */
export function createMetroCollection<R extends Replicable, Configured>(
  send: Transport,
  resource: R,
): Collection<R> & MetroMethods<R, Configured> {
  const act = createActions(send);
  const operation = <Name extends string>(name: Name) => `${resource}_${name}` as const;
  return {
    ...createCollection<R>(send, operation('collection_query'), operation('instance_query')),
    async modify(id, body) {
      await act(operation('modify'), id, body);
    },
    // 204 without a body where the array does not say which session it made.
    async configureMetro(id, body) {
      const answer = await act(operation('configure_metro'), id, body);
      return answer as Configured | undefined;
    },
    async endMetro(id, body) {
      await act(operation('end_metro'), id, body);
    },
  };
}
