import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    // Loading the sources anew for each file would take longer than the tests.
    isolate: false,
    // Nothing is measured here: a busy machine must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // The NAT laboratory waits for real time to pass, in all its trials at once.
    maxConcurrency: 24,
    // The default leaves one core idle.
    maxWorkers: '100%',
    // What one worker or one run has translated, the next does not translate again.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
  },
});
