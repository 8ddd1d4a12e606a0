// Repeats of a directive in one scope, over all files: which settings sshd reads and drops, and the line that decides instead. Lists that add up are not its business.
import type { TextRange } from '../base/text-range';
import type { Catalog, KnownDirective } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import type { DirectiveLine } from '../syntax/tree';
import type { Configuration, DirectiveInFile } from './configuration';
import type { MatchBlock, PlacedDirective } from './file-model';
import { passes } from './line-problems';

/** A setting that has no effect. */
export interface Overruled {
  readonly line: DirectiveInFile;
  /** The part of the line that is dropped, counted from the line's start; absent: the whole line. */
  readonly part?: TextRange;
  /** The line that decides: read before it, or for `last` after it. */
  readonly by: DirectiveInFile;
  readonly order: 'first' | 'last';
  /** Both say the same. */
  readonly same: boolean;
}

/** What one line sets: one thing, or several by name or part. */
interface Setting {
  readonly line: DirectiveInFile;
  readonly key: string;
  readonly value: string;
  readonly range: TextRange;
}

const KNOWN = new WeakMap<Configuration, Map<Keyword, readonly Overruled[]>>();

/** The settings of one keyword that a line of the same scope overrules, in any file. A file that is read twice is listed twice. Kept, because several rules ask. */
export function overruledOf(configuration: Configuration, slot: Keyword): readonly Overruled[] {
  const bySlot = KNOWN.get(configuration) ?? new Map<Keyword, readonly Overruled[]>();
  KNOWN.set(configuration, bySlot);
  const known = bySlot.get(slot) ?? [...findOverruled(configuration, slot)];
  bySlot.set(slot, known);
  return known;
}

/** The settings of one keyword in one file that have no effect wherever sshd reads it. */
export function overruledIn(configuration: Configuration, uri: string, slot: Keyword): readonly Overruled[] {
  const there = overruledOf(configuration, slot).filter(({ line }) => line.reading.file.uri === uri);
  if (there.length === 0) return there;
  const times = configuration.readings.filter(({ file }) => file.uri === uri).length;
  if (times < 2) return there;
  const counts = new Map<string, number>();
  const nameOf = ({ line, part }: Overruled) => `${line.placed.lineIndex} ${part?.start}`;
  for (const one of there) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  const first = there[0]?.line.reading;
  return there.filter((one) => one.line.reading === first && counts.get(nameOf(one)) === times);
}

function* findOverruled(configuration: Configuration, slot: Keyword): Iterable<Overruled> {
  const { catalog, settersOf } = configuration;
  const setters = settersOf(slot);
  // Only the parts of PerSourcePenalties can repeat within one line.
  const fewest = slot === 'PerSourcePenalties' ? 1 : 2;
  if (setters.length < fewest || !isSingle(slot, catalog)) return;
  const scopes = new Map<string | MatchBlock, DirectiveInFile[]>();
  for (const line of setters)
    if (isTaken(line.placed, configuration)) append(scopes, scopeOf(line.placed, catalog), line);
  for (const lines of scopes.values()) if (lines.length >= fewest) yield* inScope(lines);
}

function isSingle(slot: Keyword, catalog: Catalog): boolean {
  const repeats = catalog.directive(slot)?.repeats ?? 'first';
  if (repeats === 'append' || repeats === 'every') return false;
  // Up to 9.4 a second Subsystem of one name is refused.
  return slot !== 'Subsystem' || catalog.since('9.5p1');
}

/** Whether sshd takes the line's value: it is known, refused nowhere, and says something. */
export function isTaken(placed: PlacedDirective, { catalog }: { readonly catalog: Catalog }): boolean {
  return placed.line.words.length > 0 && passes(placed, catalog.target);
}

// For a connection sshd reads the blocks alone, so a block that applies to everyone replaces global values; what is global only is set once.
function scopeOf({ conditions, directive }: PlacedDirective, catalog: Catalog): string | MatchBlock {
  const slot = directive === undefined ? undefined : catalog.directive(directive.slot);
  if (conditions.length === 0 || slot?.scope === 'global') return 'global';
  const asking = conditions.filter(({ criteria }) => !criteria.activeWhenRead);
  const [only] = asking;
  if (only === undefined) return 'everyone';
  return asking.length === 1 ? only : asking.map(numberOf).join(' ');
}

const NUMBERS = new WeakMap<MatchBlock, number>();
let numbered = 0;

// A block inside another, by the Include that stands there: the pair is a scope of its own.
function numberOf(block: MatchBlock): number {
  const known = NUMBERS.get(block) ?? ++numbered;
  NUMBERS.set(block, known);
  return known;
}

// Their lines say several things, by name or part.
const PARTED = new Set(['RekeyLimit', 'PerSourcePenalties', 'Subsystem']);

