import type { ArraySession } from './array-session.js';
import type { Target } from './target.js';

/** An array that is checked, and how to ask it. */
export interface ArrayUnderTest {
  readonly target: Target;
  /** The release the array runs, such as `4.0.0.0`. */
  readonly release: string;
  readonly arraySession: ArraySession;
}
