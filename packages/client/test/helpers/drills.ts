import type { SessionSpec, Simulator } from '@powerstore-api/mock-server';
import {
  type ClientOptions,
  connectPair,
  type FailoverEvent,
  type FailoverOptions,
  type Pair,
  type PowerStore,
} from '../../src/index.js';
import { login } from './simulated-pair.js';
import { steppedTime } from './time.js';

/** Two simulated arrays, a pair of them, and the id of their only session. */
export interface Drill extends AsyncDisposable {
  readonly sim: Simulator;
  readonly a: PowerStore;
  readonly b: PowerStore;
  readonly pair: Pair;
  readonly id: string;
  /** Records the events, and has a timeout. */
  readonly options: FailoverOptions & { readonly timeout: number };
  readonly events: readonly FailoverEvent[];
  /** Actions that reached the arrays, in order: `a failover 204`. */
  readonly calls: readonly string[];
  /** The same pair by other clients, each connected by a function. */
  again(client: ClientOptions): Promise<Pair>;
  /** Both sides: `Failed_Over Destination / Failed_Over Source`. */
  sides(): Promise<string>;
}

const side = (session: { state: string; role: string } | undefined): string =>
  session ? `${session.state} ${session.role}` : '-';

/** States on the way end when they have been read three times, so that no test depends on how fast anything is. */
export async function drill(spec: Omit<SessionSpec, 'name'> = {}, client: ClientOptions = {}): Promise<Drill> {
  const calls: string[] = [];
  const sim = await steppedTime().simulator({
    fast: true,
    clock: 'manual',
    transitions: { reads: 3 },
    sessions: [{ name: 'erp-data', rpo: 'One_Day', parts: 1, ...spec }],
    onRequest: ({ array, method, target, status }) => {
      const action = target.split('?')[0]?.split('/').at(-1) ?? '';
      if (method !== 'GET' && action !== 'logout') calls.push(`${array} ${action} ${status}`);
    },
  });
  const a = await login(sim.a, client);
  const b = await login(sim.b, client);
  const pair = await connectPair(a, b);
  const [one] = await a.replicationSessions.list({ where: { parent_replication_session_id: null } }).toArray();
  const id = String(one?.id);
  const events: FailoverEvent[] = [];
  return {
    sim,
    a,
    b,
    pair,
    id,
    options: { timeout: 600_000, onEvent: (event) => void events.push(event) },
    events,
    calls,
    again: (other) =>
      connectPair(
        () => login(sim.a, other),
        () => login(sim.b, other),
      ),
    async sides() {
      const session = await pair.session(id);
      return `${side(session.a.session)} / ${side(session.b.session)}`;
    },
    async [Symbol.asyncDispose]() {
      await pair.close();
      await Promise.all([a.close(), b.close()]);
      await sim.close();
    },
  };
}
