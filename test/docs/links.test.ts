// Every link from our documents into the project leads to a file that is there. Addresses of the web are not looked up.
// Rules' pages name each other without links: the build puts all of them into one folder, where links of the sources would break.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'samples', 'walkthrough', 'server/src/rules'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  ),
];

/** Where the links of a Markdown text lead, code left out. */
function linksIn(text: string): readonly string[] {
  const prose = text.replace(/^(`{3,})[^\n]*\n.*?^\1$/gms, '').replace(/`[^`\n]*`/g, '');
  return Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target);
}

describe.each(documents)('%s', (name) => {
  it('has no broken link', () => {
    const local = linksIn(readFileSync(path.join(root, name), 'utf8')).filter((link) => !/^(https?:|#)/.test(link));
    const broken = local.filter((link) => {
      const [file = ''] = link.split('#');
      return !existsSync(path.resolve(root, path.dirname(name), file));
    });
    expect(broken).toEqual([]);
  });
});
