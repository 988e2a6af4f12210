import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test runs a compiler.
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000 },
});
