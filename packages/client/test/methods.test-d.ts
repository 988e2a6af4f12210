// An edit that pairs a method with the wrong operation does not compile.
import { expectTypeOf, test } from 'vitest';
import type {
  SessionActionOptions,
  ActionId,
  ActionMethod,
  ActionOutput,
  Collection,
  PowerStore,
  ReplicationSessions,
  RequestBody,
  VolumeConfigureMetroResponse,
} from '../src/index.js';
// Not in the entry: the types by which the compiler checks the resources of the client against the contract.
import type { ActionMethods } from '../src/resources/action-methods.js';
import { createCollection } from '../src/resources/collection.js';

declare const array: PowerStore;
declare const send: Parameters<typeof createCollection>[0];
const { replicationSessions } = array;

test('a method carries its operation', () => {
  expectTypeOf(
    replicationSessions.startFailoverTest.operation,
  ).toEqualTypeOf<'replication_session_start_failover_test'>();
  expectTypeOf(array.volumeGroups.endMetro.operation).toEqualTypeOf<'volume_group_end_metro'>();
});

test('the methods of a resource are those of its operations, each under its own name', () => {
  expectTypeOf<keyof ActionMethods<'replication_session'>>().toEqualTypeOf<
    | 'modify'
    | 'sync'
    | 'pause'
    | 'resume'
    | 'failover'
    | 'reprotect'
    | 'startFailoverTest'
    | 'stopFailoverTest'
    | 'promote'
    | 'demote'
  >();
  expectTypeOf<keyof ActionMethods<'volume'>>().toEqualTypeOf<'modify' | 'configureMetro' | 'endMetro'>();
  expectTypeOf<keyof ActionMethods<'job'>>().toBeNever();
});

test('a method does not take the place of another one', () => {
  // @ts-expect-error resume for pause
  expectTypeOf<ActionMethod<'replication_session_pause'>>(replicationSessions.resume);
  // @ts-expect-error promote for demote, which have the same body
  expectTypeOf<ActionMethod<'replication_session_demote'>>(replicationSessions.promote);
  // @ts-expect-error that of a group for that of a volume
  expectTypeOf<ActionMethod<'volume_modify'>>(array.volumeGroups.modify);

  const methods: ActionMethods<'replication_session'> = replicationSessions;
  expectTypeOf({
    ...array.replicationSessions,
    pause: methods.pause,
  }).toExtend<ReplicationSessions>();
  // @ts-expect-error pause: act('replication_session_resume')
  expectTypeOf<ReplicationSessions>({ ...array.replicationSessions, pause: methods.resume });
});

test('a method that is documented under the wrong operation does not compile', () => {
  const methods: ActionMethods<'volume'> = array.volumes;
  expectTypeOf<ActionMethods<'volume_group'>>(array.volumeGroups);
  // @ts-expect-error the operation of another method
  const exchanged: { endMetro: ActionMethod<'volume_configure_metro'> } = methods;
  // @ts-expect-error the operation of another resource
  const elsewhere: { endMetro: ActionMethod<'volume_group_end_metro'> } = methods;
  // @ts-expect-error a read is no action
  type Read = ActionMethod<'replication_session_instance_query'>;
  // @ts-expect-error no such operation
  type Unknown = ActionMethod<'replication_session_stop'>;
  expectTypeOf<[typeof exchanged, typeof elsewhere, Read, Unknown]>().not.toBeNever();
});

test('bodies and outputs are those of the operation', () => {
  expectTypeOf<Parameters<typeof replicationSessions.failover>[1]>().toEqualTypeOf<
    RequestBody<'replication_session_failover'> | undefined
  >();
  // Its body has no fields.
  expectTypeOf<Parameters<typeof replicationSessions.promote>[1]>().toEqualTypeOf<SessionActionOptions | undefined>();
  expectTypeOf<ActionOutput<'replication_session_failover'>>().toEqualTypeOf<void>();
  expectTypeOf<ActionOutput<'volume_configure_metro'>>().toEqualTypeOf<VolumeConfigureMetroResponse | undefined>();
  expectTypeOf<Extract<ActionId, `${string}_query` | 'logout'>>().toBeNever();
});

test('a collection follows from its resource', () => {
  expectTypeOf(createCollection(send, 'policy')).toEqualTypeOf<Collection<'policy'>>();
  // @ts-expect-error the sessions of another resource
  expectTypeOf<PowerStore['policies']>(createCollection(send, 'volume'));
  // @ts-expect-error its instances cannot be read
  createCollection(send, 'login_session');
  // @ts-expect-error it has neither filters nor pages
  type Paged = Collection<'cluster'>;
  // @ts-expect-error it has neither filters nor pages
  array.cluster.list({ where: { name: 'a' } });
  expectTypeOf<Paged>().not.toBeNever();
});
