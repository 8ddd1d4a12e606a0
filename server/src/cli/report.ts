// Findings as text or JSON, a file at a time. Decides nothing about them.
import { plainText } from '../base/plain-text';
import type { TextRange } from '../base/text-range';
import type { SourceSet } from '../model/source-set';
import type { Finding, Fix } from '../rules/rule';
import { lineIndexAt, type SyntaxTree } from '../syntax/tree';

/** The findings of one file, and what it was judged for. */
export interface FileReport {
  /** The name it was given by. */
  readonly path: string;
  readonly tree: SyntaxTree;
  readonly target: string;
  readonly findings: readonly Finding[];
  /** The files that findings point to. */
  readonly sources: SourceSet;
}

/** `FILE:LINE:COL: severity[rule] message`, one finding a line; lines and columns count from 1, lines end at LF only. */
export function textReport({ path, tree, findings }: FileReport): string {
  const place = placesIn(tree.text);
  const line = ({ range, severity, rule, message }: Finding) => {
    const { line: row, character } = place(range.start);
    return `${path}:${row + 1}:${character + 1}: ${severity}[${rule}] ${plainText(message).replace(/\s+/g, ' ')}\n`;
  };
  return findings.map(line).join('');
}

/** One file as an object of the JSON report; lines and characters count from 0, lines end at LF only. */
export function jsonReport({ path, tree, target, findings, sources }: FileReport): string {
  const place = placesIn(tree.text);
  const rangeOf = ({ start, end }: TextRange): JsonRange => ({ start: place(start), end: place(end) });
  const elsewhere = otherPlaces(sources);
  const placeOf = (range: TextRange, uri?: string) =>
    (uri === undefined ? undefined : elsewhere(range, uri)) ?? { range: rangeOf(range) };
  const fixOf = ({ title, safety, edits, preferred }: Fix) => ({
    title: plainText(title),
    safety,
    ...(preferred ? { preferred } : {}),
    edits: edits.map((edit) => ({ ...placeOf(edit, edit.uri), newText: edit.newText })),
  });
  return JSON.stringify({
    path,
    target,
    findings: findings.map(({ rule, severity, message, range, related = [], fixes = [], sshdSays }) => ({
      rule,
      severity,
      message: plainText(message),
      range: rangeOf(range),
      // The number in sshd's own messages: a NUL byte glues lines for it.
      sshdLine: lineIndexAt(tree, range.start) + 1,
      related: related.map((one) => ({ message: plainText(one.message), ...placeOf(one.range, one.uri) })),
      ...(sshdSays === undefined ? {} : { sshdSays }),
      fixes: fixes.map(fixOf),
    })),
  });
}

interface JsonPlace {
  readonly uri: string;
  /** As sshd names the file. */
  readonly path: string;
  readonly range: JsonRange;
}

// A place in another file of the configuration says which.
function otherPlaces({ sources }: SourceSet): (range: TextRange, uri: string) => JsonPlace | undefined {
  const places = new Map<string, (offset: number) => Position>();
  return ({ start, end }, uri) => {
    const source = sources.get(uri);
    if (source?.kind !== 'file') return undefined;
    const place = places.get(uri) ?? placesIn(source.text);
    places.set(uri, place);
    return { uri, path: source.path, range: { start: place(start), end: place(end) } };
  };
}

/** A position as editors exchange it. */
interface Position {
  readonly line: number;
  readonly character: number;
}

interface JsonRange {
  readonly start: Position;
  readonly end: Position;
}

function placesIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (starts[low] ?? 0) };
  };
}
