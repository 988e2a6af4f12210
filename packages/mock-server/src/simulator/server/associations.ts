// The related resources of rows. Rows hold only ids; related resources are looked up when a query selects them.
import { isResource, type Resource, type ResourceTypes } from '@powerstore-api/types';
import type { Row as AnyRow } from '../../query/row.js';
import type { Row, Table } from '../world/rows.js';
import type { ArrayState } from '../world/world.js';

/** The rows that an association embeds, if the simulator keeps rows of that resource. */
type Embedded<
  R extends Resource,
  Name extends keyof ResourceTypes[R]['related'],
> = ResourceTypes[R]['related'][Name] extends Table ? Row<ResourceTypes[R]['related'][Name]> : never;

type Attribute<R extends Resource, Name> = Name extends keyof ResourceTypes[R]['instance']
  ? NonNullable<ResourceTypes[R]['instance'][Name]>
  : never;

/** One row or none, or a list of them. */
type Association<R extends Resource, Name extends keyof ResourceTypes[R]['related']> = (
  array: ArrayState,
  row: Row<R>,
) => Attribute<R, Name> extends readonly unknown[] ? readonly Embedded<R, Name>[] : Embedded<R, Name> | null;

type AssociationsOf<R extends Resource> = [keyof ResourceTypes[R]['related']] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in keyof ResourceTypes[R]['related']]: Association<R, Name> };

/** For resources that the simulator does not have. */
const none = () => [];
const nothing = () => null;

/** The sessions that refer to a row by an attribute that never changes. */
const sessionsBy =
  (attribute: 'remote_system_id' | 'local_resource_id') =>
  ({ tables }: ArrayState, { id }: { readonly id: string }): readonly Row<'replication_session'>[] =>
    tables.grouped('replication_session', attribute).get(id) ?? [];

const one = <R extends Table>({ tables }: ArrayState, resource: R, id: string | null): Row<R> | null =>
  (id === null ? undefined : tables.find(resource, id)) ?? null;

const listed = <R extends Table>({ tables }: ArrayState, resource: R, ids: readonly string[]): Row<R>[] =>
  ids.flatMap((id) => tables.find(resource, id) ?? []);

/** Every association of the contract. It does not compile if one is missing or superfluous. */
const associations: {
  readonly [R in Resource]: AssociationsOf<R>;
} = {
  replication_session: {
    remote_system: (array, { remote_system_id: id }) => one(array, 'remote_system', id),
    replication_rule: (array, { replication_rule_id: id }) => one(array, 'replication_rule', id),
    migration_session: nothing,
    volumes: (array, { resource_type: resource, local_resource_id: id }) =>
      resource === 'volume' ? listed(array, resource, [id]) : [],
    volume_groups: (array, { resource_type: resource, local_resource_id: id }) =>
      resource === 'volume_group' ? listed(array, resource, [id]) : [],
  },
  remote_system: {
    replication_sessions: sessionsBy('remote_system_id'),
    replication_rules: ({ tables }, { id }) => tables.grouped('replication_rule', 'remote_system_id').get(id) ?? [],
  },
  replication_rule: {
    remote_system: (array, { remote_system_id: id }) => one(array, 'remote_system', id),
    // The rule of a session can change.
    replication_sessions: ({ tables }, { id }) =>
      tables.rows('replication_session').filter((it) => it.replication_rule_id === id),
    policies: ({ tables }, { id }) => tables.rows('policy').filter(({ rules }) => rules.includes(id)),
  },
  policy: {
    replication_rules: (array, { rules }) => listed(array, 'replication_rule', rules),
    snapshot_rules: none,
    qos_volumes: ({ tables }, { id }) => tables.rows('volume').filter((it) => it.qos_performance_policy_id === id),
    qos_volume_groups: ({ tables }, { id }) =>
      tables.rows('volume_group').filter((it) => it.qos_performance_policy_id === id),
    volumes: ({ tables }, { id }) => tables.rows('volume').filter((it) => it.protection_policy_id === id),
    volume_groups: ({ tables }, { id }) => tables.rows('volume_group').filter((it) => it.protection_policy_id === id),
  },
  volume: {
    appliance: (array, { appliance_id: id }) => one(array, 'appliance', id),
    qos_performance_policy: (array, { qos_performance_policy_id: id }) => one(array, 'policy', id),
    migration_session: nothing,
    protection_policy: (array, { protection_policy_id: id }) => one(array, 'policy', id),
    volume_groups: ({ tables }, { id }) => tables.rows('volume_group').filter(({ members }) => members.includes(id)),
    replication_sessions: sessionsBy('local_resource_id'),
  },
  volume_group: {
    qos_performance_policy: (array, { qos_performance_policy_id: id }) => one(array, 'policy', id),
    migration_session: nothing,
    protection_policy: (array, { protection_policy_id: id }) => one(array, 'policy', id),
    volumes: (array, { members }) => listed(array, 'volume', members),
    replication_sessions: sessionsBy('local_resource_id'),
  },
  host_volume_mapping: {},
  login_session: {},
  job: {
    parent: nothing,
    root: (array, { root_id: id }) => one(array, 'job', id),
    children: none,
    leafs: none,
  },
  software_installed: {
    appliance: (array, { appliance_id: id }) => one(array, 'appliance', id),
  },
  cluster: {},
};

type ByName = Readonly<Record<string, (array: ArrayState, row: AnyRow) => AnyRow | readonly AnyRow[] | null>>;

/** The related resources of a row. The names are those of a query, which has checked them against the contract. */
export function relatedTo(array: ArrayState, resource: string, name: string, row: AnyRow): ReturnType<ByName[string]> {
  const ofResource = isResource(resource) ? (associations[resource] as ByName) : {};
  const association = ofResource[name];
  if (!association) throw new Error(`${resource} has no association ${name}`);
  return association(array, row);
}
