import { type ActionMethod, createActionMethods } from './action-methods.js';
import { type Collection, createCollection } from './collection.js';
import type { Transport } from '../http/transport.js';

/**
 * The volumes of an array. The methods take an id, or `name:` and a name.
 *
 * @example
 * ```ts
 * const { replication_sessions: sessions } = await array.volumes.get('name:database', {
 *   select: ['replication_sessions'],
 * });
 * console.log(sessions.map(({ id }) => id));
 * ```
 */
export interface Volumes extends Collection<'volume'> {
  /**
   * Changes the attributes that are in the body. If you remove the protection policy of a volume, the array deletes its
   * replication session.
   *
   * @example
   * ```ts
   * await array.volumes.modify('name:database', { protection_policy_id: 'name:thirty-minutes' });
   * ```
   */
  readonly modify: ActionMethod<'volume_modify'>;
  /**
   * Turns a volume into a metro volume. Resolves with the id of the new session if the array answers with it; the session
   * is in state `Initializing` then.
   *
   * @example
   * ```ts
   * const made = await array.volumes.configureMetro(volumeId, { remote_system_id: 'name:array-b' });
   * console.log(made?.metro_replication_session_id);
   * ```
   */
  readonly configureMetro: ActionMethod<'volume_configure_metro'>;
  /**
   * Ends metro. The volume on this array does not change. Hosts lose the volume on the other array, which gets another
   * identity or is deleted.
   *
   * @example
   * ```ts
   * await array.volumes.endMetro(volumeId, { delete_remote_volume: true });
   * ```
   */
  readonly endMetro: ActionMethod<'volume_end_metro'>;
}

/** The methods over a transport. */
export const createVolumes = (send: Transport): Volumes => ({
  ...createCollection(send, 'volume'),
  ...createActionMethods(send, 'volume'),
});
