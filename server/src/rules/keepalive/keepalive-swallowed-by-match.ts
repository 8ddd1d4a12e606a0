// Keepalive lines below a Match line while the global section has none: they hold for that block's connections only.
import { linesThatLookGlobal } from '../../model/block-layout';
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import { forEveryone } from '../../model/keepalive-lines';
import type { Snapshot } from '../../model/snapshot';
import { insertion, removal } from '../line-edits';
import { defineRule, type Fix, type Report } from '../rule';
import { endOfGlobalSection } from './new-lines';
import { directiveRange, KEEPALIVE_KEYWORDS, MANUAL } from './scopes';

export const keepaliveSwallowedByMatch = defineRule({
  id: 'keepalive-swallowed-by-match',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keepalive lines stand below a Match line, so they hold only for the connections of that block.',
  references: [MANUAL, 'https://man.openbsd.org/sshd_config#Match'],
  *check(snapshot, { reads }) {
    reads(...KEEPALIVE_KEYWORDS);
    const setters = keepaliveLines(snapshot);
    if (setters.some(({ block }) => block === undefined || forEveryone(block))) return;
    for (const [block, lines] of byBlock(setters)) {
      const fix = moveToGlobalSection(snapshot, lines);
      const appended = new Set(linesThatLookGlobal(snapshot, block).map(({ placed }) => placed));
      for (const line of lines) yield report(snapshot, line, appended.has(line), fix);
    }
  },
});

// Where the target refuses them in a block, the rule about scope speaks.
function byBlock(lines: readonly PlacedDirective[]): ReadonlyMap<MatchBlock, readonly PlacedDirective[]> {
  const found = new Map<MatchBlock, PlacedDirective[]>();
  for (const line of lines) {
    if (line.block === undefined || line.directive?.scope !== 'all') continue;
    const known = found.get(line.block);
    if (known === undefined) found.set(line.block, [line]);
    else known.push(line);
  }
  return found;
}

function keepaliveLines({ model }: Snapshot): readonly PlacedDirective[] {
  return [...model.settersOf('ClientAliveInterval'), ...model.settersOf('ClientAliveCountMax')].sort(
    (a, b) => a.lineIndex - b.lineIndex,
  );
}

function report(snapshot: Snapshot, line: PlacedDirective, appended: boolean, fix: Fix): Report {
  const header = line.block?.header;
  const keyword = line.directive?.keyword ?? line.line.keyword.value;
  const where = `the Match block of line ${(header?.lineIndex ?? 0) + 1}`;
  return {
    range: directiveRange(snapshot, line),
    message: appended
      ? `This ${keyword} line belongs to ${where}: a block goes on to the next Match or the end of the file, whatever the indentation. All other connections get no keepalive. Move the line above the first Match.`
      : `${keyword} holds only for connections of ${where}; all others get no keepalive. Move the line above the first Match if everyone is meant.`,
    ...(appended ? {} : { severity: 'information' as const }),
    ...(header ? { related: [{ range: directiveRange(snapshot, header), message: 'The block starts here.' }] } : {}),
    fixes: [appended ? { ...fix, preferred: true } : fix],
  };
}

function moveToGlobalSection(snapshot: Snapshot, lines: readonly PlacedDirective[]): Fix {
  const texts = lines.map(({ line }) => line.text.trim());
  const { index } = endOfGlobalSection(snapshot);
  return {
    title: 'Move the keepalive lines to the global section, for all connections',
    safety: 'unsafe',
    edits: [insertion(snapshot.tree, index, texts), ...lines.map((line) => removal(snapshot.tree, line))],
  };
}
