import type { RequestBody } from '@powerstore-api/types';
import { type Action, createActions } from './actions.js';
import { type Collection, createCollection } from './collection.js';
import type { Transport } from '../http/transport.js';

/** What a policy or metro replicates: volumes, and groups of them. Each has its own bodies. */
export type Replicable = 'volume' | 'volume_group';

/** What volumes and volume groups have in common. */
export interface MetroMethods<R extends Replicable, Configured> {
  readonly modify: Action<[body: RequestBody<`${R}_modify`>]>;
  readonly configureMetro: Action<[body: RequestBody<`${R}_configure_metro`>], Configured | undefined>;
  readonly endMetro: Action<[body?: RequestBody<`${R}_end_metro`>]>;
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
    modify: act(operation('modify'), 'body'),
    // 204 without a body where the array does not say which session it made.
    configureMetro: act(operation('configure_metro'), 'body'),
    endMetro: act(operation('end_metro'), 'body'),
  };
}
