/**
 * Whether a release is a given one or a newer one. It compares the parts as numbers, and ignores a build number and a leading `v`,
 * which some tools write.
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
