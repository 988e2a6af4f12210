import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One process for all files, which load the same modules; the tests change nothing that another could see.
    pool: 'threads',
    isolate: false,
    // For what hangs, and for nothing that is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
