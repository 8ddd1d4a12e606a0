// A directive of the global section that is commented out, as stock files have them: where a finding about a missing line stands, and where a fix writes it.
import type { TextRange } from '../base/text-range';
import type { Keyword } from '../catalog/directives';
import type { Snapshot } from '../model/snapshot';
import type { CommentLine } from '../syntax/tree';

/** A commented-out directive. */
export interface CommentedLine {
  readonly lineIndex: number;
  /** From the `#` to the end of the value, in offsets of the file. */
  readonly range: TextRange;
  readonly value: string;
}

const PATTERN = /^#[ \t]?([A-Za-z]+)(?:[ \t]+|[ \t]*=[ \t]*)(\S(?:.*(?![ \t]).)?)[ \t]*$/;

const KNOWN = new WeakMap<Snapshot, ReadonlyMap<string, CommentedLine>>();

/** The first line `#Keyword value` before any Match line, commented out or not. Prose has more words, or none that is the keyword. */
export function commentedLine(snapshot: Snapshot, keyword: Keyword): CommentedLine | undefined {
  const known = KNOWN.get(snapshot) ?? commentedLines(snapshot);
  KNOWN.set(snapshot, known);
  return known.get(keyword.toLowerCase());
}

function commentedLines({ tree, model }: Snapshot): ReadonlyMap<string, CommentedLine> {
  const found = new Map<string, CommentedLine>();
  const end = model.blocks[0]?.header.lineIndex ?? tree.lines.length;
  for (let lineIndex = 0; lineIndex < end; lineIndex++) {
    const line = tree.lines[lineIndex];
    if (line?.kind !== 'comment') continue;
    const { name, value, text } = readingOf(line);
    if (name === 'match') break;
    if (name === '' || found.has(name)) continue;
    const start = (tree.starts[lineIndex] ?? 0) + line.comment.start;
    found.set(name, { lineIndex, range: { start, end: start + text.trimEnd().length }, value });
  }
  return found;
}

interface CommentReading {
  /** The first word in lower case; empty for prose. */
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

// By the line's node, which lives as long as the line is not edited.
const READINGS = new WeakMap<CommentLine, CommentReading>();

function readingOf(line: CommentLine): CommentReading {
  const known = READINGS.get(line);
  if (known !== undefined) return known;
  const text = line.text.slice(line.comment.start, line.comment.end);
  const [, word = '', value = ''] = PATTERN.exec(text) ?? [];
  const reading = { name: /[.!?]$|\s\w+\s\w+\s/.test(value) ? '' : word.toLowerCase(), value, text };
  READINGS.set(line, reading);
  return reading;
}
