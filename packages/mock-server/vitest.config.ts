import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A few tests start a process that loads Prism, on machines with a core to spare for each or not.
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
});
