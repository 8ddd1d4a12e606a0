// Files nobody has touched yet give no finding above information severity at their own target; bad-input has the opposite.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { targetNamed } from '../../server/src/catalog/targets';
import { diagnostics } from '../../server/src/features/diagnostics';
import { lineNumber } from '../../server/src/rules/places';
import type { Finding } from '../../server/src/rules/rule';
import { parse, print } from '../../server/src/syntax/parse';
import { DIALECTS, lineIndexAt, type SyntaxTree } from '../../server/src/syntax/tree';
import { findingsOf } from '../kit/expect-findings';
import { featureDocument } from '../kit/feature-document';
import { snapshotFrom } from '../kit/snapshot';
import targets from './stock/targets.json' with { type: 'json' };

const STOCK = fileURLToPath(new URL('stock/', import.meta.url));

/** A delivered file, by its path in the corpus. */
interface StockFile {
  readonly path: string;
  readonly target: string;
}

const FILES: readonly StockFile[] = Object.values(targets).flatMap(({ target, main }) => {
  const folder = dirname(main);
  const inFolder = readdirSync(`${STOCK}${folder}`, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return inFolder.map((entry) => ({ path: `${entry.parentPath}/${entry.name}`.slice(STOCK.length), target }));
});

const textOf = (path: string) => readFileSync(STOCK + path, 'utf8');

function loud({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function shown(
  tree: SyntaxTree,
  snapshot: Parameters<typeof lineNumber>[0],
  { range, rule, severity, message }: Finding,
): string {
  return `${lineNumber(snapshot, lineIndexAt(tree, range.start))}: ${severity}[${rule}] ${message}`;
}

test('every folder has its target, every target its folder', () => {
  const folders = readdirSync(STOCK, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).toSorted()).toEqual(Object.keys(targets).toSorted());
  for (const { target, main } of Object.values(targets)) {
    expect(targetNamed(target)?.id).toBe(target);
    expect(FILES.map((file) => file.path)).toContain(main);
  }
});

describe.each(FILES.map((file) => [file.path, file] as const))('%s', (path, { target }) => {
  const text = textOf(path);

  test('no warning and no error', () => {
    const snapshot = snapshotFrom(text, { target });
    const found = findingsOf(snapshot).filter(loud);
    expect(found.map((finding) => shown(snapshot.tree, snapshot, finding))).toEqual([]);
  });

  test('says something of itself, and keeps every character', () => {
    expect(text).toMatch(/^\s*#/);
    for (const dialect of DIALECTS) expect(print(parse(text, dialect))).toBe(text);
    const document = featureDocument(text, { target });
    expect(() => diagnostics(document, findingsOf(document.snapshot), { rulePage: (id) => id })).not.toThrow();
  });
});
