// Protection policies and metro: how sessions come and go, and what is refused.
import { describe, expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { accepted, jobState, named, protect } from '../helpers/look.js';
import {
  type Answer,
  both,
  done,
  idOf,
  instance,
  list,
  other,
  refusal,
  roles,
  type Row,
  send,
  session,
  settle,
  type Site,
  states,
  trace,
  worldOf,
} from '../helpers/pair.js';

/** A volume and a group whose cycles are too far apart to disturb; their policy is `one-day-array-a-to-array-b`. */
const quiet: readonly SessionSpec[] = [
  { name: 'erp-data', rpo: 'One_Day' },
  { name: 'sql-group', kind: 'volume_group', rpo: 'One_Day' },
];
const policy = 'one-day-array-a-to-array-b';

const world = (sessions?: readonly SessionSpec[]) =>
  createSimulator({ clock: 'manual', fast: true, ...(sessions && { sessions }) });

const sessionsOf = (sim: Simulator, site: Site, resource: Row) =>
  list(sim, site, 'replication_session', `local_resource_id=eq.${String(resource['id'])}`);

const metro = (
  sim: Simulator,
  site: Site,
  place: string,
  action: string,
  body: unknown,
  search = '',
): Promise<Answer> => send(sim, site, 'POST', `/${place}/${action}${search}`, body);

/** Jobs that delete a session, as Cinder asks for them. */
const deletions = (sim: Simulator, site: Site, id: string, state = 'COMPLETED') =>
  list(
    sim,
    site,
    'job',
    `resource_type=eq.replication_session&resource_action=eq.delete&resource_id=eq.${id}&state=eq.${state}`,
  );

/** A refusal, as `status: code text`, that has left everything as it was; of anything else, what is wrong with it. */
async function refused(sim: Simulator, ask: () => Promise<Answer>): Promise<string> {
  const before = worldOf(sim);
  const answer = await ask();
  if (worldOf(sim) !== before) return `${answer.status}, and something has changed`;
  const { severity, code, message_l10n: text } = refusal(answer);
  return severity === 'Error' ? `${answer.status}: ${code === undefined ? '' : `${code} `}${text}` : answer.text;
}

describe('a policy is assigned', () => {
  const references: [string, (sim: Simulator) => Promise<[place: string, policy: string]>][] = [
    [
      'by ids',
      async (sim) => [
        `volume/${String((await named(sim, 'a', 'volume', 'spare-a'))['id'])}`,
        String((await named(sim, 'a', 'policy', policy))['id']),
      ],
    ],
    ['by names', async () => ['volume/name:spare-a', `name:${policy}`]],
  ];
  test.each(references)('%s: a session, and a volume to copy to', async (_, refer) => {
    await using sim = await world(quiet);
    expect(await list(sim, 'b', 'volume', 'name=eq.spare-a')).toEqual([]);
    const answer = await protect(sim, 'a', ...(await refer(sim)));
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');

    const own = await named(sim, 'a', 'volume', 'spare-a');
    const copy = await named(sim, 'b', 'volume', 'spare-a');
    const [made, ...others] = await sessionsOf(sim, 'a', own);
    expect(others).toEqual([]);
    const id = String(made?.['id']);
    expect(await trace(sim, id)).toEqual({ a: 'Initializing → OK', b: 'Initializing → OK' });
    expect(await roles(sim, id)).toBe('Source / Destination');
    const { a, b } = await session(sim, id);
    expect(a).toMatchObject({ local_resource_id: own['id'], remote_resource_id: copy['id'], type: 'Asynchronous' });
    expect(b).toMatchObject({ local_resource_id: copy['id'], remote_resource_id: own['id'], resource_type: 'volume' });
    expect(a?.['storage_element_pairs']).toEqual([
      expect.objectContaining({
        local_storage_element_id: own['id'],
        remote_storage_element_id: copy['id'],
        storage_element_type: 'volume',
      }),
    ]);
    for (const row of [a, b]) {
      expect(row?.['last_sync_timestamp']).toEqual(expect.any(String));
      expect(row?.['next_sync_timestamp']).toEqual(expect.any(String));
    }

    const rule = await named(sim, 'a', 'replication_rule', policy);
    expect(a?.['replication_rule_id']).toBe(rule['id']);
    expect(own['protection_policy_id']).toBe((await named(sim, 'a', 'policy', policy))['id']);
    expect(own['is_replication_destination']).toBe(false);
    expect(own['is_host_access_available']).toBe(true);
    expect(copy['is_replication_destination']).toBe(true);
    expect(copy['is_host_access_available']).toBe(false);
    expect(copy['size']).toBe(own['size']);
    // The other array has replicas of policy and rule.
    const replica = await instance(sim, 'b', 'policy', String(copy['protection_policy_id']));
    expect(replica?.['is_replica']).toBe(true);
    expect((await instance(sim, 'b', 'replication_rule', String(b?.['replication_rule_id'])))?.['is_replica']).toBe(
      true,
    );
  });

  test('the same one again changes nothing', async () => {
    await using sim = await world(quiet);
    const before = await list(sim, 'a', 'replication_session', 'order=id');
    expect((await protect(sim, 'a', 'volume/name:erp-data', `name:${policy}`)).status).toBe(204);
    expect(await list(sim, 'a', 'replication_session', 'order=id')).toEqual(before);
  });

  test('another one in its place', async () => {
    await using sim = await world([...quiet, { name: 'third', rpo: 'One_Hour' }]);
    const id = await idOf(sim, 'erp-data');
    expect((await protect(sim, 'a', 'volume/name:erp-data', 'name:one-hour-array-a-to-array-b')).status).toBe(204);
    settle(sim);
    expect(await states(sim, id)).toBe('- / -');
    const now = await idOf(sim, 'erp-data');
    expect(await states(sim, now)).toBe('OK / OK');
    expect((await instance(sim, 'a', 'replication_session', now))?.['replication_rule_id']).toBe(
      (await named(sim, 'a', 'replication_rule', 'one-hour-array-a-to-array-b'))['id'],
    );
  });

  test('without time or objective: a synchronous session', async () => {
    await using sim = await world([{ name: 'ledger', type: 'Synchronous' }]);
    expect((await protect(sim, 'a', 'volume/name:spare-a', 'name:zero-array-a-to-array-b')).status).toBe(204);
    settle(sim);
    const id = await idOf(sim, 'spare-a');
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'type')).toBe('Synchronous / Synchronous');
    expect(await both(sim, id, 'next_sync_timestamp')).toBe('null / null');
  });

  test('back to B, where the volume is', async () => {
    await using sim = await world([{ name: 'web-content', source: 'b', rpo: 'One_Day' }]);
    expect((await protect(sim, 'b', 'volume/name:spare-b', 'name:one-day-array-b-to-array-a')).status).toBe(204);
    settle(sim);
    const id = await idOf(sim, 'spare-b', 'b');
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });
});

