import type { TestEnd } from '../test-end.js';

/** The time limit of a test: a day, so that it is none. Each request has a limit of its own. */
export const testLimitMs = 86_400_000;

/** Ends a test of vitest as its check ended. */
export function endTest(check: TestEnd, skip: (reason: string) => never): void {
  if (check.end === 'skipped') skip(check.reason);
  // A plain error: vitest prints all that an error holds, and the errors of the client hold answers of the array.
  if (check.end === 'failed') throw new Error(check.reasons.join('\n'));
}
