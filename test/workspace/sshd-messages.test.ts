// Every message sshd is known to print, taken apart. The table holds one example of each template.
import { describe, expect, it } from 'vitest';
import { sshdMessages } from '../../server/src/workspace/sshd-messages';
import { sshdVersion } from '../../server/src/workspace/sshd-program';
import examples from '../data/sshd-messages.json';

const FILE = '/tmp/a b/sshd_config';

describe('sshdMessages', () => {
  it.each(examples.map(([text = '', kind = '', warning]) => ({ text, kind, warning })))('reads $text', (example) => {
    const line = example.text.replace('{FILE}', FILE);
    const { messages, machine } = sshdMessages(`${line}\r\n`, false);
    const number = / line (\d+)/.exec(line)?.[1];
    const expected = {
      line: [{ line: Number(number), warning: example.warning === 'warning' }],
      loose: [{ text: line.trim(), warning: false }],
      machine: [],
      summary: [],
    }[example.kind];
    expect(messages).toMatchObject(expected ?? []);
    expect(messages).toHaveLength(expected?.length ?? -1);
    expect(machine.map(({ text }) => text)).toEqual(example.kind === 'machine' ? [line] : []);
    if (example.kind === 'line') {
      expect(messages[0]?.file).toBe(example.text.startsWith('{FILE}') ? FILE : undefined);
      expect(messages[0]?.text).not.toContain(FILE);
      expect(messages[0]?.text).not.toMatch(/ line \d/);
    }
  });

  it('joins the reason that comes before the line', () => {
    const output = 'Unsupported KEX algorithm "foo"\nc line 3: Bad SSH2 KexAlgorithms \'foo\'.\n';
    expect(sshdMessages(output, false).messages).toEqual([
      {
        file: 'c',
        line: 3,
        text: 'Unsupported KEX algorithm "foo"\nBad SSH2 KexAlgorithms \'foo\'.',
        warning: false,
      },
    ]);
  });

  it('keeps several files and lines apart', () => {
    const output = [
      'c line 1: Deprecated option UseLogin',
      'c: line 2: Bad configuration option: Foo',
      '/etc/ssh/sshd_config.d/a line.conf line 1: no argument after keyword "Bar"',
      '/etc/ssh/sshd_config.d/a line.conf line 3: Badly formatted port number.',
    ].join('\r\n');
    expect(sshdMessages(output, false).messages.map(({ file, line, warning }) => [file, line, warning])).toEqual([
      ['c', 1, true],
      ['c', 2, false],
      ['/etc/ssh/sshd_config.d/a line.conf', 1, false],
      ['/etc/ssh/sshd_config.d/a line.conf', 3, false],
    ]);
  });

  it('takes all for warnings when sshd accepts, and says a thing once', () => {
    const output = 'c line 2: Something odd\nreprocess config line 4: Deprecated option X\n'.repeat(2);
    expect(sshdMessages(output, true).messages).toEqual([
      { file: 'c', line: 2, text: 'Something odd', warning: true },
      { line: 4, text: 'Deprecated option X', warning: true },
    ]);
  });

  it('reads bytes that sshd escapes', () => {
    const [message] = sshdMessages('/a/\\303\\244.conf: line 1: Bad configuration option: \\377\\n', false).messages;
    expect(message).toMatchObject({ file: '/a/ä.conf', text: 'Bad configuration option: \\377\\n' });
  });

  it.each(['', '\n\n', 'line', ' line 1: ', '\0', ': line 99999999999999999999: x'])('survives %j', (output) => {
    expect(() => sshdMessages(output, false)).not.toThrow();
  });
});

describe('sshdVersion', () => {
  it.each([
    ['OpenSSH_9.2, OpenSSL 3.0.19\nunknown option -- ?\nOpenSSH_9.2p1 Debian-2+deb12u10, OpenSSL 3.0.19\n', '9.2p1'],
    ['unknown option -- V\nOpenSSH_6.6.1p1 Ubuntu-2ubuntu2, OpenSSL 1.0.1f\nusage: sshd [-46Dd]\n', '6.6.1p1'],
    ['OpenSSH_for_Windows_9.5p1, LibreSSL 3.8.2\n', '9.5p1'],
    ['OpenSSH_10.0p2 Debian-7, OpenSSL 3.5.1', '10.0p2'],
    ['Dropbear server v2022.83', undefined],
    ['', undefined],
  ])('of %j is %s', (banner, version) => {
    expect(sshdVersion(banner)).toBe(version);
  });
});
