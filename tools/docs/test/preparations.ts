// The situations that examples need.
import type { Pair, PowerStore } from '@powerstore-api/client';
import type { Simulator } from '@powerstore-api/mock-server';

export interface Scene {
  readonly sim: Simulator;
  readonly array: PowerStore;
  /** The other one. */
  readonly b: PowerStore;
  readonly pair: Pair;
  readonly id: string;
  /** A replicated volume, and its session. */
  readonly find: (name: string) => Promise<{ id: string; volumeId: string }>;
}

/** Does it, and says which of the values that examples use are others then. */
export type Preparation = (scene: Scene) => Promise<object | void>;

const onTheDestination: Preparation = async ({ b }) => ({ array: b });

/** The answer of the other array gets lost, once, after it has done what it was asked for or before. */
const lost =
  (carriedOut: boolean): Preparation =>
  async ({ sim, b }) => {
    sim.faults.add({
      array: 'b',
      operation: 'replication_session_failover',
      effect: { transport: 'reset', carriedOut },
    });
    return { array: b };
  };

const paused: Preparation = ({ array, id }) => array.replicationSessions.pause(id);

/** The other one is the source from now on. */
const failedOver: Preparation = async ({ array, b, id }) => {
  await array.replicationSessions.failover(id, { is_planned: true });
  return { array: b };
};

const testRuns: Preparation = async ({ b, id }) => {
  await b.replicationSessions.startFailoverTest(id);
  return { array: b };
};

const metro: Preparation = ({ find }) => find('metro-volume');

const fractured: Preparation = async ({ sim, find }) => {
  sim.link.cut();
  return find('metro-volume');
};

export const preparations: Readonly<Record<string, Preparation>> = {
  ActionOutput: testRuns,
  async Collection({ array, id }) {
    return { id: (await array.replicationSessions.sync(id, { async: true })).id };
  },
  JobHandle: testRuns,
  NotCarriedOutError: lost(false),
  OutcomeUnknownError: lost(true),
  async 'Pair.failback'({ sim, b, id }) {
    sim.link.cut();
    await b.replicationSessions.failover(id, { is_planned: false });
    sim.link.heal();
  },
  'ReplicationSessions.demote': fractured,
  'ReplicationSessions.failover 2': onTheDestination,
  async 'ReplicationSessions.modify'({ b, find }) {
    return { ...(await find('metro-volume')), array: b };
  },
  async 'ReplicationSessions.promote'(scene) {
    return { ...(await fractured(scene)), array: scene.b };
  },
  'ReplicationSessions.reprotect': failedOver,
  'ReplicationSessions.resume': paused,
  async 'ReplicationSessions.startFailoverTest'({ b, id }) {
    await b.replicationSessions.startFailoverTest(id);
    const stopped = await b.replicationSessions.stopFailoverTest(id, { create_end_of_test_snapshot: true });
    return { array: b, snapshotId: stopped?.snapshot_id };
  },
  'ReplicationSessions.stopFailoverTest': testRuns,
  'ReplicationSessions.waitUntil': failedOver,
  'ReplicationSessions.watch': failedOver,
  async 'VolumeGroups.configureMetro'({ array }) {
    await array.volumeGroups.modify('name:ledger', { protection_policy_id: null });
  },
  async 'VolumeGroups.endMetro'({ array }) {
    await array.volumeGroups.modify('name:ledger', { protection_policy_id: null });
    await array.volumeGroups.configureMetro('name:ledger', { remote_system_id: 'name:array-b' });
  },
  async 'Volumes.configureMetro'({ array, find }) {
    const found = await find('database');
    await array.volumes.modify(found.volumeId, { protection_policy_id: null });
    return found;
  },
  'Volumes.endMetro': metro,
  'moving-over.md 5': onTheDestination,
  'packages/client/README.md, When the answer is lost': onTheDestination,
  async 'packages/client/README.md, Volumes and volume groups 1'({ array }) {
    await array.volumeGroups.modify('name:ledger', { protection_policy_id: null });
  },
  'packages/client/README.md, Waiting 1': failedOver,
  'packages/client/README.md, Waiting 2': failedOver,
};
