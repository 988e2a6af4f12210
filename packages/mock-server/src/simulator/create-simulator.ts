import type { Socket } from 'node:net';
import * as v from 'valibot';
import { type Listening, serve } from '../array-server.js';
import type { Certificate } from '../certificate.js';
import { withConcealed } from '../concealed.js';
import { createListener, type Exchange, reset } from '../listener.js';
import { createLoginSessions, type User } from '../login-sessions.js';
import type { Contract } from '../prism.js';
import { newestVersion, type Release, releaseOf } from '../release.js';
import { type Clock, type ClockMode, manualStart } from './clock.js';
import { setLink, setPower } from './connection.js';
import { controlPath, createControl } from './control.js';
import { createEngine } from './engine.js';
import { createFaults, type Fault, type Faults } from './faults.js';
import { durationSchema, readFault } from './input.js';
import type { JournalEntry } from './journal.js';
import { checkOptions } from './options.js';
import { oneOfEachKind, type SessionSpec } from './population.js';
import { seededRandom } from './random.js';
import { atRelease, createSimulatedArray } from './simulated-array.js';
import type { WorldSnapshot } from './snapshot.js';
import { arrayAt, type Transitions } from './world.js';

/**
 * One array of the pair.
 *
 * @example
 * ```ts
 * const options: SimulatorArrayOptions = { version: '3.6', name: 'dc-west', port: 8443 };
 * ```
 */
export interface SimulatorArrayOptions {
  /** Release, `1.0` to `4.4`; that of the simulator by default. */
  version?: string;
  /** Name of the cluster; `array-a` and `array-b` by default. */
  name?: string;
  /**
   * Address to listen on.
   * @default '127.0.0.1'
   */
  host?: string;
  /**
   * Port to listen on; 0 takes a free one.
   * @default 0
   */
  port?: number;
  /** Who may log in. By default `admin`, `storage` (a storage operator) and `monitor` (an operator, who only reads). */
  users?: readonly User[];
  /**
   * Seconds a login session lives without being used.
   * @default 3600
   */
  idleTimeout?: number;
}

/**
 * What a simulator is to be like.
 *
 * @example
 * ```ts
 * const options: SimulatorOptions = { seed: 7, version: '4.0', clock: 'manual', sessions: 1000 };
 * ```
 */
export interface SimulatorOptions {
  /**
   * The same seed and the same calls give the same ids, times and journal.
   * @default 1
   */
  seed?: number;
  /**
   * Release of both arrays, `1.0` to `4.4`.
   * @default '4.4'
   */
  version?: string;
  arrays?: { a?: SimulatorArrayOptions; b?: SimulatorArrayOptions };
  /**
   * Sessions to begin with: a list of them, or how many asynchronous ones of volumes to have beside one of every kind.
   * @default 0
   */
  sessions?: number | readonly SessionSpec[];
  /**
   * `real`; `{ speed: 60 }` for a minute in a second; `manual`, and time passes when `clock.advance()` says so.
   * @default 'real'
   */
  clock?: ClockMode;
  /**
   * How states on the way are left: when their time is over (`timed`), at once (`immediate`), or after they have been read
   * so often (`{ reads: 2 }`).
   * @default 'timed'
   */
  transitions?: Transitions;
  /** Faults to begin with. */
  faults?: readonly Fault[];
  /**
   * HTTPS, with a certificate made for each array or with yours.
   * @default false
   */
  tls?: boolean | Certificate;
  /**
   * Leaves Prism out: requests and answers are not checked against the contract, and everything is faster.
   * @default false
   */
  fast?: boolean;
  /** Called after each answer. What it gets holds no header and no body, so no secret. */
  onExchange?: (exchange: Exchange & { array: 'a' | 'b' }) => void;
}

