// An element of Match Address or LocalAddress that no address can fit: sshd compares it as text and says nothing.
import { network } from '../../base/ip-address';
import { canFitAddress, matchLists } from '../../model/match-lists';
import { rangeInFile } from '../../syntax/tree';
import { defineRule } from '../rule';

export const matchAddressWithoutAddress = defineRule({
  id: 'match-address-without-address',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An element of Match Address that is neither address, network nor address pattern, and so never fits.',
  references: ['addrmatch.c: addr_match_list()', 'sshd_config(5), Match'],
  *check(snapshot, { reads }) {
    reads('Match');
    for (const { block, name, written, elements } of matchLists(snapshot)) {
      if (written.criterion.argument !== 'addresses') continue;
      for (const { pattern, negated, range } of elements) {
        // Blanks around an element have a rule of their own.
        if (pattern.trim() === '' || pattern !== pattern.trim() || canFitAddress(pattern)) continue;
        const cidr = withBits(pattern);
        const place = rangeInFile(snapshot.tree, block.header.lineIndex, range);
        yield {
          range: place,
          message: `\`${pattern}\` is no address, no network and no pattern of an address, so ${name} never fits it. ${advice(name, cidr)}`,
          fixes:
            cidr === undefined
              ? []
              : [
                  {
                    title: `Change to \`${cidr}\``,
                    safety: 'unsafe',
                    preferred: true,
                    edits: [{ ...place, newText: negated ? `!${cidr}` : cidr }],
                  },
                ],
        };
      }
    }
  },
});

function advice(name: string, cidr: string | undefined): string {
  if (cidr !== undefined) return `Write \`${cidr}\`.`;
  const host = name === 'Address' ? '; for the name of a client there is Match Host' : '';
  return `Write, for example, \`192.0.2.0/24\` or \`192.0.2.*\`${host}.`;
}

/** `10.0.0.0/255.0.0.0` as `10.0.0.0/8`. */
function withBits(pattern: string): string | undefined {
  const [address = '', mask = ''] = pattern.split('/');
  const found = network(mask);
  if (!/^\d+(\.\d+){3}$/.test(mask) || found.kind !== 'network') return undefined;
  const bits = found.address.bits.toString(2).padStart(32, '0');
  if (!/^1*0*$/.test(bits)) return undefined;
  const text = `${address}/${bits.replace(/0/g, '').length}`;
  const whole = network(text);
  return whole.kind === 'host-bits' ? whole.network : whole.kind === 'network' ? text : undefined;
}
