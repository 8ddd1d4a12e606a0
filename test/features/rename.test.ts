// Which names are one, and what becomes of their lines.
import { describe, expect, test } from 'vitest';
import { renamed, renameOffered } from '../kit/expect-rename';

const MAIN = '/etc/ssh/sshd_config';

/** The text after a rename in one file. */
function after(marked: string, newName: string, target?: string): unknown {
  const result = renamed(marked, newName, target === undefined ? {} : { target });
  return typeof result === 'string' ? result : result[MAIN];
}

describe('a rename', () => {
  test('of a user', () =>
    expect(
      after(
        'AllowUsers al<|>ice bob alice@10.0.0.0/8 malice\nDenyUsers "!alice"\nAllowGroups alice\nMatch User=bob,!alice Group alice\n  ForceCommand alice\nMatch user "alice"\n',
        'carol',
      ),
    ).toBe(
      'AllowUsers carol bob carol@10.0.0.0/8 malice\nDenyUsers "!carol"\nAllowGroups alice\nMatch User=bob,!carol Group alice\n  ForceCommand alice\nMatch user "carol"\n',
    ));

  test('of a pattern', () =>
    expect(after('Match User <|>sftp-*\nAllowUsers sftp-* sftp-1', 'files-*')).toBe(
      'Match User files-*\nAllowUsers files-* sftp-1',
    ));
  test('of a group', () =>
    expect(after('AllowGroups wheel\nMatch Group adm,wheel<|>', 'sudo')).toBe(
      'AllowGroups sudo\nMatch Group adm,sudo',
    ));
  test('of a host, in any case', () =>
    expect(after('Match Host A.example<|>\nAllowUsers x@a.EXAMPLE', 'b')).toBe('Match Host b\nAllowUsers x@b'));
  test.each(['10.5', '8.4'])('of an environment variable, at %s', (target) =>
    expect(after('AcceptEnv LANG A<|>PP\nSetEnv APP=APP "B=APP"\n', 'APP_X', target)).toBe(
      'AcceptEnv LANG APP_X\nSetEnv APP_X=APP "B=APP"\n',
    ),
  );
  test('of a subsystem', () =>
    expect(
      after('Subsystem sftp sftp\nChannelTimeout session:subsystem:<|>sftp=1h session:subsystem:x=1h\n', 'files'),
    ).toBe('Subsystem files sftp\nChannelTimeout session:subsystem:files=1h session:subsystem:x=1h\n'));

  test('in every file that sshd reads', () =>
    expect(
      renamed('Include sshd_config.d/*.conf\nMatch User al<|>ice\n', 'bob', {
        files: { '/etc/ssh/sshd_config.d/a.conf': 'AllowUsers alice x\n', '/etc/ssh/other.conf': 'AllowUsers alice\n' },
      }),
    ).toEqual({
      [MAIN]: 'Include sshd_config.d/*.conf\nMatch User bob\n',
      '/etc/ssh/sshd_config.d/a.conf': 'AllowUsers bob x\n',
    }));
});

describe('the place', () => {
  test.each([
    ['AllowUsers al<|>ice', 'alice'],
    ['AllowUsers alice@ho<|>st', 'host'],
    ['Match User !<|>bob', 'bob'],
    ['Match User *<|>', undefined],
    ['Match Address 10<|>.0.0.0/8', undefined],
    ['Allow<|>Users alice', undefined],
    ['Port 2<|>2', undefined],
    ['# AllowUsers al<|>ice', undefined],
    ['AllowUsers a\\"l<|>ice', undefined],
    ['<|>', undefined],
  ])('%s: %s', (marked, offered) => expect(renameOffered(marked)).toBe(offered));
});

describe('a new name that means something else', () => {
  test.each([
    ['', 'empty'],
    ['a b', 'a blank'],
    ['a,b', ', in it'],
    ['"a', '" in it'],
    ['!a', 'leaves it out'],
    ['a@b', 'parts user and host'],
  ])('%s is refused: %s', (name, words) => expect(renamed('AllowUsers <|>alice', name)).toContain(words));
  test('so is a place without a name', () => expect(renamed('<|>Port 22', 'x')).toBe('Nothing here can be renamed.'));
});
