// What holds at a place of the file: the effective value (effective-here.ts), the course of the keepalive, what an Include finds. Asks the model, decides nothing.
import type { KnownDirective } from '../catalog/catalog';
import { sectionOf } from '../model/effective-config';
import { effectiveKeepalive, type InForce } from '../model/effective-keepalive';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import { keepalivePicture } from '../model/keepalive-picture';
import { keepaliveSentences } from '../model/keepalive-words';
import type { FeatureDocument } from './document';
import { inForceSentences, overruledSentences } from './effective-here';
import { filesFound } from './include-words';
import { pictureInMarkdown } from './keepalive-svg';
import { code } from './markdown';
import { lineLink } from './places';

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
  if (known.argument.name === 'include') return placed === undefined ? [] : includeSentence(document, placed);
  if (placed !== undefined && known.scope === 'global' && !placed.active)
    return ['Not allowed in this Match block: sshd refuses the file. It belongs in the global section.'];
  const block =
    placed === undefined
      ? snapshot.model.blocks.findLast((one) => one.header.lineIndex < lineIndex)
      : sectionOf(placed);
  const switchedOff = placed === undefined ? ['Commented out: sshd skips this line.'] : [];
  return [
    ...switchedOff,
    ...inForceSentences(document, known, block, placed),
    ...keepaliveHere(document, known, block),
  ];
}

const KEEPALIVE_SLOTS: readonly string[] = ['ClientAliveInterval', 'ClientAliveCountMax', 'TCPKeepAlive'];

/** What is said on an argument: the course of the keepalive, and where another line decides. */
export function argumentSentences(
  document: FeatureDocument,
  known: KnownDirective,
  placed: PlacedDirective,
): readonly string[] {
  if (known.argument.name === 'include') return includeSentence(document, placed);
  if (known.status !== 'supported' || known.argument.name === 'match') return [];
  return [...overruledSentences(document, known, placed), ...keepaliveHere(document, known, placed.block)];
}

/** The course of the keepalive, on the three directives it depends on. */
function keepaliveHere(
  document: FeatureDocument,
  known: KnownDirective,
  block: MatchBlock | undefined,
): readonly string[] {
  if (!KEEPALIVE_SLOTS.includes(known.slot)) return [];
  const { snapshot } = document;
  const { natTimeout } = snapshot.settings.keepalive;
  const { timeline, interval, countMax } = effectiveKeepalive(snapshot, block);
  if (timeline === undefined) return [];
  const head = `With ${code(`ClientAliveInterval ${timeline.interval}`)} (${decidedBy(document, interval)}) and ${code(`ClientAliveCountMax ${timeline.countMax}`)} (${decidedBy(document, countMax)}):`;
  return [
    [
      head,
      ...(document.pictures ? ['', `  ${pictureInMarkdown(keepalivePicture(timeline, natTimeout))}`, ''] : []),
      ...keepaliveSentences(timeline, natTimeout).map((sentence) => `  - ${sentence}`),
    ].join('\n'),
  ];
}

function decidedBy(document: FeatureDocument, { line }: InForce<number>): string {
  return line === undefined ? 'default' : lineLink(document, line);
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

const MOST_FILES = 10;

function includeSentence({ snapshot }: FeatureDocument, placed: PlacedDirective): readonly string[] {
  const paths = filesFound(snapshot, placed);
  if (paths.length === 0) return [];
  const more = paths.length > MOST_FILES ? ` and ${paths.length - MOST_FILES} more` : '';
  return [`Reads, in this order: ${paths.slice(0, MOST_FILES).map(code).join(', ')}${more}.`];
}

/** The line's number as the editor shows it. */
export function lineNumber({ snapshot, positionAt }: FeatureDocument, { lineIndex, line }: PlacedDirective): number {
  return positionAt((snapshot.tree.starts[lineIndex] ?? 0) + line.keyword.start).line + 1;
}
