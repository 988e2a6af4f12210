// The time of both arrays. It passes by itself, at any speed, or only by calls.
import * as v from 'valibot';
import { days, latestTime } from './time.js';

/**
 * `real` is real time, `{ speed: 60 }` sixty times as fast, up to a million; with `manual` only `clock.advance()` lets time pass.
 */
export type ClockMode = 'real' | 'manual' | { readonly speed: number };

/** The clock of a simulator. */
export interface Clock {
  /** The time of both arrays, in milliseconds since 1970. */
  readonly now: number;
  /** Simulated seconds per real second; 0 for a clock that only `advance` moves. */
  readonly speed: number;
  /**
   * Lets time pass. Carries out everything that becomes due, in order.
   *
   * @throws InputError for a number that is negative or more than a century.
   *
   * @example
   * ```ts
   * sim.clock.advance(5 * 60_000); // five minutes
   * ```
   */
  advance(milliseconds: number): void;
}

/** Simulated seconds per real second, at most: the years of four digits last more than two days. */
export const fastestSpeed = 1_000_000;

/** Milliseconds that can pass at once: up to a century. */
const longestAdvanceMs = 36_525 * days;

const advanceProblem = ({ received }: v.BaseIssue<unknown>): string =>
  `advance takes 0 to ${longestAdvanceMs} milliseconds (a century); it got ${received}.`;

export const advanceSchema = v.pipe(
  v.number(advanceProblem),
  v.minValue(0, advanceProblem),
  v.maxValue(longestAdvanceMs, advanceProblem),
);

/** The time at which a manual clock starts. */
export const manualStart = Date.UTC(2026, 0, 1);

export interface TimeSource {
  /** Simulated time, in milliseconds since 1970. */
  now(): number;
  readonly speed: number;
  /** Skips this many milliseconds. */
  skip(milliseconds: number): void;
  /** Continues from this time. */
  set(time: number): void;
  /** Milliseconds that have passed since the start, without the jumps of `set`. */
  passed(): number;
}

/** Creates simulated time. `real` returns the real time in milliseconds. */
export function createTimeSource(mode: ClockMode, start: number, real: () => number): TimeSource {
  const speed = mode === 'manual' ? 0 : mode === 'real' ? 1 : mode.speed;
  let base = start;
  let since = real();
  let jumped = start;
  const now = (): number => Math.min(latestTime, base + (speed === 0 ? 0 : Math.floor((real() - since) * speed)));
  return {
    now,
    passed: () => now() - jumped,
    speed,
    skip(milliseconds) {
      base += milliseconds;
    },
    set(time) {
      jumped += time - now();
      base = time;
      since = real();
    },
  };
}
