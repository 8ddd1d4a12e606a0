// The parts of PerSourcePenalties, each set for itself, and how `sshd -T` prints them together.
import { scaledSeconds } from '../catalog/arguments/time';
import type { Target } from '../catalog/targets';
import { isSince } from '../catalog/versions';
import type { SettingPart } from './setting-parts';

/** The name of the switch that `yes` and `no` set. */
export const PENALTIES_SWITCH = 'enabled';

/** What the words of a line set, in their order. Any penalty that is taken switches penalties on; see settle.ts. */
export function penaltyParts(words: readonly string[], target: Target): readonly SettingPart[] {
  return words.map((word) => {
    const colon = word.indexOf(':');
    if (colon < 0) return { name: PENALTIES_SWITCH, values: [word.toLowerCase()] };
    const name = word.slice(0, colon);
    return { name, values: [printedPenalty(name, word.slice(colon + 1), target)] };
  });
}

// Since 10.3 times are kept with their fractions.
function printedPenalty(name: string, text: string, { release }: Target): string {
  if (name.startsWith('overflow')) return text;
  if (name.startsWith('max-sources')) return String(Number(text));
  const seconds = scaledSeconds(text, release) ?? 0;
  return isSince(release, '10.3p1') ? seconds.toFixed(6) : String(seconds);
}

/** The line of `sshd -T`: `no`, or all parts in the order of the default. */
export function printedPenalties(parts: ReadonlyMap<string, readonly string[]>, preset: string): string {
  if (parts.get(PENALTIES_SWITCH)?.[0] === 'no') return 'no';
  return preset
    .split(' ')
    .map((item) => {
      const [name = '', value = ''] = item.split(/:(.*)/s);
      // Left to itself, the mode for IPv6 is that for IPv4.
      const own = parts.get(name) ?? (name === 'overflow6' ? parts.get('overflow') : undefined);
      return `${name}:${own?.[0] ?? value}`;
    })
    .join(' ');
}
