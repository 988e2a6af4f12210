import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    typecheck: { enabled: true, tsconfig: './tsconfig.json' },
    // Type-checking the examples of the README takes the compiler a while.
    testTimeout: 60_000,
    chaiConfig: { truncateThreshold: 0 },
  },
});
