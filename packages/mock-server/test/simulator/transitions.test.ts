// Transitions: the attributes they show, and the actions that interrupt them.
import { expect, test } from 'vitest';
import type { Simulator } from '../../src/index.js';
import { oneSession } from '../helpers/look.js';
import {
  act,
  done,
  instance,
  list,
  minutes,
  type Row,
  seconds,
  send,
  session,
  finishTransitions,
  states,
} from '../helpers/pair.js';

const shown = async (sim: Simulator, id: string, ...names: string[]): Promise<unknown[]> => {
  const { a } = await session(sim, id);
  return names.map((name) => a?.[name]);
};

test('pausing copies nothing: when it was synchronized last stays as it is', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  const before = await shown(sim, id, 'last_sync_timestamp', 'last_sync_duration');
  sim.clock.advance(10 * minutes);
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  expect(await shown(sim, id, 'state')).toEqual(['Paused']);
  expect(await shown(sim, id, 'last_sync_timestamp', 'last_sync_duration')).toEqual(before);
});

test('while nothing is copied there is no progress to show, and it is shown on the source where there is', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  await done(sim, 'a', id, 'pause');
  sim.clock.advance(seconds);
  expect(await shown(sim, id, 'state', 'progress_percentage', 'estimated_completion_timestamp')).toEqual([
    'Pausing',
    null,
    null,
  ]);
  finishTransitions(sim);
  await done(sim, 'a', id, 'resume');
  finishTransitions(sim);
  await done(sim, 'a', id, 'sync');
  sim.clock.advance(seconds);
  const { a, b } = await session(sim, id);
  expect([a?.['state'], b?.['state']]).toEqual(['Synchronizing', 'Synchronizing']);
  expect(a?.['progress_percentage']).toBeGreaterThan(0);
  expect(b?.['progress_percentage']).toBeNull();
  expect(Date.parse(String(a?.['estimated_completion_timestamp']))).toBeGreaterThan(sim.clock.now);
  expect(b?.['estimated_completion_timestamp']).toBe(a?.['estimated_completion_timestamp']);
});

test('a mirror has neither progress nor times of copies, and no code of an error', async () => {
  const { sim, id } = await oneSession({ kind: 'nas_server', type: 'Synchronous', parts: 1 });
  await using _ = sim;
  const names = ['progress_percentage', 'estimated_completion_timestamp', 'last_sync_timestamp', 'error_code'];
  const none = names.map(() => null);
  await done(sim, 'a', id, 'failover');
  sim.clock.advance(seconds);
  expect(await shown(sim, id, 'state', ...names)).toEqual(['Failing_Over', ...none]);
  finishTransitions(sim);
  sim.faults.add({ session: id, effect: { job: 'fails', code: '0xE0001' } });
  await done(sim, 'b', id, 'reprotect');
  finishTransitions(sim);
  expect(await shown(sim, id, ...names)).toEqual(none);
});

test('the failure of an action is on the session of a copy until it is OK again', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  sim.faults.add({ session: id, effect: { job: 'fails', code: '0xE0A0B001' } });
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  expect(await shown(sim, id, 'state', 'error_code')).toEqual(['System_Paused', '0xE0A0B001']);
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  expect(await shown(sim, id, 'state', 'error_code')).toEqual(['OK', null]);
});

test('a transition of one side ends with one of both, and its job says so', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  sim.link.cut();
  const { json } = await act(sim, 'a', id, 'pause', undefined, { search: '?is_async=true' });
  sim.link.heal();
  await done(sim, 'b', id, 'failover', { is_planned: false, force: true });
  const job = await instance(sim, 'a', 'job', (json as { id: string }).id);
  expect(job).toMatchObject({
    phase: 'Failed',
    response_body: { messages: [{ message_l10n: 'Interrupted by failover.' }] },
  });
  finishTransitions(sim);
  expect(await states(sim, id)).toBe('Failed_Over / Failed_Over');
});

test('a synchronization in between takes the place of the one that was due', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  sim.clock.advance(30 * minutes);
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  const [last, due] = await shown(sim, id, 'last_sync_timestamp', 'next_sync_timestamp');
  expect(Date.parse(String(due)) - Date.parse(String(last))).toBe(48 * minutes);
  // The one before would have been now.
  sim.clock.advance(35 * minutes);
  expect(await shown(sim, id, 'state', 'last_sync_timestamp')).toEqual(['OK', last]);
  sim.clock.advance(Date.parse(String(due)) - sim.clock.now);
  expect(await shown(sim, id, 'state')).toEqual(['Synchronizing']);
});

