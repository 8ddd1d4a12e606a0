// Which algorithm names a target's sshd knows and which it uses when no line says so. Looks up data; checks no list (see arguments/algorithm-list.ts).
import { DEFAULTS, DEFAULTS_OF_TARGET, PRINTED_DEFAULTS } from './algorithms/defaults';
import type { AlgorithmFamily, AlgorithmName } from './algorithms/entry';
import { type AlgorithmGrade, JUDGEMENTS } from './algorithms/grades';
import { CIPHERS, GSS_KEX, KEX, KEY_TYPES, KEY_TYPES_IN_ORDER, MACS, SHORT_KEY_TYPES } from './algorithms/names';
import type { Target } from './targets';
import { isSince, type Release, valueAt } from './versions';

export type { AlgorithmFamily } from './algorithms/entry';
export type { AlgorithmGrade } from './algorithms/grades';

/** What the catalogue knows about one algorithm, apart from any target. */
export interface AlgorithmFacts {
  readonly name: string;
  readonly family: AlgorithmFamily;
  /** The first and the last release that know the name; without `until` the newest still does. */
  readonly since: Release;
  readonly until?: Release;
  readonly grade: AlgorithmGrade;
  /** The reason for the grade, a phrase without a full stop. */
  readonly why: string;
  readonly postQuantum: boolean;
  /** Whether the Terrapin attack (CVE-2023-48795) makes use of it where strict key exchange is missing. */
  readonly terrapin: boolean;
}

const isCertificate = (name: string) => /-cert(-v0\d@|$)/.test(name);

const NAMES: Readonly<Record<AlgorithmFamily, readonly AlgorithmName[]>> = {
  Ciphers: CIPHERS,
  MACs: MACS,
  KexAlgorithms: KEX,
  KeyTypes: KEY_TYPES,
  CASignatureAlgorithms: KEY_TYPES.filter((entry) => !isCertificate(entry.name)),
  GSSAPIKexAlgorithms: GSS_KEX,
};

const FAMILIES: ReadonlyMap<string, AlgorithmFamily> = new Map([
  ...(Object.keys(NAMES) as AlgorithmFamily[]).map((family) => [family.toLowerCase(), family] as const),
  ...[
    'HostKeyAlgorithms',
    'PubkeyAcceptedAlgorithms',
    'PubkeyAcceptedKeyTypes',
    'HostbasedAcceptedAlgorithms',
    'HostbasedAcceptedKeyTypes',
  ].map((keyword) => [keyword.toLowerCase(), 'KeyTypes'] as const),
]);

/** The family a directive takes its names from, or that is called so; in any case. Undefined: the keyword takes no algorithms. */
export function algorithmFamilyOf(keyword: string): AlgorithmFamily | undefined {
  return FAMILIES.get(keyword.toLowerCase());
}

/** The names of a family, or of a directive's family, that the target's sshd knows, in the order of `ssh -Q`. Empty for other words. */
export function knownAlgorithms(familyOrDirective: string, target: Target): readonly string[] {
  const family = algorithmFamilyOf(familyOrDirective);
  if (family === undefined) return [];
  const kept = KNOWN.get(target) ?? new Map<AlgorithmFamily, readonly string[]>();
  KNOWN.set(target, kept);
  const known = kept.get(family) ?? findKnown(family, target);
  kept.set(family, known);
  return known;
}

const KNOWN = new WeakMap<Target, Map<AlgorithmFamily, readonly string[]>>();

function findKnown(family: AlgorithmFamily, target: Target): readonly string[] {
  const names = NAMES[family].filter((entry) => knows(target, entry)).map((entry) => entry.name);
  if (family !== 'KeyTypes' && family !== 'CASignatureAlgorithms') return names;
  if (!isSince(target.release, '9.2p1')) return names;
  return names.toSorted((one, other) => KEY_TYPES_IN_ORDER.indexOf(one) - KEY_TYPES_IN_ORDER.indexOf(other));
}

/**
 * Whether the target's sshd takes one plain name (no prefix, no wildcard) for the directive, as cipher_by_name(), kex_names_valid() and
 * sshkey_names_valid2() do. Wider than knownAlgorithms by what older releases let pass and then left out of the list (leftOutOfList).
 */
export function acceptsAlgorithm(directive: string, name: string, target: Target): boolean {
  if (knownAlgorithms(directive, target).includes(name) || leftOutOfList(directive, name, target)) return true;
  // The name of the mechanism is glued on behind the dash.
  return (
    /^(GSSAPI)?KexAlgorithms$/.test(algorithmFamilyOf(directive) ?? '') &&
    hasGssKex(target) &&
    GSS_KEX.some((entry) => name.startsWith(entry.name))
  );
}

