import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    typecheck: { enabled: true, tsconfig: './tsconfig.json' },
    // Nothing here takes long, except on a busy machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    chaiConfig: { truncateThreshold: 0 },
    // The files read the same modules and do not change them.
    maxWorkers: 1,
    isolate: false,
  },
});
