let last = { time: Number.NaN, text: '' };

/** Formats milliseconds since 1970 as arrays do: with the offset `+00:00`. Keeps the last result, which is often needed again. */
export function wireTime(time: number): string {
  if (time !== last.time) last = { time, text: flat(new Date(time).toISOString().slice(0, -1), '+00:00') };
  return last.text;
}

/** Joins texts. With `+`, V8 would keep the parts, which takes more memory and is slower to read. */
const flat = (...parts: string[]): string => parts.join('');

/** Simulated time stops here, because years have four digits. */
export const latestTime = Date.UTC(9999, 11, 31);

export const seconds = 1000;
export const minutes = 60 * seconds;
export const days = 24 * 60 * minutes;
