/**
 * The values that a check compared. They go into the details of a run, a file for the person who starts it, and into no report.
 */
export interface Evidence {
  /** The value that the array had to send, or a text that says which would do. */
  expected: unknown;
  /** The value that it sent; `undefined` where it sent none. */
  actual: unknown;
  /** The row concerned, or the two. */
  rows?: readonly unknown[];
}

/** The request of a finding and its answer as a report may show them, and the command that sends the request again. */
export interface ShownEvidence {
  /** With placeholders for what tells whose array it is. */
  curl: string;
  /** The command sends a write, which the run has sent. */
  isWrite?: true;
  /** The body that was sent. */
  sent?: unknown;
  headers: Record<string, string>;
  /** The body of the answer; of a list, the rows concerned or the first ones. */
  body?: unknown;
}
