// What the keepalive rules share: the connections to judge, the line to point at, and small fixes on that line.
import { spanning, type TextRange } from '../../base/text-range';
import { blocksWithKeepalive, type EffectiveKeepalive, effectiveKeepalive } from '../../model/effective-keepalive';
import type { PlacedDirective } from '../../model/file-model';
import type { KeepaliveTimeline } from '../../model/keepalive';
import { blockAround, type ClientAliveKeyword } from '../../model/keepalive-lines';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { insertion, removal, styleOf, valueEdit, written } from '../line-edits';
import type { Fix, Related, Report, RuleContext } from '../rule';
import { unknownIncludes } from './new-lines';

/** The manual's page that every rule here may point to. */
export const MANUAL = 'https://man.openbsd.org/sshd_config#ClientAliveInterval';

/** The lines that decide when a dead connection ends. */
export const KEEPALIVE_KEYWORDS = ['ClientAliveInterval', 'ClientAliveCountMax', 'TCPKeepAlive'] as const;

/** What holds for some connections, with a timeline: sshd accepts the values. */
export type JudgedKeepalive = EffectiveKeepalive & { readonly timeline: KeepaliveTimeline };

const JUDGED = new WeakMap<Snapshot, readonly JudgedKeepalive[]>();

/** Everyone first, then each Match block that sets interval or count; without those whose values sshd refuses. */
export function judgedScopes(snapshot: Snapshot): readonly JudgedKeepalive[] {
  const known = JUDGED.get(snapshot) ?? findScopes(snapshot);
  JUDGED.set(snapshot, known);
  return known;
}

function findScopes(snapshot: Snapshot): readonly JudgedKeepalive[] {
  const blocks = blocksWithKeepalive(snapshot).map((block) => effectiveKeepalive(snapshot, block));
  return [effectiveKeepalive(snapshot), ...blocks].filter((one): one is JudgedKeepalive => one.timeline !== undefined);
}

/** What holds for everyone; undefined where sshd refuses a value. */
export function globalScope(snapshot: Snapshot): JudgedKeepalive | undefined {
  const [first] = judgedScopes(snapshot);
  return first?.block === undefined ? first : undefined;
}

/** Whether a count does anything, for everyone or for a block that brings an interval. */
export function countIsUsed(snapshot: Snapshot, line: PlacedDirective): boolean {
  return judgedScopes(snapshot).some((one) => one.timeline.kind !== 'off' && one.countMax.by === line);
}

/** What a message adds where a file that is included, and not known here, may set what this one does not. */
export function unlessIncluded({ configuration }: Snapshot): string {
  return unknownIncludes(configuration).length > 0 ? ' unless an included file sets it' : '';
}

/** The line that makes the difference in a scope: its own before a global one, the preferred keyword's before the other's. Undefined where it stands in another file, which has the finding. */
export function lineToBlame(
  { block, interval, countMax }: EffectiveKeepalive,
  preferred: ClientAliveKeyword,
): PlacedDirective | undefined {
  const both = preferred === 'ClientAliveInterval' ? [interval, countMax] : [countMax, interval];
  const set = both.filter(({ line }) => line !== undefined);
  const own = block && set.find(({ line }) => line !== undefined && blockAround(line.placed) === block);
  return (own ?? set[0])?.by;
}

/** One report for each line, however many scopes it decides in; `judge` looks at nothing but its scope and the lines of keepalive. */
export function* oncePerLine(
  snapshot: Snapshot,
  { reads }: RuleContext,
  judge: (
    scope: JudgedKeepalive,
  ) => { readonly at: PlacedDirective; readonly report: Omit<Report, 'range'> } | undefined,
): Iterable<Report> {
  reads(...KEEPALIVE_KEYWORDS);
  const seen = new Set<number>();
  for (const scope of judgedScopes(snapshot)) {
    const judged = judge(scope);
    if (judged === undefined || seen.has(judged.at.lineIndex)) continue;
    seen.add(judged.at.lineIndex);
    yield { range: directiveRange(snapshot, judged.at), ...judged.report };
  }
}

/** From the keyword to the end of the last argument. */
export function directiveRange({ tree }: Snapshot, { line, lineIndex }: PlacedDirective): TextRange {
  return rangeInFile(tree, lineIndex, spanning(line.keyword, line.words.at(-1) ?? line.keyword));
}

/** Points at a line that explains a finding, unless that is the finding's own line. */
export function related(
  snapshot: Snapshot,
  message: string,
  line: PlacedDirective | undefined,
  own?: PlacedDirective,
): readonly Related[] {
  return line === undefined || line === own ? [] : [{ range: directiveRange(snapshot, line), message }];
}

/** The fixes that exist, ready to be spread into a report. */
export function withFixes(...fixes: readonly (Fix | undefined)[]): { readonly fixes?: readonly Fix[] } {
  const found = fixes.filter((fix) => fix !== undefined);
  return found.length === 0 ? {} : { fixes: found };
}

/** Writes another value on the line that decides, or a new line beside its partner where no line of this scope does. A choice of the user, so never applied unasked. */
export function setValue(
  snapshot: Snapshot,
  { block, interval, countMax }: EffectiveKeepalive,
  keyword: ClientAliveKeyword,
  value: number,
): Fix | undefined {
  const [own, partner] = keyword === 'ClientAliveInterval' ? [interval.by, countMax.by] : [countMax.by, interval.by];
  const title = `Set ${keyword} to ${value}`;
  if (own !== undefined && (own.block === block || block === undefined))
    return { title, safety: 'unsafe', edits: [valueEdit(snapshot.tree, own, String(value))] };
  // A line of `Match all` further up would beat a new one.
  if (partner === undefined || partner.block !== block || own?.block !== undefined) return undefined;
  const line = written(styleOf(partner), keyword, String(value));
  return {
    title,
    safety: 'unsafe',
    edits: [insertion(snapshot.tree, partner.lineIndex + (keyword === 'ClientAliveInterval' ? 0 : 1), [line])],
  };
}

/** Takes a line out that changes nothing. */
export function removeLine(snapshot: Snapshot, placed: PlacedDirective): Fix {
  return {
    title: `Remove this ${placed.directive?.keyword ?? placed.line.keyword.value} line`,
    safety: 'safe',
    edits: [removal(snapshot.tree, placed)],
  };
}
