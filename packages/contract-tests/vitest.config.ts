import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Most tests run the suite, which starts vitest of its own and spends its time waiting for answers: even a machine with two
  // cores has room for two files at a time.
  test: { testTimeout: 60_000, maxWorkers: 2 },
});
