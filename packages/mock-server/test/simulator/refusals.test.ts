// The text of a refusal: the reason, and the remedy.
import type { ReplicationState } from '@powerstore-api/types';
import { expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { named, oneSession, protect } from '../helpers/look.js';
import {
  act,
  done,
  fileSystemsOf,
  forceState,
  idOf,
  list,
  minutes,
  refusal,
  type Row,
  session,
  finishTransitions,
  type Site,
  states,
} from '../helpers/pair.js';

interface Refused {
  session?: Partial<SessionSpec>;
  release?: string;
  before?: (sim: Simulator, id: string) => Promise<unknown> | void;
  /** Sends the action to the session of a file system of the NAS server instead. */
  of?: 'file system';
  /** Array, action and perhaps a body. */
  ask: [site: Site, action: string, body?: object];
  status: number;
  text: string;
  code?: string;
}

const pausedAlone = async (sim: Simulator, id: string): Promise<void> => {
  sim.link.cut();
  await done(sim, 'b', id, 'pause');
  finishTransitions(sim);
  sim.link.heal();
  finishTransitions(sim);
};

const failedOver = async (sim: Simulator, id: string): Promise<void> => {
  await done(sim, 'a', id, 'failover');
  finishTransitions(sim);
};

/** As a pair that was saved may have it. */
const pausedIn =
  (state: ReplicationState) =>
  (sim: Simulator): void => {
    const saved = structuredClone(sim.save());
    for (const side of saved.sessions.flatMap(({ sides }) => Object.values(sides))) {
      side.pausedIn = state;
      (side.row as Row)['state'] = 'Paused';
    }
    sim.load(saved);
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
  'the state in which it was paused': {
    before: pausedIn('Failing_Over'),
    ask: ['a', 'resume'],
    status: 422,
    text: 'The session was paused while it was Failing_Over; it has to have been OK, Synchronizing or System_Paused.',
  },
  'a side': {
    ask: ['b', 'sync'],
    status: 400,
    text: 'This array holds the Destination side; send the request to the Source side.',
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
      'These fields cannot be combined here. Possible are is_planned: true, reverse: false',
      'is_planned: true, reverse: true',
      'is_planned: false, reverse: false, use_test_copy: false',
      'is_planned: false, reverse: false, use_test_copy: true',
      'is_planned: false, reverse: false, force: true.',
    ].join('; '),
  },
  'fields, where none are right': {
    ask: ['a', 'modify', {}],
    status: 400,
    text: 'These fields cannot be combined here. Possible are role: Metro_Preferred; auto_failover_state: Enabled_For_Witness_Interaction.',
  },
  'a session that only the other array has': {
    before: async (sim) => {
      sim.link.cut();
      await protect(sim, 'a', 'volume/name:erp', '');
      finishTransitions(sim);
    },
    ask: ['a', 'sync'],
    status: 404,
    text: 'There is no replication_session with id ID.',
    code: '0xE04040020009',
  },
  'a file system whose server is in transition': {
    session: { kind: 'nas_server', parts: 2 },
    before: (sim, id) => done(sim, 'a', id, 'sync'),
    ask: ['a', 'pause'],
    of: 'file system',
    status: 422,
    text: 'An action on the session of the NAS server has not ended yet. Wait until it has.',
  },
  'one side that is paused alone': {
    before: pausedAlone,
    ask: ['b', 'resume'],
    status: 422,
    text: 'Only one side is paused. Pause again to pause both, then resume.',
  },
  'the other side of one that is paused alone': {
    before: pausedAlone,
    ask: ['a', 'sync'],
    status: 422,
    text: 'Only one side is paused. Pause again to pause both, then resume.',
  },
  'a planned failover of a session that is paused on one side alone': {
    before: pausedAlone,
    ask: ['a', 'failover', { is_planned: true }],
    status: 422,
    text: 'The session is System_Paused; it has to be OK or Synchronizing.',
  },
  'a mirror that serves on both sides': {
    session: { type: 'Metro_Active_Active' },
    before: async (sim, id) => {
      await done(sim, 'a', id, 'pause');
      finishTransitions(sim);
      await done(sim, 'b', id, 'promote');
    },
    ask: ['a', 'resume'],
    status: 422,
    text: 'Both sides serve hosts. Demote one of them first.',
  },
  'a session that has already failed over': {
    before: failedOver,
    ask: ['a', 'failover'],
    status: 422,
    text: 'The session has already failed over.',
    code: '0xE0201005000C',
  },
  'a snapshot for a planned failover': {
    ask: ['a', 'failover', { is_planned: true, failover_snapshot_id: 'any' }],
    status: 400,
    text: 'failover_snapshot_id is only for an unplanned failover. Set is_planned to false, or leave the snapshot out.',
  },
  'a snapshot while a test is running': {
    before: (sim, id) => done(sim, 'b', id, 'start_failover_test', {}),
    ask: ['b', 'failover', { is_planned: false, use_test_copy: true, failover_snapshot_id: 'any' }],
    status: 422,
    text: 'failover_snapshot_id is not allowed while a failover test is running. Stop the test first.',
  },
  'a snapshot that there is not': {
    ask: ['b', 'start_failover_test', { snapshot_id: 'any' }],
    status: 422,
    text: 'The local resource of this session has no snapshot any.',
  },
  'a destination that is behind, from 4.4 on': {
    before: (sim) => {
      sim.link.cut();
      sim.clock.advance(61 * minutes);
    },
    ask: ['b', 'failover', { is_planned: false }],
    status: 422,
    text: 'The destination is behind, so a failover may lose data. Set force to true to fail over anyway.',
  },
  'stopping a test alone, before 4.3': {
    release: '4.0',
    before: async (sim, id) => {
      await done(sim, 'b', id, 'start_failover_test', {});
      sim.link.cut();
    },
    ask: ['b', 'stop_failover_test'],
    status: 422,
    text: 'The other array cannot be reached. Set force to true to stop the test anyway.',
  },
  'a link that is down': {
    before: (sim) => sim.link.cut(),
    ask: ['a', 'failover'],
    status: 422,
    text: 'The other array cannot be reached; restore the connection first.',
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
    text: 'No failover test is running; start one first.',
  },
};

