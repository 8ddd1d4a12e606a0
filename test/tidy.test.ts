// The house rules as tests: which room may see which, what a file looks like, how large it may be. Cycles and function sizes are held by the linter.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

function filesUnder(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/(^|\/)(node_modules|dist|\.e2e)\//.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

const SERVER = filesUnder('server/src', '.ts');
const SOURCES = [
  ...SERVER,
  ...filesUnder('client/src', '.ts'),
  ...filesUnder('client/views', '.ts'),
  ...filesUnder('scripts', '.ts'),
  ...filesUnder('test', '.ts'),
];

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function importsOf(file: string): readonly string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, textOf(file)).module;
  const imported = staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const handedOn = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  const onDemand = dynamicImports.map(({ moduleRequest: { start, end } }) => textOf(file).slice(start + 1, end - 1));
  return [...imported, ...handedOn, ...onDemand].filter((name) => !name.endsWith('package.json'));
}

/** The room of a server file: the first folder below src, or the file's own name. */
function roomOf(file: string): string {
  return relative('server/src', file).split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

const MAY_SEE: Readonly<Record<string, readonly string[]>> = {
  base: [],
  syntax: ['base'],
  catalog: ['base', 'syntax'],
  model: ['base', 'syntax', 'catalog'],
  rules: ['base', 'syntax', 'catalog', 'model'],
  features: ['base', 'syntax', 'catalog', 'model', 'rules'],
  service: ['base', 'syntax', 'catalog', 'model', 'rules', 'features'],
  workspace: ['base', 'syntax', 'catalog', 'model'],
  lsp: ['base', 'syntax', 'catalog', 'model', 'rules', 'features', 'service', 'workspace'],
  cli: ['base', 'syntax', 'catalog', 'model', 'rules', 'service', 'workspace'],
  hosts: ['service', 'workspace', 'lsp', 'cli'],
  index: ['base', 'syntax', 'catalog', 'model', 'rules', 'features', 'service'],
};

/** Which packages a room may use beside those that every room may (none). */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  features: [/^vscode-languageserver-(types|textdocument)$/],
  service: [/^vscode-languageserver-types$/],
  index: [/^vscode-languageserver-types$/],
  workspace: [/^vscode-uri$/],
  lsp: [/^vscode-/, /^fast-deep-equal$/],
  hosts: [/^vscode-/, /^node:/],
  cli: [/^node:/, /^vscode-languageserver-textdocument$/],
};

describe('rooms', () => {
  test.each(SERVER)('%s sees only the rooms and packages it may', (file) => {
    const room = roomOf(file);
    expect(Object.keys(MAY_SEE)).toContain(room);
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const seen = roomOf(relative(ROOT, resolve(ROOT, dirname(file), `${name}.ts`)).replaceAll('\\', '/'));
        if (seen !== room) expect(MAY_SEE[room], `${file} imports ${name}`).toContain(seen);
      } else {
        const allowed = (PACKAGES[room] ?? []).some((pattern) => pattern.test(name));
        expect(allowed, `${file} imports ${name}`).toBe(true);
      }
    }
  });

  test('the client sees one file of the server: the names of messages', () => {
    for (const file of filesUnder('client', '.ts')) {
      const server = importsOf(file).filter((name) => name.includes('server/src'));
      expect(
        server.every((name) => name.endsWith('server/src/lsp/messages')),
        `${file}: ${server}`,
      ).toBe(true);
    }
  });
});

describe('files', () => {
  test.each(SOURCES)('%s says what it is, has a kebab-case name and a size to feel at home in', (file) => {
    const text = textOf(file);
    expect(text, 'opens with a comment').toMatch(/^(#!.*\n)?(\/\/ |\/\*\*)/);
    expect(file.split('/').at(-1)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.proof\.test|\.bench|\.d)?\.ts$/);
    expect(text.split('\n').length).toBeLessThanOrEqual(400);
  });

  test('sources are small in the middle', () => {
    const sizes = SERVER.map((file) => textOf(file).split('\n').length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(90);
  });

  test('nothing is left over', () => {
    const words = new RegExp(['FIX' + 'ME', 'XX' + 'X\\b', '\\.on' + 'ly\\(', '@ts-ig' + 'nore'].join('|'));
    for (const file of SOURCES) expect(words.test(textOf(file)), file).toBe(false);
  });

  test('the facade stays small', () => {
    expect(textOf('server/src/service.ts').split('\n').length).toBeLessThan(150);
  });
});
