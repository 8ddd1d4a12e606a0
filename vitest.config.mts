import { defineConfig } from 'vitest/config';
import { skippedReporter } from './test/kit/skipped-reporter';

// `npm test` counts what it finds in this file.
const report = process.env.VITEST_REPORT;
const json: [string, Record<string, unknown>][] = report === undefined ? [] : [['json', { outputFile: report }]];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', skippedReporter(), ...json],
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
