// When a keyword is known, in words.
import type { Catalog } from './catalog';
import type { Directive } from './directive';
import { VENDOR_NAMES } from './vendors';
import { shortName } from './versions';

/** Who knows the keyword, as the end of a sentence: `known since OpenSSH 8.2`, `a keyword of Debian and Ubuntu`. */
export function whenKnown(entry: Directive): string {
  if (entry.vendors !== undefined)
    return `a keyword of ${entry.vendors
      .map((vendor) => VENDOR_NAMES[vendor])
      .join(', ')
      .replace(/, (?=[^,]*$)/, ' and ')}`;
  const steps = entry.status;
  const first = steps[0]?.[0];
  const gone = steps.findLast(([, status]) => status === 'absent')?.[0];
  const parts: string[] = [];
  if (first !== undefined && first !== '6.6p1') parts.push(`known since OpenSSH ${shortName(first)}`);
  if (gone !== undefined)
    parts.push(`${steps.at(-1)?.[1] === 'absent' ? 'gone since' : 'missing in'} ${shortName(gone)}`);
  return parts.join(', ') || 'a keyword of other builds';
}

/** Whether the target's sshd knows the keyword and acts on it. */
export function targetHas(catalog: Catalog, keyword: string): boolean {
  return catalog.directive(keyword)?.status === 'supported';
}
