// Configuring and ending metro, and the jobs of both.
import { describe, expect, test } from 'vitest';
import { accepted, jobState, named, protect } from '../helpers/look.js';
import { both, idOf, instance, list, other, roles, finishTransitions, states } from '../helpers/pair.js';
import { deletions, metro, policy, quiet, refused, world } from '../helpers/protection.js';

describe('metro', () => {
  test.each(['name:array-b', 'id'])('configured with a remote system by %s', async (reference) => {
    await using sim = await world(quiet);
    const remote = reference === 'id' ? String((await named(sim, 'a', 'remote_system', 'array-b'))['id']) : reference;
    const answer = await metro(sim, 'a', 'volume/name:spare-a', 'configure_metro', { remote_system_id: remote });
    expect(answer.status).toBe(200);
    const { metro_replication_session_id: id } = answer.json as { metro_replication_session_id: string };
    expect(Object.keys(answer.json as object)).toEqual(['metro_replication_session_id']);

    const own = await named(sim, 'a', 'volume', 'spare-a');
    const replica = await named(sim, 'b', 'volume', 'spare-a');
    for (const row of [own, replica])
      expect(row).toMatchObject({ metro_replication_session_id: id, is_replication_destination: false });
    expect(await states(sim, id)).toBe('Initializing / Initializing');
    finishTransitions(sim);
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
      finishTransitions(sim);
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
    finishTransitions(sim);
    const answer = await metro(sim, 'a', 'volume_group/name:sql-group', 'configure_metro', {
      remote_system_id: 'name:array-b',
    });
    expect(answer.status).toBe(200);
    const { metro_replication_session_id: id } = answer.json as { metro_replication_session_id: string };
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'resource_type')).toBe('volume_group / volume_group');
    expect((await named(sim, 'a', 'volume_group', 'sql-group'))['metro_replication_session_id']).toBe(id);
    const ended = await metro(sim, 'a', 'volume_group/name:sql-group', 'end_metro', {
      delete_remote_volume_group: true,
    });
    expect(ended.status).toBe(204);
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / -');
    expect((await named(sim, 'a', 'volume_group', 'sql-group'))['metro_replication_session_id']).toBeNull();
  });

  test('the end of a group with its remote one and the members of that', async () => {
    await using sim = await world([{ name: 'metro-group', kind: 'volume_group', type: 'Metro_Active_Active' }]);
    expect(
      (await metro(sim, 'a', 'volume_group/name:metro-group', 'end_metro', { delete_remote_volume_group: true }))
        .status,
    ).toBe(204);
    finishTransitions(sim);
    expect(await list(sim, 'b', 'volume_group', 'name=eq.metro-group')).toEqual([]);
    for (const name of ['metro-group-1', 'metro-group-2']) {
      expect(await list(sim, 'b', 'volume', `name=eq.${name}`)).toEqual([]);
      expect((await named(sim, 'a', 'volume', name))['is_host_access_available']).toBe(true);
    }
  });

  test('its end with the remote volume also ends the replication of that one to a third array', async () => {
    await using sim = await world();
    const third = await idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
    const [volume] = await list(sim, 'a', 'volume', 'name=eq.three-site');
    const answer = await metro(sim, 'b', 'volume/name:three-site', 'end_metro', { delete_remote_volume: true });
    expect(answer.status).toBe(204);
    // As long as a session is Deleting, its volume exists.
    const going = await list(sim, 'a', 'replication_session', `local_resource_id=eq.${String(volume?.['id'])}`);
    expect(going.map(({ state }) => state)).toEqual(['Deleting', 'Deleting']);
    expect(await list(sim, 'a', 'volume', 'name=eq.three-site')).toHaveLength(1);
    finishTransitions(sim);
    expect(await instance(sim, 'a', 'replication_session', third)).toBeUndefined();
    expect(await list(sim, 'a', 'volume', 'name=eq.three-site')).toEqual([]);
    expect(sim.save().sessions.filter(({ name }) => name === 'three-site')).toEqual([]);
  });

  test('cut off, its end needs force, and reaches the other array when that is back', async () => {
    await using sim = await world([{ name: 'metro-plain', type: 'Metro_Active_Active' }]);
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    expect(await refused(sim, () => metro(sim, 'a', 'volume/name:metro-plain', 'end_metro', {}))).toBe(
      '422: 0xEFFFFFFFFFFF The other array cannot be reached. Set force to true to end metro on this array alone.',
    );
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect((await metro(sim, 'a', 'volume/name:metro-plain', 'end_metro', { force: true })).status).toBe(204);
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / Fractured');
    expect(await named(sim, 'a', 'volume', 'metro-plain')).toMatchObject({
      metro_replication_session_id: null,
      is_host_access_available: true,
    });
    expect((await named(sim, 'b', 'volume', 'metro-plain'))['metro_replication_session_id']).toBe(id);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / -');
    expect((await named(sim, 'b', 'volume', 'metro-plain'))['metro_replication_session_id']).toBeNull();
  });

  test('a three-site volume keeps metro when its policy is removed', async () => {
    await using sim = await world();
    const metroId = await idOf(sim, 'three-site', 'a', 'type=eq.Metro_Active_Active');
    const third = await idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
    expect((await protect(sim, 'a', 'volume/name:three-site', '')).status).toBe(204);
    finishTransitions(sim);
    expect(await states(sim, metroId)).toBe('OK / OK');
    expect(await instance(sim, 'a', 'replication_session', third)).toBeUndefined();
    expect((await named(sim, 'a', 'volume', 'three-site'))['metro_replication_session_id']).toBe(metroId);
  });

  test('a three-site volume keeps its asynchronous session when metro ends', async () => {
    await using sim = await world();
    const metroId = await idOf(sim, 'three-site', 'a', 'type=eq.Metro_Active_Active');
    const third = await idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
    expect((await metro(sim, 'a', 'volume/name:three-site', 'end_metro', {})).status).toBe(204);
    finishTransitions(sim);
    expect(await states(sim, metroId)).toBe('- / -');
    expect((await instance(sim, 'a', 'replication_session', third))?.['state']).toBe('OK');
    expect((await named(sim, 'a', 'volume', 'three-site'))['protection_policy_id']).toEqual(expect.any(String));
  });
});

describe('is_async', () => {
  test('a policy assigned', async () => {
    await using sim = await world(quiet);
    const job = accepted(await protect(sim, 'a', 'volume/name:spare-a', `name:${policy}`, '?is_async=true'));
    finishTransitions(sim);
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
    finishTransitions(sim);
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
    finishTransitions(sim);
    const id = await idOf(sim, 'spare-a');
    const row = await instance(sim, 'a', 'job', configured);
    expect(row).toMatchObject({ state: 'COMPLETED', resource_action: 'configure_metro', response_status: '200' });
    expect(row?.['response_body']).toEqual({
      response_type: 'job_volume_configure_metro_response',
      metro_replication_session_id: id,
    });

    const ended = accepted(await metro(sim, 'a', 'volume/name:spare-a', 'end_metro', {}, '?is_async=true'));
    finishTransitions(sim);
    expect(await instance(sim, 'a', 'job', ended)).toMatchObject({ state: 'COMPLETED', resource_action: 'end_metro' });
    expect(await states(sim, id)).toBe('- / -');
  });
});
