import type { Term } from './attribute.js';
import { badQuery } from './bad-query.js';

/** A value, ready to compare: a number for numbers and times, text for text. */
export type Comparable = string | number | boolean;

/**
 * Reads the value in a filter as a value of the attribute.
 *
 * @throws HttpError with 400 if the attribute cannot have it.
 */
export function readValue({ name, type, ignoreCase, literals }: Term, text: string): Comparable {
  const wrong = (expected: string) => badQuery(`${name} is compared with "${text}", which is not ${expected}.`);
  switch (type) {
    case 'integer': {
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw wrong('a number');
      return Number(text);
    }
    case 'boolean': {
      if (!/^(true|false)$/i.test(text)) throw wrong('true or false');
      return text.toLowerCase() === 'true';
    }
    case 'date-time': {
      const time = Date.parse(text);
      if (Number.isNaN(time)) throw wrong('a time');
      return time;
    }
    case 'enum': {
      const literal = literals?.find((it) => it === text);
      if (literal === undefined) throw wrong(`a literal of its enum (${literals?.join(', ')})`);
      // The same string object as in the rows: comparing identical objects is fast.
      return literal;
    }
    default:
      return ignoreCase ? text.toLowerCase() : text;
  }
}

/** The value of a row, ready to compare; `null` if it has none. */
export function comparable({ type, ignoreCase }: Pick<Term, 'type' | 'ignoreCase'>, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  if (type === 'date-time') return Date.parse(String(value));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return ignoreCase ? text.toLowerCase() : text;
}

/** Negative, zero or positive, as one value of an attribute is less than, equal to or greater than another. */
export const compare = (a: Comparable, b: Comparable): number => (a === b ? 0 : a < b ? -1 : a > b ? 1 : 0);
