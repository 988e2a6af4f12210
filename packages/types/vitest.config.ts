import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    typecheck: { enabled: true, tsconfig: './tsconfig.json' },
    // Nothing here takes long; a machine that has other things to do may.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    chaiConfig: { truncateThreshold: 0 },
    // The files read the same modules and change nothing in them.
    maxWorkers: 1,
    isolate: false,
  },
});
