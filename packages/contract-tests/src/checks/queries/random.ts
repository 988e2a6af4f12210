// Choices that a seed decides: the same seed and the same rows give the same queries.
import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** A whole number from `low` to `high`, including both. */
  between(low: number, high: number): number;
  /** One of several; nothing where there is none. */
  pick<T>(all: readonly T[]): T | undefined;
  /** So many of several, in an order of their own. */
  some<T>(all: readonly T[], count: number): T[];
}

/** The choices for one purpose, such as the queries of a resource: those of another one do not change them. */
export function randomOf(seed: string, purpose: string): Random {
  const start = createHash('sha256').update(`${seed} ${purpose}`).digest().readInt32BE();
  const generator = xoroshiro128plus(start);
  const between = (low: number, high: number): number => uniformInt(generator, low, high);
  const pick = <T>(all: readonly T[]): T | undefined =>
    all.length === 0 ? undefined : all[between(0, all.length - 1)];
  const some = <T>(all: readonly T[], count: number): T[] => {
    const rest = [...all];
    return Array.from({ length: Math.min(count, rest.length) }, () =>
      rest.splice(between(0, rest.length - 1), 1),
    ).flat();
  };
  return { between, pick, some };
}
