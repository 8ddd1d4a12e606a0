// Hover: finds what is under the cursor and shows its card. Plain values without a meaning of their own show their directive in short.
import type { Hover, MarkupContent, Position } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import { rangeInFile } from '../syntax/tree';
import { type CursorPlace, elementAt, type MatchPlace, placeAt } from './cursor-place';
import { editorRange, type FeatureDocument } from './document';
import { argumentCard, tokenCard } from './hover-argument';
import { controlCard } from './hover-control';
import { keywordCard } from './hover-directive';
import { argumentSentences, hereSentences } from './hover-here';
import { criterionCard, criterionValueCard } from './hover-match';
import { sftpCard } from './hover-sftp';
import { matchParts } from './match-roles';

/** What there is to say about the word at a position; null: nothing. */
export function hover(document: FeatureDocument, position: Position): Hover | null {
  const offset = document.offsetAt(position);
  const place = placeAt(document, offset);
  const found = place === undefined ? controlCard(document.snapshot, offset) : shown(document, place);
  return found === undefined ? null : { contents: found.contents, range: editorRange(document, found.range) };
}

interface Shown {
  readonly contents: MarkupContent;
  readonly range: TextRange;
}

function shown(document: FeatureDocument, place: CursorPlace): Shown | undefined {
  if (place.kind === 'match') return matchShown(document, place);
  const contents = contentsOf(document, place);
  return contents === undefined ? undefined : { contents, range: place.range };
}

function contentsOf(document: FeatureDocument, place: Exclude<CursorPlace, MatchPlace>): MarkupContent | undefined {
  const { catalog } = document.snapshot;
  switch (place.kind) {
    case 'keyword': {
      const known = catalog.directive(place.name);
      return keywordCard(
        place.name,
        catalog,
        known === undefined ? [] : hereSentences(document, known, place.lineIndex, place.placed),
      );
    }
    case 'token':
      return tokenCard(place.placed.line.keyword.value, place.token, catalog);
    case 'argument': {
      const { directive, line } = place.placed;
      const here = directive === undefined ? [] : argumentSentences(document, directive, place.placed);
      const sftp = sftpCard(place.placed, place.element.value);
      if (sftp !== undefined) return sftp;
      return argumentCard(line.keyword.value, place.element.value, catalog, { prefix: place.element.prefix, here });
    }
  }
}

function matchShown({ snapshot }: FeatureDocument, { placed, at }: MatchPlace): Shown | undefined {
  const { line, lineIndex } = placed;
  const part = matchParts(line.words).find((one) => one.start <= at && at <= one.end);
  if (part === undefined) return undefined;
  if (part.role === 'criterion') {
    const contents = criterionCard(part.text, snapshot.catalog);
    return contents === undefined ? undefined : { contents, range: rangeInFile(snapshot.tree, lineIndex, part) };
  }
  if (part.criterion === undefined) return undefined;
  const element = elementAt(line.text, part, at);
  return {
    contents: criterionValueCard(part.criterion, line.text.slice(element.start, element.end)),
    range: rangeInFile(snapshot.tree, lineIndex, element),
  };
}
