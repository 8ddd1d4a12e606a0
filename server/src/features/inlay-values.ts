// Inlay hints about the value of a line: what a list of algorithms comes to, which line decides instead, what the default is. Decides nothing.
import type { Location, MarkupContent } from 'vscode-languageserver-types';
import type { KnownDirective } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import { argumentText, sectionOf } from '../model/effective-config';
import type { PlacedDirective } from '../model/file-model';
import { passes } from '../model/line-problems';
import { overruledIn } from '../model/repeats';
import type { Snapshot } from '../model/snapshot';
import { namesOfList } from '../rules/algorithm-rule';
import { parse } from '../syntax/parse';
import type { DirectiveLine } from '../syntax/tree';
import { defaultWord } from './default-word';
import type { FeatureDocument } from './document';
import { card, code } from './markdown';
import { keywordLocation, lastPart } from './places';

/** A part of a hint; parts are joined by commas. */
export interface HintPart {
  readonly label: string;
  readonly tooltip?: MarkupContent | undefined;
  /** Where a click leads. */
  readonly location?: Location | undefined;
}

// A longer value is for the hover.
const LONGEST = 40;

/** `= 7 algorithms` behind a list whose names do not all stand there, with the names. */
export function listInWords({ catalog }: Snapshot, placed: PlacedDirective): HintPart | undefined {
  const { directive, line } = placed;
  const [word] = line.words;
  if (directive?.argument.name !== 'algorithm-list' || word === undefined || !passes(placed, catalog.target))
    return undefined;
  if (!/^[-+^]|[*?]/.test(word.value)) return undefined;
  const { names } = namesOfList(directive.keyword, word.value, catalog.target);
  const tooltip = card({
    head: `**${directive.keyword}** in use, in this order`,
    here: names.map(code),
  });
  return { label: `= ${names.length === 1 ? '1 algorithm' : `${names.length} algorithms`}`, tooltip };
}

/** `line 3 decides: no` behind a line that sshd reads and drops. */
export function decidedElsewhere(document: FeatureDocument, placed: PlacedDirective): HintPart | undefined {
  const { configuration, uri } = document.snapshot;
  if (placed.directive === undefined) return undefined;
  const beaten = overruledIn(configuration, uri, placed.directive.slot).find(
    ({ line, part }) => line.placed === placed && part === undefined,
  );
  if (beaten === undefined) return undefined;
  const location = keywordLocation(document, beaten.by);
  const number = (location?.range.start.line ?? beaten.by.placed.lineIndex) + 1;
  const { file } = beaten.by.reading;
  const place = file.uri === uri ? `line ${number}` : `${lastPart(file.path)}:${number}`;
  const value = argumentText(beaten.by.placed);
  const said = beaten.same ? ', the same' : value.length > LONGEST ? '' : `: ${value}`;
  return { label: `${place} decides${said}`, location };
}

/** `default: yes` behind a line for everyone that says something else. */
export function otherDefault({ catalog }: Snapshot, placed: PlacedDirective): HintPart | undefined {
  const { directive, line } = placed;
  if (directive === undefined || sectionOf(placed) !== undefined || !passes(placed, catalog.target)) return undefined;
  return defaultBeside(directive, line, catalog.target);
}

/** The default, where it is one value and the line says another. */
export function defaultBeside(known: KnownDirective, line: DirectiveLine, target: Target): HintPart | undefined {
  const preset = defaultWord(known, target);
  if (preset === undefined || preset.length > LONGEST || known.repeats !== 'first') return undefined;
  const value = printed(known, line, target);
  if (value === undefined || value === preset.toLowerCase()) return undefined;
  const [same] = parse(`${known.keyword} ${preset}`, 'argv-split').lines;
  if (same?.kind === 'directive' && printed(known, same, target) === value) return undefined;
  return { label: `default: ${preset}` };
}

// As `sshd -T` prints it, so that `2m` and `120` are one.
function printed({ argument, keyword }: KnownDirective, line: DirectiveLine, target: Target): string | undefined {
  const { words } = line;
  const input = { keyword, line, words, target, active: true, again: false };
  if (words.length === 0 || argument.check(input).problems.length > 0) return undefined;
  const values = argument.printed === undefined ? [words[0]?.value ?? ''] : argument.printed(input);
  return values?.join(' ').toLowerCase();
}
