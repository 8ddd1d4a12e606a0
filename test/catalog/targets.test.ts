// How targets are named, and which system an os-release file means.
import { describe, expect, test } from 'vitest';
import { catalogAt } from '../../server/src/catalog/catalog';
import { dialectOf, NEWEST_TARGET, TARGETS, targetNamed, targetOfOsRelease } from '../../server/src/catalog/targets';
import { NEWEST, RELEASES } from '../../server/src/catalog/versions';

test('every release and every system has an id of its own', () => {
  const ids = TARGETS.map((target) => target.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    TARGETS.filter((target) => target.vendor === undefined)
      .map((target) => target.release)
      .toReversed(),
  ).toEqual([...RELEASES]);
  for (const target of TARGETS) {
    expect(targetNamed(target.id)).toBe(target);
    expect(target.label).toContain('OpenSSH');
  }
  expect(NEWEST_TARGET).toMatchObject({ id: '10.6', release: NEWEST });
});

test.each([
  ['10.5', '10.5'],
  ['9.9', '9.9'],
  ['9.9p2', '9.9'],
  ['9.9p1', '9.9p1'],
  [' Debian-12 ', 'debian-12'],
  ['OpenSSH 9.2', '9.2'],
  ['OpenSSH_9.2p1', '9.2'],
  ['openssh-7.4', '7.4'],
])('%j names %s', (text, id) => {
  expect(targetNamed(text)?.id).toBe(id);
});

test.each(['', 'auto', 'debian', 'debian-1', '9', '11.0', 'newest', 'constructor', '__proto__'])(
  '%j names nothing',
  (text) => {
    expect(targetNamed(text)).toBeUndefined();
  },
);

describe('os-release', () => {
  test.each([
    ['ID=debian\nVERSION_ID="12"\n', 'debian-12'],
    ['NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n', 'ubuntu-24.04'],
    ['ID="rhel"\nID_LIKE="fedora"\nVERSION_ID="9.4"\n', 'rhel-9'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="8.10"\n', 'rhel-8'],
    ["ID='almalinux'\nVERSION_ID='10.0'\n", 'rhel-10'],
    ['ID=fedora\nVERSION_ID=42\n', 'fedora-42'],
    ['ID=freebsd\nVERSION_ID="14.1"\n', 'freebsd-14'],
    ['ID=debian\nVERSION_ID="99"\n', undefined],
    ['ID=arch\n', undefined],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\n', undefined],
    ['ID=constructor\nVERSION_ID="12"\n', undefined],
    ['', undefined],
  ])('%j', (text, id) => {
    expect(targetOfOsRelease(text)?.id).toBe(id);
  });
});

test('the dialect follows the release', () => {
  expect(dialectOf(targetNamed('7.4') ?? NEWEST_TARGET)).toBe('strdelim-untrimmed');
  expect(dialectOf(targetNamed('7.5') ?? NEWEST_TARGET)).toBe('strdelim');
  expect(dialectOf(targetNamed('8.6') ?? NEWEST_TARGET)).toBe('strdelim');
  expect(dialectOf(targetNamed('8.7') ?? NEWEST_TARGET)).toBe('argv-split');
  expect(dialectOf(targetNamed('rhel-9') ?? NEWEST_TARGET)).toBe('argv-split');
});

test('a catalogue is made once for each target, and finds keywords in any case', () => {
  const catalog = catalogAt(NEWEST_TARGET);
  expect(catalogAt(NEWEST_TARGET)).toBe(catalog);
  expect(catalog.directive('PERMITROOTLOGIN')?.keyword).toBe('PermitRootLogin');
  expect(catalog.directive('constructor')).toBeUndefined();
  expect(catalog.nearestKeywords('PermitRotLogin')[0]).toBe('PermitRootLogin');
  expect(catalog.nearestKeywords('KeyRegenerationIntervall')).toEqual([]);
  expect(catalog.since('9.9p2')).toBe(true);
});
