import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One process for all files: each would load a compiler, and read the client with it.
    pool: 'threads',
    isolate: false,
    // For what hangs, and for nothing that is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
