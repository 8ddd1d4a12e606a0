// Markdown tables and the marks of generated text. Knows nothing of what is in the tables.

/** A table; cells may hold Markdown, their pipes are escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Text as code; nothing for nothing. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** A page that is made as a whole. */
export function page(title: string, ...parts: readonly string[]): string {
  const mark = '<!-- Made by `npm run generate` from the catalogue and the rules. Do not edit. -->';
  return `${[`# ${title}`, mark, ...parts].join('\n\n')}\n`;
}

/** Replaces what stands between the marks `<!-- generated: NAME -->` and `<!-- end -->`. Throws where the marks are missing. */
export function withSection(text: string, name: string, contents: string): string {
  const open = `<!-- generated: ${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf('<!-- end -->', start);
  if (start < 0 || end < 0) throw new Error(`the marks of "${name}" are missing`);
  return `${text.slice(0, start + open.length)}\n\n${contents}\n\n${text.slice(end)}`;
}
