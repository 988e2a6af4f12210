import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that a misspelt one most likely means; `undefined` where it is a different word.
 *
 * @example
 * ```ts
 * nearest('readonly', ['readOnly', 'retry']); // readOnly
 * nearest('colour', ['readOnly', 'retry']); // undefined
 * ```
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const folded = known.map((it) => it.toLowerCase());
  const found = closest(name.toLowerCase(), folded);
  // A name of one letter means nothing else.
  const limit = Math.min(Math.max(2, name.length / 3), name.length - 1);
  return distance(name.toLowerCase(), found) <= limit ? known[folded.indexOf(found)] : undefined;
}

/**
 * What to do about an unknown name: the name that it most likely means, or all that are known.
 *
 * @example
 * ```ts
 * remedyFor('readonly', ['readOnly', 'retry']); // Did you mean readOnly?
 * remedyFor('colour', ['readOnly', 'retry']); // Known are readOnly, retry.
 * ```
 */
export function remedyFor(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${meant}?`;
}
