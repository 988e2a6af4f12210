import type { Term } from './attribute.js';
import { badQuery } from './bad-query.js';

/** A value as it is compared: a number for numbers and times, text for text. */
export type Comparable = string | number | boolean;

/**
 * Reads the value of a filter as what the attribute holds.
 *
 * @throws HttpError with 400 where it cannot be one.
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
  if (type === 'date-time') return Date.parse(String(value));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return ignoreCase ? text.toLowerCase() : text;
}

/** Less than, equal, greater than, for two values of one attribute. */
export const compare = (a: Comparable, b: Comparable): number => (a === b ? 0 : a < b ? -1 : a > b ? 1 : 0);
