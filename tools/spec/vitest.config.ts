import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Nothing here takes long; a machine that has other things to do may.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Else the names of table tests are cut off.
    chaiConfig: { truncateThreshold: 0 },
    // The files share what takes longest: loading Redocly, and running it until it is fast.
    maxWorkers: 1,
    isolate: false,
    // The command line runs inside of the tests, which read what it prints.
    disableConsoleIntercept: true,
    env: { NO_COLOR: '1' },
  },
});
