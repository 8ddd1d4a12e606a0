// The panel of the effective configuration: rows, places, comparisons, completion, text.
import { describe, expect, test } from 'vitest';
import { effectiveText } from '../../server/src/features/effective-text';
import { expectEffectiveView, viewLines, viewOf } from '../kit/expect-effective-view';
import { featureDocument } from '../kit/feature-document';

const SHARED = `PermitRootLogin no
X11Forwarding yes
PermitTTY yes
AllowGroups ssh-users wheel
Match Group sftp
  X11Forwarding no
  ForceCommand internal-sftp
Match Address 10.0.0.0/8 User bob
  PermitTTY no
`;
const DEBIAN = { target: 'debian-12' };

describe('rows', () => {
  test('what differs from the default comes first, what is set to the default next', () => {
    expectEffectiveView(
      'Port 22\nPermitRootLogin no\n',
      ['PermitRootLogin no < sshd_config:2', 'Port 22 < sshd_config:1'],
      {},
      DEBIAN,
    );
  });

  test('a block that fits decides, and the global line is beaten', () => {
    const lines = viewLines(viewOf(SHARED, { connection: { user: 'eve', groups: ['sftp'] } }, DEBIAN));
    expect(lines).toContain('X11Forwarding no < sshd_config:6 (beats sshd_config:2 global)');
    expect(lines).toContain('ForceCommand internal-sftp < sshd_config:7');
    expect(lines).toContain('PermitTTY yes < sshd_config:3');
  });

  test('a drop-in decides, and the line of the main file is beaten', () => {
    const view = viewOf(
      'Include sshd_config.d/*.conf\nPermitRootLogin no\n',
      {},
      { ...DEBIAN, files: { '/etc/ssh/sshd_config.d/50-cloud.conf': 'PermitRootLogin yes\n' } },
    );
    expect(viewLines(view)).toContain('PermitRootLogin yes < 50-cloud.conf:1 (beats sshd_config:2 comes later)');
    const row = view.rows.find(({ keyword }) => keyword === 'PermitRootLogin');
    expect(row?.by[0]).toEqual({
      uri: 'file:///etc/ssh/sshd_config.d/50-cloud.conf',
      position: { line: 0, character: 0 },
      label: '50-cloud.conf:1',
      text: 'PermitRootLogin yes',
    });
  });

  test('another target has its own settings and defaults', () => {
    const value = (target: string) =>
      viewOf('', { target }, DEBIAN).rows.find(({ keyword }) => keyword === 'PermitRootLogin')?.values;
    expect(value('6.6')).toEqual(['yes']);
    expect(value('freebsd-14')).toEqual(['no']);
  });
});

describe('comparisons', () => {
  test('two connections', () => {
    const query = {
      connection: { user: 'bob', address: '10.0.0.9' },
      compare: { kind: 'connection', connection: { user: 'bob', address: '192.0.2.1' } },
    } as const;
    const view = viewOf(SHARED, query, DEBIAN);
    expect(view.sides).toEqual(['bob, from 10.0.0.9', 'bob, from 192.0.2.1']);
    expect(viewLines(view)[0]).toBe('PermitTTY no | yes < sshd_config:9 (beats sshd_config:3 global)');
  });

  test('two targets', () => {
    const view = viewOf('', { compare: { kind: 'target', target: '6.6' } }, { target: '7.4' });
    expect(view.sides).toEqual(['OpenSSH 7.4p1', 'OpenSSH 6.6p1']);
    expect(viewLines(view).some((line) => line.startsWith('PermitRootLogin'))).toBe(true);
  });

  test('what saving changes, and for whom', () => {
    const saved = (texts: string) =>
      viewOf(SHARED, { compare: { kind: 'saved', texts: { 'file:///etc/ssh/sshd_config': texts } } }, DEBIAN).findings;
    expect(saved(SHARED)).toEqual(['Saving changes no value.']);
    expect(saved(SHARED.replace('PermitRootLogin no', 'PermitRootLogin yes'))).toEqual([
      'Saving changes 1 value: PermitRootLogin.',
      'This may keep people out: leave a session open until a new login has worked.',
    ]);
    expect(
      saved(SHARED.replace('  X11Forwarding no\n  ForceCommand internal-sftp\n', '  Banner /etc/issue\n')),
    ).toEqual(['Saving changes 3 values for group sftp: Banner, ForceCommand, X11Forwarding.']);
    expect(saved(SHARED.replace('X11Forwarding yes\n', ''))).toEqual([
      'Saving changes 1 value: X11Forwarding.',
      'Saving changes nothing for group sftp.',
    ]);
  });

  test('a block for two criteria is told of by both', () => {
    const { findings } = viewOf(
      SHARED,
      { compare: { kind: 'saved', texts: { 'file:///etc/ssh/sshd_config': SHARED.replace('PermitTTY no', '') } } },
      DEBIAN,
    );
    expect(findings).toEqual(['Saving changes 1 value for bob and connections from 10.0.0.0/8: PermitTTY.']);
  });
});

