// What is being typed at a position: a keyword, or word n behind a keyword. Reads the line up to the cursor as sshd would; offers nothing.
import type { TextRange } from '../base/text-range';
import type { KnownDirective } from '../catalog/catalog';
import type { MatchBlock } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import { parse } from '../syntax/parse';
import { type DirectiveLine, type Line, lineIndexAt, type Word } from '../syntax/tree';

/** The first word of a line, perhaps still empty. */
export interface TypedKeyword {
  readonly kind: 'keyword';
  /** What an accepted item replaces; offsets of the file. */
  readonly replace: TextRange;
  readonly lineIndex: number;
  readonly block?: MatchBlock;
  /** Whether a blank or `=` stands behind it already. */
  readonly separated: boolean;
}

/** A word behind the keyword, perhaps still empty. Offsets of the file; the range leaves quotes out. */
export interface TypedArgument extends TextRange {
  readonly kind: 'argument';
  readonly directive: KnownDirective;
  readonly lineIndex: number;
  readonly block?: MatchBlock;
  readonly cursor: number;
  readonly index: number;
  /** The values of all other words of the line. */
  readonly others: readonly string[];
  /** The words in front of this one. */
  readonly before: readonly Word[];
  /** The word's text up to the cursor, and behind it. */
  readonly typed: string;
  readonly behind: string;
  readonly quoted: boolean;
}

export type CompletionPlace = TypedKeyword | TypedArgument;

/** What is typed at an offset of the file; undefined in comments, behind a closed quote, and behind unknown keywords. */
export function completionPlace(snapshot: Snapshot, offset: number): CompletionPlace | undefined {
  const { tree } = snapshot;
  const { lineIndex, start } = lineAt(snapshot, offset);
  const before = tree.text.slice(start, offset);
  const typed = parse(before, tree.dialect).lines[0];
  const whole = tree.lines[lineIndex];
  const context = { snapshot, lineIndex, start, offset, whole, ...blockAt(snapshot, lineIndex) };
  if (before.trim() === '') return typedKeyword(context, offset);
  if (typed?.kind !== 'directive' || typed.comment !== undefined) return undefined;
  const inKeyword = typed.equals === undefined && typed.keyword.end === before.length;
  if (inKeyword) return typed.keyword.quoted ? undefined : typedKeyword(context, start + typed.keyword.start);
  return typedArgument(context, typed);
}

interface Context {
  readonly snapshot: Snapshot;
  readonly lineIndex: number;
  /** Where the line starts in the file. */
  readonly start: number;
  readonly offset: number;
  readonly whole: Line | undefined;
  readonly block?: MatchBlock;
}

// Behind the last LF the editor shows one more line than the tree has.
function lineAt({ tree }: Snapshot, offset: number): { readonly lineIndex: number; readonly start: number } {
  const lineIndex = lineIndexAt(tree, offset);
  const start = tree.starts[lineIndex] ?? 0;
  const line = tree.lines[lineIndex];
  const behind = line?.text.endsWith('\n') && offset === start + line.text.length;
  return behind ? { lineIndex: lineIndex + 1, start: offset } : { lineIndex: Math.max(lineIndex, 0), start };
}

function blockAt({ model }: Snapshot, lineIndex: number): { readonly block?: MatchBlock } {
  const block = model.blocks.findLast((one) => one.header.lineIndex < lineIndex);
  return block === undefined ? {} : { block };
}

function typedKeyword({ snapshot, lineIndex, start, offset, whole, block }: Context, from: number): TypedKeyword {
  const written = whole?.kind === 'directive' && !whole.keyword.quoted ? start + whole.keyword.end : offset;
  const startsHere = whole?.kind === 'directive' && start + whole.keyword.start === from;
  const end = startsHere ? Math.max(written, offset) : offset;
  const separated = /^(?:[ \t]|=)/.test(snapshot.tree.text.slice(end, end + 1));
  return { kind: 'keyword', replace: { start: from, end }, lineIndex, ...(block ? { block } : {}), separated };
}

function typedArgument(context: Context, typed: DirectiveLine): TypedArgument | undefined {
  const { snapshot, lineIndex, start, offset, whole, block } = context;
  const directive = snapshot.catalog.directive(typed.keyword.value);
  const at = offset - start;
  const from = typedStart(typed, at);
  if (directive === undefined || from === undefined) return undefined;
  const quote = typed.unclosedQuote === undefined ? '' : typed.text.charAt(from);
  // A quote that opens in the middle of a word: nobody writes that on purpose.
  if (typed.unclosedQuote !== undefined && quote !== '"' && quote !== "'") return undefined;
  const inner = from + quote.length;
  const end = wordEnd(snapshot.tree.text, offset, quote);
  const before = typed.words.filter((word) => word.start < from);
  const all = whole?.kind === 'directive' ? whole.words : [];
  const others = all.filter((word) => word.end < from || start + word.start > end).map((word) => word.value);
  return {
    kind: 'argument',
    directive,
    lineIndex,
    ...(block ? { block } : {}),
    start: start + inner,
    cursor: offset,
    end,
    index: before.length,
    others,
    before,
    typed: typed.text.slice(inner, at),
    behind: snapshot.tree.text.slice(offset, end),
    quoted: quote !== '',
  };
}

// Where the word at the cursor begins, its quote included; the cursor itself where a new word would begin.
function typedStart(typed: DirectiveLine, at: number): number | undefined {
  if (typed.unclosedQuote !== undefined) return typed.unclosedQuote.start;
  const last = typed.words.at(-1);
  if (last === undefined || last.end < at) return at;
  return last.quoted ? undefined : last.start;
}

function wordEnd(text: string, from: number, quote: string): number {
  const stops = quote === '' ? /[\s"\0]/ : new RegExp(`[\\r\\n\\0${quote}]`);
  let end = from;
  while (end < text.length && !stops.test(text.charAt(end))) end++;
  // An open quote reaches to the end of the line; then only what is written without a blank is the word.
  if (quote !== '' && text[end] !== quote) return wordEnd(text, from, '');
  return end;
}
