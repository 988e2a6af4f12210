import { InputError } from '@powerstore-api/types';
import { shown } from './shown.js';

/** The longest a timer runs; beyond it, it fires at once (https://developer.mozilla.org/docs/Web/API/setTimeout). */
export const longestTimerMs = 2 ** 31 - 1;

/** Throws an {@link InputError} on anything but a number of milliseconds above 0. */
export function checkMilliseconds(name: string, value: number): void {
  check(name, value, value > 0, 'a number of milliseconds above 0');
}

/** Throws an {@link InputError} on a number of milliseconds that no timer can wait for. */
export function checkDuration(name: string, milliseconds: number): void {
  checkMilliseconds(name, milliseconds);
  check(name, milliseconds, milliseconds <= longestTimerMs, `at most ${longestTimerMs} (24 days)`);
}

/** Throws an {@link InputError} on a number below 0. */
export function checkNotNegative(name: string, value: number, unit = ''): void {
  check(name, value, value >= 0, `a number${unit}, 0 or more`);
}

/** Throws an {@link InputError} on anything but a whole number of a range, both ends included. */
export function checkWhole(name: string, value: number, least: number, most = Number.POSITIVE_INFINITY): void {
  const range = most === Number.POSITIVE_INFINITY ? `of ${least} or more` : `from ${least} to ${most}`;
  check(name, value, Number.isInteger(value) && value >= least && value <= most, `a whole number ${range}`);
}

/** Without types a text such as '30' can come here, which JavaScript compares as a number. */
function check(name: string, value: number, fits: boolean, wanted: string): void {
  if (typeof value !== 'number' || !fits) throw new InputError(`${name} must be ${wanted}, not ${shown(value)}`);
}
