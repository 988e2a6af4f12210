import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test runs a compiler.
  test: { testTimeout: 60_000 },
});
