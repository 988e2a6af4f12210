import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Contract } from '../../contract/prism.js';
import { hostArray } from './array-host.js';
import { advanceSchema, type Clock, manualStart } from '../world/clock.js';
import { setLink } from '../replication/outages.js';
import { createControl } from './control.js';
import { createEngine, type Engine } from './engine.js';
import { createFaults } from '../faults/fault-plan.js';
import { seededRandom } from '../world/random.js';
import { recordedWorld } from '../start/recording.js';
import { type Settings, settingsFrom } from '../start/settings.js';
import type { SimulatedArray, Simulator } from './simulator.js';
import type { SimulatorOptions } from '../start/options.js';

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
  const { seed, clock, transitions, tls, onExchange, recording } = settings;
  const { a, b } = settings.arrays;
  const contracts = settings.fast ? undefined : await loadContracts(settings);

  const engine = createEngine(
    {
      seed,
      now: clock === 'manual' ? manualStart : Date.now(),
      transitionMode: transitions,
      arrays: { a: { release: a.release.number, name: a.name }, b: { release: b.release.number, name: b.name } },
      sessions: settings.sessions,
    },
    clock,
    // The time of day could jump.
    () => performance.now(),
  );
  const loadRecording = (): void => {
    if (recording) engine.load(recordedWorld(recording, engine.save()));
  };
  loadRecording();
  const faults = createFaults();
  const addFaults = (): void => {
    for (const fault of settings.faults) faults.add(fault);
  };
  addFaults();
  const reset = (): void => {
    engine.reset();
    loadRecording();
    faults.reset();
    addFaults();
  };

  const closing = new AbortController();
  // Secrets are not part of the world: no saved state has them, and they stay valid after a reset.
  const secrets = seededRandom(seed ^ 0x5eed);
  const arrays: Partial<Record<'a' | 'b', SimulatedArray>> = {};
  const control = createControl({ engine, faults, seed, arrays, reset });
  const host = async (site: 'a' | 'b') => {
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
      onExchange,
    });
    arrays[site] = hosted.array;
    return hosted;
  };
  const first = await host('a');
  const second = await host('b').catch(async (error: unknown) => {
    await first.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([first.close(), second.close()]);
  };

  return {
    a: first.array,
    b: second.array,
    clock: clockOf(engine),
    link: {
      get up() {
        return engine.world.link === 'up';
      },
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

const clockOf = (engine: Engine): Clock => ({
  get now() {
    return engine.catchUp().now;
  },
  speed: engine.time.speed,
  advance(milliseconds) {
    if (!v.is(advanceSchema, milliseconds))
      throw new InputError('Time only passes forward: give 0 to 3155760000000 milliseconds, which is a century.');
    engine.catchUp();
    engine.time.skip(milliseconds);
    engine.catchUp();
  },
});

/** Loads Prism, which takes a second; a simulator with `fast` does not need it. */
async function loadContracts({ arrays }: Settings): Promise<Record<'a' | 'b', Contract>> {
  const { createContract } = await import('../../contract/prism.js');
  return { a: await createContract(arrays.a.release), b: await createContract(arrays.b.release) };
}
