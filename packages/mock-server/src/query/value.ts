import { badQuery, type Term } from './attribute.js';

/** A value as it is compared: a number for numbers and times, text for text. */
export type Comparable = string | number | boolean;

/**
 * Reads the value of a filter as what the attribute holds.
 *
 * @throws Refusal with 400 where it cannot be one.
 */
export function readValue({ name, type, ignoreCase, literals }: Term, text: string): Comparable {
  const wrong = (expected: string) => badQuery(`${name} is compared with "${text}", which is no ${expected}.`);
  switch (type) {
    case 'integer': {
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw wrong('number');
      return Number(text);
    }
    case 'boolean': {
      if (!/^(true|false)$/i.test(text)) throw wrong('truth value');
      return text.toLowerCase() === 'true';
    }
    case 'date-time': {
      const time = Date.parse(text);
      if (Number.isNaN(time)) throw wrong('time');
      return time;
    }
    case 'enum': {
      const literal = literals?.find((it) => it === text);
      if (literal === undefined) throw wrong(`literal of its enum (${literals?.join(', ')})`);
      // The very string that is in the rows: it is compared without a look at its letters.
      return literal;
    }
    default:
      return ignoreCase ? text.toLowerCase() : text;
  }
}

/** The value of a row as it is compared; `null` where there is none. */
export function comparable({ type, ignoreCase }: Pick<Term, 'type' | 'ignoreCase'>, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  if (type === 'date-time') return timeOf(String(value));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return ignoreCase ? text.toLowerCase() : text;
}

/** A day, as the number its digits write, and when it begins. */
let day = { digits: Number.NaN, start: Number.NaN };

/**
 * Milliseconds since 1970. A large collection is full of times as arrays write them, `2026-01-01T00:00:00.000+00:00`, few
 * of them of different days: these are read by their digits, and everything else by `Date`, which takes its time.
 */
function timeOf(text: string): number {
  if (text.length !== 29 || !text.endsWith('+00:00') || text.charCodeAt(10) !== letterT) return Date.parse(text);
  const digits = numberAt(text, 0, 4) * 10_000 + numberAt(text, 5, 2) * 100 + numberAt(text, 8, 2);
  if (digits !== day.digits) day = { digits, start: Date.parse(`${text.slice(0, 10)}T00:00:00.000+00:00`) };
  const [hour, minute, second] = [numberAt(text, 11, 2), numberAt(text, 14, 2), numberAt(text, 17, 2)];
  const time = day.start + ((hour * 60 + minute) * 60 + second) * 1000 + numberAt(text, 20, 3);
  // What does not exist, as 25:00, and what is no digit, is for `Date` to judge.
  return hour < 24 && minute < 60 && second < 60 && !Number.isNaN(time) ? time : Date.parse(text);
}

const letterT = 84;

/** The number that so many digits write. */
function numberAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let index = start; index < start + length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Less than, equal, greater than, for two values of one attribute. */
export const compare = (a: Comparable, b: Comparable): number => (a === b ? 0 : a < b ? -1 : a > b ? 1 : 0);
