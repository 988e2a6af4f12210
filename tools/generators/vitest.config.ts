import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A generator and a compiler take seconds, and longer on a busy machine. All of them at once would only wait for each other.
  test: { testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false, chaiConfig: { truncateThreshold: 0 } },
});
