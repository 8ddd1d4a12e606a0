// Completion: what fits at the cursor, with the details left for later. Offers nothing in comments, but in those that speak to us.
import type { CompletionItem, CompletionList, MarkupContent, Position } from 'vscode-languageserver-types';
import { catalogAt } from '../catalog/catalog';
import { targetNamed } from '../catalog/targets';
import type { FolderListing, WantedFolder } from '../model/folder-listing';
import { argumentOffers } from './completion-arguments';
import { controlOffers } from './completion-control';
import { type ClientItems, completionData, completionItem, type Offer } from './completion-item';
import { keywordOffers } from './completion-keywords';
import { matchOffers } from './completion-match';
import { nameOffers } from './completion-names';
import { pathOffers, wantedFolderAt } from './completion-paths';
import { type CompletionPlace, completionPlace, type TypedArgument } from './completion-place';
import { snippetOffers, snippetPreview } from './completion-snippets';
import type { FeatureDocument } from './document';
import { tokenCard, valueCard } from './hover-argument';
import { keywordCard } from './hover-directive';
import { criterionCard } from './hover-match';

export type { ClientItems };

/** What may be written at a position. `listing`: what folderWanted() asked for, where that could be had. */
export function completions(
  document: FeatureDocument,
  position: Position,
  client: ClientItems = { snippets: false },
  listing?: FolderListing,
): CompletionList {
  const place = completionPlace(document.snapshot, document.offsetAt(position));
  const found =
    place === undefined
      ? controlOffers(document.snapshot, document.offsetAt(position))
      : offers(document, place, client, listing);
  const items = found.map((offer) => completionItem(document, offer, client));
  return { isIncomplete: listing?.whole === false, items: items.filter(onOneLine) };
}

/** The folder whose names completions() can offer at a position. */
export function folderWanted({ snapshot, offsetAt }: FeatureDocument, position: Position): WantedFolder | undefined {
  const place = completionPlace(snapshot, offsetAt(position));
  return place?.kind === 'argument' ? wantedFolderAt(place, snapshot.catalog.target) : undefined;
}

// The protocol allows no edit over several lines here; only a word that a NUL or a lone CR runs through would need one.
function onOneLine({ textEdit }: CompletionItem): boolean {
  return textEdit === undefined || !('range' in textEdit) || textEdit.range.start.line === textEdit.range.end.line;
}

function offers(
  { snapshot }: FeatureDocument,
  place: CompletionPlace,
  client: ClientItems,
  listing: FolderListing | undefined,
): readonly Offer[] {
  if (place.kind === 'keyword')
    return [...keywordOffers(snapshot, place), ...(client.snippets ? snippetOffers(snapshot, place) : [])];
  const { target } = snapshot.catalog;
  const own = place.directive.argument.name === 'match' ? matchOffers(place, target) : argumentOffers(place, snapshot);
  const names = nameOffers(snapshot, place);
  const paths = listing === undefined ? [] : pathOffers(snapshot, place, listing);
  const written = new Set([...names.map(({ label }) => label), ...paths.map((offer) => wordAfter(place, offer))]);
  return [...names, ...paths, ...own.filter(({ label }) => !written.has(label))];
}

/** The word as accepting the offer leaves it, up to the end of what is written. */
function wordAfter({ typed, start }: TypedArgument, { replace, newText, label }: Offer): string {
  return typed.slice(0, replace.start - start) + (newText ?? label);
}

function preview({ textEdit }: CompletionItem): MarkupContent | undefined {
  const text = textEdit === undefined ? '' : snippetPreview(textEdit.newText);
  return text === '' ? undefined : { kind: 'markdown', value: `\`\`\`sshd_config\n${text}\n\`\`\`` };
}

/** The item with its documentation; as it came where there is nothing to add. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const data = completionData(item);
  const target = data === undefined ? undefined : targetNamed(data.target);
  if (data === undefined || target === undefined) return item;
  const catalog = catalogAt(target);
  const documentation = {
    keyword: () => keywordCard(data.keyword, catalog),
    value: () => valueCard(data.keyword, data.value, catalog),
    token: () => tokenCard(data.keyword, data.value.slice(1), catalog),
    criterion: () => criterionCard(data.value, catalog),
    name: () => undefined,
    file: () => undefined,
    folder: () => undefined,
    snippet: () => preview(item),
  }[data.kind]();
  return documentation === undefined ? item : { ...item, documentation };
}
