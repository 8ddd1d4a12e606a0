// The catalogue against every entry of the recorded facts, release by release, and the house rules for its texts.
import { describe, expect, test } from 'vitest';
import { algorithmFamilyOf } from '../../server/src/catalog/algorithms';
import { catalogAt, entryOf, type KnownDirective } from '../../server/src/catalog/catalog';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { TARGETS, type Target, targetNamed } from '../../server/src/catalog/targets';
import { isSince, RELEASES, type Release, valueAt } from '../../server/src/catalog/versions';
import { RULES } from '../../server/src/rules/registry';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom, targetOf } from '../kit/snapshot';
import { DIRECTIVE_FACTS, type DirectiveFacts, NEWEST_RECORDED, repeatsFact, type Span, VENDOR_FACTS } from './facts';

const ORDER = new Map<string, number>(RELEASES.map((release, index) => [release, index]));
const UPSTREAM: readonly (readonly [Release, Target])[] = RELEASES.filter((release) =>
  isSince(NEWEST_RECORDED, release),
).map((release) => [release, targetOf(release)]);

function at(spans: readonly Span[], release: Release): Span['value'] | undefined {
  const now = ORDER.get(release) ?? -1;
  return spans.find(({ from, to }) => (ORDER.get(from) ?? 0) <= now && now <= (ORDER.get(to) ?? 0))?.value;
}

function known(keyword: string, target: Target): KnownDirective | undefined {
  return catalogAt(target).directive(keyword);
}

/** What is expected and what the catalogue says, for each release where `expected` says something. */
function compared(
  facts: DirectiveFacts,
  expected: (release: Release) => unknown,
  actual: (directive: KnownDirective | undefined) => unknown,
): void {
  const wanted: string[] = [];
  const said: string[] = [];
  for (const [release, target] of UPSTREAM) {
    const value = expected(release);
    if (value === undefined) continue;
    wanted.push(`${release}: ${String(value)}`);
    said.push(`${release}: ${String(actual(known(facts.keyword, target)))}`);
  }
  expect(said).toEqual(wanted);
}

// Printed by `sshd -T` of the recorded builds, and written otherwise here on purpose.
const DEFAULT_DIFFERS: Readonly<Record<string, string>> = {
  HostKey: 'the builds were given one key with -h',
  RekeyLimit: 'here as a line would say it',
  ListenAddress: 'here in words',
  ModuliFile: "depends on the build's folders",
  SshdAuthPath: "depends on the build's folders",
  SshdSessionPath: "depends on the build's folders",
  XAuthLocation: "depends on the build's folders",
};

// An empty value, as old releases print it, means the word that newer ones print.
const EMPTY_MEANS: Readonly<Record<string, string>> = { AuthenticationMethods: 'any', VersionAddendum: 'none' };

function defaultFact(facts: DirectiveFacts, release: Release): string | undefined {
  const value = at(facts.default ?? [], release);
  if (typeof value !== 'string' || facts.keyword in DEFAULT_DIFFERS) return undefined;
  if (value === '') return EMPTY_MEANS[facts.keyword];
  // 6.6 to 6.8 print a number here.
  return facts.keyword === 'UsePAM' ? value.replace('0', 'no') : value;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  'address-list': ['address-list'],
  'algorithm-list': ['algorithm-list'],
  'authmethods-list': ['authentication-methods'],
  'channel-timeout-list': ['channel-timeouts'],
  command: ['rest-of-line'],
  'env-assign-list': ['environment-assignments'],
  'env-pattern-list': ['environment-names'],
  flag: ['yes-no'],
  'hostport-list': ['host-ports'],
  ignored: ['protocol'],
  include: ['include'],
  int: ['integer'],
  ipqos: ['ip-qos'],
  'listen-address': ['listen-address'],
  match: ['match'],
  maxstartups: ['max-startups'],
  multistate: ['one-of'],
  'multistate-or-pattern-list': ['user-environment'],
  netblocksize: ['net-block-size'],
  octal: ['octal-mask'],
  path: ['path', 'path-list'],
  'path-list': ['path-list'],
  'pattern-list': ['group-patterns'],
  penalties: ['penalties'],
  port: ['port'],
  rekeylimit: ['rekey-limit'],
  string: ['text', 'rest-of-line', 'routing-domain'],
  'string-list': ['log-verbose', 'public-key-options'],
  subsystem: ['subsystem'],
  time: ['time'],
  user: ['text'],
  'user-pattern-list': ['user-patterns'],
};

// Words that came later than their directive and of which the facts say so elsewhere.
const WORD_SINCE: Readonly<Record<string, Release>> = { 'AuthenticationMethods any': '7.3p1' };

