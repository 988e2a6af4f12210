let last = { time: Number.NaN, text: '' };

/** Milliseconds since 1970 as arrays write times: with the offset `+00:00`. Mostly it is asked for the same moment again. */
export function wireTime(time: number): string {
  if (time !== last.time) last = { time, text: flat(new Date(time).toISOString().slice(0, -1), '+00:00') };
  return last.text;
}

/** Joined and not added: V8 keeps a sum as its parts, which takes more memory and is slower to read. */
const flat = (...parts: string[]): string => parts.join('');

/** Simulated time does not go on after it: years have four digits. */
export const latestTime = Date.UTC(9999, 11, 31);

export const seconds = 1000;
export const minutes = 60 * seconds;
export const days = 24 * 60 * minutes;
