// Comments that head what follows: `# Logging`, `### Access ###`, `# region Keys`. sshd looks at none of this.
import type { Catalog } from '../catalog/catalog';
import type { Line, SyntaxTree } from '../syntax/tree';
import { switchedOff } from './switched-off';

/** A heading of the global section or of a Match block; it reaches to the next one or to the end of those. */
export interface Heading {
  readonly lineIndex: number;
  /** Empty for `# endregion`, which heads nothing. */
  readonly title: string;
  /** `# region`, or the end of one. */
  readonly isRegion: boolean;
}

const LONGEST_TITLE = 60;
const MOST_PLAIN_WORDS = 4;

/** The headings from line `from` to above line `end`, in order. */
export function headings(tree: SyntaxTree, from: number, end: number, catalog: Catalog): readonly Heading[] {
  const found: Heading[] = [];
  let open = 0;
  for (let lineIndex = from; lineIndex < end; lineIndex++) {
    const isEnd = open > 0 && /^#\s*endregion\b/i.test(commentText(tree.lines[lineIndex]) ?? '');
    const heading = isEnd ? { lineIndex, title: '', isRegion: true } : headingOn(tree, lineIndex, from, catalog);
    if (heading === undefined) continue;
    if (heading.isRegion) open += isEnd ? -1 : 1;
    found.push(heading);
  }
  return found;
}

function headingOn(tree: SyntaxTree, index: number, from: number, catalog: Catalog): Heading | undefined {
  const text = commentText(tree.lines[index]);
  if (text === undefined) return undefined;
  const region = /^#\s*region\b\s*(.*)/i.exec(text)?.[1];
  if (region !== undefined) return { lineIndex: index, title: region === '' ? 'Region' : region, isRegion: true };
  // A commented-out line, or one with nothing but ornaments.
  const title = text.replace(/^[#\s=*~_-]+|(?<![#\s=*~_-])[#\s=*~_-]+$/g, '');
  if (title === '' || title.length > LONGEST_TITLE || switchedOff(tree, index, catalog) !== undefined) return undefined;
  const framed = /^#[#\s]*[=*~_-]{2,}|^##/.test(text) && /[#=*~_-]{2}$/.test(text);
  // What stands right below a Match line begins something too.
  const paragraph = index === from || startsParagraph(tree, index);
  const heads = framed || isOrnament(tree.lines[index - 1]) || (paragraph && isPlainTitle(tree, index, title, catalog));
  return heads ? { lineIndex: index, title: title.replace(/[.:]$/, ''), isRegion: false } : undefined;
}

// `# Logging` or `# Authentication:` on a line of its own, not the first line of a longer text.
function isPlainTitle(tree: SyntaxTree, index: number, title: string, catalog: Catalog): boolean {
  const next = tree.lines[index + 1];
  const goesOn = next?.kind === 'comment' && switchedOff(tree, index + 1, catalog) === undefined;
  if (goesOn || next === undefined) return false;
  return /^\p{Lu}/u.test(title) && title.split(/\s+/).length <= MOST_PLAIN_WORDS;
}

function startsParagraph({ lines }: SyntaxTree, index: number): boolean {
  const before = lines[index - 1];
  return before === undefined || before.kind === 'blank';
}

function isOrnament(line: Line | undefined): boolean {
  return /^#[#\s=*~_-]{2,}$/.test(commentText(line) ?? '');
}

function commentText(line: Line | undefined): string | undefined {
  return line?.kind === 'comment' && line.height === 1
    ? line.text.slice(line.comment.start, line.comment.end).trim()
    : undefined;
}
