// Inlay hints: what the keepalive lines that decide make sshd do, bare seconds in words, whom a Match line means, what an Include finds; and, for who
// wants more, what a list comes to, which line decides instead, and the default. Each sort is off by a setting.
import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver-types';
import type { PlacedDirective } from '../model/file-model';
import { switchedOff } from '../model/switched-off';
import { lineIndexAt } from '../syntax/tree';
import type { FeatureDocument } from './document';
import { filesInWords } from './include-words';
import { type KeepaliveHint, keepaliveHints } from './inlay-keepalive';
import { decidedElsewhere, defaultBeside, type HintPart, listInWords, otherDefault } from './inlay-values';
import { appliesTo } from './match-words';

/** The hints of the lines in a range. */
export function inlayHints(document: FeatureDocument, range: Range): InlayHint[] {
  const { snapshot } = document;
  const { enabled, keepalive, defaults } = snapshot.settings.inlayHints;
  if (!enabled) return [];
  const first = lineIndexAt(snapshot.tree, document.offsetAt(range.start));
  const last = lineIndexAt(snapshot.tree, document.offsetAt(range.end));
  const shown = snapshot.model.directives.filter(({ lineIndex }) => lineIndex >= first && lineIndex <= last);
  const said = keepalive ? keepaliveHints(document, shown) : new Map<PlacedDirective, KeepaliveHint>();
  const hints: InlayHint[] = [];
  for (const placed of shown) {
    const end = placed.line.words.at(-1)?.end ?? placed.line.rest.end;
    add(hints, document, placed.lineIndex, end, partsOf(document, placed, said.get(placed)));
  }
  if (defaults)
    for (let index = Math.max(first, 0); index <= last; index++) {
      const off = switchedOff(snapshot.tree, index, snapshot.catalog);
      const line = snapshot.tree.lines[index];
      if (off === undefined || line === undefined) continue;
      const part = defaultBeside(off.directive, off.line, snapshot.catalog.target);
      if (part !== undefined) add(hints, document, index, line.text.trimEnd().length, [part]);
    }
  return hints;
}

function partsOf(
  document: FeatureDocument,
  placed: PlacedDirective,
  keepalive: KeepaliveHint | undefined,
): readonly HintPart[] {
  const { times, lists, decidedBy, defaults } = document.snapshot.settings.inlayHints;
  const read = wholeLine(placed, document);
  const elsewhere = decidedBy ? decidedElsewhere(document, placed) : undefined;
  const words = times && keepalive?.saysInterval !== true ? timeInWords(placed, document) : undefined;
  return [
    read === undefined ? undefined : { label: read },
    words === undefined ? undefined : { label: `= ${words}` },
    keepalive,
    lists ? listInWords(document.snapshot, placed) : undefined,
    elsewhere,
    // Of a line that has no effect, one thing at a time.
    defaults && elsewhere === undefined ? otherDefault(document.snapshot, placed) : undefined,
  ].filter((part) => part !== undefined);
}

// One text where that says it all: clients draw parts as links.
function add(
  hints: InlayHint[],
  document: FeatureDocument,
  lineIndex: number,
  end: number,
  parts: readonly HintPart[],
): void {
  if (parts.length === 0) return;
  const position = document.positionAt((document.snapshot.tree.starts[lineIndex] ?? 0) + end);
  const tooltip = parts.find((part) => part.tooltip !== undefined)?.tooltip;
  const label = parts.some(({ location }) => location !== undefined)
    ? parts.map(
        ({ label: text, location }, at): InlayHintLabelPart => ({
          value: at === 0 ? text : `, ${text}`,
          ...(location === undefined ? {} : { location }),
        }),
      )
    : parts.map((part) => part.label).join(', ');
  hints.push({ position, label, paddingLeft: true, ...(tooltip === undefined ? {} : { tooltip }) });
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
