// A tree in words, for inline snapshots: one row for each line, each part with its columns.
import type { TextRange } from '../../server/src/base/text-range';
import { parse } from '../../server/src/syntax/parse';
import type { Dialect, Line, Word } from '../../server/src/syntax/tree';

/** Rows such as `directive Port@0-4 =@4-5 [22@5-7] rest@5-7`; a word whose quotes or escapes count is shown as `value<raw`. */
export function described(text: string, dialect: Dialect = 'argv-split'): string {
  return parse(text, dialect).lines.map(row).join('\n');
}

function row(line: Line): string {
  const kind = line.height === 1 ? line.kind : `${line.kind}(${line.height} lines)`;
  if (line.kind === 'blank') return kind;
  if (line.kind === 'comment') return `${kind} ${place(line.comment)}`;
  const word = (one: Word) => {
    const raw = line.text.slice(one.start, one.end);
    return `${shown(one.value)}${raw === one.value ? '' : `<${shown(raw)}`}${place(one)}`;
  };
  const parts = [kind, word(line.keyword)];
  if (line.equals !== undefined) parts.push(`=${place(line.equals)}`);
  parts.push(`[${line.words.map(word).join(' ')}]`, `rest${place(line.rest)}`);
  if (line.comment !== undefined) parts.push(`comment${place(line.comment)}`);
  if (line.unclosedQuote !== undefined) parts.push(`unclosed${place(line.unclosedQuote)}`);
  return parts.join(' ');
}

const place = ({ start, end }: TextRange) => `@${start}-${end}`;
const NAMES: Readonly<Record<string, string>> = {
  ' ': '_',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '\f': '\\f',
  '\0': '\\0',
  '\uFEFF': 'BOM',
};
const shown = (text: string) => Array.from(text, (ch) => NAMES[ch] ?? ch).join('');
