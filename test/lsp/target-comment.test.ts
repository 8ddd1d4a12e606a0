// The comment that names a target: written, changed and taken away.
import { describe, expect, it } from 'vitest';
import { targetCommentEdit } from '../../client/src/target-comment';

function applied(text: string, target: string | undefined): string {
  const edit = targetCommentEdit(text, target, '\n');
  return edit === undefined ? text : text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('targetCommentEdit', () => {
  it.each([
    ['Port 22\n', 'debian-12', '# sshd-config: target=debian-12\nPort 22\n'],
    ['Port 22\n', undefined, 'Port 22\n'],
    ['# a\n#sshd-config: target=9.2\nPort 22', '10.5', '# a\n#sshd-config: target=10.5\nPort 22'],
    ['# sshd-config: nat-timeout=90 target=9.2\r\n', '10.5', '# sshd-config: nat-timeout=90 target=10.5\r\n'],
    ['# sshd-config: target=9.2\r\nPort 22', undefined, 'Port 22'],
    ['# sshd-config: target=9.2', undefined, ''],
    ['# sshd-config: target=9.2 nat-timeout=90\n', undefined, '# sshd-config: nat-timeout=90\n'],
    ['# sshd-config: nat-timeout=90 target=9.2\n', undefined, '# sshd-config: nat-timeout=90\n'],
    ['# sshd-config: target=9.2\n', '9.2', '# sshd-config: target=9.2\n'],
  ])('makes of %j with %s: %j', (text, target, wanted) => {
    expect(applied(text, target)).toBe(wanted);
  });
});
