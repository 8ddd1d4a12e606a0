// What a release of OpenSSH does differently from the one before it, as the catalogue has it. Every fact is asked of the
// catalogue at both releases: none is typed here. How it is laid out: versions-page.ts.
import { defaultAlgorithms, knownAlgorithms, prefixesAt, shortKeyNames } from '../../server/src/catalog/algorithms';
import { criteriaAt } from '../../server/src/catalog/criteria';
import type { Directive, Repeats, Status } from '../../server/src/catalog/directive';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { tokensOf } from '../../server/src/catalog/percent-tokens';
import { dialectOf, type Target, targetNamed } from '../../server/src/catalog/targets';
import { VENDOR_NAMES } from '../../server/src/catalog/vendors';
import { RELEASES, type Release, type Steps, shortName, valueAt } from '../../server/src/catalog/versions';
import { code } from './markdown';

/** Two neighbours. */
export interface Neighbours {
  readonly before: Target;
  readonly after: Target;
}

/** One kind of difference: its heading, and each difference as Markdown of one line. */
export interface Aspect {
  readonly title: string;
  readonly differences: (pair: Neighbours) => readonly string[];
}

/** The kinds of differences, in the order they are shown in. */
export const ASPECTS: readonly Aspect[] = [
  { title: 'Keywords added', differences: added },
  { title: 'Keywords without effect, or refused', differences: statusChanges },
  { title: 'Scope', differences: scopeChanges },
  { title: 'Defaults', differences: presetChanges },
  { title: 'Aliases', differences: aliasChanges },
  { title: 'Repeated lines', differences: repeatChanges },
  { title: 'Words of arguments', differences: wordChanges },
  { title: 'Algorithm names', differences: algorithmChanges },
  { title: 'Default algorithms', differences: defaultAlgorithmChanges },
  { title: 'Prefixes of algorithm lists', differences: (pair) => change(pair, ({ release }) => prefixesAt(release)) },
  { title: 'Match criteria', differences: (pair) => change(pair, (at) => criteriaAt(at).map(({ name }) => name)) },
  { title: 'Percent tokens', differences: tokenChanges },
  { title: 'How lines are read', differences: dialectChange },
  { title: 'In words', differences: notes },
];

/** The newest pair first. */
export function neighbours(): readonly Neighbours[] {
  const targets = RELEASES.map(targetOf);
  return targets
    .flatMap((after, index) => {
      const before = targets[index - 1];
      return before === undefined ? [] : [{ before, after }];
    })
    .toReversed();
}

function targetOf(release: Release): Target {
  const target = targetNamed(release);
  if (target === undefined) throw new Error(`${release} is no target`);
  return target;
}

interface Step<T> {
  readonly entry: Directive;
  readonly from: T;
  readonly to: T;
}

/** The entries for which `of` differs; those that one of the two does not know are left out. */
function steps<T>(pair: Neighbours, of: (entry: Directive) => Steps<T> | undefined, otherwise: T): readonly Step<T>[] {
  return DIRECTIVES.filter((entry) => isKnown(entry, pair.before) && isKnown(entry, pair.after)).flatMap((entry) => {
    const from = valueAt(of(entry) ?? [], pair.before.release) ?? otherwise;
    const to = valueAt(of(entry) ?? [], pair.after.release) ?? otherwise;
    return from === to ? [] : [{ entry, from, to }];
  });
}

function statusAt({ status }: Directive, { release }: Target): Status {
  return valueAt(status, release) ?? 'absent';
}

function isKnown(entry: Directive, target: Target): boolean {
  return statusAt(entry, target) !== 'absent';
}

function nameOf({ keyword, vendors }: Directive): string {
  return (
    code(keyword) + (vendors === undefined ? '' : ` (${vendors.map((vendor) => VENDOR_NAMES[vendor]).join(', ')})`)
  );
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  absent: 'is refused as unknown',
  supported: 'works',
  deprecated: 'is deprecated: a message, no effect',
  ignored: 'is ignored without a message',
  unsupported: 'is unsupported: a message, no effect',
};

function added({ before, after }: Neighbours): readonly string[] {
  return DIRECTIVES.filter((entry) => !isKnown(entry, before) && isKnown(entry, after)).map((entry) => {
    const { release } = after;
    const status = statusAt(entry, after);
    const alias = valueAt(entry.aliasOf ?? [], release);
    const preset = valueAt(entry.default ?? [], release);
    const parts = [
      code(entry.argument.syntax),
      ...(status === 'supported' ? [] : [STATUS_WORDS[status]]),
      ...(preset === undefined ? [] : [`default ${code(preset)}`]),
      ...(typeof alias === 'string' ? [`alias of ${code(alias)}`] : []),
      ...(entry.misnameOf === undefined ? [] : [`by mistake for ${code(entry.misnameOf)}`]),
      valueAt(entry.scope, release) === 'all' ? 'may stand in `Match`' : 'not in `Match`',
    ];
    return `${nameOf(entry)}: ${parts.join('; ')}`;
  });
}

function statusChanges({ before, after }: Neighbours): readonly string[] {
  return DIRECTIVES.filter((entry) => isKnown(entry, before)).flatMap((entry) => {
    const [from, to] = [statusAt(entry, before), statusAt(entry, after)];
    return from === to ? [] : [`${nameOf(entry)} ${STATUS_WORDS[to]}; before, it ${STATUS_WORDS[from]}`];
  });
}

function scopeChanges(pair: Neighbours): readonly string[] {
  return steps(pair, ({ scope }) => scope, 'global').map(
    ({ entry, to }) => `${nameOf(entry)} ${to === 'all' ? 'may stand in `Match`' : 'is refused in `Match`'}`,
  );
}

