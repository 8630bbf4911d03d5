import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Threads that a test starts load TypeScript as it is; with this they need not strip and compile it anew each time.
process.env.NODE_COMPILE_CACHE ??= path.resolve('node_modules/.cache/compiled');

export default defineConfig({
  test: {
    include: ['{main,preload,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    globalSetup: ['tests/fixtures/new-library.ts'],
    environment: 'node',
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    retry: process.env.CI ? 1 : 0,
  },
});
