// A host name to compare a client with, while UseDNS is off and sshd knows only its address.
import { isComplete } from '../../model/configuration';
import { valueWhenRead } from '../../model/effective-config';
import { canFitAddress, matchLists } from '../../model/match-lists';
import { isTaken } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { defineRule, type Report } from '../rule';

export const matchHostNeedsUsedns = defineRule({
  id: 'match-host-needs-usedns',
  category: 'correctness',
  severity: 'information',
  since: '0.1.0',
  summary: 'A host name in Match Host, AllowUsers or DenyUsers while UseDNS is off.',
  references: ['sshd_config(5), UseDNS', 'auth.c: auth_get_canonical_hostname()'],
  *check(snapshot, { reads }) {
    reads('UseDNS', 'AllowUsers', 'DenyUsers');
    const { model, tree } = snapshot;
    if (valueWhenRead(snapshot, 'UseDNS')?.toLowerCase() !== 'no') return;
    for (const { block, name, elements } of matchLists(snapshot)) {
      if (name !== 'Host') continue;
      for (const { pattern, range } of elements)
        if (isName(pattern)) yield report(snapshot, pattern, rangeInFile(tree, block.header.lineIndex, range));
    }
    for (const placed of [...model.settersOf('AllowUsers'), ...model.settersOf('DenyUsers')]) {
      if (!isTaken(placed, snapshot)) continue;
      for (const word of placed.line.words) {
        const host = word.value.slice(word.value.lastIndexOf('@') + 1);
        if (host !== word.value && host.split(',').every(isName))
          yield report(snapshot, host, rangeInFile(tree, placed.lineIndex, word));
      }
    }
  },
});

function isName(pattern: string): boolean {
  return /[^*?]/.test(pattern) && !canFitAddress(pattern);
}

function report({ configuration }: Snapshot, pattern: string, range: Report['range']): Report {
  const included =
    !isComplete(configuration) && configuration.settersOf('UseDNS').length === 0
      ? ' unless an included file sets it'
      : '';
  return {
    range,
    message: `UseDNS is \`no\`${included}, so sshd knows the client by its address alone and \`${pattern}\` never fits. Write the address or network, or set \`UseDNS yes\`.`,
  };
}