test.each([
  ['when that is over', 30 * minutes, 'OK'],
  ['which is over: at once', 90 * minutes, 'Synchronizing'],
])('after a pause, the objective counts from the last synchronization, %s', async (_, pause, state) => {
  const { sim: pair, id } = await oneSession();
  await using sim = pair;
  await done(sim, 'a', id, 'sync');
  finishTransitions(sim);
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  const [before] = await shown(sim, id, 'last_sync_timestamp');
  const last = Date.parse(String(before));
  sim.clock.advance(last + pause - sim.clock.now);
  await done(sim, 'a', id, 'resume');
  sim.clock.advance(2 * seconds);
  const [now, due] = await shown(sim, id, 'state', 'next_sync_timestamp');
  expect([now, Date.parse(String(due))]).toEqual([state, Math.max(last + 48 * minutes, sim.clock.now)]);
});

test('by reads, a job and a session do not know when they end', async () => {
  const { sim, id } = await oneSession({}, { transitions: { reads: 3 } });
  await using _ = sim;
  const { json } = await act(sim, 'a', id, 'sync', undefined, { search: '?is_async=true' });
  const job = await instance(sim, 'a', 'job', (json as { id: string }).id);
  expect(job).toMatchObject({ phase: 'In_Progress', progress_percentage: 0, estimated_completion_time: null });
  expect(await shown(sim, id, 'state', 'progress_percentage', 'estimated_completion_timestamp')).toEqual([
    'Synchronizing',
    0,
    null,
  ]);
});

test('a session that is deleted is on neither array, in no list, and the journal says so once for each', async () => {
  const { sim, id } = await oneSession({ type: 'Metro_Active_Active' });
  await using _ = sim;
  expect((await send(sim, 'a', 'POST', '/volume/name:erp/end_metro', {})).status).toBe(204);
  finishTransitions(sim);
  expect(await states(sim, id)).toBe('- / -');
  for (const site of ['a', 'b'] as const) expect(await list(sim, site, 'replication_session')).toEqual([]);
  const told = sim.journal.filter((entry) => entry.session === id).map(({ array, text }) => `${array} ${text}`);
  expect(told).toEqual(['a OK → Deleting', 'b OK → Deleting', 'a deleted', 'b deleted']);
  expect(sim.save().sessions).toEqual([]);
});

test('a snapshot of a promotion is gone after three days, and one without an end stays', async () => {
  const { sim, id } = await oneSession({ type: 'Metro_Active_Active' });
  await using _ = sim;
  await done(sim, 'a', id, 'pause');
  finishTransitions(sim);
  await done(sim, 'b', id, 'promote');
  const promoted = async (): Promise<Row[]> =>
    (await list(sim, 'b', 'volume', 'type=eq.Snapshot')).filter(({ name }) =>
      String(name).startsWith('Metro_Promote_'),
    );
  const [snapshot] = await promoted();
  const [volume] = await list(sim, 'b', 'volume', 'name=eq.erp');
  expect(snapshot?.['protection_data']).toMatchObject({
    parent_id: volume?.['id'],
    source_id: volume?.['id'],
    creator_type: 'System',
  });
  const { expiration_timestamp: end } = (snapshot ?? {})['protection_data'] as Row;
  expect(Date.parse(String(end)) - sim.clock.now).toBe(3 * 24 * 60 * minutes);
  sim.clock.advance(Date.parse(String(end)) - sim.clock.now - 1);
  expect(await promoted()).toHaveLength(1);
  sim.clock.advance(1);
  expect(await promoted()).toEqual([]);
  expect(sim.save().snapshots.filter(({ expires }) => expires !== undefined)).toEqual([]);
});

test('a session without a volume has no snapshot', async () => {
  const { sim, id } = await oneSession({ kind: 'replication_group' });
  await using _ = sim;
  const before = (await list(sim, 'b', 'volume', 'type=eq.Snapshot')).length;
  await done(sim, 'b', id, 'start_failover_test');
  finishTransitions(sim);
  const { status, json } = await act(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: true });
  expect([status, typeof (json as { snapshot_id: unknown }).snapshot_id]).toEqual([200, 'string']);
  expect(await list(sim, 'b', 'volume', 'type=eq.Snapshot')).toHaveLength(before);
});
