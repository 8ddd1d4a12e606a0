// HostCertificate none beside other lines, where it takes nothing away.
import { removal } from '../line-edits';
import { directiveRange, isHere } from '../places';
import { defineRule } from '../rule';

export const hostCertificateNone = defineRule({
  id: 'host-certificate-none',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'HostCertificate none beside other lines, where it takes nothing away.',
  references: ['sshd_config(5), HostCertificate', 'servconf.c: fill_default_server_options()'],
  *check(snapshot, { reads }) {
    reads('HostCertificate');
    const setters = snapshot.configuration.settersOf('HostCertificate');
    const saysNone = ({ placed }: (typeof setters)[number]) => placed.line.words[0]?.value.toLowerCase() === 'none';
    if (setters.every(saysNone)) return;
    for (const line of setters)
      if (saysNone(line) && isHere(snapshot, line))
        yield {
          range: directiveRange(snapshot, line.placed),
          tags: ['unnecessary'],
          message:
            'Host certificates add up over all lines, and `none` among them takes none away: the others are still shown to clients. Remove this line, or the others.',
          fixes: [{ title: 'Remove this line', safety: 'unsafe', edits: [removal(snapshot.tree, line.placed)] }],
        };
  },
});
