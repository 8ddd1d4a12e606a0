// Values that depend on what is written in front of them: units, options, parts of a word; and comments that speak to us.
import { describe, expect, test } from 'vitest';
import { completionsAt, expectAccepted, labelsAt } from '../kit/expect-completion';

const withDetails = (marked: string, target = '10.5') =>
  completionsAt(marked, { target }).map(({ label, detail }) => (detail === undefined ? label : `${label}: ${detail}`));

describe('numbers and times', () => {
  test('what is recommended here, what is usual, and the default', () => {
    expect(withDetails('ClientAliveInterval <|>')).toEqual(['60: recommended', '0: 0 s, default']);
    expect(withDetails('ClientAliveCountMax <|>')).toEqual(['3: recommended, default']);
    expect(withDetails('LoginGraceTime <|>')).toEqual(['30: 30 s', '60: 1 min', '120: 2 min, default']);
    expect(withDetails('MaxAuthTries <|>')).toEqual(['4', '3', '6: default']);
    expect(withDetails('X11DisplayOffset <|>')).toEqual(['10: default']);
    expect(withDetails('RDomain <|>')).toEqual([]);
  });
  test('the interval follows the path', () => {
    const [first] = completionsAt('ClientAliveInterval <|>', { nat: 60 });
    expect(first?.detail).toBe('recommended');
    expect(Number(first?.label)).toBeLessThan(60);
  });
  test('a size, then a time', () => {
    expect(withDetails('RekeyLimit 2<|>')).toEqual([
      'default',
      '2K: 2,048 bytes',
      '2M: 2,097,152 bytes',
      '2G: 2,147,483,648 bytes',
    ]);
    expect(withDetails('RekeyLimit 1G <|>')).toEqual(['none', '1h: 1 h']);
    expect(labelsAt('RekeyLimit 1G 3<|>')).toEqual(['none', '3s', '3m', '3h', '3d']);
    expect(labelsAt('RekeyLimit 1G 1h <|>')).toEqual([]);
  });
  test('behind the name of a part', () => {
    expect(labelsAt('ChannelTimeout session:*=<|>')).toEqual(['session:*=5m', 'session:*=1h']);
    expectAccepted('ChannelTimeout session:*=7<|>', 'session:*=7m', 'ChannelTimeout session:*=7m');
    expect(labelsAt('ChannelTimeout x=1 <|>')).not.toContain('none');
    expect(labelsAt('PerSourcePenalties authfail:2<|>')).toContain('authfail:2m');
    expect(labelsAt('PerSourcePenalties overflow:<|>')).toEqual(['overflow:permissive', 'overflow:deny-all']);
    expect(labelsAt('PerSourcePenalties nothing:<|>')).toEqual([]);
  });
});

describe('words', () => {
  test('old spellings are struck through, behind the others', () => {
    expect(labelsAt('PermitRootLogin <|>').at(-1)).toBe('(without-password)');
    expect(labelsAt('IPQoS ef none <|>')).toEqual([]);
  });
  test('addresses behind the name of a user, in any list of addresses', () => {
    expectAccepted('AllowUsers bob@<|>', 'bob@10.0.0.0/8', 'AllowUsers bob@10.0.0.0/8');
    expect(labelsAt('PerSourcePenaltyExemptList 10.0.0.0/8,<|>')).toContain('192.168.0.0/16');
  });
  test('the account of a command', () => {
    const accounts = { users: ['alice'], groups: [] };
    expect(labelsAt('AuthorizedKeysCommandUser <|>', { accounts })).toEqual(['nobody', 'none', 'alice']);
  });
  test('the sftp server where its vendor puts it', () => {
    expect(labelsAt('Subsystem <|>')).toEqual(['sftp internal-sftp', 'sftp']);
    expect(labelsAt('Subsystem sftp <|>', { target: 'debian-12' })).toEqual([
      'internal-sftp',
      '/usr/lib/openssh/sftp-server',
    ]);
  });
  test('its options, and their values', () => {
    expect(labelsAt('ForceCommand internal-sftp <|>')).toEqual(['-d', '-u', '-R', '-l', '-f', '-m', '-p', '-P']);
    expect(labelsAt('Subsystem sftp internal-sftp -R <|>')).not.toContain('-R');
    expect(labelsAt('ForceCommand internal-sftp -l <|>')).toContain('VERBOSE');
    expect(labelsAt('ForceCommand internal-sftp -u <|>')).toEqual([]);
    expect(labelsAt('ForceCommand /bin/false <|>')).toEqual([]);
  });
});

