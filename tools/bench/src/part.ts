import type { Verdict } from './verdict.js';

export type Progress = (text: string) => void;

/** The results of one part of the bench. */
export interface Findings {
  /** Everything that was measured. */
  report: unknown;
  /** The same for a person. */
  table: (colored: boolean) => string;
  verdicts: readonly Verdict[];
}

/** Measures something; a short run is rough. */
export type Part = (quick: boolean, progress: Progress) => Promise<Findings>;
