import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Nothing here takes long, except on a busy machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Otherwise vitest truncates the names of table tests.
    chaiConfig: { truncateThreshold: 0 },
    // All files share one Redocly: loading it, and running it until it is fast, takes longest.
    maxWorkers: 1,
    isolate: false,
    // The command line runs inside of the tests, and they read its output.
    disableConsoleIntercept: true,
    env: { NO_COLOR: '1' },
  },
});