describe('a policy is removed', () => {
  test.each([
    ['""', 'volume', 'erp-data', ''],
    ['null', 'volume', 'erp-data', null],
    ['""', 'volume_group', 'sql-group', ''],
    ['null', 'volume_group', 'sql-group', null],
  ])('with %s from %s %s', async (_, resource, name, nothing) => {
    await using sim = await world(quiet);
    const id = await idOf(sim, name);
    const copy = await named(sim, 'b', resource, name);
    expect((await protect(sim, 'a', `${resource}/name:${name}`, nothing)).status).toBe(204);
    expect((await named(sim, 'a', resource, name))['protection_policy_id']).toBeNull();
    expect(await deletions(sim, 'a', id)).toEqual([]);
    expect(await deletions(sim, 'a', id, 'IN_PROGRESS')).toHaveLength(1);
    expect(await trace(sim, id)).toEqual({ a: 'Deleting → -', b: 'Deleting → -' });

    const found = await deletions(sim, 'a', id);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      state: 'COMPLETED',
      phase: 'Completed',
      resource_type: 'replication_session',
      resource_action: 'delete',
      resource_id: id,
      user: 'system',
      response_body: null,
    });
    expect(await deletions(sim, 'a', '00000000-0000-0000-0000-000000000000')).toEqual([]);

    // What was copied stays, as it was: a destination until somebody says otherwise.
    expect(await named(sim, 'b', resource, name)).toMatchObject({ id: copy['id'], protection_policy_id: null });
    const volume = resource === 'volume' ? name : 'sql-group-1';
    expect((await named(sim, 'b', 'volume', volume))['is_replication_destination']).toBe(true);
    expect((await named(sim, 'a', resource, name))['is_host_access_available']).toBe(true);
  });

  test.each(['Synchronizing', 'Paused', 'Failing_Over'])('while it is %s', async (state) => {
    await using sim = await world(quiet);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, { Synchronizing: 'sync', Paused: 'pause', Failing_Over: 'failover' }[state] ?? '');
    if (state === 'Paused') settle(sim);
    expect(await states(sim, id)).toBe(`${state} / ${state}`);
    expect((await protect(sim, 'a', 'volume/name:erp-data', '')).status).toBe(204);
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    settle(sim);
    expect(await states(sim, id)).toBe('- / -');
  });

  test('where there is none: nothing to do', async () => {
    await using sim = await world(quiet);
    expect((await protect(sim, 'a', 'volume/name:spare-a', '')).status).toBe(204);
    expect(await list(sim, 'a', 'replication_session')).toHaveLength(2);
  });

  test('and assigned again: a session of another id', async () => {
    await using sim = await world(quiet);
    const before = await idOf(sim, 'erp-data');
    await protect(sim, 'a', 'volume/name:erp-data', '');
    settle(sim);
    expect((await protect(sim, 'a', 'volume/name:erp-data', `name:${policy}`)).status).toBe(204);
    settle(sim);
    const after = await idOf(sim, 'erp-data');
    expect(after).not.toBe(before);
    expect(await states(sim, after)).toBe('OK / OK');
  });
});

