// Refusals that need more than one line or more than words, by release. What one line alone is refused for, catalog/arguments.test.ts and the tables know.
import { describe, expect, test } from 'vitest';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { lineIndexAt } from '../../server/src/syntax/tree';
import { findingsOf } from '../kit/expect-findings';
import { type SnapshotOptions, snapshotFrom } from '../kit/snapshot';

/** The errors as `line rule`, lines from 1; `after` stands where sshd names no line. */
function refused(text: string, options: string | SnapshotOptions = '10.5'): readonly string[] {
  const snapshot = snapshotFrom(text, typeof options === 'string' ? { target: options } : options);
  return findingsOf(snapshot)
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ rule, range, afterReading }) =>
        `${afterReading ? 'after' : lineIndexAt(snapshot.tree, range.start) + 1} ${rule}`,
    );
}

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

test('a command needs its user, in the global section only', () => {
  expect(refused('AuthorizedKeysCommand /a\n')).toEqual(['after command-without-user']);
  expect(refused('AuthorizedKeysCommand /a\nAuthorizedKeysCommandUser x\n')).toEqual([]);
  expect(refused('AuthorizedKeysCommandUser x\nAuthorizedKeysCommand /a\n')).toEqual([]);
  expect(refused('AuthorizedKeysCommand none\n')).toEqual([]);
  expect(refused('Match User a\nAuthorizedKeysCommand /a\n')).toEqual([]);
  expect(refused('AuthorizedPrincipalsCommand /a\n')).toEqual(['after command-without-user']);
});

test('a method that is off cannot be demanded', () => {
  expect(refused('AuthenticationMethods password\nPasswordAuthentication no\n')).toEqual([
    'after authentication-methods-disabled',
  ]);
  expect(refused('AuthenticationMethods password publickey\nPasswordAuthentication no\n')).toEqual([]);
  expect(refused('AuthenticationMethods publickey,password\nPasswordAuthentication no\n')).toEqual([
    'after authentication-methods-disabled',
  ]);
  expect(refused('PasswordAuthentication no\nMatch User a\nAuthenticationMethods password\n')).toEqual([]);
});

test('a subsystem may be defined twice from 9.5 on', () => {
  const twice = 'Subsystem sftp /a\nSubsystem sftp /b\n';
  expect(refused(twice, '9.4')).toEqual(['2 subsystem-defined-twice']);
  expect(refused(twice, '9.5')).toEqual([]);
  expect(refused('Subsystem sftp /a\nSubsystem SFTP /b\n', '9.4')).toEqual([]);
});

test('addresses must be of the family, and up to 6.8 behind the ports', () => {
  expect(refused('AddressFamily inet\nListenAddress ::1\n')).toEqual(['after listen-address-conflict']);
  expect(refused('ListenAddress 127.0.0.1\nAddressFamily inet6\n')).toEqual(['after listen-address-conflict']);
  expect(refused('AddressFamily any\nListenAddress ::1\n')).toEqual([]);
  expect(refused('ListenAddress ::\nPort 22\n', '6.8')).toEqual(['2 listen-address-conflict']);
  expect(refused('ListenAddress ::\nPort 22\n', '6.9')).toEqual([]);
});

test('tables that overflow', () => {
  expect(refused(many(256, (index) => `Port ${index + 1}`))).toEqual([]);
  expect(refused(many(257, (index) => `Port ${index + 1}`))).toEqual(['257 too-many-values']);
  const users = `AllowUsers ${'a '.repeat(257)}\n`;
  expect(refused(users, '7.6')).toEqual(['1 too-many-values']);
  expect(refused(users, '7.7')).toEqual([]);
});

test('global directives in a block: refused where the block does not act at once', () => {
  expect(refused('Match User a\nPort 22\n')).toEqual(['2 directive-not-allowed-in-match']);
  expect(refused('Match all\nPort 22\n')).toEqual([]);
  expect(refused('Match User a\nMatch all\nPort 22\n')).toEqual([]);
  expect(refused('Match User a\nClientAliveInterval 5\n', '7.3')).toEqual(['2 directive-not-allowed-in-match']);
  expect(refused('Match User a\nClientAliveInterval 5\n', '7.4')).toEqual([]);
  expect(refused('Match User a\nUsePrivilegeSeparation no\n')).toEqual(['2 directive-not-allowed-in-match']);
  expect(refused('Match User a\nRSAAuthentication no\n')).toEqual([]);
});

describe('bytes', () => {
  test('a byte order mark that the editor has hidden', () => {
    expect(refused('# comment\n', { byteOrderMark: true })).toEqual(['1 byte-order-mark']);
    expect(refused('\uFEFF# comment\n', { byteOrderMark: true })).toEqual(['1 unknown-directive']);
    expect(refused('', { byteOrderMark: true })).toEqual([]);
  });

  test('lines are too long in bytes, with their end, up to 7.7', () => {
    expect(refused(`#${'x'.repeat(4092)}\n`, '7.7')).toEqual([]);
    expect(refused(`#${'x'.repeat(4093)}\n`, '7.7')).toEqual(['1 line-too-long']);
    expect(refused(`#${'é'.repeat(2047)}\n`, '7.7')).toEqual(['1 line-too-long']);
    expect(refused(`#${'x'.repeat(9000)}\n`, '7.8')).toEqual([]);
  });

  test('a quote that never closes: refused from 8.7, before that a word that vanishes', () => {
    expect(refused("ForceCommand echo it's\n", '8.7')).toEqual(['1 unclosed-quote']);
    expect(refused("ForceCommand echo it's\n", '8.6')).toEqual([]);
    const old = findingsOf(snapshotFrom('AllowUsers "a\n', { target: '8.6' }));
    expect(old.some(({ rule, severity }) => rule === 'unclosed-quote' && severity === 'warning')).toBe(true);
  });

  test('a NUL is a warning, its consequence the error', () => {
    const found = findingsOf(snapshotFrom('UsePAM yes\0\nPort 22\n'));
    expect(found.filter(({ rule }) => rule === 'nul-byte')).toHaveLength(1);
    expect(refused('UsePAM yes\0\nPort 22\n')).toEqual(['1 bad-argument']);
  });
});

test('no message tells of a table that was asked with a word every object has', () => {
  const keywords = DIRECTIVES.map(({ keyword }) => keyword).filter((keyword) => keyword !== 'Match');
  for (const word of ['constructor', '__proto__']) {
    const lines = (make: (keyword: string) => string) => keywords.map((keyword) => `${make(keyword)}\n`).join('');
    const inBlock = `Match User ${word}\n${lines((keyword) => `${keyword} ${word}:1 ${word}=1`)}`;
    const text = `${lines((keyword) => `${keyword} ${word}`)}ListenAddress ::1\nMatch ${word} ${word}\n${inBlock}`;
    for (const target of ['7.4', '10.5']) {
      const found = findingsOf(snapshotFrom(text, { target }));
      expect(found.length).toBeGreaterThan(keywords.length);
      for (const { message, fixes = [] } of found) {
        expect(
          [message, ...fixes.flatMap((fix) => [fix.title, ...fix.edits.map((edit) => edit.newText)])].join(),
        ).not.toMatch(/native code|undefined|\[object/);
      }
    }
  }
});

test('criteria that a NUL has glued on are not joined by a fix', () => {
  const found = findingsOf(snapshotFrom('Match RDomain \0\nRDomain D\n', { target: 'freebsd-14' }));
  expect(found.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))).not.toContain(
    'Join the two into one list',
  );
});
