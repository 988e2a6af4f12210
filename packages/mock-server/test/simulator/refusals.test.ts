// What a refused action says: why, and what would have made it possible.
import { expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { act, done, forceState, list, refusal, type Row, type Site } from './pair.js';

interface Refused {
  session?: Partial<SessionSpec>;
  before?: (sim: Simulator, id: string) => Promise<unknown> | void;
  /** Array, action and perhaps a body. */
  ask: [site: Site, action: string, body?: object];
  status: number;
  text: string;
}

/** As a pair that was saved may have it. */
const pausedIn =
  (state: string) =>
  (sim: Simulator): void => {
    const snapshot = structuredClone(sim.snapshot());
    for (const side of snapshot.sessions.flatMap(({ sides }) => Object.values(sides))) {
      side.pausedIn = state;
      (side.row as Row)['state'] = 'Paused';
    }
    sim.load(snapshot);
  };

const cases: Record<string, Refused> = {
  'a state that it is not in': {
    before: (sim, id) => done(sim, 'a', id, 'sync'),
    ask: ['a', 'resume'],
    status: 422,
    text: 'The session is Synchronizing; it has to be Paused.',
  },
  'several states that it is not in': {
    before: (sim, id) => forceState(sim, id, 'Paused_For_NDU'),
    ask: ['a', 'sync'],
    status: 422,
    text: 'The session is Paused_For_NDU; it has to be OK or System_Paused.',
  },
  'states of all the ways there are, each of them once': {
    before: (sim, id) => forceState(sim, id, 'Paused_For_NDU'),
    ask: ['b', 'failover', { is_planned: false }],
    status: 422,
    text: 'The session is Paused_For_NDU; it has to be OK, Synchronizing, System_Paused, Paused or Failing_Over.',
  },
  'what it was doing when it was paused': {
    before: pausedIn('Failing_Over'),
    ask: ['a', 'resume'],
    status: 422,
    text: 'The session was paused while it was Failing_Over; it has to have been OK, Synchronizing or System_Paused.',
  },
  'a side': {
    ask: ['b', 'sync'],
    status: 400,
    text: 'This side is Destination; ask the side that is Source.',
  },
  'a kind of session': {
    ask: ['a', 'promote'],
    status: 400,
    text: 'The session is Asynchronous; it has to be Metro_Active_Active.',
  },
  'a kind of resource': {
    session: { kind: 'nas_server' },
    ask: ['b', 'start_failover_test', {}],
    status: 400,
    text: 'The session replicates a nas_server; it has to be a volume, volume_group or replication_group.',
  },
  'fields that do not go together': {
    ask: ['b', 'failover', { is_planned: false, reverse: true }],
    status: 400,
    text: [
      'These fields do not go together here; possible are is_planned: true, reverse: false',
      'is_planned: true, reverse: true',
      'is_planned: false, reverse: false, use_test_copy: false',
      'is_planned: false, reverse: false, use_test_copy: true',
      'is_planned: false, reverse: false, force: true.',
    ].join('; '),
  },
  'fields, where none are right': {
    ask: ['a', 'modify', {}],
    status: 400,
    text: 'These fields do not go together here; possible are role: Metro_Preferred; auto_failover_state: Enabled_For_Witness_Interaction.',
  },
  'a link that is down': {
    before: (sim) => sim.link.cut(),
    ask: ['a', 'failover'],
    status: 422,
    text: 'The other array cannot be reached.',
  },
  'a test that is running': {
    before: (sim, id) => done(sim, 'b', id, 'start_failover_test', {}),
    ask: ['a', 'failover'],
    status: 422,
    text: 'A failover test is running; stop it first.',
  },
  'a test that is not running': {
    ask: ['b', 'stop_failover_test'],
    status: 422,
    text: 'No failover test is running.',
  },
};

test.each(Object.entries(cases))('%s', async (_, { session = {}, before, ask: [site, action, body], status, text }) => {
  await using sim = await createSimulator({
    clock: 'manual',
    fast: true,
    sessions: [{ name: 'erp', rpo: 'One_Hour', ...session }],
  });
  const [row] = await list(sim, 'a', 'replication_session', 'order=id&resource_type=neq.file_system');
  const id = String(row?.['id']);
  await before?.(sim, id);
  const answer = await act(sim, site, id, action, body);
  expect([answer.status, refusal(answer).message_l10n]).toEqual([status, text]);
});
