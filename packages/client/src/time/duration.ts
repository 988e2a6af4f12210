/** The longest a timer runs; beyond it, it fires at once (https://developer.mozilla.org/docs/Web/API/setTimeout). */
const LONGEST = 2 ** 31 - 1;

/** Throws a `RangeError` on what is no number of milliseconds that one can wait for. */
export function checkDuration(name: string, milliseconds: number): void {
  if (!(milliseconds > 0 && milliseconds <= LONGEST)) {
    throw new RangeError(
      `${name} has to be a number of milliseconds above 0, of 24 days at most, not ${String(milliseconds)}`,
    );
  }
}

/** Milliseconds for people. */
export const inSeconds = (milliseconds: number): string => `${Number((milliseconds / 1000).toPrecision(3))} s`;
