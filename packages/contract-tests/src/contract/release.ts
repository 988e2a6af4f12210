/** Whether something that came with release `added` is there in `release`. Releases are compared part by part. */
export function existsIn(release: string, added: string): boolean {
  const [ours, theirs] = [parts(release), parts(added)];
  for (const [index, part] of theirs.entries()) {
    const difference = (ours[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The release that knows less. */
export const olderOf = (one: string, other: string): string => (existsIn(one, other) ? other : one);

const parts = (release: string): number[] => release.split('.').map(Number);
