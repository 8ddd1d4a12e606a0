// What a hover says of keywords, arguments, criteria and tokens.
import { describe, expect, test } from 'vitest';
import { expectHover, hoverAt } from '../kit/expect-hover';

describe('hover on a keyword', () => {
  test('has one layout: head, summary, what holds here, text, facts, changes, references', () => {
    expect(hoverAt('StrictModes yes\nStrict<|>Modes no\n')?.says).toMatch(
      /^\*\*StrictModes\*\* `yes \| no`\n\n.+\.\n\n- In force: `yes`, line 1 decides; this line has no effect\.\n\n[\s\S]+\n\n- Default in OpenSSH 10\.5: `yes`\n- Global section only\n- Repeated: the first line wins/,
    );
  });

  test('shows what the target takes, no more', () => {
    const head = (target: string) => hoverAt('TCPKeep<|>Alive yes', { target })?.says.split('\n')[0];
    expect(head('9.2')).toBe('**TCPKeepAlive** `yes | no`');
    expect(head('10.6')).toBe('**TCPKeepAlive** `yes | no | all`');
    expectHover('PermitRoot<|>Login no', 'PermitRootLogin', ['`yes | no | without-password | forced-commands-only`'], {
      target: '6.6',
    });
  });

  test('says what decides', () => {
    expectHover('Use<|>PAM yes', 'UsePAM', ['In force: `yes`, this line decides.']);
    expectHover('#Use<|>PAM yes', 'UsePAM', ['Commented out', 'the default.']);
    expectHover('# Use<|>PAM yes', 'UsePAM', ['Commented out']);
    expectHover('Banner /a\nMatch User x\n  Ban<|>ner /b\n', 'Banner', [
      'In force in this block: `/b`, this line decides.',
    ]);
    expectHover('Match User x\n  Banner /a\n  Ban<|>ner /b\n', 'Banner', ['line 2 decides; this line has no effect']);
    expectHover('Port 1\nPo<|>rt 2\n', 'Port', ['Set together by lines 1, 2.']);
    expectHover('Match User x\n  Po<|>rt 2\n', 'Port', ['Not allowed in this Match block']);
  });

  test('works in odd spellings', () => {
    expectHover('use<|>pam=yes', 'usepam', ['**UsePAM**', 'this line decides']);
    expectHover('<|>"UsePAM" yes', '"UsePAM"', ['**UsePAM**']);
    expectHover('Port 22\r\nUseP<|>AM yes\r\n', 'UsePAM', ['line decides']);
    expectHover('UsePAM<|>', 'UsePAM', ['**UsePAM**']);
    expectHover('UsePAM <|> yes', null);
  });

  test('says what the target makes of it', () => {
    expectHover('Incl<|>ude x', 'Include', ['OpenSSH 6.6 does not know this keyword', 'it came with OpenSSH 8.2'], {
      target: '6.6',
    });
    expectHover(
      'GSSAPIAu<|>thentication no',
      'GSSAPIAuthentication',
      ['OpenSSH 10.3 was the last', 'OpenSSH 10.5 knows it again'],
      { target: '10.4' },
    );
    expectHover('Debian<|>Banner no', 'DebianBanner', ['only builds of Debian, Ubuntu']);
    expectHover('UsePriv<|>ilegeSeparation x', 'UsePrivilegeSeparation', ['Obsolete']);
    expectHover('Challenge<|>ResponseAuthentication no', 'ChallengeResponseAuthentication', [
      'Old name of `KbdInteractiveAuthentication`',
    ]);
    expectHover('ClientAlive<|>Interval 1', 'ClientAliveInterval', ['Match blocks may hold it from OpenSSH 7.4 on'], {
      target: '6.6',
    });
  });

  test('is silent on what nobody knows, on prose and on nothing', () => {
    expectHover('Nonsense<|> 1', null);
    expectHover('# some <|>prose', null);
    expectHover('# use<|> prose', null);
    expectHover('<|>', null);
    expectHover('Port 22\n<|>', null);
    expectHover('Port 22 # com<|>ment', null);
  });

  test('tells the times of the keepalive', () => {
    const text = 'ClientAliveInterval 60\nClientAliveCount<|>Max 3\n';
    expectHover(text, 'ClientAliveCountMax', [
      '`ClientAliveInterval 60` (line 1)',
      'cuts a dead client off 4 min after its last byte',
    ]);
    expectHover(text, 'ClientAliveCountMax', ['cuts a dead client off 8 min'], { target: '9.2' });
    expectHover(text, 'ClientAliveCountMax', ['keeps a NAT mapping'], { nat: 350 });
    expectHover('TCP<|>KeepAlive yes', 'TCPKeepAlive', ['`ClientAliveInterval 0` (default)']);
    expectHover('ClientAliveInterval 6<|>0', '60', ['= 1 min', 'cuts a dead client off 4 min']);
    expectHover('Match User x\nClientAliveInterval<|> 10\n', 'ClientAliveInterval', ['dead client off 40 s']);
  });

  test('a block for everyone decides before the global section', () => {
    expectHover('ClientAlive<|>Interval 60\nMatch all\nClientAliveInterval 10\n', 'ClientAliveInterval', [
      '`10`, line 3 decides',
      'dead client off 40 s',
    ]);
  });

  test('describes a Match block', () =>
    expectHover('Ma<|>tch User x\n\n  PermitTTY no\n', 'Match', ['one directive, the last one on line 3']));
});

