// The default as people write it: `sshd -T` prints an older word for some.
import type { KnownDirective } from '../catalog/catalog';
import type { Target } from '../catalog/targets';

/** The default where it is one word that may be written; sshd refuses that of RDomain where there are no routing domains. */
export function writableDefault(known: KnownDirective, target: Target): string | undefined {
  const word = defaultWord(known, target);
  const { shape, name } = known.argument;
  return word === undefined || shape !== 'word' || name === 'routing-domain' || /\s/.test(word) ? undefined : word;
}

/** The word for what holds without a line; undefined where nothing does, or the target decides. */
export function defaultWord({ default: printed, argument }: KnownDirective, target: Target): string | undefined {
  if (printed === undefined || argument.shape !== 'word') return printed;
  const same = ({ label, printed: other = label }: { readonly label: string; readonly printed?: string }): boolean =>
    other.toLowerCase() === printed.toLowerCase();
  return argument.choices?.(target).find((choice) => !choice.deprecated && same(choice))?.label ?? printed;
}
