import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A compiler takes seconds, and longer on a busy machine.
  test: { testTimeout: 600_000, hookTimeout: 600_000, chaiConfig: { truncateThreshold: 0 } },
});
