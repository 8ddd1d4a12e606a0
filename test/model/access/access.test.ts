// Who can log in, and how: small files and what becomes of the people they name.
import { describe, expect, test } from 'vitest';
import { accessLines, expectAccess } from '../../kit/expect-access';

const QUIET = 'UsePAM yes\nKbdInteractiveAuthentication no\n';

describe('methods', () => {
  test('a file that says nothing: keys and passwords, root by key', () => {
    expectAccess('', ['root: public key', 'everybody else: public key or password'], { target: '9.2' });
  });

  test.each([
    ['6.6', 'root: public key or password'],
    ['7.0', 'root: public key'],
  ])('root in %s, where no line says', (target, line) => {
    expect(accessLines('', { target })[0]).toBe(line);
  });

  test('up to 6.9 without-password bars the password method only, later every question', () => {
    const text = 'PermitRootLogin without-password\nUsePAM yes\n';
    expect(accessLines(text, { target: '6.9' })[0]).toBe('root: public key or keyboard-interactive through PAM');
    expect(accessLines(text, { target: '7.0' })[0]).toBe('root: public key');
  });

  test('keyboard-interactive needs PAM', () => {
    expectAccess('PasswordAuthentication no\nUsePAM no\n', ['root: public key', 'everybody else: public key'], {
      target: '9.2',
    });
    expectAccess(
      'PasswordAuthentication no\nUsePAM yes\n',
      ['root: public key', 'everybody else: public key or keyboard-interactive through PAM'],
      { target: '9.2' },
    );
  });

  test('FreeBSD has PAM on and passwords off by itself', () => {
    expectAccess(
      '',
      ['root: no (PermitRootLogin no)', 'everybody else: public key or keyboard-interactive through PAM'],
      {
        target: 'freebsd-14',
      },
    );
  });

  test('up to 8.6 ChallengeResponseAuthentication decides, whatever KbdInteractiveAuthentication says globally', () => {
    const text = 'UsePAM yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n';
    expect(accessLines(text, { target: '8.4' })[1]).toBe(
      'everybody else: public key or keyboard-interactive through PAM',
    );
    expect(accessLines(text, { target: '8.7' })[1]).toBe('everybody else: public key');
    expect(accessLines(`ChallengeResponseAuthentication no\n${text}`, { target: '8.4' })[1]).toBe(
      'everybody else: public key',
    );
  });

  test('up to 8.6 a Match block can still say no', () => {
    const text = 'UsePAM yes\nPasswordAuthentication no\nMatch User bob\nKbdInteractiveAuthentication no\n';
    expectAccess(
      text,
      ['root: public key', 'bob: public key', 'everybody else: public key or keyboard-interactive through PAM'],
      { target: '8.4' },
    );
  });

  test('keys need a place to be found in', () => {
    expectAccess(
      `${QUIET}PasswordAuthentication no\nAuthorizedKeysFile none\n`,
      [
        'root: no (no method left: no place to find keys in is named; keyboard-interactive is off; password is off)',
        'everybody else: no (no method left: no place to find keys in is named; keyboard-interactive is off; password is off)',
      ],
      { target: '9.2' },
    );
    expectAccess(
      `${QUIET}PasswordAuthentication no\nAuthorizedKeysFile none\nTrustedUserCAKeys /etc/ssh/ca.pub\n`,
      [
        'root: public key [certificates signed by /etc/ssh/ca.pub]',
        'everybody else: public key [certificates signed by /etc/ssh/ca.pub]',
      ],
      { target: '9.2', withRemarks: true },
    );
  });

  test('empty passwords', () => {
    expect(accessLines(`${QUIET}PermitEmptyPasswords yes\n`, { target: '9.2' })[1]).toBe(
      'everybody else: public key or password or empty password',
    );
  });

  test('GSSAPI goes by another name in 10.4', () => {
    const methods = (keyword: string, target: string) => accessLines(`${keyword} yes\n`, { target })[0];
    expect(methods('GSSAuthentication', '10.4')).toBe('root: public key or Kerberos ticket');
    expect(methods('GSSAPIAuthentication', '10.5')).toBe('root: public key or Kerberos ticket');
  });
});

