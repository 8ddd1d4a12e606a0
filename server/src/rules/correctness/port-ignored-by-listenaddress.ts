// Port lines that no ListenAddress uses, because each names a port of its own.
import { sockets } from '../../model/sockets';
import { otherFilesCount } from '../elsewhere';
import { directiveRange, relatedLine } from '../places';
import { defineRule } from '../rule';

export const portIgnoredByListenaddress = defineRule({
  id: 'port-ignored-by-listenaddress',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A Port that is not used, because every ListenAddress names a port itself.',
  references: ['sshd_config(5), ListenAddress', 'servconf.c: add_listen_addr()'],
  *check(snapshot, { reads }) {
    reads('ListenAddress', 'Port');
    const { ports, listeners } = sockets(snapshot.configuration);
    const [first] = listeners;
    if (first === undefined || listeners.some(({ port }) => port === undefined)) return;
    const unless = otherFilesCount(snapshot) ? ', unless another file has one without' : '';
    for (const { line, port } of ports) {
      if (line.reading !== snapshot.reading || listeners.some((one) => one.port === port)) continue;
      yield {
        range: directiveRange(snapshot, line.placed),
        message: `sshd does not listen on port ${port}: every ListenAddress names a port itself${unless}, and Port is for those without. Write \`ListenAddress\` lines without a port, or with this one.`,
        related: [relatedLine(snapshot, first.line, 'The first ListenAddress')],
      };
    }
  },
});
