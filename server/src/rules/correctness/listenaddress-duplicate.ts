// The same address and port twice: sshd cannot listen there a second time.
import type { PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { type Sockets, sockets } from '../../model/sockets';
import { removal } from '../line-edits';
import { directiveRange, lineNumber } from '../places';
import { defineRule, type Report } from '../rule';

export const listenaddressDuplicate = defineRule({
  id: 'listenaddress-duplicate',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A Port or ListenAddress that another line names already, so that sshd cannot listen there again.',
  references: ['sshd.c: listen_on_addrs()', 'servconf.c: add_one_listen_addr()'],
  *check(snapshot) {
    const all = sockets(snapshot);
    yield* samePort(snapshot, all);
    yield* sameSocket(snapshot, all);
  },
});

// Ports matter where no ListenAddress stands, or one without a port.
function* samePort(snapshot: Snapshot, { ports, listeners }: Sockets): Iterable<Report> {
  if (listeners.length > 0 && listeners.every(({ port }) => port !== undefined)) return;
  const first = new Map<number, PlacedDirective>();
  for (const { placed, port } of ports) {
    const earlier = first.get(port);
    if (earlier === undefined) first.set(port, placed);
    else yield report(snapshot, placed, earlier, `port ${port}`);
  }
}

function* sameSocket(snapshot: Snapshot, { ports, listeners }: Sockets): Iterable<Report> {
  const every = ports.length === 0 ? [22] : [...new Set(ports.map(({ port }) => port))];
  const first = new Map<string, PlacedDirective>();
  for (const { placed, host, port } of listeners) {
    const keys = (port === undefined ? every : [port]).map((one) => `${host} ${one}`);
    const earlier = keys.map((key) => first.get(key)).find((one) => one !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, placed);
    if (earlier !== undefined)
      yield report(
        snapshot,
        placed,
        earlier,
        'this address and port',
        keys.every((key) => first.get(key) !== placed),
      );
  }
}

function report(
  snapshot: Snapshot,
  placed: PlacedDirective,
  earlier: PlacedDirective,
  what: string,
  removable = true,
): Report {
  const number = lineNumber(snapshot, earlier.lineIndex);
  return {
    range: directiveRange(snapshot, placed),
    message: `Line ${number} listens on ${what} already; sshd writes "Address already in use" to the log at every start and goes on without this one. Remove one of the two.`,
    related: [{ range: directiveRange(snapshot, earlier), message: 'The first one' }],
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
