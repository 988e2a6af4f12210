/** An answer, before it is written. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent for `undefined`. */
  readonly body?: unknown;
  /** A fault of the network that hits the answer. */
  readonly trouble?: Trouble;
}

/** A fault of the network. */
export interface Trouble {
  /**
   * `reset`: the connection is reset before the answer; `stall`: the answer never arrives; `cut`: the connection ends in the
   * middle of the body; `slow`: the answer arrives late.
   */
  readonly kind: 'reset' | 'stall' | 'cut' | 'slow';
  /** How late a slow answer is, in milliseconds. */
  readonly delay?: number;
}

const json = { 'content-type': 'application/json' };

export const jsonAnswer = (status: number, body: unknown): Answer => ({ status, headers: json, body });

export const emptyAnswer = (status: number): Answer => ({ status, headers: {} });
