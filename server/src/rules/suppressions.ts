// Comments that silence rules: `# sshd-config: ignore[rule-id] reason`. Which findings they take away, run.ts decides; refusals of sshd never.
import type { TextRange } from '../base/text-range';
import type { FileModel } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import type { DirectiveLine, SyntaxTree } from '../syntax/tree';

/** How far a suppression reaches. `ignore` means its own line behind a directive, else the next directive line. */
export type Reach = 'line' | 'block' | 'file';

/** One such comment. */
export interface Suppression {
  readonly reach: Reach;
  /** The whole comment, in offsets of the file. */
  readonly range: TextRange;
  readonly ids: readonly SuppressedId[];
  /** Absent: none is given. */
  readonly reason?: string;
  /** Whether the brackets with the ids are there. */
  readonly wellFormed: boolean;
  /** The lines it covers, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A rule's id in it, in offsets of the file. */
export interface SuppressedId extends TextRange {
  readonly id: string;
}

const MARK = /^#+[ \t]*sshd-config:[ \t]*ignore(-block|-file)?(?![\w-])([ \t]*\[([^\]]*)\])?[ \t]*(.*)$/;
const NONE: readonly Suppression[] = [];

/** All of a file, in file order. */
export function suppressionsIn({ tree, model }: Snapshot): readonly Suppression[] {
  if (!tree.text.includes('sshd-config:')) return NONE;
  const unread = restOfLineStarts(model);
  return tree.lines.flatMap((line, index) => {
    if (line.kind === 'blank' || line.comment === undefined || unread.has(index)) return [];
    const text = line.text.slice(line.comment.start, line.comment.end);
    const found = MARK.exec(text);
    if (found === null) return [];
    const start = (tree.starts[index] ?? 0) + line.comment.start;
    return [suppression(found, { start, end: start + text.length }, index, tree, model)];
  });
}

// What looks like a comment there belongs to the value.
function restOfLineStarts({ directives }: FileModel): ReadonlySet<number> {
  const rest = directives.filter(({ directive }) => directive?.argument.shape === 'rest-of-line');
  return new Set(rest.map(({ lineIndex }) => lineIndex));
}

function suppression(
  found: RegExpExecArray,
  range: TextRange,
  index: number,
  tree: SyntaxTree,
  model: FileModel,
): Suppression {
  const [, form, brackets, ids = '', reason = ''] = found;
  const reach: Reach = form === '-block' ? 'block' : form === '-file' ? 'file' : 'line';
  return {
    reach,
    range,
    ids: idsIn(ids, range.start + found[0].indexOf('[') + 1),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    wellFormed: brackets !== undefined,
    ...covered(reach, index, tree, model),
  };
}

function idsIn(list: string, at: number): readonly SuppressedId[] {
  return Array.from(list.matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({
    id,
    start: at + index,
    end: at + index + id.length,
  }));
}

function covered(
  reach: Reach,
  index: number,
  tree: SyntaxTree,
  model: FileModel,
): Pick<Suppression, 'firstLine' | 'lastLine'> {
  if (reach === 'file') return { firstLine: 0, lastLine: tree.lines.length - 1 };
  const own = tree.lines[index]?.kind === 'directive';
  const line = own ? index : nextDirective(tree, index);
  if (reach === 'line') return { firstLine: line, lastLine: line };
  // Right above a Match line it means that block, not the one that ends there.
  const block =
    model.blocks.find(({ header }) => header.lineIndex === line) ??
    model.blocks.findLast(({ header }) => header.lineIndex <= index);
  if (block !== undefined) return { firstLine: block.header.lineIndex, lastLine: block.lastLine };
  const [first] = model.blocks;
  return { firstLine: 0, lastLine: (first?.header.lineIndex ?? tree.lines.length) - 1 };
}

function nextDirective(tree: SyntaxTree, index: number): number {
  const found = tree.lines.findIndex((line, at) => at > index && line.kind === 'directive');
  return found < 0 ? index : found;
}

/** The comment that silences a rule on the line below it, in the line's own indentation. */
export function suppressionLine(line: DirectiveLine, ruleId: string): string {
  return `${line.text.slice(0, line.keyword.start)}# sshd-config: ignore[${ruleId}]`;
}
