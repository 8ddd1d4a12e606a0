// The algorithm tables against `ssh -Q`, `sshd -T` and the recorded verdicts of real builds.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { matchesPattern } from '../../server/src/base/wildcard';
import {
  acceptsAlgorithm,
  algorithmFacts,
  algorithmFamilyOf,
  allAlgorithms,
  defaultAlgorithms,
  knownAlgorithms,
  leftOutOfList,
  prefixesAt,
  shortKeyNames,
} from '../../server/src/catalog/algorithms';
import { JUDGEMENTS } from '../../server/src/catalog/algorithms/grades';
import { type Target, targetNamed } from '../../server/src/catalog/targets';
import { isSince } from '../../server/src/catalog/versions';

const data = (name: string) => new URL(`../data/${name}`, import.meta.url);
const zipped = (name: string) => JSON.parse(gunzipSync(readFileSync(data(name))).toString());

interface Version {
  readonly supported: Readonly<Record<string, readonly string[]>>;
  readonly defaults: Readonly<Record<string, readonly string[]>>;
}
const BY_VERSION: Readonly<Record<string, Version>> = zipped('algorithms-by-version.json.gz');

function target(name: string): Target {
  const found = targetNamed(name === 'debian' ? 'debian-12' : name);
  if (found === undefined) throw new Error(`no target ${name}`);
  return found;
}

const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

describe.each(Object.entries(BY_VERSION))('%s', (version, { supported, defaults }) => {
  const at = target(version);

  test('knows the names of ssh -Q', () => {
    expect(sorted(knownAlgorithms('Ciphers', at))).toEqual(sorted(supported.cipher ?? []));
    expect(sorted(knownAlgorithms('MACs', at))).toEqual(sorted(supported.mac ?? []));
    expect(sorted(knownAlgorithms('KexAlgorithms', at))).toEqual(sorted(supported.kex ?? []));
    // Before 8.2 there is no query for signature algorithms: the key types and whatever is in the default lists.
    const keys = supported.HostKeyAlgorithms ?? [...(supported.key ?? []), ...(defaults.hostkeyalgorithms ?? [])];
    expect(sorted(knownAlgorithms('HostKeyAlgorithms', at))).toEqual(sorted(keys));
    if (supported.sig !== undefined)
      expect(sorted(knownAlgorithms('CASignatureAlgorithms', at))).toEqual(sorted(supported.sig));
    for (const name of supported.CASignatureAlgorithms ?? [])
      expect(acceptsAlgorithm('CASignatureAlgorithms', name, at)).toBe(true);
    if (supported['kex-gss'] !== undefined)
      expect(knownAlgorithms('GSSAPIKexAlgorithms', at)).toEqual(supported['kex-gss']);
  });

  test('uses the lists of sshd -T', () => {
    for (const [keyword, names] of Object.entries(defaults)) {
      const preset = defaultAlgorithms(keyword, at);
      if (names.join() === '*') expect(preset).toEqual(knownAlgorithms(keyword, at));
      // 6.6 prints what it knows, which there is what it offers; 6.7 does the same but offers less.
      else if (version === '6.6p1' && keyword !== 'kexalgorithms') expect(sorted(preset)).toEqual(sorted(names));
      else if (version === '6.6p1' || version === '6.7p1') expect(names).toEqual(expect.arrayContaining([...preset]));
      else expect(preset).toEqual(names);
    }
  });

  test('has no default it does not know', () => {
    for (const keyword of ['Ciphers', 'MACs', 'KexAlgorithms', 'HostKeyAlgorithms', 'CASignatureAlgorithms']) {
      const known = knownAlgorithms(keyword, at);
      for (const name of defaultAlgorithms(keyword, at)) expect(known).toContain(name);
    }
  });
});

test('6.7 offers what 6.8 offers', () => {
  for (const keyword of ['Ciphers', 'MACs', 'KexAlgorithms']) {
    expect(defaultAlgorithms(keyword, target('6.7p1'))).toEqual(defaultAlgorithms(keyword, target('6.8p1')));
  }
});

