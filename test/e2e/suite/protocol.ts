/** How the suite, which runs inside VS Code, tells the runner outside what happened: through marked lines of its log. */

/** Opens every line of the suite; the workbench's own log goes the same way without it. */
export const linePrefix = '\u2502 ';

/** Opens the last line of all. What follows is `{"tests":n,"failures":n}`: without it, the extension host died. */
export const endMarker = '\u2502\u2502';

/** The last line for people, in the form that {@link readEnd} reads. */
export const endLine = (passed: number, failed: number): string => `end to end: ${passed} passed, ${failed} failed`;

/** The counts when the line is the suite's last one. */
export function readEnd(line: string): { readonly passed: number; readonly failed: number } | undefined {
  const found = /end to end: (\d+) passed, (\d+) failed$/.exec(line);
  return found === null ? undefined : { passed: Number(found[1]), failed: Number(found[2]) };
}
