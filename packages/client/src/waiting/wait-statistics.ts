import type { Reading } from './poll.js';

/** The readings of a wait, counted. */
export interface WaitStatistics<T> {
  count(reading: Reading<T>): void;
  /** The fields that all `WaitError`s have. */
  outcome(): {
    readonly elapsed: number;
    readonly seen: Readonly<Record<string, number>>;
    readonly failures: number;
    readonly cause: unknown;
  };
  /** The same for people. */
  summary(): string;
}

export function createWaitStatistics<T>(stateOf: (value: T) => string): WaitStatistics<T> {
  const began = performance.now();
  const seen: Record<string, number> = {};
  let failures = 0;
  /** The error of the last reading, if it failed. */
  let cause: unknown;
  return {
    count({ value, failure }) {
      cause = failure;
      if (value === undefined) {
        failures += 1;
        return;
      }
      const state = stateOf(value);
      seen[state] = (seen[state] ?? 0) + 1;
    },
    outcome: () => ({ elapsed: performance.now() - began, seen: { ...seen }, failures, cause }),
    summary() {
      const states = Object.entries(seen).map(([state, times]) => `${state} (${times}×)`);
      const read = states.length === 0 ? 'it could not be read' : `it was read as ${states.join(', ')}`;
      const failed = failures === 0 ? '' : `, and ${failures} reads failed`;
      return `${read}${failed}${cause instanceof Error ? `, the last one with: ${cause.message}` : ''}`;
    },
  };
}
