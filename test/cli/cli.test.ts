// The command line, with a world of its own.
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../server/src/cli/arguments';
import { jsonReport, textReport } from '../../server/src/cli/report';
import { loneSource, type SourceFile, withSources } from '../../server/src/model/source-set';
import type { Finding } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { decoded, encoded } from '../../server/src/workspace/decode';
import { runCommand as run } from '../kit/cli-world';

const bytes = (text: string) => new TextEncoder().encode(text);

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

  it('prints JSON of one shape: places as editors count, related places, fixes, the line as sshd counts it', async () => {
    const { out, code } = await run(['check', '--format=json', '--target=9.9', '/a'], {
      '/a': 'Port 22\nPort\0 x\n\n  UsePam yess\nUsePAM no\n',
    });
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(Object.keys(report).sort()).toEqual(['files', 'target']);
    expect(report.target).toBe('9.9');
    expect(report.files).toHaveLength(1);
    const { path, findings } = report.files[0];
    expect(path).toBe('/a');
    const bad = findings.find(({ rule }: { rule: string }) => rule === 'bad-argument');
    expect(bad).toMatchObject({
      severity: 'error',
      range: { start: { line: 3, character: 9 }, end: { line: 3, character: 13 } },
      sshdLine: 3,
      related: [],
    });
    expect(bad.message).not.toContain('`');
    expect(bad.fixes[0]).toMatchObject({
      title: expect.any(String),
      safety: expect.stringMatching(/^(safe|unsafe)$/),
      edits: [{ range: { start: { line: 3, character: 9 }, end: { line: 3, character: 13 } }, newText: 'yes' }],
    });
  });

  it('says of each file in JSON which target it was judged for', async () => {
    const files = {
      '/srv/etc/ssh/sshd_config': 'Prot 22\n',
      '/srv/etc/os-release': 'ID=debian\nVERSION_ID="11"\n',
      '-': '# sshd-config: target=rhel-9\n',
    };
    const { out } = await run(['check', '--format=json', '/srv/etc/ssh/sshd_config', '-'], files);
    expect(JSON.parse(out)).toMatchObject({
      target: 'auto',
      files: [
        { path: '/srv/etc/ssh/sshd_config', target: 'debian-11' },
        { path: '-', target: 'rhel-9' },
      ],
    });
    const one = await run(['check', '--format=json', '--target=debian-12', '-'], files);
    expect(JSON.parse(one.out), 'what is asked for goes before the comment').toMatchObject({ target: 'debian-12' });
  });

  it('prints whole JSON when nothing could be read', async () => {
    const { code, out } = await run(['check', '--format=json', '/gone']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({ target: 'auto', files: [] });
  });
});

describe('check --root', () => {
  const files = {
    '/image/etc/ssh/sshd_config': 'Prot 22\n',
    '/image/usr/lib/os-release': 'ID=ubuntu\nVERSION_ID="22.04"\n',
    '/etc/os-release': 'ID=debian\nVERSION_ID="11"\n',
    '-': 'Port 22\n',
  };

  it('reads absolute paths and the os-release below the folder', async () => {
    const words = ['check', '--root', '/image', '--format=json', '/etc/ssh/sshd_config', '-'];
    const { code, out } = await run(words, files);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      target: 'ubuntu-22.04',
      files: [{ path: '/etc/ssh/sshd_config' }, { path: '-' }],
    });
  });

  it('wants a folder', async () => {
    const { code, err } = await run(['check', '--root', '/nowhere', '-'], files);
    expect(code).toBe(2);
    expect(err).toBe('sshd-config: no such folder: /nowhere\n');
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
    [['check', 'a', '--root='], '--root needs a folder'],
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
    expect(decoded(bytes('\ufeffPort 22'))).toEqual({ text: 'Port 22', byteOrderMark: true, encoding: 'utf-8' });
  });

  it('reads what is no UTF-8 byte by byte', () => {
    expect(decoded(Uint8Array.of(0x23, 0xe4, 0xff))).toEqual({ text: '#äÿ', byteOrderMark: false, encoding: 'latin1' });
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
    const tree = parse('a\rb\n#x', 'argv-split');
    const sources = loneSource(sourceFile('sshd_config', tree.text));
    expect(textReport({ path: 'f', tree, target: '10.5', findings: [finding], sources })).toBe(
      'f:2:2: warning[a-rule] Two lines.\n',
    );
  });
});