describe('algorithms', () => {
  test('strong, then acceptable, then weak, with the release they came with', () => {
    const all = withDetails('CASignatureAlgorithms <|>');
    expect(all[0]).toBe('ssh-ed25519: strong, default');
    expect(all).toContain('rsa-sha2-512: strong, default, since 7.2');
    const first = (grade: string) => all.findIndex((one) => one.includes(`: ${grade}`));
    expect(first('strong')).toBeLessThan(first('acceptable'));
    expect(first('acceptable')).toBeLessThan(first('weak'));
  });
  test('what the default list has already comes last behind `+`', () => {
    const all = withDetails('CASignatureAlgorithms +<|>');
    expect(all.findIndex((one) => one.includes('not in the default'))).toBe(0);
    expect(all.at(-1)).not.toContain('not in the default');
  });
});

test('snippets are found by other words too', () => {
  const filters = completionsAt('<|>', { snippets: true }).map(({ filterText }) => filterText);
  for (const word of ['chroot', 'bastion', 'hardened']) expect(filters.some((one) => one?.includes(word))).toBe(true);
});

describe('a comment that speaks to us', () => {
  test('is completed once it is begun, other comments are left alone', () => {
    expectAccepted('# ss<|>', 'sshd-config: target=', '# sshd-config: target=');
    expect(labelsAt('# s<|>')).toEqual([]);
    expect(labelsAt('# sshd listens<|>')).toEqual([]);
    expect(labelsAt('Port 22\n#sshd-config: ig<|>')).toContain('ignore[');
  });
  test('has targets, times of paths and rules', () => {
    expectAccepted('# sshd-config: target=deb<|>', 'debian-12', '# sshd-config: target=debian-12');
    expect(withDetails('# sshd-config: nat-timeout=<|>').some((one) => one.startsWith('350: '))).toBe(true);
    expectAccepted('# sshd-config: ignore[<|>', 'keepalive-disabled', '# sshd-config: ignore[keepalive-disabled');
    expect(labelsAt('# sshd-config: ignore[a, keep<|>')).toContain('keepalive-disabled');
    expect(labelsAt('# sshd-config: ignore[a] why <|>')).toEqual([]);
  });
});

test('the default is named as people write it, whatever sshd prints', () => {
  expect(withDetails('PermitRootLogin <|>', 'debian-12')).toEqual([
    'yes',
    'no',
    'prohibit-password: default',
    'forced-commands-only',
    'without-password',
  ]);
});

test('an accepted keyword asks the editor for values, where there are any', () => {
  const goesOn = (label: string, text = '', accounts?: { users: string[]; groups: string[] }) =>
    completionsAt(`${text}<|>`, { suggestCommand: 'again', ...(accounts ? { accounts } : {}) }).find(
      (item) => item.label === label,
    )?.command?.command === 'again';
  for (const label of ['UsePAM', 'Match', 'HostKey', 'X11DisplayOffset', 'Ciphers', 'SetEnv'])
    expect(goesOn(label)).toBe(true);
  for (const label of ['AllowUsers', 'Protocol', 'RDomain']) expect(goesOn(label)).toBe(false);
  expect(goesOn('AllowUsers', 'DenyUsers bob\n')).toBe(true);
  expect(goesOn('AllowGroups', '', { users: [], groups: ['wheel'] })).toBe(true);
});
