import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Hundreds of requests to servers in the same process: what costs time is the processor. Each of two threads
    // compiles everything once, and no module here keeps anything that another file could be misled by.
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    // For what hangs. Nothing here depends on how fast a machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 600_000,
    env: { NO_COLOR: '1' },
  },
});
