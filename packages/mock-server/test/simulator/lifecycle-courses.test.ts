// The states through which each action leads, on both arrays.
import { describe, expect, it } from 'vitest';
import { act, done, roles, finishTransitions, type Site, states, watch } from '../helpers/pair.js';
import { type KindName, type SituationName, situations, start } from '../helpers/situations.js';

interface Course {
  kinds: KindName[];
  situation: SituationName;
  site: Site;
  action: string;
  body?: unknown;
  /** The states that each array shows from the answer on. */
  a: string;
  b?: string;
  /** Roles in the end. */
  roles: string;
  fails?: true;
}

const asynchronousKinds: KindName[] = ['volume', 'volume_group', 'replication_group', 'nas_server', 'file_system'];
const testKinds: KindName[] = ['volume', 'volume_group', 'replication_group'];
const synchronousBlocks: KindName[] = ['synchronous volume', 'synchronous volume_group'];
const metroKinds: KindName[] = ['metro volume', 'metro volume_group', 'metro volume with witness'];
const as = 'Source / Destination';
const swapped = 'Destination / Source';

/** Where an action leads, on both arrays; B shows the same as A where it does not say otherwise. */
const courses: Course[] = [
  { kinds: asynchronousKinds, situation: 'OK', site: 'a', action: 'sync', a: 'Synchronizing → OK', roles: as },
  {
    kinds: asynchronousKinds,
    situation: 'System_Paused',
    site: 'a',
    action: 'sync',
    a: 'Synchronizing → OK',
    roles: as,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'sync',
    fails: true,
    a: 'Synchronizing → System_Paused',
    roles: as,
  },
  ...(['a', 'b'] as const).flatMap((site): Course[] => [
    {
      kinds: [...asynchronousKinds, ...synchronousBlocks, 'synchronous nas_server'],
      situation: 'OK',
      site,
      action: 'pause',
      a: 'Pausing → Paused',
      roles: as,
    },
    { kinds: asynchronousKinds, situation: 'Synchronizing', site, action: 'pause', a: 'Pausing → Paused', roles: as },
    { kinds: asynchronousKinds, situation: 'System_Paused', site, action: 'pause', a: 'Pausing → Paused', roles: as },
    { kinds: asynchronousKinds, situation: 'Paused', site, action: 'resume', a: 'Resuming → OK', roles: as },
    {
      kinds: [...synchronousBlocks, 'synchronous nas_server'],
      situation: 'Paused',
      site,
      action: 'resume',
      a: 'Resuming → Switching_To_Synchronous → OK',
      roles: as,
    },
    {
      kinds: metroKinds,
      situation: 'OK',
      site,
      action: 'pause',
      a: 'Pausing → Paused',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Paused',
      site,
      action: 'resume',
      a: 'Resuming → Switching_To_Metro_Sync → OK',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Split',
      site,
      action: 'pause',
      a: 'Pausing → Paused',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Cut',
      site,
      action: 'promote',
      a: 'Fractured',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
    {
      kinds: metroKinds,
      situation: 'Paused',
      site,
      action: 'demote',
      a: 'Paused',
      roles: 'Metro_Preferred / Metro_Non_Preferred',
    },
  ]),
  {
    kinds: asynchronousKinds,
    situation: 'Cut',
    site: 'b',
    action: 'pause',
    a: 'System_Paused',
    b: 'Pausing → Paused',
    roles: as,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Cut',
    site: 'a',
    action: 'pause',
    a: 'Pausing → Paused',
    b: 'System_Paused',
    roles: as,
  },
  {
    kinds: metroKinds,
    situation: 'Cut',
    site: 'b',
    action: 'pause',
    a: 'Fractured',
    b: 'Pausing → Paused',
    roles: 'Metro_Preferred / Metro_Non_Preferred',
  },
  { kinds: asynchronousKinds, situation: 'Paused_Alone', site: 'a', action: 'pause', a: 'Pausing → Paused', roles: as },
  { kinds: asynchronousKinds, situation: 'Paused_Alone', site: 'b', action: 'pause', a: 'Pausing → Paused', roles: as },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'failover',
    a: 'Failing_Over → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Synchronizing',
    site: 'a',
    action: 'failover',
    body: { is_planned: true, force: true, use_test_copy: true },
    a: 'Failing_Over → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'failover',
    body: { reverse: true },
    a: 'Failing_Over → Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'a',
    action: 'failover',
    fails: true,
    a: 'Failing_Over → System_Paused',
    roles: as,
  },
  {
    kinds: asynchronousKinds,
    situation: 'OK',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failing_Over',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Paused',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Cut',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'System_Paused',
    b: 'Failing_Over_For_DR → Failed_Over',
    roles: 'Source / Source',
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failed_Over',
    site: 'a',
    action: 'failover',
    body: { is_planned: false, force: true },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: as,
  },
  {
    kinds: testKinds,
    situation: 'Testing',
    site: 'b',
    action: 'failover',
    body: { is_planned: false, use_test_copy: true },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    a: 'Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: asynchronousKinds,
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    fails: true,
    a: 'Reprotecting → System_Paused',
    roles: swapped,
  },
  {
    kinds: ['nas_server'],
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    body: { discard_changes_after_failover: true },
    a: 'Reprotecting → OK',
    roles: as,
  },
  {
    kinds: ['nas_server'],
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    body: { discard_changes_after_failover: false },
    a: 'Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'OK',
    site: 'a',
    action: 'failover',
    a: 'Failing_Over → Failed_Over',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'OK',
    site: 'b',
    action: 'failover',
    body: { is_planned: false },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'Paused',
    site: 'b',
    action: 'failover',
    body: { is_planned: false, force: true },
    a: 'Failing_Over_For_DR → Failed_Over',
    roles: swapped,
  },
  {
    kinds: ['synchronous nas_server'],
    situation: 'Failed_Over',
    site: 'b',
    action: 'reprotect',
    a: 'Reprotecting → OK',
    roles: swapped,
  },
  {
    kinds: metroKinds,
    situation: 'OK',
    site: 'b',
    action: 'modify',
    body: { role: 'Metro_Preferred' },
    a: 'Modify_Role_In_Progress → OK',
    roles: 'Metro_Non_Preferred / Metro_Preferred',
  },
  {
    kinds: testKinds,
    situation: 'Synchronizing',
    site: 'b',
    action: 'start_failover_test',
    a: 'Synchronizing → OK',
    roles: as,
  },
  { kinds: testKinds, situation: 'Paused', site: 'b', action: 'start_failover_test', body: {}, a: 'Paused', roles: as },
];

