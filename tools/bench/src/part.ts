import type { Verdict } from './verdict.js';

export type Progress = (text: string) => void;

/** What one part of the bench has found. */
export interface Findings {
  /** Everything that was measured. */
  report: unknown;
  /** The same for a person. */
  table: (colored: boolean) => string;
  verdicts: readonly Verdict[];
}

/** Measures something; a short run is rough. */
export type Part = (quick: boolean, progress: Progress) => Promise<Findings>;
