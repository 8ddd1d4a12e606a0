// Says which tests this machine could not run, and why: vitest counts them and no more. Told at the end of a run, in lines that `npm test` repeats.
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What such a line begins with. */
export const SKIPPED = 'Skipped: ';

/** Silent where the user asked for tests by name: all others are skipped then. */
export function skippedReporter(): Reporter {
  let isAskedByName = false;
  return {
    onInit: ({ config }) => {
      isAskedByName = config.testNamePattern !== undefined;
    },
    onTestRunEnd: (modules) => {
      if (!isAskedByName) for (const line of modules.flatMap(linesOf)) console.log(line);
    },
  };
}

function linesOf(module: TestModule): readonly string[] {
  const counts = new Map<string, number>();
  for (const test of module.children.allTests('skipped')) {
    const reason = reasonOf(test);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Array.from(counts, ([reason, count]) => `${SKIPPED}${count} in ${module.relativeModuleId}: ${reason}`);
}

// What the test said when it gave up; else the name of the suite, or its own, which says under which condition it is skipped.
function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped' && result.note !== undefined) return result.note;
  return test.parent.type === 'suite' ? test.parent.fullName : test.name;
}
