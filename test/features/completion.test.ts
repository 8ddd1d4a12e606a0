// What completion offers, where, and what accepting it makes of the text.
import { describe, expect, test } from 'vitest';
import { completionsAt, detailsOf, expectAccepted, labelsAt } from '../kit/expect-completion';

const first = (labels: readonly string[], label: string) => labels.indexOf(label);

describe('completion of keywords', () => {
  test('current ones first, what is set already behind them, obsolete ones last and struck through', () => {
    const labels = labelsAt('UsePAM yes\nPort 22\n<|>');
    expect(labels[0]).toBe('AcceptEnv');
    expect(first(labels, 'UsePAM')).toBeGreaterThan(first(labels, 'XAuthLocation'));
    expect(first(labels, 'Port')).toBeLessThan(first(labels, 'UsePAM'));
    expect(first(labels, '(UsePrivilegeSeparation)')).toBeGreaterThan(first(labels, 'UsePAM'));
    expect(labels).toContain('(ChallengeResponseAuthentication)');
  });

  test('a Match block gets what it may hold, Match all gets everything', () => {
    const inBlock = labelsAt('Match User x\n  <|>\n');
    expect(inBlock).toContain('Banner');
    expect(inBlock).not.toContain('Port');
    expect(labelsAt('Match all\n  <|>\n')).toContain('Port');
    const used = labelsAt('Banner /a\nMatch User x\n  <|>\n');
    expect(first(used, 'Banner')).toBeLessThan(first(used, 'X11UseLocalhost'));
  });

  test('only what the target knows', () => {
    expect(labelsAt('<|>', { target: '6.6' })).not.toContain('Include');
    expect(labelsAt('<|>', { target: '6.6' })).toContain('UseLogin');
    expect(labelsAt('<|>')).not.toContain('DebianBanner');
    expect(labelsAt('<|>', { target: 'debian-12' })).toContain('DebianBanner');
  });

  test('replaces the word it stands in and adds a blank where none is', () => {
    expectAccepted('<|>', 'UsePAM', 'UsePAM ');
    expectAccepted('  use<|>', 'UsePAM', '  UsePAM ');
    expectAccepted('Use<|>DNS no\n', 'UsePAM', 'UsePAM no\n');
    expectAccepted('Use<|>DNS=no\n', 'UsePAM', 'UsePAM=no\n');
    expectAccepted('Port 22\r\nuse<|>\r\n', 'UsePAM', 'Port 22\r\nUsePAM \r\n');
    expectAccepted('Port 22\n<|>', 'UsePAM', 'Port 22\nUsePAM ');
    expectAccepted('<|>Port 22\n', 'UsePAM', 'UsePAM 22\n');
  });

  test('nothing in comments, behind a closed quote, behind unknown words', () => {
    expect(labelsAt('# Use<|>')).toEqual([]);
    expect(labelsAt('#Use<|>')).toEqual([]);
    expect(labelsAt('UsePAM yes # <|>')).toEqual([]);
    expect(labelsAt('UsePAM "yes"<|>')).toEqual([]);
    expect(labelsAt('Nonsense <|>')).toEqual([]);
    expect(labelsAt('UsePAM yes <|>')).toEqual([]);
  });

  test('details come later', () => {
    const [item] = completionsAt('<|>', { target: '9.2' });
    expect(item?.documentation).toBeUndefined();
    expect(item?.data).toEqual({ kind: 'keyword', keyword: 'AcceptEnv', value: 'AcceptEnv', target: '9.2' });
    expect(detailsOf(item)).toContain('**AcceptEnv**');
    expect(detailsOf({ label: 'foreign' })).toBe('');
    expect(detailsOf({ label: 'foreign', data: { kind: 'toString', keyword: 'x', value: 'x', target: '9.2' } })).toBe(
      '',
    );
  });
});

