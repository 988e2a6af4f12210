import type { Site } from './site.js';

/** An event, with its time and place. It holds no header and no body, so no secret. */
export interface JournalEntry {
  /** The time, as the arrays write it: `2026-01-01T00:00:00.000+00:00`. */
  readonly time: string;
  /** The array; absent if the event concerns both. */
  readonly array?: Site;
  readonly kind: 'request' | 'state' | 'link' | 'power' | 'fault' | 'clock' | 'job';
  /** The id of the replication session. */
  readonly session?: string;
  /** The name of the resource that the session replicates. */
  readonly resource?: string;
  /** The event in words: `OK → Synchronizing`. */
  readonly text: string;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  add(entry: JournalEntry): void;
  clear(): void;
}

/** How many of the newest entries are kept at least. */
export const minKeptEntries = 20_000;

export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  return {
    get entries() {
      return entries;
    },
    add(entry) {
      entries.push(entry);
      // Rarely, because it copies all remaining entries.
      if (entries.length > 2 * minKeptEntries) entries = entries.slice(-minKeptEntries);
    },
    clear() {
      entries = [];
    },
  };
}
