// What people read can be translated: the manifest names keys, client and pages ask l10n. That the bundles are fresh is for `npm run generate -- --check`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
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
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Expression | undefined): void => {
    if (node === undefined) return;
    if (ts.isConditionalExpression(node)) {
      look(node.whenTrue);
      look(node.whenFalse);
    } else if (ts.isStringLiteralLike(node) && !UNTOLD.test(node.text)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      const words = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('');
      if (!UNTOLD.test(words.replace(/\$\(\w+\)/, '')) && !UNTOLD.test(node.head.text + words))
        found.push(node.getText());
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      if (/show(Information|Warning|Error)Message$|setStatusBarMessage$|setTitle$/.test(called))
        node.arguments.forEach(look);
      if (called === 'element') node.arguments.slice(2).forEach(look);
      if (called === 'option') look(node.arguments[1]);
      if (called === 'course') look(node.arguments[0]);
    }
    if (
      ts.isPropertyAssignment(node) &&
      /^'?(title|label|detail|description|placeHolder|placeholder|aria-label)'?$/.test(node.name.getText())
    )
      look(node.initializer);
    if (ts.isBinaryExpression(node) && /\.textContent$/.test(node.left.getText())) look(node.right);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe.each(CLIENT)('%s', (file) => {
  it('asks l10n for what it shows', () => expect(untranslated(file)).toEqual([]));
});
