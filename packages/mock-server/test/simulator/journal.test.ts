// The journal has every change of a session, in order, and nothing that did not change.
import { expect, test } from 'vitest';
import type { Simulator } from '../../src/index.js';
import { oneSession, protect } from '../helpers/look.js';
import { done, idOf, seconds, session, finishTransitions, states } from '../helpers/pair.js';

/** The entries since then, without requests, as `kind array: text`. */
const since = (sim: Simulator, length: number): string[] =>
  sim.journal
    .slice(length)
    .filter(({ kind }) => kind !== 'request' && kind !== 'clock')
    .map(({ kind, array, text }) => `${kind}${array === undefined ? '' : ` ${array}`}: ${text}`);

const metro = { type: 'Metro_Active_Active' } as const;

test('an entry has time, array and session', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  sim.clock.advance(5 * seconds);
  const before = sim.journal.length;
  await done(sim, 'a', id, 'sync');
  expect(sim.journal.slice(before).find(({ kind }) => kind === 'state')).toEqual({
    time: '2026-01-01T00:00:05.000+00:00',
    array: 'a',
    kind: 'state',
    session: id,
    resource: 'erp',
    text: 'OK → Synchronizing',
  });
});

test('a failover: states and roles', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  const before = sim.journal.length;
  await done(sim, 'a', id, 'failover');
  finishTransitions(sim);
  expect(since(sim, before)).toEqual([
    'state a: OK → Failing_Over',
    'state b: OK → Failing_Over',
    'state a: role Source → Destination',
    'state b: role Destination → Source',
    'state a: Failing_Over → Failed_Over',
    'state b: Failing_Over → Failed_Over',
    'job a: Fail over replication session erp: Completed',
  ]);
});

test('the link is cut in a synchronization: the session is never OK in between', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  const due = (await session(sim, id)).a?.['next_sync_timestamp'];
  sim.clock.advance(Date.parse(String(due)) - sim.clock.now);
  expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
  const before = sim.journal.length;
  sim.link.cut();
  sim.link.cut();
  expect(since(sim, before)).toEqual([
    'link: the link between A and B is down',
    'state a: Synchronizing → System_Paused',
    'state b: Synchronizing → System_Paused',
  ]);
});

test('and in the recovery after it, and in the first copy', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  sim.link.cut();
  const before = sim.journal.length;
  sim.link.heal();
  sim.clock.advance(seconds);
  sim.link.cut();
  expect(since(sim, before)).toEqual([
    'link: the link between A and B is up',
    'state a: System_Paused → Synchronizing',
    'state b: System_Paused → Synchronizing',
    'link: the link between A and B is down',
    'state a: Synchronizing → System_Paused',
    'state b: Synchronizing → System_Paused',
  ]);
  sim.link.heal();
  finishTransitions(sim);
  await protect(sim, 'a', 'volume/name:spare-a', 'name:one-hour-array-a-to-array-b');
  const made = await idOf(sim, 'spare-a');
  expect(made).not.toBe(id);
  const then = sim.journal.length;
  sim.link.cut();
  expect(since(sim, then).filter((text) => text.includes('Initializing'))).toEqual([
    'state a: Initializing → System_Paused',
    'state b: Initializing → System_Paused',
  ]);
});

test('a metro session breaks: the side that stops serving', async () => {
  const { sim } = await oneSession(metro);
  await using _ = sim;
  const before = sim.journal.length;
  sim.link.cut();
  expect(since(sim, before)).toEqual([
    'link: the link between A and B is down',
    'state a: OK → Fractured',
    'state b: OK → Fractured',
    'state b: local_resource_state System_Demoted',
  ]);
});

test('where B is preferred, it is A', async () => {
  const { sim } = await oneSession({ ...metro, source: 'b' });
  await using _ = sim;
  const before = sim.journal.length;
  sim.link.cut();
  expect(since(sim, before).filter((text) => text.includes('local_resource_state'))).toEqual([
    'state a: local_resource_state System_Demoted',
  ]);
});

test('an array goes off, with a witness: the side that serves in its place', async () => {
  const { sim } = await oneSession({ ...metro, witness: true });
  await using _ = sim;
  const before = sim.journal.length;
  await sim.a.power('off');
  expect(since(sim, before)).toEqual([
    'power a: powered off',
    'state a: OK → Fractured',
    'state b: OK → Fractured',
    'state a: local_resource_state System_Demoted',
    'state b: local_resource_state System_Promoted',
  ]);
});

test('changes other than of the state: failover test and promotion', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  const before = sim.journal.length;
  await done(sim, 'b', id, 'start_failover_test');
  expect(since(sim, before)).toEqual([
    'state b: failover_test_in_progress true',
    'job b: Start a failover test of replication session erp: Completed',
  ]);
});

test('a deletion', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  const before = sim.journal.length;
  await protect(sim, 'a', 'volume/name:erp', '');
  finishTransitions(sim);
  expect(
    sim.journal
      .slice(before)
      .filter((entry) => entry.session === id)
      .map(({ array, text }) => `${array}: ${text}`),
  ).toEqual(['a: OK → Deleting', 'b: OK → Deleting', 'a: deleted', 'b: deleted']);
});