describe('root', () => {
  test.each([
    ['PermitRootLogin yes', 'root: public key or password'],
    ['PermitRootLogin no', 'root: no (PermitRootLogin no)'],
    ['PermitRootLogin forced-commands-only', 'root: public key (only keys with a command of their own)'],
    [
      'PermitRootLogin prohibit-password\nPubkeyAuthentication no',
      'root: no (PermitRootLogin prohibit-password, and publickey is off)',
    ],
    [
      'PermitRootLogin no\nMatch Address 10.0.0.0/8\nPermitRootLogin prohibit-password',
      'root, from 10.0.0.0/8: public key',
    ],
  ])('%j', (text, line) => {
    expect(accessLines(`${QUIET}${text}\n`, { target: '9.2' })[0]).toBe(line);
  });

  test('every step of a sequence must be one for root', () => {
    const text = `${QUIET}AuthenticationMethods publickey,password\n`;
    expectAccess(
      text,
      [
        'root: no (PermitRootLogin prohibit-password, but every way needs password)',
        'everybody else: public key, then password',
      ],
      { target: '9.2' },
    );
  });

  test('Windows has no root', () => {
    expectAccess('', ['everybody: public key or password'], { target: 'windows-9.5' });
  });
});

describe('AuthenticationMethods', () => {
  test('lists with a method that is off are no way', () => {
    expectAccess(
      `${QUIET}AuthenticationMethods publickey,publickey password,keyboard-interactive hostbased\n`,
      ['root: public key, then another public key', 'everybody else: public key, then another public key'],
      { target: '9.2' },
    );
  });

  test('PAM is the only device', () => {
    const text = (device: string) => `UsePAM yes\nAuthenticationMethods publickey,keyboard-interactive:${device}\n`;
    expect(accessLines(text('pam'), { target: '9.2' })[1]).toBe(
      'everybody else: public key, then keyboard-interactive through PAM',
    );
    expect(accessLines(text('bsdauth'), { target: '9.2' })[1]).toBe(
      'everybody else: no (no method left: no method is called keyboard-interactive:bsdauth)',
    );
    expect(accessLines('AuthenticationMethods publickey:x\n', { target: '9.2' })).toEqual([
      'root: no (no method left: no method is called publickey:x)',
      'everybody else: no (no method left: no method is called publickey:x)',
    ]);
  });
});

describe('login lists', () => {
  test('DenyUsers comes before AllowUsers; hosts count; nobody else gets in', () => {
    expectAccess(
      `${QUIET}PermitRootLogin no\nDenyUsers bob\nAllowUsers alice bob carol@192.0.2.0/24\n`,
      [
        'root, anywhere: no (not in AllowUsers)',
        'carol, from 192.0.2.0/24: public key or password',
        'alice, anywhere: public key or password',
        'bob, anywhere: no (in DenyUsers)',
        'everybody else, anywhere: no (not in AllowUsers)',
      ],
      { target: '9.2' },
    );
  });

  test('a negation in a list is no negation', () => {
    expect(accessLines(`${QUIET}AllowUsers !bob\n`, { target: '9.2' }).at(-1)).toBe(
      'everybody else: no (not in AllowUsers)',
    );
  });

  test('groups: to be let in is one thing, to fit a block another', () => {
    expectAccess(
      `${QUIET}PermitRootLogin no\nAllowGroups ssh-users\nMatch Group sftp\nForceCommand internal-sftp\nPasswordAuthentication no\n`,
      [
        'root: no (not in AllowGroups)',
        'root in group ssh-users: no (PermitRootLogin no)',
        'group ssh-users: public key or password',
        'group sftp, and ssh-users: public key',
        'everybody else: no (not in AllowGroups)',
      ],
      { target: '9.2' },
    );
  });

  test('names that are treated alike share a row', () => {
    const names = Array.from({ length: 500 }, (_, index) => `user${index}`);
    const lines = accessLines(`${QUIET}AllowUsers ${names.join(' ')}\n`, { target: '9.2' });
    expect(lines).toEqual([
      'root: no (not in AllowUsers)',
      'user0, user1, user2, user3, user4 and 495 more: public key or password',
      'everybody else: no (not in AllowUsers)',
    ]);
  });

  test('a block replaces the global list', () => {
    expectAccess(
      `${QUIET}AllowUsers alice\nMatch LocalPort 2222\nAllowUsers bob\n`,
      [
        'root, anywhere: no (not in AllowUsers)',
        'alice, on port 2222: no (not in AllowUsers)',
        'alice, anywhere else: public key or password',
        'bob, on port 2222: public key or password',
        'everybody else, anywhere: no (not in AllowUsers)',
      ],
      { target: '9.2' },
    );
  });
});

