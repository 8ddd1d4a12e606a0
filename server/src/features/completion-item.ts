// What all completion items have in common: the replaced range, and the small data from which the details are found later.
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import type { TextRange } from '../base/text-range';
import { editorRange, type FeatureDocument } from './document';

/** What resolveCompletion() finds the details by. Travels to the client and back. */
export interface CompletionData {
  readonly kind: 'keyword' | 'value' | 'token' | 'criterion' | 'name' | 'file' | 'folder' | 'snippet';
  readonly keyword: string;
  readonly value: string;
  /** Id of the target. */
  readonly target: string;
}

/** An item before it is put in the editor's terms. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionData['kind'];
  readonly keyword: string;
  readonly replace: TextRange;
  /** When it differs from the label. */
  readonly newText?: string;
  /** What typed letters are compared with, when it is not the label. */
  readonly filter?: string;
  readonly detail?: string;
  readonly deprecated?: boolean;
  /** Offers with a lower rank come first; within a rank the order is alphabetical, or by `order`. */
  readonly rank?: number;
  readonly order?: number;
  readonly commitCharacters?: readonly string[];
  /** What is written asks for more: the editor is to offer again. */
  readonly goesOn?: boolean;
}

/** What the client can do with an item. */
export interface ClientItems {
  /** Whether it fills in the gaps of a snippet. */
  readonly snippets: boolean;
  /** Its command that opens completion; absent: it has none. */
  readonly suggestCommand?: string;
}

const KINDS: Readonly<Record<CompletionData['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  token: CompletionItemKind.Variable,
  criterion: CompletionItemKind.Keyword,
  name: CompletionItemKind.Constant,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  snippet: CompletionItemKind.Snippet,
};

/** The offer as the editor's item. */
export function completionItem(document: FeatureDocument, offer: Offer, client: ClientItems): CompletionItem {
  const { suggestCommand } = client;
  const { label, kind, keyword, detail, deprecated, commitCharacters } = offer;
  const data: CompletionData = { kind, keyword, value: label, target: document.snapshot.catalog.target.id };
  return {
    label,
    kind: KINDS[kind],
    sortText: sortText(offer),
    filterText: offer.filter ?? label,
    textEdit: { range: editorRange(document, offer.replace), newText: offer.newText ?? label },
    data,
    ...(detail === undefined ? {} : { detail }),
    ...(kind === 'snippet' ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(commitCharacters === undefined ? {} : { commitCharacters: [...commitCharacters] }),
    ...(offer.goesOn && suggestCommand !== undefined
      ? { command: { title: 'Offer what may follow', command: suggestCommand } }
      : {}),
  };
}

function sortText({ label, rank = 0, order }: Offer): string {
  return `${rank}${order === undefined ? label.toLowerCase() : String(order).padStart(4, '0')}`;
}

/** The data of an item that came back from a client; undefined where it is not ours. */
export function completionData(item: CompletionItem): CompletionData | undefined {
  const data: unknown = item.data;
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, keyword, value, target } = data as Partial<Record<string, unknown>>;
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return undefined;
  if (typeof keyword !== 'string' || typeof value !== 'string' || typeof target !== 'string') return undefined;
  return { kind: kind as CompletionData['kind'], keyword, value, target };
}
