// The data transfer state and the host access of a side in each state.
import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/index.js';
import { hostAccess, named, oneSession, protect, until } from '../helpers/look.js';
import {
  both,
  done,
  fileSystemsOf,
  idOf,
  instance,
  seconds,
  send,
  finishTransitions,
  states,
} from '../helpers/pair.js';

const metro = { type: 'Metro_Active_Active' } as const;
const mirror = { type: 'Synchronous' } as const;
const nasMirror = { kind: 'nas_server', type: 'Synchronous', parts: 1 } as const;

/** The states of A from now on, each with its data transfer state. */
async function moves(sim: Simulator, id: string): Promise<string[]> {
  const shown: string[] = [];
  for (let passed = 0; passed <= 40; passed += 1) {
    const row = await instance(sim, 'a', 'replication_session', id, 'state,data_transfer_state');
    const now = `${String(row?.['state'])}: ${String(row?.['data_transfer_state'])}`;
    if (shown.at(-1) !== now) shown.push(now);
    sim.clock.advance(seconds);
  }
  return shown;
}

describe('how data moves', () => {
  test('of a copy: asynchronously, whatever it is doing', async () => {
    const { sim, id } = await oneSession();
    await using _ = sim;
    await protect(sim, 'a', 'volume/name:spare-a', 'name:one-hour-array-a-to-array-b');
    expect(await moves(sim, await idOf(sim, 'spare-a'))).toEqual([
      'Initializing: Asynchronous_Initial_Sync',
      'OK: Asynchronous',
    ]);
    await done(sim, 'a', id, 'pause');
    expect(await moves(sim, id)).toEqual(['Pausing: Asynchronous', 'Paused: Asynchronous']);
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    sim.link.cut();
    expect(await moves(sim, id)).toEqual(['System_Paused: Asynchronous']);
  });

  test('of a NAS server, and of its file systems, which have nothing to say', async () => {
    const { sim, id } = await oneSession({ kind: 'nas_server', parts: 1 });
    await using _ = sim;
    const file = String((await fileSystemsOf(sim, id))[0]);
    expect([await both(sim, id, 'data_transfer_state'), await both(sim, file, 'data_transfer_state')]).toEqual([
      'Asynchronous / Asynchronous',
      'null / null',
    ]);
    await done(sim, 'a', id, 'sync');
    expect(await moves(sim, file)).toEqual(['Synchronizing: null', 'OK: null']);
    expect(await both(sim, id, 'data_transfer_state')).toBe('Asynchronous / Asynchronous');
  });

  test('of a mirror: at once, unless something is in its way', async () => {
    const { sim, id } = await oneSession(mirror);
    await using _ = sim;
    await protect(sim, 'a', 'volume/name:spare-a', 'name:zero-array-a-to-array-b');
    expect(await moves(sim, await idOf(sim, 'spare-a'))).toEqual([
      'Initializing: Asynchronous_Initial_Sync',
      'OK: Synchronous',
    ]);
    await done(sim, 'a', id, 'pause');
    expect(await moves(sim, id)).toEqual(['Pausing: Synchronous', 'Paused: Paused']);
    await done(sim, 'a', id, 'resume');
    expect(await moves(sim, id)).toEqual([
      'Resuming: Paused',
      'Switching_To_Synchronous: Switch_To_Sync_Diff_Copy',
      'OK: Synchronous',
    ]);
    sim.link.cut();
    expect(await moves(sim, id)).toEqual(['System_Paused: Faulted_From_In_Sync']);
    sim.link.heal();
    expect(await moves(sim, id)).toEqual(['Switching_To_Synchronous: Switch_To_Sync_Diff_Copy', 'OK: Synchronous']);
  });

  test('of a mirrored NAS server and its file systems', async () => {
    const { sim, id } = await oneSession(nasMirror);
    await using _ = sim;
    const file = String((await fileSystemsOf(sim, id))[0]);
    expect(await moves(sim, file)).toEqual(['OK: Synchronous']);
    await done(sim, 'a', id, 'failover');
    expect(await moves(sim, id)).toEqual(['Failing_Over: Synchronous', 'Failed_Over: Paused']);
    await done(sim, 'b', id, 'reprotect');
    expect(await moves(sim, id)).toEqual(['Reprotecting: Switch_To_Sync_Diff_Copy', 'OK: Synchronous']);
  });

  test('of metro: in both directions, unless something is in its way', async () => {
    const { sim, id } = await oneSession(metro);
    await using _ = sim;
    const { json } = await send(sim, 'a', 'POST', '/volume/name:spare-a/configure_metro', {
      remote_system_id: 'name:array-b',
    });
    const { metro_replication_session_id: fresh } = json as { metro_replication_session_id: string };
    expect(await moves(sim, fresh)).toEqual(['Initializing: System_Asynchronous_Initial_Sync', 'OK: Active_Active']);
    await done(sim, 'a', id, 'pause');
    expect(await moves(sim, id)).toEqual(['Pausing: Active_Active', 'Paused: Paused']);
    await done(sim, 'a', id, 'resume');
    expect(await moves(sim, id)).toEqual([
      'Resuming: Paused',
      'Switching_To_Metro_Sync: System_Asynchronous',
      'OK: Active_Active',
    ]);
    sim.link.cut();
    expect(await moves(sim, id)).toEqual(['Fractured: Faulted_From_In_Sync']);
  });

  test('a mirror that was not in step when it broke does not claim that it was', async () => {
    const { sim, id } = await oneSession(metro);
    await using _ = sim;
    sim.link.cut();
    sim.link.heal();
    sim.clock.advance(seconds);
    expect(await both(sim, id, 'data_transfer_state')).toBe('System_Asynchronous / System_Asynchronous');
    sim.link.cut();
    expect(await moves(sim, id)).toEqual(['Fractured: Faulted']);
  });
});

