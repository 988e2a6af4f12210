import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing here takes long; a machine that has other things to do may.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // The files share the client and the simulator: loading these takes longest.
    isolate: false,
    typecheck: { include: ['test/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
    // The examples import the packages by name, without a build.
    alias: {
      '@powerstore-api/client/node': new URL('src/node/index.ts', import.meta.url).pathname,
      '@powerstore-api/client': new URL('src/index.ts', import.meta.url).pathname,
    },
  },
});
