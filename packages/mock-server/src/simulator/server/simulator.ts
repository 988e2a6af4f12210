// What a simulator offers.
import type { User } from '../../layers/login-sessions.js';
import type { Clock } from '../world/clock.js';
import type { Faults } from '../faults/fault-plan.js';
import type { JournalEntry } from '../world/journal.js';
import type { SavedState } from '../start/saved-state.js';

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
  readonly release: string;
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
  save(): SavedState;
  /** @throws InputError where it is no such state, or of arrays of other releases. */
  load(state: SavedState): void;
  /** Back to the beginning, faults included. Who is logged in stays so. */
  reset(): void;
  /** Stops listening, ends open connections, and resolves when both ports are free. */
  close(): Promise<void>;
}
