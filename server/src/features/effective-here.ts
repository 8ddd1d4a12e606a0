// Sentences about the value of a directive at its place: what holds, which line decides, for whom it differs, what the line beats. Asks the model, decides nothing.
import type { KnownDirective } from '../catalog/catalog';
import type { DirectiveInFile } from '../model/configuration';
import { exceptionsTo, settingIn } from '../model/deciding-lines';
import { argumentText, sectionOf } from '../model/effective-config';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import { overruledOf, saySame } from '../model/repeats';
import type { FeatureDocument } from './document';
import { code } from './markdown';
import { lineLink } from './places';

const MOST = 5;

/** What holds in a section (a Match block, or the global one); `placed` is the line asked about, where it is not commented out. */
export function inForceSentences(
  document: FeatureDocument,
  known: KnownDirective,
  block: MatchBlock | undefined,
  placed: PlacedDirective | undefined,
): readonly string[] {
  if (known.repeats === 'append' || known.repeats === 'every' || known.repeats === 'first-by-name')
    return addedUp(document, known, block);
  return [
    valueSentence(document, known, block, placed),
    ...(block === undefined ? exceptions(document, known) : []),
    ...(placed === undefined ? [] : beats(document, placed)),
  ].filter((sentence) => sentence !== '');
}

/** What holds instead of a line that does not decide; nothing for one that does. */
export function overruledSentences(
  document: FeatureDocument,
  known: KnownDirective,
  placed: PlacedDirective,
): readonly string[] {
  if (known.repeats === 'append' || known.repeats === 'every' || known.repeats === 'first-by-name') return [];
  const section = sectionOf(placed);
  const { by } = settingIn(document.snapshot.configuration, known.slot, section);
  if (by === undefined || by.placed === placed || !isLost(placed, by)) return [];
  return [valueSentence(document, known, section, placed)];
}

function valueSentence(
  document: FeatureDocument,
  known: KnownDirective,
  block: MatchBlock | undefined,
  placed: PlacedDirective | undefined,
): string {
  const where = block === undefined ? 'In force' : 'In force in this block';
  const { by } = settingIn(document.snapshot.configuration, known.slot, block);
  if (by === undefined) return known.default === undefined ? '' : `${where}: ${code(known.default)}, the default.`;
  const value = `${where}: ${code(argumentText(by.placed))}`;
  if (by.placed === placed) return `${value}, this line decides.`;
  const lost = placed !== undefined && isLost(placed, by) ? '; this line has no effect' : '';
  return `${value}, ${lineLink(document, by)} decides${lost}.`;
}

// What a line says may still count one by one, as of RekeyLimit; and what a block sets leaves the global line to others.
function isLost(placed: PlacedDirective, by: DirectiveInFile): boolean {
  const [own, other] = [sectionOf(placed), sectionOf(by.placed)];
  return own === other || (other?.criteria.activeWhenRead ?? false);
}

function exceptions(document: FeatureDocument, { slot }: KnownDirective): readonly string[] {
  const lines = exceptionsTo(document.snapshot.configuration, slot);
  if (lines.length === 0) return [];
  const shown = lines
    .slice(0, MOST)
    .map((line) => `${code(argumentText(line.placed))} for ${blockName(line)} (${lineLink(document, line)})`);
  const more = lines.length > shown.length ? `, and ${lines.length - shown.length} more blocks` : '';
  return [`Differs: ${shown.join(', ')}${more}.`];
}

function blockName({ placed }: DirectiveInFile): string {
  const header = sectionOf(placed)?.header.line;
  return header === undefined ? 'all' : code(header.text.slice(header.keyword.start, header.rest.end));
}

function beats(document: FeatureDocument, placed: PlacedDirective): readonly string[] {
  const slot = placed.directive?.slot;
  const lines = (slot === undefined ? [] : overruledOf(document.snapshot.configuration, slot))
    .filter(({ by, line }) => by.placed === placed && line.placed !== placed && !saySame(line.placed, placed))
    .map(({ line }) => line);
  const beaten = [...new Set(lines)];
  if (beaten.length === 0) return [];
  const shown = beaten.slice(0, MOST).map((line) => `${lineLink(document, line)} (${code(argumentText(line.placed))})`);
  const more = beaten.length > shown.length ? ` and ${beaten.length - shown.length} more` : '';
  return [`Beats ${shown.join(', ')}${more}.`];
}

function addedUp(document: FeatureDocument, known: KnownDirective, block: MatchBlock | undefined): readonly string[] {
  const { acting } = settingIn(document.snapshot.configuration, known.slot, block);
  if (acting.length < 2) return [];
  const here = acting.every(({ reading }) => reading === document.snapshot.reading);
  const links = acting.slice(0, 10).map((line) => lineLink(document, line));
  const more = acting.length > links.length ? ' and more' : '';
  return [
    here
      ? `Set together by lines ${links.map((link) => link.replace('line ', '')).join(', ')}${more}.`
      : `Set together by ${links.join(', ')}${more}.`,
  ];
}
