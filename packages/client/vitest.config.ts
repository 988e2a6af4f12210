import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests start servers, on machines that have other things to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: { include: ['test/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
    // What the examples import, without a build in between.
    alias: {
      '@powerstore-api/client/node': new URL('src/node/index.ts', import.meta.url).pathname,
      '@powerstore-api/client': new URL('src/index.ts', import.meta.url).pathname,
    },
  },
});
