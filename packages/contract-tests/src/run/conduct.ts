import type { TestEnd } from './test-end.js';

/** A check that a run is going to carry out, in words. */
export interface PlannedCheck {
  /** The group of checks, and the array where there are two. */
  group: string;
  name: string;
}

/**
 * Goes through the checks in order, one at a time, and carries out each by its position. A check never rejects. The signal
 * stops it before the next check.
 */
export type Conduct = (
  checks: readonly PlannedCheck[],
  carryOut: (position: number) => Promise<TestEnd>,
  signal?: AbortSignal,
) => Promise<void>;

/** Goes through the checks without a test runner. */
export const inOrder: Conduct = async (checks, carryOut, signal) => {
  for (const position of checks.keys()) {
    if (signal?.aborted) return;
    await carryOut(position);
  }
};
