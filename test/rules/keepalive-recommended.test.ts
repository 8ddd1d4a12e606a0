// "Add recommended keepalive lines": where the lines go, and that nothing else moves.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RELEASES } from '../../server/src/catalog/versions';
import { effectiveKeepalive } from '../../server/src/model/effective-keepalive';
import { adviceFor } from '../../server/src/model/keepalive-advice';
import { keepaliveEdits } from '../../server/src/rules/keepalive/keepalive-edits';
import { recommendedKeepalive } from '../../server/src/rules/keepalive/recommended-lines';
import { applyEdits } from '../kit/apply-edits';
import { type SnapshotOptions, snapshotFrom } from '../kit/snapshot';

function fixed(text: string, options: SnapshotOptions = {}): string {
  return applyEdits(text, recommendedKeepalive(snapshotFrom(text, options))?.edits ?? []);
}

const BOTH = 'ClientAliveInterval 60\nClientAliveCountMax 3\n';

describe('new lines', () => {
  test.each([
    ['an empty file', '', BOTH],
    ['only comments', '# mine\n', `# mine\n${BOTH}`],
    ['behind the last directive', 'Port 22\n\n# end\n', `Port 22\n${BOTH}\n# end\n`],
    ['no final line end', 'Port 22', 'Port 22\nClientAliveInterval 60\nClientAliveCountMax 3'],
    [
      'CRLF',
      'Port 22\r\nUsePAM yes\r\n',
      'Port 22\r\nUsePAM yes\r\nClientAliveInterval 60\r\nClientAliveCountMax 3\r\n',
    ],
    [
      'CRLF without a final one',
      'Port 22\r\nUsePAM yes',
      'Port 22\r\nUsePAM yes\r\nClientAliveInterval 60\r\nClientAliveCountMax 3',
    ],
    [
      'above the first Match',
      'Port 22\nMatch User a\n  X11Forwarding no\n',
      `Port 22\n${BOTH}Match User a\n  X11Forwarding no\n`,
    ],
    [
      'above the comment of the Match',
      '# file\n\n# for a\nMatch User a\n  X11Forwarding no\n',
      `# file\n\n${BOTH}\n# for a\nMatch User a\n  X11Forwarding no\n`,
    ],
    ['equals signs', 'Port=22\n', 'Port=22\nClientAliveInterval=60\nClientAliveCountMax=3\n'],
    ['tabs', '\tPort\t22\n', '\tPort\t22\n\tClientAliveInterval\t60\n\tClientAliveCountMax\t3\n'],
    [
      'a column of values',
      'PermitRootLogin         no\n',
      'PermitRootLogin         no\nClientAliveInterval     60\nClientAliveCountMax     3\n',
    ],
    [
      'count beside its interval',
      '  ClientAliveInterval = 60 # keep\nPort 22\n',
      '  ClientAliveInterval = 60 # keep\n  ClientAliveCountMax = 3\nPort 22\n',
    ],
    ['interval beside its count', 'Port 22\nClientAliveCountMax 3\nUsePAM yes\n', `Port 22\n${BOTH}UsePAM yes\n`],
    ['lines of a Match block go', 'Port 22\nMatch User a\nClientAliveInterval 5\n', `Port 22\n${BOTH}`],
    [
      'what else a Match block holds stays',
      'Port 22\nMatch User a\nPermitTTY no\nClientAliveInterval 5\n',
      `Port 22\n${BOTH}Match User a\nPermitTTY no\n`,
    ],
    [
      'above an Include that may bring others',
      '# Debian\n\nInclude /etc/ssh/sshd_config.d/*.conf\nPort 22\n',
      `# Debian\n\n${BOTH}Include /etc/ssh/sshd_config.d/*.conf\nPort 22\n`,
    ],
  ])('%s', (_, text, expected) => expect(fixed(text)).toBe(expected));
});

describe('lines that are there', () => {
  test.each([
    [
      'value only',
      'ClientAliveInterval\t120   # slow\nClientAliveCountMax=9\n',
      'ClientAliveInterval\t60   # slow\nClientAliveCountMax=3\n',
    ],
    [
      'the first line decides, those it beats go',
      'ClientAliveInterval 1\nClientAliveInterval 60\nclientalivecountmax 3\n',
      'ClientAliveInterval 60\nclientalivecountmax 3\n',
    ],
    ['quoted', 'ClientAliveInterval "120"\nClientAliveCountMax 3\n', BOTH],
    ['too many words', 'ClientAliveInterval 60 30\nClientAliveCountMax 3\n', BOTH],
    [
      'no value',
      'ClientAliveInterval\nClientAliveCountMax = # none\n',
      'ClientAliveInterval 60\nClientAliveCountMax =3 # none\n',
    ],
    ['a quote that never closes', 'ClientAliveInterval "12\nClientAliveCountMax 3\n', BOTH],
    [
      'the same time in other words',
      'ClientAliveInterval 1m\nClientAliveCountMax 3\n',
      'ClientAliveInterval 1m\nClientAliveCountMax 3\n',
    ],
    [
      'Match all decides for everyone',
      'ClientAliveCountMax 3\nMatch all\nClientAliveInterval 0\n',
      'ClientAliveCountMax 3\nMatch all\nClientAliveInterval 60\n',
    ],
  ])('%s', (_, text, expected) => expect(fixed(text)).toBe(expected));

  it('are left alone when they are right', () => expect(recommendedKeepalive(snapshotFrom(BOTH))).toBeUndefined());
});

