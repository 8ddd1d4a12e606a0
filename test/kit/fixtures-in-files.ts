// Fixtures of several files.
import { fixture } from './fixtures';
import type { FileContent } from './snapshot';

type Contents = Readonly<Record<string, FileContent>>;

/** The files as they are checked. */
export function withoutExpectations(marked: Contents): Contents {
  return Object.fromEntries(
    Object.entries(marked).map(([path, content]) => [
      path,
      typeof content === 'string' ? fixture(content).text : content,
    ]),
  );
}

/** How many findings they expect. */
export function expectationsIn(marked: Contents): number {
  return Object.values(marked).reduce(
    (sum, content) => sum + (typeof content === 'string' ? fixture(content).expectations.length : 0),
    0,
  );
}