describe('a group', () => {
  test('by name, with its members: one session, and a pair for each', async () => {
    await using sim = await world(quiet);
    await protect(sim, 'a', 'volume_group/name:sql-group', '');
    settle(sim);
    expect((await protect(sim, 'a', 'volume_group/name:sql-group', `name:${policy}`)).status).toBe(204);
    settle(sim);
    const id = await idOf(sim, 'sql-group');
    expect(await states(sim, id)).toBe('OK / OK');
    const { a } = await session(sim, id);
    expect(a).toMatchObject({ resource_type: 'volume_group', role: 'Source' });
    const members = [await named(sim, 'a', 'volume', 'sql-group-1'), await named(sim, 'a', 'volume', 'sql-group-2')];
    const pairs = a?.['storage_element_pairs'] as Row[];
    expect(pairs.map((pair) => pair['local_storage_element_id']).toSorted()).toEqual(
      members.map(({ id: member }) => member).toSorted(),
    );
  });

  test('has no attribute by which its members could be changed', async () => {
    await using sim = await world(quiet);
    const before = await named(sim, 'a', 'volume_group', 'sql-group');
    const answer = await send(sim, 'a', 'PATCH', '/volume_group/name:sql-group', { description: 'new', members: [] });
    expect(answer.status).toBe(204);
    expect(await named(sim, 'a', 'volume_group', 'sql-group')).toEqual({ ...before, description: 'new' });
  });

  test('the group has the session, its members have none of their own', async () => {
    await using sim = await world(quiet);
    const group = await named(sim, 'a', 'volume_group', 'sql-group');
    expect(await sessionsOf(sim, 'a', group)).toHaveLength(1);
    expect(await sessionsOf(sim, 'a', await named(sim, 'a', 'volume', 'sql-group-1'))).toEqual([]);
  });
});

