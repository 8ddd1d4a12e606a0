// The command line follows Includes.
import { describe, expect, it } from 'vitest';
import { runCommand as run } from '../kit/cli-world';

describe('a configuration of several files', () => {
  const files = {
    '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n',
    '/etc/ssh/sshd_config.d/10-a.conf': 'Include deep/*\nPort 22\n',
    '/etc/ssh/sshd_config.d/20-b.conf': 'Prot 22\n',
    '/etc/ssh/sshd_config.d/30-c.conf.bak': 'Prot 22\n',
    '/etc/ssh/deep/x': 'Prot 23\n',
    '/etc/ssh/in-match': 'Port 22\n',
    '/srv/web/etc/ssh/sshd_config': 'Match User x\n  Include in-match\n',
    '/srv/web/etc/ssh/in-match': 'Banner none\n',
    '-': 'Include sshd_config.d/20*\n',
  };
  const checked = async (...words: readonly string[]) => {
    const { code, out, err } = await run(['check', '--format=json', ...words], files);
    const report = JSON.parse(out) as { files: { path: string; findings: { rule: string }[] }[] };
    const listed = report.files.map(({ path, findings }) => [
      path,
      findings.filter(({ rule }) => rule === 'unknown-directive').length,
    ]);
    return { code, err, listed };
  };

  it('is checked as a whole, each file once, in the order of reading', async () => {
    const whole = await checked('/etc/ssh/sshd_config', '/etc/ssh/sshd_config.d/20-b.conf');
    expect(whole).toEqual({
      code: 1,
      err: '',
      listed: [
        ['/etc/ssh/sshd_config', 0],
        ['/etc/ssh/sshd_config.d/10-a.conf', 0],
        ['/etc/ssh/deep/x', 1],
        ['/etc/ssh/sshd_config.d/20-b.conf', 1],
      ],
    });
  });

  it('is what a drop-in is judged in, with what it includes itself', async () => {
    expect((await checked('/etc/ssh/sshd_config.d/10-a.conf')).listed).toEqual([
      ['/etc/ssh/sshd_config.d/10-a.conf', 0],
      ['/etc/ssh/deep/x', 1],
    ]);
    expect((await checked('/etc/ssh/sshd_config.d/30-c.conf.bak')).listed).toEqual([
      ['/etc/ssh/sshd_config.d/30-c.conf.bak', 1],
    ]);
  });

  it('lies below the root that is given or that the path shows', async () => {
    const paths = [
      ['/srv/web/etc/ssh/sshd_config', 0],
      ['/srv/web/etc/ssh/in-match', 0],
    ];
    expect((await checked('/srv/web/etc/ssh/sshd_config')).listed).toEqual(paths);
    const given = await checked('--root', '/srv/web', '/etc/ssh/sshd_config');
    expect(given.listed.map(([path]) => path)).toEqual(['/etc/ssh/sshd_config', '/srv/web/etc/ssh/in-match']);
  });

  it('may come from standard input, and includes files of this machine', async () => {
    expect((await checked('-')).listed).toEqual([
      ['-', 0],
      ['/etc/ssh/sshd_config.d/20-b.conf', 1],
    ]);
  });
});
