import type { Check } from './checks/check.js';
import type { Permit } from './mode.js';
import { registerSuite } from './suite.js';
import { type ArrayTarget, toTargets } from './target.js';

/**
 * Registers the suite with vitest, for use in a test file of your own. Without a permit the arrays are only read; with one,
 * the sessions that are listed are put back as they were before, and vitest fails where that is not possible.
 *
 * @example
 * ```ts
 * // array-a.contract.test.ts
 * import { contractSuite } from '@powerstore-api/contract-tests';
 *
 * contractSuite({
 *   arrays: { a: { url: 'https://array-a.example.com', username: 'monitor', password } },
 *   releases: { a: '4.0.0.0' },
 * });
 * ```
 */
export function contractSuite({
  arrays,
  releases,
  permit,
  checks,
}: {
  arrays: { a: ArrayTarget; b?: ArrayTarget };
  releases: { a: string; b?: string };
  /**
   * What may be done to the arrays, and to which replication sessions: both keys are needed.
   * @default only reads
   */
  permit?: Permit & { sessions: readonly string[] };
  /** Checks of your own, made with `defineCheck`. */
  checks?: readonly Check[];
}): void {
  registerSuite({ targets: toTargets(arrays, { permit }), releases }, checks);
}
