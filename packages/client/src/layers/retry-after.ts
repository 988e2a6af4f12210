/** An HTTP date (RFC 9110, section 5.6.7). `Date` reads other formats, too. */
const httpDate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Milliseconds to wait by `Retry-After`, which has seconds or an HTTP date (RFC 9110, section 10.2.3). `undefined` if the
 * header is missing or invalid.
 */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,10}$/.test(header)) return Number(header) * 1000;
  return httpDate.test(header) ? Math.max(0, Date.parse(header) - now) : undefined;
}
