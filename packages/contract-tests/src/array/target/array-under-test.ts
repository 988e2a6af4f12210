import type { ArraySession } from '../http/array-session.js';
import type { Target } from './target.js';

/** An array that is checked, and the login session to ask it in. */
export interface ArrayUnderTest {
  readonly target: Target;
  /** The release the array runs, such as `4.0.0.0`. */
  readonly release: string;
  readonly arraySession: ArraySession;
}
