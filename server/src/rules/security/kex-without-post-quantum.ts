// The KexAlgorithms list leaves post-quantum key exchange out.
import { algorithmFacts, defaultAlgorithms } from '../../catalog/algorithms';
import { splitPrefix } from '../../catalog/arguments/algorithm-list';
import type { PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { listInForce } from '../algorithm-rule';
import { valueEdit } from '../line-edits';
import { argumentRange, isHere } from '../places';
import { defineRule, type Fix } from '../rule';
import { scopes } from '../setting-rule';

export const kexWithoutPostQuantum = defineRule({
  id: 'kex-without-post-quantum',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'The KexAlgorithms list leaves post-quantum key exchange out.',
  references: ['sshd_config(5), KexAlgorithms'],
  *check(snapshot, { reads }) {
    reads('KexAlgorithms');
    const { catalog } = snapshot;
    for (const block of scopes(snapshot, ['KexAlgorithms'])) {
      const { names, line } = listInForce(snapshot, 'KexAlgorithms', block);
      const preset = defaultAlgorithms('KexAlgorithms', catalog.target).filter(isPostQuantum);
      if (line === undefined || !isHere(snapshot, line) || preset.length === 0 || names.some(isPostQuantum)) continue;
      yield {
        range: argumentRange(snapshot, line.placed),
        message: `None of these withstands a quantum computer: what is recorded today may be read one day. The default of this release begins with \`${preset[0]}\`; put it in front, or remove the line.`,
        fixes: [inFront(snapshot, line.placed, preset[0] ?? '')].filter((fix) => fix !== undefined),
      };
    }
  },
});

function isPostQuantum(name: string): boolean {
  return algorithmFacts(name)?.postQuantum ?? false;
}

// In a `-` list the name is taken away: which pattern to drop is for the user to see.
function inFront({ tree, catalog }: Snapshot, placed: PlacedDirective, name: string): Fix | undefined {
  const value = placed.line.words[0]?.value ?? '';
  if (splitPrefix(value, catalog.target.release).prefix !== '') return undefined;
  return {
    title: `Put \`${name}\` in front`,
    safety: 'unsafe',
    preferred: true,
    edits: [valueEdit(tree, placed, `${name},${value}`)],
  };
}
