import { isAtLeast } from '@powerstore-api/types';
import type { ApiDocument } from './openapi.js';
import type { Proposal } from './proposals.js';

/** One way in which two documents differ. */
export interface DocumentDifference {
  message: string;
  /** Place in our contract. */
  ours: string;
  /** Place in the other document; where the part would be, when it is missing. */
  theirs: string;
  /** The number of places that it concerns. */
  times: number;
  proposal?: Omit<Proposal, 'why'>;
}

/** A part that both documents may have, in each of them. */
export type Places = Pick<DocumentDifference, 'ours' | 'theirs'>;

/** Kinds of marks that a document may leave out altogether. It then says nothing, and differs in nothing. */
export type Mark = 'nullable' | 'added';

/** A comparison of two documents that is under way. */
export interface ComparisonContext {
  readonly ours: ApiDocument;
  readonly theirs: ApiDocument;
  /** The source that a proposal names: the other document. */
  readonly source: string;
  /** Pairs of schemas that have been compared, or are being compared. */
  readonly comparedSchemas: Set<string>;
  readonly differences: DifferenceCollector;
}

/** Collects differences, each once. */
export class DifferenceCollector {
  readonly #found = new Map<string, DocumentDifference>();
  readonly #aboutMarks: Record<Mark, Omit<DocumentDifference, 'times'>[]> = { nullable: [], added: [] };
  readonly #marksInUse = new Set<Mark>();

  add(difference: Omit<DocumentDifference, 'times'>): void {
    const key = JSON.stringify([difference.ours, difference.message]);
    const known = this.#found.get(key);
    if (known) known.times += 1;
    else this.#found.set(key, { ...difference, times: 1 });
  }

  /** A difference that counts only where the other document has marks of this kind. */
  addAboutMark(mark: Mark, difference: Omit<DocumentDifference, 'times'>): void {
    this.#aboutMarks[mark].push(difference);
  }

  /** The other document has a mark of this kind. */
  seeMark(mark: Mark): void {
    this.#marksInUse.add(mark);
  }

  uses(mark: Mark): boolean {
    return this.#marksInUse.has(mark);
  }

  /** All differences; call it once, when everything has been compared. */
  finish(): DocumentDifference[] {
    for (const mark of this.#marksInUse) for (const difference of this.#aboutMarks[mark]) this.add(difference);
    return [...this.#found.values()];
  }
}

/** The release of everything that no mark says more about. */
export const firstRelease = '1.0.0.0';

/** `3.0` and `3.0.0.0` are the same. */
export const isSameRelease = (one: string, other: string): boolean => isAtLeast(one, other) && isAtLeast(other, one);
