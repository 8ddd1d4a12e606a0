// ChannelTimeout for a type that no channel has. Types are patterns, and sshd checks none.
import { nearest } from '../../base/edit-distance';
import { matchesPattern } from '../../base/wildcard';
import { isAccepted, partOfWord, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

const TYPES = [
  'agent-connection',
  'direct-tcpip',
  'direct-streamlocal@openssh.com',
  'forwarded-tcpip',
  'forwarded-streamlocal@openssh.com',
  'session:command',
  'session:shell',
  'session:subsystem:sftp',
  'tun-connection',
  'x11-connection',
];

export const channelTimeoutTypeUnknown = defineRule({
  id: 'channel-timeout-type-unknown',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A ChannelTimeout for a type that no channel has.',
  references: ['https://man.openbsd.org/sshd_config#ChannelTimeout', 'channels.c: lookup_timeout()'],
  lines: ofKeyword('ChannelTimeout'),
  *checkLine(placed, snapshot) {
    if (!isAccepted(placed, snapshot)) return;
    const types = snapshot.catalog.since('9.7p1') ? [...TYPES, 'global'] : TYPES;
    for (const word of placed.line.words) {
      const type = word.value.slice(0, Math.max(0, word.value.indexOf('=')));
      // A subsystem may be called anything.
      if (type === '' || type.includes('subsystem:') || (/[*?]/.test(type) && type.includes(':'))) continue;
      if (types.some((one) => matchesPattern(one, type))) continue;
      const near = type === 'session' ? 'session:*' : nearest(type, types)[0];
      const range = partOfWord(word, 0, type.length);
      yield {
        range,
        message: `No channel is of type \`${type}\`, so the timeout never applies; sshd does not check the name. ${advice(type, near)}`,
        ...(near === undefined || range === word ? {} : { fixes: [writing(range, near)] }),
      };
    }
  },
});

function advice(type: string, near: string | undefined): string {
  if (type === 'session')
    return 'Shells, commands and sftp are `session:shell`, `session:command` and `session:subsystem:sftp`; write `session:*` for all.';
  if (type === 'global') return 'It came with OpenSSH 9.7.';
  return near === undefined ? 'sshd_config(5) lists the types.' : `Did you mean \`${near}\`?`;
}
