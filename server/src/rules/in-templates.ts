// What can be said of a template before it is filled in: what is wrong with lines that hold no placeholder.
import type { Snapshot } from '../model/snapshot';
import { hasPlaceholder, templateOf } from '../model/template';
import { lineIndexAt } from '../syntax/tree';
import type { Finding, Rule } from './rule';

/** The findings that hold whatever is filled in. Of what depends on other lines, only refusals, and only where no statement decides which lines there are. */
export function holdingInTemplates(snapshot: Snapshot, found: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const template = templateOf(snapshot);
  if (template === undefined) return [...found];
  const { tree } = snapshot;
  const ofLines = new Set(
    rules.filter(({ check, checkKeyword }) => check === undefined && checkKeyword === undefined).map(({ id }) => id),
  );
  return found.filter(({ rule, severity, range }) => {
    const first = lineIndexAt(tree, range.start);
    const last = lineIndexAt(tree, range.end);
    const end = (tree.starts[last] ?? 0) + (tree.lines[last]?.text.length ?? 0);
    if (hasPlaceholder(template, { start: tree.starts[first] ?? 0, end })) return false;
    return ofLines.has(rule) || (severity === 'error' && !template.hasStatements);
  });
}
