/**
 * The suite in a test file of your own.
 *
 * @module
 */
import type { Check } from '../../checks/check.js';
import { connectTo, type Connections } from '../../array/connection.js';
import type { Permit } from '../../array/permit.js';
import { type ArrayTarget, type Pace, targetsOf, toTargets } from '../../array/target.js';
import { registerRun } from './register-run.js';

/**
 * Registers the suite with vitest, for use in a test file of your own. Without a permit the arrays are only read; with one,
 * the sessions that are listed are put back as they were before, and vitest fails where that is not possible.
 *
 * @example
 * ```ts
 * // array-a.contract.test.ts
 * import { contractSuite } from '@powerstore-api/contract-tests/vitest';
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
  pace,
  checks,
}: {
  arrays: { a: ArrayTarget; b?: ArrayTarget };
  releases: { a: string; b?: string };
  /**
   * What may be done to the arrays, and to which replication sessions: both keys are needed.
   * @default only reads
   */
  permit?: Permit & { sessions: readonly string[] };
  /**
   * @default two requests in a second, and 2000 rows of a collection
   */
  pace?: Partial<Pace>;
  /** Checks of your own, made with `defineCheck`. */
  checks?: readonly Check[];
}): void {
  const targets = toTargets(arrays, { permit, pace });
  const connections: Connections = {};
  for (const target of targetsOf(targets)) connections[target.site] = connectTo(target);
  registerRun({ targets, releases, connections }, checks);
}
