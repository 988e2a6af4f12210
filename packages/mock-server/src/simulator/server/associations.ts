// What the rows of an array lead to. Nothing of this is kept in the rows: it follows from the ids in them.
import type { Row } from '../../query/row.js';
import type { Store } from '../../query/store.js';
import { membersOf } from '../replication/session-side.js';
import type { Site } from '../world/site.js';
import { arrayAt, type ArrayState, type World } from '../world/world.js';

type Association = (array: ArrayState, row: Row) => Row | readonly Row[] | null;

const one =
  (resource: string, attribute: string): Association =>
  ({ tables }, row) =>
    tables.find(resource, String(row[attribute])) ?? null;

/** Rows of another resource that name this one, and always will. */
const all =
  (resource: string, attribute: string): Association =>
  ({ tables }, row) =>
    tables.grouped(resource, attribute).get(row['id']) ?? [];

/** What a policy protects at the moment. */
const protectedBy =
  (resource: string): Association =>
  ({ tables }, row) =>
    tables.rows(resource).filter((it) => it['protection_policy_id'] === row['id']);

const listed =
  (resource: string, ids: (row: Row) => readonly string[]): Association =>
  ({ tables }, row) =>
    ids(row).flatMap((id): Row[] => [tables.find(resource, id) ?? []].flat());

const rulesOf = (policy: Row): readonly string[] => (policy['rules'] ?? []) as string[];

const resourceOf =
  (resource: string): Association =>
  ({ tables }, row) =>
    row['resource_type'] === resource ? [tables.find(resource, String(row['local_resource_id'])) ?? []].flat() : [];

const groupsOf: Association = ({ tables }, row) =>
  tables.rows('volume_group').filter((group) => membersOf(group).includes(String(row['id'])));

/** What the simulator has none of. */
const none: Association = () => [];
const nothing: Association = () => null;

const associations: Readonly<Record<string, Association>> = {
  'replication_session.remote_system': one('remote_system', 'remote_system_id'),
  'replication_session.replication_rule': one('replication_rule', 'replication_rule_id'),
  'replication_session.migration_session': nothing,
  'replication_session.volumes': resourceOf('volume'),
  'replication_session.volume_groups': resourceOf('volume_group'),
  'software_installed.appliance': one('appliance', 'appliance'),
  'job.parent': nothing,
  'job.root': one('job', 'root_id'),
  'job.children': none,
  'job.leafs': none,
  'remote_system.replication_sessions': all('replication_session', 'remote_system_id'),
  'remote_system.replication_rules': all('replication_rule', 'remote_system_id'),
  'replication_rule.remote_system': one('remote_system', 'remote_system_id'),
  'replication_rule.replication_sessions': all('replication_session', 'replication_rule_id'),
  'replication_rule.policies': ({ tables }, row) =>
    tables.rows('policy').filter((policy) => rulesOf(policy).includes(String(row['id']))),
  'policy.replication_rules': listed('replication_rule', rulesOf),
  'policy.snapshot_rules': none,
  'policy.qos_volumes': none,
  'policy.qos_volume_groups': none,
  'policy.volumes': protectedBy('volume'),
  'policy.volume_groups': protectedBy('volume_group'),
  'volume.appliance': one('appliance', 'appliance_id'),
  'volume.qos_performance_policy': nothing,
  'volume.migration_session': nothing,
  'volume.protection_policy': one('policy', 'protection_policy_id'),
  'volume.volume_groups': groupsOf,
  'volume.replication_sessions': all('replication_session', 'local_resource_id'),
  'volume_group.qos_performance_policy': nothing,
  'volume_group.migration_session': nothing,
  'volume_group.protection_policy': one('policy', 'protection_policy_id'),
  'volume_group.volumes': listed('volume', membersOf),
  'volume_group.replication_sessions': all('replication_session', 'local_resource_id'),
};

const stores = new WeakMap<ArrayState, Store>();

/** The rows of an array as its queries see them; the same store for the same array. */
export function storeOf(world: World, site: Site): Store {
  const array = arrayAt(world, site);
  let store = stores.get(array);
  if (!store) stores.set(array, (store = createStore(array)));
  return store;
}

function createStore(array: ArrayState): Store {
  const { release, tables } = array;
  return {
    release,
    rows: tables.rows,
    column: tables.column,
    find: tables.find,
    related(resource, name, row) {
      const association = associations[`${resource}.${name}`];
      if (!association) throw new RangeError(`nobody says what ${resource}.${name} leads to`);
      return association(array, row);
    },
  };
}
