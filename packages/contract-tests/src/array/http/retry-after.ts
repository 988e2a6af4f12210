import { arrayTime } from './array-time.js';
import type { Answer } from './exchange.js';

/** Milliseconds that the suite waits for a busy array at most. An array that asks for more has answered. */
const longestPauseMs = 60_000;

/**
 * Milliseconds to wait before a busy array (503) is asked again, by its `Retry-After`: seconds, or a date by the clock of the array
 * (RFC 9110, section 10.2.3). `undefined` where it does not say, or asks for too long.
 */
export function pauseOf({ status, headers }: Pick<Answer, 'status' | 'headers'>): number | undefined {
  const asked = headers.get('retry-after');
  if (status !== 503 || asked === null) return undefined;
  const pauseMs = /^\d+$/.test(asked) ? Number(asked) * 1000 : Math.max(0, Date.parse(asked) - arrayTime(headers));
  return pauseMs <= longestPauseMs ? pauseMs : undefined;
}
