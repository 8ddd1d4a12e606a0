// What people read can be translated: the manifest names keys, client and pages ask l10n. That the bundles are fresh is for `npm run generate -- --check`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, parseSync, type Span, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import plain from '../../package.json';
import texts from '../../package.nls.json';

const root = path.resolve(import.meta.dirname, '../..');
const SHOWN = /^(title|description|markdownDescription|altText|patternErrorMessage|label)$/;

/** Every text of the manifest that people read, with the way to it. */
function shownTexts(value: unknown, at: string): readonly (readonly [at: string, text: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && SHOWN.test(name)
      ? [[`${at}.${name}`, inner] as const]
      : shownTexts(inner, `${at}.${name}`),
  );
}

describe('the manifest', () => {
  const shown = shownTexts(
    { description: plain.description, capabilities: plain.capabilities, contributes: plain.contributes },
    '',
  );
  const keys = Array.from(JSON.stringify(plain).matchAll(/"%([^"%]+)%"/g), ([, key = '']) => key);

  it('shows no text of its own', () => {
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter(([, text]) => !/^%[^%]+%$/.test(text))).toEqual([]);
  });

  it('names keys that there are, and all of them', () => {
    expect([...new Set(keys)].sort()).toEqual(Object.keys(texts).sort());
  });
});

const CLIENT = ['client/src', 'client/views'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name)),
);

// What is no language: the name of the language itself, code, and the log's texts.
const UNTOLD = /^(sshd_config|ClientAliveInterval .*|ClientAliveCountMax .*|[^a-zA-Z]*)$/;

/** Texts that are shown though no l10n.t stands around them. */
function untranslated(file: string): readonly string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const textOf = ({ start, end }: Span) => source.slice(start, end);
  const found: string[] = [];
  const look = (node: Node | undefined): void => {
    if (node?.type === 'ConditionalExpression') {
      look(node.consequent);
      look(node.alternate);
    } else if (node?.type === 'Literal' && typeof node.value === 'string') {
      if (!UNTOLD.test(node.value)) found.push(node.value);
    } else if (node?.type === 'TemplateLiteral') {
      const words = node.quasis.map(({ value }) => value.cooked).join('');
      if (!UNTOLD.test(words.replace(/\$\(\w+\)/, ''))) found.push(textOf(node));
    }
  };
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      const called = textOf(callee);
      if (/show(Information|Warning|Error)Message$|setStatusBarMessage$|setTitle$/.test(called)) given.forEach(look);
      if (called === 'element') given.slice(2).forEach(look);
      if (called === 'option') look(given[1]);
      if (called === 'course') look(given[0]);
    },
    Property: ({ key, value }) => {
      if (/^'?(title|label|detail|description|placeHolder|placeholder|aria-label)'?$/.test(textOf(key))) look(value);
    },
    AssignmentExpression: ({ left, right }) => {
      if (/\.textContent$/.test(textOf(left))) look(right);
    },
  }).visit(parseSync(file, source).program);
  return found;
}

describe.each(CLIENT)('%s', (file) => {
  it('asks l10n for what it shows', () => expect(untranslated(file)).toEqual([]));
});