describe('refused, and nothing is changed', () => {
  const cases: [string, (sim: Simulator) => Promise<Answer>, said: string][] = [
    [
      'an unknown policy, by id',
      (sim) => protect(sim, 'a', 'volume/name:spare-a', '11111111-2222-3333-4444-555555555555'),
      '422: 0xE0A090010001 There is no protection policy 11111111-2222-3333-4444-555555555555.',
    ],
    [
      'an unknown policy, by name',
      (sim) => protect(sim, 'a', 'volume/name:spare-a', 'name:nobody'),
      '422: 0xE0A090010001 There is no protection policy name:nobody.',
    ],
    [
      'a policy of the other direction, a replica',
      (sim) => protect(sim, 'a', 'volume/name:spare-a', 'name:fifteen-minutes-array-b-to-array-a'),
      '422: Policy fifteen-minutes-array-b-to-array-a is a replica, which belongs to the other array.',
    ],
    [
      'a member of a group',
      (sim) => protect(sim, 'a', 'volume/name:sql-group-1', 'name:five-minutes-array-a-to-array-b'),
      '422: sql-group-1 is a member of a volume group, which is protected as a whole.',
    ],
    [
      'a destination',
      (sim) => protect(sim, 'a', 'volume/name:web-content', 'name:five-minutes-array-a-to-array-b'),
      "422: web-content is a replication destination, which its source's policy protects.",
    ],
    [
      'the policy of a destination, which is not its own to remove',
      (sim) => protect(sim, 'b', 'volume/name:erp-data', 'name:fifteen-minutes-array-b-to-array-a'),
      "422: erp-data is a replication destination, which its source's policy protects.",
    ],
    [
      'a group that is a destination',
      (sim) => protect(sim, 'a', 'volume_group/name:orders-group', 'name:five-minutes-array-a-to-array-b'),
      "422: orders-group is a replication destination, which its source's policy protects.",
    ],
    [
      'a name that another volume has',
      (sim) => send(sim, 'a', 'PATCH', '/volume/name:spare-a', { name: 'erp-data' }),
      '422: 0xE0A080010014 The name erp-data is in use.',
    ],
    [
      'a name that another group has',
      (sim) => send(sim, 'a', 'PATCH', '/volume_group/name:sql-group', { name: 'metro-group' }),
      '422: 0xE0A080010014 The name metro-group is in use.',
    ],
    [
      'a name that another volume has, with a policy',
      (sim) =>
        send(sim, 'a', 'PATCH', '/volume/name:spare-a', {
          name: 'erp-data',
          protection_policy_id: 'name:five-minutes-array-a-to-array-b',
        }),
      '422: 0xE0A080010014 The name erp-data is in use.',
    ],
    [
      'a policy that nobody has, with a new name',
      (sim) => send(sim, 'a', 'PATCH', '/volume/name:spare-a', { name: 'free', protection_policy_id: 'name:nobody' }),
      '422: 0xE0A090010001 There is no protection policy name:nobody.',
    ],
    [
      'metro of a member of a group',
      (sim) => metro(sim, 'a', 'volume/name:sql-group-1', 'configure_metro', { remote_system_id: 'name:array-b' }),
      '400: 0xE0A050010072 sql-group-1 is a member of a volume group.',
    ],
    [
      'metro of what is metro',
      (sim) => metro(sim, 'a', 'volume/name:metro-plain', 'configure_metro', { remote_system_id: 'name:array-b' }),
      '422: metro-plain has a metro session already.',
    ],
    [
      'metro of a destination',
      (sim) => metro(sim, 'a', 'volume/name:web-content', 'configure_metro', { remote_system_id: 'name:array-b' }),
      '422: web-content is a replication destination.',
    ],
    [
      'metro with an array that nobody knows',
      (sim) => metro(sim, 'a', 'volume/name:spare-a', 'configure_metro', { remote_system_id: 'name:nowhere' }),
      '422: There is no remote system name:nowhere.',
    ],
    [
      'an end of what is not metro',
      (sim) => metro(sim, 'a', 'volume/name:spare-a', 'end_metro', {}),
      '422: spare-a has no metro session.',
    ],
    [
      'an end of a group that is not metro',
      (sim) => metro(sim, 'a', 'volume_group/name:sql-group', 'end_metro', {}),
      '422: sql-group has no metro session.',
    ],
  ];
  test.each(cases)('%s', async (_, ask, said) => {
    await using sim = await world();
    expect(await refused(sim, () => ask(sim))).toBe(said);
  });

  const missing: [string, string, string][] = [
    ['PATCH', 'volume', ''],
    ['PATCH', 'volume_group', ''],
    ['POST', 'volume', '/configure_metro'],
    ['POST', 'volume', '/end_metro'],
    ['POST', 'volume_group', '/configure_metro'],
    ['POST', 'volume_group', '/end_metro'],
  ];
  test.each(missing)('%s of a %s that there is not%s', async (method, resource, action) => {
    await using sim = await world(quiet);
    for (const reference of ['11111111-2222-3333-4444-555555555555', 'name:nobody'])
      expect(
        await refused(sim, () =>
          send(
            sim,
            'a',
            method,
            `/${resource}/${reference}${action}`,
            action.startsWith('/c') ? { remote_system_id: 'name:array-b' } : {},
          ),
        ),
      ).toBe(`404: 0xE04040020009 There is no ${resource} with id ${reference}.`);
  });

  test.each<[string, (sim: Simulator) => void | Promise<void>]>([
    ['a link that is down', (sim) => sim.link.cut()],
    ['an array that is off', (sim) => sim.b.power('off')],
  ])('%s', async (_, lose) => {
    await using sim = await world(quiet);
    await lose(sim);
    expect(await refused(sim, () => protect(sim, 'a', 'volume/name:spare-a', `name:${policy}`))).toBe(
      `422: The array that rule ${policy} replicates to cannot be reached.`,
    );
    expect(
      await refused(sim, () =>
        metro(sim, 'a', 'volume/name:spare-a', 'configure_metro', { remote_system_id: 'name:array-b' }),
      ),
    ).toBe('422: The other array cannot be reached.');
  });

  test('whoever only reads', async () => {
    const forbidden = '403: The role of this user does not allow this operation.';
    await using sim = await world(quiet);
    const authorization = `Basic ${Buffer.from(`monitor:${sim.a.password}`).toString('base64')}`;
    expect(
      await refused(sim, () =>
        send(sim, 'a', 'PATCH', '/volume/name:erp-data', { protection_policy_id: '' }, { authorization }),
      ),
    ).toBe(forbidden);
    expect(
      await refused(sim, () =>
        send(
          sim,
          'a',
          'POST',
          '/volume/name:spare-a/configure_metro',
          { remote_system_id: 'name:array-b' },
          { authorization },
        ),
      ),
    ).toBe(forbidden);
  });

  test('with is_async, a state that does not fit is a job that fails', async () => {
    await using sim = await world(quiet);
    sim.link.cut();
    const job = accepted(await protect(sim, 'a', 'volume/name:spare-a', `name:${policy}`, '?is_async=true'));
    const row = await instance(sim, 'a', 'job', job);
    expect(row).toMatchObject({ state: 'FAILED', phase: 'Failed', resource_type: 'volume', resource_action: 'modify' });
    expect((row?.['response_body'] as Row | undefined)?.['messages']).toEqual([
      expect.objectContaining({ severity: 'Error' }),
    ]);
    expect(await list(sim, 'a', 'replication_session')).toHaveLength(2);
  });
});

