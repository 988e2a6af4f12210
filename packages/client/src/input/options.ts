// The pieces of the schemas of options. Each call checks its options first: a misspelt `readOnly` would be no option at all.
import * as v from 'valibot';

/**
 * The schema of the options of a call. Every field of the interface has its schema, or it does not compile.
 */
export const schemaOf = <T>(fields: { readonly [Name in keyof Required<T>]: v.GenericSchema }): v.GenericSchema =>
  v.strictObject(fields);

/** A value that fits; `words` follow "must be". */
export const fitting = (fits: (value: unknown) => boolean, words: string): v.GenericSchema =>
  v.custom(fits, `must be ${words}`);

/** The same for an option that may be left out. */
export const optional = (fits: (value: unknown) => boolean, words: string): v.GenericSchema =>
  v.optional(fitting(fits, words));

/** Without types a text such as '30' can come here, which JavaScript compares as a number. */
const isNumber = (value: unknown, least: number): value is number => typeof value === 'number' && value >= least;

/** The longest a timer runs; beyond it, it fires at once (https://developer.mozilla.org/docs/Web/API/setTimeout). */
export const longestTimerMs = 2 ** 31 - 1;

const isDuration = (value: unknown): boolean => isNumber(value, Number.MIN_VALUE) && value <= longestTimerMs;
const durationWords = `a number of milliseconds above 0, and at most ${longestTimerMs} (24 days)`;

/** Milliseconds that a timer can wait for. */
export const duration = optional(isDuration, durationWords);
export const requiredDuration = fitting(isDuration, durationWords);

export const milliseconds = optional((it) => isNumber(it, Number.MIN_VALUE), 'a number of milliseconds above 0');
export const notNegative = optional((it) => isNumber(it, 0), 'a number, 0 or more');

/** A whole number of a range, both ends included. */
export const whole = (least: number, most = Number.POSITIVE_INFINITY): v.GenericSchema =>
  optional(
    (it) => isNumber(it, least) && it <= most && Number.isInteger(it),
    most === Number.POSITIVE_INFINITY
      ? `a whole number of ${least} or more`
      : `a whole number from ${least} to ${most}`,
  );

export const flag = optional((it) => typeof it === 'boolean', 'true or false');
export const callback = optional(isFunction, 'a function');
export const text = optional((it) => typeof it === 'string', 'a text');
export const textOrList = optional((it) => typeof it === 'string' || Array.isArray(it), 'a text or a list');

export function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An object without a class, which has all of its fields itself: JSON and `Object.entries` see no others. */
export function isPlain(value: unknown): value is object {
  const parent: unknown = isObject(value) ? Object.getPrototypeOf(value) : undefined;
  return parent === null || (isObject(parent) && Object.getPrototypeOf(parent) === null);
}

export const object = optional(isObject, 'an object');
export const anything = v.optional(v.unknown());

/** By its parts: a process can have the class of several platforms. */
export const signal = optional((it) => isObject(it) && 'aborted' in it && 'addEventListener' in it, 'an AbortSignal');

/** The options of a call that takes nothing but a signal. */
export const onlySignal = schemaOf<{ signal: AbortSignal }>({ signal });
