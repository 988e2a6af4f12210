import { type PairSession, pairSession, type Site } from './pair-session.js';
import type { Sides } from './side.js';

/**
 * Reads a session on both arrays, and its name. With `again` it reads some sides only, and no names: the others are as they
 * were read last.
 */
export async function readSides(
  both: Sides,
  id: string,
  signal?: AbortSignal,
  again?: { readonly sides: readonly Site[]; readonly last: PairSession },
): Promise<PairSession> {
  const one = (site: Site) =>
    again === undefined || again.sides.includes(site)
      ? both[site].read(id, signal, again?.last[site])
      : again.last[site];
  const [a, b] = await Promise.all([one('a'), one('b')]);
  return pairSession(id, a, b);
}
