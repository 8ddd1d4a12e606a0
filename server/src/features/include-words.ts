// What an Include finds, in words. Looks nothing up.
import type { IncludePattern } from '../model/configuration';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';

/** The patterns of an Include line; undefined where one of them is not looked up. */
function lookedUp({ configuration }: Snapshot, placed: PlacedDirective): readonly IncludePattern[] | undefined {
  const patterns = configuration.includes.filter((one) => one.placed === placed);
  return patterns.length === 0 || patterns.some(({ files }) => files === undefined) ? undefined : patterns;
}

/** `3 files`, `no file`; undefined where it is not known. */
export function filesInWords(snapshot: Snapshot, placed: PlacedDirective): string | undefined {
  const patterns = lookedUp(snapshot, placed);
  if (patterns === undefined) return undefined;
  const count = patterns.reduce((sum, { files = [] }) => sum + files.length, 0);
  return count === 0 ? 'no file' : count === 1 ? '1 file' : `${count} files`;
}

/** The paths that an Include line finds, in the order sshd reads them. */
export function filesFound({ configuration }: Snapshot, placed: PlacedDirective): readonly string[] {
  return configuration.includes
    .filter((one) => one.placed === placed)
    .flatMap(({ files = [] }) =>
      files.map((file) =>
        file.kind === 'read' ? file.reading.file.path : (configuration.sources.sources.get(file.uri)?.path ?? file.uri),
      ),
    );
}
