// Completion: what fits at the cursor, with the details left for later. Offers nothing in comments.
import type { CompletionItem, CompletionList, MarkupContent, Position } from 'vscode-languageserver-types';
import { catalogAt } from '../catalog/catalog';
import { targetNamed } from '../catalog/targets';
import { argumentOffers } from './completion-arguments';
import { completionData, completionItem, type Offer } from './completion-item';
import { keywordOffers } from './completion-keywords';
import { matchOffers } from './completion-match';
import { nameOffers } from './completion-names';
import { completionPlace } from './completion-place';
import { snippetOffers, snippetPreview } from './completion-snippets';
import type { FeatureDocument } from './document';
import { tokenCard, valueCard } from './hover-argument';
import { keywordCard } from './hover-directive';
import { criterionCard } from './hover-match';

/** What the client can do with an item. */
export interface ClientItems {
  /** Whether it fills in the gaps of a snippet. */
  readonly snippets: boolean;
}

/** What may be written at a position. */
export function completions(
  document: FeatureDocument,
  position: Position,
  client: ClientItems = { snippets: false },
): CompletionList {
  const items = offers(document, position, client).map((offer) => completionItem(document, offer));
  return { isIncomplete: false, items: items.filter(onOneLine) };
}

// The protocol allows no edit over several lines here; only a word that a NUL or a lone CR runs through would need one.
function onOneLine({ textEdit }: CompletionItem): boolean {
  return textEdit === undefined || !('range' in textEdit) || textEdit.range.start.line === textEdit.range.end.line;
}

function offers(document: FeatureDocument, position: Position, client: ClientItems): readonly Offer[] {
  const { snapshot } = document;
  const place = completionPlace(snapshot, document.offsetAt(position));
  if (place === undefined) return [];
  if (place.kind === 'keyword')
    return [...keywordOffers(snapshot, place), ...(client.snippets ? snippetOffers(snapshot, place) : [])];
  const { target } = snapshot.catalog;
  const own = place.directive.argument.name === 'match' ? matchOffers(place, target) : argumentOffers(place, target);
  const names = nameOffers(snapshot, place);
  const named = new Set(names.map(({ label }) => label));
  return [...names, ...own.filter(({ label }) => !named.has(label))];
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
    snippet: () => preview(item),
  }[data.kind]();
  return documentation === undefined ? item : { ...item, documentation };
}
