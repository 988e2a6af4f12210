import type { SentExchange } from './exchange.js';

/** Something that went wrong on the way to an answer, with the answer that shows it. */
export interface Mishap {
  kind: 'busy' | 'session-ended';
  exchange: SentExchange;
}
