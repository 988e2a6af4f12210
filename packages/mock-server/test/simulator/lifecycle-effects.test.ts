// The effects of an action beside the state of the session.
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/index.js';
import { act, done, list, refusal, session, finishTransitions, type Site, states, worldOf } from '../helpers/pair.js';
import { situations, start } from '../helpers/situations.js';

describe('the effects of an action', () => {
  it('tells that a session has failed over already by its own code, whichever side is asked, unless that is forced', async () => {
    const { sim, id } = await start('volume');
    await using _ = sim;
    await situations.Failed_Over(sim, id);
    for (const site of ['a', 'b'] as const) {
      for (const body of [undefined, {}, { is_planned: false }, { is_planned: true, reverse: true }]) {
        const answer = await act(sim, site, id, 'failover', body);
        expect([answer.status, refusal(answer).code]).toEqual([422, '0xE0201005000C']);
      }
    }
    expect((await act(sim, 'a', id, 'failover', { is_planned: false, force: true })).status).toBe(204);
  });

  it('shows a failover test on the destination only, from its start to its end', async () => {
    const { sim, id } = await start('volume');
    await using _ = sim;
    const shown = async () => {
      const { a, b } = await session(sim, id);
      return [a?.['failover_test_in_progress'], b?.['failover_test_in_progress']];
    };
    expect(await shown()).toEqual([false, false]);
    await done(sim, 'b', id, 'start_failover_test');
    expect(await shown()).toEqual([false, true]);
    finishTransitions(sim);
    expect(await shown()).toEqual([false, true]);
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await shown()).toEqual([false, true]);
    await done(sim, 'b', id, 'stop_failover_test');
    expect(await shown()).toEqual([false, false]);
  });

  it('ends a failover test with the failover that takes its copy', async () => {
    const { sim, id } = await start('volume_group');
    await using _ = sim;
    await done(sim, 'b', id, 'start_failover_test');
    await done(sim, 'b', id, 'failover', { is_planned: false, use_test_copy: true });
    finishTransitions(sim);
    const { a, b } = await session(sim, id);
    expect([a?.['failover_test_in_progress'], b?.['failover_test_in_progress']]).toEqual([false, false]);
  });

  it.each(['volume', 'volume_group'] as const)(
    'keeps what a test of a %s wrote as a snapshot that goes by itself',
    async (kind) => {
      const { sim, id } = await start(kind);
      await using _ = sim;
      const own = String((await session(sim, id)).b?.['local_resource_id']);
      await done(sim, 'b', id, 'start_failover_test');
      const answer = await act(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: true });
      expect([answer.status, Object.keys(answer.json as object)]).toEqual([200, ['snapshot_id']]);
      const { snapshot_id: snapshot } = answer.json as { snapshot_id: string };
      const snapshots = () => list(sim, 'b', kind, 'name=ilike.failover_test*');
      expect(await snapshots()).toEqual([
        expect.objectContaining({
          id: snapshot,
          name: expect.stringMatching(/^failover_test_STOPPED_/),
          protection_policy_id: null,
        }),
      ]);
      expect(await list(sim, 'a', kind, 'name=ilike.failover_test*')).toEqual([]);

      // It is a snapshot to test with and to fail over to, of this side and of no other.
      expect((await act(sim, 'b', id, 'start_failover_test', { snapshot_id: own })).status).toBe(422);
      expect((await act(sim, 'b', id, 'start_failover_test', { snapshot_id: snapshot })).status).toBe(204);
      expect((await act(sim, 'b', id, 'failover', { is_planned: false, failover_snapshot_id: snapshot })).status).toBe(
        422,
      );
      const both = { is_planned: false, use_test_copy: true, failover_snapshot_id: snapshot };
      expect((await act(sim, 'b', id, 'failover', both)).status).toBe(422);
      await done(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: false });
      await done(sim, 'b', id, 'failover', { is_planned: false, failover_snapshot_id: snapshot });
      finishTransitions(sim);
      expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
      expect(
        (await act(sim, 'a', id, 'failover', { is_planned: false, force: true, failover_snapshot_id: snapshot }))
          .status,
      ).toBe(422);

      sim.clock.advance(400 * 24 * 60 * 60 * 1000);
      expect(await snapshots()).toEqual([]);
    },
  );

  it.each(['metro volume', 'metro volume_group'] as const)(
    'takes a snapshot for three days before it promotes a side of a %s',
    async (kind) => {
      const { sim, id } = await start(kind);
      await using _ = sim;
      sim.link.cut();
      const resource = kind === 'metro volume' ? 'volume' : 'volume_group';
      const snapshots = async () => (await list(sim, 'b', resource, 'type=eq.Snapshot')).length;
      expect(await snapshots()).toBe(0);
      await done(sim, 'b', id, 'promote');
      expect(await snapshots()).toBe(1);
      expect(await list(sim, 'a', resource, 'type=eq.Snapshot')).toEqual([]);
      const threeDays = 3 * 24 * 60 * 60 * 1000;
      sim.clock.advance(threeDays - 1);
      expect(await snapshots()).toBe(1);
      sim.clock.advance(1);
      expect(await snapshots()).toBe(0);
      await done(sim, 'a', id, 'demote');
      const [demoted, ...others] = await list(sim, 'a', resource, 'type=eq.Snapshot');
      expect(demoted?.['name']).toMatch(/^Metro_Demote/);
      expect(others).toEqual([]);
    },
  );

  it('promotes and demotes the side that receives the action, and changes only its host access', async () => {
    const { sim, id } = await start('metro volume');
    await using _ = sim;
    await situations.Paused(sim, id);
    const said = async () => {
      const { a, b } = await session(sim, id);
      const access = async (site: Site) =>
        (await list(sim, site, 'volume', 'name=eq.one&type=eq.Primary'))[0]?.['is_host_access_available'];
      return [a?.['local_resource_state'], await access('a'), b?.['local_resource_state'], await access('b')];
    };
    expect(await said()).toEqual(['System_Defined', true, 'System_Defined', false]);
    await done(sim, 'a', id, 'demote');
    expect(await said()).toEqual(['Demoted', false, 'System_Defined', false]);
    await done(sim, 'b', id, 'promote');
    expect(await said()).toEqual(['Demoted', false, 'Promoted', true]);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'b', id, 'resume');
    finishTransitions(sim);
    expect(await said()).toEqual(['System_Defined', true, 'System_Defined', true]);
  });

  it('lets hosts write where the source is, and nowhere else', async () => {
    for (const [kind, resource] of [
      ['volume', 'volume'],
      ['volume_group', 'volume_group'],
    ] as const) {
      const { sim, id } = await start(kind);
      await using _ = sim;
      const written = async () => {
        const rows = [
          ...(await list(sim, 'a', resource, 'name=eq.one')),
          ...(await list(sim, 'b', resource, 'name=eq.one')),
        ];
        return rows.map((row) => [row?.['is_replication_destination'], row?.['is_host_access_available']]);
      };
      const [source, destination] = [
        [false, true],
        [true, false],
      ];
      expect(await written()).toEqual([source, destination]);
      await situations.Failed_Over(sim, id);
      expect(await written()).toEqual([destination, source]);
      await done(sim, 'b', id, 'reprotect');
      finishTransitions(sim);
      expect(await written()).toEqual([destination, source]);
    }
  });

  it('switches automatic failover on for the whole session', async () => {
    const { sim, id } = await start('synchronous nas_server');
    await using _ = sim;
    const shown = async () => {
      const { a, b } = await session(sim, id);
      return [a?.['auto_failover_state'], b?.['auto_failover_state']];
    };
    expect(await shown()).not.toContain('Enabled_For_Witness_Interaction');
    expect((await act(sim, 'b', id, 'modify', { auto_failover_state: 'Enabled_For_Witness_Interaction' })).status).toBe(
      204,
    );
    expect(await shown()).toEqual(['Enabled_For_Witness_Interaction', 'Enabled_For_Witness_Interaction']);
  });

  it('knows no session by an id there is none of, on either side', async () => {
    const { sim } = await start('volume');
    await using _ = sim;
    const before = worldOf(sim);
    for (const site of ['a', 'b'] as const) {
      for (const action of [
        'sync',
        'pause',
        'resume',
        'failover',
        'reprotect',
        'promote',
        'demote',
        'start_failover_test',
        'stop_failover_test',
      ]) {
        const answer = await act(sim, site, '00000000-0000-4000-8000-000000000000', action);
        expect([answer.status, refusal(answer).code]).toEqual([404, '0xE04040020009']);
      }
      expect((await act(sim, site, 'name:one', 'pause')).status).toBe(404);
    }
    expect(worldOf(sim)).toBe(before);
  });

  it.each([
    ['4.4', [422, 204]],
    ['4.0', [204, 422]],
    ['1.0', [204, 422]],
  ] as const)('%s: without and with force, where the destination is behind: %s', async (release, statuses) => {
    await using sim = await createSimulator({ clock: 'manual', fast: true, release, sessions: [{ name: 'one' }] });
    const [row] = await list(sim, 'b', 'replication_session');
    const id = String(row?.['id']);
    sim.link.cut();
    expect((await act(sim, 'b', id, 'failover', { is_planned: false, reverse: true })).status).toBe(400);
    sim.clock.advance(6 * 60_000);
    const without = await act(sim, 'b', id, 'failover', { is_planned: false });
    const forced = await act(sim, 'b', id, 'failover', { is_planned: false, force: true });
    expect([without.status, forced.status]).toEqual(statuses);
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
  });
});
