// Times as the documents define them: RFC 3339, section 5.6.

const rfc3339 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;

/** The seconds from 1970 to a time; `undefined` where the text is no time by RFC 3339. */
export function secondsOf(text: string): number | undefined {
  const [, date, minutes = '', seconds, fraction = '0', offset = ''] = rfc3339.exec(text) ?? [];
  if (date === undefined) return undefined;
  // JavaScript has no leap seconds, reads 30 February as 2 March, and reads 24:00 as the next day.
  const isLeap = seconds === '60';
  const day = Date.parse(`${date}T00:00:00Z`);
  const time = Date.parse(`${date}T${minutes}:${isLeap ? '59' : seconds}${offset.toUpperCase()}`);
  if (Number.isNaN(day) || Number.isNaN(time) || minutes.startsWith('24')) return undefined;
  if (!new Date(day).toISOString().startsWith(date)) return undefined;
  const second = time / 1000;
  // A leap second is the last one of a day in UTC.
  if (isLeap && (second + 1) % 86_400 !== 0) return undefined;
  return second + (isLeap ? 1 : 0) + Number(`0.${fraction}`);
}

export const isTime = (text: string): boolean => secondsOf(text) !== undefined;

/** Whether a time is finer than the microsecond to which {@link secondsOf} is exact. */
export const isTooFine = (text: string): boolean => /\.\d{6}\d*[1-9]/.test(text);
