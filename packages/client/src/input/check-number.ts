import { InputError } from '@powerstore-api/types';

/** The longest a timer runs; beyond it, it fires at once (https://developer.mozilla.org/docs/Web/API/setTimeout). */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Throws an {@link InputError} on an option that is not a number above 0. */
export function checkPositive(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) check(name, value, value > 0, 'a number above 0');
}

/** Throws an {@link InputError} on a number below 0. */
export function checkNotNegative(name: string, value: number): void {
  check(name, value, value >= 0, '0 or more');
}

/** Throws an {@link InputError} on anything but a whole number of a range, both ends included. */
export function checkWhole(name: string, value: number, least: number, most = Number.POSITIVE_INFINITY): void {
  const range = most === Number.POSITIVE_INFINITY ? `of ${least} or more` : `from ${least} to ${most}`;
  check(name, value, Number.isInteger(value) && value >= least && value <= most, `a whole number ${range}`);
}

/** Throws an {@link InputError} on a number of milliseconds that no timer can wait for. */
export function checkDuration(name: string, milliseconds: number): void {
  const fits = milliseconds > 0 && milliseconds <= LONGEST_TIMER_MS;
  check(name, milliseconds, fits, 'a number of milliseconds above 0, 24 days at most');
}

function check(name: string, value: number, fits: boolean, wanted: string): void {
  if (!fits) throw new InputError(`${name} must be ${wanted}, not ${String(value)}`);
}
