// PerSourcePenalties no beside a named penalty, which switches penalties on.
import { isTaken, overruledSettings } from '../../model/repeats';
import { directiveRange, lineNumber } from '../places';
import { defineRule } from '../rule';

export const persourcepenaltiesReenabledBySubkey = defineRule({
  id: 'persourcepenalties-reenabled-by-subkey',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: '`PerSourcePenalties no` beside a line that names a penalty, which switches penalties on again.',
  references: ['servconf.c: sPerSourcePenalties', 'sshd_config(5), PerSourcePenalties'],
  *check(snapshot) {
    const lines = snapshot.model.settersOf('PerSourcePenalties').filter((one) => isTaken(one, snapshot));
    const named = lines.find(({ line }) => line.words[0]?.value.includes(':'));
    if (named === undefined) return;
    const overruled = new Set(overruledSettings(snapshot).map(({ placed }) => placed));
    for (const placed of lines) {
      if (placed.line.words[0]?.value.toLowerCase() !== 'no' || overruled.has(placed)) continue;
      const number = lineNumber(snapshot, named.lineIndex);
      yield {
        range: directiveRange(snapshot, placed),
        message: `Penalties are on: line ${number} names one, and that switches them on whether \`no\` stands above or below. Keep \`no\` or the named penalties.`,
        related: [{ range: directiveRange(snapshot, named), message: 'This line switches penalties on.' }],
      };
    }
  },
});