/** An array of the pair. */
export interface SimulatedArray {
  /** Origin to point a client at, such as `http://127.0.0.1:41234`. The API is below `/api/rest`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Everybody who may log in. */
  readonly users: readonly User[];
  /** With HTTPS: the certificate as PEM, to be trusted as a CA, and its SHA-256 fingerprint. */
  readonly certificate?: string;
  readonly fingerprint?: string;
  /** Name of the cluster. */
  readonly name: string;
  /** Release in four parts, such as `4.4.0.0`. */
  readonly version: string;
  readonly powered: boolean;
  /**
   * Switches the array off, whereupon no request is answered, nor what is under way; or on again, as it was, but nobody
   * is logged in.
   *
   * @example
   * ```ts
   * sim.a.power('off');
   * ```
   */
  power(state: 'on' | 'off'): void;
}

/** A pair of arrays that replicate to each other. */
export interface Simulator extends AsyncDisposable {
  readonly a: SimulatedArray;
  readonly b: SimulatedArray;
  readonly clock: Clock;
  /** The link between A and B that replication and management use. */
  readonly link: { readonly up: boolean; cut(): void; heal(): void };
  readonly faults: Faults;
  /** What has happened, oldest first: at least the last 20,000 entries. */
  readonly journal: readonly JournalEntry[];
  /** The whole state, to be kept and loaded again. Login sessions are not in it, and neither is any other secret. */
  snapshot(): WorldSnapshot;
  /** @throws RangeError where the snapshot is of arrays of other releases. */
  load(snapshot: WorldSnapshot): void;
  /** Back to the beginning, faults included. Who is logged in stays so. */
  reset(): void;
  /** Stops listening, ends open connections, and resolves when both ports are free. */
  close(): Promise<void>;
}

const password = 'Password123!';

const defaultUsers: readonly User[] = [
  { username: 'admin', password, role: 'administrator' },
  { username: 'storage', password, role: 'storage operator' },
  { username: 'monitor', password, role: 'operator' },
];

