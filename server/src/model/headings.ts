// Comments that head what follows: `# Logging`, `### Access ###`, `# region Keys`. sshd looks at none of this.
import type { Catalog } from '../catalog/catalog';
import type { Line, SyntaxTree } from '../syntax/tree';
import { switchedOff } from './switched-off';

/** A heading of the global section; it reaches to the next one or to the first Match line. */
export interface Heading {
  readonly lineIndex: number;
  readonly title: string;
}

const LONGEST_TITLE = 60;
const MOST_PLAIN_WORDS = 4;

/** The headings above line `end`, in order. */
export function headings(tree: SyntaxTree, end: number, catalog: Catalog): readonly Heading[] {
  const found: Heading[] = [];
  for (let lineIndex = 0; lineIndex < end; lineIndex++) {
    const title = titleOf(tree, lineIndex, catalog);
    if (title !== undefined) found.push({ lineIndex, title });
  }
  return found;
}

function titleOf(tree: SyntaxTree, index: number, catalog: Catalog): string | undefined {
  const text = commentText(tree.lines[index]);
  if (text === undefined) return undefined;
  const region = /^#\s*region\b\s*(.*)/i.exec(text)?.[1];
  if (region !== undefined) return region === '' ? 'Region' : region;
  // A commented-out line, or one with nothing but ornaments.
  const title = text.replace(/^[#\s=*~_-]+|[#\s=*~_-]+$/g, '');
  if (title === '' || title.length > LONGEST_TITLE || switchedOff(tree, index, catalog) !== undefined) return undefined;
  const framed = /^#[#\s]*[=*~_-]{2,}|^##/.test(text) && /[#=*~_-]{2,}$/.test(text);
  const paragraph = startsParagraph(tree, index);
  const heads = framed || isOrnament(tree.lines[index - 1]) || (paragraph && isPlainTitle(tree, index, title, catalog));
  return heads ? title.replace(/[.:]$/, '') : undefined;
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
