// One array of the pair: its server, its login sessions, its connections and its power.
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Contract } from '../../contract/prism.js';
import type { Certificate } from '../../http/certificate.js';
import type { RequestLogEntry } from '../../http/request-log-entry.js';
import { withHiddenProperties } from '../../http/hidden-properties.js';
import { createListener } from '../../http/listener.js';
import { serve } from '../../http/listening.js';
import { resetConnection } from '../../http/write-answer.js';
import { createLoginSessions } from '../../layers/login-sessions.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import { readInput } from '@powerstore-api/input';
import * as v from 'valibot';
import { setPower } from '../replication/outages.js';
import type { ArraySettings } from '../start/settings.js';
import { arrayAt } from '../world/world.js';
import { controlPath } from './control.js';
import type { Engine } from '../start/engine.js';
import { createSimulatedArray } from './simulated-array.js';
import type { SimulatedArray } from './simulator.js';
import type { PairSite } from '../world/site.js';

const powerSchema = v.picklist(['on', 'off']);

export interface HostOptions {
  site: PairSite;
  settings: ArraySettings;
  engine: Engine;
  faults: FaultPlan;
  contract: Contract | undefined;
  secret: () => string;
  tls: boolean | Certificate;
  /** Answers the control calls, below /__sim. */
  control: RequestListener;
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
  onRequest?: ((entry: RequestLogEntry & { array: PairSite }) => unknown) | undefined;
}

/** Starts one array of the pair. */
export async function hostArray(options: HostOptions): Promise<{ array: SimulatedArray; close: () => Promise<void> }> {
  const { site, settings, engine, secret, tls, control, onRequest } = options;
  const { users, name, host, port, idleTimeout, release } = settings;
  // `passed` leaves out the time that loading a state or a reset skips: no session is idle for it.
  const sessions = createLoginSessions({ users, idleTimeout, now: () => engine.time.passed(), secret });
  const api = createListener(
    createSimulatedArray({ ...options, release, sessions }),
    onRequest && ((entry) => onRequest({ ...entry, array: site })),
  );
  const connections = createConnections();
  const listener: RequestListener = (incoming, outgoing) => {
    if (incoming.url?.startsWith(controlPath)) {
      connections.forget(incoming.socket);
      return control(incoming, outgoing);
    }
    connections.add(incoming.socket);
    return api(incoming, outgoing);
  };
  const { close, ...listening } = await serve(listener, { host, port, tls });

  const [{ username, password } = { username: '', password: '' }] = users;
  const shown = {
    ...listening,
    username,
    name,
    release: release.number,
    get powered() {
      return arrayAt(engine.world, site).powered;
    },
    async power(state: 'on' | 'off') {
      readInput(powerSchema, state, 'state');
      setPower(engine.catchUp(), site, state);
      if (state === 'on') return;
      sessions.endAll();
      await connections.reset();
    },
  };
  return { array: withHiddenProperties(shown, { password, users }), close };
}

/**
 * The open connections whose last request was for the API. One whose last request was a control call is not among them, so that
 * a client which switches off the array gets its answer.
 */
function createConnections() {
  const open = new Set<Socket>();
  const forget = (socket: Socket): void => void open.delete(socket);
  return {
    forget,
    add(socket: Socket): void {
      if (open.has(socket)) return;
      open.add(socket);
      socket.once('close', () => forget(socket));
    },
    async reset(): Promise<void> {
      const closed = Array.from(open, (socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of open) resetConnection(socket);
      await Promise.all(closed);
      // Give a client in this process the time to notice, so that it does not send on one of them.
      for (let turn = 0; turn < 2; turn += 1) await setImmediate();
    },
  };
}
