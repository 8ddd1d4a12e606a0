// Pieces of Markdown that hover and completion share. No facts about sshd.
import type { MarkupContent } from 'vscode-languageserver-types';

const LONGEST = 80;

/** Text as inline code, cut after 80 characters. Line ends and backticks inside it do not end the code. */
export function code(text: string): string {
  const flat = shortened(text.replace(/\s+/g, ' ').trim(), LONGEST);
  if (flat === '') return '(empty)';
  if (!flat.includes('`')) return `\`${flat}\``;
  const longest = Math.max(...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${flat} ${fence}`;
}

/** At most `most` characters, with an ellipsis where something is missing. A surrogate pair is never cut in two. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 2)) ? most - 2 : most - 1;
  return `${text.slice(0, end)}…`;
}

/** `a`, `b` and `c`. */
export function codes(texts: readonly string[]): string {
  const all = texts.map(code);
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** The parts of a card, in the order in which they are shown. */
export interface Card {
  readonly head: string;
  /** One sentence. */
  readonly lead?: string | undefined;
  /** What holds at this place of the file. */
  readonly here?: readonly string[];
  readonly text?: string | undefined;
  readonly facts?: readonly string[];
  /** What changed, release by release. */
  readonly changes?: readonly string[];
  readonly foot?: string | undefined;
}

/** The one layout of all hovers and completion details: short first, details under it. Empty parts are left out. */
export function card({
  head,
  lead = '',
  here = [],
  text = '',
  facts = [],
  changes = [],
  foot = '',
}: Card): MarkupContent {
  const parts = [
    head,
    lead,
    list(here),
    text,
    list(facts),
    changes.length === 0 ? '' : `**Changes**\n\n${list(changes)}`,
    foot,
  ];
  return { kind: 'markdown', value: parts.filter((part) => part !== '').join('\n\n') };
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
