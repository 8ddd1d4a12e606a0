// The same files as another target's sshd would read them: for what changes with an upgrade.
import { catalogAt } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import type { Target } from '../catalog/targets';
import { readConfiguration, readingOf } from './configuration';
import type { Snapshot } from './snapshot';

const MADE = new WeakMap<Snapshot, Map<Target, Snapshot>>();

/** The snapshot judged for another target; made once. */
export function snapshotAt(snapshot: Snapshot, target: Target): Snapshot {
  if (snapshot.catalog.target === target) return snapshot;
  const made = MADE.get(snapshot) ?? new Map<Target, Snapshot>();
  MADE.set(snapshot, made);
  const known = made.get(target) ?? makeSnapshot(snapshot, target);
  made.set(target, known);
  return known;
}

/** All keywords that set the same there as `keyword` does. */
export function namesAt({ catalog }: Snapshot, keyword: Keyword): readonly Keyword[] {
  const here = catalog.directive(keyword)?.slot ?? keyword;
  return catalog.directives.filter(({ slot }) => slot === here).map((directive) => directive.keyword);
}

function makeSnapshot(snapshot: Snapshot, target: Target): Snapshot {
  const catalog = catalogAt(target);
  const configuration = readConfiguration(snapshot.configuration.sources, catalog);
  // The other sshd may not know Include.
  const reading = readingOf(configuration, snapshot.uri) ?? configuration.main;
  return { ...snapshot, catalog, configuration, reading, tree: reading.tree, model: reading.model };
}
