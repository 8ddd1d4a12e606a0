// Files that a line names by an absolute path: a banner, a key, a command. Whether they are there is asked elsewhere.
import type { Target } from '../catalog/targets';
import type { Word } from '../syntax/tree';
import type { PlacedDirective } from './file-model';

/** The words of a line that are such paths; not those that depend on who logs in, nor patterns. */
export function pathWords({ directive, line }: PlacedDirective, target: Target): readonly Word[] {
  if (directive?.status !== 'supported' || directive.argument.pathAt === undefined) return [];
  const varies = (directive.argument.tokens?.(target) ?? []).length > 0;
  return line.words.filter(({ value }, index) => {
    const wants = directive.argument.pathAt?.(index)?.wants;
    if ((wants !== 'file' && wants !== 'program') || !isAbsolute(value, target)) return false;
    return !varies || !value.includes('%');
  });
}

function isAbsolute(path: string, { vendor }: Target): boolean {
  return path.length > 1 && (path.startsWith('/') || (vendor === 'windows' && /^[A-Za-z]:[\\/]/.test(path)));
}
