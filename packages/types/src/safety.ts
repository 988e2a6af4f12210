import type { Safety } from './tables.js';

/** From the least that an operation may do to the most. */
export const safetyLevels: readonly Safety[] = ['read-only', 'non-disruptive', 'disruptive'];

/**
 * Whether an operation of this safety may be sent where `limit` is the most that is allowed.
 *
 * @example
 * ```ts
 * isAtMost('non-disruptive', 'disruptive'); // true
 * isAtMost('non-disruptive', 'read-only'); // false
 * ```
 */
export const isAtMost = (safety: Safety, limit: Safety): boolean =>
  safetyLevels.indexOf(safety) <= safetyLevels.indexOf(limit);