function inScope(lines: readonly DirectiveInFile[]): Iterable<Overruled> {
  return PARTED.has(lines[0]?.placed.directive?.slot ?? '') ? partsInScope(lines) : linesInScope(lines);
}

function* linesInScope(lines: readonly DirectiveInFile[]): Iterable<Overruled> {
  const values = lines.map(({ placed }) => partsOf(placed)[0]?.value ?? '');
  const deciding = decidingIndex(lines[0]?.placed.directive, values);
  const by = lines[deciding];
  if (by === undefined) return;
  for (const [index, line] of lines.entries()) {
    if (index === deciding) continue;
    yield { line, by, order: index < deciding ? 'last' : 'first', same: values[index] === values[deciding] };
  }
}

function* partsInScope(lines: readonly DirectiveInFile[]): Iterable<Overruled> {
  const byKey = new Map<string, Setting[]>();
  const settingsByLine = lines.map(settingsOf);
  for (const setting of settingsByLine.flat()) append(byKey, setting.key, setting);
  const overruled = new Map<Setting, Overruled>();
  for (const settings of byKey.values()) {
    const deciding = decidingIndex(
      settings[0]?.line.placed.directive,
      settings.map(({ value }) => value),
    );
    const by = settings[deciding];
    if (by === undefined) continue;
    for (const [index, setting] of settings.entries()) {
      if (index === deciding || isFiller(setting)) continue;
      const order = index < deciding ? 'last' : 'first';
      const { line, range, value } = setting;
      overruled.set(setting, { line, part: range, by: by.line, order, same: value === by.value });
    }
  }
  for (const settings of settingsByLine) yield* ofLine(settings.map((setting) => overruled.get(setting)));
}

// Where one line overrules all that another says, that is one finding.
function ofLine(found: readonly (Overruled | undefined)[]): readonly Overruled[] {
  const dropped = found.filter((one) => one !== undefined);
  const [first] = dropped;
  if (first === undefined || dropped.length < found.length || dropped.some((one) => one.by !== first.by))
    return dropped;
  const { line, by, order } = first;
  return [{ line, by, order, same: dropped.every((one) => one.same) }];
}

// The `default` that must stand before a time.
function isFiller({ line, key, value }: Setting): boolean {
  return key === 'size' && value === 'default' && line.placed.line.words.length > 1;
}

function decidingIndex(directive: KnownDirective | undefined, values: readonly string[]): number {
  if (directive?.repeats === 'last') return values.length - 1;
  // Its `none` is assigned without a look at what is there.
  if (directive?.slot === 'UnusedConnectionTimeout') return Math.max(0, values.lastIndexOf('none'));
  return 0;
}

/** Whether two lines of one directive say the same. */
export function saySame(one: PlacedDirective, other: PlacedDirective): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (
    a.length === b.length && a.every(({ key, value }, index) => key === b[index]?.key && value === b[index]?.value)
  );
}

const CASE_FREE = new Set(['yes-no', 'one-of', 'time']);

function settingsOf(line: DirectiveInFile): readonly Setting[] {
  return partsOf(line.placed).map((part) => ({ line, ...part }));
}

type Part = Omit<Setting, 'line'>;

// By the line's node, which lives as long as the line is not edited: all lines of all files are asked at every keystroke.
const PARTS = new WeakMap<
  DirectiveLine,
  { readonly directive: KnownDirective | undefined; readonly parts: readonly Part[] }
>();

function partsOf({ line, directive }: PlacedDirective): readonly Part[] {
  const known = PARTS.get(line);
  if (known !== undefined && known.directive === directive) return known.parts;
  const parts = findParts(line, directive);
  PARTS.set(line, { directive, parts });
  return parts;
}

function findParts(line: DirectiveLine, directive: KnownDirective | undefined): readonly Part[] {
  const [first, second] = line.words;
  if (directive?.slot === 'RekeyLimit' && first !== undefined) {
    const size = { key: 'size', value: first.value, range: first };
    const leavesTime = second === undefined || second.value === 'none';
    return leavesTime ? [size] : [size, { key: 'time', value: second.value, range: second }];
  }
  if (directive?.slot === 'PerSourcePenalties') {
    return line.words.map((word) => {
      const [name = '', value] = word.value.split(':');
      // `yes` and `no` are one switch.
      return value === undefined
        ? { key: '', value: name.toLowerCase(), range: word }
        : { key: name, value, range: word };
    });
  }
  const words = line.words.map((word) => word.value).join(' ');
  const free = CASE_FREE.has(directive?.argument.name ?? '');
  const name = directive?.slot === 'Subsystem' ? (first?.value ?? '') : '';
  return [{ key: name, value: free ? words.toLowerCase() : words, range: line.rest }];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
