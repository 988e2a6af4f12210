// Refused changes of volumes and groups, which change nothing.
import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/index.js';
import { accepted, protect } from '../helpers/look.js';
import { type Answer, instance, list, type Row, send } from '../helpers/pair.js';
import { metro, policy, quiet, refused, world } from '../helpers/protection.js';

describe('refused, and nothing is changed', () => {
  const cases: [string, (sim: Simulator) => Promise<Answer>, said: string][] = [
    [
      'an unknown policy, by id',
      (sim) => protect(sim, 'a', 'volume/name:spare-a', '11111111-2222-3333-4444-555555555555'),
      '404: 0xE0A090010001 There is no protection policy 11111111-2222-3333-4444-555555555555.',
    ],
    [
      'an unknown policy, by name',
      (sim) => protect(sim, 'a', 'volume/name:spare-a', 'name:unknown'),
      '404: 0xE0A090010001 There is no protection policy name:unknown.',
    ],
    [
      'a policy of the other direction, a replica',
      (sim) => protect(sim, 'a', 'volume/name:spare-a', 'name:fifteen-minutes-array-b-to-array-a'),
      '422: 0xEFFFFFFFFFFF The policy is a replica of a policy on the other array. Assign a policy of this array.',
    ],
    [
      'a member of a group',
      (sim) => protect(sim, 'a', 'volume/name:sql-group-1', 'name:five-minutes-array-a-to-array-b'),
      '422: 0xEFFFFFFFFFFF sql-group-1 is a member of a volume group. Assign the policy to the group.',
    ],
    [
      'a destination',
      (sim) => protect(sim, 'a', 'volume/name:web-content', 'name:five-minutes-array-a-to-array-b'),
      '422: 0xEFFFFFFFFFFF web-content is a replication destination. Assign the policy to its source on the other array.',
    ],
    [
      'the policy of a destination, which is not its own to remove',
      (sim) => protect(sim, 'b', 'volume/name:erp-data', 'name:fifteen-minutes-array-b-to-array-a'),
      '422: 0xEFFFFFFFFFFF erp-data is a replication destination. Assign the policy to its source on the other array.',
    ],
    [
      'a group that is a destination',
      (sim) => protect(sim, 'a', 'volume_group/name:orders-group', 'name:five-minutes-array-a-to-array-b'),
      '422: 0xEFFFFFFFFFFF orders-group is a replication destination. Assign the policy to its source on the other array.',
    ],
    [
      'a name that another volume has',
      (sim) => send(sim, 'a', 'PATCH', '/volume/name:spare-a', { name: 'erp-data' }),
      '422: 0xE0A080010014 The name erp-data is already in use.',
    ],
    [
      'a name that another group has',
      (sim) => send(sim, 'a', 'PATCH', '/volume_group/name:sql-group', { name: 'metro-group' }),
      '422: 0xE0A080010014 The name metro-group is already in use.',
    ],
    [
      'a name that another volume has, with a policy',
      (sim) =>
        send(sim, 'a', 'PATCH', '/volume/name:spare-a', {
          name: 'erp-data',
          protection_policy_id: 'name:five-minutes-array-a-to-array-b',
        }),
      '422: 0xE0A080010014 The name erp-data is already in use.',
    ],
    [
      'an unknown policy, with a new name',
      (sim) => send(sim, 'a', 'PATCH', '/volume/name:spare-a', { name: 'free', protection_policy_id: 'name:unknown' }),
      '404: 0xE0A090010001 There is no protection policy name:unknown.',
    ],
    [
      'metro of a member of a group',
      (sim) => metro(sim, 'a', 'volume/name:sql-group-1', 'configure_metro', { remote_system_id: 'name:array-b' }),
      '400: 0xE0A050010072 sql-group-1 is a member of a volume group. Configure metro for the group.',
    ],
    [
      'metro of what is metro',
      (sim) => metro(sim, 'a', 'volume/name:metro-plain', 'configure_metro', { remote_system_id: 'name:array-b' }),
      '400: 0xEFFFFFFFFFFF metro-plain already has a metro session.',
    ],
    [
      'metro of a destination',
      (sim) => metro(sim, 'a', 'volume/name:web-content', 'configure_metro', { remote_system_id: 'name:array-b' }),
      '422: 0xEFFFFFFFFFFF web-content is a replication destination. Configure metro on its source.',
    ],
    [
      'metro with an unknown array',
      (sim) => metro(sim, 'a', 'volume/name:spare-a', 'configure_metro', { remote_system_id: 'name:nowhere' }),
      '404: 0xE04040020009 There is no remote system name:nowhere.',
    ],
    [
      'an end of what is not metro',
      (sim) => metro(sim, 'a', 'volume/name:spare-a', 'end_metro', {}),
      '400: 0xEFFFFFFFFFFF spare-a has no metro session.',
    ],
    [
      'an end of a group that is not metro',
      (sim) => metro(sim, 'a', 'volume_group/name:sql-group', 'end_metro', {}),
      '400: 0xEFFFFFFFFFFF sql-group has no metro session.',
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
    for (const reference of ['11111111-2222-3333-4444-555555555555', 'name:unknown'])
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
      ).toBe(
        `404: ${resource === 'volume' ? '0xE0A08001000E' : '0xE04040020009'} There is no ${resource} with id ${reference}.`,
      );
  });

  test.each<[string, (sim: Simulator) => void | Promise<void>]>([
    ['a link that is down', (sim) => sim.link.cut()],
    ['an array that is off', (sim) => sim.b.power('off')],
  ])('%s', async (_, lose) => {
    await using sim = await world(quiet);
    await lose(sim);
    expect(await refused(sim, () => protect(sim, 'a', 'volume/name:spare-a', `name:${policy}`))).toBe(
      '422: 0xEFFFFFFFFFFF The other array cannot be reached. Restore the connection first.',
    );
    expect(
      await refused(sim, () =>
        metro(sim, 'a', 'volume/name:spare-a', 'configure_metro', { remote_system_id: 'name:array-b' }),
      ),
    ).toBe('422: 0xEFFFFFFFFFFF The other array cannot be reached. Restore the connection first.');
  });

  test('a user who only reads', async () => {
    const forbidden =
      '403: 0xE09040010001 The role of this user, operator, only allows reading. Log in as an administrator or a storage operator.';
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
