// Templates that become an sshd_config: Jinja, ERB, Go, `${...}`. Knows a template by its name, and where its placeholders stand; fills in none.
import type { TextRange } from '../base/text-range';
import type { Snapshot } from './snapshot';

/** What of a file is written by somebody else later. */
export interface Template {
  readonly placeholders: readonly TextRange[];
  /** Whether some of it is a statement: which lines there will be is open. */
  readonly hasStatements: boolean;
}

// A file in a folder of templates is one only if it looks like it.
const NAMES = /\.(j2|jinja2?|erb|epp|tmpl|tpl|tftpl|gotmpl|template|mustache|in)$/i;
const FOLDERS = /\/templates?\//i;
// The lengths keep a sign that is never closed from being looked for over and over.
const PLACEHOLDERS =
  /\{\{[\s\S]{0,400}?\}\}|\{%[\s\S]{0,400}?%\}|\{#[\s\S]{0,2000}?#\}|<%[\s\S]{0,400}?%>|\$\{[^}\n]{1,200}\}|@[A-Z][A-Z0-9_]+@/g;
const STATEMENTS = /^(\{%|\{\{-?\s*(if|else|end|range|with|define|template|block)\b|\{\{[#/^>]|<%(?!=))/;

const KNOWN = new WeakMap<Snapshot, Template | undefined>();

/** The template that the file is; undefined: it is read as it stands. */
export function templateOf(snapshot: Snapshot): Template | undefined {
  if (!KNOWN.has(snapshot)) KNOWN.set(snapshot, readTemplate(snapshot));
  return KNOWN.get(snapshot);
}

function readTemplate({ uri, tree: { text } }: Snapshot): Template | undefined {
  const byName = NAMES.test(uri);
  if (!byName && !FOLDERS.test(uri)) return undefined;
  const found = Array.from(text.matchAll(PLACEHOLDERS), (one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }));
  if (found.length === 0) return undefined;
  return {
    placeholders: found,
    hasStatements: found.some(({ start, end }) => STATEMENTS.test(text.slice(start, end))),
  };
}

/** Whether a placeholder stands in a range, or around it. */
export function hasPlaceholder({ placeholders }: Template, { start, end }: TextRange): boolean {
  return placeholders.some((one) => one.start < end && start < one.end);
}