/** The code where none of an array is public. */
const ours = '0xEFFFFFFFFFFF';

test.each(Object.entries(cases))('%s', async (_, { session: spec, release, before, of, ask, status, text, code }) => {
  const { sim: pair, id } = await oneSession(spec, release === undefined ? {} : { release });
  await using sim = pair;
  await before?.(sim, id);
  const [site, action, body] = ask;
  const asked = of === undefined ? id : String((await fileSystemsOf(sim, id))[0]);
  const answer = await act(sim, site, asked, action, body);
  const { code: given, message_l10n: said } = refusal(answer);
  expect([answer.status, given, said]).toEqual([status, code ?? ours, text.replace('ID', id)]);
});

test('a destination that is being copied to is not behind', async () => {
  const { sim, id } = await oneSession();
  await using _ = sim;
  const { b } = await session(sim, id);
  sim.clock.advance(Date.parse(String(b?.['next_sync_timestamp'])) + 1 - sim.clock.now);
  expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
  expect((await act(sim, 'b', id, 'failover', { is_planned: false })).status).toBe(204);
});

test('a snapshot of something else is none of its own', async () => {
  await using sim = await createSimulator({
    clock: 'manual',
    fast: true,
    sessions: [
      { name: 'erp', rpo: 'One_Hour' },
      { name: 'crm', rpo: 'One_Hour' },
    ],
  });
  const id = await idOf(sim, 'erp');
  const snapshotOf = async (name: string): Promise<string> => {
    const volume = await named(sim, 'b', 'volume', name);
    const all = await list(sim, 'b', 'volume', 'type=eq.Snapshot');
    const own = all.find((it) => (it['protection_data'] as Row)['source_id'] === volume['id']);
    return String(own?.['id']);
  };
  const [own, other] = [await snapshotOf('erp'), await snapshotOf('crm')];
  const refused = await act(sim, 'b', id, 'start_failover_test', { snapshot_id: other });
  expect([refused.status, refusal(refused).message_l10n]).toEqual([
    422,
    `The local resource of this session has no snapshot ${other}.`,
  ]);
  expect((await act(sim, 'b', id, 'start_failover_test', { snapshot_id: own })).status).toBe(204);
});