// The rules that refuse a line for itself; what two lines make of each other is not asked here.
const LINE_RULES = RULES.filter((rule) => rule.category === 'correctness' && rule.checkLine !== undefined);

function refusals(line: string, target: string): readonly string[] {
  return findingsOf(snapshotFrom(`${line}\n`, { target }), LINE_RULES)
    .filter((finding) => finding.severity === 'error')
    .map((finding) => `${target}: ${line}: ${finding.message}`);
}

/** The releases in which we judge a word otherwise than the facts: known since `since`, and before that not. */
function judgedOtherwise(keyword: string, word: string, since: Release | undefined): readonly string[] {
  const first = ORDER.get(since ?? WORD_SINCE[`${keyword} ${word}`] ?? '6.6p1') ?? 0;
  // A routing domain is refused whole, for another reason than its word.
  if (keyword === 'RDomain') return [];
  return UPSTREAM.filter(([, target]) => known(keyword, target)?.status === 'supported').flatMap(([release]) => {
    const accepted = refusals(`${keyword} ${word}`, release).length === 0;
    return accepted === (ORDER.get(release) ?? 0) >= first
      ? []
      : [`${release} ${accepted ? 'accepts' : 'refuses'} ${word}`];
  });
}

describe.each(DIRECTIVE_FACTS.map((facts) => [facts.keyword, facts] as const))('%s', (keyword, facts) => {
  const entry = entryOf(keyword);

  test('is spelled as in the manual', () => {
    expect(entry?.keyword).toBe(keyword);
    expect(entry?.vendors).toBeUndefined();
  });

  test('status by release', () => {
    compared(
      facts,
      // The builds have all options but AFS, and so have the targets.
      (release) =>
        String(at(facts.status, release)).replace(
          /^supported \(.*/,
          facts.build_condition?.some((one) => one.includes('AFS')) ? 'unsupported' : 'supported',
        ),
      (directive) => directive?.status ?? 'absent',
    );
    expect(entry?.build !== undefined).toBe(facts.build_condition !== undefined);
  });

  test('is known where the builds know it', () => {
    const { known_in: knownIn } = facts.verified_by_running;
    for (const version of knownIn)
      expect(known(keyword, targetOf(version === 'debian' ? 'debian-12' : version)), version).toBeDefined();
    const first = UPSTREAM.find(([, target]) => known(keyword, target) !== undefined)?.[0];
    const last = UPSTREAM.findLast(([, target]) => known(keyword, target) !== undefined)?.[0];
    expect([first, last]).toEqual([facts.first_seen.replace('<=', ''), facts.last_seen]);
  });

  test('scope by release', () => {
    const scope = (release: Release) =>
      known(keyword, targetOf(release)) === undefined ? undefined : at(facts.scope, release);
    compared(facts, scope, (directive) => directive?.scope);
    for (const version of facts.verified_by_running.match_allowed_in)
      expect(known(keyword, targetOf(version === 'debian' ? 'debian-12' : version))?.scope, version).toBe('all');
  });

  test('alias by release', () => {
    const slot = (release: Release) =>
      known(keyword, targetOf(release)) === undefined
        ? undefined
        : String(at(facts.alias_of, release) ?? keyword).toLowerCase();
    compared(facts, slot, (directive) => directive?.slot.toLowerCase());
  });

  test('default by release', () => {
    if (algorithmFamilyOf(keyword) !== undefined) {
      // One fact, one place: the lists are in catalog/algorithms, and algorithms.test.ts compares them.
      expect(entry?.default).toBeUndefined();
      return;
    }
    const preset = (release: Release) =>
      known(keyword, targetOf(release)) === undefined ? undefined : defaultFact(facts, release);
    compared(facts, preset, (directive) => directive?.default);
    if (facts.default === undefined) expect(entry?.default).toBeUndefined();
  });

  test('repeats by release', () => {
    if (facts.argument?.duplicates === undefined) return;
    compared(
      facts,
      (release) => (known(keyword, targetOf(release)) === undefined ? undefined : repeatsFact(facts, release)),
      (directive) => directive?.repeats,
    );
  });

  test('argument kind and its words', () => {
    const { argument } = facts;
    if (argument === undefined) {
      expect(entry?.argument.name).toBe('unread');
      return;
    }
    expect(KINDS[argument.kind]).toContain(entry?.argument.name);
    const words = [...(argument.values ?? []), ...(argument.special ?? [])];
    expect(words.flatMap((word) => judgedOtherwise(keyword, word, argument.value_since?.[word]))).toEqual([]);
  });

  test('percent tokens', () => {
    const tokens = entry?.argument.tokens?.(targetOf('10.5')) ?? [];
    expect(tokens.map((token) => `%${token}`).toSorted()).toEqual([...(facts.argument?.tokens ?? [])].toSorted());
  });
});

test('every upstream entry has its facts', () => {
  const own = DIRECTIVES.filter(
    ({ vendors, status: [first] }) => vendors === undefined && isSince(NEWEST_RECORDED, first?.[0] ?? NEWEST_RECORDED),
  ).map((entry) => entry.keyword);
  expect(own).toEqual(
    DIRECTIVE_FACTS.map((facts) => facts.keyword).toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
  );
});

describe('vendors', () => {
  // Entries about files, defaults and forks that are no target; 10.4's misnamed keywords are upstream's.
  const NO_KEYWORD = /[ /,]|^\d|^__|^ssh\.socket$/;
  const keywords = VENDOR_FACTS.filter(
    (facts) => !NO_KEYWORD.test(facts.directive) && !facts.vendor.startsWith('Upstream'),
  );
  const VENDORS: readonly (readonly [RegExp, string])[] = [
    [/Debian/, 'debian'],
    [/Ubuntu/, 'ubuntu'],
    [/Red Hat/, 'redhat'],
    [/FreeBSD/, 'freebsd'],
    [/HPN/, 'hpn'],
  ];

  test('every keyword only a vendor knows is here, and no other', () => {
    const own = DIRECTIVES.filter((entry) => entry.vendors !== undefined).map((entry) => entry.keyword);
    expect(own.toSorted()).toEqual(keywords.map((facts) => facts.directive).toSorted());
  });

  test.each(keywords.map((facts) => [facts.directive, facts] as const))('%s', (keyword, facts) => {
    const entry = entryOf(keyword);
    expect(entry?.keyword).toBe(keyword);
    expect([...(entry?.vendors ?? [])].toSorted()).toEqual(
      VENDORS.flatMap(([name, vendor]) => (name.test(`${facts.vendor} ${facts.meaning}`) ? [vendor] : [])).toSorted(),
    );
    // Predecessors that no target knows beside their successor are named, but fill no slot of theirs.
    const alias = valueAt(entry?.aliasOf ?? [], '6.6p1') ?? null;
    if (alias !== null || facts.alias_of === null) expect(alias).toBe(facts.alias_of);
    else expect(entry?.seeAlso).toContain(facts.alias_of);
    if (typeof facts.allowed_in_match === 'boolean')
      expect(valueAt(entry?.scope ?? [], '6.6p1')).toBe(facts.allowed_in_match ? 'all' : 'global');
    // A status of its own kind: accepted, with a message, and without effect.
    if (/^(NoneEnabled|GSSAPIUseSessionCredCache|GSSUseSessionCCache)$/.test(keyword))
      expect(entry?.status[0]?.[1]).toBe('unsupported');
    if (/^(yes|no)$/.test(facts.default) && entry?.default !== undefined)
      expect(valueAt(entry.default, '6.6p1')).toBe(facts.default);
  });

  test('defaults of their own are those of the facts', () => {
    const facts = VENDOR_FACTS.filter(({ directive }) => directive.endsWith(' default'));
    expect(facts.length).toBeGreaterThan(4);
    for (const { directive, default: preset } of facts) {
      const keyword = directive.replace(/ default$/, '');
      const freebsd = TARGETS.filter(({ vendor }) => vendor === 'freebsd');
      for (const target of freebsd)
        expect(known(keyword, target)?.default, `${target.id} ${keyword}`).toBe(preset.replace('date', 'YYYYMMDD'));
      expect(known(keyword, targetOf('9.6'))?.default, keyword).not.toBe(preset);
    }
  });

  test('what a vendor brought back is known to that system alone', () => {
    const knowing = TARGETS.filter((target) => known('GSSAPIDelegateCredentials', target) !== undefined);
    expect(knowing.map(({ id }) => id)).toEqual(['rhel-10', '10.6', '10.5', '10.3']);
    expect(refusals('GSSAPIDelegateCredentials yes', 'rhel-10')).toEqual([]);
    expect(known('GSSAPIDelegateCredentials', targetOf('rhel-10'))).toMatchObject({ scope: 'global', default: 'yes' });
  });

  test.each([
    ['debian-10', 'lowdelay throughput'],
    ['ubuntu-24.04', 'lowdelay throughput'],
    ['ubuntu-26.04', 'ef cs0'],
    ['rhel-9', 'af21 cs1'],
  ])('IPQoS of %s', (id, preset) => expect(known('IPQoS', targetOf(id))?.default).toBe(preset));

  test('exceptions are filed under a vendor or a system', () => {
    const names = new Set(TARGETS.flatMap(({ id, vendor }) => (vendor === undefined ? [] : [id, vendor])));
    expect(DIRECTIVES.flatMap(({ shipped }) => Object.keys(shipped ?? {})).filter((name) => !names.has(name))).toEqual(
      [],
    );
  });

  test('only their own targets know them', () => {
    for (const entry of DIRECTIVES) {
      if (entry.vendors === undefined) continue;
      for (const target of TARGETS)
        if (target.vendor === undefined || !entry.vendors.includes(target.vendor))
          expect(known(entry.keyword, target), `${entry.keyword} ${target.id}`).toBeUndefined();
    }
  });
});

test("Debian's defaults as its sshd 9.2 prints them", () => {
  const debian = targetNamed('debian-12') as Target;
  const wrong: string[] = [];
  for (const facts of DIRECTIVE_FACTS) {
    const printed = facts.default_debian_9_2p1;
    if (
      typeof printed !== 'string' ||
      facts.keyword in DEFAULT_DIFFERS ||
      algorithmFamilyOf(facts.keyword) !== undefined
    )
      continue;
    const said = known(facts.keyword, debian)?.default;
    if (said !== printed) wrong.push(`${facts.keyword}: sshd -T prints ${printed}, the catalogue says ${said}`);
  }
  expect(wrong).toEqual([]);
});

describe('house rules', () => {
  const keywords = new Set<string>(DIRECTIVES.map((entry) => entry.keyword));

  test('entries are sorted and no keyword has two', () => {
    const lower = DIRECTIVES.map((entry) => entry.keyword.toLowerCase());
    expect(lower).toEqual([...new Set(lower)].toSorted());
  });

  test.each(DIRECTIVES.map((entry) => [entry.keyword, entry] as const))('%s', (keyword, entry) => {
    // Code and abbreviations may hold full stops that end no sentence.
    const plain = entry.text
      .replace(/`[^`]*`/g, 'x')
      .replace(/\b(e\.g|i\.e|etc)\./g, '$1')
      .replace(/\d\.\d/g, '1');
    const sentences = plain.match(/[.!?](?=\s|$)/g)?.length ?? 0;
    const gone = valueAt(entry.status, '10.5p1') !== 'supported';
    expect(sentences, entry.text).toBeGreaterThanOrEqual(gone ? 1 : 2);
    expect(sentences, entry.text).toBeLessThanOrEqual(6);
    expect(entry.text).toMatch(/[.!?]$/);
    expect(entry.summary.length).toBeLessThan(90);
    expect(entry.summary).not.toMatch(/\.$/);
    for (const other of entry.seeAlso ?? []) expect(keywords.has(other) && other !== keyword, other).toBe(true);
  });

  const newestKnowing = (keyword: string): Target | undefined => {
    const all = [
      ...UPSTREAM.map(([, target]) => target),
      ...TARGETS.filter((target) => target.vendor !== undefined),
    ].toReversed();
    return (
      UPSTREAM.findLast(([, target]) => known(keyword, target)?.status === 'supported')?.[1] ??
      all.find((target) => known(keyword, target) !== undefined)
    );
  };

  test('examples are accepted by the newest release that knows the keyword', () => {
    const wrong: string[] = [];
    for (const { keyword, example } of DIRECTIVES) {
      const target = newestKnowing(keyword);
      // Without a target stand the keywords of HPN-SSH; without routing domains in sshd every RDomain is refused.
      if (example !== undefined && target !== undefined && keyword !== 'RDomain')
        wrong.push(...refusals(`${keyword} ${example}`, target.id));
    }
    expect(wrong).toEqual([]);
  });

  test('words with a text of their own are accepted by some release, alone or with a value', () => {
    const wrong: string[] = [];
    const forms = (word: string) => [
      word,
      `${word}=1h`,
      `${word}:1`,
      `${word}:permissive`,
      `${word} 22`,
      `overflow:${word}`,
      `default ${word}`,
    ];
    for (const { keyword, values } of DIRECTIVES) {
      for (const word of Object.keys(values ?? {})) {
        const targets = TARGETS.filter((target) => known(keyword, target)?.status === 'supported');
        if (
          targets.length > 0 &&
          keyword !== 'RDomain' &&
          targets.every((target) => forms(word).every((form) => refusals(`${keyword} ${form}`, target.id).length > 0))
        )
          wrong.push(`${keyword} ${word}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
