import type { SimulatedArray, Simulator, SimulatorOptions } from '@powerstore-api/mock-server';
import { type ClientOptions, connect, type PowerStore } from '../../src/index.js';
import { type SteppedTime, steppedTime } from './time.js';

/** Two simulated arrays, a client of each, and the id of their only session, which is the same on both. */
export interface Simulated extends AsyncDisposable {
  readonly sim: Simulator;
  /** The time of the clients. The time of the arrays does not pass by itself. */
  readonly time: SteppedTime;
  readonly a: PowerStore;
  readonly b: PowerStore;
  readonly id: string;
}

export const login = ({ url, username, password }: SimulatedArray, client: ClientOptions = {}): Promise<PowerStore> =>
  connect({ url, username, password, ...client });

/** An asynchronous session of a volume, from A to B, unless the options say otherwise. */
export async function simulated(options: SimulatorOptions = {}): Promise<Simulated> {
  const time = steppedTime();
  const sim = await time.simulator({
    tls: false,
    fast: true,
    clock: 'manual',
    sessions: [{ name: 'erp-data' }],
    ...options,
  });
  const [a, b] = [await login(sim.a), await login(sim.b)];
  const id = (await a.replicationSessions.list().first())?.id ?? '';
  const close = async (): Promise<void> => {
    await Promise.all([a.close(), b.close()]);
    await sim.close();
  };
  return { sim, time, a, b, id, [Symbol.asyncDispose]: close };
}
