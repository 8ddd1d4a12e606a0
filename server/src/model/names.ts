// The names that lines of a configuration share: users, groups, hosts, environment variables, subsystems. Says where they stand, not whom they fit.
import { network } from '../base/ip-address';
import { ownValue } from '../base/own-value';
import type { TextRange } from '../base/text-range';
import type { Word } from '../syntax/tree';
import type { Configuration, DirectiveInFile } from './configuration';
import type { FileModel, MatchBlock, PlacedDirective } from './file-model';
import { listElements } from './match-lists';
import type { Snapshot } from './snapshot';

export type NameKind = 'user' | 'group' | 'host' | 'environment variable' | 'subsystem';

/** One place where a name or pattern stands. */
export interface NameUse {
  readonly kind: NameKind;
  readonly name: string;
  /** Counted from the start of the line. */
  readonly range: TextRange;
}

/** A name somewhere in the configuration. */
export interface NameInFile extends NameUse, DirectiveInFile {}

/** Every use of the same name, each place once. Host names are the same in any case. */
export function usesOf(
  { readings }: Configuration,
  { kind, name }: Pick<NameUse, 'kind' | 'name'>,
): readonly NameInFile[] {
  const wanted = folded(kind, name);
  const found = new Map<string, NameInFile>();
  for (const reading of readings) {
    for (const placed of reading.model.directives) {
      for (const use of namesOn(placed, reading.model)) {
        if (use.kind !== kind || folded(kind, use.name) !== wanted) continue;
        found.set(`${reading.file.uri} ${placed.lineIndex} ${use.range.start}`, { reading, placed, ...use });
      }
    }
  }
  return [...found.values()];
}

function folded(kind: NameKind, name: string): string {
  return kind === 'host' ? name.toLowerCase() : name;
}

/** The names on a line. Where quotes or escapes hide their places, there are none. */
export function namesOn(placed: PlacedDirective, model: FileModel): readonly NameUse[] {
  const { line, directive } = placed;
  if (directive?.status !== 'supported') return [];
  if (directive.argument.name === 'match') return matchNames(model.blocks.find(({ header }) => header === placed));
  const namesIn = ownValue(NAMES_IN, directive.argument.name);
  return namesIn === undefined ? [] : line.words.flatMap((word, index) => namesIn(word, index));
}

const NAMES_IN: Readonly<Record<string, (word: Word, index: number) => readonly NameUse[]>> = {
  'user-patterns': userAndHost,
  'group-patterns': (word) => listNames('group', word),
  'environment-names': (word) => listNames('environment variable', word),
  'environment-assignments': (word) => before('environment variable', word, '='),
  subsystem: (word, index) => (index === 0 ? listNames('subsystem', word) : []),
  'channel-timeouts': subsystemOfChannel,
};

const OF_CRITERIA: Readonly<Record<string, NameKind>> = { User: 'user', Group: 'group', Host: 'host' };

function matchNames(block: MatchBlock | undefined): readonly NameUse[] {
  return (block?.criteria.criteria ?? []).flatMap(({ criterion, value }) => {
    const kind = ownValue(OF_CRITERIA, criterion.name);
    return kind === undefined || value === undefined ? [] : listNames(kind, value);
  });
}

function listNames(kind: NameKind, word: Word): readonly NameUse[] {
  if (!isExact(word)) return [];
  return listElements(word)
    .filter(({ pattern }) => pattern !== '' && pattern !== '*')
    .map(({ pattern, negated, range }) => {
      const start = range.start + (negated ? 1 : 0);
      return { kind, name: pattern, range: { start, end: start + pattern.length } };
    });
}

// A word whose characters stand in the file as sshd has them, but for quotes around the whole.
function isExact({ value, start, end, quoted }: Word): boolean {
  return end - start === value.length + (quoted ? 2 : 0);
}

function part(word: Word, from: number, to: number): Word {
  const start = word.start + (word.quoted ? 1 : 0);
  return { value: word.value.slice(from, to), start: start + from, end: start + to, quoted: false };
}

function before(kind: NameKind, word: Word, sign: string): readonly NameUse[] {
  const at = word.value.indexOf(sign);
  return at < 1 || !isExact(word) ? [] : listNames(kind, part(word, 0, at));
}

function userAndHost(word: Word): readonly NameUse[] {
  const at = word.value.lastIndexOf('@');
  if (at < 0 || !isExact(word)) return listNames('user', word);
  return [
    ...listNames('user', part(word, 0, at)),
    ...listNames('host', part(word, at + 1, word.value.length)).filter(({ name }) => !isAddress(name)),
  ];
}

function isAddress(name: string): boolean {
  return network(name).kind !== 'other';
}

const OF_SUBSYSTEM = 'session:subsystem:';

function subsystemOfChannel(word: Word): readonly NameUse[] {
  const equals = word.value.indexOf('=');
  if (!word.value.startsWith(OF_SUBSYSTEM) || equals < 0 || !isExact(word)) return [];
  return listNames('subsystem', part(word, OF_SUBSYSTEM.length, equals));
}

/** A name and who knows it. */
export interface KnownName {
  readonly name: string;
  readonly origin: 'configuration' | 'system';
}

const KNOWN = new WeakMap<Configuration, ReadonlyMap<NameKind, ReadonlySet<string>>>();

/** The names of a kind that are known already: those of the configuration first, then the accounts of the system it belongs to. */
export function knownNames({ configuration, accounts }: Snapshot, kind: NameKind): readonly KnownName[] {
  const known = KNOWN.get(configuration) ?? collected(configuration);
  KNOWN.set(configuration, known);
  const written = [...(known.get(kind) ?? [])].sort();
  const ofSystem = (kind === 'user' ? accounts?.users : kind === 'group' ? accounts?.groups : undefined) ?? [];
  return [
    ...written.map((name) => ({ name, origin: 'configuration' as const })),
    ...ofSystem.filter((name) => !written.includes(name)).map((name) => ({ name, origin: 'system' as const })),
  ];
}

function collected({ readings }: Configuration): ReadonlyMap<NameKind, ReadonlySet<string>> {
  const names = new Map<NameKind, Set<string>>();
  for (const { model } of readings) {
    for (const placed of model.directives) {
      for (const { kind, name } of namesOn(placed, model)) {
        const list = names.get(kind) ?? new Set();
        list.add(name);
        names.set(kind, list);
      }
    }
  }
  return names;
}
