import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A command line test starts node several times, on machines that may be busy with other packages.
    testTimeout: 60_000,
    // Else the names of table tests are cut off.
    chaiConfig: { truncateThreshold: 0 },
  },
});
