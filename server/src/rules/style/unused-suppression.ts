// A comment that silences a rule and silences nothing: the finding is gone, the id is misspelt, or sshd refuses the line whatever a comment says.
import type { Snapshot } from '../../model/snapshot';
import { lengthWithoutEnd, lineIndexAt } from '../../syntax/tree';
import { defineRule, type Fix, type Report, type SuppressionOutcome } from '../rule';
import type { SuppressedId, Suppression } from '../suppressions';

export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  category: 'style',
  severity: 'information',
  since: '0.2.0',
  summary: 'A comment that silences a rule where there is nothing to silence.',
  references: ['README, Rules and policies'],
  *checkSuppressions(snapshot, outcome) {
    for (const suppression of outcome.suppressions) {
      if (!suppression.wellFormed || suppression.ids.length === 0) {
        yield {
          range: suppression.range,
          message:
            'This comment silences nothing: name the rules in brackets, as in `# sshd-config: ignore[rule-id] reason`.',
          fixes: [withoutComment(snapshot, suppression)],
        };
        continue;
      }
      for (const id of suppression.ids) yield* judged(snapshot, suppression, id, outcome);
    }
  },
});

function* judged(
  snapshot: Snapshot,
  suppression: Suppression,
  one: SuppressedId,
  { ran, known, used, refused }: SuppressionOutcome,
): Iterable<Report> {
  const { id, start, end } = one;
  const report = (message: string): Report => ({
    range: { start, end },
    message,
    tags: ['unnecessary'],
    fixes: [without(snapshot, suppression, one)],
  });
  if (!known(id))
    yield report(`There is no rule \`${id}\`, so this silences nothing. Correct the name or take it out.`);
  else if (refused(suppression, id))
    yield report(
      `sshd refuses the file for this, and no comment changes that: \`${id}\` stays an error. A keyword that your sshd knows belongs in the setting \`sshdConfig.knownKeywords\`.`,
    );
  // A rule that another policy switches on may need it.
  else if (ran.has(id) && !used(suppression, id))
    yield report(`There is no finding of \`${id}\` here any more. Take the id out.`);
}

function without(snapshot: Snapshot, suppression: Suppression, one: SuppressedId): Fix {
  if (suppression.ids.length === 1) return withoutComment(snapshot, suppression);
  const index = suppression.ids.indexOf(one);
  const [before, after] = [suppression.ids[index - 1], suppression.ids[index + 1]];
  const edit =
    after === undefined ? { start: before?.end ?? one.start, end: one.end } : { start: one.start, end: after.start };
  return { title: `Take \`${one.id}\` out`, safety: 'safe', preferred: true, edits: [{ ...edit, newText: '' }] };
}

// A comment of its own goes with its line, one behind a directive with the blanks before it.
function withoutComment({ tree }: Snapshot, { range }: Suppression): Fix {
  const index = lineIndexAt(tree, range.start);
  const line = tree.lines[index];
  const text = line?.text ?? '';
  const start = tree.starts[index] ?? 0;
  const own = line?.kind === 'comment';
  const before = text.slice(0, range.start - start).trimEnd().length;
  return {
    title: 'Remove the comment',
    safety: 'safe',
    preferred: true,
    edits: [
      own
        ? { start, end: start + text.length, newText: '' }
        : { start: start + before, end: start + lengthWithoutEnd(text), newText: '' },
    ],
  };
}
