import type { RequestBody, VolumeGroupConfigureMetroResponse } from '@powerstore-api/types';
import type { Action } from './actions.js';
import type { Collection } from './collection.js';
import { createMetroCollection, type MetroMethods } from './metro-collection.js';
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
export interface VolumeGroups
  extends Collection<'volume_group'>, MetroMethods<'volume_group', VolumeGroupConfigureMetroResponse> {
  /**
   * Changes what the body has. Without its protection policy a group is not replicated any more: the array deletes the
   * session.
   *
   * @example
   * ```ts
   * await array.volumeGroups.modify('name:ledger', { protection_policy_id: 'name:thirty-minutes' });
   * ```
   */
  readonly modify: Action<[body: RequestBody<'volume_group_modify'>]>;
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
  readonly configureMetro: Action<
    [body: RequestBody<'volume_group_configure_metro'>],
    VolumeGroupConfigureMetroResponse | undefined
  >;
  /**
   * Ends metro. The group of this array stays as it is; hosts lose that of the other one, whose members get another
   * identity or are deleted with it.
   *
   * @example
   * ```ts
   * await array.volumeGroups.endMetro('name:ledger', { delete_remote_volume_group: true });
   * ```
   */
  readonly endMetro: Action<[body?: RequestBody<'volume_group_end_metro'>]>;
}

/** The methods over a transport. */
export const createVolumeGroups = (send: Transport): VolumeGroups =>
  createMetroCollection<'volume_group', VolumeGroupConfigureMetroResponse>(send, 'volume_group');