describe('commented-out lines', () => {
  test.each([
    [
      'as in stock files',
      '#TCPKeepAlive yes\n#ClientAliveInterval 0\n#ClientAliveCountMax 3\n#UseDNS no\n',
      `#TCPKeepAlive yes\n${BOTH}#UseDNS no\n`,
    ],
    [
      'indented, with a comment',
      '  # ClientAliveInterval = 0 # off\n',
      '  ClientAliveInterval = 60 # off\n  ClientAliveCountMax = 3\n',
    ],
    ['prose is no directive', '# ClientAliveInterval 0 means off\n', `# ClientAliveInterval 0 means off\n${BOTH}`],
    [
      'an example of a Match block',
      '#Match User a\n#\tClientAliveInterval 5\n',
      `#Match User a\n#\tClientAliveInterval 5\n${BOTH}`,
    ],
    ['below a Match', 'Match User a\n#ClientAliveInterval 0\n', `${BOTH}\nMatch User a\n#ClientAliveInterval 0\n`],
    [
      'beside a line that is there',
      'ClientAliveInterval 60\nPort 22\n#ClientAliveCountMax 3\n',
      'ClientAliveInterval 60\nPort 22\nClientAliveCountMax 3\n',
    ],
  ])('%s', (_, text, expected) => expect(fixed(text)).toBe(expected));
});

describe('safety', () => {
  test.each([
    ['Port 22\n', 'safe'],
    ['Include /etc/ssh/sshd_config.d/*.conf\nPort 22\n', 'safe'],
    ['Include /etc/ssh/sshd_config.d/*.conf\nClientAliveInterval 1\n', 'unsafe'],
    ['Port 22\nMatch User a\nClientAliveInterval 1\n', 'unsafe'],
    ['ClientAliveInterval 1\nClientAliveCountMax 1\nInclude x\n', 'safe'],
    ['Port 22\nMatch User a\nInclude x\n', 'safe'],
  ])('of %j: %s', (text, safety) => expect(recommendedKeepalive(snapshotFrom(text))?.safety).toBe(safety));
});

it('writes the values of the settings', () => {
  expect(fixed('', { keepalive: { interval: 15, countMax: 4 } })).toBe(
    'ClientAliveInterval 15\nClientAliveCountMax 4\n',
  );
});

const VALUES = fc.constantFrom(
  '',
  ' 0',
  ' 60',
  ' 1m',
  '=120',
  ' = 5',
  '\t"30"',
  ' 3',
  ' x',
  ' 1 2',
  ' "open',
  ' 0 # why',
);
const KEEPALIVE = fc
  .tuple(fc.constantFrom('ClientAliveInterval', 'clientalivecountmax', 'ClientAliveCountMax'), VALUES)
  .map((pair) => pair.join(''));
const LINE = fc.oneof(
  KEEPALIVE,
  KEEPALIVE.map((line) => `#${line}`),
  fc.constantFrom(
    '',
    '# note',
    '   ',
    'Port 22',
    'UsePAM=yes',
    'Subsystem sftp\t/x',
    'Match all',
    'Match User a,b',
    'match Group=sftp',
    'Include x.conf',
    'Nonsense',
    '#Match User a',
    'TCPKeepAlive no',
  ),
);
const INDENT = fc.constantFrom('', '', '  ', '\t');
const FILE = fc
  .record({
    lines: fc.array(
      fc.tuple(INDENT, LINE).map((pair) => pair.join('')),
      { maxLength: 14 },
    ),
    end: fc.constantFrom('\n', '\r\n'),
    final: fc.boolean(),
  })
  .map(({ lines, end, final }) => ({ text: lines.join(end) + (final && lines.length > 0 ? end : ''), end }));

describe('any file', () => {
  it('gets the wished values and keeps everything else', () => {
    fc.assert(
      fc.property(FILE, fc.constantFrom(...RELEASES), ({ text, end }, target) => {
        const options = { target };
        const before = snapshotFrom(text, options);
        const values = adviceFor(before);
        const after = applyEdits(text, keepaliveEdits(before, values, 'all-but-match-blocks'));
        const snapshot = snapshotFrom(after, options);
        const { interval, countMax } = effectiveKeepalive(snapshot);
        expect([interval.value, countMax.value]).toEqual([values.interval, values.countMax]);
        expect(keepaliveEdits(snapshot, values, 'all-but-match-blocks')).toEqual([]);
        expect(others(after)).toEqual(others(text));
        expect(inBlocks(text, options)).toBe(inBlocks(after, options));
        if (text.includes('\n')) expect(after.split(end).length).toBe(after.split('\n').length);
        if (text.endsWith('\n')) expect(after === '' || after.endsWith('\n')).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

// Blank lines are left out: one may be added above a Match. So are Match all lines: they go with their last keepalive line.
function others(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/clientalive|^\s*Match all/i.test(line));
}

function inBlocks(text: string, options: SnapshotOptions): number {
  const { blocks } = snapshotFrom(text, options).model;
  return blocks
    .filter(({ criteria }) => !criteria.activeWhenRead)
    .reduce((sum, block) => sum + block.directives.length, 0);
}
