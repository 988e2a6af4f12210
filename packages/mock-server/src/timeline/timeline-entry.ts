import type { JournalEntry } from '../simulator/world/journal.js';

/** Something somebody wanted to say. */
export interface TimelineNote {
  readonly time: string;
  readonly kind: 'note';
  readonly text: string;
}

/** What a timeline is made of: entries of a journal, and notes. */
export type TimelineEntry = JournalEntry | TimelineNote;
