import type { AnswerHeaders } from '../http/wire.js';

/** An HTTP date (RFC 9110, section 5.6.7). `Date` reads other formats, too. */
const httpDate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

const timeOf = (header: string | null): number | undefined =>
  header !== null && httpDate.test(header) ? Date.parse(header) : undefined;

/**
 * Milliseconds to wait by `Retry-After`, which has seconds or an HTTP date (RFC 9110, section 10.2.3). A date is one of the clock of
 * the array, which `Date` tells. `undefined` if the header is missing or invalid.
 */
export function retryAfter(headers: AnswerHeaders): number | undefined {
  const header = headers.get('Retry-After');
  if (header !== null && /^\d{1,10}$/.test(header)) return Number(header) * 1000;
  const time = timeOf(header);
  return time === undefined ? undefined : Math.max(0, time - (timeOf(headers.get('Date')) ?? Date.now()));
}