describe('jsonReport', () => {
  it('says in which file a place is that is not in this one', () => {
    const tree = parse('Port 22\n', 'argv-split');
    const own = sourceFile('sshd_config', tree.text);
    const other = sourceFile('a.conf', '#\nPort 23\n');
    const finding: Finding = {
      range: { start: 0, end: 4 },
      message: 'm',
      severity: 'warning',
      rule: 'a-rule',
      related: [
        { range: { start: 0, end: 4 }, message: 'here' },
        { range: { start: 2, end: 6 }, message: 'there', uri: other.uri },
      ],
      fixes: [{ title: 't', safety: 'unsafe', edits: [{ start: 2, end: 6, newText: 'x', uri: other.uri }] }],
    };
    const sources = withSources(loneSource(own), [other]);
    const report = JSON.parse(jsonReport({ path: 'f', tree, target: '10.5', findings: [finding], sources }));
    const there = {
      uri: other.uri,
      path: '/etc/ssh/a.conf',
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
    };
    expect(report.findings[0].related).toEqual([
      { message: 'here', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } },
      { message: 'there', ...there },
    ]);
    expect(report.findings[0].fixes[0].edits).toEqual([{ newText: 'x', ...there }]);
  });
});

function sourceFile(name: string, text: string): SourceFile {
  return { kind: 'file', uri: `file:///etc/ssh/${name}`, path: `/etc/ssh/${name}`, text, byteOrderMark: false };
}

describe('rules on the command line', () => {
  const zero = { '/a': 'MaxSessions 0\nNoSuchWord 1\n' };

  it('switches one off, and makes one an error for the exit status', async () => {
    expect(
      (await run(['check', '--rule', 'max-sessions-zero=off', '--keyword', 'nosuchword', '/a'], zero)).out,
    ).not.toMatch(/max-sessions-zero|unknown-directive/);
    const raised = await run(['check', '--rule=max-sessions-zero=error', '--keyword=NoSuchWord', '/a'], zero);
    expect(raised.out).toContain('error[max-sessions-zero]');
    expect(raised.code).toBe(1);
  });

  it('leaves refusals under every policy', async () => {
    const { out, code } = await run(['check', '--policy', 'none', '/a'], zero);
    expect(out).toMatch(/^\/a:2:1: error\[unknown-directive\][^\n]*\n$/);
    expect(code).toBe(1);
  });

  it.each([
    [['--policy', 'pci'], 'unknown policy pci'],
    [['--rule', 'unknown-directive=off'], 'stays an error'],
    [['--rule', 'no-such-rule=off'], 'no rule no-such-rule'],
    [['--upgrade-to', 'vms'], 'unknown target vms'],
  ])('complains of %j', async (options, complaint) => {
    const { code, err } = await run(['check', ...options, '/a'], zero);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
  });
});

