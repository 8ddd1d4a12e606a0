// Argument kinds: what a problem points at and says, what is offered, what values mean. What sshd accepts, the recorded tables know.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogAt } from '../../server/src/catalog/catalog';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { TARGETS, type Target } from '../../server/src/catalog/targets';
import { lineProblems } from '../../server/src/model/line-problems';
import { snapshotFrom, targetOf } from '../kit/snapshot';

function problems(text: string, target = '10.5') {
  const snapshot = snapshotFrom(text, { target });
  return snapshot.model.directives.flatMap((placed) => lineProblems(placed, snapshot.catalog.target));
}

/** Each problem: its rule, the text it points at, and what may stand there instead. */
const told = (text: string, target?: string) =>
  problems(text, target).map(
    ({ rule, range, instead = [] }) =>
      `${rule} [${text.slice(range.start, range.end)}]${instead.length === 0 ? '' : ` -> ${instead.join(' ')}`}`,
  );

test.each([
  ['UsePAM', 'missing-argument [UsePAM]'],
  ['UsePAM ""', 'missing-argument [""]'],
  ['UsePAM on', 'bad-argument [on] -> yes'],
  ['UsePAM false', 'bad-argument [false] -> no'],
  ['UsePAM maybe', 'bad-argument [maybe] -> yes no'],
  ['UsePAM yes no', 'extra-argument [no]'],
  ['UsePAM yes no x # why', 'extra-argument [no x]'],
  ['LogLevel VERBOS', 'bad-argument [VERBOS] -> VERBOSE'],
  ['PermitTunnel YES', 'bad-argument [YES] -> yes'],
  ['Port ssg', 'bad-argument [ssg] -> ssh'],
  ['Port 70000', 'bad-argument [70000]'],
  ['MaxSessions -1', 'bad-argument [-1]'],
  ['MaxAuthTries six', 'bad-argument [six]'],
  ['PerSourceMaxStartups None', 'bad-argument [None] -> none'],
  ['LoginGraceTime 1 h', 'extra-argument [h]'],
  ['ClientAliveInterval 1y', 'bad-argument [1y]'],
  ['Ciphers aes128-ctr,aes127-ctr', 'unknown-algorithm [aes127-ctr] -> aes128-ctr aes192-ctr'],
  ['Ciphers aes128-ctr, aes256-ctr', 'extra-argument [aes256-ctr]'],
  ['AllowUsers a ""', 'bad-argument [""]'],
  ['AllowUsers u@10.0.0.1/8', 'bad-argument [u@10.0.0.1/8] -> u@10.0.0.0/8'],
  ['AcceptEnv A=1', 'bad-argument [A=1]'],
  ['SetEnv A', 'bad-argument [A]'],
  ['IPQoS ef af12 cs1', 'extra-argument [cs1]'],
  ['MaxStartups 10:30', 'bad-argument [10:30]'],
  ['RekeyLimit 8', 'bad-argument [8]'],
  ['RekeyLimit Default', 'bad-argument [Default] -> default'],
  ['PermitOpen host', 'bad-argument [host]'],
  ['ListenAddress 127.0.0.1:0', 'bad-argument [127.0.0.1:0]'],
  ['AuthenticationMethods publickey,pasword', 'bad-argument [publickey,pasword] -> publickey,password'],
  ['AuthorizedKeysCommand "/a b"', 'bad-argument ["/a b"]'],
  ['Subsystem sftp', 'missing-argument [Subsystem]'],
  ['ChannelTimeout session=', 'bad-argument [session=]'],
  ['PubkeyAuthOptions touch-require', 'bad-argument [touch-require] -> touch-required'],
  ['AuthorizedKeysFile none .ssh/a', 'bad-argument [none]'],
  ['StreamLocalBindMask 9', 'bad-argument [9]'],
  ['PerSourcePenalties crsh:90s', 'bad-argument [crsh:90s] -> crash:90s'],
])('%s: %s', (text, expected) => {
  expect(told(text)[0]).toBe(expected);
});

test('several wrong names of one list are all told', () => {
  expect(told('Ciphers x,aes128-ctr,y')).toEqual([expect.stringContaining('[x]'), expect.stringContaining('[y]')]);
});

