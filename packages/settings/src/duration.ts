import ms from 'ms';
import * as v from 'valibot';

/**
 * Milliseconds of a duration with its unit; `undefined` where the text is none. A number alone is none: nobody who writes `10`
 * means milliseconds.
 *
 * @example
 * ```ts
 * parseDuration('10m'); // 600000
 * parseDuration('10'); // undefined
 * ```
 */
export const parseDuration = (text: string): number | undefined =>
  /^[\d.]+\s*[a-z]+$/i.test(text) ? (ms(text as ms.StringValue) as number | undefined) : undefined;

const expected = 'a duration is a number with its unit, such as 30s, 10m or 1h';

/**
 * A duration as a file or a flag has it.
 *
 * @example
 * ```ts
 * v.parse(durationText, '30s'); // 30s
 * ```
 */
export const durationText = v.pipe(
  v.string(expected),
  v.check((it) => parseDuration(it) !== undefined, expected),
);

/**
 * A duration in a file or a flag, as milliseconds in code.
 *
 * @example
 * ```ts
 * v.parse(duration, '30s'); // 30000
 * ```
 */
export const duration = v.pipe(
  durationText,
  v.transform((it) => parseDuration(it) ?? 0),
);
