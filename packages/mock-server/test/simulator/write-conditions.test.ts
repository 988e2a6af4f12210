// The conditions of the contract on writes of volumes and groups: for each, a request that meets it and one that breaks it.
import { writeConditions } from '@powerstore-api/types';
import { describe, expect, test } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.js';
import { protect } from '../helpers/look.js';
import { act, type Answer, finishTransitions, idOf, list, type Row, send, type Site } from '../helpers/pair.js';
import { metro, refused } from '../helpers/protection.js';

type Ask = (sim: Simulator) => Promise<Answer>;

interface Case {
  options?: SimulatorOptions;
  /** What happens first, in both worlds. */
  first?: (sim: Simulator) => unknown;
  /** What happens before the request that breaks the condition. */
  spoil?: (sim: Simulator) => unknown;
  breaks: Ask;
  /** Status, code and text of the refusal. */
  says: string;
  meets: Ask;
}

const change = (sim: Simulator, site: Site, place: string, body: unknown): Promise<Answer> =>
  send(sim, site, 'PATCH', `/${place}`, body);

const patch =
  (site: Site, place: string, body: unknown): Ask =>
  (sim) =>
    change(sim, site, place, body);

const configure =
  (site: Site, place: string, remote = 'name:array-b'): Ask =>
  (sim) =>
    metro(sim, site, place, 'configure_metro', { remote_system_id: remote });

async function pause(sim: Simulator, site: Site, name: string): Promise<void> {
  const answer = await act(sim, site, await idOf(sim, name, site), 'pause');
  if (answer.status !== 204) throw new Error(answer.text);
  finishTransitions(sim);
}

async function unprotect(sim: Simulator, site: Site, place: string): Promise<void> {
  const answer = await protect(sim, site, place, '');
  if (answer.status !== 204) throw new Error(answer.text);
  finishTransitions(sim);
}

/** A destination that is still being filled for the first time. */
const fill = (sim: Simulator) => protect(sim, 'a', 'volume/name:spare-a', 'name:five-minutes-array-a-to-array-b');

async function snapshotOn(sim: Simulator, site: Site): Promise<string> {
  const [snapshot] = await list(sim, site, 'volume', 'type=eq.Snapshot');
  return `volume/${String(snapshot?.['id'])}`;
}

/** Changes a volume or a group in a way that no request does. */
function edit(sim: Simulator, name: string, changes: Row): void {
  const saved = structuredClone(sim.save());
  for (const { rows } of saved.arrays)
    for (const row of [...(rows['volume'] ?? []), ...(rows['volume_group'] ?? [])] as Row[])
      if (row['name'] === name) Object.assign(row, changes);
  sim.load(saved);
}

const size = 1_073_741_824;
const larger = 2 * size;
const later = '2030-01-01T00:00:00.000Z';
const policyOfA = 'name:five-minutes-array-a-to-array-b';

