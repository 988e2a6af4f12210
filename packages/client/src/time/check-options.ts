/** Throws a `RangeError` on an option that is not a number above 0. */
export function checkPositive(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value > 0)) throw new RangeError(`${name} has to be a number above 0, not ${String(value)}`);
  }
}
