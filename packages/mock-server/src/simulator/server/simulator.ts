// What a simulator is asked to be like, and what it offers.
import type { Certificate } from '../../http/certificate.js';
import type { Exchange } from '../../http/listener.js';
import type { User } from '../../layers/login-sessions.js';
import type { Clock, ClockMode } from '../world/clock.js';
import type { Fault, Faults } from '../faults/faults.js';
import type { JournalEntry } from '../world/journal.js';
import type { SessionSpec } from '../start/initial-world.js';
import type { Recording } from '../start/recording.js';
import type { WorldSnapshot } from '../start/saved-state.js';
import type { Transitions } from '../world/world.js';

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
  /** What was recorded of arrays, to begin with in place of `sessions`; it says which releases they are of. */
  recording?: Recording;
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
   * Switches the array off, and resolves when every connection to it has ended; or on again, as it was, but nobody is
   * logged in.
   *
   * @example
   * ```ts
   * await sim.a.power('off');
   * ```
   */
  power(state: 'on' | 'off'): Promise<void>;
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
