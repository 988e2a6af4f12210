// The public interface of a simulator.
import type { User } from '../../layers/login-sessions.js';
import type { Clock } from '../world/clock.js';
import type { Faults } from '../faults/fault-plan.js';
import type { JournalEntry } from '../world/journal.js';
import type { SavedState } from '../start/saved-state.js';

/** One array of the pair. */
export interface SimulatedArray {
  /** Origin for a client to connect to, such as `http://127.0.0.1:41234`. The API is below `/api/rest`. */
  readonly url: string;
  /** User name of the first of `users`. */
  readonly username: string;
  /** Password of the first of `users`. Not shown by `inspect()` and `JSON.stringify()`. */
  readonly password: string;
  /** The users who may log in. Not shown by `inspect()` and `JSON.stringify()`. */
  readonly users: readonly User[];
  /** With HTTPS: the certificate in PEM format, for a client to trust as a CA. */
  readonly certificate?: string;
  /** With HTTPS: the SHA-256 fingerprint of the certificate, as `AA:BB:…`. */
  readonly fingerprint?: string;
  /** Name of the cluster. */
  readonly name: string;
  /** Release in four parts, such as `4.4.0.0`. */
  readonly release: string;
  /** Whether the array is on. */
  readonly powered: boolean;
  /**
   * Switches the array on or off. Switching it off ends every login session, and resolves when every connection to it has
   * ended.
   *
   * @example
   * ```ts
   * await sim.a.power('off');
   * ```
   */
  power(state: 'on' | 'off'): Promise<void>;
}

/** The link between two arrays. */
export interface Link {
  /** Whether the arrays reach each other. */
  readonly up: boolean;
  /** `degraded` if they reach each other by a part of the connections only. */
  readonly state: 'up' | 'degraded' | 'down';
  /** Cuts all connections. */
  cut(): void;
  /**
   * Cuts a part of the connections: sessions go on, and show `Partial_Data_Connection_Loss`.
   *
   * @example
   * ```ts
   * sim.link.degrade();
   * console.log(sim.link.up, sim.link.state); // true degraded
   * ```
   */
  degrade(): void;
  /** Restores all connections. */
  heal(): void;
}

/** A pair of arrays that replicate to each other. */
export interface Simulator extends AsyncDisposable {
  readonly a: SimulatedArray;
  readonly b: SimulatedArray;
  /** The clock of both arrays. */
  readonly clock: Clock;
  /** The link between A and B, for replication and management. */
  readonly link: Link;
  /** The faults that hit requests on purpose. */
  readonly faults: Faults;
  /** The events of both arrays, oldest first: at least the last 20,000. */
  readonly journal: readonly JournalEntry[];
  /**
   * Returns the whole state, for `load`. It holds no login session and no other secret.
   *
   * @example
   * ```ts
   * const before = sim.save();
   * sim.link.cut();
   * sim.load(before); // the link is up
   * ```
   */
  save(): SavedState;
  /**
   * Goes back to a saved state. Login sessions stay.
   *
   * @throws InputError if it is not a saved state, or the state of arrays of other releases.
   */
  load(state: SavedState): void;
  /** Goes back to the initial state and the initial faults. Login sessions stay. */
  reset(): void;
  /** Stops listening and ends open connections. Resolves when both ports are free. */
  close(): Promise<void>;
}
