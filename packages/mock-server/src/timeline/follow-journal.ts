import type { JournalEntry } from '../simulator/world/journal.js';

/** Returns what gives, each time it is called, the entries of the journal that have come since the time before. */
export function followJournal(simulator: { readonly journal: readonly JournalEntry[] }): () => readonly JournalEntry[] {
  let last: JournalEntry | undefined;
  return () => {
    const { journal } = simulator;
    // From the end: the journal drops its oldest entries now and then, and all of them when the simulator is reset.
    const seen = last === undefined ? -1 : journal.lastIndexOf(last);
    last = journal.at(-1);
    return journal.slice(seen + 1);
  };
}
