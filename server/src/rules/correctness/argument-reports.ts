// Turns the argument problems of one kind into reports. Shared by the argument rules; no rule itself.
import type { ArgumentRule } from '../../catalog/arguments/argument-kind';
import type { PlacedDirective } from '../../model/file-model';
import { lineProblems } from '../../model/line-problems';
import type { Snapshot } from '../../model/snapshot';
import type { Fix, Report } from '../rule';

/** The problems that belong to `rule`; every word to write instead becomes a fix. */
export function argumentReports(rule: ArgumentRule, placed: PlacedDirective, snapshot: Snapshot): readonly Report[] {
  return lineProblems(placed, snapshot.catalog.target)
    .filter((problem) => problem.rule === rule)
    .map(({ range, message, soft, afterReading, instead }) => ({
      range,
      message,
      ...(soft ? { soft } : {}),
      ...(afterReading ? { afterReading } : {}),
      ...(instead
        ? { fixes: instead.map((word, index): Fix => replacement(range, word, index === 0 && instead.length === 1)) }
        : {}),
    }));
}

function replacement(range: { readonly start: number; readonly end: number }, word: string, preferred: boolean): Fix {
  return {
    title: `Change to \`${word}\``,
    safety: 'unsafe',
    edits: [{ ...range, newText: word }],
    ...(preferred ? { preferred } : {}),
  };
}
