import type { Acceptance } from '../report/acceptance.js';
import type { CheckListener, CheckRecord } from '../report/check-record.js';
import type { Connections } from '../array/connection.js';
import type { Targets } from '../array/target.js';
import type { NotRestored } from './run.js';

/** A run about to begin: its arrays are known, and answer. */
export interface Assignment {
  targets: Targets;
  releases: { a: string; b?: string | undefined };
  connections: Connections;
  /** Milliseconds after which no further check is begun. */
  budget?: number | undefined;
  /** Addresses of modules with checks of a team's own. */
  modules: readonly string[];
  /** Findings that are accepted. */
  accepted: readonly Acceptance[];
}

export interface ConductOptions {
  listener: CheckListener;
  /** Where lines go that tell whose array it is. */
  tell: (line: string) => void;
  signal?: AbortSignal | undefined;
}

export interface Conducted {
  records: readonly CheckRecord[];
  notRestored: readonly NotRestored[];
  /** Why the run was ended before its time. */
  interrupted?: string | undefined;
}

/**
 * Carries out the checks of a run, one after the other, and puts everything back: in this process, or as tests of vitest.
 *
 * @throws CannotRunError when there is nothing to give a verdict on.
 */
export type Conduct = (assignment: Assignment, options: ConductOptions) => Promise<Conducted>;
