// Directives in their places: blocks and where they end, what is active when sshd reads the file, what it does not read, who sets a keyword.
import { expect, test } from 'vitest';
import type { PlacedDirective } from '../../server/src/model/file-model';
import { snapshotFrom } from '../kit/snapshot';

const modelOf = (text: string, target?: string) => snapshotFrom(text, target === undefined ? {} : { target }).model;
const place = ({ lineIndex, line, block, active, unread }: PlacedDirective) =>
  [
    lineIndex,
    line.keyword.value,
    block === undefined ? 'global' : `in ${block.header.lineIndex}`,
    ...(active ? [] : ['inactive']),
    ...(unread ? ['unread'] : []),
  ].join(' ');

test('a block lasts to the next Match line, comments and blanks included', () => {
  const { blocks, directives } = modelOf(
    'Port 22\n\nMatch User a\n  PermitTTY no\n# note\n\nmatch all\nBanner none\n\n',
  );
  expect(directives.map(place)).toEqual([
    '0 Port global',
    '2 Match global',
    '3 PermitTTY in 2 inactive',
    '6 match global',
    '7 Banner in 6',
  ]);
  expect(
    blocks.map(({ header, lastLine, always, directives: inside }) => [
      header.lineIndex,
      lastLine,
      always,
      inside.length,
    ]),
  ).toEqual([
    [2, 5, false, 1],
    [6, 8, true, 1],
  ]);
});

test('no block, an empty block, a block in the last line', () => {
  expect(modelOf('').directives).toEqual([]);
  expect(modelOf('Port 22').blocks).toEqual([]);
  expect(modelOf('Match User a').blocks).toMatchObject([{ lastLine: 0, directives: [] }]);
  expect(modelOf('Match User a\nMatch User b\n').blocks).toMatchObject([{ lastLine: 0 }, { lastLine: 1 }]);
});

test('unknown keywords keep their place, without an entry', () => {
  const [unknown] = modelOf('Nonsense 1\n').directives;
  expect(unknown).toMatchObject({ lineIndex: 0, active: true });
  expect(unknown?.directive).toBeUndefined();
  expect(modelOf('Include x\n', '8.1').directives[0]?.directive).toBeUndefined();
  expect(modelOf('Include x\n', '8.2').directives[0]?.directive?.keyword).toBe('Include');
});

test('what acts when the file is read', () => {
  const active = (match: string, target?: string) => modelOf(`${match}\nPort 22\n`, target).directives[1]?.active;
  expect(active('Match all')).toBe(true);
  expect(active('Match ALL')).toBe(true);
  expect(active('Match User a')).toBe(false);
  expect(active('Match version OpenSSH_10.5*')).toBe(true);
  expect(active('Match version OpenSSH_9*')).toBe(false);
  expect(active('Match version OpenSSH_10.5* User a')).toBe(false);
  expect(active('Match Nonsense a')).toBe(false);
  expect(active('Match version OpenSSH_9*', '9.9')).toBe(false);
});

test('up to 8.6 some lines are not read once an earlier one has set the directive', () => {
  const unread = (text: string, target: string) => modelOf(text, target).directives.map((one) => one.unread);
  const twice = 'AuthorizedKeysCommand /a\nAuthorizedKeysCommand b\n';
  expect(unread(twice, '8.6')).toEqual([false, true]);
  expect(unread(twice, '8.7')).toEqual([false, false]);
  expect(unread(`Match User a\n${twice}`, '8.6')).toEqual([false, false, false]);
});

test('setters are found by slot: aliases count for their target, in file order', () => {
  const { settersOf } = modelOf(
    'DSAAuthentication no\nMatch User a\nPubkeyAuthentication yes\nPUBKEYAUTHENTICATION no\n',
  );
  expect(settersOf('PubkeyAuthentication').map((one) => one.lineIndex)).toEqual([0, 2, 3]);
  expect(settersOf('DSAAuthentication')).toEqual([]);
  expect(settersOf('Port')).toEqual([]);
  const older = modelOf('ChallengeResponseAuthentication no\n', '8.6');
  expect(older.settersOf('KbdInteractiveAuthentication')).toEqual([]);
  expect(older.settersOf('ChallengeResponseAuthentication')).toHaveLength(1);
});
