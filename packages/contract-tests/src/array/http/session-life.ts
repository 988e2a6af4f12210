// The life of a login session: how much it was used, and whether it ended because nobody used it.
import { type RowOf, rowsOf } from '../rows/rows.js';
import { arrayTime } from './array-time.js';
import type { Exchange } from './exchange.js';

export interface SessionLife {
  /** Notes an answer to the session. */
  note(exchange: Exchange): void;
  /**
   * Whether the array may refuse the session because nobody used it for its `idle_timeout`. Of a pair, one array waits while the
   * other one is asked.
   */
  wasIdle(refusal: Exchange): boolean;
  /** Whether it ended after so few answers that another login would be worth nothing. */
  readonly wasShort: boolean;
  readonly idleTimeoutMs: number;
}

/** A login session with more answers did end by itself, or a person ended it; the array does not end each of them. */
const enoughAnswers = 100;

/** Begins with the answer to the login. The array shows the `idle_timeout` only where it is selected, in a later answer perhaps. */
export function beginLife({ headers }: Exchange, before?: SessionLife): SessionLife {
  let usedAt = arrayTime(headers);
  let answers = 0;
  let { idleTimeoutMs } = before ?? { idleTimeoutMs: Infinity };
  return {
    note(exchange) {
      usedAt = arrayTime(exchange.headers);
      answers += 1;
      if (exchange.operationId !== 'login_session_collection_query') return;
      const [row]: RowOf<'login_session'>[] = rowsOf(exchange);
      const seconds = row?.idle_timeout;
      if (typeof seconds === 'number') idleTimeoutMs = seconds * 1000;
    },
    // `Date` leaves out parts of a second.
    wasIdle: (refusal) => arrayTime(refusal.headers) - usedAt >= idleTimeoutMs - 1000,
    get wasShort() {
      return answers < enoughAnswers;
    },
    get idleTimeoutMs() {
      return idleTimeoutMs;
    },
  };
}
