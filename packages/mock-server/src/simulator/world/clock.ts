// The time of both arrays: it passes by itself, faster or slower, or only when it is told to.
import * as v from 'valibot';
import { days, latestTime } from './time.js';

export type ClockMode = 'real' | 'manual' | { readonly speed: number };

/** The clock of a simulator. */
export interface Clock {
  /** Milliseconds since 1970, as the arrays have it. */
  readonly now: number;
  /** Simulated seconds per real second; 0 for a clock that stands still until it is advanced. */
  readonly speed: number;
  /**
   * Lets time pass: everything that is due by then happens, in order.
   *
   * @example
   * ```ts
   * sim.clock.advance(5 * 60_000); // five minutes
   * ```
   */
  advance(milliseconds: number): void;
}

/** Time that may pass at once, in milliseconds: up to a century, as beyond it nothing would ever end. */
export const advanceSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(36_525 * days));

/** Where a clock that is advanced by hand begins. */
export const manualStart = Date.UTC(2026, 0, 1);

export interface TimeSource {
  /** Milliseconds since 1970, as simulated. */
  now(): number;
  readonly speed: number;
  /** Jumps ahead by that many milliseconds. */
  skip(milliseconds: number): void;
  /** Goes on from this time. */
  set(time: number): void;
  /** Milliseconds that have passed, whatever the time was set to in between. */
  passed(): number;
}

/** Simulated time, from a real one that comes in. */
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
