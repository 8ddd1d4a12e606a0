// The keepalive rules together: what they say of whole files, where they are silent, and that their fixes mend what they find.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RELEASES } from '../../server/src/catalog/versions';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { RULES } from '../../server/src/rules/registry';
import { snapshotOf } from '../../server/src/service';
import { applyEdits } from '../kit/apply-edits';
import { expectFindings, findingsOf } from '../kit/expect-findings';
import { snapshotFrom, targetOf } from '../kit/snapshot';

const KEEPALIVE = RULES.filter((rule) => rule.category === 'keepalive');

const said = (text: string, options = {}) =>
  findingsOf(snapshotFrom(text, options), KEEPALIVE).map(({ rule, severity }) => `${severity} ${rule}`);

describe('silence', () => {
  test.each([
    'ClientAliveInterval 60\nClientAliveCountMax 3\n',
    'TCPKeepAlive no\nClientAliveInterval 60\n',
    'Match User a\n  PermitTTY no\nMatch all\n  ClientAliveInterval 60\n',
    // Refused by sshd: the argument rules speak.
    'ClientAliveInterval abc\n',
    'ClientAliveInterval 60 60\nTCPKeepAlive no\n',
    'ClientAliveInterval 60\nClientAliveCountMax none\n',
    'ClientAliveInterval\nTCPKeepAlive no\n',
    'ClientAliveInterval "60\n',
  ])('%j', (text) => expect(said(text)).toEqual([]));

  it('of a value that the target refuses', () => {
    expect(said('ClientAliveInterval 0.5\n', { target: '10.2' })).toEqual([]);
  });
  it('of a Match block that the target refuses keepalive in', () => {
    expect(said('Match User a\nClientAliveInterval 60\n', { target: '7.3' })).toEqual(['hint keepalive-disabled']);
  });
  it('about a drop-in that sets nothing', () => {
    const facts = {
      settings: { ...DEFAULT_SETTINGS, keepalive: { ...DEFAULT_SETTINGS.keepalive, natTimeout: 240 } },
      target: targetOf(),
    };
    const of = (uri: string) => findingsOf(snapshotOf(uri, 'PermitRootLogin no\n', facts), KEEPALIVE).length;
    expect(of('file:///etc/ssh/sshd_config.d/50-root.conf')).toBe(0);
    expect(of('file:///etc/ssh/sshd_config')).toBe(1);
  });
});

describe('whole files', () => {
  test.each([
    ['', ['hint keepalive-disabled']],
    ['Port 22\n# sshd-config: nat-timeout=350\n', ['warning keepalive-disabled']],
    ['ClientAliveCountMax 3\n', ['warning keepalive-countmax-without-interval']],
    ['TCPKeepAlive no\n', ['hint keepalive-disabled', 'warning keepalive-all-off']],
    ['TCPKeepAlive yes\n', ['hint keepalive-disabled', 'warning tcpkeepalive-only-detector']],
    ['ClientAliveInterval 0\nClientAliveInterval 60\n', ['warning keepalive-interval-zero']],
    ['ClientAliveInterval 100\nClientAliveCountMax 1000\n', ['warning keepalive-window-too-long']],
    [
      'ClientAliveInterval 60\nMatch User a\nClientAliveCountMax 0\n',
      ['warning keepalive-countmax-zero-never-disconnects'],
    ],
    [
      'ClientAliveCountMax 0\nClientAliveInterval 60\nMatch User a\nClientAliveInterval 30\n',
      ['warning keepalive-countmax-zero-never-disconnects'],
    ],
    [
      'ClientAliveInterval 60\nMatch User a\nClientAliveInterval 2\nMatch User b\nClientAliveInterval 60\n',
      ['warning keepalive-window-too-short'],
    ],
    [
      'Match User a\nClientAliveCountMax 5\n',
      [
        'hint keepalive-disabled',
        'warning keepalive-countmax-without-interval',
        'information keepalive-swallowed-by-match',
      ],
    ],
  ])('%j', (text, expected) => expect(said(text).toSorted()).toEqual(expected.toSorted()));

  it('where Match all takes the global interval away', () => {
    expect(said('ClientAliveInterval 60\nMatch all\nClientAliveInterval 0\n')).toEqual(['hint keepalive-disabled']);
  });
  it('of a NAT and an Include above', () => {
    const [finding] = findingsOf(snapshotFrom('Include x\n', { nat: 240 }), KEEPALIVE);
    expect(finding?.message).toContain('unless an included file sets it');
  });
  it('of other releases', () => {
    expect(said('ClientAliveInterval 300\nClientAliveCountMax 0\n', { target: 'rhel-8' })).toEqual([
      'warning keepalive-countmax-zero-kills-live-sessions',
    ]);
    expect(said('ClientAliveInterval 60\nClientAliveCountMax 0\n', { target: 'debian-12' })).toEqual([
      'information keepalive-interval-doubled',
      'warning keepalive-countmax-zero-never-disconnects',
    ]);
    expect(said('ClientAliveInterval 60\n', { target: 'debian-10' })).toEqual(['information keepalive-count-halved']);
  });
  it('with a NAT', () => {
    expect(said('ClientAliveInterval 60\nMatch User a\nClientAliveInterval 300\n', { nat: 240 })).toEqual([
      'warning keepalive-interval-exceeds-nat',
    ]);
    expect(said('ClientAliveInterval 300\nClientAliveCountMax 0\n', { nat: 240, target: '8.1' })).toEqual([
      'warning keepalive-interval-exceeds-nat',
      'warning keepalive-countmax-zero-kills-live-sessions',
    ]);
  });
});

