import type { Site } from './site.js';

/** Something that happened, when and where. Holds no secret: no header, no body. */
export interface JournalEntry {
  /** As the arrays write it: `2026-01-01T00:00:00.000+00:00`. */
  readonly time: string;
  /** The array it happened on; absent for what concerns both. */
  readonly array?: Site;
  readonly kind: 'request' | 'state' | 'link' | 'power' | 'fault' | 'clock' | 'job';
  /** The replication session it is about: its id, and the name of what it replicates. */
  readonly session?: string;
  readonly resource?: string;
  /** What happened, in words: `OK → Synchronizing`. */
  readonly text: string;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  add(entry: JournalEntry): void;
  clear(): void;
}

/** How many entries are kept; the oldest go first. */
const capacity = 20_000;

export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  return {
    get entries() {
      return entries;
    },
    add(entry) {
      entries.push(entry);
      // In large steps, because each of them moves all the others.
      if (entries.length > 2 * capacity) entries = entries.slice(-capacity);
    },
    clear() {
      entries = [];
    },
  };
}
