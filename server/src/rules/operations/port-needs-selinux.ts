// A port other than 22 has to be known to SELinux.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const portNeedsSelinux = defineRule({
  id: 'port-needs-selinux',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A port other than 22 has to be known to SELinux.',
  references: ['semanage-port(8)'],
  lines: ofKeyword('Port'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || snapshot.catalog.target.vendor !== 'redhat') return;
    if (!/^\d+$/.test(word.value) || Number(word.value) === 22 || !isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message: `SELinux lets sshd bind only to ports it knows. Before the restart run \`semanage port -a -t ssh_port_t -p tcp ${word.value}\`.`,
    };
  },
});
