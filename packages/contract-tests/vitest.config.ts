import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Most tests run the command line, which starts vitest of its own.
  test: { testTimeout: 60_000 },
});