describe('--fix', () => {
  const text = (content: Uint8Array | undefined) => content && Buffer.from(content).toString('latin1');

  it('writes safe fixes, says how many, and reports what is left', async () => {
    const { written, out, err, code } = await run(['check', '--fix', '--target=10.5', '/a'], {
      '/a': 'UsePrivilegeSeparation yes\nProtocol 2\nPrintMotd no\nProt 22\n',
    });
    expect(text(written['/a'])).toBe('PrintMotd no\nProt 22\n');
    expect(err).toBe('sshd-config: /a: 2 fixes written\n');
    expect(out).toContain('/a:2:1: error[unknown-directive]');
    expect(out).not.toContain('obsolete-directive');
    expect(code).toBe(1);
  });

  it('writes nothing where nothing is to be fixed, nor unasked', async () => {
    expect((await run(['check', '--fix', '/a'], { '/a': 'PrintMotd no\n' })).written).toEqual({});
    expect((await run(['check', '/a'], { '/a': 'Protocol 2\n' })).written).toEqual({});
  });

  it('keeps every byte of a file that is no UTF-8', async () => {
    const { written } = await run(['check', '--fix', '/a'], { '/a': 'Protocol 2\n# \u00fc\u0080\n' });
    expect(text(written['/a'])).toBe(Buffer.from('# \u00fc\u0080\n', 'utf8').toString('latin1'));
    const content = Uint8Array.of(0x23, 0x80, 0xff, 0x0a);
    const { text: read, ...form } = decoded(content);
    expect(encoded(read, form)).toEqual(content);
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, 0x23, 0x0a);
    const { text: plain, ...how } = decoded(marked);
    expect(plain).toBe('#\n');
    expect(encoded(plain, how)).toEqual(marked);
  });

  it('says what it cannot write, and does not take standard input', async () => {
    const failed = await run(['check', '--fix', '/read-only'], { '/read-only': 'Protocol 2\n' });
    expect(failed.code).toBe(2);
    expect(failed.err).toContain('cannot write /read-only: read-only file system');
    expect((await run(['check', '--fix', '-'])).code).toBe(2);
  });
});

describe('format', () => {
  const files = { '/a': 'port=22\nMatch all\nbanner none\n', '/b': 'Port 22\n' };

  it('prints the text laid out anew', async () => {
    const { code, out } = await run(['format', '--indent=2', '/a'], files);
    expect([code, out]).toEqual([0, 'Port 22\n\nMatch all\n  Banner none\n']);
  });

  it('names the files that would change and ends with 1, or with 0 when there are none', async () => {
    expect(await run(['format', '--check', '/a', '/b'], files)).toMatchObject({ code: 1, out: '/a\n', written: {} });
    expect(await run(['format', '--check', '/b'], files)).toMatchObject({ code: 0, out: '' });
  });

  it('writes what changes and nothing else', async () => {
    const { code, out, written } = await run(['format', '--write', '--indent', 'tab', '/a', '/b'], files);
    expect([code, out, Object.keys(written)]).toEqual([0, '', ['/a']]);
    expect(new TextDecoder().decode(written['/a'])).toBe('Port 22\n\nMatch all\n\tBanner none\n');
  });

  it('leaves the layout that options name', async () => {
    const words = ['format', '--separator=keep', '--keywords=keep', '--indent=0', '/a'];
    expect((await run(words, files)).out).toBe('port=22\n\nMatch all\nbanner none\n');
  });

  it('ends with 2 where a file cannot be read, and goes on', async () => {
    const { code, out, err } = await run(['format', '/gone', '/b'], files);
    expect([code, out, err]).toEqual([2, 'Port 22\n', 'sshd-config: /gone: no such file\n']);
  });

  it.each([
    [['format'], 'no file given'],
    [['format', '--check', '--write', 'a'], '--check and --write exclude each other'],
    [['format', '--write', '-'], '--write cannot write to standard input'],
    [['format', '--separator', 'x', 'a'], '--separator takes space, align, keep, not x'],
    [['format', '--indent=x', 'a'], '--indent takes a number below 20 or tab, not x'],
    [['format', '--target=x', 'a'], 'unknown target x: see sshd-config targets'],
    [['format', '--colour', 'a'], 'unknown option --colour'],
    [['format', '--target'], '--target needs a value'],
  ])('%j is misuse: %s', (words, message) => expect(commandOf(words)).toEqual({ kind: 'misuse', message }));
});
