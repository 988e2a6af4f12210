import type { Contract } from '../../contract/prism.js';
import { readInput } from '@powerstore-api/input';
import { hostArray } from './array-host.js';
import { advanceSchema, type Clock, manualStart } from '../world/clock.js';
import { setLink } from '../replication/outages.js';
import { createControl } from './control.js';
import { createEngine, type Engine } from '../start/engine.js';
import { createFaults, type FaultPlan } from '../faults/fault-plan.js';
import type { WorldOptions } from '../start/initial-world.js';
import { seededRandom } from '../world/random.js';
import { recordedWorld } from '../start/recording.js';
import { type Settings, settingsFrom } from '../start/settings.js';
import type { SimulatedArray, Simulator } from './simulator.js';
import type { SimulatorOptions } from '../start/options.js';
import type { PairSite } from '../world/site.js';

/**
 * Starts two arrays in this process that replicate to each other. Their sessions synchronize, pause, fail over, stop when the
 * link is cut, and recover when it is healed.
 *
 * @throws InputError for an option that makes no sense; the message names it.
 * @throws Error with `code` `EADDRINUSE` or `EACCES` if it cannot listen on a port.
 * @example
 * ```ts
 * import { createSimulator } from '@powerstore-api/mock-server';
 *
 * await using sim = await createSimulator({ clock: 'manual' });
 * const credentials = Buffer.from(`${sim.a.username}:${sim.a.password}`).toString('base64');
 * const list = () =>
 *   fetch(`${sim.a.url}/api/rest/replication_session?select=id,state,role`, {
 *     headers: { authorization: `Basic ${credentials}` },
 *   }).then((response) => response.json());
 * console.log(await list());
 * sim.link.cut();
 * console.log(await list()); // System_Paused, and Fractured for metro
 * ```
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = settingsFrom(options);
  const contracts = settings.fast ? undefined : await loadContracts(settings);
  // The time of day could jump.
  const engine = createEngine(worldOptionsOf(settings), settings.clock, () => performance.now());
  const faults = createFaults();
  const initialize = (): void => {
    if (settings.recording) engine.load(recordedWorld(settings.recording, engine.save()));
    for (const fault of settings.faults) faults.add(fault);
  };
  initialize();
  const reset = (): void => {
    engine.reset();
    faults.reset();
    initialize();
  };
  const { a, b, close } = await hostArrays({ settings, contracts, engine, faults, reset });

  return {
    a,
    b,
    clock: clockOf(engine),
    link: {
      get up() {
        return engine.world.link !== 'down';
      },
      get state() {
        return engine.world.link;
      },
      degrade: () => setLink(engine.catchUp(), 'degraded'),
      cut: () => setLink(engine.catchUp(), 'down'),
      heal: () => setLink(engine.catchUp(), 'up'),
    },
    faults,
    get journal() {
      return engine.catchUp().journal.entries;
    },
    save: engine.save,
    load: engine.load,
    reset,
    close,
    [Symbol.asyncDispose]: close,
  };
}

const worldOptionsOf = ({ seed, clock, transitions, arrays: { a, b }, sessions }: Settings): WorldOptions => ({
  seed,
  now: clock === 'manual' ? manualStart : Date.now(),
  transitionMode: transitions,
  arrays: { a: { release: a.release.number, name: a.name }, b: { release: b.release.number, name: b.name } },
  sessions,
});

type Contracts = Record<PairSite, Contract>;

interface Hosting {
  settings: Settings;
  contracts: Contracts | undefined;
  engine: Engine;
  faults: FaultPlan;
  reset: () => void;
}

/** Starts both arrays. If B cannot start, closes A. */
async function hostArrays({ settings, contracts, engine, faults, reset }: Hosting) {
  const { seed, tls, onRequest } = settings;
  const closing = new AbortController();
  // Secrets are not part of the world: no saved state has them, and they stay valid after a reset.
  const secrets = seededRandom(seed ^ 0x5eed);
  const arrays: Partial<Record<PairSite, SimulatedArray>> = {};
  const hosts = Object.values(settings.arrays).map(({ host }) => host);
  const control = createControl({ engine, faults, seed, arrays, hosts, reset });
  const host = async (site: PairSite) => {
    const hosted = await hostArray({
      site,
      settings: settings.arrays[site],
      engine,
      faults,
      contract: contracts?.[site],
      secret: () => secrets.secret(),
      tls,
      control,
      closing: closing.signal,
      onRequest,
    });
    arrays[site] = hosted.array;
    return hosted;
  };
  const a = await host('a');
  const b = await host('b').catch(async (error: unknown) => {
    await a.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([a.close(), b.close()]);
  };
  return { a: a.array, b: b.array, close };
}

const clockOf = (engine: Engine): Clock => ({
  get now() {
    return engine.catchUp().now;
  },
  speed: engine.time.speed,
  advance(milliseconds) {
    engine.catchUp();
    engine.time.skip(readInput(advanceSchema, milliseconds, 'advance'));
    engine.catchUp();
  },
});

/** Loads Prism, which takes a second; a simulator with `fast` does not need it. */
async function loadContracts({ arrays }: Settings): Promise<Contracts> {
  const { createContract } = await import('../../contract/prism.js');
  return { a: await createContract(arrays.a.release), b: await createContract(arrays.b.release) };
}