/**
 * Whether the target's sshd takes the name but does nothing with it: short key types (`rsa`, `ED25519`) until 9.8, certificates in
 * CASignatureAlgorithms until 9.3. Since 7.8 such names are filtered out, and a list of nothing else is refused when the whole file is read.
 */
export function leftOutOfList(directive: string, name: string, target: Target): boolean {
  const family = algorithmFamilyOf(directive);
  if (shortKeyNames(target.release, directive).includes(name.toLowerCase())) return true;
  return (
    family === 'CASignatureAlgorithms' &&
    !isSince(target.release, '9.4p1') &&
    isCertificate(name) &&
    knownAlgorithms('KeyTypes', target).includes(name)
  );
}

/** The short key types (`rsa`, `ed25519`) the release takes for the directive, in any case; lower case here. */
export function shortKeyNames(release: Release, directive: string): readonly string[] {
  const family = algorithmFamilyOf(directive);
  if (family !== 'KeyTypes' && family !== 'CASignatureAlgorithms') return [];
  return SHORT_KEY_TYPES.filter((entry) => spans(release, entry)).map((entry) => entry.name);
}

/** The names the target's sshd uses when no line sets the directive, first choice first. Aliases answer like their newer name. */
export function defaultAlgorithms(directive: string, target: Target): readonly string[] {
  const family = algorithmFamilyOf(directive);
  if (family === undefined) return [];
  const preset = DEFAULTS_OF_TARGET[target.id]?.[family] ?? valueAt(DEFAULTS[family] ?? [], target.release);
  if (preset === '*') return knownAlgorithms(family, target);
  return preset === undefined ? [] : preset.split(' ');
}

/** What `sshd -T` prints where no line sets the directive. */
export function printedAlgorithms(directive: string, target: Target): string {
  const family = algorithmFamilyOf(directive);
  if (family === undefined) return '';
  const printed = valueAt(PRINTED_DEFAULTS[family] ?? [], target.release);
  if (printed === '*') return knownAlgorithms(family, target).join(',');
  // Key types that are not set are printed as the pattern they are.
  const preset = valueAt(DEFAULTS[family] ?? [], target.release);
  if (preset === '*') return preset;
  return printed?.replaceAll(' ', ',') ?? defaultAlgorithms(directive, target).join(',');
}

/** The facts about a name of any family; case counts, as it does for sshd. Undefined: no release knows it. */
export function algorithmFacts(name: string): AlgorithmFacts | undefined {
  return FACTS.get(name);
}

/** Every algorithm any release knows, family by family; certificate authorities share the key types. */
export function allAlgorithms(): readonly AlgorithmFacts[] {
  return [...FACTS.values()];
}

/** The characters that may open an algorithm list: `+` appends, `-` removes, `^` puts in front of the default. */
export function prefixesAt(release: Release): readonly string[] {
  return PREFIXES.filter(([, since]) => isSince(release, since)).map(([prefix]) => prefix);
}

const PREFIXES: readonly (readonly [prefix: string, since: Release])[] = [
  ['+', '7.0p1'],
  ['-', '7.5p1'],
  ['^', '8.1p1'],
];

const FACTS: ReadonlyMap<string, AlgorithmFacts> = new Map(
  (['Ciphers', 'MACs', 'KexAlgorithms', 'KeyTypes', 'GSSAPIKexAlgorithms'] as const).flatMap((family) =>
    NAMES[family].map((entry) => [entry.name, factsOf(family, entry)] as const),
  ),
);

function factsOf(family: AlgorithmFamily, { name, since, until }: AlgorithmName): AlgorithmFacts {
  const [grade, why, mark] = JUDGEMENTS[name] ?? ['unknown', 'not graded'];
  const span = until === undefined ? { since } : { since, until };
  return { name, family, ...span, grade, why, postQuantum: mark === 'q', terrapin: mark === 't' };
}

function knows(target: Target, entry: AlgorithmName): boolean {
  return spans(target.release, entry) || entry.alsoIn?.includes(target.id) === true;
}

function spans(release: Release, { since, until }: AlgorithmName): boolean {
  return isSince(release, since) && (until === undefined || isSince(until, release));
}

/** Whether the target's sshd has the key exchange of GSSAPI, a patch of some vendors. */
export function hasGssKex(target: Target): boolean {
  return target.vendor === 'debian' || target.vendor === 'ubuntu' || target.vendor === 'redhat';
}