describe('a name', () => {
  test('is changed, and taken from then on', async () => {
    await using sim = await world(quiet);
    expect((await send(sim, 'a', 'PATCH', '/volume/name:spare-a', { name: 'renamed' })).status).toBe(204);
    expect((await send(sim, 'a', 'GET', '/volume/name:spare-a')).status).toBe(404);
    expect((await send(sim, 'a', 'GET', '/volume/name:renamed')).status).toBe(200);
    expect(await refused(sim, () => send(sim, 'a', 'PATCH', '/volume/name:erp-data', { name: 'renamed' }))).toBe(
      '422: 0xE0A080010014 The name renamed is in use.',
    );
    expect((await send(sim, 'a', 'PATCH', '/volume/name:erp-data', { name: 'spare-a' })).status).toBe(204);
  });

  test('its own is no other', async () => {
    await using sim = await world(quiet);
    expect((await send(sim, 'a', 'PATCH', '/volume/name:erp-data', { name: 'erp-data' })).status).toBe(204);
  });
});

describe('metro', () => {
  test.each(['name:array-b', 'id'])('configured with a remote system by %s', async (reference) => {
    await using sim = await world(quiet);
    const remote = reference === 'id' ? String((await named(sim, 'a', 'remote_system', 'array-b'))['id']) : reference;
    const answer = await metro(sim, 'a', 'volume/name:spare-a', 'configure_metro', { remote_system_id: remote });
    expect(answer.status).toBe(200);
    const { metro_replication_session_id: id } = answer.json as { metro_replication_session_id: string };
    expect(Object.keys(answer.json as object)).toEqual(['metro_replication_session_id']);

    const own = await named(sim, 'a', 'volume', 'spare-a');
    const twin = await named(sim, 'b', 'volume', 'spare-a');
    for (const row of [own, twin])
      expect(row).toMatchObject({ metro_replication_session_id: id, is_replication_destination: false });
    expect(await states(sim, id)).toBe('Initializing / Initializing');
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Metro_Preferred / Metro_Non_Preferred');
    expect(await both(sim, id, 'type')).toBe('Metro_Active_Active / Metro_Active_Active');
    expect(await both(sim, id, 'replication_rule_id')).toBe('null / null');
    for (const site of ['a', 'b'] as const)
      expect(await named(sim, site, 'volume', 'spare-a')).toMatchObject({ is_host_access_available: true });
  });

  for (const remove of [false, true])
    test.each(['a', 'b'] as const)(`ended on %s, delete_remote_volume ${remove}`, async (site) => {
      await using sim = await world([{ name: 'metro-plain', type: 'Metro_Active_Active' }]);
      const id = await idOf(sim, 'metro-plain');
      const answer = await metro(sim, site, 'volume/name:metro-plain', 'end_metro', { delete_remote_volume: remove });
      expect(answer.status).toBe(204);
      settle(sim);
      expect(await states(sim, id)).toBe('- / -');
      expect(await deletions(sim, site, id)).toHaveLength(1);
      expect(await named(sim, site, 'volume', 'metro-plain')).toMatchObject({
        metro_replication_session_id: null,
        is_host_access_available: true,
        is_replication_destination: false,
      });
      const remote = await list(sim, other(site), 'volume', 'name=eq.metro-plain');
      expect(remote.map((row) => row['metro_replication_session_id'])).toEqual(remove ? [] : [null]);
    });

  test('of a group, and its end', async () => {
    await using sim = await world(quiet);
    await protect(sim, 'a', 'volume_group/name:sql-group', '');
    settle(sim);
    const answer = await metro(sim, 'a', 'volume_group/name:sql-group', 'configure_metro', {
      remote_system_id: 'name:array-b',
    });
    expect(answer.status).toBe(200);
    const { metro_replication_session_id: id } = answer.json as { metro_replication_session_id: string };
    settle(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'resource_type')).toBe('volume_group / volume_group');
    expect((await named(sim, 'a', 'volume_group', 'sql-group'))['metro_replication_session_id']).toBe(id);
    const ended = await metro(sim, 'a', 'volume_group/name:sql-group', 'end_metro', {
      delete_remote_volume_group: true,
    });
    expect(ended.status).toBe(204);
    settle(sim);
    expect(await states(sim, id)).toBe('- / -');
    expect((await named(sim, 'a', 'volume_group', 'sql-group'))['metro_replication_session_id']).toBeNull();
  });

  test('the end of a group with its remote one and the members of that', async () => {
    await using sim = await world([{ name: 'metro-group', kind: 'volume_group', type: 'Metro_Active_Active' }]);
    expect(
      (await metro(sim, 'a', 'volume_group/name:metro-group', 'end_metro', { delete_remote_volume_group: true }))
        .status,
    ).toBe(204);
    settle(sim);
    expect(await list(sim, 'b', 'volume_group', 'name=eq.metro-group')).toEqual([]);
    for (const name of ['metro-group-1', 'metro-group-2']) {
      expect(await list(sim, 'b', 'volume', `name=eq.${name}`)).toEqual([]);
      expect((await named(sim, 'a', 'volume', name))['is_host_access_available']).toBe(true);
    }
  });

  test('cut off, its end needs force, and reaches the other array when that is back', async () => {
    await using sim = await world([{ name: 'metro-plain', type: 'Metro_Active_Active' }]);
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    expect(await refused(sim, () => metro(sim, 'a', 'volume/name:metro-plain', 'end_metro', {}))).toBe(
      '422: The other array cannot be reached. Set force to end metro on this one alone.',
    );
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect((await metro(sim, 'a', 'volume/name:metro-plain', 'end_metro', { force: true })).status).toBe(204);
    settle(sim);
    expect(await states(sim, id)).toBe('- / Fractured');
    expect(await named(sim, 'a', 'volume', 'metro-plain')).toMatchObject({
      metro_replication_session_id: null,
      is_host_access_available: true,
    });
    expect((await named(sim, 'b', 'volume', 'metro-plain'))['metro_replication_session_id']).toBe(id);
    sim.link.heal();
    settle(sim);
    expect(await states(sim, id)).toBe('- / -');
    expect((await named(sim, 'b', 'volume', 'metro-plain'))['metro_replication_session_id']).toBeNull();
  });

  test('a three-site volume keeps metro when its policy is removed', async () => {
    await using sim = await world();
    const metroId = await idOf(sim, 'three-site', 'a', 'type=eq.Metro_Active_Active');
    const third = await idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
    expect((await protect(sim, 'a', 'volume/name:three-site', '')).status).toBe(204);
    settle(sim);
    expect(await states(sim, metroId)).toBe('OK / OK');
    expect(await instance(sim, 'a', 'replication_session', third)).toBeUndefined();
    expect((await named(sim, 'a', 'volume', 'three-site'))['metro_replication_session_id']).toBe(metroId);
  });

  test('a three-site volume keeps its asynchronous session when metro ends', async () => {
    await using sim = await world();
    const metroId = await idOf(sim, 'three-site', 'a', 'type=eq.Metro_Active_Active');
    const third = await idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
    expect((await metro(sim, 'a', 'volume/name:three-site', 'end_metro', {})).status).toBe(204);
    settle(sim);
    expect(await states(sim, metroId)).toBe('- / -');
    expect((await instance(sim, 'a', 'replication_session', third))?.['state']).toBe('OK');
    expect((await named(sim, 'a', 'volume', 'three-site'))['protection_policy_id']).toEqual(expect.any(String));
  });
});

