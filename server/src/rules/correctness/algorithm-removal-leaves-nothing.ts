// A `-` list that takes every algorithm away. sshd -t and -T hide what comes of it.
import { matchesPatternList } from '../../base/wildcard';
import type { PlacedDirective } from '../../model/file-model';
import { removalOf } from '../algorithm-removal';
import { defineRule, ofKind } from '../rule';

export const algorithmRemovalLeavesNothing = defineRule({
  id: 'algorithm-removal-leaves-nothing',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A `-` list that takes the whole default away, which sshd -t and sshd -T do not show.',
  references: ['https://man.openbsd.org/sshd_config#Ciphers', 'kex-names.c: kex_assemble_names()'],
  lines: ofKind('algorithm-list'),
  *checkLine(placed, snapshot) {
    const removal = removalOf(placed, snapshot);
    if (removal === undefined || removal.defaults.length === 0) return;
    // What a vendor added to the default is known for some targets only; `*` takes that too.
    const vendor = snapshot.catalog.target.vendor !== undefined && !removal.list.split(',').includes('*');
    if (vendor || !removal.defaults.every((name) => matchesPatternList(name, removal.list))) return;
    const { word } = removal;
    // No MACs is what some want, with AES-GCM and ChaCha20-Poly1305 alone.
    yield placed.directive?.slot === 'MACs'
      ? {
          range: word,
          severity: 'information',
          message: `\`${word.value}\` takes every MAC away: clients can connect only with a cipher that needs none (AES-GCM, ChaCha20-Poly1305). sshd -T does not show it and prints the full default.`,
        }
      : {
          range: word,
          message: `\`${word.value}\` takes every default algorithm away: ${outcome(placed)} sshd -t and -T do not show it. Write the names to keep as a plain list.`,
        };
  },
});

function outcome({ directive, block }: PlacedDirective): string {
  switch (directive?.slot) {
    case 'Ciphers':
    case 'KexAlgorithms':
    case 'HostKeyAlgorithms':
      return 'sshd has nothing to offer, and nobody can log in.';
    default:
      return block === undefined
        ? 'sshd takes the empty list for none at all, and the full default stays.'
        : 'sshd then accepts no key of these connections.';
  }
}
