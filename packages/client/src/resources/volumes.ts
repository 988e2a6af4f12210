import { type ActionMethod, createActionMethods } from './action-methods.js';
import { type Collection, createCollection } from './collection.js';
import type { Transport } from '../http/transport.js';

/**
 * The volumes of an array, and what replicates them. In place of an id the methods take `name:` and a name.
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
   * Changes what the body has. Without its protection policy a volume is not replicated any more: the array deletes the
   * session.
   *
   * @example
   * ```ts
   * await array.volumes.modify('name:database', { protection_policy_id: 'name:thirty-minutes' });
   * ```
   */
  readonly modify: ActionMethod<'volume_modify'>;
  /**
   * Makes a metro volume of a volume. Resolves with the session where the array says which it is; it is in `Initializing`
   * then.
   *
   * @example
   * ```ts
   * const made = await array.volumes.configureMetro(volumeId, { remote_system_id: 'name:array-b' });
   * console.log(made?.metro_replication_session_id);
   * ```
   */
  readonly configureMetro: ActionMethod<'volume_configure_metro'>;
  /**
   * Ends metro. The volume of this array stays as it is; hosts lose that of the other one, which gets another identity or
   * is deleted.
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
