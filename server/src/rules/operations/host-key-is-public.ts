// A HostKey that names the public half, which sshd can only use with an agent.
import { argumentRange, isHere } from '../places';
import { defineRule, type Fix } from '../rule';
import { heldValue } from '../setting-rule';

export const hostKeyIsPublic = defineRule({
  id: 'host-key-is-public',
  category: 'operations',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A HostKey that names the public half, which sshd can only use with an agent.',
  references: ['sshd_config(5), HostKey', 'sshd.c: main()'],
  *check(snapshot, { reads }) {
    reads('HostKey', 'HostKeyAgent');
    const agent = heldValue(snapshot, 'HostKeyAgent').toLowerCase();
    if (agent !== '' && agent !== 'none') return;
    for (const line of snapshot.configuration.settersOf('HostKey')) {
      const [word] = line.placed.line.words;
      if (word === undefined || !word.value.endsWith('.pub') || !isHere(snapshot, line)) continue;
      const range = argumentRange(snapshot, line.placed);
      const fixes: readonly Fix[] = word.quoted
        ? []
        : [
            {
              title: `Name \`${word.value.slice(0, -4)}\``,
              safety: 'unsafe',
              preferred: true,
              edits: [{ start: range.end - 4, end: range.end, newText: '' }],
            },
          ];
      yield {
        range,
        message:
          'This is the public half of a key. Without a HostKeyAgent sshd cannot use it, and without any usable key it does not start. Name the file without `.pub`.',
        fixes,
      };
    }
  },
});
