// Directives behind a `#`: `#Port 22`, as stock files show what holds anyway. Tells them from prose that begins with a keyword.
import type { TextRange } from '../base/text-range';
import type { Catalog, KnownDirective } from '../catalog/catalog';
import { parse } from '../syntax/parse';
import type { DirectiveLine, Line, SyntaxTree } from '../syntax/tree';
import { lineProblems } from './line-problems';

/** A directive that a `#` switches off. */
export interface SwitchedOff {
  readonly lineIndex: number;
  readonly directive: KnownDirective;
  /** The line as it would be read without its `#`. */
  readonly line: DirectiveLine;
  /** The `#` and the blanks behind it, in offsets of the file. */
  readonly sign: TextRange;
}

/** The directive on a comment line; undefined: prose. */
export function switchedOff(tree: SyntaxTree, lineIndex: number, catalog: Catalog): SwitchedOff | undefined {
  const line = tree.lines[lineIndex];
  const found = line?.kind === 'comment' && line.height === 1 ? readComment(line, tree, catalog) : undefined;
  if (line?.kind !== 'comment' || found === undefined) return undefined;
  const start = (tree.starts[lineIndex] ?? 0) + line.comment.start;
  const { signLength, ...rest } = found;
  return { lineIndex, ...rest, sign: { start, end: start + signLength } };
}

type Found = Pick<SwitchedOff, 'directive' | 'line'> & { readonly signLength: number };

// By the comment's node: outline and actions ask for every line of a file.
const KEPT = new WeakMap<Line, { readonly catalog: Catalog; readonly found: Found | undefined }>();

function readComment(line: Line & { kind: 'comment' }, { dialect }: SyntaxTree, catalog: Catalog): Found | undefined {
  const kept = KEPT.get(line);
  if (kept?.catalog === catalog) return kept.found;
  const text = line.text.slice(line.comment.start, line.comment.end);
  const sign = /^#+[ \t]*/.exec(text)?.[0] ?? '#';
  const [inner] = parse(text.slice(sign.length), dialect).lines;
  const directive = inner?.kind === 'directive' ? catalog.directive(inner.keyword.value) : undefined;
  const found =
    inner?.kind === 'directive' && directive !== undefined && isMeant(inner, directive, /[ \t]$/.test(sign), catalog)
      ? { directive, line: inner, signLength: sign.length }
      : undefined;
  KEPT.set(line, { catalog, found });
  return found;
}

const MOST_WORDS_BEHIND_BLANK = 4;

// Behind a blank prose is as likely: there only a line counts that sshd would take, in the manual's spelling, without a full stop.
function isMeant(line: DirectiveLine, directive: KnownDirective, blank: boolean, { target }: Catalog): boolean {
  const { words } = line;
  if (words.length === 0 || line.unclosedQuote !== undefined || directive.status !== 'supported') return false;
  const placed = { lineIndex: 0, line, directive, conditions: [], active: true, unread: false };
  if (lineProblems(placed, target).some(({ afterReading }) => !afterReading)) return false;
  if (!blank) return true;
  const isCommand = directive.argument.shape === 'rest-of-line' || directive.argument.name === 'subsystem';
  const command = words[directive.argument.name === 'subsystem' ? 1 : 0]?.value ?? '';
  return (
    line.keyword.value === directive.keyword &&
    !line.text.trimEnd().endsWith('.') &&
    (isCommand ? /^(\/|internal-sftp$|none$)/.test(command) : words.length <= MOST_WORDS_BEHIND_BLANK)
  );
}