test('accepts and refuses what recorded builds accept and refuse', () => {
  type Verdicts = Readonly<Record<string, readonly [accepted: readonly string[], refused: readonly string[]]>>;
  const verdicts: Readonly<Record<string, Verdicts>> = zipped('algorithm-verdicts.json.gz');
  const wrong: string[] = [];
  for (const [keyword, lists] of Object.entries(verdicts)) {
    for (const [list, [accepted, refused]] of Object.entries(lists)) {
      if (list.includes('!')) continue;
      for (const version of accepted)
        if (!takes(keyword, list, target(version))) wrong.push(`${version} accepts ${keyword} ${list}`);
      for (const version of refused)
        if (takes(keyword, list, target(version))) wrong.push(`${version} refuses ${keyword} ${list}`);
    }
  }
  expect(wrong).toEqual([]);
});

function takes(keyword: string, list: string, at: Target): boolean {
  const prefixed = prefixesAt(at.release).some((prefix) => list.startsWith(prefix));
  const family = algorithmFamilyOf(keyword);
  const patterns = family === 'KeyTypes' || family === 'CASignatureAlgorithms';
  return (prefixed ? list.slice(1) : list)
    .split(',')
    .every(
      (name) =>
        name === '' ||
        acceptsAlgorithm(keyword, name, at) ||
        (patterns && /[*?]/.test(name) && knownAlgorithms('KeyTypes', at).some((one) => matchesPattern(one, name))),
    );
}

test('what older releases take and leave out', () => {
  expect(leftOutOfList('CASignatureAlgorithms', 'ssh-ed25519-cert-v01@openssh.com', target('9.3'))).toBe(true);
  expect(acceptsAlgorithm('CASignatureAlgorithms', 'ssh-ed25519-cert-v01@openssh.com', target('9.4'))).toBe(false);
  expect(acceptsAlgorithm('PubkeyAcceptedAlgorithms', 'RSA', target('9.8'))).toBe(true);
  expect(acceptsAlgorithm('PubkeyAcceptedAlgorithms', 'RSA', target('9.9'))).toBe(false);
  expect(shortKeyNames('8.1p1', 'HostKeyAlgorithms')).toEqual(['rsa', 'dsa', 'ecdsa', 'ed25519']);
  expect(shortKeyNames('8.1p1', 'Ciphers')).toEqual([]);
});

test('GSSAPI key exchanges count only where the system adds them', () => {
  expect(acceptsAlgorithm('KexAlgorithms', 'gss-group14-sha256-toWM5Slw5Ew8Mqkay+al2g==', target('debian'))).toBe(true);
  expect(acceptsAlgorithm('KexAlgorithms', 'gss-group14-sha256-', target('10.5'))).toBe(false);
  expect(knownAlgorithms('KexAlgorithms', target('debian'))).toContain('sntrup761x25519-sha512');
});

test('prefixes by release', () => {
  expect(prefixesAt('6.9p1')).toEqual([]);
  expect(prefixesAt('7.0p1')).toEqual(['+']);
  expect(prefixesAt('8.0p1')).toEqual(['+', '-']);
  expect(prefixesAt('10.5p1')).toEqual(['+', '-', '^']);
});

describe('grades', () => {
  const grades: Readonly<Record<string, readonly [string, readonly string[], boolean, boolean]>> = JSON.parse(
    readFileSync(data('algorithm-grades.json'), 'utf8'),
  );

  test.each(Object.entries(grades))('%s follows the guides', (name, [grade, reasons, postQuantum, terrapin]) => {
    const facts = algorithmFacts(name);
    expect(facts?.postQuantum).toBe(postQuantum);
    // ssh-audit looks at the end of the name only; this one is aes256-cbc.
    expect(facts?.terrapin).toBe(terrapin || name === 'rijndael-cbc@lysator.liu.se');
    expect(facts?.grade).toBe(ours(grade, reasons));
    expect(facts?.why.length).toBeGreaterThan(10);
    expect(facts?.why).not.toMatch(/\.$/);
  });

  test('every name is judged and every judgement has a name', () => {
    expect(sorted(allAlgorithms().map((facts) => facts.name))).toEqual(sorted(Object.keys(JUDGEMENTS)));
    for (const facts of allAlgorithms())
      if (facts.until !== undefined) expect(isSince(facts.until, facts.since)).toBe(true);
  });
});

function ours(grade: string, reasons: readonly string[]): string {
  if (grade === 'good') return 'strong';
  if (grade === 'not-listed') return 'unknown';
  const curveOnly = reasons.some((reason) => reason.startsWith('NIST curve'));
  if ((grade === 'fail' && !curveOnly) || reasons.includes('CBC mode')) return 'weak';
  return 'acceptable';
}
