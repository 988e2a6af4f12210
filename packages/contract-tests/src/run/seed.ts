// The seed of a run decides which queries it asks.
import * as v from 'valibot';

/** A seed is a part of reports and command lines. */
export const seedOption = v.pipe(
  v.string('a seed is a text, such as 2026-11-28'),
  v.regex(/^[\w.-]{1,64}$/, 'a seed has 1 to 64 letters, digits, dots, underscores and hyphens, such as 2026-11-28'),
);

/** The day, by UTC: each day asks other queries. */
export const seedOfDay = (): string => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
