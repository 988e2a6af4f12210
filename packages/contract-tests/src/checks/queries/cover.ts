// Few of many possible cases that have every wanted combination between them: a covering array, made greedily (AETG: Cohen,
// Dalal, Fredman and Patton, 1997). A query has several filters, each with an operator; the libraries for pairwise selection
// know factors with one value each.
import type { Random } from './random.js';

export interface Cover<Case, Combination> {
  /** The combinations to have, by a key. */
  wanted: ReadonlyMap<string, Combination>;
  /** A case with a combination in it, and the rest as it comes; nothing where there is none. */
  propose: (combination: Combination) => Case | undefined;
  /** The keys of all combinations that a case has. */
  keysOf: (proposed: Case) => Iterable<string>;
  random: Random;
}

/** Cases that are proposed for each one that is taken. */
const proposals = 25;

export function cover<Case, Combination>({ wanted, propose, keysOf, random }: Cover<Case, Combination>): Case[] {
  const open = new Map(wanted);
  const taken: Case[] = [];
  for (;;) {
    const [key, combination] = random.pick([...open]) ?? [];
    if (key === undefined || combination === undefined) return taken;
    let best: { proposed: Case; fresh: Set<string> } | undefined;
    for (let turn = 0; turn < proposals; turn += 1) {
      const proposed = propose(combination);
      if (proposed === undefined) continue;
      const fresh = new Set([...keysOf(proposed)].filter((it) => open.has(it)));
      if (fresh.size > (best?.fresh.size ?? 0)) best = { proposed, fresh };
    }
    if (best) taken.push(best.proposed);
    for (const it of best?.fresh ?? []) open.delete(it);
    open.delete(key);
  }
}
