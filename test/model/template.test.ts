// Templates: silent where something is filled in, heard where a line stands as it is.
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../kit/expect-findings';
import { formatted } from '../kit/expect-formatted';
import { outlineOf } from '../kit/expect-structure';
import { tokensOf } from '../kit/expect-tokens';
import { snapshotFrom } from '../kit/snapshot';

const TEXT = `# {{ ansible_managed }}
Port {{ ssh_port | default(22) }}
{% for user in users %}
Match User {{ user.name }}
    PermitTTY {{ user.tty }}
    Port 22
{% endfor %}
PermitRotLogin no
X11Forwarding maybe
X11Forwarding \${forward}
`;

function rulesIn(text: string, path: string): readonly string[] {
  return findingsOf(snapshotFrom(text, { path })).map(
    ({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`,
  );
}

describe('findings', () => {
  test.each(['/srv/sshd_config.j2', '/srv/roles/ssh/templates/sshd_config'])('%s', (path) => {
    expect(rulesIn(TEXT, path)).toEqual(['unknown-directive PermitRotLogin', 'bad-argument maybe']);
  });
  test('a file that is no template is read as it stands', () => {
    expect(rulesIn('Port {{ port }}\n', '/etc/ssh/sshd_config')).not.toEqual([]);
    expect(rulesIn('Prot 22\n', '/srv/sshd_config.j2')).toEqual(rulesIn('Prot 22\n', '/etc/ssh/sshd_config'));
  });
  test('refusals that depend on other lines hold where no statement decides which lines there are', () =>
    expect(rulesIn(`Banner \${banner}\nMatch all\nMatch User x\nPort 22\n`, '/srv/sshd_config.tpl')).toEqual([
      'directive-not-allowed-in-match Port',
    ]));
  test.each([
    ['ERB', 'sshd_config.erb', 'Port <%= @port %>\n<% if @x %>\nUseLogim <%= 1 %>\n<% end %>\n'],
    ['Go', 'sshd_config.tmpl', 'Port {{ .Port }}\n{{- range .Users }}\nMatch User {{ . }}\n{{- end }}\n'],
    ['Puppet', 'sshd_config.epp', '<%- | $port | -%>\nPort <%= $port %>\n'],
    ['autoconf', 'sshd_config.in', 'Subsystem sftp @SFTP_SERVER@ -f x\nBanner @BANNER@\n'],
  ])('%s is silent', (_, name, text) => expect(rulesIn(text, `/srv/${name}`)).toEqual([]));
  test('a sign that is never closed costs no time', () =>
    expect(rulesIn(`${'{{'.repeat(50_000)}\n`, '/srv/sshd_config.j2')).not.toEqual([]));
});

test('placeholders have a colour, statements are no directives, neither is laid out', () => {
  const path = '/srv/sshd_config.j2';
  expect(tokensOf(TEXT, { path })[1]).toBe('Port:directive {{ ssh_port | default(22) }}:placeholder');
  expect(tokensOf(TEXT, { path })[2]).toBe('{% for user in users %}:placeholder');
  expect(outlineOf(TEXT, { path })).not.toContain('{%');
  expect(formatted('port  {{ port }}\nport  22\n', { path })).toBe('port  {{ port }}\nPort 22\n');
});
