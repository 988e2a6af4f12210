import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A compiler takes seconds, on a machine that has other things to do longer.
  test: { include: ['test/**/*.test.ts'], testTimeout: 600_000 },
});
