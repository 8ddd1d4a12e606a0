// The lines of `sshd -T`: settings in its order, keywords in lower case as up to 10.3.
import { DUMP_ORDER } from '../../catalog/dump-order';
import type { EffectiveSetting } from './effective-setting';

const PLACES: ReadonlyMap<string, number> = new Map(DUMP_ORDER.map((keyword, index) => [keyword, index]));

/** The settings in the order of sshd; what it does not print goes too. */
export function inDumpOrder(settings: readonly EffectiveSetting[]): readonly EffectiveSetting[] {
  const place = ({ keyword }: EffectiveSetting) => PLACES.get(keyword) ?? PLACES.size;
  return settings.toSorted((one, other) => place(one) - place(other));
}

/** What `sshd -T` prints of the settings, without line ends. */
export function printedLines(settings: readonly EffectiveSetting[]): readonly string[] {
  return inDumpOrder(settings).flatMap(({ keyword, values }) =>
    values.map((value) => `${keyword.toLowerCase()} ${value}`),
  );
}
