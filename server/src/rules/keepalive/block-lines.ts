// The fix that sets interval and count for the connections of one Match block, in the block's own lines, in whatever file it stands.
import type { Reading } from '../../model/configuration';
import { isOnlyChecked } from '../../model/effective/acting-lines';
import { effectiveKeepalive } from '../../model/effective-keepalive';
import type { MatchBlock, PlacedDirective } from '../../model/file-model';
import type { KeepaliveValues } from '../../model/keepalive';
import { adviceFor } from '../../model/keepalive-advice';
import { adviceLines } from '../../model/keepalive-advice-words';
import { type ClientAliveKeyword, forEveryone } from '../../model/keepalive-lines';
import { blockInWords } from '../../model/keepalive-partitions';
import type { Snapshot } from '../../model/snapshot';
import type { TextEdit } from '../../syntax/parse';
import { insertion, styleOf, valueEdit, written } from '../line-edits';
import type { Fix } from '../rule';

/** For each Match block with criteria, once: the advised values for its connections alone. */
export function recommendedForBlocks(snapshot: Snapshot, blocks: readonly (MatchBlock | undefined)[]): readonly Fix[] {
  const advised = adviceFor(snapshot);
  const lines = adviceLines(advised).join(', ');
  return [...new Set(blocks)].flatMap((block) => {
    if (block === undefined || forEveryone(block)) return [];
    const fix = blockFix(
      snapshot,
      block,
      advised,
      `Set the recommended keepalive for ${blockInWords(block)} (${lines})`,
    );
    return fix === undefined ? [] : [fix];
  });
}

/** Undefined where the values are in force, where the target takes none in a block or never opens it, and where a line outside the block would win. */
export function blockFix(
  snapshot: Snapshot,
  block: MatchBlock,
  { interval, countMax }: KeepaliveValues,
  title: string,
): Fix | undefined {
  if (snapshot.catalog.directive('ClientAliveInterval')?.scope !== 'all') return undefined;
  // It stands for what is around it.
  if (block.always) return undefined;
  const reading = snapshot.configuration.readings.find(({ model }) => model.blocks.includes(block));
  if (reading === undefined || isOnlyChecked({ reading, placed: block.header }, snapshot.catalog)) return undefined;
  const scope = effectiveKeepalive(snapshot, block);
  const edits: TextEdit[] = [];
  const missing: [ClientAliveKeyword, number][] = [];
  for (const [keyword, { line, value }, wished] of [
    ['ClientAliveInterval', scope.interval, interval],
    ['ClientAliveCountMax', scope.countMax, countMax],
  ] as const) {
    if (value === wished) continue;
    if (line?.placed.block === block) edits.push(valueEdit(reading.tree, line.placed, String(wished)));
    // A line of another block that is read first decides.
    else if (line !== undefined && line.placed.conditions.length > 0) return undefined;
    else missing.push([keyword, wished]);
  }
  if (missing.length > 0) edits.push(atEndOf(reading, block, missing));
  if (edits.length === 0) return undefined;
  const { uri } = reading.file;
  return { title, safety: 'unsafe', edits: uri === snapshot.uri ? edits : edits.map((edit) => ({ ...edit, uri })) };
}

function atEndOf(
  { tree }: Reading,
  block: MatchBlock,
  lines: readonly (readonly [ClientAliveKeyword, number])[],
): TextEdit {
  const last = block.directives.at(-1) ?? block.header;
  const { indent } = styleOf(last);
  const style = { indent: last === block.header ? `${indent}    ` : indent, separator: separatorBeside(last) };
  const texts = lines.map(([keyword, value]) => written(style, keyword, String(value)));
  return insertion(tree, last.lineIndex + 1, texts);
}

function separatorBeside(line: PlacedDirective): string {
  const { separator } = styleOf(line);
  return separator.includes('=') || separator === '\t' ? separator : ' ';
}
