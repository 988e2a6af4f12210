/**
 * Whether a release is a certain one or a newer one. Compares part by part, by number; a build number or a `v` in front, as some
 * tools write them, makes no difference.
 *
 * @example
 * ```ts
 * isAtLeast('4.0.0.0-2284811', '3.6'); // true
 * ```
 */
export function isAtLeast(release: string, needed: string): boolean {
  const have = partsOf(release);
  for (const [index, part] of partsOf(needed).entries()) {
    const own = have[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

const partsOf = (release: string): number[] => (/\d+(\.\d+)*/.exec(release)?.[0] ?? '0').split('.').map(Number);
