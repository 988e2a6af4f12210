// Arrays of older releases.
import { attributeInfo, literalInfo } from '@powerstore-api/types';
import { describe, expect, test } from 'vitest';
import { createSimulator, InputError, type SessionSpec } from '../../src/index.js';
import type { Init } from '../helpers/array.js';
import { hostAccess, named, protect } from '../helpers/look.js';
import {
  act,
  basicOf,
  both,
  done,
  idOf,
  list,
  minutes,
  refusal,
  type Row,
  seconds,
  send,
  sendAs,
  finishTransitions,
  type Site,
  states,
  watch,
} from '../helpers/pair.js';

const releases = ['1.0', '2.0', '3.0', '3.6', '4.0', '4.1', '4.3', '4.4'] as const;

const world = (release: string, sessions?: readonly SessionSpec[]) =>
  createSimulator({ clock: 'manual', fast: true, release, ...(sessions && { sessions }) });

/** `1.0`, `1.0.0.0`: as numbers that can be compared. */
const parts = (release: string) => [...release.split('.').map(Number), 0, 0].slice(0, 4);
const isIn = (added: string, release: string): boolean => {
  const [one, two] = [parts(added), parts(release)];
  const differs = one.findIndex((part, index) => part !== two[index]);
  return differs === -1 || Number(one[differs]) < Number(two[differs]);
};
const has = (release: string, since: string) => isIn(since, release);

/** Attributes of a replication session, by the release that brought them: as the documents date them. */
const sessionAttributes: Record<string, string[]> = {
  '1.0': [
    'id',
    'state',
    'role',
    'resource_type',
    'last_sync_timestamp',
    'local_resource_id',
    'remote_resource_id',
    'remote_system_id',
    'progress_percentage',
    'estimated_completion_timestamp',
    'replication_rule_id',
    'storage_element_pairs',
    'state_l10n',
    'role_l10n',
    'resource_type_l10n',
    'remote_system',
    'migration_session',
    'replication_rule',
  ],
  '2.0': ['last_sync_duration', 'next_sync_timestamp', 'failover_test_in_progress'],
  '3.0': [
    'data_transfer_state',
    'type',
    'error_code',
    'data_connection_state',
    'parent_replication_session_id',
    'local_resource_state',
    'data_transfer_state_l10n',
    'type_l10n',
    'data_connection_state_l10n',
    'local_resource_state_l10n',
  ],
  '3.6': ['witness_details'],
  '4.0': ['volumes', 'volume_groups'],
  '4.3': ['auto_failover_state', 'auto_failover_state_l10n'],
};

const collections = [
  'replication_session',
  'volume',
  'volume_group',
  'policy',
  'replication_rule',
  'remote_system',
  'job',
  'cluster',
  'software_installed',
  'login_session',
];