test('a name inside quotes is pointed at inside the quotes', () => {
  expect(told('Ciphers "aes128-ctr,x"')[0]).toMatch(/^unknown-algorithm \[x\]/);
});

test('what a value means', () => {
  const meaning = (keyword: string, value: string, id = '10.5') =>
    catalogAt(targetOf(id)).directive(keyword)?.argument.describe?.(value, targetOf(id));
  expect(meaning('LoginGraceTime', '1h30')).toBe('1 h 30 s');
  expect(meaning('LoginGraceTime', '1M')).toBe('1 min');
  expect(meaning('LoginGraceTime', 'x')).toBeUndefined();
  expect(meaning('RekeyLimit', '1K')).toBe('1,024 bytes');
  expect(meaning('Port', 'ssh')).toBe('port 22');
  expect(meaning('MaxAuthTries', 'six', '7.6')).toBe('read as 0');
  expect(meaning('MaxStartups', '10:30:60')).toMatch(/^30 % .* 10 .* 60$/);
});

describe('what is offered', () => {
  const SOME: readonly Target[] = ['6.6', '7.4', '8.6', '9.2', '10.5', 'debian-12', 'rhel-9'].map(targetOf);
  const single = DIRECTIVES.filter(({ argument }) => argument.shape === 'word' && argument.choices !== undefined);

  test('single words are accepted as they stand', () => {
    const refused: string[] = [];
    for (const target of SOME) {
      for (const { keyword } of single) {
        const known = catalogAt(target).directive(keyword);
        if (known?.status !== 'supported') continue;
        for (const { label } of known.argument.choices?.(target) ?? []) {
          if (problems(`${keyword} ${label}`, target.id).length > 0) refused.push(`${target.id}: ${keyword} ${label}`);
        }
      }
    }
    expect(refused).toEqual([]);
  });

  test('no choice is offered twice', () => {
    for (const { keyword, argument } of DIRECTIVES) {
      const labels = argument.choices?.(targetOf('10.5')).map(({ label }) => label) ?? [];
      expect(new Set(labels).size, keyword).toBe(labels.length);
    }
  });
});

test('any words behind any keyword: ranges in the line, messages in sentences, no exception', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'yes',
      'none',
      '""',
      "''",
      '1h',
      '-1',
      '99999999999999999999',
      '10:30:100',
      '10.0.0.1/8',
      'a@b',
      '+',
      '-',
      '^',
      '!',
      ',',
      'a,b',
      '"a b"',
      '/x',
      '%u',
      '=',
      'a=b',
      '#',
      '\\',
      '"',
      'constructor',
      '[::1',
      '0x10',
      '1e400',
    ),
    fc.string({ maxLength: 8 }).map((text) => text.replace(/[\n\0]/g, '')),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...DIRECTIVES),
      fc.array(word, { maxLength: 4 }),
      fc.constantFrom(...TARGETS),
      ({ keyword }, words, target) => {
        const text = `${keyword} ${words.join(' ')}`;
        for (const { range, message, instead = [] } of problems(text, target.id)) {
          expect(0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
          expect(message).toMatch(/^\S.*[.!?)`]$/s);
          expect(message).not.toMatch(/undefined|NaN|\[object|native code/);
          for (const one of instead) expect(typeof one).toBe('string');
        }
        const { argument } = catalogAt(target).directive(keyword) ?? {};
        for (const one of words) expect(() => argument?.describe?.(one, target)).not.toThrow();
      },
    ),
    { numRuns: 1000 },
  );
});

test('a time beyond what a long holds is refused in every release', () => {
  const digits = '9'.repeat(400);
  for (const target of ['6.6', '8.2', '9.2', '10.5']) {
    expect(told(`LoginGraceTime ${digits}`, target)).toEqual([`bad-argument [${digits}]`]);
    expect(told('LoginGraceTime 9223372036854775808', target)).toHaveLength(1);
  }
  expect(told('LoginGraceTime 4294967296', '8.4')).toEqual([]);
  expect(told('LoginGraceTime 4294967296', '8.5')).toHaveLength(1);
});
