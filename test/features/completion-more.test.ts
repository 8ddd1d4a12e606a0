// Snippets, names that are known already, and units of time.
import { describe, expect, test } from 'vitest';
import { namesIn } from '../../server/src/workspace/accounts';
import { completionsAt, detailsOf, expectAccepted, labelsAt } from '../kit/expect-completion';

describe('snippets', () => {
  const snippetsAt = (marked: string, target = '10.5') =>
    completionsAt(marked, { snippets: true, target }).filter(({ kind }) => kind === 15);
  const textOf = (marked: string, label: string, target?: string) =>
    snippetsAt(marked, target).find((one) => one.label === label)?.textEdit?.newText;

  test('stand behind the keywords', () => {
    const all = completionsAt('<|>', { snippets: true });
    const first = all.findIndex(({ kind }) => kind === 15);
    expect(all.slice(first).map(({ label }) => label)).toEqual([
      'Match: user',
      'Match: group',
      'Match: address',
      'Match: file transfer only',
      'Match: jump host',
      'Keepalive',
      'Logins with keys only',
      'Strong algorithms',
    ]);
  });

  test('have gaps, an indentation of the editor, and a preview', () => {
    expect(textOf('<|>', 'Match: file transfer only')).toMatchInlineSnapshot(`
      "Match Group \${1:sftponly}
      	ChrootDirectory \${2:/srv/sftp/%u}
      	ForceCommand internal-sftp
      	AllowTcpForwarding no
      	AllowAgentForwarding no
      	X11Forwarding no
      	PermitTunnel no
      	$0"
    `);
    const item = snippetsAt('<|>').find(({ label }) => label === 'Keepalive');
    expect(detailsOf(item)).toBe('```sshd_config\nClientAliveInterval 60\nClientAliveCountMax 3\n```');
  });

  test('leave out what the target does not know, and what may not stand there', () => {
    expect(textOf('<|>', 'Strong algorithms', '6.6')).not.toContain('sntrup');
    expect(textOf('<|>', 'Strong algorithms')).toMatch(/^KexAlgorithms \S+\nCiphers \S+\nMACs \S+\n/);
    expect(snippetsAt('Match User x\n  <|>').map(({ label }) => label)).not.toContain('Strong algorithms');
  });

  test('are for clients that know them, and not in front of an argument', () => {
    expect(labelsAt('<|>')).not.toContain('Keepalive');
    expect(snippetsAt('K<|> 22')).toEqual([]);
  });
});

describe('names', () => {
  const accounts = { users: ['root', 'carol', 'alice'], groups: ['wheel'] };
  const text = 'AllowUsers alice bob@x\nDenyGroups guests\nMatch User ';

  test('of the configuration first, then those of the system', () => {
    expect(labelsAt(`${text}<|>`, { accounts }).slice(0, 4)).toEqual(['alice', 'bob', '*', 'deploy']);
    expect(labelsAt(`${text}<|>`, { accounts }).filter((one) => one === 'root')).toHaveLength(1);
    expect(labelsAt(`${text}<|>`, { accounts })).toContain('carol');
    expect(labelsAt('AllowGroups <|>\nDenyGroups guests', { accounts })).toEqual(['guests', 'wheel']);
  });
  test('not those that stand there already', () => {
    expect(labelsAt(`${text}alice,<|>`)).not.toContain('alice');
    expect(labelsAt('DenyUsers bob\nAllowUsers bob <|>')).not.toContain('bob');
  });
  test('replace one element', () => {
    expectAccepted(`${text}!b<|>x,c`, 'bob', `${text}!bob,c`);
    expectAccepted('AllowGroups g1\nMatch Group=<|>', 'g1', 'AllowGroups g1\nMatch Group=g1');
    expectAccepted('DenyUsers bob\nAllowUsers b<|>@x', 'bob', 'DenyUsers bob\nAllowUsers bob@x');
  });
  test('of environment variables: usual ones too', () => {
    expect(labelsAt('SetEnv APP=1\nAcceptEnv LANG <|>')).toEqual([
      'APP',
      'LC_*',
      'COLORTERM',
      'NO_COLOR',
      'GIT_PROTOCOL',
    ]);
  });
  test('of variables to set: with the `=`, each once', () => {
    const labels = labelsAt('AcceptEnv APP LC_*\nSetEnv TZ=UTC <|>');
    expect(labels).toEqual(['APP=', 'LANG=C.UTF-8', 'TMOUT=900']);
    expectAccepted('AcceptEnv APP\nSetEnv <|>', 'APP=', 'AcceptEnv APP\nSetEnv APP=');
    expect(labelsAt('AcceptEnv APP\nSetEnv APP=<|>')).toEqual([]);
    expect(labelsAt('SetEnv TZ=UTC\nSetEnv L<|>', { target: '8.4' })).toEqual([
      'TZ=',
      'LANG=C.UTF-8',
      'TZ=UTC',
      'TMOUT=900',
    ]);
  });
  test('read from passwd(5): people first', () =>
    expect(
      namesIn(
        'daemon:x:1:1::/:/bin/sh\nalice:x:1000:1000::/:/bin/sh\n+\n#x\nroot:x:0:0\nnobody:x:65534:1\nbad name:x:1:1\n',
      ),
    ).toEqual(['alice', 'root', 'daemon', 'nobody']));
});

test('units of time', () => {
  expect(completionsAt('LoginGraceTime 90<|>').map(({ label, detail }) => `${label} ${detail}`)).toEqual([
    '90s 1 min 30 s',
    '90m 1 h 30 min',
    '90h 3 days 18 h',
    '90d 90 days',
  ]);
});
