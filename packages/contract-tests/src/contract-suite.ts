import type { Check } from './checks/check.js';
import { registerSuite } from './suite.js';
import { type ArrayTarget, toTargets } from './target.js';

/**
 * Registers the suite with vitest, for use in a test file of your own. The arrays are only read.
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
  checks,
}: {
  arrays: { a: ArrayTarget; b?: ArrayTarget };
  releases: { a: string; b?: string };
  /** Checks of your own, made with `defineCheck`. */
  checks?: readonly Check[];
}): void {
  registerSuite({ targets: toTargets(arrays), releases }, checks);
}
