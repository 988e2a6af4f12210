// One array with all that it takes to answer: a server, its login sessions and connections, and power.
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { serve } from '../../http/listening.js';
import type { Certificate } from '../../http/certificate.js';
import { withConcealed } from '../../http/hidden-properties.js';
import { createListener, type Exchange, reset } from '../../http/listener.js';
import { createLoginSessions } from '../../layers/login-sessions.js';
import type { Contract } from '../../contract/prism.js';
import { setPower } from '../replication/outages.js';
import { controlPath } from './control.js';
import type { Engine } from './engine.js';
import type { FaultPlan } from '../faults/faults.js';
import type { ArraySettings } from '../start/settings.js';
import { atRelease, createSimulatedArray } from './simulated-array.js';
import type { SimulatedArray } from './simulator.js';
import { arrayAt } from '../world/world.js';

export interface HostOptions {
  site: 'a' | 'b';
  settings: ArraySettings;
  engine: Engine;
  faults: FaultPlan;
  contract: Contract | undefined;
  secret: () => string;
  tls: boolean | Certificate;
  /** Answers what is below /__sim. */
  control: RequestListener;
  /** Aborted when the simulator is closed. */
  closing: AbortSignal;
  onExchange?: ((exchange: Exchange & { array: 'a' | 'b' }) => void) | undefined;
}

/** Starts an array. */
export async function hostArray(options: HostOptions): Promise<{ array: SimulatedArray; close: () => Promise<void> }> {
  const { site, settings, engine, faults, contract, secret, tls, control, closing, onExchange } = options;
  const { users, name, host, port, idleTimeout, release } = settings;
  // Nobody is idle for the time that a snapshot or a reset skips.
  const sessions = createLoginSessions({ users, idleTimeout, now: () => engine.time.passed(), secret });
  const api = createListener(
    createSimulatedArray({ site, engine, sessions, faults, contract, closing }),
    onExchange && ((exchange) => onExchange({ ...exchange, array: site })),
    (answer) => atRelease(release, answer),
  );

  // Those on which the API was asked last, and not the simulator itself: who switches an array off is told so.
  const connections = new Set<Socket>();
  const listener: RequestListener = (incoming, outgoing) => {
    const { socket, url } = incoming;
    if (url?.startsWith(controlPath)) {
      connections.delete(socket);
      return control(incoming, outgoing);
    }
    if (!connections.has(socket)) {
      connections.add(socket);
      socket.once('close', () => connections.delete(socket));
    }
    return api(incoming, outgoing);
  };
  const { close, ...listening } = await serve(listener, { host, port, tls });

  const [{ username, password } = { username: '', password: '' }] = users;
  const shown = {
    ...listening,
    username,
    name,
    version: release.version,
    get powered() {
      return arrayAt(engine.world, site).powered;
    },
    async power(state: 'on' | 'off') {
      setPower(engine.catchUp(), site, state);
      if (state === 'on') return;
      sessions.endAll();
      const closed = Array.from(connections, (socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of connections) reset(socket);
      await Promise.all(closed);
      // Until a client in this process has heard of it as well, and asks on none of them any more.
      for (let turn = 0; turn < 2; turn += 1) await setImmediate();
    },
  };
  return { array: withConcealed(shown, { password, users }), close };
}
