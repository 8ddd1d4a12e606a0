// Inlay hints: what the keepalive lines that decide make sshd do, bare seconds in words, whom a Match line means, what an Include finds. Off by settings.
import type { InlayHint, MarkupContent, Range } from 'vscode-languageserver-types';
import { durationInWords } from '../base/duration';
import { blocksWithKeepalive, type EffectiveKeepalive, effectiveKeepalive } from '../model/effective-keepalive';
import type { PlacedDirective } from '../model/file-model';
import { keepaliveInBrief, keepaliveSentences } from '../model/keepalive-words';
import { lineIndexAt } from '../syntax/tree';
import type { FeatureDocument } from './document';
import { filesInWords } from './include-words';
import { card, code } from './markdown';
import { appliesTo } from './match-words';

/** The hints of the lines in a range. */
export function inlayHints(document: FeatureDocument, range: Range): InlayHint[] {
  const { snapshot } = document;
  if (!snapshot.settings.inlayHints.enabled) return [];
  const first = lineIndexAt(snapshot.tree, document.offsetAt(range.start));
  const last = lineIndexAt(snapshot.tree, document.offsetAt(range.end));
  const shown = snapshot.model.directives.filter(({ lineIndex }) => lineIndex >= first && lineIndex <= last);
  const keepalive = keepaliveHints(document, shown);
  const hints: InlayHint[] = [];
  for (const placed of shown) {
    const said = keepalive.get(placed);
    const words = said?.saysInterval ? undefined : timeInWords(placed, document);
    const read = wholeLine(placed, document);
    const label = [
      ...(read === undefined ? [] : [read]),
      ...(words === undefined ? [] : [`= ${words}`]),
      ...(said === undefined ? [] : [said.label]),
    ].join(', ');
    if (label !== '') hints.push(hint(document, placed, label, said?.tooltip));
  }
  return hints;
}

function hint(
  document: FeatureDocument,
  { line, lineIndex }: PlacedDirective,
  label: string,
  tooltip: MarkupContent | undefined,
): InlayHint {
  const start = document.snapshot.tree.starts[lineIndex] ?? 0;
  const position = document.positionAt(start + (line.words.at(-1)?.end ?? line.rest.end));
  return { position, label, paddingLeft: true, ...(tooltip === undefined ? {} : { tooltip }) };
}

interface Said {
  readonly label: string;
  readonly tooltip: MarkupContent;
  /** Whether the label gives the interval in words. */
  readonly saysInterval: boolean;
}

// For everyone, and for each shown block that sets one of the two: the block's own lines only.
function keepaliveHints(
  { snapshot }: FeatureDocument,
  shown: readonly PlacedDirective[],
): ReadonlyMap<PlacedDirective, Said> {
  const hints = new Map<PlacedDirective, Said>();
  const setters = shown.filter(
    ({ directive }) => directive?.slot === 'ClientAliveInterval' || directive?.slot === 'ClientAliveCountMax',
  );
  if (setters.length === 0) return hints;
  const there = new Set(setters.map(({ block }) => block));
  const blocks = [undefined, ...blocksWithKeepalive(snapshot).filter((block) => there.has(block))];
  for (const block of blocks) {
    const scope = effectiveKeepalive(snapshot, block);
    const own = (by: PlacedDirective | undefined) =>
      scope.block === undefined || by?.block === scope.block ? by : undefined;
    const interval = own(scope.interval.by);
    const countMax = own(scope.countMax.by);
    for (const [line, said] of saidOf(scope, interval, countMax, snapshot.settings.keepalive.natTimeout))
      hints.set(line, said);
  }
  return hints;
}

function* saidOf(
  { timeline, block }: EffectiveKeepalive,
  interval: PlacedDirective | undefined,
  countMax: PlacedDirective | undefined,
  natTimeout: number | undefined,
): Iterable<readonly [PlacedDirective, Said]> {
  if (timeline === undefined) return;
  const head = `**Keepalive** ${code(`${timeline.interval} s, ${timeline.countMax} probes`)}${block === undefined ? '' : ' in this Match block'}`;
  const tooltip = card({ head, here: keepaliveSentences(timeline, natTimeout) });
  const brief: Said = { label: keepaliveInBrief(timeline), tooltip, saysInterval: false };
  const { probeGap } = timeline;
  // With both lines there, each tells its own part. Without probes the count has nothing to tell.
  const shared = interval !== undefined && countMax !== undefined;
  if (shared && probeGap !== undefined) {
    yield [
      interval,
      {
        label: `first probe after ${durationInWords(probeGap)}`,
        tooltip,
        saysInterval: probeGap === timeline.interval,
      },
    ];
    yield [countMax, brief];
  } else if (interval !== undefined) yield [interval, brief];
  else if (countMax !== undefined && timeline.kind !== 'off') yield [countMax, brief];
}

// What a Match or Include line comes to.
function wholeLine(placed: PlacedDirective, { snapshot }: FeatureDocument): string | undefined {
  const { matchBlocks, includes } = snapshot.settings.inlayHints;
  const kind = placed.directive?.argument.name;
  if (kind === 'include' && placed.directive?.status === 'supported')
    return includes ? filesInWords(snapshot, placed) : undefined;
  if (kind !== 'match' || !matchBlocks) return undefined;
  const block = snapshot.model.blocks.find(({ header }) => header === placed);
  return block && appliesTo(block);
}

function timeInWords({ directive, line }: PlacedDirective, { snapshot }: FeatureDocument): string | undefined {
  const value = line.words[0]?.value;
  if (
    directive?.argument.name !== 'time' ||
    directive.status !== 'supported' ||
    value === undefined ||
    isObvious(value)
  )
    return undefined;
  return directive.argument.describe?.(value, snapshot.catalog.target);
}

// `60s` and `5m` say it themselves; 100 and 3600 need a thought.
function isObvious(value: string): boolean {
  const parts = /^(\d+)([smhdw]?)$/i.exec(value);
  return parts === null || Number(parts[1]) < (parts[2] === '' ? 60 : 100);
}
