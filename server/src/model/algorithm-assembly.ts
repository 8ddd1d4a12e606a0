// The algorithm list that sshd makes of a line: prefixes and wildcards resolved (kex_assemble_names() of kex.c).
import { matchesPattern, matchesPatternList } from '../base/wildcard';
import { defaultAlgorithms, knownAlgorithms } from '../catalog/algorithms';
import { splitPrefix } from '../catalog/arguments/algorithm-list';
import type { Target } from '../catalog/targets';
import { isSince } from '../catalog/versions';

/** The list for a directive from its argument; a list that comes out empty is the default once more. */
export function assembledAlgorithms(directive: string, written: string, target: Target): string {
  const preset = defaultAlgorithms(directive, target);
  if (directive === 'GSSAPIKexAlgorithms') return written;
  const { prefix, list } = splitPrefix(written, target.release);
  if (prefix === '-') {
    const left = preset.filter((name) => !matchesPatternList(name, list));
    return (left.length === 0 ? preset : left).join(',');
  }
  const names = joined(prefix, list.split(','), preset);
  // Wildcards are resolved against all known names since 7.8; before, the names stay as written.
  if (!isSince(target.release, '7.8p1')) return names.join(',');
  const known = knownAlgorithms(directive, target);
  const found = new Set(names.flatMap((pattern) => known.filter((name) => matchesPattern(name, pattern))));
  return (found.size === 0 ? preset : [...found]).join(',');
}

function joined(prefix: string, list: readonly string[], preset: readonly string[]): readonly string[] {
  if (prefix === '+') return withoutRepeats(preset, list);
  return prefix === '^' ? withoutRepeats(list, preset) : list;
}

// kex_names_cat(): only what is added is compared.
function withoutRepeats(first: readonly string[], added: readonly string[]): readonly string[] {
  const all = [...first];
  for (const name of added) if (name !== '' && !all.includes(name)) all.push(name);
  return all;
}
