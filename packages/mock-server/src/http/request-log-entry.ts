import type { Trouble } from './answer.js';

/** A request and its answer, for a log. It holds no header and no body, so no secret. */
export interface RequestLogEntry {
  method: string;
  /** Path and query, as the client sent them. */
  target: string;
  status: number;
  /** The network fault that hit the answer; absent if it arrived as it should. */
  trouble?: Trouble['kind'];
  /** Milliseconds from the request to its answer. */
  duration: number;
}
