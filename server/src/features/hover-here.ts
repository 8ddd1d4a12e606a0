// What holds at a place of the file: the effective value, the line that decides, the course of the keepalive. Asks the model, decides nothing.
import { fileName } from '../base/file-name';
import type { KnownDirective } from '../catalog/catalog';
import { argumentText, type Decided, decided } from '../model/effective-config';
import { effectiveKeepalive, type InForce } from '../model/effective-keepalive';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import { keepaliveSentences } from '../model/keepalive-words';
import { lineNumber as lineNumberIn } from '../rules/places';
import type { FeatureDocument } from './document';
import { code } from './markdown';

/** Sentences about a directive on a line; `placed` is absent on a commented-out line. */
export function hereSentences(
  document: FeatureDocument,
  known: KnownDirective,
  lineIndex: number,
  placed: PlacedDirective | undefined,
): readonly string[] {
  const { snapshot } = document;
  if (known.argument.name === 'match') return placed === undefined ? [] : blockSentence(document, placed);
  if (known.status !== 'supported') return [];
  if (placed !== undefined && known.scope === 'global' && !placed.active)
    return ['Not allowed in this Match block: sshd refuses the file. It belongs in the global section.'];
  const block =
    placed === undefined ? snapshot.model.blocks.findLast((one) => one.header.lineIndex < lineIndex) : placed.block;
  const switchedOff = placed === undefined ? ['Commented out: sshd skips this line.'] : [];
  return [...switchedOff, ...inForce(document, known, block, placed), ...keepaliveHere(document, known, block)];
}

function inForce(
  document: FeatureDocument,
  known: KnownDirective,
  block: MatchBlock | undefined,
  placed: PlacedDirective | undefined,
): readonly string[] {
  const where = block === undefined ? 'In force' : 'In force in this block';
  if (known.repeats === 'append' || known.repeats === 'every' || known.repeats === 'first-by-name')
    return addedUp(document, known, block);
  const { value, by } = decidedHere(document, known, block);
  if (by === undefined) return value === undefined ? [] : [`${where}: ${code(value)}, the default.`];
  const line = lineNumber(document, by);
  if (by === placed) return [`${where}: ${code(argumentText(by))}, this line decides.`];
  const noEffect = placed === undefined || placed.block !== by.block ? '' : '; this line has no effect';
  return [`${where}: ${code(argumentText(by))}, line ${line} decides${noEffect}.`];
}

// Two of the three keepalive directives also look into blocks that apply to everyone; the times below them must speak of the same lines.
function decidedHere({ snapshot }: FeatureDocument, { slot }: KnownDirective, block: MatchBlock | undefined): Decided {
  const { interval, countMax } = effectiveKeepalive(snapshot, block);
  const by = { ClientAliveInterval: interval.by, ClientAliveCountMax: countMax.by }[String(slot)];
  return by === undefined ? decided(snapshot, slot, block) : { value: argumentText(by), by };
}

function addedUp(document: FeatureDocument, known: KnownDirective, block: MatchBlock | undefined): readonly string[] {
  const lines = document.snapshot.model.settersOf(known.slot).filter((one) => one.block === block);
  if (lines.length < 2) return [];
  const numbers = lines.slice(0, 10).map((one) => String(lineNumber(document, one)));
  const more = lines.length > numbers.length ? ' and more' : '';
  return [`Set together by lines ${numbers.join(', ')}${more}.`];
}

const KEEPALIVE_SLOTS: readonly string[] = ['ClientAliveInterval', 'ClientAliveCountMax', 'TCPKeepAlive'];

/** The course of the keepalive, on the three directives it depends on. */
export function keepaliveHere(
  document: FeatureDocument,
  known: KnownDirective,
  block: MatchBlock | undefined,
): readonly string[] {
  if (!KEEPALIVE_SLOTS.includes(known.slot)) return [];
  const { snapshot } = document;
  const { timeline, interval, countMax } = effectiveKeepalive(snapshot, block);
  if (timeline === undefined) return [];
  const head = `With ${code(`ClientAliveInterval ${timeline.interval}`)} (${decidedBy(document, interval)}) and ${code(`ClientAliveCountMax ${timeline.countMax}`)} (${decidedBy(document, countMax)}):`;
  return [
    [
      head,
      ...keepaliveSentences(timeline, snapshot.settings.keepalive.natTimeout).map((sentence) => `  - ${sentence}`),
    ].join('\n'),
  ];
}

function decidedBy(document: FeatureDocument, { line, by }: InForce<number>): string {
  if (line === undefined) return 'default';
  if (by !== undefined) return `line ${lineNumber(document, by)}`;
  const { file } = line.reading;
  return `line ${lineNumberIn(line.reading, line.placed.lineIndex)} of ${fileName(file.path)}`;
}

function blockSentence(document: FeatureDocument, header: PlacedDirective): readonly string[] {
  const block = document.snapshot.model.blocks.find((one) => one.header === header);
  const last = block?.directives.at(-1);
  if (block === undefined || last === undefined) return ['This block sets nothing.'];
  const count = block.directives.length;
  return [
    `This block has ${count === 1 ? 'one directive' : `${count} directives`}, the last one on line ${lineNumber(document, last)}.`,
  ];
}

/** The line's number as the editor shows it. */
export function lineNumber({ snapshot, positionAt }: FeatureDocument, { lineIndex, line }: PlacedDirective): number {
  return positionAt((snapshot.tree.starts[lineIndex] ?? 0) + line.keyword.start).line + 1;
}