const cases: Readonly<Record<string, Case>> = {
  size_in_blocks: {
    breaks: patch('a', 'volume/name:spare-a', { size: larger + 512 }),
    says: '400: 0xEFFFFFFFFFFF Size 2147484160 is not a multiple of 8192.',
    meets: patch('a', 'volume/name:spare-a', { size: larger + 8192 }),
  },
  size_larger: {
    breaks: patch('a', 'volume/name:spare-a', { size }),
    says: '400: 0xE0A05001001A Size 1073741824 of volume spare-a is not larger than before. A volume can only grow.',
    meets: patch('a', 'volume/name:spare-a', { size: size + 8192 }),
  },
  volume_name_unused: {
    breaks: patch('a', 'volume/name:spare-a', { name: 'ERP-data' }),
    says: '422: 0xE0A080010014 The name ERP-data is already in use.',
    meets: patch('a', 'volume/name:spare-a', { name: 'SPARE-a' }),
  },
  group_name_unused: {
    breaks: patch('a', 'volume_group/name:sql-group', { name: 'Metro-Group' }),
    says: '422: 0xE0A080010014 The name Metro-Group is already in use.',
    meets: patch('a', 'volume_group/name:sql-group', { name: 'erp-data' }),
  },
  snapshots_only: {
    breaks: patch('a', 'volume/name:spare-a', { expiration_timestamp: later }),
    says: '400: 0xEFFFFFFFFFFF spare-a is no snapshot. Only a snapshot expires or is secure.',
    meets: async (sim) => change(sim, 'b', await snapshotOn(sim, 'b'), { expiration_timestamp: later }),
  },
  secure_expires: {
    breaks: async (sim) => change(sim, 'b', await snapshotOn(sim, 'b'), { is_secure: true }),
    says: '400: 0xEFFFFFFFFFFF daily_2026-01-01T00:00:00.000+00:00 never expires. A secure snapshot needs an expiration_timestamp.',
    meets: async (sim) =>
      change(sim, 'b', await snapshotOn(sim, 'b'), { is_secure: true, expiration_timestamp: later }),
  },
  secure_for_good: {
    first: async (sim) =>
      change(sim, 'b', await snapshotOn(sim, 'b'), { is_secure: true, expiration_timestamp: later }),
    breaks: async (sim) => change(sim, 'b', await snapshotOn(sim, 'b'), { is_secure: false }),
    says: '422: 0xEFFFFFFFFFFF daily_2026-01-01T00:00:00.000+00:00 is a secure snapshot. It stays secure until it expires.',
    meets: async (sim) => change(sim, 'b', await snapshotOn(sim, 'b'), { is_secure: true, description: 'kept' }),
  },
  policy_known: {
    breaks: patch('a', 'volume/name:spare-a', { protection_policy_id: 'name:unknown' }),
    says: '404: 0xE0A090010001 There is no protection policy name:unknown.',
    meets: patch('a', 'volume/name:spare-a', { protection_policy_id: policyOfA }),
  },
  performance_policy_known: {
    breaks: patch('a', 'volume/name:spare-a', { performance_policy_id: policyOfA }),
    says: '404: 0xE0A090010001 There is no such performance policy. A volume always has one.',
    meets: patch('a', 'volume/name:spare-a', { performance_policy_id: 'name:High' }),
  },
  qos_policy_known: {
    breaks: patch('a', 'volume/name:spare-a', { qos_performance_policy_id: 'default_medium' }),
    says: '404: 0xE0A090010001 There is no quality-of-service policy default_medium.',
    meets: patch('a', 'volume/name:spare-a', { qos_performance_policy_id: '' }),
  },
  snapshot_unprotected: {
    breaks: async (sim) => change(sim, 'b', await snapshotOn(sim, 'b'), { size: larger }),
    says: '422: 0xEFFFFFFFFFFF daily_2026-01-01T00:00:00.000+00:00 is a snapshot. It keeps its size, and no policy protects it.',
    meets: async (sim) =>
      change(sim, 'b', await snapshotOn(sim, 'b'), { description: 'kept', protection_policy_id: '' }),
  },
  metro_is_no_snapshot: {
    breaks: async (sim) => configure('b', await snapshotOn(sim, 'b'), 'name:array-a')(sim),
    says: '422: 0xEFFFFFFFFFFF daily_2026-01-01T00:00:00.000+00:00 is a snapshot. Configure metro for a clone of it.',
    meets: configure('a', 'volume/name:spare-a'),
  },
  policy_own: {
    breaks: patch('a', 'volume/name:spare-a', { protection_policy_id: 'name:fifteen-minutes-array-b-to-array-a' }),
    says: '422: 0xEFFFFFFFFFFF The policy is a replica of a policy on the other array. Assign a policy of this array.',
    meets: patch('a', 'volume/name:spare-a', { protection_policy_id: policyOfA }),
  },
  destination_unchanged: {
    breaks: patch('b', 'volume/name:erp-data', { description: 'mine' }),
    says: '422: 0xEFFFFFFFFFFF erp-data is a replication destination. Change its source on the other array.',
    // What Dell's Go client sends for a destination that becomes a plain volume: three fields, of which one changes something.
    meets: async (sim) => {
      await unprotect(sim, 'a', 'volume/name:erp-data');
      const body = { is_replication_destination: false, protection_policy_id: '', description: '' };
      return change(sim, 'b', 'volume/name:erp-data', body);
    },
  },
  destination_has_no_policy_of_its_own: {
    breaks: patch('a', 'volume/name:web-content', { protection_policy_id: policyOfA }),
    says: '422: 0xEFFFFFFFFFFF web-content is a replication destination. Assign the policy to its source on the other array.',
    meets: async (sim) => {
      await fill(sim);
      return change(sim, 'b', 'volume/name:spare-a', { protection_policy_id: '', force: true });
    },
  },
  destination_policy_forced: {
    first: fill,
    breaks: patch('b', 'volume/name:spare-a', { protection_policy_id: '' }),
    says: '422: 0xEFFFFFFFFFFF spare-a is a replication destination. Remove the policy of its source, or set force to true.',
    meets: patch('b', 'volume/name:spare-a', { protection_policy_id: null, force: true }),
  },
  destination_never_synchronized: {
    breaks: patch('b', 'volume/name:erp-data', { protection_policy_id: '', force: true }),
    says: '422: 0xEFFFFFFFFFFF erp-data is a replication destination that has synchronized. Remove the policy of its source.',
    meets: async (sim) => {
      await fill(sim);
      return change(sim, 'b', 'volume/name:spare-a', { protection_policy_id: '', force: true });
    },
  },
  destination_mode_ends: {
    breaks: patch('a', 'volume/name:spare-a', { is_replication_destination: true }),
    says: '400: 0xEFFFFFFFFFFF is_replication_destination can only be set to false.',
    meets: async (sim) => {
      await unprotect(sim, 'a', 'volume/name:erp-data');
      return change(sim, 'b', 'volume/name:erp-data', { is_replication_destination: false });
    },
  },
  destination_mode_is_on: {
    breaks: patch('a', 'volume/name:spare-a', { is_replication_destination: false }),
    says: '422: 0xEFFFFFFFFFFF spare-a is no replication destination.',
    meets: async (sim) => {
      await unprotect(sim, 'a', 'volume/name:erp-data');
      return change(sim, 'b', 'volume/name:erp-data', { is_replication_destination: false });
    },
  },
  destination_released: {
    breaks: patch('b', 'volume_group/name:sql-group', { is_replication_destination: false }),
    says: '422: 0xEFFFFFFFFFFF A session replicates to sql-group. Remove the policy of its source first.',
    meets: async (sim) => {
      await unprotect(sim, 'a', 'volume_group/name:sql-group');
      return change(sim, 'b', 'volume_group/name:sql-group', { is_replication_destination: false });
    },
  },
  metro_size_while_stopped: {
    breaks: patch('a', 'volume/name:metro-plain', { size: larger }),
    says: '422: 0xEFFFFFFFFFFF metro-plain is a metro volume. Pause its session before you change its size.',
    meets: async (sim) => {
      sim.link.cut();
      return change(sim, 'a', 'volume/name:metro-plain', { size: larger });
    },
  },
  metro_on_the_preferred_side: {
    first: (sim) => pause(sim, 'b', 'metro-plain'),
    breaks: patch('a', 'volume/name:metro-plain', { name: 'new' }),
    says: '400: 0xEFFFFFFFFFFF This array holds the non-preferred side of metro-plain. Send the request to the preferred side.',
    meets: patch('b', 'volume/name:metro-plain', { name: 'new' }),
  },
  metro_while_paused: {
    breaks: patch('a', 'volume_group/name:metro-group', { name: 'new' }),
    says: '422: 0xEFFFFFFFFFFF metro-group is a metro resource. Pause its session before you change its name or its performance policy.',
    meets: async (sim) => {
      await pause(sim, 'a', 'metro-group');
      return change(sim, 'a', 'volume_group/name:metro-group', { name: 'new' });
    },
  },
  metro_or_policy: {
    breaks: patch('a', 'volume/name:three-site', { protection_policy_id: policyOfA }),
    says: '422: 0xEFFFFFFFFFFF three-site is metro with that array already. A policy can replicate it to a third array only.',
    meets: async (sim) => {
      await unprotect(sim, 'a', 'volume/name:three-site');
      return change(sim, 'a', 'volume/name:three-site', {
        protection_policy_id: 'name:five-minutes-array-a-to-array-c',
      });
    },
  },
  member_with_its_group: {
    breaks: patch('a', 'volume/name:sql-group-1', { protection_policy_id: policyOfA }),
    says: '422: 0xEFFFFFFFFFFF sql-group-1 is a member of a volume group. Assign the policy to the group.',
    // It had a policy before it became a member.
    meets: (sim) => {
      edit(sim, 'sql-group-1', { protection_policy_id: 'the former one' });
      return change(sim, 'a', 'volume/name:sql-group-1', { protection_policy_id: '' });
    },
  },
  synchronous_in_order: {
    spoil: patch('a', 'volume_group/name:sql-group', { is_write_order_consistent: false }),
    breaks: patch('a', 'volume_group/name:sql-group', { protection_policy_id: 'name:zero-array-a-to-array-b' }),
    says: '422: 0xEFFFFFFFFFFF The members of sql-group do not keep the order of writes. A synchronous rule needs is_write_order_consistent.',
    meets: patch('a', 'volume_group/name:sql-group', { protection_policy_id: 'name:zero-array-a-to-array-b' }),
  },
  synchronous_stays_in_order: {
    breaks: patch('b', 'volume_group/name:orders-group', { is_write_order_consistent: false }),
    says: '422: 0xEFFFFFFFFFFF The session of orders-group is synchronous. It needs is_write_order_consistent.',
    meets: patch('b', 'volume_group/name:orders-group', { is_write_order_consistent: true }),
  },
  remote_system_known: {
    breaks: configure('a', 'volume/name:spare-a', 'name:nowhere'),
    says: '404: 0xE04040020009 There is no remote system name:nowhere.',
    meets: configure('a', 'volume/name:spare-a'),
  },
  volume_is_no_member: {
    breaks: configure('a', 'volume/name:sql-group-1'),
    says: '400: 0xE0A050010072 sql-group-1 is a member of a volume group. Configure metro for the group.',
    meets: configure('a', 'volume/name:spare-a'),
  },
  not_metro_yet: {
    breaks: configure('a', 'volume/name:metro-plain'),
    says: '400: 0xEFFFFFFFFFFF metro-plain already has a metro session.',
    meets: configure('a', 'volume/name:spare-a'),
  },
  group_has_members: {
    first: (sim) => unprotect(sim, 'a', 'volume_group/name:sql-group'),
    spoil: (sim) => edit(sim, 'sql-group', { members: [] }),
    breaks: configure('a', 'volume_group/name:sql-group'),
    says: '422: 0xEFFFFFFFFFFF Volume group sql-group has no members. Metro needs at least one.',
    meets: configure('a', 'volume_group/name:sql-group'),
  },
  metro_from_the_source: {
    breaks: configure('a', 'volume/name:web-content'),
    says: '422: 0xEFFFFFFFFFFF web-content is a replication destination. Configure metro on its source.',
    meets: async (sim) => {
      await unprotect(sim, 'b', 'volume/name:web-content');
      await change(sim, 'a', 'volume/name:web-content', { is_replication_destination: false });
      return configure('a', 'volume/name:web-content')(sim);
    },
  },
  policy_or_metro: {
    breaks: configure('a', 'volume/name:erp-data'),
    says: '422: 0xEFFFFFFFFFFF erp-data is replicated to that array already. Remove its policy first.',
    meets: configure('a', 'volume/name:erp-data', 'name:array-c'),
  },
  metro_exists: {
    breaks: (sim) => metro(sim, 'a', 'volume_group/name:sql-group', 'end_metro', {}),
    says: '400: 0xEFFFFFFFFFFF sql-group has no metro session.',
    meets: (sim) => metro(sim, 'a', 'volume_group/name:metro-group', 'end_metro', {}),
  },
  target_supports_it: {
    options: {
      arrays: { a: { release: '4.0' }, b: { release: '3.6' } },
      sessions: [{ name: 'sql-group', kind: 'volume_group' }],
    },
    first: (sim) => unprotect(sim, 'a', 'volume_group/name:sql-group'),
    breaks: configure('a', 'volume_group/name:sql-group'),
    says: '422: 0xEFFFFFFFFFFF The other array does not support this kind of replication. See the capabilities of the remote system.',
    meets: configure('a', 'volume/name:spare-a'),
  },
  target_reachable: {
    first: (sim) => sim.link.cut(),
    breaks: fill,
    says: '422: 0xEFFFFFFFFFFF The other array cannot be reached. Restore the connection first.',
    meets: patch('a', 'volume/name:erp-data', { protection_policy_id: '' }),
  },
  metro_ends_on_both_sides: {
    first: (sim) => sim.link.cut(),
    breaks: (sim) => metro(sim, 'a', 'volume/name:metro-plain', 'end_metro', {}),
    says: '422: 0xEFFFFFFFFFFF The other array cannot be reached. Set force to true to end metro on this array alone.',
    meets: (sim) => metro(sim, 'a', 'volume/name:metro-plain', 'end_metro', { force: true }),
  },
};