describe('completion of arguments', () => {
  test('fixed words', () => {
    expect(labelsAt('PermitRootLogin <|>')).toContain('prohibit-password');
    expect(labelsAt('PermitRootLogin=<|>')).toContain('prohibit-password');
    expect(labelsAt('PermitRootLogin <|>', { target: '6.6' })).not.toContain('prohibit-password');
    expectAccepted('PermitRootLogin n<|>o\n', 'yes', 'PermitRootLogin yes\n');
    expectAccepted('PermitRootLogin "n<|>o"\n', 'yes', 'PermitRootLogin "yes"\n');
    expectAccepted('PermitRootLogin "<|>\n', 'yes', 'PermitRootLogin "yes\n');
    expectAccepted('PermitRootLogin=<|>no\r\n', 'yes', 'PermitRootLogin=yes\r\n');
    expectAccepted('PermitRootLogin = n<|>', 'yes', 'PermitRootLogin = yes', { target: '6.6' });
    expect(detailsOf(completionsAt('PermitRootLogin <|>').find((item) => item.label === 'no'))).toContain(
      'Root cannot log in',
    );
  });

  test('algorithm lists, one element at a time', () => {
    const labels = labelsAt('Ciphers aes128-ctr,<|>,aes256-ctr\n');
    expect(labels).toContain('aes192-ctr');
    expect(labels).not.toContain('aes128-ctr');
    expect(labels).not.toContain('aes256-ctr');
    expect(labels.at(-1)).toMatch(/^\(/);
    expectAccepted(
      'Ciphers aes128-ctr,aes<|>192-ctr,aes256-ctr\n',
      'chacha20-poly1305@openssh.com',
      'Ciphers aes128-ctr,chacha20-poly1305@openssh.com,aes256-ctr\n',
    );
    expectAccepted('Ciphers "aes128-ctr,<|>"', 'aes256-ctr', 'Ciphers "aes128-ctr,aes256-ctr"');
    expectAccepted('Ciphers ^<|>', 'aes256-ctr', 'Ciphers ^aes256-ctr');
    expect(detailsOf(completionsAt('Ciphers <|>').find((item) => item.label === '3des-cbc'))).toContain('**Weak**');
  });

  test('list prefixes only at the beginning, where the target knows them', () => {
    const prefixes = (labels: readonly string[]) => labels.filter((label) => label.length === 1);
    expect(prefixes(labelsAt('Ciphers <|>'))).toEqual(['+', '-', '^']);
    expect(prefixes(labelsAt('Ciphers aes128-ctr,<|>'))).toEqual([]);
    expect(prefixes(labelsAt('Ciphers <|>', { target: '7.0' }))).toEqual(['+']);
    expect(prefixes(labelsAt('Ciphers <|>', { target: '6.6' }))).toEqual([]);
  });

  test('what a prefix makes sensible comes first', () => {
    expect(labelsAt('Ciphers -<|>')).not.toContain('3des-cbc');
    const added = labelsAt('KexAlgorithms +<|>');
    expect(first(added, 'diffie-hellman-group16-sha512')).toBeLessThan(first(added, 'curve25519-sha256'));
  });

  test('words one after another', () => {
    expect(labelsAt('PubkeyAuthOptions touch-required <|>')).toContain('verify-required');
    expect(labelsAt('PubkeyAuthOptions touch-required <|>')).not.toContain('touch-required');
    expectAccepted('AuthenticationMethods publickey,<|>', 'password', 'AuthenticationMethods publickey,password');
    expect(labelsAt('AuthenticationMethods publickey,<|>')).not.toContain('any');
  });

  test('percent tokens where they are replaced', () => {
    expect(labelsAt('AuthorizedKeysFile /etc/%<|>')).toEqual(expect.arrayContaining(['%u', '%h', '%%']));
    expect(labelsAt('AuthorizedKeysFile /etc/%<|>', { target: '7.7' })).not.toContain('%U');
    expect(labelsAt('AuthorizedKeysFile /etc/%%<|>')).not.toContain('%u');
    expect(labelsAt('Banner /etc/%<|>')).toEqual([]);
    expectAccepted('AuthorizedKeysFile /etc/%<|>/keys', '%u', 'AuthorizedKeysFile /etc/%u/keys');
    expect(detailsOf(completionsAt('AuthorizedKeysFile %<|>').find((item) => item.label === '%u'))).toContain(
      'name of the user',
    );
  });
});

describe('completion on a Match line', () => {
  test('criteria of the target, each once', () => {
    expect(labelsAt('Match <|>')).toEqual([
      'User',
      'Group',
      'Host',
      'Address',
      'LocalAddress',
      'LocalPort',
      'all',
      'RDomain',
      'Invalid-User',
      'Version',
    ]);
    expect(labelsAt('Match <|>', { target: '6.6' })).toEqual([
      'User',
      'Group',
      'Host',
      'Address',
      'LocalAddress',
      'LocalPort',
      'all',
    ]);
    expect(labelsAt('Match User x <|>')).not.toContain('User');
    expect(labelsAt('Match User x <|>')).not.toContain('All');
    expect(labelsAt('Match all <|>')).toEqual([]);
    expectAccepted('Match us<|>', 'User', 'Match User ');
    expectAccepted('Match us<|>er=x', 'Group', 'Match Group=x');
    expect(detailsOf(completionsAt('Match <|>')[0])).toContain('**Match User**');
  });

  test('values', () => {
    expect(labelsAt('Match User <|>')).toContain('root');
    expect(labelsAt('Match User=<|>')).toContain('root');
    expect(labelsAt('Match User=<|>', { target: '6.6' })).toContain('root');
    expectAccepted('Match User alice,r<|>', 'root', 'Match User alice,root');
    expectAccepted('Match User=r<|>', 'root', 'Match User=root');
    expectAccepted('Match Address 10<|> User x', '10.0.0.0/8', 'Match Address 10.0.0.0/8 User x');
    expect(labelsAt('Match exec <|>')).toEqual([]);
  });
});
