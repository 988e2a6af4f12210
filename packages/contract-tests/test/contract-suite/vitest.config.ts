import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['array.suite.ts'], testTimeout: 600_000 } });
