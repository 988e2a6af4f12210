// Sessions of every kind, and how each is brought into the states that tests of actions are about.
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { done, fileSystemsOf, forceState, list, finishTransitions } from './pair.js';

/** One session, and no other: its source, or the side that is preferred, is on A. */
export interface Kind {
  spec: SessionSpec;
  /** Whether the test is about the session of its first file system. */
  isFileSystem?: true;
}

const kinds = {
  volume: { spec: { name: 'one' } },
  volume_group: { spec: { name: 'one', kind: 'volume_group' } },
  replication_group: { spec: { name: 'one', kind: 'replication_group' } },
  nas_server: { spec: { name: 'one', kind: 'nas_server', parts: 1 } },
  file_system: { spec: { name: 'one', kind: 'nas_server', parts: 2 }, isFileSystem: true },
  'synchronous volume': { spec: { name: 'one', type: 'Synchronous' } },
  'synchronous volume_group': { spec: { name: 'one', kind: 'volume_group', type: 'Synchronous' } },
  'synchronous nas_server': { spec: { name: 'one', kind: 'nas_server', type: 'Synchronous', parts: 1 } },
  'metro volume': { spec: { name: 'one', type: 'Metro_Active_Active' } },
  'metro volume_group': { spec: { name: 'one', kind: 'volume_group', type: 'Metro_Active_Active' } },
  'metro volume with witness': { spec: { name: 'one', type: 'Metro_Active_Active', witness: true } },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

export async function start(name: KindName): Promise<{ sim: Simulator; id: string }> {
  const { spec, isFileSystem }: Kind = kinds[name];
  const sim = await createSimulator({ clock: 'manual', fast: true, sessions: [{ rpo: 'One_Hour', ...spec }] });
  const type = spec.kind ?? 'volume';
  const [found] = await list(sim, 'a', 'replication_session', `resource_type=eq.${type}`);
  const id = String(found?.['id']);
  return { sim, id: isFileSystem ? String((await fileSystemsOf(sim, id))[0]) : id };
}

type Situation = (sim: Simulator, id: string) => Promise<unknown> | void;

/** How a session is brought into the states that the columns below are about. */
export const situations = {
  OK: () => {},
  Synchronizing: (sim, id) => done(sim, 'a', id, 'sync'),
  System_Paused: async (sim, id) => {
    sim.faults.add({ operation: 'replication_session_sync', effect: { job: 'fails' } });
    await done(sim, 'a', id, 'sync');
    finishTransitions(sim);
  },
  Paused: async (sim, id) => {
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
  },
  /** B was paused while the link was down, and A was not. */
  Paused_Alone: async (sim, id) => {
    sim.link.cut();
    await done(sim, 'b', id, 'pause');
    finishTransitions(sim);
    sim.link.heal();
    finishTransitions(sim);
  },
  Pausing: (sim, id) => done(sim, 'a', id, 'pause'),
  Resuming: async (sim, id) => {
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    await done(sim, 'a', id, 'resume');
  },
  Failing_Over: (sim, id) => done(sim, 'a', id, 'failover'),
  Failing_Over_For_DR: (sim, id) => done(sim, 'b', id, 'failover', { is_planned: false }),
  Failed_Over: async (sim, id) => {
    await done(sim, 'a', id, 'failover');
    finishTransitions(sim);
  },
  Reprotecting: async (sim, id) => {
    await done(sim, 'a', id, 'failover');
    finishTransitions(sim);
    await done(sim, 'b', id, 'reprotect');
  },
  Testing: (sim, id) => done(sim, 'b', id, 'start_failover_test'),
  Modify_Role_In_Progress: (sim, id) => done(sim, 'b', id, 'modify', { role: 'Metro_Preferred' }),
  Recovering: (sim) => {
    sim.link.cut();
    sim.link.heal();
  },
  Paused_For_NDU: (sim, id) => forceState(sim, id, 'Paused_For_NDU'),
  Paused_For_Migration: (sim, id) => forceState(sim, id, 'Paused_For_Migration'),
  Cut: (sim) => sim.link.cut(),
  Cut_Paused: async (sim, id) => {
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    sim.link.cut();
  },
  Cut_Failed_Over: async (sim, id) => {
    sim.link.cut();
    await done(sim, 'b', id, 'failover', { is_planned: false, force: true });
    finishTransitions(sim);
  },
  /** Both sides of a mirror have served while they did not reach each other. */
  Split: async (sim, id) => {
    sim.link.cut();
    await done(sim, 'b', id, 'promote');
    sim.link.heal();
    finishTransitions(sim);
  },
} satisfies Record<string, Situation>;

export type SituationName = keyof typeof situations;
