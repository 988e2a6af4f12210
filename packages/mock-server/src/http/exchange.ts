import type { Trouble } from './answer.js';

/** One request and its answer, for a log. */
export interface Exchange {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  status: number;
  /** What happened to the connection on purpose: the answer did not arrive as it should have. */
  trouble?: Trouble['kind'];
  /** Milliseconds until the answer was written. */
  duration: number;
}
