// Everything that goes wrong with keepalive lines, one example each: who finds it, or where it is told. The traps are those of the
// manuals, guides and bug reports; several are found by rules that are about any directive, and three stand on every healthy file: they
// are told by the hover, and found where all is asked for.
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../kit/expect-findings';
import { hoverAt } from '../kit/expect-hover';
import { MAIN_PATH, type SnapshotOptions, snapshotFrom } from '../kit/snapshot';

const drop = (name: string) => `/etc/ssh/sshd_config.d/${name}`;
const ALL: SnapshotOptions = { ruleSettings: { policy: 'all' } };
const INCLUDE = 'Include /etc/ssh/sshd_config.d/*.conf\n';
const pair = (interval: string, countMax: string) =>
  `ClientAliveInterval ${interval}\nClientAliveCountMax ${countMax}\n`;

type Row = readonly [trap: string, rule: string, severity: string, text: string, options?: SnapshotOptions];

const FOUND: readonly Row[] = [
  ['neither is set', 'keepalive-disabled', 'hint', 'UsePAM yes\n'],
  ['neither is set, and there is a NAT', 'keepalive-disabled', 'warning', 'UsePAM yes\n', { nat: 350 }],
  ['a count without an interval', 'keepalive-countmax-without-interval', 'warning', 'ClientAliveCountMax 3\n'],
  ['a count of 0', 'keepalive-countmax-zero-never-disconnects', 'warning', pair('60', '0')],
  [
    'a count of 0 up to 8.1',
    'keepalive-countmax-zero-kills-live-sessions',
    'warning',
    pair('60', '0'),
    { target: '8.1' },
  ],
  ['an interval beyond the path', 'keepalive-interval-exceeds-nat', 'warning', pair('400', '3'), { nat: 350 }],
  [
    'an interval near the end of the path',
    'keepalive-interval-thin-margin',
    'information',
    pair('200', '3'),
    { nat: 350 },
  ],
  ['the doubling of 9.2', 'keepalive-interval-doubled', 'information', pair('60', '3'), { target: '9.2' }],
  ['a window that is too short', 'keepalive-window-too-short', 'information', pair('10', '2')],
  ['a count of 1', 'keepalive-countmax-one', 'hint', pair('60', '1')],
  ['a window that is too long', 'keepalive-window-too-long', 'warning', pair('100', '1000')],
  ['a product beyond the clock', 'keepalive-product-beyond-clock', 'information', pair('86400', '100')],
  ['no time', 'bad-argument', 'error', 'ClientAliveInterval 60ms\n'],
  ['no number', 'bad-argument', 'error', 'ClientAliveInterval 60\nClientAliveCountMax 3s\n'],
  ['a fraction', 'keepalive-fractional-interval', 'warning', 'ClientAliveInterval 1.5\n'],
  ['a fraction up to 10.2', 'bad-argument', 'error', 'ClientAliveInterval 1.5\n', { target: '10.2' }],
  ['an interval of seconds', 'keepalive-interval-chatty', 'hint', pair('5', '20')],
  ['a slip of the unit', 'keepalive-interval-unit-slip', 'information', pair('60m', '3')],
  ['an option of the client', 'unknown-directive', 'error', 'ServerAliveInterval 60\n'],
  ['a typo', 'unknown-directive', 'error', 'ClientAliveMaxCount 3\n'],
  [
    'a block swallows the lines',
    'keepalive-swallowed-by-match',
    'warning',
    `Match User a\n    PermitTTY no\n\n${pair('60', '3')}`,
  ],
  [
    'in a block up to 7.3',
    'directive-not-allowed-in-match',
    'error',
    `Match User a\n${pair('60', '3')}`,
    { target: '7.3' },
  ],
  ['TCPKeepAlive in a block', 'directive-not-allowed-in-match', 'error', 'Match User a\nTCPKeepAlive no\n'],
  [
    'an earlier drop-in decides',
    'overruled-by-another-file',
    'warning',
    `${INCLUDE}ClientAliveInterval 60\n`,
    { files: { [drop('50-cloud.conf')]: 'ClientAliveInterval 300\n' } },
  ],
  [
    'a drop-in that is read too late',
    'overruled-by-another-file',
    'warning',
    'ClientAliveInterval 60\n',
    {
      path: drop('99-mine.conf'),
      files: { [MAIN_PATH]: INCLUDE, [drop('50-cloud.conf')]: 'ClientAliveInterval 300\n' },
    },
  ],
  [
    'a drop-in that is not read',
    'drop-in-not-read',
    'warning',
    'ClientAliveInterval 60\n',
    { path: drop('keepalive'), files: { [MAIN_PATH]: INCLUDE } },
  ],
  [
    'an Include behind the lines',
    'late-include',
    'warning',
    `ClientAliveInterval 60\n${INCLUDE}`,
    { files: { [drop('50-cloud.conf')]: 'ClientAliveInterval 300\n' } },
  ],
  [
    'probes that can be forged, where a guide asks',
    'tcp-keepalive-of-guide',
    'warning',
    'TCPKeepAlive yes\n',
    { ruleSettings: { policy: 'lynis' } },
  ],
  ['set twice', 'duplicate-first-value-wins', 'warning', `${pair('60', '3')}ClientAliveInterval 30\n`],
  ['both are off', 'keepalive-all-off', 'warning', 'TCPKeepAlive no\n'],
  ['TCPKeepAlive alone', 'tcpkeepalive-only-detector', 'warning', 'TCPKeepAlive yes\n'],
  ['the old name', 'alias-directive', 'information', 'KeepAlive yes\n'],
  [
    'meant as an idle logout',
    'keepalive-is-not-idle-logout',
    'information',
    '# idle timeout\nClientAliveInterval 900\nClientAliveCountMax 0\n',
  ],
  ['channels that time out soon', 'channel-timeout-short', 'information', 'ChannelTimeout session:*=60\n'],
  ['the connection that channels leave', 'channel-timeout-leaves-connection', 'hint', 'ChannelTimeout session:*=1h\n'],
  ['unused connections that end soon', 'unused-connection-timeout-short', 'warning', 'UnusedConnectionTimeout 5\n'],
  [
    'tunnels that look unused',
    'unused-connection-timeout-ends-tunnels',
    'information',
    'UnusedConnectionTimeout 5m\nGatewayPorts yes\n',
  ],
  ['no end before the login', 'login-grace-unlimited', 'warning', 'LoginGraceTime 0\n'],
  [
    'new keys by time up to 7.9',
    'keepalive-rekey-time',
    'information',
    `${pair('60', '3')}RekeyLimit default 1h\n`,
    { target: '7.9' },
  ],
  ['busy forwardings up to 7.5', 'keepalive-busy-forwardings-hide', 'information', pair('60', '3'), { target: '7.5' }],
  ['when a dead client is cut off', 'keepalive-disconnect-arithmetic', 'information', pair('60', '3'), ALL],
  ['output puts the question off', 'keepalive-server-output-defers-probe', 'information', pair('60', '3'), ALL],
  ['the client can ask instead', 'keepalive-client-side-alternative', 'hint', pair('60', '3'), ALL],
  ['the port of a dead tunnel', 'keepalive-tunnel-keeps-port', 'hint', 'GatewayPorts yes\n'],
];

describe('found', () => {
  const rows = FOUND.map(([trap, rule, severity, text, options = {}]) => ({ trap, rule, severity, text, options }));
  test.each(rows)('$trap: $rule', ({ rule, severity, text, options }) => {
    const found = findingsOf(snapshotFrom(text, options)).filter((one) => one.rule === rule);
    expect(found.map((one) => one.severity)).toContain(severity);
  });
});

test.each([
  ['when a dead client is cut off', '10.5', '4 min'],
  ['output puts the question off', '9.2', 'hide a dead client'],
  ['output and forwardings put it off up to 7.5', '7.5', 'hide a dead client'],
  ['the client can ask instead', '10.5', 'ServerAliveInterval'],
])('told by the hover: %s', (_, target, text) =>
  expect(hoverAt('ClientAlive<|>Interval 60\n', { target })?.says).toContain(text),
);
