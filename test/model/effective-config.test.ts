// Which line of a section decides. Whole configurations against `sshd -T -C`: test/conformance.
import { expect, test } from 'vitest';
import type { Keyword } from '../../server/src/catalog/directives';
import { settingIn } from '../../server/src/model/deciding-lines';
import { argumentText, decidingLine, decidingWhenRead, valueWhenRead } from '../../server/src/model/effective-config';
import { snapshotFrom } from '../kit/snapshot';

function decides(text: string, keyword: Keyword, options: { readonly target?: string; readonly block?: number } = {}) {
  const snapshot = snapshotFrom(text, options.target === undefined ? {} : { target: options.target });
  const block = options.block === undefined ? undefined : snapshot.model.blocks[options.block];
  const { by } = settingIn(snapshot.configuration, keyword, block);
  return by === undefined
    ? `${snapshot.catalog.directive(keyword)?.default} by default`
    : `${argumentText(by.placed)} by ${by.placed.lineIndex}`;
}

test('the first line decides, and without a line the default of the target', () => {
  expect(decides('PermitRootLogin no\nPermitRootLogin yes\n', 'PermitRootLogin')).toBe('no by 0');
  expect(decides('Port 22\n', 'PermitRootLogin')).toBe('prohibit-password by default');
  expect(decides('Port 22\n', 'PermitRootLogin', { target: '6.9' })).toBe('yes by default');
  expect(decides('', 'AllowUsers')).toBe('undefined by default');
  expect(decides('', 'ChannelTimeout', { target: '9.1' })).toBe('undefined by default');
});

test('for some directives the last line decides', () => {
  expect(decides('FingerprintHash md5\nFingerprintHash sha256\n', 'FingerprintHash')).toBe('sha256 by 1');
  expect(decides('MaxStartups 5\nMaxStartups 7\n', 'MaxStartups', { target: '10.0' })).toBe('7 by 1');
  expect(decides('MaxStartups 5\nMaxStartups 7\n', 'MaxStartups', { target: '10.1' })).toBe('5 by 0');
});

test('an alias sets the value of its target', () => {
  expect(decides('KeepAlive no\nTCPKeepAlive yes\n', 'TCPKeepAlive')).toBe('no by 0');
  expect(decides('ChallengeResponseAuthentication no\n', 'KbdInteractiveAuthentication')).toBe('no by 0');
  expect(decides('ChallengeResponseAuthentication no\n', 'KbdInteractiveAuthentication', { target: '8.6' })).toBe(
    'yes by default',
  );
});

test('a block decides before the global section, and not for others', () => {
  const text = 'Banner /g\nMatch User a\nBanner /a\nMatch User b\nPermitTTY no\n';
  expect(decides(text, 'Banner')).toBe('/g by 0');
  expect(decides(text, 'Banner', { block: 0 })).toBe('/a by 2');
  expect(decides(text, 'Banner', { block: 1 })).toBe('/g by 0');
  expect(decides(text, 'PermitTTY')).toBe('yes by default');
  expect(decides(text, 'PermitTTY', { block: 1 })).toBe('no by 4');
});

test('a line without an argument decides nothing; quotes are no part of the value', () => {
  expect(decides('Banner\nBanner "/a b"\n', 'Banner')).toBe('/a b by 1');
  expect(decidingLine(snapshotFrom('Banner\n'), 'Banner')).toBeUndefined();
});

test('when the file is read, blocks that always act count too', () => {
  const text = 'Match User a\nBanner /a\nMatch all\nBanner /all\n';
  expect(decidingWhenRead(snapshotFrom(text), 'Banner')?.placed.lineIndex).toBe(3);
  expect(valueWhenRead(snapshotFrom(text), 'Banner')).toBe('/all');
  expect(valueWhenRead(snapshotFrom('Match User a\nBanner /a\n'), 'Banner')).toBe('none');
  expect(
    valueWhenRead(snapshotFrom('FingerprintHash md5\nMatch all\nFingerprintHash sha512\n'), 'FingerprintHash'),
  ).toBe('SHA512');
});
