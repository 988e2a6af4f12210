import type { Simulator, SimulatorOptions } from '@powerstore-api/mock-server';
import { type ClientOptions, connect, type PowerStore } from '../../src/index.js';
import { type SteppedTime, steppedTime } from './time.js';

export interface Simulated extends AsyncDisposable {
  readonly sim: Simulator;
  /** The time of the client. The time of the array does not pass by itself. */
  readonly time: SteppedTime;
  readonly array: PowerStore;
  /** The first session of array A that replicates a volume. */
  readonly id: string;
  /** The requests to array A after the login, as in the journal: `GET /job → 200`. */
  asked(): string[];
}

/** A client of array A. */
export async function simulated(client: ClientOptions = {}, simulator: SimulatorOptions = {}): Promise<Simulated> {
  const time = steppedTime();
  const sim = await time.simulator({ clock: 'manual', fast: true, tls: false, ...simulator });
  const array = await connectTo(sim, client);
  const [session] = await array.replicationSessions.list({ select: 'id', order: 'id' }).toArray({ limit: 1 });
  const before = requests(sim).length;
  return {
    sim,
    time,
    array,
    id: String(session?.id),
    asked: () => requests(sim).slice(before),
    [Symbol.asyncDispose]: async () => {
      await array.close();
      await sim.close();
    },
  };
}

/** Another client of array A. */
export const connectTo = ({ a }: Simulator, client: ClientOptions = {}): Promise<PowerStore> =>
  connect({ url: a.url, username: a.username, password: a.password, ...client });

/** Every request to array A with the status of its answer. */
export const requests = (sim: Simulator): string[] =>
  sim.journal
    .filter(({ kind, array }) => kind === 'request' && array === 'a')
    .map(({ text }) => text.replace('/api/rest', '').replace(/\?[^ ]*/, ''));
