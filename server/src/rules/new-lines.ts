// Fixes that write a new global line: over its commented-out form where there is one, else behind the last line of the global section.
import type { Keyword } from '../catalog/directives';
import type { DirectiveInFile } from '../model/configuration';
import type { Snapshot } from '../model/snapshot';
import { commentedLine } from './commented-line';
import { endOfGlobalSection } from './keepalive/new-lines';
import { insertion, PLAIN_STYLE, styleBeside, written } from './line-edits';
import { isHere } from './places';
import type { Fix } from './rule';

/** The fix that sets a keyword for everyone; none where the target's sshd does not take it. */
export function newGlobalLine(snapshot: Snapshot, keyword: Keyword, value: string, title: string): readonly Fix[] {
  if (snapshot.catalog.directive(keyword)?.status !== 'supported') return [];
  const commented = commentedLine(snapshot, keyword);
  if (commented !== undefined)
    return [
      { title, safety: 'unsafe', preferred: true, edits: [{ ...commented.range, newText: `${keyword} ${value}` }] },
    ];
  const { index, after } = endOfGlobalSection(snapshot);
  const line = written(after === undefined ? PLAIN_STYLE : styleBeside(after, keyword), keyword, value);
  return [{ title, safety: 'unsafe', preferred: true, edits: [insertion(snapshot.tree, index, [line])] }];
}

/** The fix that writes a line below another one, in its style. */
export function lineBelow(snapshot: Snapshot, line: DirectiveInFile, keyword: Keyword, value: string): readonly Fix[] {
  return linesBelow(snapshot, line, [[keyword, value]]);
}

/** The fix that writes lines below another one; none where the line stands in another file. */
export function linesBelow(
  snapshot: Snapshot,
  line: DirectiveInFile,
  settings: readonly (readonly [keyword: Keyword, value: string])[],
): readonly Fix[] {
  if (!isHere(snapshot, line)) return [];
  const lines = settings.map(([keyword, value]) => written(styleBeside(line.placed, keyword), keyword, value));
  const title = `Add ${settings.map(([keyword, value]) => `\`${keyword} ${value}\``).join(' and ')}`;
  const edits = [insertion(snapshot.tree, line.placed.lineIndex + 1, lines)];
  return [{ title, safety: 'unsafe', preferred: true, edits }];
}
