import { advanceTo } from '../replication/advance.js';
import { createWorld, type WorldOptions } from './initial-world.js';
import { loadWorld, type SavedState, saveWorld } from './saved-state.js';
import { type ClockMode, createTimeSource, type TimeSource } from '../world/clock.js';
import type { World } from '../world/world.js';

/** The current world, and its time. */
export interface Engine {
  readonly world: World;
  readonly time: TimeSource;
  /** Carries out everything that is due by now. */
  catchUp(): World;
  save(): SavedState;
  load(state: SavedState): void;
  reset(): void;
}

/** Creates a world with a clock. `real` returns the real time in milliseconds. */
export function createEngine(options: WorldOptions, clock: ClockMode, real: () => number): Engine {
  const time = createTimeSource(clock, options.now, real);
  let world = createWorld(options);
  const catchUp = (): World => {
    advanceTo(world, time.now());
    return world;
  };
  return {
    get world() {
      return world;
    },
    time,
    catchUp,
    save: () => saveWorld(catchUp()),
    load(state) {
      world = loadWorld(state, world);
      time.set(world.now);
    },
    reset() {
      world = createWorld(options);
      time.set(options.now);
    },
  };
}
