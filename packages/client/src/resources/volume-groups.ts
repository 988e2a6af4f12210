import { type ActionMethod, createActionMethods } from './action-methods.js';
import { type Collection, createCollection } from './collection.js';
import type { Transport } from '../http/transport.js';

/**
 * The volume groups of an array. The methods take an id, or `name:` and a name.
 *
 * @example
 * ```ts
 * const { volumes } = await array.volumeGroups.get('name:ledger', { select: ['volumes'] });
 * console.log(volumes.map(({ id }) => id));
 * ```
 */
export interface VolumeGroups extends Collection<'volume_group'> {
  /**
   * Changes the attributes that are in the body. If you remove the protection policy of a group, the array deletes its
   * replication session.
   *
   * @example
   * ```ts
   * await array.volumeGroups.modify('name:ledger', { protection_policy_id: 'name:thirty-minutes' });
   * ```
   */
  readonly modify: ActionMethod<'volume_group_modify'>;
  /**
   * Turns a volume group into a metro group. Resolves with the id of the new session if the array answers with it; the
   * session is in state `Initializing` then.
   *
   * @example
   * ```ts
   * const made = await array.volumeGroups.configureMetro('name:ledger', { remote_system_id: 'name:array-b' });
   * console.log(made?.metro_replication_session_id);
   * ```
   */
  readonly configureMetro: ActionMethod<'volume_group_configure_metro'>;
  /**
   * Ends metro. The group on this array does not change. Hosts lose the group on the other array; its volumes get another
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