function presetChanges(pair: Neighbours): readonly string[] {
  const shown = (preset: string): string => (preset === '' ? 'none' : code(preset));
  return steps(pair, (entry) => entry.default, '').map(
    ({ entry, from, to }) => `${nameOf(entry)}: ${shown(from)} became ${shown(to)}`,
  );
}

function aliasChanges(pair: Neighbours): readonly string[] {
  return steps<string | null>(pair, ({ aliasOf }) => aliasOf, null).map(({ entry, from, to }) =>
    to === null
      ? `${nameOf(entry)} is a keyword of its own, no longer an alias of ${code(from ?? '')}`
      : `${nameOf(entry)} is an alias of ${code(to)}`,
  );
}

const REPEATS: Readonly<Record<Repeats, string>> = {
  first: 'the first line decides',
  last: 'the last line decides',
  append: 'the lines add up',
  'first-by-name': 'the first line for each name decides',
  'first-by-part': 'the first line for each part decides',
  every: 'every line acts',
};

function repeatChanges(pair: Neighbours): readonly string[] {
  const unread = steps(pair, ({ unreadOnceSet }) => unreadOnceSet, false).map(
    ({ entry, to }) =>
      `${nameOf(entry)}: the argument of a line behind the one that decides is ${to ? 'not looked at' : 'checked too'}`,
  );
  const order = steps<Repeats>(pair, ({ repeats }) => repeats, 'first').map(
    ({ entry, from, to }) => `${nameOf(entry)}: ${REPEATS[to]}; before, ${REPEATS[from]}`,
  );
  return [...order, ...unread];
}

function wordChanges({ before, after }: Neighbours): readonly string[] {
  return DIRECTIVES.flatMap((entry) => {
    const supported = statusAt(entry, before) === 'supported' && statusAt(entry, after) === 'supported';
    if (!supported || entry.argument.name === 'algorithm-list') return [];
    const words = (target: Target) => entry.argument.choices?.(target) ?? [];
    const retired = (target: Target) =>
      words(target)
        .filter((choice) => choice.deprecated)
        .map(({ label }) => label);
    const all = difference(
      words(before).map(({ label }) => label),
      words(after).map(({ label }) => label),
    );
    const old = minus(retired(after), retired(before));
    const parts = [...all, ...(old.length === 0 ? [] : [`${list(old)} ${old.length === 1 ? 'is' : 'are'} out of use`])];
    return parts.length === 0 ? [] : [`${nameOf(entry)}: ${parts.join('; ')}`];
  });
}

// The certificate authorities' names are those of the keys.
const FAMILIES = ['Ciphers', 'MACs', 'KexAlgorithms', 'KeyTypes'] as const;

function algorithmChanges(pair: Neighbours): readonly string[] {
  const families = FAMILIES.flatMap((family) =>
    change(pair, (target) => knownAlgorithms(family, target)).map((text) => `${titleOf(family)}: ${text}`),
  );
  const short = change(pair, ({ release }) => shortKeyNames(release, 'HostKeyAlgorithms'));
  return [...families, ...short.map((text) => `Short names of key types: ${text}`)];
}

function titleOf(family: string): string {
  return family === 'KeyTypes' ? 'Key types' : code(family);
}

function defaultAlgorithmChanges({ before, after }: Neighbours): readonly string[] {
  return [...FAMILIES, 'CASignatureAlgorithms'].flatMap((family) => {
    const [from, to] = [defaultAlgorithms(family, before), defaultAlgorithms(family, after)];
    if (from.join() === to.join() || from.length === 0) return [];
    const kept = from.filter((name) => to.includes(name));
    const moved = kept.join() !== to.filter((name) => from.includes(name)).join();
    const first = from[0] === to[0] ? [] : [`${code(to[0] ?? '')} comes first`];
    const order = moved ? [first.length === 0 ? 'another order' : 'another order:', ...first].join(' ') : first[0];
    return [`${titleOf(family)}: ${[...difference(from, to), ...(order === undefined ? [] : [order])].join('; ')}`];
  });
}

function tokenChanges(pair: Neighbours): readonly string[] {
  return DIRECTIVES.filter((entry) => isKnown(entry, pair.before) && isKnown(entry, pair.after)).flatMap((entry) =>
    change(pair, (target) => tokensOf(entry.keyword, target).map((token) => `%${token}`)).map(
      (text) => `${nameOf(entry)}: ${text}`,
    ),
  );
}

function dialectChange({ before, after }: Neighbours): readonly string[] {
  const [from, to] = [dialectOf(before), dialectOf(after)];
  return from === to ? [] : [`Words are split as by ${code(to)}, before as by ${code(from)}`];
}

function notes({ after: { release } }: Neighbours): readonly string[] {
  // `9.9` means the first patch of it.
  const names = [
    release,
    ...(RELEASES.find((one) => shortName(one) === shortName(release)) === release ? [shortName(release)] : []),
  ];
  return DIRECTIVES.flatMap((entry) =>
    (entry.changes ?? [])
      .filter(([since, what]) => names.includes(since) && what !== 'Introduced.')
      .map(([, what]) => `${nameOf(entry)}: ${what}`),
  );
}

function change({ before, after }: Neighbours, names: (target: Target) => readonly string[]): readonly string[] {
  const parts = difference(names(before), names(after));
  return parts.length === 0 ? [] : [parts.join('; ')];
}

function difference(from: readonly string[], to: readonly string[]): readonly string[] {
  const [came, went] = [minus(to, from), minus(from, to)];
  return [
    ...(came.length === 0 ? [] : [`added ${list(came)}`]),
    ...(went.length === 0 ? [] : [`removed ${list(went)}`]),
  ];
}

function minus(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}

function list(names: readonly string[]): string {
  return names.map(code).join(', ');
}
