import type { JournalEntry } from '../simulator/world/journal.js';

/** Returns a function that returns the entries of the journal which are new since its last call. */
export function followJournal(simulator: { readonly journal: readonly JournalEntry[] }): () => readonly JournalEntry[] {
  let last: JournalEntry | undefined;
  return () => {
    const { journal } = simulator;
    // Search from the end, because the journal drops old entries from time to time, and all of them on a reset.
    const seen = last === undefined ? -1 : journal.lastIndexOf(last);
    last = journal.at(-1);
    return journal.slice(seen + 1);
  };
}
