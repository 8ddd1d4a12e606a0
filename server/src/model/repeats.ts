// Repeats of a directive in one scope: which settings sshd reads and drops, and the line that decides instead. Lists that add up are not its business.
import type { TextRange } from '../base/text-range';
import type { MatchBlock, PlacedDirective } from './file-model';
import { lineProblems } from './line-problems';
import type { Snapshot } from './snapshot';

/** A setting that has no effect. */
export interface Overruled {
  readonly placed: PlacedDirective;
  /** The part of the line that is dropped, counted from the line's start; absent: the whole line. */
  readonly part?: TextRange;
  /** The line that decides: above it, or for `last wins` below. */
  readonly by: PlacedDirective;
  readonly order: 'first' | 'last';
  /** Both say the same. */
  readonly same: boolean;
}

/** What one line sets: one thing, or several by name or part. */
interface Setting {
  readonly placed: PlacedDirective;
  readonly key: string;
  readonly value: string;
  readonly range: TextRange;
}

const KNOWN = new WeakMap<Snapshot, readonly Overruled[]>();

/** All settings of the file that a line of the same scope overrules. Kept, because several rules ask. */
export function overruledSettings(snapshot: Snapshot): readonly Overruled[] {
  const known = KNOWN.get(snapshot) ?? [...findOverruled(snapshot)];
  KNOWN.set(snapshot, known);
  return known;
}

function* findOverruled(snapshot: Snapshot): Iterable<Overruled> {
  const slots = new Set(snapshot.model.directives.map(({ directive }) => directive?.slot));
  for (const slot of slots) {
    if (slot === undefined || !isSingle(snapshot, slot)) continue;
    const scopes = new Map<string | MatchBlock, PlacedDirective[]>();
    for (const placed of snapshot.model.settersOf(slot)) {
      if (isTaken(placed, snapshot)) append(scopes, scopeOf(placed, snapshot), placed);
    }
    // Only the parts of PerSourcePenalties can repeat within one line.
    const fewest = slot === 'PerSourcePenalties' ? 1 : 2;
    for (const lines of scopes.values()) if (lines.length >= fewest) yield* inScope(lines);
  }
}

function isSingle({ catalog }: Snapshot, slot: string): boolean {
  const repeats = catalog.directive(slot)?.repeats ?? 'first';
  if (repeats === 'append' || repeats === 'every') return false;
  // Up to 9.4 a second Subsystem of one name is refused.
  return slot !== 'Subsystem' || catalog.since('9.5p1');
}

/** Whether sshd takes the line's value: it is known, refused nowhere, and says something. */
export function isTaken(placed: PlacedDirective, { catalog }: Snapshot): boolean {
  const { directive, line, block, active } = placed;
  if (line.unclosedQuote !== undefined && catalog.since('8.7p1')) return false;
  if (directive?.status !== 'supported' || line.words.length === 0) return false;
  if (block !== undefined && !active && directive.scope === 'global') return false;
  return lineProblems(placed, catalog.target).length === 0;
}

// For a connection sshd reads the blocks alone, so a block that applies to everyone replaces global values; what is global only is set once.
function scopeOf({ block, active, directive }: PlacedDirective, { catalog }: Snapshot): string | MatchBlock {
  if (block !== undefined && !active) return block;
  const slot = directive === undefined ? undefined : catalog.directive(directive.slot);
  return block === undefined || slot?.scope === 'global' ? 'global' : 'everyone';
}

function* inScope(lines: readonly PlacedDirective[]): Iterable<Overruled> {
  const byKey = new Map<string, Setting[]>();
  const settingsByLine = lines.map(settingsOf);
  for (const setting of settingsByLine.flat()) append(byKey, setting.key, setting);
  const overruled = new Map<Setting, Overruled>();
  for (const settings of byKey.values()) {
    const deciding = decidingIndex(settings);
    const by = settings[deciding];
    if (by === undefined) continue;
    for (const [index, setting] of settings.entries()) {
      if (index === deciding || isFiller(setting)) continue;
      const order = index < deciding ? 'last' : 'first';
      const { placed, range, value } = setting;
      overruled.set(setting, { placed, part: range, by: by.placed, order, same: value === by.value });
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
  const { placed, by, order } = first;
  return [{ placed, by, order, same: dropped.every((one) => one.same) }];
}

// The `default` that must stand before a time.
function isFiller({ placed, key, value }: Setting): boolean {
  return key === 'size' && value === 'default' && placed.line.words.length > 1;
}

function decidingIndex(settings: readonly Setting[]): number {
  const directive = settings[0]?.placed.directive;
  if (directive?.repeats === 'last') return settings.length - 1;
  // Its `none` is assigned without a look at what is there.
  if (directive?.slot === 'UnusedConnectionTimeout') {
    const none = settings.findLastIndex(({ value }) => value === 'none');
    return Math.max(0, none);
  }
  return 0;
}

/** Whether two lines of one directive say the same. */
export function saySame(one: PlacedDirective, other: PlacedDirective): boolean {
  const [a, b] = [settingsOf(one), settingsOf(other)];
  return (
    a.length === b.length && a.every(({ key, value }, index) => key === b[index]?.key && value === b[index]?.value)
  );
}

const CASE_FREE = new Set(['yes-no', 'one-of', 'time']);

function settingsOf(placed: PlacedDirective): readonly Setting[] {
  const { line, directive } = placed;
  const [first, second] = line.words;
  if (directive?.slot === 'RekeyLimit' && first !== undefined) {
    const size = { placed, key: 'size', value: first.value, range: first };
    const leavesTime = second === undefined || second.value === 'none';
    return leavesTime ? [size] : [size, { placed, key: 'time', value: second.value, range: second }];
  }
  if (directive?.slot === 'PerSourcePenalties') {
    return line.words.map((word) => {
      const [name = '', value] = word.value.split(':');
      // `yes` and `no` are one switch.
      return value === undefined
        ? { placed, key: '', value: name.toLowerCase(), range: word }
        : { placed, key: name, value, range: word };
    });
  }
  const words = line.words.map((word) => word.value).join(' ');
  const free = CASE_FREE.has(directive?.argument.name ?? '');
  const name = directive?.slot === 'Subsystem' ? (first?.value ?? '') : '';
  return [{ placed, key: name, value: free ? words.toLowerCase() : words, range: line.rest }];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
