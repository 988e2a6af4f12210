import { type ActionMethod, createActionMethods } from './action-methods.js';
import { type Collection, createCollection } from './collection.js';
import type { Transport } from '../http/transport.js';

/**
 * The volume groups of an array, and what replicates them. In place of an id the methods take `name:` and a name.
 *
 * @example
 * ```ts
 * const { volumes } = await array.volumeGroups.get('name:ledger', { select: ['volumes'] });
 * console.log(volumes.map(({ id }) => id));
 * ```
 */
export interface VolumeGroups extends Collection<'volume_group'> {
  /**
   * Changes what the body has. Without its protection policy a group is not replicated any more: the array deletes the
   * session.
   *
   * @example
   * ```ts
   * await array.volumeGroups.modify('name:ledger', { protection_policy_id: 'name:thirty-minutes' });
   * ```
   */
  readonly modify: ActionMethod<'volume_group_modify'>;
  /**
   * Makes a metro group of a group. Resolves with the session where the array says which it is; it is in `Initializing`
   * then.
   *
   * @example
   * ```ts
   * const made = await array.volumeGroups.configureMetro('name:ledger', { remote_system_id: 'name:array-b' });
   * console.log(made?.metro_replication_session_id);
   * ```
   */
  readonly configureMetro: ActionMethod<'volume_group_configure_metro'>;
  /**
   * Ends metro. The group of this array stays as it is; hosts lose that of the other one, whose members get another
   * identity or are deleted with it.
   *
   * @example
   * ```ts
   * await array.volumeGroups.endMetro('name:ledger', { delete_remote_volume_group: true });
   * ```
   */
  readonly endMetro: ActionMethod<'volume_group_end_metro'>;
}

/** The methods over a transport. */
export const createVolumeGroups = (send: Transport): VolumeGroups => ({
  ...createCollection(send, 'volume_group'),
  ...createActionMethods(send, 'volume_group'),
});
