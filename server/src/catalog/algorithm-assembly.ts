// The list sshd makes of an algorithm list with its prefix, by release: kex_assemble_names() of kex.c and what went before it.
import { matchesPattern, matchesPatternList } from '../base/wildcard';
import { algorithmFamilyOf, defaultAlgorithms, knownAlgorithms, prefixesAt } from './algorithms';
import type { Target } from './targets';
import { isSince } from './versions';

/** The names as `sshd -T` prints them; empty where a `-` list leaves none. */
export function assembledAlgorithms(directive: string, text: string, target: Target): string {
  const prefix = text[0] ?? '';
  const prefixed =
    prefixesAt(target.release).includes(prefix) && algorithmFamilyOf(directive) !== 'GSSAPIKexAlgorithms';
  const list = (prefixed ? text.slice(1) : text).split(',');
  const preset = defaultAlgorithms(directive, target);
  if (prefixed && prefix === '-') return preset.filter((name) => !matchesPatternList(name, list.join(','))).join(',');
  const names = !prefixed ? list : prefix === '+' ? joined(preset, list) : joined(list, preset);
  // Up to 7.7 the names stand as they are written.
  if (!isSince(target.release, '7.8p1') || algorithmFamilyOf(directive) === 'GSSAPIKexAlgorithms')
    return names.join(',');
  const known = knownAlgorithms(directive, target);
  return [...new Set(names.flatMap((pattern) => known.filter((name) => matchesPattern(name, pattern))))].join(',');
}

// kex_names_cat(): what is there already is not added, and an empty name ends what is.
function joined(names: readonly string[], more: readonly string[]): readonly string[] {
  const end = more.indexOf('');
  if (names.join(',') === '') return more;
  const all = [...names];
  for (const name of end < 0 ? more : more.slice(0, end)) if (!all.includes(name)) all.push(name);
  return all;
}
