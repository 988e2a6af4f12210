import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The tests of what is mutated, and none that start processes, which run what was built and not what is mutated.
    include: ['test/query*.test.ts', 'test/resources.test.ts', 'test/simulator/*.test.ts'],
    exclude: ['test/simulator/{logins,surface,properties,versions}.test.ts'],
    testTimeout: 60_000,
  },
});
