// Outline and folding.
import { describe, expect, test } from 'vitest';
import { foldsOf, hintedText, outlineOf } from '../kit/expect-structure';

const FILE = `# Head
# of the file
port 22
Nonsense a b # c

Match User alice Address 10.0.0.0/8 # here
    PermitTTY no
    ForceCommand "echo hi"
    # a comment of the block

# The next block
Match=all
UseLogin no
`;

describe('outline', () => {
  test('blocks with their directives, global directives beside them', () => {
    expect(outlineOf(FILE)).toMatchInlineSnapshot(`
      "directive Port (22) 3-3 [port]
      directive Nonsense (a b) 4-4 [Nonsense]
      block Match User alice Address 10.0.0.0/8 (2 directives) 6-9 [Match User alice Address 10.0.0.0/8]
        directive PermitTTY (no) 7-7 [PermitTTY]
        directive ForceCommand ("echo hi") 8-8 [ForceCommand]
      block Match all (1 directive) 12-13 [Match=all]
        directive UseLogin (no) 13-13 [UseLogin] deprecated"
    `);
  });

  test('CRLF changes nothing', () => expect(outlineOf(FILE.replaceAll('\n', '\r\n'))).toBe(outlineOf(FILE)));

  test('neither does the old dialect', () =>
    expect(
      outlineOf(FILE, { target: '6.6' }).replace('(no) 13-13 [UseLogin]', '(no) 13-13 [UseLogin] deprecated'),
    ).toBe(outlineOf(FILE)));

  test('headings inside a Match block', () => {
    const text = `Match User x
  # Forwarding
  AllowTcpForwarding no

  # Terminal
  #PermitTTY no
  # region Late
  Banner none
  # endregion
`;
    expect(
      outlineOf(text)
        .split('\n')
        .map((line) => line.replace(/ \[.*/, '')),
    ).toEqual([
      'block Match User x (2 directives) 1-9',
      '  section Forwarding 2-3',
      '    directive AllowTcpForwarding (no) 3-3',
      '  section Terminal 5-6',
      '    off #PermitTTY (no (commented out)) 6-6',
      '  section Late 7-8',
      '    directive Banner (none) 8-8',
    ]);
    expect(foldsOf(text)).toEqual(['1-9', '2-3', '5-6', '7-9 region']);
  });

  test('headings, and lines that are commented out', () => {
    const text = `# This is the system-wide file.
# It has two lines.

#Port 22
### Access ###
PermitRootLogin no
# PasswordAuthentication yes
# Banner is shown before login
#Subsystems are not switched off
#UsePAM

# Logging:

#LogLevel INFO
# region Mail
SyslogFacility MAIL
# endregion
# Nothing follows

# ----------
# Whom to let in
# ----------
AllowUsers alice
Match User x
  #PermitTTY no
  Banner none
# Too late to head anything
`;
    expect(outlineOf(text)).toMatchInlineSnapshot(`
      "off #Port (22 (commented out)) 4-4 [Port]
      section Access 5-7 [### Access ###]
        directive PermitRootLogin (no) 6-6 [PermitRootLogin]
        off #PasswordAuthentication (yes (commented out)) 7-7 [PasswordAuthentication]
      section Logging 12-14 [# Logging:]
        off #LogLevel (INFO (commented out)) 14-14 [LogLevel]
      section Mail 15-16 [# region Mail]
        directive SyslogFacility (MAIL) 16-16 [SyslogFacility]
      section Whom to let in 21-23 [# Whom to let in]
        directive AllowUsers (alice) 23-23 [AllowUsers]
      block Match User x (1 directive) 24-26 [Match User x]
        off #PermitTTY (no (commented out)) 25-25 [PermitTTY]
        directive Banner (none) 26-26 [Banner]"
    `);
  });

  test('what follows a region is not in it', () => {
    const text =
      '# Access\nUsePAM no\n# region Mail\nBanner a\n#region In it\nPort 22\n# endregion\nPort 23\n#endregion\nPort 24\n# endregion\n';
    expect(
      outlineOf(text)
        .split('\n')
        .map((line) => line.replace(/ \[.*/, '')),
    ).toEqual([
      'section Access 1-2',
      '  directive UsePAM (no) 2-2',
      'section Mail 3-4',
      '  directive Banner (a) 4-4',
      'section In it 5-6',
      '  directive Port (22) 6-6',
      'directive Port (23) 8-8',
      'directive Port (24) 10-10',
    ]);
  });

  test('odd files', () => {
    expect(outlineOf('')).toBe('');
    expect(outlineOf('Match User x')).toBe('block Match User x (0 directives) 1-1 [Match User x]');
    expect(outlineOf('Port')).toBe('directive Port 1-1 [Port]');
  });
});

describe('folding', () => {
  test('blocks without what speaks of the next one, comment runs, regions', () => {
    expect(foldsOf(FILE)).toEqual(['1-2 comment', '6-9', '12-13']);
    expect(foldsOf('# region a\n# b\n# c\nPort 22\n#region\n# endregion\n#endregion x\n')).toEqual([
      '1-7 region',
      '2-3 comment',
      '5-6 region',
    ]);
    expect(foldsOf('#endregion\n#region\n#regional\n')).toEqual([]);
  });

  test('odd files', () => {
    expect(foldsOf('')).toEqual([]);
    expect(foldsOf('Match all')).toEqual([]);
    expect(foldsOf('Match all\nPort 22')).toEqual(['1-2']);
    expect(foldsOf('Match User x\r\nPermitTTY no\r\n\r\n# next\r\nMatch all\r\n')).toEqual(['1-2']);
  });
});

describe('inlay hints', () => {
  test('what the keepalive lines make sshd do, and seconds in words', () => {
    expect(
      hintedText(
        'ClientAliveInterval 60\nClientAliveCountMax 3\nClientAliveInterval 5\nLoginGraceTime 120\nMatch User x\n  ClientAliveInterval 1000\n',
      ),
    ).toMatchInlineSnapshot(`
      "ClientAliveInterval 60 << first probe after 1 min
      ClientAliveCountMax 3 << dead client cut off after 4 min
      ClientAliveInterval 5
      LoginGraceTime 120 << = 2 min
      Match User x
        ClientAliveInterval 1000 << = 16 min 40 s, dead client cut off after 1 h 6 min 40 s
      "
    `);
  });

  test('one line alone tells all, times that speak for themselves are left alone', () => {
    expect(hintedText('ClientAliveInterval 60s')).toBe('ClientAliveInterval 60s << dead client cut off after 4 min');
    expect(hintedText('ClientAliveCountMax 5')).toBe('ClientAliveCountMax 5');
    expect(hintedText('ClientAliveInterval 0\nClientAliveCountMax 5')).toBe(
      'ClientAliveInterval 0 << no probes, dead clients stay\nClientAliveCountMax 5',
    );
    expect(hintedText('LoginGraceTime 2m\n#LoginGraceTime 120\nLoginGraceTime x')).not.toContain('<<');
    expect(hintedText('ClientAliveInterval x')).toBe('ClientAliveInterval x');
  });

  test('by the target', () => {
    expect(hintedText('ClientAliveInterval 60', { target: '9.2' })).toContain('after 8 min');
    expect(hintedText('ClientAliveInterval 60\nClientAliveCountMax 0', { target: '7.4' })).toContain(
      'cuts off every client silent for 1 min',
    );
    expect(hintedText('ClientAliveInterval 60\nClientAliveCountMax 0')).toContain(
      'first probe after 1 min\nClientAliveCountMax 0 << probes, but dead clients stay',
    );
  });

  const BOTH = 'ClientAliveInterval 60\nLoginGraceTime 120\n';

  test('can be switched off, all and one by one', () => {
    expect(hintedText(BOTH, { inlayHints: { enabled: false } })).toBe(BOTH);
    expect(hintedText(BOTH, { inlayHints: { keepalive: false } })).toBe(
      'ClientAliveInterval 60 << = 1 min\nLoginGraceTime 120 << = 2 min\n',
    );
    expect(hintedText(BOTH, { inlayHints: { times: false } })).toBe(
      'ClientAliveInterval 60 << dead client cut off after 4 min\nLoginGraceTime 120\n',
    );
  });

  const QUIET = `Ciphers -3des-cbc,aes*-cbc
MACs hmac-sha2-512
UsePAM no
UsePAM yes
#MaxAuthTries 3
#PermitRootLogin prohibit-password
`;

  test('are quiet about values unless somebody wants them', () => expect(hintedText(QUIET)).toBe(QUIET));

  test('what a list comes to', () => {
    const hinted = hintedText(QUIET, { inlayHints: { lists: true } });
    expect(hinted.split('\n').slice(0, 2)).toEqual([
      'Ciphers -3des-cbc,aes*-cbc << = 6 algorithms',
      'MACs hmac-sha2-512',
    ]);
    expect(hintedText('Ciphers +aes256-cbc\n', { inlayHints: { lists: true } })).toContain('<< = 7 algorithms');
    expect(hintedText('Ciphers +aes256-cbc\n', { target: '6.6', inlayHints: { lists: true } })).not.toContain('<<');
  });

  test('which line decides instead', () => {
    const options = { inlayHints: { decidedBy: true } };
    expect(hintedText('UsePAM no\nUsePAM yes\nUsePAM no\n', options)).toBe(
      'UsePAM no\nUsePAM yes << line 1 decides: no -> sshd_config:1\nUsePAM no << line 1 decides, the same -> sshd_config:1\n',
    );
    const files = { '/etc/ssh/sshd_config.d/50-cloud-init.conf': 'LoginGraceTime 60\n' };
    expect(hintedText('Include sshd_config.d/*.conf\nLoginGraceTime 120\n', { ...options, files })).toContain(
      'LoginGraceTime 120 << = 2 min, 50-cloud-init.conf:1 decides: 60 -> 50-cloud-init.conf:1',
    );
  });

  test('the default not behind a line that another beats', () =>
    expect(hintedText('UsePAM no\nUsePAM yes\n', { inlayHints: { decidedBy: true, defaults: true } })).toBe(
      'UsePAM no\nUsePAM yes << line 1 decides: no -> sshd_config:1\n',
    ));

  test('the default beside what a line says', () => {
    const hinted = hintedText(
      `UsePAM yes
LoginGraceTime 2m
LoginGraceTime 30
Port 22
PermitRootLogin without-password
Ciphers aes256-ctr
MaxAuthTries x
#MaxAuthTries 3
#PermitRootLogin prohibit-password
# X11Forwarding was switched off
Match User x
  X11Forwarding yes
`,
      { inlayHints: { defaults: true, times: false } },
    );
    expect(hinted.split('\n').filter((line) => line.includes('<<'))).toEqual([
      'UsePAM yes << default: no',
      'LoginGraceTime 30 << default: 120',
      '#MaxAuthTries 3 << default: 6',
    ]);
  });
});