describe('hover on an argument', () => {
  test('fixed words, times, sizes', () => {
    expectHover('PermitRootLogin pro<|>hibit-password', 'prohibit-password', [
      '**PermitRootLogin** `prohibit-password`',
      'The default in OpenSSH 10.5',
    ]);
    expectHover('PermitRootLogin "n<|>o"', '"no"', ['**PermitRootLogin** `no`']);
    expectHover('PermitRootLogin=n<|>o', 'no', ['`no`']);
    expectHover('LoginGraceTime 1h<|>30m', '1h30m', ['= 1 h 30 min']);
    expectHover('RekeyLimit 1<|>G 1h', '1G', ['bytes']);
    expectHover('RekeyLimit 1G 1<|>h', '1h', ['= 1 h']);
    expectHover('AuthenticationMethods publickey,pass<|>word any', 'password', ['password']);
  });

  test('other words show their directive in short', () =>
    expectHover('Banner /etc/iss<|>ue', '/etc/issue', ['**Banner**']));

  test('algorithms', () => {
    expectHover('Ciphers aes128-ctr,3des<|>-cbc', '3des-cbc', [
      'cipher',
      '**Weak**',
      'Not in the default list of OpenSSH 10.5',
    ]);
    expectHover('Ciphers aes128<|>-ctr,3des-cbc', 'aes128-ctr', ['**Strong**', 'In the default list']);
    expectHover('Ciphers +3des<|>-cbc', '3des-cbc', ['`+` in front of the list adds']);
    expectHover(
      'KexAlgorithms mlkem768x25519<|>-sha256',
      'mlkem768x25519-sha256',
      ['sshd refuses the list', 'Known since OpenSSH 9.9', 'quantum'],
      { target: '9.2' },
    );
    expectHover('Ciphers "aes128-ctr,3<|>des-cbc"', '3des-cbc');
    expectHover('Ciphers aes128-ctr,no<|>pe', 'nope', ['**Ciphers**']);
  });

  test('percent tokens', () => {
    expectHover('AuthorizedKeysFile /etc/<|>%u', '%u', [
      'the name of the user',
      'sshd replaces it in AuthorizedKeysFile',
    ]);
    expectHover(
      'AuthorizedKeysFile /etc/%<|>U',
      '%U',
      ['not replaced here', 'came with OpenSSH 7.8', '`sshd -t` does not notice'],
      { target: '7.7' },
    );
    expectHover('Banner /etc/<|>%u', '%u', ['replaces no percent tokens in Banner']);
    expectHover('AuthorizedKeysFile /etc/%%<|>u', '/etc/%%u', ['**AuthorizedKeysFile**']);
    expectHover('ForceCommand /bin/x <|>%h', '%h', ['stays as it is']);
  });
});

describe('hover on a Match line', () => {
  test('criteria', () => {
    expectHover('Match us<|>er alice', 'user', ['**Match User**', 'case differ']);
    expectHover('Match us<|>er=alice', 'user', ['**Match User**']);
    expectHover('Match Invalid-<|>User', 'Invalid-User', ['does not know this criterion', 'Known since OpenSSH 9.9'], {
      target: '9.2',
    });
    expectHover('Match ex<|>ec foo', 'exec', ['Only ssh_config knows']);
    expectHover('Match non<|>sense foo', null);
  });

  test('values, element by element', () => {
    expectHover('Match User=al<|>ice', 'alice', ['exactly this name, case included']);
    expectHover('Match User *,!b<|>ob', '!bob', ['Leaves out', 'never fits by itself']);
    expectHover('Match Host <|>*.org', '*.org', ['`*` is any text']);
    expectHover('Match Address 10.0.0.0<|>/8,::1', '10.0.0.0/8', ['16,777,216 addresses']);
    expectHover('Match Address 10.0.0.0/8,::<|>1', '::1', ['exactly this address']);
    expectHover('Match LocalPort 2<|>2', '22', ['this port']);
    expectHover('Match User "al<|>ice"', 'alice', ['exactly this name']);
    expectHover('Match User alice Gr<|>oup x', 'Group', ['**Match Group**'], { target: '6.6' });
  });
});

