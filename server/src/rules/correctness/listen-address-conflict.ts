// ListenAddress against AddressFamily and Port: a family sshd may not use, and the order old releases demand.
import { ipAddress, isOfFamily } from '../../base/ip-address';
import { ownValue } from '../../base/own-value';
import { listenHost } from '../../catalog/arguments/host-port';
import { sshdWords } from '../../catalog/sshd-words';
import { valueWhenRead } from '../../model/effective-config';
import type { Snapshot } from '../../model/snapshot';
import { argumentRange, isHere, keywordRange, relatedLine } from '../places';
import { defineRule, type Report } from '../rule';

const FAMILIES = { inet: 4, inet6: 6 } as const;

export const listenAddressConflict = defineRule({
  id: 'listen-address-conflict',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A ListenAddress that AddressFamily rules out, or that old releases want behind Port and AddressFamily.',
  references: ['servconf.c: add_one_listen_addr(), sPort, sAddressFamily'],
  *check(snapshot, { reads }) {
    reads('ListenAddress', 'Port', 'AddressFamily');
    yield* wrongFamily(snapshot);
    if (!snapshot.catalog.since('6.9p1')) yield* wrongOrder(snapshot);
  },
});

function* wrongFamily(snapshot: Snapshot): Iterable<Report> {
  const family = ownValue(FAMILIES, valueWhenRead(snapshot, 'AddressFamily')?.toLowerCase() ?? '');
  if (family === undefined) return;
  for (const placed of snapshot.model.settersOf('ListenAddress')) {
    const host = listenHost(placed.line.words[0]?.value ?? '');
    const address = ipAddress(host);
    if (!placed.active || address === undefined || isOfFamily(address, family)) continue;
    yield {
      range: argumentRange(snapshot, placed),
      afterReading: true,
      sshdSays: sshdWords('listen-address-family', snapshot.catalog.target, { element: host }),
      message: `This is an IPv${address.family} address, and AddressFamily permits IPv${family} only; sshd refuses to start and names no line. Change one of the two.`,
    };
  }
}

function* wrongOrder(snapshot: Snapshot): Iterable<Report> {
  const { directives } = snapshot.configuration;
  const at = directives.findIndex(({ placed }) => placed.active && placed.directive?.slot === 'ListenAddress');
  const first = directives[at];
  if (first === undefined) return;
  for (const line of directives.slice(at + 1)) {
    const { placed } = line;
    const late = placed.directive?.slot === 'Port' || placed.directive?.slot === 'AddressFamily';
    if (!late || !placed.active || !isHere(snapshot, line)) continue;
    yield {
      range: keywordRange(snapshot, placed),
      message: `Up to OpenSSH 6.8 sshd refuses ${placed.directive?.keyword} behind ListenAddress. Move the line above the first ListenAddress.`,
      sshdSays: sshdWords(`${placed.directive?.keyword}/too-late`, snapshot.catalog.target),
      related: [relatedLine(snapshot, first, 'The first ListenAddress')],
    };
  }
}
