// PerSourcePenalties no beside a named penalty, which switches penalties on.
import { isTaken, overruledOf } from '../../model/repeats';
import { directiveRange, lineName, relatedLine } from '../places';
import { defineRule } from '../rule';

export const persourcepenaltiesReenabledBySubkey = defineRule({
  id: 'persourcepenalties-reenabled-by-subkey',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: '`PerSourcePenalties no` beside a line that names a penalty, which switches penalties on again.',
  references: ['servconf.c: sPerSourcePenalties', 'sshd_config(5), PerSourcePenalties'],
  *check(snapshot, { reads }) {
    reads('PerSourcePenalties');
    const { configuration } = snapshot;
    const lines = configuration.settersOf('PerSourcePenalties').filter(({ placed }) => isTaken(placed, snapshot));
    const named = lines.find(({ placed }) => placed.line.words[0]?.value.includes(':'));
    if (named === undefined) return;
    const overruled = new Set(overruledOf(configuration, 'PerSourcePenalties').map(({ line }) => line.placed));
    for (const { placed, reading } of lines) {
      if (reading !== snapshot.reading || overruled.has(placed)) continue;
      if (placed.line.words[0]?.value.toLowerCase() !== 'no') continue;
      yield {
        range: directiveRange(snapshot, placed),
        message: `Penalties are on: ${lineName(snapshot, named)} names one, and that switches them on whether \`no\` stands above or below. Keep \`no\` or the named penalties.`,
        related: [relatedLine(snapshot, named, 'This line switches penalties on.')],
      };
    }
  },
});
