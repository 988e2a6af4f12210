import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Random values from a seed. The same seed and the same calls give the same values. */
export interface Random {
  /** A whole number from `low` to `high`, including both. */
  between(low: number, high: number): number;
  /** An id in the form that arrays use: 8-4-4-4-12 hexadecimal digits. */
  id(): string;
  /** 32 hexadecimal digits, for a cookie or a token. */
  secret(): string;
  /** The state from which `randomFrom` continues. */
  state(): readonly number[];
}

export const seededRandom = (seed: number): Random => random(xoroshiro128plus(seed));

export const randomFrom = (state: readonly number[]): Random => random(xoroshiro128plusFromState(state));

function random(generator: ReturnType<typeof xoroshiro128plus>): Random {
  const between = (low: number, high: number): number => uniformInt(generator, low, high);
  const hex = (digits: number): string =>
    between(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0');
  return {
    between,
    // Version 4 and an RFC 4122 variant, as ids of block resources are.
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(between(0, 3))}${hex(3)}-${hex(4)}${hex(8)}`,
    secret: () => hex(8) + hex(8) + hex(8) + hex(8),
    state: () => generator.getState(),
  };
}
