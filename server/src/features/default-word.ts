// The default as people write it: `sshd -T` prints an older word for some.
import type { KnownDirective } from '../catalog/catalog';
import type { Target } from '../catalog/targets';

/** The word for what holds without a line; undefined where nothing does, or the target decides. */
export function defaultWord({ default: printed, argument }: KnownDirective, target: Target): string | undefined {
  if (printed === undefined || argument.shape !== 'word') return printed;
  const same = ({ label, printed: other = label }: { readonly label: string; readonly printed?: string }): boolean =>
    other.toLowerCase() === printed.toLowerCase();
  return argument.choices?.(target).find((choice) => !choice.deprecated && same(choice))?.label ?? printed;
}
