import { isAtLeast } from '@powerstore-api/types';
import { many } from '../report/render/view.js';
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
  subject: Subject;
  /** Parts to write into the contract. The first is at the place of the difference; others are schemas that it references. */
  proposals?: Omit<Proposal, 'why'>[];
}

/** What a difference is about, the most important first: clients meet attributes and literals that the contract does not know. */
const subjects = ['unknown', 'type', 'missing', 'answer', 'release'] as const;
export type Subject = (typeof subjects)[number];

type NewDifference = Omit<DocumentDifference, 'times'>;

/** An error that our contract lists for an operation, and the other document does not. */
interface UnlistedError extends Places {
  operation: string;
  status: string;
}

/** A part that both documents may have, in each of them. */
export type Places = Pick<DocumentDifference, 'ours' | 'theirs'>;

/**
 * Kinds of marks that a document may leave out altogether. It then says nothing, and differs in nothing. `later` is no mark: a
 * document says nothing about what came after its own release.
 */
export type Mark = 'nullable' | 'added' | 'addedBesideReference' | 'addedInEnum' | 'later';

/** A comparison of two documents that is under way. */
export interface ComparisonContext {
  readonly ours: ApiDocument;
  readonly theirs: ApiDocument;
  /** The source that a proposal names: the other document. */
  readonly source: string;
  /** The release that the other document is of, where it says so. */
  readonly release: string | undefined;
  /**
   * Pairs of schemas that have been compared, or are being compared, with the release that added what is around them.
   * Where a pair is met again in something older, more of its releases count.
   */
  readonly comparedSchemas: Map<string, string>;
  readonly differences: DifferenceCollector;
}

/** Collects differences, each once. */
export class DifferenceCollector {
  readonly #found = new Map<string, DocumentDifference>();
  readonly #aboutMarks: Record<Mark, NewDifference[]> = {
    nullable: [],
    added: [],
    addedBesideReference: [],
    addedInEnum: [],
    later: [],
  };
  readonly #unlistedErrors: UnlistedError[] = [];
  readonly #marksInUse = new Set<Mark>();

  add(difference: NewDifference): void {
    const key = JSON.stringify([difference.ours, difference.message]);
    const known = this.#found.get(key);
    if (known) known.times += 1;
    else this.#found.set(key, { ...difference, times: 1 });
  }

  /** A difference that counts only where the other document has marks of this kind. */
  addAboutMark(mark: Mark, difference: NewDifference): void {
    this.#aboutMarks[mark].push(difference);
  }

  /** The other document has a mark of this kind. */
  seeMark(mark: Mark): void {
    this.#marksInUse.add(mark);
  }

  uses(mark: Mark): boolean {
    return this.#marksInUse.has(mark);
  }

  /** Whether differences are left out because the other document has no mark of this kind. */
  leavesOut(mark: Mark): boolean {
    return !this.uses(mark) && this.#aboutMarks[mark].length > 0;
  }

  /** Documents of arrays list few of the errors, so these differences become one. */
  addUnlistedError(error: UnlistedError): void {
    this.#unlistedErrors.push(error);
  }

  /** All differences; call it once, when everything has been compared. */
  finish(): DocumentDifference[] {
    for (const mark of this.#marksInUse) for (const difference of this.#aboutMarks[mark]) this.add(difference);
    this.#addUnlistedErrors();
    return [...this.#found.values()].toSorted(
      (one, other) => subjects.indexOf(one.subject) - subjects.indexOf(other.subject),
    );
  }

  #addUnlistedErrors(): void {
    const errors = this.#unlistedErrors;
    const [first] = errors;
    if (!first) return;
    if (errors.every(({ operation }) => operation === first.operation)) {
      for (const { operation, status, ours, theirs } of errors)
        this.add({ message: unlisted(operation, status), ours, theirs, subject: 'answer' });
      return;
    }
    const counts = new Map<string, number>();
    for (const { status } of errors) counts.set(status, (counts.get(status) ?? 0) + 1);
    const list = [...counts].toSorted().map(([status, count]) => `${status} of ${many(count, 'operation')}`);
    const message = `the document does not list ${many(errors.length, 'answer')} with an error: ${list.join(', ')}`;
    this.add({ message, ours: 'paths', theirs: 'paths', subject: 'answer' });
  }
}

/** Adds that the other document does not have a part, which came with a release. */
export function addMissing(
  { differences, release }: ComparisonContext,
  added: string,
  difference: Omit<NewDifference, 'subject'>,
): void {
  const missing = { ...difference, subject: 'missing' as const };
  if (release === undefined || isAtLeast(release, added)) differences.add(missing);
  else differences.addAboutMark('later', missing);
}

/** The statement about an answer that the other document does not list. */
export const unlisted = (operation: string, status: string): string =>
  `${operation} answers with ${status}; the document has no such answer`;

/** The release of everything that no mark says more about. */
export const firstRelease = '1.0.0.0';

/** `3.0` and `3.0.0.0` are the same. */
export const isSameRelease = (one: string, other: string): boolean => isAtLeast(one, other) && isAtLeast(other, one);

export const laterOf = (one: string, other: string): string => (isAtLeast(one, other) ? one : other);
