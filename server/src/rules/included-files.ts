// What became of the files that a file's Include lines find. No rule.
import type { IncludedFile, IncludePattern } from '../model/configuration';
import type { Snapshot } from '../model/snapshot';

type Failed = Extract<IncludedFile, { kind: 'failed' }>;

/** The patterns of the Include lines of this reading. */
export function includesOf({ configuration, reading }: Snapshot): readonly IncludePattern[] {
  return configuration.includes.filter((include) => include.reading === reading);
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
