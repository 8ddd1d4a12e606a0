// What became of the files that a file's Include lines find. No rule.
import { keptBy } from '../base/kept-by';
import type { Configuration, IncludedFile, IncludePattern, Reading } from '../model/configuration';
import type { Snapshot } from '../model/snapshot';

type Failed = Extract<IncludedFile, { kind: 'failed' }>;

const byReading = keptBy(({ includes }: Configuration): ReadonlyMap<Reading, readonly IncludePattern[]> => {
  const found = new Map<Reading, IncludePattern[]>();
  for (const include of includes) {
    const known = found.get(include.reading);
    if (known === undefined) found.set(include.reading, [include]);
    else known.push(include);
  }
  return found;
});

/** The patterns of the Include lines of this reading. */
export function includesOf({ configuration, reading }: Snapshot): readonly IncludePattern[] {
  return byReading(configuration).get(reading) ?? [];
}

/** The patterns that find files which failed for one of the reasons, and the files' paths. */
export function failedIncludes(
  snapshot: Snapshot,
  reasons: readonly Failed['reason'][],
): readonly { readonly include: IncludePattern; readonly paths: readonly string[] }[] {
  const { sources } = snapshot.configuration.sources;
  return includesOf(snapshot).flatMap((include) => {
    const failed = (include.files ?? []).filter((one) => one.kind === 'failed' && reasons.includes(one.reason));
    const paths = failed.map(({ uri }) => sources.get(uri)?.path ?? uri);
    return paths.length > 0 ? [{ include, paths }] : [];
  });
}
