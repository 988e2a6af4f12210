/** Something that has to be reached. */
export interface Verdict {
  what: string;
  /** A measured value, and its target. */
  measured: number;
  atLeast?: number;
  below?: number;
  atMost?: number;
  met: boolean;
}

export const atLeast = (what: string, least: number, measured: number): Verdict => ({
  what,
  measured,
  atLeast: least,
  met: measured >= least,
});

export const atMost = (what: string, most: number, measured: number): Verdict => ({
  what,
  measured,
  atMost: most,
  met: measured <= most,
});

export const below = (what: string, most: number, measured = Number.NaN): Verdict => ({
  what,
  measured,
  below: most,
  met: measured < most,
});