describe('an outdated attribute is not shown', () => {
  test.each([
    ['paused', 'pause', 'Paused'],
    ['failed over', 'failover', 'Failed_Over'],
  ])('when a session that is %s would synchronize next', async (_, action, state) => {
    const { sim: pair, id } = await oneSession();
    await using sim = pair;
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await both(sim, id, 'next_sync_timestamp')).not.toContain('null');
    await done(sim, 'a', id, action);
    finishTransitions(sim);
    expect([await states(sim, id), await both(sim, id, 'next_sync_timestamp')]).toEqual([
      `${state} / ${state}`,
      'null / null',
    ]);
  });

  test('while it synchronizes, when it is to do so next is as it was', async () => {
    const { sim, id } = await oneSession();
    await using _ = sim;
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    const due = await both(sim, id, 'next_sync_timestamp');
    await done(sim, 'a', id, 'sync');
    expect([await states(sim, id), await both(sim, id, 'next_sync_timestamp')]).toEqual([
      'Synchronizing / Synchronizing',
      due,
    ]);
  });

  test('an error is, until the session is OK', async () => {
    const { sim, id } = await oneSession();
    await using _ = sim;
    sim.faults.add({ session: id, effect: { job: 'fails', code: '0xE0A0B001' } });
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    await done(sim, 'a', id, 'sync');
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    expect(await both(sim, id, 'error_code')).toBe('0xE0A0B001 / 0xE0A0B001');
    finishTransitions(sim);
    expect(await both(sim, id, 'error_code')).toBe('null / null');
  });

  test('a promoted side stays promoted until the mirror is restored', async () => {
    const { sim, id } = await oneSession(metro);
    await using _ = sim;
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    await done(sim, 'b', id, 'promote');
    await done(sim, 'a', id, 'demote');
    expect(await both(sim, id, 'local_resource_state')).toBe('Demoted / Promoted');
    await done(sim, 'b', id, 'resume');
    await until(sim, 'b', id, 'Switching_To_Metro_Sync');
    expect(await both(sim, id, 'local_resource_state')).toBe('Demoted / Promoted');
    finishTransitions(sim);
    expect([await states(sim, id), await both(sim, id, 'local_resource_state')]).toEqual([
      'OK / OK',
      'System_Defined / System_Defined',
    ]);
  });

  test('before 4.3 sessions of files had no state of their resource, and get none', async () => {
    const { sim, id } = await oneSession({ kind: 'nas_server', parts: 1 }, { release: '4.0' });
    await using _ = sim;
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect([await states(sim, id), await both(sim, id, 'local_resource_state')]).toEqual(['OK / OK', 'null / null']);
  });
});

describe('host access', () => {
  test('while metro is being paused: the preferred side', async () => {
    const { sim, id } = await oneSession(metro);
    await using _ = sim;
    expect(await hostAccess(sim, 'erp')).toBe('true / true');
    await done(sim, 'a', id, 'pause');
    expect([await states(sim, id), await hostAccess(sim, 'erp')]).toEqual(['Pausing / Pausing', 'true / false']);
  });

  test('when the sides of metro change places: both', async () => {
    const { sim, id } = await oneSession(metro);
    await using _ = sim;
    await done(sim, 'b', id, 'modify', { role: 'Metro_Preferred' });
    finishTransitions(sim);
    expect(await both(sim, id, 'role')).toBe('Metro_Non_Preferred / Metro_Preferred');
    expect(await hostAccess(sim, 'erp')).toBe('true / true');
    for (const site of ['a', 'b'] as const)
      expect((await named(sim, site, 'volume', 'erp'))['is_replication_destination']).toBe(false);
  });
});
