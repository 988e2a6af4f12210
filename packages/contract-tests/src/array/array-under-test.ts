import type { Probe } from './array-session.js';
import type { Target } from './target.js';

/** An array that is checked, and how to ask it. */
export interface Examinee {
  readonly target: Target;
  /** The release the array runs, such as `4.0.0.0`. */
  readonly release: string;
  readonly probe: Probe;
}
