import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing here takes long; a machine that has other things to do may.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // The files share what takes longest: loading the client and the simulator.
    isolate: false,
    typecheck: { include: ['test/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
    // What the examples import, without a build in between.
    alias: {
      '@powerstore-api/client/node': new URL('src/node/index.ts', import.meta.url).pathname,
      '@powerstore-api/client': new URL('src/index.ts', import.meta.url).pathname,
    },
  },
});
