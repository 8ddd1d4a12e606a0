// Turns the argument problems of one kind into reports. Shared by the argument rules; no rule itself.
import type { ArgumentProblem, ArgumentRule } from '../../catalog/arguments/argument-kind';
import { argumentWords } from '../../catalog/sshd-words';
import type { PlacedDirective } from '../../model/file-model';
import { lineProblems } from '../../model/line-problems';
import type { Snapshot } from '../../model/snapshot';
import type { Fix, Report } from '../rule';

const NONE: readonly Report[] = [];

/** The problems that belong to `rule`; every word to write instead becomes a fix. */
export function argumentReports(rule: ArgumentRule, placed: PlacedDirective, snapshot: Snapshot): readonly Report[] {
  const { target } = snapshot.catalog;
  const { line, directive } = placed;
  const problems = lineProblems(placed, target);
  if (problems.length === 0) return NONE;
  // sshd says one thing of a line: it stops there, or reads on with the next.
  const said = problems.find((problem) => !problem.afterReading);
  return problems
    .filter((problem) => problem.rule === rule)
    .map((problem) => ({
      ...reportOf(problem),
      ...(directive !== undefined && (problem === said || problem.afterReading)
        ? { sshdSays: argumentWords(line, directive, problem, target) }
        : {}),
    }));
}

function reportOf({ range, message, soft, afterReading, instead }: ArgumentProblem): Report {
  return {
    range,
    message,
    ...(soft ? { soft } : {}),
    ...(afterReading ? { afterReading } : {}),
    ...(instead
      ? { fixes: instead.map((word, index): Fix => replacement(range, word, index === 0 && instead.length === 1)) }
      : {}),
  };
}

function replacement(range: { readonly start: number; readonly end: number }, word: string, preferred: boolean): Fix {
  return {
    title: `Change to \`${word}\``,
    safety: 'unsafe',
    edits: [{ ...range, newText: word }],
    ...(preferred ? { preferred } : {}),
  };
}