describe('where it leads', () => {
  const cases = courses.flatMap(({ kinds: some, ...course }) => some.map((kind) => ({ kind, ...course })));

  it.each(cases)('$kind, $situation: $site $action $body → $a', async (course) => {
    const { kind, situation, site, action, body, a, b = a, fails } = course;
    const { sim, id } = await start(kind);
    await using _ = sim;
    await situations[situation](sim, id);
    if (fails) sim.faults.add({ array: site, session: id, effect: { job: 'fails' } });
    expect((await act(sim, site, id, action, body)).status).toBe(204);
    expect(await watch(sim, id)).toEqual({ a, b });
    expect(await roles(sim, id)).toBe(course.roles);
  });

  it.each([
    ['Synchronizing', 'Resuming → Synchronizing → OK'],
    ['System_Paused', 'Resuming → Synchronizing → OK'],
    ['OK', 'Resuming → OK'],
  ] as const)('a session paused while it was %s is resumed', async (situation, course) => {
    for (const kind of asynchronousKinds) {
      const { sim, id } = await start(kind);
      await using _ = sim;
      await situations[situation](sim, id);
      await done(sim, 'b', id, 'pause');
      finishTransitions(sim);
      expect(await states(sim, id)).toBe('Paused / Paused');
      await done(sim, 'b', id, 'resume');
      expect(await watch(sim, id)).toEqual({ a: course, b: course });
    }
  });

  it('goes on where a synchronization failed on resuming', async () => {
    const { sim, id } = await start('volume');
    await using _ = sim;
    await situations.Synchronizing(sim, id);
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    sim.faults.add({ operation: 'replication_session_resume', effect: { job: 'fails', text: 'no space left' } });
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('System_Paused / System_Paused');
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });
});
