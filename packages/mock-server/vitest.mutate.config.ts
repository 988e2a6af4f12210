import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/core.mutate.ts'], testTimeout: 60_000 } });
