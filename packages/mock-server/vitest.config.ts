import { defineConfig } from 'vitest/config';

// Prism is CommonJS: import it in the tests as Node does.
const deps = { interopDefault: false };

export default defineConfig({
  // A few tests start a process that loads Prism, on machines with a core to spare for each or not.
  test: { deps, testTimeout: 30_000 },
});