it('tells appended lines from a block that means them', () => {
  expectFindings(
    `PermitRootLogin no
# <----------------- hint[keepalive-disabled]
Match Group administrators
       AuthorizedKeysFile keys
       ClientAliveInterval 30
#      ^^^^^^^^^^^^^^^^^^^^^^ information[keepalive-swallowed-by-match] "holds only for"
ClientAliveCountMax 5
# <-------------------- warning[keepalive-swallowed-by-match] "line 2"
`,
    { rules: KEEPALIVE },
  );
});

const LINE = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('ClientAliveInterval', 'ClientAliveCountMax'),
      fc.constantFrom('0', '1', '2', '5', '60', '300', '2h', '0.5', '9999', 'x'),
    )
    .map((pair) => pair.join(' ')),
  fc.constantFrom(
    '',
    '# note',
    'Port 22',
    'TCPKeepAlive yes',
    'TCPKeepAlive no',
    'Match User a',
    'Match all',
    '  ClientAliveInterval 90',
    'Include x',
    '#ClientAliveInterval 0',
  ),
);

function onlyOnce(text: string): boolean {
  return ['ClientAliveInterval', 'ClientAliveCountMax'].every((keyword) => text.split(keyword).length <= 2);
}

it('offers fixes whose edits fit the text and take their finding away', () => {
  const options = fc.record({
    target: fc.constantFrom(...RELEASES),
    nat: fc.option(fc.constantFrom(30, 240, 7200), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 8 }), options, (lines, { target, nat }) => {
      const facts = nat === undefined ? { target } : { target, nat };
      const text = `${lines.join('\n')}\n`;
      for (const { rule, fixes = [], range } of findingsOf(snapshotFrom(text, facts), KEEPALIVE)) {
        expect(range.start <= range.end && range.end <= text.length).toBe(true);
        for (const fix of fixes) {
          const after = applyEdits(text, fix.edits);
          expect(after).not.toBe(text);
          const before = said(text, facts).filter((one) => one.endsWith(rule)).length;
          // A line that is taken away may bring another to light; and twice a count of 1 is still counted twice.
          if (!onlyOnce(text) || rule === 'keepalive-count-halved') continue;
          const still = said(after, facts).filter((one) => one.endsWith(rule)).length;
          expect({ fix, after, mended: still < before }).toEqual({ fix, after, mended: true });
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('stays quick in a file of many blocks', () => {
  const blocks = (lines: string) => `${lines}\n`.repeat(4_000);
  const texts = [
    blocks('Match User a\nClientAliveInterval 1\nClientAliveCountMax 0'),
    `ClientAliveInterval x\n${blocks('Match User a\nClientAliveInterval 0')}`,
    `Match User a\n${blocks('ClientAliveInterval 5\n#ClientAliveInterval 0')}`,
  ];
  for (const text of texts) {
    const snapshot = snapshotFrom(text);
    const start = performance.now();
    findingsOf(snapshot, KEEPALIVE);
    // Work that grows with the square would take longer by far, also where the machine is busy.
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});
