export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent for `undefined`. */
  readonly body?: unknown;
  /** Something that goes wrong with the sending of it. */
  readonly trouble?: Trouble;
}

/** What a network does to an answer. */
export interface Trouble {
  /**
   * `reset`: the connection is reset before anything arrives; `stall`: nothing ever arrives; `cut`: the connection ends
   * half way through the body; `slow`: it arrives late.
   */
  readonly kind: 'reset' | 'stall' | 'cut' | 'slow';
  /** Milliseconds by which a slow answer is late. */
  readonly delay?: number;
}

const json = { 'content-type': 'application/json' };

export const jsonAnswer = (status: number, body: unknown): Answer => ({ status, headers: json, body });

export const emptyAnswer = (status: number): Answer => ({ status, headers: {} });
