import ms from 'ms';

/** Milliseconds of a duration with its unit, such as `10m`; nothing where it is none. */
export function durationOf(text: string): number | undefined {
  // A number alone would be milliseconds to `ms`, which is not what anybody means.
  if (!/^[\d.]+\s*[a-z]+$/i.test(text)) return undefined;
  const found = ms(text as ms.StringValue) as number | undefined;
  return found !== undefined && found > 0 ? found : undefined;
}
