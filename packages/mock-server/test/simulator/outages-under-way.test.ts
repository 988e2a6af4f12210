// Transitions that an outage interrupts.
import { describe, expect, test } from 'vitest';
import { accepted, hostAccess, jobOf, jobState, protect, until } from '../helpers/look.js';
import { both, done, idOf, instance, list, roles, finishTransitions, states } from '../helpers/pair.js';
import { plain, quiet, world } from '../helpers/outages.js';

describe('cut in the middle', () => {
  test('Synchronizing: fails, and is made up for', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'sync');
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    expect(await both(sim, id, 'progress_percentage')).toBe('null / null');
    sim.link.heal();
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
  });

  test.each([
    ['a', 'Paused / System_Paused'],
    ['b', 'System_Paused / Paused'],
  ] as const)('Pausing, asked of %s: goes on there', async (site, alone) => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, site, id, 'pause');
    expect(await states(sim, id)).toBe('Pausing / Pausing');
    sim.link.cut();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe(alone);
    expect(await jobState(sim, site, job)).toBe('COMPLETED');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe(alone);
    await done(sim, site, id, 'pause');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });

  test('Pausing a metro session', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    const job = await jobOf(sim, 'a', id, 'pause');
    sim.link.cut();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Fractured');
    expect(await jobState(sim, 'a', job)).toBe('COMPLETED');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / false');
  });

  test('Resuming fails, and the session is Paused as before', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    const job = await jobOf(sim, 'a', id, 'resume');
    expect(await states(sim, id)).toBe('Resuming / Resuming');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('Failing_Over fails, and everybody keeps his role', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'failover', { is_planned: true });
    expect(await states(sim, id)).toBe('Failing_Over / Failing_Over');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    expect(await roles(sim, id)).toBe('Source / Destination');
    expect(await hostAccess(sim, 'erp-data')).toBe('true / false');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Source / Destination');
  });

  test('Failing_Over_For_DR goes on where it was asked for', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'b', id, 'failover', { is_planned: false });
    expect((await instance(sim, 'b', 'replication_session', id))?.['state']).toBe('Failing_Over_For_DR');
    sim.link.cut();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / Failed_Over');
    expect((await instance(sim, 'b', 'replication_session', id))?.['role']).toBe('Source');
    expect(await jobState(sim, 'b', job)).toBe('COMPLETED');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('Reprotecting fails, and goes on in the new direction', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'failover');
    finishTransitions(sim);
    const job = await jobOf(sim, 'b', id, 'reprotect');
    expect(await states(sim, id)).toBe('Reprotecting / Reprotecting');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    expect(await jobState(sim, 'b', job)).toBe('FAILED');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });

  test('Switching_To_Metro_Sync fails', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    const job = await jobOf(sim, 'a', id, 'resume');
    await until(sim, 'a', id, 'Switching_To_Metro_Sync');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / false');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });

  test('Modify_Role_In_Progress fails, and the preference stays', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    const job = await jobOf(sim, 'b', id, 'modify', { role: 'Metro_Preferred' });
    expect(await states(sim, id)).toBe('Modify_Role_In_Progress / Modify_Role_In_Progress');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    expect(await roles(sim, id)).toBe('Metro_Preferred / Metro_Non_Preferred');
    expect(await jobState(sim, 'b', job)).toBe('FAILED');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / false');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Metro_Preferred / Metro_Non_Preferred');
  });

  test('Initializing stops, and the first copy is made when the link is back', async () => {
    await using sim = await world([quiet]);
    await protect(sim, 'a', 'volume/name:spare-a', 'name:one-hour-array-a-to-array-b');
    const id = await idOf(sim, 'spare-a');
    expect(await states(sim, id)).toBe('Initializing / Initializing');
    sim.link.cut();
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('Deleting goes on where it was asked for, and reaches the other array later', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    accepted(await protect(sim, 'a', 'volume/name:erp-data', '', '?is_async=true'));
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    sim.link.cut();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / System_Paused');
    const jobs = await list(
      sim,
      'a',
      'job',
      `resource_type=eq.replication_session&resource_action=eq.delete&resource_id=eq.${id}`,
    );
    expect(jobs.map(({ state }) => state)).toEqual(['COMPLETED']);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / -');
  });

  test('the array of the source goes off while it synchronizes', async () => {
    await using sim = await world([quiet]);
    const id = await idOf(sim, 'erp-data');
    const job = await jobOf(sim, 'a', id, 'sync');
    await sim.a.power('off');
    expect(await states(sim, id)).toBe('- / System_Paused');
    finishTransitions(sim);
    await sim.a.power('on');
    expect(await jobState(sim, 'a', job)).toBe('FAILED');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});
