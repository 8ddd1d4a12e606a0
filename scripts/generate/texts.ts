// What is there to translate: package.nls.json for the manifest, l10n/bundle.l10n.json for what client and pages say. Translates nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** Takes a text of the manifest and hands over what stands there instead: its key between percent signs. */
export type Say = (key: string, text: string) => string;

/** A {@link Say} and what it has been told. */
export function manifestTexts(): { readonly say: Say; readonly texts: Readonly<Record<string, string>> } {
  const texts: Record<string, string> = {};
  const say: Say = (key, text) => {
    const name = key.replaceAll(' ', '');
    if (texts[name] !== undefined && texts[name] !== text) throw new Error(`two texts of the name ${name}`);
    texts[name] = text;
    return `%${name}%`;
  };
  return { say, texts };
}

const GENERATED = /^(settings|tokens)\./;

/** package.nls.json: the texts written there by hand stay, those that are made of the sources follow. */
export function manifestBundle(present: string, texts: Readonly<Record<string, string>>): string {
  const known = JSON.parse(present) as Readonly<Record<string, string>>;
  const written = Object.entries(known).filter(([key]) => !GENERATED.test(key));
  return `${JSON.stringify({ ...Object.fromEntries(written), ...texts }, null, 2)}\n`;
}

/** l10n/bundle.l10n.json: every text of `l10n.t(...)` under the folder, each its own key. */
export function clientBundle(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.sort().flatMap((name) => textsIn(path.join(folder, name)));
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`;
}

function textsIn(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const texts: string[] = [];
  const visitor = new Visitor({
    CallExpression: ({ callee, arguments: [text] }) => {
      if (source.slice(callee.start, callee.end) !== 'l10n.t') return;
      if (text?.type !== 'Literal' || typeof text.value !== 'string')
        throw new Error(`${file}: l10n.t takes a text as it is`);
      texts.push(text.value);
    },
  });
  visitor.visit(parseSync(file, source).program);
  return texts;
}