/**
 * Starts two arrays in this process that replicate to each other and behave: sessions synchronize, fail over, lose each
 * other and recover.
 *
 * @throws RangeError for a release that the contract does not describe.
 * @throws InputError for other options that make no sense; the message names them.
 * @throws Error with `code` `EADDRINUSE` or `EACCES` when a port cannot be had.
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
  checkOptions(options);
  const {
    seed = 1,
    version = newestVersion,
    clock = 'real',
    transitions = 'timed',
    fast = false,
    tls = false,
  } = options;
  const arrays = { a: arrayOptions(options, 'a'), b: arrayOptions(options, 'b') };
  const contracts = fast ? undefined : await loadContracts(arrays);

  const engine = createEngine(
    {
      seed,
      now: clock === 'manual' ? manualStart : Date.now(),
      transitions,
      arrays: {
        a: { version: arrays.a.version ?? version, name: arrays.a.name },
        b: { version: arrays.b.version ?? version, name: arrays.b.name },
      },
      sessions: sessionSpecs(options.sessions ?? 0),
    },
    clock,
    // Not the time of day, which may jump.
    () => performance.now(),
  );
  const faults = createFaults(readFault);
  const begin = (): void => {
    for (const fault of options.faults ?? []) faults.add(fault);
  };
  begin();

  const closing = new AbortController();
  // Secrets are no part of the world: they are in no snapshot, and go on being good after a reset.
  const secrets = seededRandom(seed ^ 0x5eed);
  const logins = Object.fromEntries(
    (['a', 'b'] as const).map((site) => [
      site,
      createLoginSessions({
        users: arrays[site].users,
        idleTimeout: arrays[site].idleTimeout,
        // Nobody is idle for the time that a snapshot or a reset skips.
        now: () => engine.time.passed(),
        secret: () => secrets.secret(),
      }),
    ]),
  ) as Record<'a' | 'b', ReturnType<typeof createLoginSessions>>;
  // Those on which the API was asked last, and not the simulator itself: who switches an array off is told so.
  const connections = { a: new Set<Socket>(), b: new Set<Socket>() };
  const power = (site: 'a' | 'b', state: 'on' | 'off'): void => {
    setPower(engine.catchUp(), site, state);
    if (state === 'on') return;
    logins[site].endAll();
    for (const socket of connections[site]) reset(socket);
  };
  const startOver = (): void => {
    engine.reset();
    faults.reset();
    begin();
  };

  const urls = { a: '', b: '' };
  const control = createControl({ engine, faults, seed, urls: () => urls, setPower: power, reset: startOver });
  const start = async (site: 'a' | 'b') => {
    const { host, port } = arrays[site];
    const answer = createSimulatedArray({
      site,
      engine,
      sessions: logins[site],
      faults,
      contract: contracts?.[site],
      closing: closing.signal,
    });
    const { onExchange } = options;
    const api = createListener(answer, onExchange && ((exchange) => onExchange({ ...exchange, array: site })), (it) =>
      atRelease(arrayAt(engine.world, site).release, it),
    );
    const listening = await serve(
      (incoming, outgoing) => {
        const { socket, url } = incoming;
        if (url?.startsWith(controlPath)) {
          connections[site].delete(socket);
          return control(incoming, outgoing);
        }
        if (!connections[site].has(socket)) {
          connections[site].add(socket);
          socket.once('close', () => connections[site].delete(socket));
        }
        return api(incoming, outgoing);
      },
      { host, port, tls },
    );
    urls[site] = listening.url;
    return listening;
  };

  const a = await start('a');
  const b = await start('b').catch(async (error: unknown) => {
    await a.close();
    throw error;
  });
  const describe = (site: 'a' | 'b', { url, certificate, fingerprint }: Listening): SimulatedArray => {
    const { users, name } = arrays[site];
    const [first] = users;
    const shown = {
      url,
      ...(certificate !== undefined && { certificate }),
      ...(fingerprint !== undefined && { fingerprint }),
      username: first?.username ?? '',
      name,
      version: arrayAt(engine.world, site).release.version,
      get powered() {
        return arrayAt(engine.world, site).powered;
      },
      power: (state: 'on' | 'off') => power(site, state),
    };
    return withConcealed(shown, { password: first?.password ?? '', users });
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([a.close(), b.close()]);
  };

  return {
    a: describe('a', a),
    b: describe('b', b),
    clock: {
      get now() {
        return engine.catchUp().now;
      },
      speed: engine.time.speed,
      advance(milliseconds) {
        if (!v.is(durationSchema, milliseconds))
          throw new RangeError('time only passes forward: give a number of milliseconds from 0 to those of a century');
        engine.catchUp();
        engine.time.skip(milliseconds);
        engine.catchUp();
      },
    },
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
    snapshot: engine.snapshot,
    load: engine.load,
    reset: startOver,
    close,
    [Symbol.asyncDispose]: close,
  };
}

type ArraySettings = Required<Omit<SimulatorArrayOptions, 'version'>> & { version: string };

function arrayOptions({ arrays = {}, version = newestVersion }: SimulatorOptions, site: 'a' | 'b'): ArraySettings {
  const given = arrays[site] ?? {};
  return {
    name: `array-${site}`,
    host: '127.0.0.1',
    port: 0,
    users: defaultUsers,
    idleTimeout: 3600,
    ...given,
    version: releaseOf(given.version ?? version).version,
  };
}

/** Prism takes a second to load, which a simulator that does without need not wait for. */
async function loadContracts(arrays: Record<'a' | 'b', ArraySettings>): Promise<Record<'a' | 'b', Contract>> {
  const { createContract } = await import('../prism.js');
  const load = (release: Release): Promise<Contract> => createContract(release);
  return { a: await load(releaseOf(arrays.a.version)), b: await load(releaseOf(arrays.b.version)) };
}

const objectives = ['Five_Minutes', 'Fifteen_Minutes', 'Thirty_Minutes', 'One_Hour'] as const;

function sessionSpecs(sessions: number | readonly SessionSpec[]): readonly SessionSpec[] {
  if (typeof sessions !== 'number') return sessions;
  const further = Array.from({ length: sessions }, (_, index): SessionSpec => ({
    name: `volume-${String(index + 1).padStart(5, '0')}`,
    source: index % 2 === 0 ? 'a' : 'b',
    rpo: objectives[index % objectives.length] ?? 'Five_Minutes',
  }));
  return [...oneOfEachKind, ...further];
}
