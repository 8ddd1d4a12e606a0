// The same address and port twice: sshd cannot listen there a second time.
import type { DirectiveInFile } from '../../model/configuration';
import type { Snapshot } from '../../model/snapshot';
import { type Sockets, sockets } from '../../model/sockets';
import { removal } from '../line-edits';
import { directiveRange, lineName, relatedLine } from '../places';
import { defineRule, type Report } from '../rule';
import { capital } from './repeat-reports';

export const listenaddressDuplicate = defineRule({
  id: 'listenaddress-duplicate',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A Port or ListenAddress that another line names already, so that sshd cannot listen there again.',
  references: ['sshd.c: listen_on_addrs()', 'servconf.c: add_one_listen_addr()'],
  *check(snapshot, { reads }) {
    reads('ListenAddress', 'Port');
    const all = sockets(snapshot.configuration);
    yield* samePort(snapshot, all);
    yield* sameSocket(snapshot, all);
  },
});

// Ports matter where no ListenAddress stands, or one without a port.
function* samePort(snapshot: Snapshot, { ports, listeners }: Sockets): Iterable<Report> {
  if (listeners.length > 0 && listeners.every(({ port }) => port !== undefined)) return;
  const first = new Map<number, DirectiveInFile>();
  for (const { line, port } of ports) {
    const earlier = first.get(port);
    if (earlier === undefined) first.set(port, line);
    else yield* report(snapshot, line, earlier, `port ${port}`);
  }
}

function* sameSocket(snapshot: Snapshot, { ports, listeners }: Sockets): Iterable<Report> {
  const every = ports.length === 0 ? [22] : [...new Set(ports.map(({ port }) => port))];
  const first = new Map<string, DirectiveInFile>();
  for (const { line, host, port } of listeners) {
    const keys = (port === undefined ? every : [port]).map((one) => `${host} ${one}`);
    const earlier = keys.map((key) => first.get(key)).find((one) => one !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, line);
    if (earlier !== undefined)
      yield* report(
        snapshot,
        line,
        earlier,
        'this address and port',
        keys.every((key) => first.get(key) !== line),
      );
  }
}

function* report(
  snapshot: Snapshot,
  { placed, reading }: DirectiveInFile,
  earlier: DirectiveInFile,
  what: string,
  removable = true,
): Iterable<Report> {
  if (reading !== snapshot.reading) return;
  yield {
    range: directiveRange(snapshot, placed),
    message: `${capital(lineName(snapshot, earlier))} listens on ${what} already; sshd writes "Address already in use" to the log at every start and goes on without this one. Remove one of the two.`,
    related: [relatedLine(snapshot, earlier, 'The first one')],
    ...(removable
      ? {
          tags: ['unnecessary'] as const,
          fixes: [
            {
              title: 'Remove this line',
              safety: 'safe' as const,
              preferred: true,
              edits: [removal(snapshot.tree, placed)],
            },
          ],
        }
      : {}),
  };
}
