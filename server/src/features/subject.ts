// What a position asks about when lines are sought: a keyword and the section it stands in, or an Include. Seeks nothing itself.
import type { Position } from 'vscode-languageserver-types';
import type { KnownDirective } from '../catalog/catalog';
import type { IncludePattern } from '../model/configuration';
import { sectionOf } from '../model/effective-config';
import type { MatchBlock, PlacedDirective } from '../model/file-model';
import { placeAt } from './cursor-place';
import type { FeatureDocument } from './document';

/** A keyword that the target knows, and where it is asked about. */
export interface KeywordSubject {
  readonly kind: 'keyword';
  readonly known: KnownDirective;
  /** Absent: the global section. */
  readonly block?: MatchBlock;
  /** Absent: the line is commented out. */
  readonly placed?: PlacedDirective;
}

/** One pattern of an Include line, or all of them. */
export interface IncludeSubject {
  readonly kind: 'include';
  readonly patterns: readonly IncludePattern[];
}

/** A Match line. */
export interface MatchSubject {
  readonly kind: 'match';
  readonly block: MatchBlock;
}

/** What is asked about at a position; undefined: nothing. */
export function subjectAt(
  document: FeatureDocument,
  position: Position,
): KeywordSubject | IncludeSubject | MatchSubject | undefined {
  const { snapshot } = document;
  const offset = document.offsetAt(position);
  const place = placeAt(document, offset);
  if (place === undefined) return undefined;
  const placed = place.placed;
  const block = snapshot.model.blocks.find(({ header }) => header === placed);
  if (block !== undefined) return { kind: 'match', block };
  const name = place.kind === 'keyword' ? place.name : placed?.line.keyword.value;
  const known = name === undefined ? undefined : snapshot.catalog.directive(name);
  if (known === undefined || known.argument.name === 'match') return undefined;
  if (placed !== undefined && known.argument.name === 'include') {
    const at = offset - (snapshot.tree.starts[placed.lineIndex] ?? 0);
    const patterns = snapshot.configuration.includes.filter((one) => one.placed === placed);
    const under = patterns.filter(({ word }) => word.start <= at && at <= word.end);
    return { kind: 'include', patterns: under.length > 0 ? under : patterns };
  }
  const section =
    placed === undefined && place.kind === 'keyword' ? blockAround(snapshot.model.blocks, place.lineIndex) : undefined;
  const around = placed === undefined ? section : sectionOf(placed);
  return {
    kind: 'keyword',
    known,
    ...(around === undefined ? {} : { block: around }),
    ...(placed === undefined ? {} : { placed }),
  };
}

function blockAround(blocks: readonly MatchBlock[], lineIndex: number): MatchBlock | undefined {
  return blocks.findLast(({ header }) => header.lineIndex < lineIndex);
}
