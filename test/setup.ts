// Before each test file: in CI generated cases are the same each time, so that a change is judged and not a stroke of luck. Elsewhere each run has cases of its own.
import fc from 'fast-check';

if (process.env.CI !== undefined) fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20_261_125) });
