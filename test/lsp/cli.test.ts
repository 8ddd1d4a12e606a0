// The command line, with a world of its own.
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../server/src/cli/arguments';
import { decoded } from '../../server/src/cli/decode';
import { textReport } from '../../server/src/cli/report';
import { runCli } from '../../server/src/cli/run';

const bytes = (text: string) => new TextEncoder().encode(text);

async function run(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  let out = '';
  let err = '';
  const code = await runCli(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    readFile: async (name) => {
      const text = files[name];
      if (text === undefined) throw new Error('no such file');
      return bytes(text);
    },
    uriOf: (name) => `file://${name}`,
    files: {
      read: async (uri) => {
        const text = files[uri.replace('file://', '')];
        return text === undefined ? undefined : bytes(text);
      },
    },
  });
  return { code, out, err };
}

describe('check', () => {
  it('names an error by place and ends with 1', async () => {
    const { code, out } = await run(['check', '/a'], { '/a': 'Port 22\n  Prot 22\n' });
    expect(code).toBe(1);
    expect(out).toMatch(/^\/a:2:3: error\[[a-z-]+\] .+$/m);
  });

  it('ends with 0 when there are no errors', async () => {
    expect((await run(['check', '/a'], { '/a': 'Port 22\n' })).code).toBe(0);
  });

  it('goes on after a file that cannot be read, and ends with 2', async () => {
    const { code, out, err } = await run(['check', '/gone', '/a'], { '/a': 'Prot 22\n' });
    expect(code).toBe(2);
    expect(err).toBe('sshd-config: cannot read /gone: no such file\n');
    expect(out).toContain('/a:1:1: error');
  });

  it('prints JSON, with the target each file was judged for', async () => {
    const files = {
      '/srv/etc/ssh/sshd_config': 'Prot 22\n',
      '/srv/etc/os-release': 'ID=debian\nVERSION_ID="11"\n',
      '-': '# sshd-config: target=rhel-9\n',
    };
    const { out } = await run(['check', '--format=json', '/srv/etc/ssh/sshd_config', '-'], files);
    expect(JSON.parse(out)).toMatchObject([
      {
        file: '/srv/etc/ssh/sshd_config',
        target: 'debian-11',
        findings: expect.arrayContaining([
          expect.objectContaining({ severity: 'error', start: { line: 1, column: 1 }, end: { line: 1, column: 5 } }),
        ]),
      },
      { file: '-', target: 'rhel-9' },
    ]);
  });
});

describe('the other commands', () => {
  it('list targets', async () => {
    expect((await run(['targets'])).out).toContain('debian-12       Debian 12 (OpenSSH 9.2)\n');
  });

  it('print help and version', async () => {
    expect((await run(['--help'])).out).toContain('Usage: sshd-config check');
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], 'no command given'],
    [['check'], 'no file given'],
    [['check', '--colour', 'a'], 'unknown option --colour'],
    [['check', 'a', '--target'], '--target needs a value'],
    [['check', '--target', 'vms', 'a'], 'unknown target vms: see sshd-config targets'],
    [['check', '--format', 'xml', 'a'], 'unknown format xml: text or json'],
    [['lint'], 'unknown command lint'],
  ])('complain of %j', async (words, message) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toContain(`sshd-config: ${message}\n`);
  });
});

describe('commandOf', () => {
  it('takes everything behind -- as files', () => {
    expect(commandOf(['check', '--target=9.2', '--', '--odd', '-'])).toMatchObject({
      files: ['--odd', '-'],
      target: { id: '9.2' },
      format: 'text',
    });
  });
});

describe('decoded', () => {
  it('takes a byte order mark off and says so', () => {
    expect(decoded(bytes('\ufeffPort 22'))).toEqual({ text: 'Port 22', byteOrderMark: true });
  });

  it('reads what is no UTF-8 byte by byte', () => {
    expect(decoded(Uint8Array.of(0x23, 0xe4, 0xff))).toEqual({ text: '#äÿ', byteOrderMark: false });
  });
});

describe('textReport', () => {
  it('counts lines at LF only, as sshd does, and keeps a finding on one line', () => {
    const finding = {
      range: { start: 5, end: 6 },
      message: 'Two\nlines.',
      severity: 'warning',
      rule: 'a-rule',
    } as const;
    expect(textReport({ file: 'f', text: 'a\rb\n#x', target: '10.5', findings: [finding] })).toBe(
      'f:2:2: warning[a-rule] Two lines.\n',
    );
  });
});
