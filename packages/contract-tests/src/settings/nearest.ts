import { closest, distance } from 'fastest-levenshtein';

/** What was most likely meant, where a typing error is likely; nothing where it is another word. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const found = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), found.toLowerCase()) <= Math.max(2, word.length / 3) ? found : undefined;
}