describe('is_async', () => {
  test('a policy assigned', async () => {
    await using sim = await world(quiet);
    const job = accepted(await protect(sim, 'a', 'volume/name:spare-a', `name:${policy}`, '?is_async=true'));
    settle(sim);
    const row = await instance(sim, 'a', 'job', job);
    expect(row).toMatchObject({
      state: 'COMPLETED',
      resource_type: 'volume',
      resource_action: 'modify',
      resource_id: (await named(sim, 'a', 'volume', 'spare-a'))['id'],
      resource_name: 'spare-a',
      response_body: null,
      response_status: '204',
    });
    expect(await states(sim, await idOf(sim, 'spare-a'))).toBe('OK / OK');
  });

  test('a policy removed from a group', async () => {
    await using sim = await world(quiet);
    const id = await idOf(sim, 'sql-group');
    const job = accepted(await protect(sim, 'a', 'volume_group/name:sql-group', null, '?is_async=true'));
    settle(sim);
    expect(await jobState(sim, 'a', job)).toBe('COMPLETED');
    expect(await states(sim, id)).toBe('- / -');
  });

  test('metro configured, and ended', async () => {
    await using sim = await world(quiet);
    const configured = accepted(
      await metro(
        sim,
        'a',
        'volume/name:spare-a',
        'configure_metro',
        { remote_system_id: 'name:array-b' },
        '?is_async=true',
      ),
    );
    settle(sim);
    const id = await idOf(sim, 'spare-a');
    const row = await instance(sim, 'a', 'job', configured);
    expect(row).toMatchObject({ state: 'COMPLETED', resource_action: 'configure_metro', response_status: '200' });
    expect(row?.['response_body']).toEqual({
      response_type: 'job_volume_configure_metro_response',
      metro_replication_session_id: id,
    });

    const ended = accepted(await metro(sim, 'a', 'volume/name:spare-a', 'end_metro', {}, '?is_async=true'));
    settle(sim);
    expect(await instance(sim, 'a', 'job', ended)).toMatchObject({ state: 'COMPLETED', resource_action: 'end_metro' });
    expect(await states(sim, id)).toBe('- / -');
  });
});
