// Names that every list treats alike, with an example of each kind: of what a file says about users, groups or hosts, nothing else matters.
import { matchesPattern } from '../../base/wildcard';

/** One pattern of some list. Patterns with the same place are alike for whoever asks. */
export interface PlacedPattern {
  readonly pattern: string;
  /** Names the list, and whatever else of the pattern counts. */
  readonly place: string;
}

/** Names that no list tells apart. */
export interface NameClass {
  /** The names, or the one pattern, as the lists have them. */
  readonly names: readonly string[];
  /** Fits what the names fit. */
  readonly example: string;
}

/** All kinds of names. */
export interface NameClasses {
  /** In the order in which the lists name them. */
  readonly named: readonly NameClass[];
  /** A name of those that nothing but the widest patterns fit. */
  readonly other: string;
  /** Whether there were more patterns than are looked at. */
  readonly cut: boolean;
}

// Far above what people write by hand; each name is compared with each wildcard.
const MOST_NAMES = 2000;
const MOST_WILDCARDS = 100;

/** Sorts names into classes. `others` are names for whom no list names, likeliest first; `apart` stand alone. */
export function nameClasses(
  patterns: readonly PlacedPattern[],
  others: readonly string[],
  apart: readonly string[] = [],
): NameClasses {
  const { plain, wild } = sorted(patterns);
  const wildcards = [...wild.keys()].slice(0, MOST_WILDCARDS);
  const keyOf = (name: string) => {
    const fitting = wildcards.filter((pattern) => matchesPattern(name, pattern));
    return [...(plain.get(name) ?? []), ...fitting.map((pattern) => `~${pattern}`)].join('\n');
  };
  const other =
    leastFitting(
      others.filter((name) => !plain.has(name)),
      wildcards,
    ) ?? 'nobody-else';
  const classes = new Map<string, { names: string[]; example: string }>();
  const add = (name: string, example: string, key: string) => {
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { names: [name], example });
    else if (!/[*?]/.test(name)) known.names.push(name);
  };
  for (const name of apart) add(name, name, `apart ${name}`);
  for (const name of [...plain.keys()].slice(0, MOST_NAMES)) if (!apart.includes(name)) add(name, name, keyOf(name));
  const otherKey = keyOf(other);
  for (const pattern of wildcards) {
    const example = exampleOf(pattern, plain);
    const key = keyOf(example);
    if (key !== otherKey && !classes.has(key)) add(pattern, example, key);
  }
  return {
    named: [...classes.values()],
    other,
    cut: plain.size > MOST_NAMES || wild.size > MOST_WILDCARDS,
  };
}

function sorted(patterns: readonly PlacedPattern[]) {
  const plain = new Map<string, string[]>();
  const wild = new Map<string, true>();
  for (const { pattern, place } of patterns) {
    if (/[*?]/.test(pattern)) wild.set(pattern, true);
    else if (pattern !== '') plain.set(pattern, [...(plain.get(pattern) ?? []), place]);
  }
  return { plain, wild };
}

// Whom the wildcards fit least stands for everybody else.
function leastFitting(names: readonly string[], wildcards: readonly string[]): string | undefined {
  const hits = (name: string) => wildcards.filter((pattern) => matchesPattern(name, pattern)).length;
  return names.toSorted((a, b) => hits(a) - hits(b))[0];
}

function exampleOf(pattern: string, plain: ReadonlyMap<string, unknown>): string {
  return namesFor(pattern).find((name) => !plain.has(name)) ?? pattern.replace(/[*?]+/g, 'other');
}

/** Some names that fit a pattern. */
export function namesFor(pattern: string): readonly string[] {
  const names = ['x', 'example', '1', 'zz'].map((filling) => pattern.replaceAll('*', filling).replaceAll('?', 'x'));
  return [...new Set(names)];
}
