// The quick fixes that silence a rule by a comment: on the line below it, or in the whole file. Refusals of sshd cannot be silenced.
import type { Snapshot } from '../model/snapshot';
import { isRefusal } from '../rules/active-rules';
import { insertion } from '../rules/line-edits';
import { ruleNamed } from '../rules/registry';
import type { Finding, Fix } from '../rules/rule';
import { suppressionLine } from '../rules/suppressions';
import { lineIndexAt } from '../syntax/tree';

/** The comment above the finding's line; for the file where the finding stands on no directive. */
export function silencing({ tree }: Snapshot, { rule: id, range }: Finding): Fix | undefined {
  const rule = ruleNamed(id);
  if (rule === undefined || isRefusal(rule) || rule.checkSuppressions !== undefined) return undefined;
  const index = Math.max(0, lineIndexAt(tree, range.start));
  const line = tree.lines[index];
  if (line?.kind === 'directive') {
    const edits = [insertion(tree, index, [suppressionLine(line, id)])];
    return { title: `Silence \`${id}\` for this line`, safety: 'unsafe', edits };
  }
  const edits = [insertion(tree, 0, [`# sshd-config: ignore-file[${id}]`])];
  return { title: `Silence \`${id}\` in this file`, safety: 'unsafe', edits };
}
