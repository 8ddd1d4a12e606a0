// Compares what the rules say of a fixture with what it expects: every finding must be expected, every expectation met.
import { expect } from 'vitest';
import type { Snapshot } from '../../server/src/model/snapshot';
import { RULES } from '../../server/src/rules/registry';
import type { Finding, Rule } from '../../server/src/rules/rule';
import { findings } from '../../server/src/rules/run';
import { lengthWithoutEnd, lineIndexAt } from '../../server/src/syntax/tree';
import { type Expectation, fixture } from './fixtures';
import { withoutExpectations } from './fixtures-in-files';
import { type FileContent, MAIN_PATH, type SnapshotOptions, snapshotFrom } from './snapshot';

export interface FindingOptions extends SnapshotOptions {
  /** Only these rules' findings count; all when absent. */
  readonly rules?: readonly Rule[];
  /** These run too, but what they say does not count: for rules about what others find. */
  readonly beside?: readonly Rule[];
}

/** Checks a fixture; returns its snapshot and findings for a closer look. */
export function expectFindings(
  marked: string,
  options: FindingOptions = {},
): { readonly snapshot: Snapshot; readonly found: readonly Finding[] } {
  const { text, expectations } = fixture(marked);
  const snapshot = snapshotFrom(text, {
    ...options,
    ...(options.files ? { files: withoutExpectations(options.files) } : {}),
  });
  const { rules, beside = [] } = options;
  const all = findingsOf(snapshot, rules && [...rules, ...beside]);
  const found = all.filter(({ rule }) => !beside.some(({ id }) => id === rule));
  const { actual, expected } = described(snapshot, found, expectations);
  expect(actual).toEqual(expected);
  return { snapshot, found };
}

/** Checks every file of a configuration, each among the others; files that a main file does not read are judged alone. */
export function expectFindingsInFiles(
  marked: Readonly<Record<string, FileContent>>,
  options: Omit<FindingOptions, 'path' | 'files'> = {},
): void {
  if (marked[MAIN_PATH] === undefined) throw new Error(`no ${MAIN_PATH} among the files`);
  for (const [path, content] of Object.entries(marked)) {
    if (typeof content !== 'string') continue;
    const { [path]: own, ...files } = marked;
    // Of a file that stands alone nobody knows what it includes.
    expectFindings(content, { ...options, path, ...(Object.keys(files).length > 0 ? { files } : {}) });
  }
}

/** The findings; a rule that throws fails the test. */
export function findingsOf(snapshot: Snapshot, rules: readonly Rule[] = RULES): readonly Finding[] {
  return findings(snapshot, rules, (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  });
}

// An expectation that is met is described as its finding is, message and all; so a difference shows only what differs.
function described(
  snapshot: Snapshot,
  found: readonly Finding[],
  expectations: readonly Expectation[],
): { actual: string[]; expected: string[] } {
  const open = [...expectations];
  const actual: string[] = [];
  const expected: string[] = [];
  for (const finding of found) {
    const place = placeOf(snapshot, finding);
    const text = `${keyOf(place)} "${finding.message}"`;
    actual.push(text);
    const index = open.findIndex((one) => meets(place, one));
    if (index >= 0) {
      open.splice(index, 1);
      expected.push(text);
    }
  }
  return { actual, expected: [...expected, ...open.map((one) => `${keyOf(one)} "${one.message ?? ''}"`)] };
}

function meets(place: Expectation, expectation: Expectation): boolean {
  const wanted = { ...place, ...expectation };
  return keyOf(place) === keyOf(wanted) && (place.message ?? '').includes(expectation.message ?? '');
}

function keyOf({ line, columns, severity, rule }: Expectation): string {
  const where = columns === undefined ? '' : `, columns ${columns.start}-${columns.end}`;
  return `line ${line + 1}${where}: ${severity}[${rule}]`;
}

function placeOf({ tree }: Snapshot, { range, severity, rule, message }: Finding): Expectation {
  const line = Math.max(0, lineIndexAt(tree, range.start));
  const lineStart = tree.starts[line] ?? 0;
  const lineEnd = lineStart + lengthWithoutEnd(tree.lines[line]?.text ?? '');
  return {
    line,
    columns: { start: range.start - lineStart, end: Math.min(range.end, lineEnd) - lineStart },
    severity,
    rule,
    message,
  };
}