test('every condition of the contract has a case', () => {
  expect(Object.keys(cases).toSorted()).toEqual(Object.keys(writeConditions).toSorted());
});

describe.each(Object.entries(cases))('%s', (_, { options, first, spoil, breaks, says, meets }) => {
  async function world(): Promise<Simulator> {
    // With Prism's checks, so that no request is refused for another reason.
    const sim = await createSimulator({ clock: 'manual', ...options });
    await first?.(sim);
    return sim;
  }

  test('a request that breaks it is refused, and changes nothing', async () => {
    await using sim = await world();
    await spoil?.(sim);
    expect(await refused(sim, () => breaks(sim))).toBe(says);
  });

  test('a request that meets it is carried out', async () => {
    await using sim = await world();
    const { status, text } = await meets(sim);
    expect(`${status} ${text}`).toMatch(/^20[04] /);
  });
});

test.each([
  ['2.0', { app_type: 'Other' }, 400],
  ['2.1', { app_type: 'Other' }, 204],
  ['3.6', { qos_performance_policy_id: null }, 400],
  ['4.0', { qos_performance_policy_id: null }, 204],
] as const)('release %s answers %j with %i: a field is known from its release on', async (release, body, status) => {
  await using sim = await createSimulator({ clock: 'manual', release });
  expect((await change(sim, 'a', 'volume/name:spare-a', body)).status).toBe(status);
});