describe('around the table', () => {
  test('the names that the files mention are offered; patterns are none', () => {
    const { names } = viewOf(`${SHARED}AllowUsers carol@10.0.0.0/8 d*\nMatch LocalPort 2222\n`, {}, DEBIAN);
    expect(names).toMatchObject({
      user: ['root', 'bob', 'carol'],
      groups: ['sftp', 'ssh-users', 'wheel'],
      address: [],
    });
    expect(names.localPort).toEqual(['2222']);
  });

  test('what is no address or port is said', () => {
    const { problems } = viewOf('', { connection: { address: 'ten', localAddress: '::1', localPort: -1 } });
    expect(problems).toEqual({ address: 'Not an IP address', localPort: 'A port is 1 to 65535' });
  });

  test('the question as sshd would be asked it', () => {
    expect(viewOf('').command).toBe('sshd -T');
    const connection = { user: 'bob', groups: ['a'], address: '10.0.0.1', localPort: 22 };
    expect(viewOf('', { connection }).command).toBe('sshd -T -C user=bob,addr=10.0.0.1,lport=22');
  });

  test('files that are not known are said to be missing', () => {
    expect(viewOf('Include sshd_config.d/*.conf\n', {}, DEBIAN).notes).toHaveLength(1);
    expect(viewOf('Include sshd_config.d/*.conf\n', {}, { ...DEBIAN, files: {} }).notes).toEqual([]);
  });

  test('who can log in', () => {
    const { rows } = viewOf(SHARED, {}, DEBIAN).access;
    expect(rows.map(({ who, letIn, how, by }) => [who, letIn, how.join('/'), by.map(({ label }) => label)])).toEqual([
      ['root', false, 'not in AllowGroups', ['sshd_config:4']],
      ['root in group ssh-users or wheel', false, 'PermitRootLogin no', ['sshd_config:1']],
      ['group ssh-users or wheel', true, 'public key/password', ['sshd_config:4']],
      ['group sftp, and ssh-users or wheel', true, 'public key/password', ['sshd_config:4', 'sshd_config:7']],
      ['everybody else', false, 'not in AllowGroups', ['sshd_config:4']],
    ]);
  });
});

describe('as text', () => {
  test('as sshd -T prints it', () => {
    const text = effectiveText(featureDocument('PermitRootLogin no\n', DEBIAN), {}, false);
    expect(text).toContain('\npermitrootlogin no\n');
    expect(text).not.toContain('#');
  });

  test('as a document: deciding and beaten lines as comments, logins at the end', () => {
    const text = effectiveText(
      featureDocument(SHARED, DEBIAN),
      { connection: { user: 'eve', groups: ['sftp'] } },
      true,
    );
    expect(text).toMatch(
      /^# Effective configuration of \/etc\/ssh\/sshd_config\n# Debian 12 \(OpenSSH 9\.2\): sshd -T -C user=eve\n/,
    );
    expect(text).toMatch(/\nX11Forwarding no +# sshd_config:6, not sshd_config:2\n/);
    expect(text).toContain('\n# - root: no (not in AllowGroups)\n');
  });
});
