// Whether a volume or a group can be changed, by the conditions of the contract.
import {
  type Fields,
  judgeWrite,
  refusalOf,
  type RequestBody,
  type SessionFacts,
  type Volume,
  type VolumeGroup,
  type WriteConditionName,
  type WriteOperation,
} from '@powerstore-api/types';

/**
 * Whether a change of a volume or a group is possible. `possible` is `false` only where a source says that the array refuses it.
 * It is `undefined` if that depends on attributes that were not read, or if no source says it: the array has the last word.
 *
 * @example
 * ```ts
 * const volume = await array.volumes.get('name:database', { select: '*' });
 * const answer: ChangePossibility = canVolume.modify(volume, { size: 1_099_511_627_776 });
 * if (!answer.possible) console.log(answer.reason, answer.conditions);
 * ```
 */
export type ChangePossibility =
  | { readonly possible: true }
  | {
      readonly possible: false | undefined;
      /** The obstacle, or that attributes are missing, for people. */
      readonly reason: string;
      /** The conditions of the contract that are broken, or not known. */
      readonly conditions: readonly WriteConditionName[];
    };

type Resource = 'volume' | 'volume_group';

/** A volume or a group as read. */
type Read<R extends Resource> = R extends 'volume' ? Volume : VolumeGroup;

/**
 * Whether a volume or a group can be changed, become metro, or stop being metro. The functions send nothing to the array. For a
 * good answer read it with `replication_sessions` (`type`, `role`, `state`) and, for a volume, `volume_groups`.
 *
 * @example
 * ```ts
 * const can: CanChange<'volume'> = canVolume;
 * const answer = can.modify({ size: 8192 * 1024, name: 'database' }, { size: 8192 * 512 });
 * console.log(answer.possible); // false
 * ```
 */
export interface CanChange<R extends Resource> {
  /**
   * Whether the attributes in the body can be changed.
   *
   * @example
   * ```ts
   * const answer = canVolume.modify({ size: 8192 * 1024 }, { size: 8192 * 512 });
   * console.log(answer.possible); // false: a volume can only grow
   * ```
   */
  modify(read: Read<R>, body: RequestBody<`${R}_modify`>): ChangePossibility;
  /**
   * Whether metro can be configured for it.
   *
   * @example
   * ```ts
   * const volume = await array.volumes.get('name:database', { select: '*' });
   * console.log(canVolume.configureMetro(volume, { remote_system_id: 'name:array-b' }).possible);
   * ```
   */
  configureMetro(read: Read<R>, body: RequestBody<`${R}_configure_metro`>): ChangePossibility;
  /**
   * Whether metro can be ended for it.
   *
   * @example
   * ```ts
   * console.log(canVolume.endMetro({ metro_replication_session_id: null }).possible); // false
   * ```
   */
  endMetro(read: Read<R>, body?: RequestBody<`${R}_end_metro`>): ChangePossibility;
}

const canChange = <R extends Resource>(resource: R): CanChange<R> => ({
  modify: (read, body) => possibilityOf(`${resource}_modify`, read, body),
  configureMetro: (read, body) => possibilityOf(`${resource}_configure_metro`, read, body),
  endMetro: (read, body) => possibilityOf(`${resource}_end_metro`, read, body),
});

/**
 * Whether a volume can be changed, become metro, or stop being metro, by the conditions of the contract.
 *
 * @example
 * ```ts
 * const volume = await array.volumes.get('name:database', {
 *   select: '*,replication_sessions(type,role,state),volume_groups(id)',
 * });
 * const answer = canVolume.modify(volume, { size: 1_099_511_627_776 });
 * if (!answer.possible) console.log(answer.reason);
 * ```
 */
export const canVolume: CanChange<'volume'> = canChange('volume');

/**
 * Whether a volume group can be changed, become metro, or stop being metro, by the conditions of the contract.
 *
 * @example
 * ```ts
 * const group = await array.volumeGroups.get('name:ledger', { select: '*,replication_sessions(type,role,state)' });
 * const answer = canVolumeGroup.modify(group, { name: 'ledger-2' });
 * if (!answer.possible) console.log(answer.reason);
 * ```
 */
export const canVolumeGroup: CanChange<'volume_group'> = canChange('volume_group');

/** Facts that no attribute shows count as good: a free name, a link that is up. */
function possibilityOf(operation: WriteOperation, read: Volume | VolumeGroup, fields: unknown): ChangePossibility {
  const body = emptyAsNull(Object.assign({}, fields));
  const { protection_data: origin, name = 'it', ...own } = read;
  const groups = 'volume_groups' in read ? read.volume_groups : undefined;
  const isWhole = operation.startsWith('volume_group_') || groups?.length === 0;
  const judgement = judgeWrite(operation, body, {
    before: emptyAsNull({ ...origin, ...own, ...('name' in read && { name }) }),
    member: groups && groups.length > 0,
    empty: 'volumes' in read && read.volumes ? read.volumes.length === 0 : undefined,
    // A member of a group has the sessions of its group.
    sessions: isWhole ? read.replication_sessions?.map(factsOf) : undefined,
    refers: {
      protection_policy_id: { is_replica: false },
      performance_policy_id: {},
      qos_performance_policy_id: {},
      remote_system_id: {},
    },
    creates: [],
    supported: true,
    link: 'up',
    name_used: false,
  });
  switch (judgement.possible) {
    case true:
      return judgement;
    case undefined:
      return {
        possible: undefined,
        reason: 'it depends on attributes that were not read',
        conditions: judgement.unknown,
      };
    default: {
      const { condition } = judgement;
      return {
        possible: condition.assumed ? undefined : false,
        reason: refusalOf(condition, { name }, body).text,
        conditions: [judgement.name],
      };
    }
  }
}

const factsOf = ({ type, role, state }: NonNullable<Volume['replication_sessions']>[number]): SessionFacts => ({
  type,
  role,
  state,
  synchronized: state === undefined ? undefined : state !== 'Initializing',
});

const emptyAsNull = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]));
