import type { JournalEntry } from '../simulator/world/journal.js';

/** A note of a scenario. */
export interface TimelineNote {
  readonly time: string;
  readonly kind: 'note';
  readonly text: string;
}

/** An entry of a timeline: one of the journal, or a note. */
export type TimelineEntry = JournalEntry | TimelineNote;