describe('Match blocks', () => {
  test('blocks that say nothing about logins make no rows', () => {
    expectAccess(
      `${QUIET}Match User alice\nX11Forwarding no\n`,
      ['root: public key', 'everybody else: public key or password'],
      {
        target: '9.2',
      },
    );
  });

  test('wildcards, negations and the commands of those they fit', () => {
    expectAccess(
      `${QUIET}Match User sftp-*,!sftp-admin\nForceCommand internal-sftp\nChrootDirectory /srv/%u\nPubkeyAuthentication no\n`,
      [
        'root: public key',
        'sftp-*: password [runs only: internal-sftp] [confined to /srv/%u]',
        'sftp-admin: public key or password',
        'everybody else: public key or password',
      ].map((line) => (line.startsWith('root') ? `${line}` : line)),
      { target: '9.2', withRemarks: true },
    );
  });

  test('host names count only where they are looked up', () => {
    const text = 'Match Host *.corp.example\nPasswordAuthentication no\n';
    expect(accessLines(QUIET + text, { target: '9.2' })).toHaveLength(2);
    expect(accessLines(`UseDNS yes\n${QUIET}${text}`, { target: '9.2' })).toContain(
      'everybody else, from host *.corp.example: public key',
    );
  });

  test('where every port that listens is named there is no other', () => {
    const lines = accessLines(`${QUIET}Port 22\nMatch LocalPort 22\nPasswordAuthentication no\n`, { target: '9.2' });
    expect(lines).toEqual(['root, on port 22: public key', 'everybody else, on port 22: public key']);
  });

  test('a network inside another is told apart', () => {
    const lines = accessLines(
      `${QUIET}Match Address 10.1.0.0/16\nPasswordAuthentication yes\nMatch Address 10.0.0.0/8\nPasswordAuthentication no\n`,
      { target: '9.2' },
    );
    expect(lines).toEqual([
      'root, anywhere: public key',
      'everybody else, from 10.0.0.0/8: public key',
      'everybody else, from 10.1.0.0/16: public key or password',
      'everybody else, anywhere else: public key or password',
    ]);
  });

  test('RefuseConnection', () => {
    expect(accessLines(`${QUIET}Match Address 192.0.2.0/24\nRefuseConnection yes\n`, { target: '10.0' })).toContain(
      'everybody else, from 192.0.2.0/24: no (RefuseConnection)',
    );
  });
});

test('drop-ins count as sshd reads them', () => {
  expectAccess(
    {
      sshd_config: 'Include sshd_config.d/*.conf\nPasswordAuthentication no\nUsePAM no\n',
      'sshd_config.d/50-cloud.conf': 'PasswordAuthentication yes\n',
    },
    ['root: public key', 'everybody else: public key or password'],
    { target: '9.2' },
  );
});