describe.each(releases)('%s', (release) => {
  const known = Object.entries(sessionAttributes).flatMap(([since, names]) => (has(release, since) ? names : []));
  const unknown = Object.entries(sessionAttributes).flatMap(([since, names]) => (has(release, since) ? [] : names));

  test('has the kinds of session it knows', async () => {
    await using sim = await world(release);
    const rows = await list(sim, 'a', 'replication_session', 'order=id');
    const kinds = rows.map((row) => `${String(row['type'] ?? 'Asynchronous')} ${String(row['resource_type'])}`);
    const expected = new Set(['Asynchronous volume', 'Asynchronous volume_group']);
    if (has(release, '3.0'))
      for (const kind of ['Asynchronous replication_group', 'Asynchronous nas_server', 'Metro_Active_Active volume'])
        expected.add(kind);
    if (has(release, '3.6')) expected.add('Asynchronous file_system');
    if (has(release, '4.0'))
      for (const kind of ['volume', 'volume_group', 'nas_server', 'file_system']) expected.add(`Synchronous ${kind}`);
    if (has(release, '4.0')) expected.add('Metro_Active_Active volume_group');
    // Whether 3.0 shows sessions of file systems, the sources contradict each other.
    const shown = new Set(kinds.filter((kind) => has(release, '3.6') || !kind.includes('file_system')));
    expect([...shown].toSorted()).toEqual([...expected].toSorted());
  });

  test('`*` is its attributes, and nothing else', async () => {
    await using sim = await world(release);
    for (const site of ['a', 'b'] as const)
      for (const row of await list(sim, site, 'replication_session'))
        expect(Object.keys(row).toSorted()).toEqual(known.toSorted());
  });

  test('the others are refused in select, filter and order', async () => {
    await using sim = await world(release);
    const asked = [...unknown, 'no_such_attribute'];
    for (const name of asked)
      for (const query of [`select=id,${name}`, `${name}=is.null`, `order=${name}`]) {
        const answer = await send(sim, 'a', 'GET', `/replication_session?${query}`);
        expect([query, answer.status]).toEqual([query, 400]);
        expect(refusal(answer).message_l10n).toContain(name);
      }
    for (const name of known)
      expect([name, (await send(sim, 'a', 'GET', `/replication_session?select=${name}`)).status]).toEqual([name, 200]);
  });

  test('operations', async () => {
    await using sim = await world(release, [{ name: 'erp-data', rpo: 'One_Day' }]);
    const id = await idOf(sim, 'erp-data');
    const group = String((await list(sim, 'a', 'volume', 'name=eq.erp-data'))[0]?.['id']);
    const operations: [method: string, target: string, since: string][] = [
      ['PATCH', `/replication_session/${id}`, '3.0'],
      ['POST', `/replication_session/${id}/promote`, '3.0'],
      ['POST', `/replication_session/${id}/demote`, '3.0'],
      ['POST', `/replication_session/${id}/start_failover_test`, '2.0'],
      ['POST', `/replication_session/${id}/stop_failover_test`, '2.0'],
      ['POST', `/replication_session/${id}/sync`, '1.0'],
      ['POST', `/volume/${group}/configure_metro`, '3.0'],
      ['POST', `/volume/${group}/end_metro`, '3.0'],
      ['POST', '/volume_group/name:none/configure_metro', '4.0'],
      ['POST', '/volume_group/name:none/end_metro', '4.0'],
    ];
    for (const [method, target, since] of operations) {
      const answer = await send(sim, 'a', method, target, method === 'PATCH' ? { role: 'Metro_Preferred' } : {});
      const noSuchOperation = answer.status === 404 && refusal(answer).message_l10n.includes('elease');
      expect([method, target, noSuchOperation]).toEqual([method, target, !has(release, since)]);
    }
  });

  test('every literal in every collection is one of its own, through a cut and back', async () => {
    await using sim = await world(release);
    const wrong = new Set<string>();
    let seen = 0;
    const look = async (site: Site) => {
      for (const resource of collections) {
        const answer = await send(sim, site, 'GET', `/${resource}?select=*`);
        expect([resource, answer.status]).toEqual([resource, 200]);
        for (const row of answer.json as Row[])
          for (const [name, value] of Object.entries(row)) {
            const { enum: table } = attributeInfo(resource, name) ?? {};
            if (table === undefined || value === null) continue;
            for (const literal of [value].flat()) {
              seen += 1;
              const info = literalInfo(table, String(literal));
              if (!info || !isIn(info.added, release)) wrong.add(`${resource}.${name}: ${String(literal)}`);
            }
          }
      }
    };
    const lookAtBoth = async () => {
      await look('a');
      await look('b');
    };
    await lookAtBoth();
    sim.clock.advance(7 * minutes);
    await lookAtBoth();
    sim.link.cut();
    await lookAtBoth();
    sim.link.heal();
    for (let step = 0; step < 4; step += 1) {
      await lookAtBoth();
      sim.clock.advance(2 * seconds);
    }
    await sim.a.power('off');
    await look('b');
    expect([...wrong]).toEqual([]);
    expect(seen).toBeGreaterThan(100);
  });

  test('installed software and cluster show the release', async () => {
    await using sim = await world(release);
    expect(sim.a.release).toBe(`${release}.0.0`);
    for (const site of ['a', 'b'] as const) {
      const [row, ...others] = await list(sim, site, 'software_installed', 'is_cluster=eq.true');
      expect(others).toEqual([]);
      expect(String(row?.['release_version'])).toMatch(new RegExp(`^${release.replace('.', '\\.')}\\.`));
      expect(Object.hasOwn(row ?? {}, 'build_version')).toBe(has(release, '2.0'));
      const [cluster] = await list(sim, site, 'cluster', 'select=*');
      expect(cluster).toMatchObject({ id: '0', name: `array-${site}`, state: 'Configured' });
      expect(Object.hasOwn(cluster ?? {}, 'system_time')).toBe(has(release, '2.0'));
      const remote = await named(sim, site, 'remote_system', site === 'a' ? 'array-b' : 'array-a');
      expect(Object.hasOwn(remote, 'version')).toBe(has(release, '2.0'));
    }
  });

  const mistakes: [string, string, Init, number][] = [
    ['an unknown id', '/replication_session/none', {}, 404],
    ['an unknown attribute', '/replication_session?select=nothing', {}, 400],
    ['an unknown path', '/nothing', {}, 404],
    ['no login', '/volume', { headers: {} }, 401],
    ['a body that is no JSON', '/volume/name:spare-a', { method: 'PATCH', body: '{' }, 400],
  ];
  test.each(mistakes)('severity_l10n from 4.1: %s', async (_, target, init, status) => {
    await using sim = await world(release);
    const headers = { authorization: basicOf(sim.a), 'content-type': 'application/json' };
    const answer = await sendAs(sim.a, target, { headers, ...init });
    expect(answer.status).toBe(status);
    const [message] = (answer.json as { messages: Row[] }).messages;
    expect(message?.['severity']).toBe('Error');
    expect(Object.hasOwn(message ?? {}, 'severity_l10n')).toBe(has(release, '4.1'));
  });

  test('states it does not know are passed over', async () => {
    await using sim = await world(release, [{ name: 'erp-data', rpo: 'One_Day' }]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    const pausing = has(release, '3.0') ? 'Pausing → Paused' : 'Paused';
    expect(await watch(sim, id, { during: 4 * seconds })).toEqual({ a: pausing, b: pausing });
    await done(sim, 'a', id, 'resume');
    expect((await watch(sim, id, { during: 4 * seconds })).a).toBe('Resuming → OK');
    expect((await protect(sim, 'a', 'volume/name:erp-data', '')).status).toBe(204);
    const deleting = has(release, '3.0') ? 'Deleting → -' : '-';
    expect(await watch(sim, id, { during: 5 * seconds })).toEqual({ a: deleting, b: deleting });
  });

  test('an unplanned failover of a destination that has missed its objective needs force from 4.4', async () => {
    await using sim = await world(release, [{ name: 'erp-data' }]);
    const id = await idOf(sim, 'erp-data');
    sim.link.cut();
    sim.clock.advance(20 * minutes);
    const { status } = await act(sim, 'b', id, 'failover', { is_planned: false });
    expect(status).toBe(has(release, '4.4') ? 422 : 204);
  });
});

describe('bodies, as Prism checks them', () => {
  const fields: [action: string, body: Row, since: string][] = [
    ['failover', { is_planned: false }, '1.0'],
    ['failover', { is_planned: false, use_test_copy: false }, '2.0'],
    ['reprotect', { discard_changes_after_failover: false }, '4.0'],
    ['modify', { auto_failover_state: 'Enabled_For_Witness_Interaction' }, '4.3'],
    ['stop_failover_test', { force: true }, '2.0'],
  ];
  test.each(['1.0', '2.0', '3.6', '4.0', '4.4'])('%s: an unknown field is refused', async (release) => {
    await using sim = await createSimulator({
      clock: 'manual',
      release,
      sessions: [{ name: 'erp-data', rpo: 'One_Day' }],
    });
    const id = await idOf(sim, 'erp-data');
    const before = await states(sim, id);
    const bogus = await act(sim, 'a', id, 'failover', { is_planned: true, colour: 'red' });
    expect(bogus.status).toBe(400);
    expect(refusal(bogus).code).toBe('0xE04040030001');
    for (const [action, body, since] of fields) {
      if (has(release, since)) continue;
      const answer = await act(sim, 'a', id, action, body);
      const status = { stop_failover_test: 404, modify: has(release, '3.0') ? 400 : 404 }[action] ?? 400;
      expect([action, answer.status]).toEqual([action, status]);
    }
    expect(await states(sim, id)).toBe(before);
    // And it accepts fields that it knows.
    expect((await act(sim, 'b', id, 'failover', { is_planned: false, force: true })).status).toBe(204);
    finishTransitions(sim);
    const known = has(release, '4.0') ? { discard_changes_after_failover: false } : undefined;
    expect((await act(sim, 'b', id, 'reprotect', known)).status).toBe(204);
  });

  test.each(['1.0', '3.0', '3.6', '4.0', '4.4'])('%s: every collection is as its document says', async (release) => {
    await using sim = await createSimulator({ clock: 'manual', release });
    for (const site of ['a', 'b'] as const)
      for (const resource of collections) {
        const answer = await send(sim, site, 'GET', `/${resource}?select=*`);
        expect([resource, answer.status, answer.text.includes('contract')]).toEqual([resource, 200, false]);
      }
  });
});

const mixed = (a: string, b: string, sessions?: readonly SessionSpec[]) =>
  createSimulator({
    clock: 'manual',
    fast: true,
    arrays: { a: { release: a }, b: { release: b } },
    ...(sessions && { sessions }),
  });

describe('a pair of different releases', () => {
  test('each answers as its own', async () => {
    await using sim = await mixed('4.4', '3.0');
    expect([sim.a.release, sim.b.release]).toEqual(['4.4.0.0', '3.0.0.0']);
    expect((await send(sim, 'a', 'GET', '/replication_session?select=witness_details')).status).toBe(200);
    expect((await send(sim, 'b', 'GET', '/replication_session?select=witness_details')).status).toBe(400);
    expect((await named(sim, 'a', 'remote_system', 'array-b'))['version']).toBe('3.0.0.0');
    expect((await named(sim, 'b', 'remote_system', 'array-a'))['version']).toBe('4.4.0.0');
  });

  test.each([
    ['4.4', '3.0'],
    ['3.0', '4.4'],
  ])('%s and %s: only sessions that both know', async (a, b) => {
    await using sim = await mixed(a, b);
    for (const site of ['a', 'b'] as const) {
      const rows = await list(sim, site, 'replication_session');
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row['type']).not.toBe('Synchronous');
        expect([row['type'], row['resource_type']]).not.toEqual(['Metro_Active_Active', 'volume_group']);
      }
    }
  });

  test.each([
    ['4.4', '1.0'],
    ['1.0', '4.4'],
  ])('%s and %s: states that one of them does not know are passed over on both', async (a, b) => {
    await using sim = await mixed(a, b, [{ name: 'erp-data', rpo: 'One_Day' }]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    expect(await states(sim, id)).toBe('Paused / Paused');
  });

  test('the link is cut and healed', async () => {
    await using sim = await mixed('4.4', '3.0');
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect(await both(sim, id, 'data_transfer_state')).toBe('Faulted / Faulted');
    expect(await hostAccess(sim, 'metro-plain')).toBe('false / true');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});

describe('releases that the contract does not describe', () => {
  test.each(['0.9', '4.9', '5.0', '9', '', 'latest', '4.4.4.4.4', '4.4-', 'v', '4.4 '])(
    '%j is refused',
    async (release) => {
      await expect(createSimulator({ release, fast: true })).rejects.toThrow(InputError);
      await expect(createSimulator({ arrays: { b: { release } }, fast: true })).rejects.toThrow(InputError);
    },
  );

  test('and the message names it and the possible ones', async () => {
    await expect(createSimulator({ release: '9.9', fast: true })).rejects.toThrow(/9\.9/);
    await expect(createSimulator({ release: '9.9', fast: true })).rejects.toThrow(/4\.4/);
  });

  test.each(['4.4', '4.4.0.0', 'v4.4', '4.4.0.0-2284811'])('%s is taken', async (release) => {
    await using sim = await createSimulator({ release, fast: true, clock: 'manual' });
    expect(sim.b.release).toBe('4.4.0.0');
  });
});