describe('hover on values', () => {
  test('has the layout of the keyword: what it is, what holds here, default, since, manual', () => {
    expect(hoverAt('PermitRootLogin no\nPermitRootLogin prohibit-pass<|>word\n', { target: '9.2' })?.says).toMatch(
      /^\*\*PermitRootLogin\*\* `prohibit-password`\n\n[A-Z].+\.\n\n- In force: `no`, line 1 decides; this line has no effect\.\n\n- The default in OpenSSH 9\.2\n- Known since OpenSSH 7\.0\n\n\[sshd\\_config\(5\)\]\(\S+#PermitRootLogin\)$/,
    );
    expectHover('LoginGraceTime 1<|>m', '1m', ['`1m` = 1 min', 'Default in OpenSSH 10.5: `120` (2 min)']);
  });

  test('says nothing of age where a word is as old as its keyword', () => {
    expect(hoverAt('Compression dela<|>yed')?.says).not.toContain('Known since');
    expect(hoverAt('PubkeyAuthOptions verify-req<|>uired')?.says).toContain('Known since OpenSSH 8.4');
  });

  test('puts users, addresses and destinations in words', () => {
    expectHover('AllowUsers al*<|>@10.0.0.0/24', 'al*@10.0.0.0/24', [
      '= users whose names fit `al*`, from the 256 addresses of this network',
    ]);
    expectHover('DenyUsers !b<|>ob', '!bob', ['= not the user `bob`']);
    expectHover('ListenAddress [::]<|>:22', '[::]:22', ['every IPv6 address of this machine, port 22']);
    expectHover('PermitOpen *:<|>443', '*:443', ['port 443 of any host']);
    expectHover('PerSourcePenaltyExemptList 10.0.0.0/8,<|>10.1.1.0/24', '10.1.1.0/24', ['the 256 addresses']);
    expectHover('StreamLocalBindMask 01<|>77', '0177', ['sockets of mode 0600']);
  });

  test('on the sign of a list, and on a pattern in it', () => {
    expectHover('Ciphers <|>+aes128-cbc', '+', ['adds the names to the end of the default list']);
    expectHover('Ciphers -*c<|>bc', '*cbc', ['`*cbc` fits `3des-cbc`', 'removes the names']);
    expectHover('Ciphers -none<|>*', 'none*', ['no name that is known here']);
  });

  test('on the options of the sftp server, and of no other program', () => {
    expectHover('ForceCommand internal-sftp -u<|> 0027', '-u', ['`-u UMASK`', 'The umask for new files']);
    expectHover('Subsystem sftp /usr/lib/sftp-server -R<|>', '-R', ['Read only']);
    expect(hoverAt('ForceCommand /bin/other -u<|>')?.says).not.toContain('umask');
  });
});

describe('the link to the manual', () => {
  const linkAt = (target: string) => /\]\((https?:\S+)\)/.exec(hoverAt('Use<|>DNS no', { target })?.says ?? '')?.[1];
  test('leads to the manual of the system, where that is on the web', () => {
    expect(linkAt('10.5')).toBe('https://man.openbsd.org/sshd_config#UseDNS');
    expect(linkAt('debian-12')).toBe(
      'https://manpages.debian.org/bookworm/openssh-server/sshd_config.5.en.html#UseDNS',
    );
    expect(linkAt('ubuntu-24.04')).toContain('/noble/');
    expect(linkAt('freebsd-14')).toContain('man.freebsd.org');
    expect(linkAt('windows-9.5')).toContain('learn.microsoft.com');
    expect(linkAt('rhel-9')).toContain('man.openbsd.org');
  });
  test('is there for a keyword of its vendor only', () => {
    expect(hoverAt('Debian<|>Banner no', { target: 'debian-12' })?.says).toContain('manpages.debian.org');
    expect(hoverAt('Debian<|>Banner no')?.says).not.toContain('https:');
  });
});

test('Match has no scope of its own', () => {
  expect(hoverAt('Mat<|>ch User x')?.says).not.toContain('May stand in');
});

describe('hover on comments that speak to us', () => {
  test('says what they do', () => {
    expectHover('# sshd-config: target=debian-<|>12', 'debian-12', ['judged for Debian 12 (OpenSSH 9.2)']);
    expectHover('# sshd-config: target=deb<|>ian', 'debian', ['No target of this name', 'does nothing']);
    expectHover('# sshd-config: nat-timeout=3<|>50', '350', ['= 5 min 50 s']);
    expectHover('# sshd-config: ignore[keepalive-<|>disabled] we know\nPort 22', 'keepalive-disabled', [
      'Silenced for this line, or the next directive: we know',
    ]);
    expectHover('# sshd-config: ignore-file[no-such-<|>rule]', 'no-such-rule', ['There is no rule of this name']);
  });
  test('is silent beside their values', () => expectHover('# sshd-<|>config: target=debian-12', null));
});
