import { defineConfig } from 'vitest/config';

// StrykerJS ends what hangs by itself.
export default defineConfig({ test: { include: ['test/core.mutate.ts'], testTimeout: 600_000 } });
